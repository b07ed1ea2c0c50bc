import RealModule

/// Gamma-Gamma: what a customer spends on a repeat day varies around its own mean, and those means vary among customers.
///
/// Money is in the company's currency. The model takes value and frequency as unrelated.
///
/// Source: Fader & Hardie, note 025, 2013; docs/methods/gamma-gamma.md.
public struct GammaGamma: Hashable, Sendable {
  /// The shape of the values of a customer's days.
  public let p: Double
  /// The shape of their scales among customers.
  public let q: Double
  /// The scale of these, in the company's currency.
  public let gamma: Double

  /// Takes parameters, all above zero: 10⁻¹⁶ to 10¹⁶.
  public init(p: Double, q: Double, gamma: Double) {
    precondition([p, q, gamma].allSatisfy(isParameter), "parameters are above zero")
    (self.p, self.q, self.gamma) = (p, q, gamma)
  }

  /// The mean of all customers, or nothing where q ≤ 1: so few very big ones then weigh that there is none.
  public var meanSpend: Double? { q > 1 ? p * gamma / (q - 1) : nil }

  /// The value to expect of a customer's next days: its own mean, drawn towards everybody's the less it bought.
  ///
  /// Everybody's where there is no spend yet, or where its mean is not above zero, which the model cannot read.
  public func expectedSpend(of spend: SpendHistory?) -> Double? {
    guard let spend, spend.mean > 0 else { return meanSpend }
    let shape = p * Double(spend.repeats)
    return shape + q > 1 ? p * (gamma + spend.mean * Double(spend.repeats)) / (shape + q - 1) : nil
  }

  /// The logarithm of the density of such means.
  /// - Parameter spends: those whose mean is not above zero are left out.
  public func logLikelihood(of spends: some Sequence<SpendHistory>) -> Double {
    let likelihood = SpendLikelihood(spends)
    guard likelihood.total > 0 else { return 0 }
    var slope = [0.0, 0, 0]
    let place = [Double.log(p), .log(q), .log(gamma / likelihood.unit)]
    return -likelihood.value(at: place, slope: &slope) * likelihood.total + likelihood.unitLogLikelihood
  }
}

/// A fitted spend model and what speaks for it.
public struct SpendFit: Hashable, Sendable {
  /// The model.
  public let model: GammaGamma
  /// Of the means it was fitted to.
  public let logLikelihood: Double
  /// Of p, q and γ; nothing where the data leave one of them open.
  public let standardErrors: [Double]?
  /// The largest slope left, per customer and logarithm of a parameter.
  public let steepness: Double
  /// The least second derivative, in the same measure.
  public let leastCurvature: Double
  /// Customers it was fitted to, and those left out since their mean is not above zero.
  public let customers, leftOut: Int
}

extension GammaGamma {
  /// The most likely model of customers that came back.
  ///
  /// O(n log n), then linear in the distinct histories.
  public static func fit(_ spends: some Sequence<SpendHistory>) throws(FitRefusal) -> SpendFit {
    let all = Array(spends)
    let likelihood = SpendLikelihood(all)
    let customers = all.count { $0.mean > 0 }
    if customers < FitRefusal.leastRepeaters { throw .tooFewRepeaters(customers) }
    let descent = Descent(function: likelihood)
    let found = [(6.0, 4.0, 2.0), (1, 2, 1), (30, 10, 0.5)].compactMap { start in
      descent.optimum(from: [.log(start.0), .log(start.1), .log(start.2 * max(0.1, start.1 - 1) / start.0)])
    }
    guard let best = found.filter(\.isProven).min(by: { $0.value < $1.value }) else { throw .noOptimum }
    let parameters = zip(best.place, [1, 1, likelihood.unit]).map { .exp($0) * $1 }
    var errors: [Double]?
    if best.isInterior, let inverse = best.curvature.inverse {
      errors = parameters.indices.map { parameters[$0] * (inverse.rows[$0][$0] / likelihood.total).squareRoot() }
    }
    return SpendFit(
      model: GammaGamma(p: parameters[0], q: parameters[1], gamma: parameters[2]),
      logLikelihood: -best.value * likelihood.total + likelihood.unitLogLikelihood, standardErrors: errors,
      steepness: best.steepness, leastCurvature: best.leastCurvature, customers: customers,
      leftOut: all.count - customers)
  }
}
