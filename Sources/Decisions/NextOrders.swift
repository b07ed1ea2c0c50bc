import Forecast
import Ledger
import Portfolio
import Units

/// The next order of every customer.
///
/// Method: docs/methods/next-order.md.
public struct NextOrders: Sendable {
  /// The last day known.
  public let end: Day
  private let orders: [NextOrder?]
  private let why: [NextOrder.Unknown?]

  /// Customers of whom an order is expected, by the day; then in the order of the customer file.
  public let places: [Int]

  /// Tells everybody's next order, O(n log n) in the orders.
  /// - Parameters:
  ///   - log: none after `end`.
  ///   - gaps: those of the same log.
  ///   - isLost: whether nothing is to be expected of a customer.
  public init(log: OrderLog, gaps: OrderGaps, policy: Policy, end: Day, isLost: (Int) -> Bool) {
    self.end = end
    var (orders, why): ([NextOrder?], [NextOrder.Unknown?]) = ([], [])
    for customer in 0..<log.offsets.count - 1 {
      let own = log[customer]
      let next =
        own.isEmpty || isLost(customer)
        ? nil
        : NextOrder(
          of: own, category: gaps.categoryGaps(of: customer), rule: policy.prediction, rhythm: policy.growth.rhythm,
          end: end)
      orders.append(next)
      why.append(next != nil ? nil : own.isEmpty ? .neverOrdered : isLost(customer) ? .lost : .noRhythm)
    }
    self.orders = orders
    self.why = why
    places = orders.indices.filter { orders[$0] != nil }.sorted {
      let (left, right) = (orders[$0]?.day ?? end, orders[$1]?.day ?? end)
      return left == right ? $0 < $1 : left < right
    }
  }

  /// A customer's next order, or why none is expected.
  public subscript(customer: Int) -> Knowable<NextOrder, NextOrder.Unknown> {
    orders[customer].map { .known($0) } ?? .unknown(why[customer] ?? .noRhythm)
  }

  /// How many orders are expected within so many days after the end, and what they are worth; those that are late apart.
  public func due(within days: Int) -> (orders: Int, value: Cents) {
    let until = end.advanced(by: days)
    let due = places.compactMap { orders[$0] }.filter { $0.day > end && $0.day <= until }
    return (due.count, due.map(\.value).sum)
  }

  /// Customers whose silence is longer than usual, and what an order of each is worth.
  public var late: (customers: Int, value: Cents) {
    let late = places.compactMap { orders[$0] }.filter(\.isLate)
    return (late.count, late.map(\.value).sum)
  }

  /// The customers whose silence is longer than usual, the largest order awaited first.
  public var latest: [Int] {
    var values: [Int: Cents] = [:]
    for customer in places {
      if let order = orders[customer], order.isLate { values[customer] = order.value }
    }
    return values.sorted { $0.value == $1.value ? $0.key < $1.key : $0.value > $1.value }.map(\.key)
  }
}
