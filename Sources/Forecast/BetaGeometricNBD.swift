/// BG/NBD: a customer buys at its own steady pace and may drop out after any repeat purchase.
///
/// Source: Fader, Hardie & Lee, Counting Your Customers the Easy Way, 2005; docs/methods/bg-nbd.md.
public struct BetaGeometricNBD: PurchaseModel {
  /// The shape of the purchase rates among customers.
  public let r: Double
  /// Their scale, in weeks.
  public let alpha: Double
  /// With b, the distribution of the chance of dropping out after a purchase.
  public let a: Double
  /// With a, the same: its mean is a ÷ (a + b).
  public let b: Double

  /// Takes parameters, all above zero: 10⁻¹⁶ to 10¹⁶.
  public init(r: Double, alpha: Double, a: Double, b: Double) {
    precondition([r, alpha, a, b].allSatisfy(isParameter), "parameters are above zero")
    (self.r, self.alpha, self.a, self.b) = (r, alpha, a, b)
  }

  private var coins: CoinModel { CoinModel(r: r, alpha: alpha, a: a, b: b, tossesFirst: false) }

  /// r, α in weeks, a, b.
  public static let names = ["r", "alpha", "a", "b"]

  /// The parameters, in the order of the names.
  public var parameters: [Double] { [r, alpha, a, b] }

  /// The logarithm of the chance of such histories, time in weeks.
  ///
  /// Linear in the distinct histories.
  public func logLikelihood(of summary: PurchaseSummary) -> Double { coins.logLikelihood(of: summary) }

  /// The chance that the customer still buys; nothing without a repeat, where the model says 1 of everybody.
  public func probabilityAlive(_ history: PurchaseHistory) -> Double? {
    history.repeats > 0 ? coins.probabilityAlive(history) : nil
  }

  /// Purchases to expect of a known customer in the weeks to come.
  public func expectedPurchases(of history: PurchaseHistory, weeks: Double) -> Double {
    coins.expectedPurchases(of: history, weeks: weeks)
  }

  /// Repeat purchases to expect of a new customer in the weeks after the first purchase.
  public func expectedPurchases(ofNewWithin weeks: Double) -> Double { coins.expectedPurchases(ofNewWithin: weeks) }

  /// The most likely model of customers; each evaluation is linear in the distinct histories.
  public static func fit(
    _ summary: PurchaseSummary, effort: FitEffort
  ) throws(FitRefusal) -> PurchaseFit<BetaGeometricNBD> {
    try fitCoins(summary, effort: effort, tossesFirst: false) {
      BetaGeometricNBD(r: $0[0], alpha: $0[1], a: $0[2], b: $0[3])
    }
  }
}
