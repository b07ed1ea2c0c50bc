import Units

/// Every purchase of every customer as the purchase models count them: days with an invoice whose total is not negative.
///
/// Credit notes never count: they take no purchase back and make none. Flat columns, sorted by customer (in the order of the
/// customer file) then day.
public struct PurchaseLog: Sendable {
  /// Where each customer's purchases begin; one more at the end.
  public let offsets: [Int]
  /// The days, each once a customer.
  public let days: [Day]
  /// What was invoiced each day, never negative.
  public let totals: [Cents]

  /// Makes the log.
  /// - Parameter offsets: ascending, the first 0, the last the number of purchases.
  public init(offsets: [Int], days: [Day], totals: [Cents]) {
    precondition(
      offsets.first == 0 && offsets.last == days.count && days.count == totals.count, "offsets span the purchases")
    self.offsets = offsets
    self.days = days
    self.totals = totals
  }

  /// The orders of a log as purchases, where no invoices are known.
  public init(orders log: OrderLog) {
    self.init(offsets: log.offsets, days: log.orders.map(\.day), totals: log.orders.map(\.revenue))
  }

  /// How many customers there are.
  public var customers: Int { offsets.count - 1 }

  /// The last day on which anybody bought; nothing without a purchase.
  ///
  /// Linear in the customers.
  public var lastDay: Day? {
    (0..<customers).compactMap { offsets[$0] < offsets[$0 + 1] ? days[offsets[$0 + 1] - 1] : nil }.max()
  }

  /// The places of a customer's purchases up to a day.
  ///
  /// Logarithmic in its purchases.
  public func places(of customer: Int, through end: Day) -> Range<Int> {
    let first = offsets[customer]
    var (low, high) = (first, offsets[customer + 1])
    while low < high {
      let middle = (low + high) / 2
      if days[middle] <= end { low = middle + 1 } else { high = middle }
    }
    return first..<low
  }
}
