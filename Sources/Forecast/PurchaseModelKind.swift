import RealModule

/// The purchase models there are, by the names that commands know.
public enum PurchaseModelKind: String, CaseIterable, Sendable {
  case bgnbd, mbgnbd, paretonbd

  /// The model fitted to customers by maximum likelihood.
  /// - Throws: `FitRefusal` where the customers are too few, or nothing can be proven the best.
  public func fit(_ summary: PurchaseSummary, effort: FitEffort = .full) throws(FitRefusal) -> FittedPurchases {
    switch self {
    case .bgnbd: FittedPurchases(self, try BetaGeometricNBD.fit(summary, effort: effort))
    case .mbgnbd: FittedPurchases(self, try ModifiedBetaGeometricNBD.fit(summary, effort: effort))
    case .paretonbd: FittedPurchases(self, try ParetoNBD.fit(summary, effort: effort))
    }
  }
}

/// A fitted model of any kind, and what speaks for it.
public struct FittedPurchases: Sendable {
  /// Which.
  public let kind: PurchaseModelKind
  /// The model.
  public let model: any PurchaseModel
  /// The names of its parameters, in order.
  public let names: [String]
  /// Of each parameter; nothing at a boundary and after a quick fit.
  public let standardErrors: [Double]?
  /// Of the histories it was fitted to, time in weeks.
  public let logLikelihood: Double
  /// Twice what dropout adds to it, never below zero.
  public let dropoutGain: Double

  init<Model: PurchaseModel>(_ kind: PurchaseModelKind, _ fit: PurchaseFit<Model>) {
    self.kind = kind
    model = fit.model
    names = Model.names
    standardErrors = fit.standardErrors
    logLikelihood = fit.logLikelihood
    dropoutGain = fit.dropoutGain
  }

  /// The chance that a customer buys within so many weeks: P(alive), 1 where the model has no opinion, times the chance that
  /// who is alive buys, at least once, at its gamma rate.
  ///
  /// 1 − ((α + T) ÷ (α + T + w))^(r + x). Dropping out before the first of these purchases is left out, but for this: the chance
  /// of one is never above the purchases expected.
  public func probabilityOfPurchase(of history: PurchaseHistory, weeks: Double) -> Double {
    let (r, alpha) = (model.parameters[0], model.parameters[1])
    let silent = -(r + Double(history.repeats)) * .log(onePlus: weeks / (alpha + history.age))
    return min(
      (model.probabilityAlive(history) ?? 1) * (1 - .exp(silent)),
      model.expectedPurchases(of: history, weeks: weeks))
  }

  /// Each parameter by its name.
  public var parameters: [(name: String, value: Double)] { Array(zip(names, model.parameters)) }
}
