import RealModule

/// −LL per customer of Pareto/NBD, over ln r, ln α, ln s and ln β.
///
/// The slope comes with the value: it is made of averages over the ways each history can have come about.
/// Source: Fader & Hardie, note 008, equation 17.
struct ParetoLikelihood: Objective {
  let columns: SummaryColumns

  var dimension: Int { 4 }
  var mostShape: Double { PoissonGamma.mostShape }

  func value(at place: [Double], slope: inout [Double]) -> Double {
    let (r, alpha) = (Double.exp(place[0]), Double.exp(place[1]))
    let (s, beta) = (Double.exp(place[2]), Double.exp(place[3]))
    let rising = RisingSums(columns.counts, r: r, alpha: alpha)
    let dropout = SilentDropout(alpha: alpha, s: s, beta: beta)
    var (sum, toR, toAlpha, toS, toBeta) = (0.0, 0.0, 0.0, 0.0, 0.0)
    for (index, count) in columns.counts.enumerated() {
      let weight = columns.countWeights[index]
      sum += weight * rising.logs[index]
      toR += weight * rising.reciprocals[index]
      toAlpha -= weight * Double(count)
    }
    let moments = columns.times.map { dropout.moment($0) }
    for row in columns.weight.indices {
      let exponent = r + Double(columns.counts[Int(columns.count[row])])
      let mixture = dropout.mixture(
        exponent: exponent, from: moments[Int(columns.recency[row])], to: moments[Int(columns.age[row])])
      let weight = columns.weight[row]
      sum += weight * mixture.log
      toR -= weight * mixture.growthA
      toAlpha += weight * exponent * mixture.partA
      toS += weight * (1 - mixture.alive - s * mixture.growthB)
      toBeta += weight * (s * mixture.partB - mixture.leftB)
    }
    slope[0] = -toR * r / columns.total
    slope[1] = -toAlpha / columns.total
    slope[2] = -toS / columns.total
    slope[3] = -toBeta / columns.total
    return -sum / columns.total
  }
}
