import Ledger
import Units

/// The company's last months as a whole: revenue, margin, active customers and orders of each.
///
/// Twelve months are told from the twelve before: whether a customer's margin is known is decided over each of them, as
/// in the margins of a year.
public struct CompanyMonths: Sendable {
  /// One month, or twelve together.
  public struct Sums: Hashable, Sendable {
    /// The months added up.
    public let span: MonthSpan
    /// Net invoicing, the lines of nobody known included.
    public internal(set) var revenue = Cents.zero
    /// The part of it whose customer is known.
    public internal(set) var customerRevenue = Cents.zero
    /// Operating margin of the customers whose margin is known; nothing when nobody's is.
    public internal(set) var operatingMargin: Cents?
    /// The revenue of those customers.
    public internal(set) var knownRevenue = Cents.zero
    /// Customers with an order, each counted once.
    public internal(set) var activeCustomers = 0
    /// Orders of all customers.
    public internal(set) var orders = 0

    /// Operating margin ÷ the revenue it was made on; nothing unless that revenue is positive.
    public var rate: Share? { knownRevenue > .zero ? operatingMargin.flatMap { Share($0, of: knownRevenue) } : nil }
    /// Revenue of known customers ÷ orders; nothing without an order.
    public var averageOrder: Cents? { orders > 0 ? customerRevenue.times(1, over: Int64(orders)) : nil }
  }

  /// The last 24 months up to `asOf`, or as many of them as the data have, oldest first.
  public let months: [Sums]
  /// The last 12 months.
  public let lastYear: Sums
  /// The 12 months before; nothing where the data begin later.
  public let yearBefore: Sums?

  /// Adds up the months, linear in the activity of 24 of them.
  public init(books: Books, policy: Policy) {
    let asOf = books.window.asOf
    let last = Year(MonthSpan(asOf.advanced(by: -11), asOf), books: books, policy: policy)
    let before = Year(MonthSpan(asOf.advanced(by: -23), asOf.advanced(by: -12)), books: books, policy: policy)
    let start = books.history?.first ?? asOf
    months = (before.months + last.months).filter { $0.span.first >= start }
    lastYear = last.whole
    yearBefore = before.whole.span.first >= start ? before.whole : nil
  }

  /// The last month, or nothing when the data have none.
  public var lastMonth: Sums? { months.last }

  /// The same month a year before the last, or nothing.
  public var sameMonthYearBefore: Sums? { months.count > 12 ? months[months.count - 13] : nil }
}

/// Twelve months, apart and together.
private struct Year {
  var months: [CompanyMonths.Sums]
  var whole: CompanyMonths.Sums

  init(_ span: MonthSpan, books: Books, policy: Policy) {
    months = span.months.map { CompanyMonths.Sums(span: MonthSpan($0, $0)) }
    whole = CompanyMonths.Sums(span: span)
    let margins = MonthlyMargins(books: books, policy: policy, span: span)
    for customer in 0..<books.customers.count {
      var isActive = false
      margins.forEachMonth(of: customer) { month in
        let place = span.first.distance(to: month.month)
        months[place].add(month, isAttributed: true)
        whole.add(month, isAttributed: true)
        guard month.orders > 0 else { return }
        months[place].activeCustomers += 1
        isActive = true
      }
      whole.activeCustomers += isActive ? 1 : 0
    }
    margins.forEachUnattributedMonth { month in
      months[span.first.distance(to: month.month)].add(month, isAttributed: false)
      whole.add(month, isAttributed: false)
    }
  }
}

extension CompanyMonths.Sums {
  fileprivate mutating func add(_ month: MonthMargin, isAttributed: Bool) {
    revenue += month.revenue
    guard isAttributed else { return }
    customerRevenue += month.revenue
    orders += month.orders
    guard let margin = month.operatingMargin else { return }
    operatingMargin = (operatingMargin ?? .zero) + margin
    knownRevenue += month.revenue
  }
}
