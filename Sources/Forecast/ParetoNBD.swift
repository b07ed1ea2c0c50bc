import RealModule

/// Pareto/NBD: a customer buys at its own steady pace and may drop out at any time, whether it has just bought or not.
///
/// Source: Schmittlein, Morrison & Colombo 1987; Fader & Hardie, note 008, 2005; docs/methods/pareto-nbd.md.
public struct ParetoNBD: PurchaseModel {
  /// The shape of the purchase rates among customers.
  public let r: Double
  /// Their scale, in weeks.
  public let alpha: Double
  /// The shape of the dropout rates among customers.
  public let s: Double
  /// Their scale, in weeks.
  public let beta: Double

  /// Takes parameters, all above zero: 10⁻¹⁶ to 10¹⁶.
  public init(r: Double, alpha: Double, s: Double, beta: Double) {
    precondition([r, alpha, s, beta].allSatisfy(isParameter), "parameters are above zero")
    (self.r, self.alpha, self.s, self.beta) = (r, alpha, s, beta)
  }

  /// r, α in weeks, s, β in weeks.
  public static let names = ["r", "alpha", "s", "beta"]

  /// The parameters, in the order of the names.
  public var parameters: [Double] { [r, alpha, s, beta] }

  /// The logarithm of the chance of such histories, time in weeks.
  ///
  /// Linear in the distinct histories.
  public func logLikelihood(of summary: PurchaseSummary) -> Double {
    let columns = SummaryColumns(summary)
    guard columns.total > 0 else { return 0 }
    var slope = [0.0, 0, 0, 0]
    let value = ParetoLikelihood(columns: columns).value(
      at: [.log(r), .log(alpha / columns.unit), .log(s), .log(beta / columns.unit)], slope: &slope)
    return -value * columns.total + columns.unitLogLikelihood
  }

  /// The chance that the customer still buys.
  public func probabilityAlive(_ history: PurchaseHistory) -> Double? { alive(history) }

  /// Purchases to expect of a known customer in the weeks to come.
  public func expectedPurchases(of history: PurchaseHistory, weeks: Double) -> Double {
    alive(history) * (r + Double(history.repeats)) / (alpha + history.age)
      * timeAlive(weeks, beta: beta + history.age)
  }

  /// Repeat purchases to expect of a new customer in the weeks after the first purchase.
  public func expectedPurchases(ofNewWithin weeks: Double) -> Double { r / alpha * timeAlive(weeks, beta: beta) }

  private func alive(_ history: PurchaseHistory) -> Double {
    let dropout = SilentDropout(alpha: alpha, s: s, beta: beta)
    return dropout.mixture(
      exponent: r + Double(history.repeats), from: dropout.moment(history.recency), to: dropout.moment(history.age)
    ).alive
  }

  /// Weeks a customer alive now is expected to stay within so many: ∫ (β ÷ (β + t))^s, without its singularity at s = 1.
  private func timeAlive(_ weeks: Double, beta: Double) -> Double {
    guard weeks > 0 else { return 0 }
    let growth = Double.log(onePlus: min(weeks, PurchaseHistory.mostWeeks) / beta)
    let exponent = (1 - s) * growth
    return beta * growth * (abs(exponent) < 1e-300 ? 1 : .expMinusOne(exponent) / exponent)
  }

  /// The most likely model of customers; each evaluation is linear in the distinct histories.
  public static func fit(
    _ summary: PurchaseSummary, effort: FitEffort
  ) throws(FitRefusal) -> PurchaseFit<ParetoNBD> {
    try FitRefusal.check(summary)
    let columns = SummaryColumns(summary)
    let steady = try PoissonGamma(columns)
    // Shape and scale of dropout, in units of the longest age: soon for many, late for most, hardly ever.
    let dropout = [(0.6, 0.3), (1, 1), (0.2, 0.05), (3, 30)]
    return try fit(
      ParetoLikelihood(columns: columns), columns: columns, effort: effort, withoutDropout: steady,
      starts: dropout.map { steady.place + [.log($0), .log($1)] }, timed: [false, true, false, true]
    ) { ParetoNBD(r: $0[0], alpha: $0[1], s: $0[2], beta: $0[3]) }
  }
}
