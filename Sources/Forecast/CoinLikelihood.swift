import RealModule

/// −LL per customer of BG/NBD and MBG/NBD, over ln r, ln α, ln a and ln b.
///
/// Purchases are Poisson at gamma rates; after a purchase a coin, beta among customers, decides whether it was the last.
/// BG/NBD tosses x coins, one after each repeat; MBG/NBD one more, after the first purchase. Everything is a sum of
/// logarithms of numbers near or above one, so nothing over- or underflows. Source: Fader, Hardie & Lee 2005,
/// appendix A; Batislam, Denizel & Filiztekin 2007.
struct CoinLikelihood: Objective {
  let columns: SummaryColumns
  let tossesFirst: Bool

  var dimension: Int { 4 }
  var mostShape: Double { PoissonGamma.mostShape }

  func value(at place: [Double], slope: inout [Double]) -> Double {
    let (r, alpha) = (Double.exp(place[0]), Double.exp(place[1]))
    let (a, b) = (Double.exp(place[2]), Double.exp(place[3]))
    let rising = RisingSums(columns.counts, r: r, alpha: alpha)
    let extra = tossesFirst ? 1 : 0
    let coins = CoinSums(columns.counts.map { $0 + extra }, a: a, b: b)
    // Of each distinct time t: ln(1 + t/α) and t/(α + t).
    let growth = columns.times.map { Double.log(onePlus: $0 / alpha) }
    let part = columns.times.map { $0 / (alpha + $0) }
    var (sum, toR, toAlpha, toA, toB) = (0.0, 0.0, 0.0, 0.0, 0.0)
    // Σ ln(1 + odds) of rows of weight one, as the logarithm of a product that is never let grow out of bounds.
    var product = 1.0
    for (index, count) in columns.counts.enumerated() {
      let weight = columns.countWeights[index]
      sum += weight * (rising.logs[index] + coins.logs[index])
      toR += weight * rising.reciprocals[index]
      toAlpha -= weight * Double(count)
      toA += weight * coins.byA[index]
      toB += weight * coins.byB[index]
      let exponent = r + Double(count)
      // ln of the odds of having dropped out that the last coin alone gives.
      let lastCoin = b + Double(count + extra - 1)
      let coinOdds = count + extra > 0 ? .log(a / lastCoin) : -Double.infinity
      var dropped = 0.0
      for row in columns.countRows[index] {
        let (last, end, weight) = (Int(columns.recency[row]), Int(columns.age[row]), columns.weight[row])
        let silence = growth[end] - growth[last]
        let logOdds = coinOdds + exponent * silence
        let small = Double.exp(-abs(logOdds))
        let chance = (logOdds > 0 ? 1 : small) / (1 + small)
        sum += weight * (max(0, logOdds) - exponent * growth[end])
        if weight == 1 {
          product *= 1 + small
          if product > 1e300 {
            sum += .log(product)
            product = 1
          }
        } else {
          sum += weight * .log(1 + small)
        }
        toR += weight * (chance * silence - growth[end])
        toAlpha += weight * exponent * (part[end] + chance * (part[last] - part[end]))
        dropped += weight * chance
      }
      if count + extra > 0 {
        toA += dropped / a
        toB -= dropped / lastCoin
      }
    }
    sum += .log(product)
    slope[0] = -toR * r / columns.total
    slope[1] = -toAlpha / columns.total
    slope[2] = -toA * a / columns.total
    slope[3] = -toB * b / columns.total
    return -sum / columns.total
  }
}

/// ln E[(1 − p)^n] for p beta(a, b), and its derivatives by a and by b, for each of ascending numbers of coins n.
private struct CoinSums {
  private(set) var logs: [Double] = []
  private(set) var byA: [Double] = []
  private(set) var byB: [Double] = []

  init(_ counts: [Int], a: Double, b: Double) {
    var (log, toA, toB, at) = (0.0, 0.0, 0.0, 0)
    for count in counts {
      while at < count {
        let place = b + Double(at)
        log -= .log(onePlus: a / place)
        toA -= 1 / (a + place)
        toB += a / (place * (a + place))
        at += 1
      }
      logs.append(log)
      byA.append(toA)
      byB.append(toB)
    }
  }
}
