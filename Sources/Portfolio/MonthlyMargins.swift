import Ledger
import Units

/// One customer's margin in one month.
public struct MonthMargin: Hashable, Sendable {
  /// The month.
  public let month: Month
  /// Net invoicing, tax excluded.
  public internal(set) var revenue = Cents.zero
  /// Revenue less direct cost; nothing when the customer's margin over the span is unknown.
  public internal(set) var grossMargin: Cents?
  /// What serving the customer cost.
  public internal(set) var costToServe = Cents.zero
  /// Service minutes.
  public internal(set) var minutes = 0
  /// Orders.
  public internal(set) var orders = 0

  /// Gross margin less cost to serve; nothing when the gross margin is unknown.
  public var operatingMargin: Cents? { grossMargin.map { $0 - costToServe } }
}

/// Every customer's margin month by month; a customer's months sum to its margin over the span, to the cent.
///
/// Whether a margin is known is decided over the span. Revenue without a cost is taken at the span's rate, each month receiving what the sum up to it grows by.
public struct MonthlyMargins: Sendable {
  /// The same margins over the span as a whole.
  public let whole: Margins
  private let activity: Activity
  private let unattributedActivity: Activity
  private let least: Rate

  /// Makes the view; months are reckoned when asked for.
  public init(books: Books, policy: Policy, span: MonthSpan) {
    self.init(books: books, policy: policy, whole: Margins(books: books, policy: policy, span: span))
  }

  /// Makes the view of margins that are reckoned already.
  public init(books: Books, policy: Policy, whole: Margins) {
    self.whole = whole
    activity = books.activity
    unattributedActivity = books.unattributed
    least = policy.margin.minimumCostedShare
  }

  /// Hands over one customer's months that have a sale line, a service or a payment, in order.
  ///
  /// Linear in them, nothing allocated.
  public func forEachMonth(of customer: Int, _ body: (MonthMargin) -> Void) {
    walk(
      activity, customer, whole.costs.cells(of: customer), whole.costs.payments.cells(of: customer),
      purchases: whole.purchaseRate.value, body)
  }

  /// Hands over the months of the lines, services and losses of nobody known.
  public func forEachUnattributedMonth(_ body: (MonthMargin) -> Void) {
    walk(
      unattributedActivity, 0, whole.costs.unattributedCells, whole.costs.payments.unattributedCells, purchases: nil,
      body)
  }

  /// One customer's months, one for each month of the span.
  public func months(of customer: Int) -> [MonthMargin] {
    let known = whole.rows[customer].grossMargin != nil
    var months = whole.span.months.map { MonthMargin(month: $0, grossMargin: known ? .zero : nil) }
    forEachMonth(of: customer) { months[whole.span.first.distance(to: $0.month)] = $0 }
    return months
  }

  /// Goes through sales, services and payments side by side.
  private func walk(
    _ activity: Activity, _ customer: Int, _ costs: ArraySlice<CostToServe.Cell>,
    _ payments: ArraySlice<PaymentActivity.Cell>, purchases: PurchaseRate?, _ body: (MonthMargin) -> Void
  ) {
    let span = whole.span
    let sales = customer < activity.customers ? activity.range(of: customer) : 0..<0
    var sale = sales.upperBound
    while sale > sales.lowerBound, activity.months[sale - 1] >= span.first { sale -= 1 }
    let total = customer < activity.customers ? activity.latest(of: customer, in: span) : Activity.Cell()
    let gross = GrossMargin(total, minimumCostedShare: least, purchases: purchases)
    var (service, payment) = (costs.startIndex, payments.startIndex)
    var uncosted = Cents.zero
    while true {
      let saleMonth = sale < sales.upperBound && activity.months[sale] <= span.last ? activity.months[sale] : nil
      let serviceMonth = service < costs.endIndex ? costs[service].month : nil
      let paymentMonth = payment < payments.endIndex ? payments[payment].month : nil
      guard let next = earliest(earliest(saleMonth, serviceMonth), paymentMonth) else { return }
      var month = MonthMargin(month: next, grossMargin: gross.map { _ in .zero })
      if saleMonth == month.month {
        let cell = activity.cells[sale]
        sale += 1
        month.revenue = cell.revenue
        month.orders = cell.orders
        if let gross {
          let before = gross.onUncosted(uncosted)
          uncosted += cell.revenue - cell.costedRevenue
          month.grossMargin = cell.costedRevenue - cell.directCost + gross.onUncosted(uncosted) - before
        }
      }
      while service < costs.endIndex, costs[service].month == month.month {
        month.costToServe += costs[service].cost
        month.minutes += costs[service].minutes
        service += 1
      }
      if paymentMonth == month.month {
        month.costToServe += whole.costs.payments.cost(of: payments[payment])
        payment += 1
      }
      body(month)
    }
  }
}

/// The earlier of two months, or the one there is.
private func earliest(_ first: Month?, _ second: Month?) -> Month? {
  guard let first, let second else { return first ?? second }
  return min(first, second)
}
