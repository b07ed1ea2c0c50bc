import Ledger
import Units

/// When a customer began to buy, where the data show it.
///
/// A first order in the first months of the data (policy: 12) may not be the first, unless the customer file says that the relation
/// began within the data. A relation that began before the data has no beginning here, however late its first order.
public struct Beginning: Hashable, Sendable {
  /// The month of the first order.
  public let month: Month

  /// The beginning of a customer, or nothing when it never ordered or when the data do not show it.
  public init?(of customer: Int, in books: Books) {
    guard let first = books.orders[customer].first?.month, let start = books.history?.first else { return nil }
    if let since = books.customers.details[customer]?.since?.month {
      guard since >= start else { return nil }
    } else {
      guard start.distance(to: first) >= books.orderRules.censoredMonths else { return nil }
    }
    month = first
  }

  /// Months since the month of the first order, 0 in that month itself.
  public func age(at asOf: Month) -> Int { month.distance(to: asOf) }
}
