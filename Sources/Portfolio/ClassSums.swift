import Ledger
import Units

/// What the customers of one class weigh together.
public struct ClassSum: Hashable, Sendable {
  /// A, B, C or D.
  public let letter: String
  /// Customers in it.
  public internal(set) var customers = 0
  /// Their value by the ranking's criterion.
  public internal(set) var value = Cents.zero
  /// Their revenue in W.
  public internal(set) var revenue = Cents.zero
}

extension Ranking {
  /// The classes that have customers, A first.
  public var classes: [ClassSum] {
    var sums = ["A", "B", "C", "D"].map { ClassSum(letter: $0) }
    for row in rows {
      let place =
        switch row.abc {
        case .a: 0
        case .b: 1
        case .c: 2
        case .d: 3
        }
      sums[place].customers += 1
      sums[place].value += row.value
      sums[place].revenue += row.margin.revenue
    }
    return sums.filter { $0.customers > 0 }
  }
}
