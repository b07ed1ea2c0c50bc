import Ledger
import Units

/// A customer with one order in the whole history, too old for another to be likely.
public struct OneOff: Hashable, Sendable {
  /// The place in the customer file.
  public let customer: Int
  /// The only order.
  public let order: OrderLog.Order
  /// Whether earlier orders may lie before the data: the order is in the first 12 months of them and the customer file
  /// does not say since when, or the file says that the relation is older than the data.
  public let maybeEarlierOrders: Bool
}

/// The one-off counterparties that inflate the customer base.
///
/// One order in the whole history, from before the last 12 months, and older than the 90th percentile of the days
/// between orders in its category.
///
/// Source: docs/methods/one-offs.md; seed 004, "les transactions étaient ponctuelles. Ainsi, l'échelle de la clientèle
/// est gonflée".
public struct OneOffs: Sendable {
  /// The one-offs, in the order of the customer file.
  public let rows: [OneOff]
  private let customers: Set<Int>

  /// Finds the one-offs.
  ///
  /// O(n log n) in the orders.
  public init(books: Books, policy: Policy, gaps: OrderGaps) {
    let asOf = books.window.asOf
    let rule = policy.oneOff
    var percentiles: [Int?: Int] = [:]
    rows = books.customers.ids.indices.compactMap { customer in
      let orders = books.orders[customer]
      guard orders.count == 1, let only = orders.first, only.month.distance(to: asOf) >= rule.months else {
        return nil
      }
      let category = gaps.categories.place(of: customer)
      let gap = percentiles[category] ?? gaps.categoryPercentile(rule.gapPercentile, of: customer) ?? 0
      percentiles[category] = gap
      guard only.day.distance(to: asOf.lastDay) > gap, let tenure = Tenure(of: customer, in: books) else { return nil }
      let start = books.history?.first ?? tenure.since
      return OneOff(customer: customer, order: only, maybeEarlierOrders: tenure.censored || tenure.since < start)
    }
    customers = Set(rows.map(\.customer))
  }

  /// Whether a customer is a one-off.
  public func contains(_ customer: Int) -> Bool { customers.contains(customer) }
}
