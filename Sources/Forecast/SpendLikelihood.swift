import RealModule

/// −LL per customer of Gamma-Gamma, over ln p, ln q and ln γ, money in units of the geometric mean.
///
/// Source: Fader & Hardie, note 025, equation 1a.
struct SpendLikelihood: Objective {
  private let rows: [(repeats: Double, log: Double, weight: Double)]
  /// The company's currency in a unit of money.
  let unit: Double
  /// The sum of the weights.
  let total: Double
  /// What turning the unit back into currency adds to the log-likelihood.
  let unitLogLikelihood: Double

  init(_ spends: some Sequence<SpendHistory>) {
    var weights: [SpendHistory: Double] = [:]
    for spend in spends where spend.mean > 0 { weights[spend, default: 0] += 1 }
    let sorted = weights.sorted { ($0.key.repeats, $0.key.mean) < ($1.key.repeats, $1.key.mean) }
    let total = sorted.reduce(0) { $0 + $1.value }
    let middle = total > 0 ? sorted.reduce(0) { $0 + $1.value * .log($1.key.mean) } / total : 0
    self.total = total
    unit = .exp(middle)
    unitLogLikelihood = -total * middle
    rows = sorted.map { (Double($0.key.repeats), .log($0.key.mean) - middle, $0.value) }
  }

  var dimension: Int { 3 }

  func value(at place: [Double], slope: inout [Double]) -> Double {
    let (p, q) = (Double.exp(place[0]), Double.exp(place[1]))
    var (sum, toP, toQ, toGamma) = (0.0, 0.0, 0.0, 0.0)
    var (count, beta, ratioP, ratioQ) = (-1.0, 0.0, 0.0, 0.0)
    for row in rows {
      let shape = p * row.repeats
      if row.repeats != count {
        count = row.repeats
        // −ln B(px, q) and its derivatives by px and q.
        beta = -logBeta(shape, q)
        ratioP = digammaStep(shape, by: q)
        ratioQ = digammaStep(q, by: shape)
      }
      // ln(1 + x·m ÷ γ) and the share x·m ÷ (γ + x·m), through the logarithm of x·m ÷ γ.
      let logRatio = row.log + .log(row.repeats) - place[2]
      let small = Double.exp(-abs(logRatio))
      let logSum = max(0, logRatio) + .log(onePlus: small)
      let own = logRatio > 0 ? 1 / (1 + small) : small / (1 + small)
      sum += row.weight * (beta + shape * (logRatio - logSum) - q * logSum - row.log)
      toP += row.weight * row.repeats * (ratioP + logRatio - logSum)
      toQ += row.weight * (ratioQ - logSum)
      toGamma += row.weight * ((shape + q) * own - shape)
    }
    slope[0] = -toP * p / total
    slope[1] = -toQ * q / total
    slope[2] = -toGamma / total
    return -sum / total
  }
}
