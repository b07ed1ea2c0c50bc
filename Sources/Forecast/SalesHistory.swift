import Ledger
import Units

/// What a forecast is made from: every customer's orders, and the books' revenue month by month.
public struct SalesHistory: Sendable {
  /// The months that the data hold.
  public let months: MonthSpan
  /// Orders, none after `months`.
  public let orders: OrderLog
  /// The books' revenue of each month, sales without a customer included.
  public let revenue: [Cents]

  /// Brings them together.
  /// - Parameter revenue: as many as `months`.
  public init(months: MonthSpan, orders: OrderLog, revenue: [Cents]) {
    precondition(revenue.count == months.count, "each month has its revenue")
    self.months = months
    self.orders = orders
    self.revenue = revenue
  }

  /// The same from books; nothing where they hold no sale.
  ///
  /// Linear in the activity.
  public init?(books: Books) {
    guard let first = books.history?.first else { return nil }
    let months = MonthSpan(first, books.window.asOf)
    var revenue = [Cents](repeating: .zero, count: months.count)
    for activity in [books.activity, books.unattributed] {
      for (month, cell) in zip(activity.months, activity.cells) where months.contains(month) {
        revenue[months.first.distance(to: month)] += cell.revenue
      }
    }
    self.init(months: months, orders: books.orders, revenue: revenue)
  }

  /// How many customers there are.
  public var customers: Int { orders.offsets.count - 1 }

  /// What was known at the end of an earlier month.
  ///
  /// Linear in the orders.
  /// - Parameter month: one of `months`.
  public func upTo(_ month: Month) -> SalesHistory {
    let span = MonthSpan(months.first, month)
    return SalesHistory(
      months: span, orders: orders.through(month.lastDay), revenue: Array(revenue.prefix(span.count)))
  }
}
