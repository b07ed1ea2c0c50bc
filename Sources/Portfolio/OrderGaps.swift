import Ledger
import Units

/// The days between consecutive orders: a customer's own rhythm, and that of customers of the same category.
///
/// Source: docs/methods/order-gaps.md.
public struct OrderGaps: Sendable {
  /// Where each customer's gaps begin; one more at the end.
  private let offsets: [Int]
  /// The gaps in days, in the order of the orders.
  private let days: [Int]
  /// Each category's pooled gaps, ascending; the last are those of the customers without a category.
  private let byCategory: [[Int]]
  /// All gaps, ascending.
  private let all: [Int]
  /// The category each customer is in.
  public let categories: CategoryOf

  /// Measures the gaps of all history.
  ///
  /// O(n log n) in the orders.
  public init(log: OrderLog, categories: CategoryOf) {
    var offsets = [0]
    var days: [Int] = []
    var byCategory = [[Int]](repeating: [], count: categories.names.count + 1)
    offsets.reserveCapacity(log.offsets.count)
    for customer in 0..<log.offsets.count - 1 {
      let start = days.count
      let orders = log[customer]
      for (order, next) in zip(orders, orders.dropFirst()) { days.append(order.day.distance(to: next.day)) }
      offsets.append(days.count)
      byCategory[categories.place(of: customer) ?? categories.names.count] += days[start...]
    }
    self.offsets = offsets
    self.days = days
    self.byCategory = byCategory.map { $0.sorted() }
    self.categories = categories
    all = days.sorted()
  }

  /// One customer's gaps in days, oldest first; one fewer than its orders.
  public func own(_ customer: Int) -> ArraySlice<Int> { days[offsets[customer]..<offsets[customer + 1]] }

  /// A percentile of one customer's own gaps, in days; nothing with fewer than two orders.
  public func ownPercentile(_ percentile: Rate, of customer: Int) -> Int? {
    nearestRank(percentile, of: own(customer).sorted())
  }

  /// A percentile of the pooled gaps of a customer's category, in days.
  ///
  /// A category in which nobody ordered twice takes the gaps of all customers; nothing when there are none.
  public func categoryPercentile(_ percentile: Rate, of customer: Int) -> Int? {
    nearestRank(percentile, of: categoryGaps(of: customer))
  }

  /// The pooled gaps of a customer's category in days, ascending; all customers' where nobody of it ordered twice.
  public func categoryGaps(of customer: Int) -> [Int] {
    let own = byCategory[categories.place(of: customer) ?? categories.names.count]
    return own.isEmpty ? all : own
  }

  /// A percentile of all gaps, in days; nothing when nobody ordered twice.
  public func percentile(_ percentile: Rate) -> Int? { nearestRank(percentile, of: all) }
}

/// A percentile by the nearest rank: the smallest value that at least this part of the values do not exceed.
///
/// Always one of the values; nothing for an empty list. The part 0 and less gives the smallest value, 1 and more the
/// biggest.
///
/// Source: Hyndman & Fan, "Sample Quantiles in Statistical Packages", 1996, definition 1.
/// - Parameter values: ascending.
public func nearestRank<Value>(_ percentile: Rate, of values: [Value]) -> Value? {
  guard !values.isEmpty else { return nil }
  let part = Int128(min(max(0, percentile.millionths), 1_000_000))
  let rank = (Int128(values.count) * part + 999_999) / 1_000_000
  return values[max(0, Int(rank) - 1)]
}
