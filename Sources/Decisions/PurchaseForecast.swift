import Forecast
import Ledger
import Portfolio
import Units

/// What to expect of each customer and of the company, by a model of purchases that was tried on the past.
///
/// Source: Fader, Hardie & Lee 2005; seed 004, « vous pouvez prédire efficacement les activités futures ». Method:
/// docs/methods/customer-forecast.md.
public struct PurchaseForecast: Sendable {
  /// A prediction held against what came.
  public struct HeldOut: Hashable, Sendable {
    /// Orders that were expected up to the end of what is known now; nothing where not even a rhythm tells.
    public let expected: Double?
    /// Those that came.
    public let came: Int
  }

  /// One customer.
  public struct Row: Hashable, Sendable {
    /// A place in the customer file.
    public let customer: Int
    /// What the models know of it.
    public let history: PurchaseHistory
    /// The chance that it has not dropped out, as the model has it; nothing where the model has no opinion.
    public let probabilityAlive: Double?
    /// The chance of an order in the months predicted; nothing where neither a model nor past losses tell.
    public let probabilityActive: Double?
    /// Orders over the months predicted; nothing where not even a rhythm tells.
    public let expectedOrders: Double?
    /// Orders that came in the time held out, and what was expected of it; nothing where none is.
    public let heldOut: HeldOut?
    /// What an order is worth.
    public let orderValue: Cents?
    /// Orders × what one is worth.
    public let revenue: Cents?
    /// Revenue × the customer's operating margin rate of the months up to the last day known; nothing where that is not known.
    public let margin: Cents?
    /// What its orders of the last twelve months came to.
    public let lastYear: Cents
    /// Its purchases of the last 365 days.
    public let lastYearOrders: Int
    /// When the next order is expected.
    public let nextOrder: NextOrder?

    /// By how much the expected revenue is less than that of the last twelve months; zero where it is not known.
    public var fall: Cents { revenue.map { lastYear - $0 } ?? .zero }
  }

  /// The last day known.
  public let until: Day
  /// Months predicted.
  public let months: Int
  /// The model, fitted; nothing where it was refused.
  public let model: FittedPurchases?
  /// Why there is none.
  public let refusal: FitRefusal?
  /// How customers' orders are told; nothing where there is no model, and each customer's rhythm stands in.
  public let method: OrdersMethod?
  /// The model of what an order is worth.
  public let spend: SpendFit?
  /// Whether dropping out is not proven by the data.
  public let isBoundary: Bool
  /// How the models did on the past, customer by customer.
  public let trial: CustomerTrial
  /// The company, month by month.
  public let company: RevenueForecast
  /// Customers that ever bought by then, in the order of the customer file.
  public let customers: [Int]
  /// Everybody's next order.
  public let next: NextOrders
  /// The company's season; nothing under two years of data.
  public let companySeason: SeasonIndex?

  private let log: PurchaseLog
  private let orders: OrderLog
  /// Of the window looked at, or of as many months up to the last whole month known.
  private let margins: Margins
  private let active: ActiveChances?
  /// Whole months known, and those that a rhythm is told from at least.
  private let knownMonths, leastMonths: Int
  private let rule: Policy.Prediction

  /// Predicts; nothing where the books hold no sale by then.
  /// - Parameters:
  ///   - log: every purchase.
  ///   - stages: everybody's up to a month.
  init?(
    _ request: ForecastRequest, log: PurchaseLog, portfolio: PortfolioAnalysis, stages: (Month) -> Stages?
  ) {
    let (books, policy) = (portfolio.books, portfolio.policy)
    guard let whole = SalesHistory(books: books) else { return nil }
    let until = min(request.until ?? whole.months.last.lastDay, whole.months.last.lastDay)
    guard until >= whole.months.first.lastDay else { return nil }
    rule = policy.prediction
    self.until = until
    self.log = log
    months = rule.horizonMonths
    let last = log.lastDay ?? whole.months.first.firstDay
    heldOutEnd = until < last ? min(last, until.advanced(by: rule.horizonMonths * 364 / 12)) : nil
    // A month begun is not known yet.
    let month = until == until.month.lastDay ? until.month : until.month.advanced(by: -1)
    trial = CustomerTrial(
      log, span: MonthSpan(whole.months.first, month), kinds: request.model.map { [$0] } ?? PurchaseModelKind.allCases,
      rule: rule)
    var (model, refusal): (FittedPurchases?, FitRefusal?)
    do {
      model = try (request.model ?? trial.nearest ?? .bgnbd).fit(log.summary(through: until))
    } catch {
      refusal = error
    }
    (self.model, self.refusal) = (model, refusal)
    let asked = request.model != nil
    method = model.map { [trial] in asked ? .model($0.kind) : trial.method(beside: $0.kind) }
    let dropoutGain = rule.dropoutGain.value
    isBoundary = model.map { $0.dropoutGain < dropoutGain } ?? false
    let places = 0..<log.customers
    spend = try? GammaGamma.fit(places.compactMap { log.spend(of: $0, through: until) })
    let known = whole.upTo(month)
    company = RevenueForecast(
      known, whole: whole, model: model, isAsked: asked, trial: trial, policy: policy)
    companySeason = SeasonIndex(of: known.revenue.map { Double($0.value) }, from: known.months.first)
    customers = places.filter { !log.places(of: $0, through: until).isEmpty }
    let window = books.window
    margins =
      month < window.asOf
      ? Margins(
        books: books, policy: policy,
        span: MonthSpan(max(whole.months.first, month.advanced(by: 1 - window.current.count)), month))
      : portfolio.margins
    knownMonths = whole.months.first.distance(to: month) + 1
    leastMonths = policy.growth.leastMonths
    orders = books.orders.through(until)
    active = stages(month).map { [orders] in
      ActiveChances($0, orders: orders, model: model, asksModelAlone: asked, rule: policy.winBack)
    }
    next = NextOrders(
      log: orders,
      gaps: heldOutEnd != nil ? OrderGaps(log: orders, categories: portfolio.categories) : portfolio.orderGaps,
      policy: policy, end: until, isLost: { [active] in active?.isLost($0) ?? false })
  }

  /// Weeks of the months predicted: a year is 52, as the models' papers have it.
  private var weeks: Double { Self.weeks(of: months) }
  static func weeks(of months: Int) -> Double { Double(months) * 52 / 12 }
  /// The twelve months up to the last day known.
  private var lastYear: MonthSpan { MonthSpan(until.month.advanced(by: -11), until.month) }
  /// The last day predicted.
  public var horizonEnd: Day { until.advanced(by: months * 364 / 12) }
  /// The last day that predictions can be held against; nothing where none is held out.
  public let heldOutEnd: Day?

  /// Orders to expect of a customer in the months predicted; by its rhythm where there is no model.
  public func expectedOrders(of customer: Int) -> Double? {
    log.history(of: customer, through: until).flatMap { expectedOrders(of: customer, $0, days: months * 364 / 12) }
  }

  /// The same within so many days: never fewer than the chance of one.
  private func expectedOrders(of customer: Int, _ history: PurchaseHistory, days: Int) -> Double? {
    let chance = active?.chance(of: customer, history, days: days) ?? 0
    guard let model, let method else { return rhythm(of: customer, days: days).map { max($0, chance) } }
    let before = Double(lastYearOrders(of: customer) * days) / 364
    return method.orders(
      of: history, weeks: Double(days) / 7, lastYear: before, model: model.model, chance: chance)
  }

  private func lastYearOrders(of customer: Int) -> Int {
    log.count(of: customer, after: until.advanced(by: -365), through: until)
  }

  /// Orders at the pace of the usual gap; nothing where too few months are known to have seen long gaps.
  private func rhythm(of customer: Int, days: Int) -> Double? {
    guard knownMonths >= leastMonths else { return nil }
    return switch next[customer] {
    case .known(let next): next.latest == nil ? nil : Double(days) / Double(max(1, next.typicalGap))
    case .unknown(.lost): 0
    case .unknown: nil
    }
  }

  /// What an order of a customer is worth, in the company's currency.
  private func orderValue(of customer: Int) -> Double? {
    if let spend, let value = spend.model.expectedSpend(of: log.spend(of: customer, through: until)) { return value }
    let own = orders[customer]
    guard !own.isEmpty else { return nil }
    return OrderValue(of: own, lastYear: lastYear).next / 100
  }

  /// All that is predicted of a customer; nothing for one that had not bought by then.
  public func row(of customer: Int) -> Row? {
    guard let history = log.history(of: customer, through: until) else { return nil }
    let orders = expectedOrders(of: customer)
    let value = orderValue(of: customer)
    let revenue = orders.flatMap { orders in value.map { orders * $0 } }
    let rate = margins.rows[customer].rate?.value
    let bought = self.orders[customer].filter { lastYear.contains($0.month) }
    return Row(
      customer: customer, history: history, probabilityAlive: model?.model.probabilityAlive(history),
      probabilityActive: active?.chance(of: customer, history, days: months * 364 / 12),
      expectedOrders: orders,
      heldOut: heldOut(customer, history),
      orderValue: value.map { Cents(predicted: $0 * 100) }, revenue: revenue.map { Cents(predicted: $0 * 100) },
      margin: revenue.flatMap { revenue in rate.map { Cents(predicted: revenue * $0 * 100) } },
      lastYear: bought.map(\.revenue).sum, lastYearOrders: lastYearOrders(of: customer),
      nextOrder: next[customer].value)
  }

  private func heldOut(_ customer: Int, _ history: PurchaseHistory) -> HeldOut? {
    heldOutEnd.map { end in
      HeldOut(
        expected: expectedOrders(of: customer, history, days: until.distance(to: end)),
        came: log.count(of: customer, after: until, through: end))
    }
  }

  /// The margin that a customer is still to bring, discounted; nothing where the margin rate or the model is missing.
  ///
  /// The model tells how purchases fade; where last year's orders stand for the months predicted, its level is theirs. As many
  /// expectations as months: for those who ask.
  public func residualValue(of customer: Int) -> Cents? {
    guard let model = model?.model, let history = log.history(of: customer, through: until),
      let value = orderValue(of: customer), let rate = margins.rows[customer].rate?.value
    else { return nil }
    let worth = model.residualValue(
      of: history, valuePerPurchase: value * rate, months: rule.residualMonths, yearlyRate: rule.discountRate.value)
    let expected = model.expectedPurchases(of: history, weeks: weeks)
    guard let told = expectedOrders(of: customer), expected > 0 else { return Cents(predicted: worth * 100) }
    return Cents(predicted: worth * told / expected * 100)
  }

  /// Customers of whom less is expected than they bought in the last twelve months, the largest fall first.
  ///
  /// O(n log n).
  public var falling: [Row] {
    customers.compactMap { row(of: $0) }.filter { $0.fall > .zero }
      .sorted { $0.fall == $1.fall ? $0.customer < $1.customer : $0.fall > $1.fall }
  }

  /// What to expect of all customers together; a sum of nothing but unknown numbers is unknown.
  ///
  /// Linear in the customers.
  public var sums: Sums {
    var sums = Sums()
    for customer in customers {
      guard let orders = expectedOrders(of: customer), let value = orderValue(of: customer) else { continue }
      sums.customers += 1
      sums.allOrders += orders
      sums.allRevenue += orders * value
      if let rate = margins.rows[customer].rate?.value {
        sums.knownMargins += 1
        sums.allMargin += orders * value * rate
      }
    }
    return sums
  }

  /// Sums over customers.
  public struct Sums: Hashable, Sendable {
    /// Customers whose orders and their worth are told.
    public fileprivate(set) var customers = 0
    /// Those of them whose margin rate is known.
    public fileprivate(set) var knownMargins = 0
    fileprivate var allOrders = 0.0
    fileprivate var allRevenue = 0.0
    fileprivate var allMargin = 0.0

    /// Orders; nothing where no customer's are told.
    public var orders: Double? { customers > 0 ? allOrders : nil }
    /// Revenue; nothing where no customer's is told.
    public var revenue: Cents? { customers > 0 ? Cents(predicted: allRevenue * 100) : nil }
    /// Margin of those whose rate is known; nothing where none is.
    public var margin: Cents? { knownMargins > 0 ? Cents(predicted: allMargin * 100) : nil }
    /// Customers whose revenue is told and whose margin is not.
    public var unknownMargins: Int { customers - knownMargins }
  }
}
