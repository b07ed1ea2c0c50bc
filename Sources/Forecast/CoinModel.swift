import RealModule

/// What BG/NBD and MBG/NBD share: the parameters and all that follows from them.
struct CoinModel: Hashable, Sendable {
  let r, alpha, a, b: Double
  /// Whether a customer may drop out right after the first purchase (MBG/NBD).
  let tossesFirst: Bool

  private var extra: Int { tossesFirst ? 1 : 0 }

  func logLikelihood(of summary: PurchaseSummary) -> Double {
    let columns = SummaryColumns(summary)
    guard columns.total > 0 else { return 0 }
    var slope = [0.0, 0, 0, 0]
    let value = CoinLikelihood(columns: columns, tossesFirst: tossesFirst).value(
      at: [.log(r), .log(alpha / columns.unit), .log(a), .log(b)], slope: &slope)
    return -value * columns.total + columns.unitLogLikelihood
  }

  /// The chance that no coin has ended it yet; one when none was tossed.
  func probabilityAlive(_ history: PurchaseHistory) -> Double {
    let tosses = history.repeats + extra
    guard tosses > 0 else { return 1 }
    let silence = Double.log(onePlus: (history.age - history.recency) / (alpha + history.recency))
    let odds = Double.log(a / (b + Double(tosses - 1))) + (r + Double(history.repeats)) * silence
    return 1 / (1 + .exp(odds))
  }

  func expectedPurchases(of history: PurchaseHistory, weeks: Double) -> Double {
    probabilityAlive(history)
      * PurchasesUntilTails(
        shape: r + Double(history.repeats), rate: alpha + history.age, a: a, b: b + Double(history.repeats + extra)
      ).mean(weeks: weeks)
  }

  func expectedPurchases(ofNewWithin weeks: Double) -> Double {
    let isKept = tossesFirst ? b / (a + b) : 1
    return isKept * PurchasesUntilTails(shape: r, rate: alpha, a: a, b: b + Double(extra)).mean(weeks: weeks)
  }
}

extension PurchaseModel {
  /// Fits BG/NBD or MBG/NBD, beginning where purchases without dropout are best.
  static func fitCoins(
    _ summary: PurchaseSummary, effort: FitEffort, tossesFirst: Bool, model: ([Double]) -> Self
  ) throws(FitRefusal) -> PurchaseFit<Self> {
    try FitRefusal.check(summary)
    let columns = SummaryColumns(summary)
    let steady = try PoissonGamma(columns)
    // Few drop out, many do, some customers do at once, nearly nobody does.
    let coins = [(0.8, 2.5), (1, 1), (0.1, 0.5), (0.1, 10)]
    return try fit(
      CoinLikelihood(columns: columns, tossesFirst: tossesFirst), columns: columns, effort: effort,
      withoutDropout: steady, starts: coins.map { steady.place + [.log($0), .log($1)] },
      timed: [false, true, false, false], model: model)
  }
}
