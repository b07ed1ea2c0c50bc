import Forecast
import Ledger
import Units

/// The company's revenue of the months ahead, by whatever was nearer in the past: the model or the same months last year.
///
/// Method: docs/methods/company-forecast.md.
public struct RevenueForecast: Sendable {
  /// What the months are told by.
  public enum Method: Hashable, Sendable {
    case model(PurchaseModelKind)
    case naive(NaiveForecast)
  }

  /// One month ahead.
  public struct Point: Hashable, Sendable {
    /// The month.
    public let month: Month
    /// What to expect.
    public let revenue: Cents
    /// The interval that is meant to hold the policy's part of the outcomes; nothing where the data are too short.
    public let interval: ClosedRange<Cents>?
    /// What came, for a month that the data hold.
    public let actual: Cents?
  }

  /// By what: the model only where it was nearer in the past or is asked for by name; nothing where no month can be told.
  public let method: Method?
  /// The months, the first after the last known; empty where nothing can be told.
  public let points: [Point]
  /// How the model and the rivals would have done.
  public let backTest: BackTest
  /// The last month known.
  public let last: Month

  /// Forecasts.
  /// - Parameters:
  ///   - history: what is known.
  ///   - whole: all that the data hold, later months included: what came.
  ///   - model: fitted to what was known; nothing where it could not be.
  ///   - isAsked: whether that model is to be used whatever it did in the past.
  init(
    _ history: SalesHistory, whole: SalesHistory, model: FittedPurchases?, isAsked: Bool, trial: CustomerTrial,
    policy: Policy
  ) {
    let last = history.months.last
    self.last = last
    let rule = policy.prediction
    let censored = policy.orders.censoredMonths
    let past = trial.origins.reduce(into: [:]) { fits, origin in
      fits[origin.month] = model.flatMap { origin.fits[$0.kind] }
    }
    backTest = BackTest(history, rule: rule) { known, months in
      past[known.months.last].map { Self.revenue(known, $0, months: months, censored: censored) }
    }
    let amounts = history.revenue.map { Double($0.value) }
    let count = rule.horizonMonths
    var told: [Double]?
    if let model, isAsked || backTest.usesModel {
      method = .model(model.kind)
      told = Self.revenue(history, model, months: count, censored: censored)
    } else if let rival = backTest.rival ?? NaiveForecast.allCases.first,
      let months = rival.months(count, after: amounts, rule: rule)
    {
      method = .naive(rival)
      told = months
    } else {
      method = nil
    }
    let interval = ForecastInterval(of: amounts, coverage: rule.coverage.value)
    points = (told ?? []).enumerated().map { place, revenue in
      let month = last.advanced(by: place + 1)
      let bounds = interval?.bounds(around: revenue)
      return Point(
        month: month, revenue: Cents(predicted: revenue),
        interval: bounds.map { Cents(predicted: $0.lowerBound)...Cents(predicted: $0.upperBound) },
        actual: whole.months.contains(month) ? whole.revenue[whole.months.first.distance(to: month)] : nil)
    }
  }

  private static func revenue(
    _ history: SalesHistory, _ fit: FittedPurchases, months: Int, censored: Int
  ) -> [Double] {
    func told(_ model: some PurchaseModel) -> [Double] {
      CompanyForecast(history, model: model, months: months, censoredMonths: censored).points.map(\.revenue)
    }
    return told(fit.model)
  }

  /// The sum of the months.
  public var total: Cents { points.map(\.revenue).sum }
  /// The error of what is used, as the back-test measured it.
  public var usedError: Double? {
    switch method {
    case .model: backTest.modelWape
    case .naive: backTest.rivalWape
    case nil: nil
    }
  }
}
