import Ledger
import Units

/// Whether the number of customers and their orders are up to the revenue the company expects.
///
/// Source: docs/methods/adequacy.md; seed 001, "le nombre de vos clients est compatible avec le chiffre d'affaire
/// attendu".
public struct Adequacy: Sendable {
  /// How worrying it is.
  public enum Level: String, CaseIterable, Sendable {
    /// Not below, or not for long.
    case ok
    /// Below for three months in a row, or as long as policy says.
    case watch
    /// Below for twelve months in a row, or as long as policy says.
    case alarm
    /// The company has just started.
    case exempt
    /// No revenue is expected in policy.
    case notSet
  }

  /// The gap told three ways, each enough alone; all zero when nothing is missing.
  public struct Missing: Hashable, Sendable {
    /// More customers like the present ones, rounded up.
    public let customers: Int
    /// More orders like the present ones, rounded up.
    public let orders: Int
    /// More on each present order, rounded up to the cent.
    public let averageOrder: Cents
  }

  /// Twelve months that end with a month.
  public struct RollingYear: Hashable, Sendable {
    /// The last of the twelve.
    public let end: Month
    /// All revenue of the twelve, unattributed lines too.
    public let revenue: Cents
  }

  /// Why something cannot be known.
  public enum Unknown: String, CaseIterable, Sendable {
    /// No revenue is expected in policy.
    case notSet
    /// No order in W, or no revenue from the customers who ordered: nothing to measure the gap by.
    case noOrders
    /// No twelve months in a row lie within the data.
    case underTwelveMonths
  }

  /// The revenue expected over W: that of 12 months × months ÷ 12; nothing when policy sets none.
  public let expected: Cents?
  /// All revenue of W, unattributed lines too.
  public let actual: Cents
  /// Customers with an order in W.
  public let customers: Int
  /// Their orders in W.
  public let orders: Int
  /// The revenue in W of all customers; customers × orders per customer × average order is this.
  public let customersRevenue: Cents
  /// Expected less actual when that is above zero, told three ways.
  public let missing: Knowable<Missing, Unknown>
  /// Months in a row, up to `asOf`, at whose end the last twelve months were below what is expected.
  ///
  /// The start-up months are not counted.
  public let monthsBelow: Knowable<Int, Unknown>
  /// How worrying it is, or why that cannot be known.
  public let level: Knowable<Level, Unknown>
  /// Every twelve months in a row that lie within the data, up to `asOf`, oldest first.
  public let rollingYears: [RollingYear]
  /// What is expected of each twelve months; nothing when policy sets nothing.
  public let expectedOfYear: Cents?

  /// Orders ÷ customers; nothing without a customer.
  public var ordersPerCustomer: Share? { Share(Int64(orders), of: Int64(customers)) }
  /// Revenue ÷ orders, rounded half away from zero; nothing without an order.
  public var averageOrder: Cents? { orders > 0 ? customersRevenue.times(1, over: Int64(orders)) : nil }

  /// Weighs the customer base.
  ///
  /// Linear in the activity.
  public init(books: Books, policy: Policy) {
    let rule = policy.adequacy
    let span = books.window.current
    let cells = books.customers.ids.indices.map { books.activity.latest(of: $0, in: span) }
    let unattributed = (0..<books.unattributed.customers).map { books.unattributed.latest(of: $0, in: span).revenue }
    let expected = rule.expectedRevenue.map { $0.times(Int64(span.count), over: 12) }
    customersRevenue = cells.map(\.revenue).sum
    let actual = customersRevenue + unattributed.sum
    self.actual = actual
    customers = cells.count { $0.orders > 0 }
    orders = cells.reduce(0) { $0 + $1.orders }
    self.expected = expected
    missing = Missing.of(
      gap: expected.map { $0 - actual }, customers: customers, orders: orders, revenue: customersRevenue)
    rollingYears = RollingYear.all(of: books)
    expectedOfYear = rule.expectedRevenue
    monthsBelow = months(below: rule.expectedRevenue, of: rollingYears, countedFrom: policy.firstCountedMonth)
    level = Level.of(monthsBelow, policy: policy, asOf: books.window.asOf)
  }
}

extension Adequacy.Missing {
  fileprivate static func of(
    gap: Cents?, customers: Int, orders: Int, revenue: Cents
  ) -> Knowable<Adequacy.Missing, Adequacy.Unknown> {
    guard let gap else { return .unknown(.notSet) }
    guard gap > .zero else { return .known(Adequacy.Missing(customers: 0, orders: 0, averageOrder: .zero)) }
    guard customers > 0, orders > 0, revenue > .zero else { return .unknown(.noOrders) }
    func up(_ count: Int) -> Int? {
      Int(exactly: (Int128(gap.value) * Int128(count) + Int128(revenue.value) - 1) / Int128(revenue.value))
    }
    guard let moreCustomers = up(customers), let moreOrders = up(orders) else { return .unknown(.noOrders) }
    let each = (Int128(gap.value) + Int128(orders) - 1) / Int128(orders)
    return .known(
      Adequacy.Missing(customers: moreCustomers, orders: moreOrders, averageOrder: Cents(Int64(each))))
  }
}

extension Adequacy.Level {
  fileprivate static func of(
    _ monthsBelow: Knowable<Int, Adequacy.Unknown>, policy: Policy, asOf: Month
  ) -> Knowable<Adequacy.Level, Adequacy.Unknown> {
    if policy.adequacy.expectedRevenue == nil { return .known(.notSet) }
    if policy.firstCountedMonth.map({ asOf < $0 }) ?? false { return .known(.exempt) }
    switch monthsBelow {
    case .unknown(let reason): return .unknown(reason)
    case .known(let months):
      if months >= policy.adequacy.alarmMonths { return .known(.alarm) }
      return .known(months >= policy.adequacy.watchMonths ? .watch : .ok)
    }
  }
}

extension Policy {
  /// The first month in which the company is no start-up any more; nothing when its start is not set.
  fileprivate var firstCountedMonth: Month? { company.started?.advanced(by: adequacy.exemptMonths) }
}

extension Adequacy.RollingYear {
  /// The twelve months to each month of the data that has as many before it.
  fileprivate static func all(of books: Books) -> [Adequacy.RollingYear] {
    let asOf = books.window.asOf
    guard let first = books.history?.first, first.distance(to: asOf) >= 11 else { return [] }
    var revenue = [Cents](repeating: .zero, count: first.distance(to: asOf) + 1)
    for activity in [books.activity, books.unattributed] {
      for (month, cell) in zip(activity.months, activity.cells) where month >= first && month <= asOf {
        revenue[first.distance(to: month)] += cell.revenue
      }
    }
    var year = revenue.prefix(11).sum
    return (11..<revenue.count).map { place in
      year += revenue[place] - (place < 12 ? .zero : revenue[place - 12])
      return Adequacy.RollingYear(end: first.advanced(by: place), revenue: year)
    }
  }
}

/// How many months in a row, back from the last, end twelve months below what is expected over twelve months.
private func months(
  below expected: Cents?, of years: [Adequacy.RollingYear], countedFrom start: Month?
) -> Knowable<Int, Adequacy.Unknown> {
  guard let expected else { return .unknown(.notSet) }
  guard !years.isEmpty else { return .unknown(.underTwelveMonths) }
  return .known(
    years.reversed().prefix { year in year.revenue < expected && start.map { year.end >= $0 } ?? true }.count)
}
