import Forecast
import Ledger
import Units

/// How a customer's orders are predicted.
public enum OrdersMethod: Hashable, Sendable {
  /// By what a model expects.
  case model(PurchaseModelKind)
  /// As many as in the last twelve months, times the chance that the model gives of not being gone.
  case lastYearIfActive(PurchaseModelKind)
  /// As many as in the last twelve months, and never fewer than the chance of one that the model gives.
  case lastYear(PurchaseModelKind)

  /// All that ask a model.
  public static func all(_ kind: PurchaseModelKind) -> [OrdersMethod] {
    [.model(kind), .lastYearIfActive(kind), .lastYear(kind)]
  }

  /// Orders to expect within some weeks, never fewer than the chance of one.
  /// - Parameters:
  ///   - lastYear: those of the last twelve months, for as many weeks.
  ///   - chance: that of an order, as it is known best.
  func orders(
    of history: PurchaseHistory, weeks: Double, lastYear: Double, model: any PurchaseModel, chance: Double
  ) -> Double {
    switch self {
    case .model: max(chance, model.expectedPurchases(of: history, weeks: weeks))
    case .lastYearIfActive: max(chance, lastYear * (model.probabilityAlive(history) ?? 1))
    case .lastYear: max(chance, lastYear)
    }
  }
}

/// Predictions of each customer's orders made again as of days past, held against what came.
///
/// Method: docs/methods/customer-forecast.md.
public struct CustomerTrial: Sendable {
  /// One day in the past.
  public struct Origin: Sendable {
    /// The last month known then.
    public let month: Month
    /// How many months after it are held out.
    public let heldOut: Int
    /// Each method's error over customers: Σ |predicted − came| ÷ Σ came; those of models that could not be fitted are
    /// missing, and all of them where nothing came.
    public let errors: [OrdersMethod: Double]
    /// The error of the rival to all: as many as in the last twelve months; nothing where nothing came.
    public let naive: Double?
    /// The models as they were fitted then.
    let fits: [PurchaseModelKind: FittedPurchases]
  }

  /// The days, the latest first.
  public let origins: [Origin]
  private let rule: Policy.Prediction

  /// Tries models on the past.
  ///
  /// Linear in days × models × customers, beside the fits.
  /// - Parameter span: the months that the data hold.
  init(_ log: PurchaseLog, span: MonthSpan, kinds: [PurchaseModelKind], rule: Policy.Prediction) {
    self.rule = rule
    let heldOut = min(rule.holdOutMonths, span.count / max(1, rule.holdOutPart))
    origins = rule.origins.filter { $0 >= 1 && span.count - $0 >= 12 && heldOut > 0 }.map { back in
      let month = span.last.advanced(by: -back)
      let summary = log.summary(through: month.lastDay)
      var fits: [PurchaseModelKind: FittedPurchases] = [:]
      for kind in kinds { fits[kind] = try? kind.fit(summary, effort: .quick) }
      let held = min(heldOut, back)
      let (errors, naive) = Self.errors(log, fits, at: month, held: held)
      return Origin(month: month, heldOut: held, errors: errors, naive: naive, fits: fits)
    }
  }

  private static func errors(
    _ log: PurchaseLog, _ fits: [PurchaseModelKind: FittedPurchases], at month: Month, held: Int
  ) -> (errors: [OrdersMethod: Double], naive: Double?) {
    let (start, end) = (month.lastDay, month.advanced(by: held).lastDay)
    let lastYear = month.advanced(by: -12).lastDay
    let weeks = Double(start.distance(to: end)) / 7
    let fits = PurchaseModelKind.allCases.compactMap { fits[$0] }
    let methods = fits.flatMap { OrdersMethod.all($0.kind) }
    var misses = [Double](repeating: 0, count: methods.count)
    var (naive, came) = (0.0, 0)
    for customer in 0..<log.customers {
      guard let history = log.history(of: customer, through: start) else { continue }
      let actual = log.count(of: customer, after: start, through: end)
      came += actual
      let before = Double(log.count(of: customer, after: lastYear, through: start) * held) / 12
      naive += (before - Double(actual)).magnitude
      for (place, fit) in fits.enumerated() {
        let chance = fit.probabilityOfPurchase(of: history, weeks: weeks)
        for own in 0..<3 {
          let told = methods[3 * place + own].orders(
            of: history, weeks: weeks, lastYear: before, model: fit.model, chance: chance)
          misses[3 * place + own] += (told - Double(actual)).magnitude
        }
      }
    }
    guard came > 0 else { return ([:], nil) }
    return (
      Dictionary(uniqueKeysWithValues: zip(methods, misses.map { $0 / Double(came) })), naive / Double(came)
    )
  }

  /// A method's mean error over the days on which it could be tried.
  public func error(of method: OrdersMethod) -> Double? {
    let errors = origins.compactMap { $0.errors[method] }
    return errors.isEmpty ? nil : errors.reduce(0, +) / Double(errors.count)
  }

  /// The rival's mean error over the days on which it could be tried.
  public var naiveError: Double? {
    let errors = origins.compactMap(\.naive)
    return errors.isEmpty ? nil : errors.reduce(0, +) / Double(errors.count)
  }

  /// The model with the smallest error on the days when all that are compared could be tried; the first of equals.
  public var nearest: PurchaseModelKind? {
    let tried = PurchaseModelKind.allCases.filter { kind in origins.contains { $0.errors[.model(kind)] != nil } }
    let most = tried.map { kind in origins.count { $0.errors[.model(kind)] != nil } }.max() ?? 0
    // A model that could be tried on fewer days than others would be compared on other days.
    let compared = tried.filter { kind in origins.count { $0.errors[.model(kind)] != nil } == most }
    return compared.compactMap { kind in error(of: .model(kind)).map { (kind, $0) } }.min { $0.1 < $1.1 }?.0
  }

  /// How customers' orders are best told where a model stands: by itself, unless last year times the chance of not being gone was
  /// nearer by the policy's gain on its part of the days; and by that, unless last year without it was nearer by as much.
  public func method(beside kind: PurchaseModelKind) -> OrdersMethod {
    [.lastYearIfActive(kind), .lastYear(kind)].reduce(.model(kind)) { taken, rival in
      isAhead(rival, of: taken) ? rival : taken
    }
  }

  private func isAhead(_ rival: OrdersMethod, of taken: OrdersMethod) -> Bool {
    let compared = origins.compactMap { origin -> Bool? in
      guard let own = origin.errors[taken], let other = origin.errors[rival] else { return nil }
      return other <= own * (1 - rule.leastGain.value)
    }
    return !compared.isEmpty && Double(compared.count { $0 }) >= rule.winningShare.value * Double(compared.count)
  }
}
