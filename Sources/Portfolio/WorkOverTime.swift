import Ledger
import Units

/// Whether more customers brought revenue, or only work, month by month.
///
/// The last 12 months are compared with the 12 before, whatever the window.
///
/// Source: seed 002, « En multipliant le nombre de ses clients, il multipliera d'abord sa charge de travail ». Method:
/// docs/methods/time-is-money.md.
public struct WorkOverTime: Sendable {
  /// Customers, revenue and time of a month or of a year.
  public struct Load: Hashable, Sendable {
    /// The months added up.
    public let span: MonthSpan
    /// Customers with an order in them, each counted once.
    public internal(set) var customers = 0
    /// Revenue of all customers.
    public internal(set) var revenue = Cents.zero
    /// Service minutes given to all customers.
    public internal(set) var minutes = 0

    /// Revenue an hour; nothing without time.
    public var revenuePerHour: Cents? { perHour(revenue, minutes) }
    /// Revenue for each customer with an order; nothing without one.
    public var revenuePerCustomer: Cents? { customers > 0 ? revenue.times(1, over: Int64(customers)) : nil }
  }

  /// What more customers brought.
  public enum Finding: String, CaseIterable, Sendable {
    /// There are not more customers than a year ago.
    case noMoreCustomers
    /// More customers, more revenue, and no less of it for an hour.
    case moreRevenue
    /// More customers and more revenue, but time grew faster than revenue.
    case moreWorkThanRevenue
    /// More customers and more time, but no more revenue.
    case onlyWork
    /// More customers, but neither more time nor more revenue: they are smaller.
    case neither
  }

  /// Why nothing can be found.
  public enum Unknown: String, CaseIterable, Sendable {
    /// The data begin less than 24 months before the end.
    case historyTooShort
    /// No service was ever logged.
    case noServiceLog
    /// The first service was logged after the earlier 12 months had begun.
    case serviceLogTooShort
  }

  /// The last 24 months, or as many of them as the data have.
  public let months: [Load]
  /// The last 12 months.
  public let lastYear: Load
  /// The 12 months before.
  public let yearBefore: Load
  /// What more customers brought, or why that cannot be known.
  public let finding: Knowable<Finding, Unknown>

  /// Adds up the 24 months that end with the window.
  public init(books: Books, policy: Policy) {
    let asOf = books.window.asOf
    let last = MonthSpan(asOf.advanced(by: -11), asOf)
    let before = MonthSpan(asOf.advanced(by: -23), asOf.advanced(by: -12))
    let span = MonthSpan(before.first, asOf)
    var months = span.months.map { Load(span: MonthSpan($0, $0)) }
    var (lastYear, yearBefore) = (Load(span: last), Load(span: before))
    let margins = MonthlyMargins(books: books, policy: policy, span: span)
    for customer in 0..<books.customers.count {
      var (activeLast, activeBefore) = (false, false)
      margins.forEachMonth(of: customer) { month in
        let place = span.first.distance(to: month.month)
        let isLast = last.contains(month.month)
        months[place].revenue += month.revenue
        months[place].minutes += month.minutes
        guard month.orders > 0 else { return }
        months[place].customers += 1
        if isLast { activeLast = true } else { activeBefore = true }
      }
      lastYear.customers += activeLast ? 1 : 0
      yearBefore.customers += activeBefore ? 1 : 0
    }
    for month in months.suffix(12) { lastYear.add(month) }
    for month in months.prefix(12) { yearBefore.add(month) }
    let start = books.history?.first ?? asOf
    self.months = months.filter { $0.span.first >= start }
    self.lastYear = lastYear
    self.yearBefore = yearBefore
    finding = Self.finding(
      lastYear, yearBefore, historyStart: start, logStart: books.services.cells.map(\.month).min(),
      knowledge: margins.whole.costs.knowledge)
  }

  private static func finding(
    _ last: Load, _ before: Load, historyStart: Month, logStart: Month?, knowledge: CostToServe.Knowledge
  ) -> Knowable<Finding, Unknown> {
    guard historyStart <= before.span.first else { return .unknown(.historyTooShort) }
    if knowledge == .noServiceLog { return .unknown(.noServiceLog) }
    if knowledge != .standIn, logStart.map({ $0 > before.span.first }) ?? true { return .unknown(.serviceLogTooShort) }
    guard last.customers > before.customers else { return .known(.noMoreCustomers) }
    guard last.revenue > before.revenue else {
      return .known(last.minutes > before.minutes ? .onlyWork : .neither)
    }
    let yieldHeld =
      Int128(last.revenue.value) * Int128(before.minutes) >= Int128(before.revenue.value) * Int128(last.minutes)
    return .known(yieldHeld ? .moreRevenue : .moreWorkThanRevenue)
  }
}

extension WorkOverTime.Load {
  /// Adds a month's revenue and time, not its customers: a customer of several months counts once.
  fileprivate mutating func add(_ month: Self) {
    revenue += month.revenue
    minutes += month.minutes
  }
}
