import Ledger
import Units

/// Whether a customer's orders keep a rhythm of their own.
///
/// Source: docs/methods/noise-gate.md.
public enum OrderRhythm: Hashable, Sendable {
  /// At least two gaps between orders, and the longest less the shortest is at most half the median, by default.
  case regular
  /// At least 75 % of the orders fall in the same four months in a row, with three orders or more in each of two such
  /// seasons, by default; `from` is the first month of the season, 1…12.
  case seasonal(from: Int)
  /// Neither.
  case irregular

  /// The rhythm of a customer's orders, oldest first, in O(n log n).
  public init(of orders: ArraySlice<OrderLog.Order>, rule: Policy.Rhythm) {
    let gaps = zip(orders, orders.dropFirst()).map { $0.day.distance(to: $1.day) }.sorted()
    if gaps.count >= max(2, rule.regularGaps), let least = gaps.first, let most = gaps.last {
      let twoMedians = gaps[(gaps.count - 1) / 2] + gaps[gaps.count / 2]
      if Int128(most - least) * 2_000_000 <= Int128(twoMedians) * Int128(rule.regularSpread.millionths) {
        self = .regular
        return
      }
    }
    self = OrderRhythm.season(of: orders.map(\.month), rule: rule).map { .seasonal(from: $0) } ?? .irregular
  }

  /// The first month of those in a row that hold the most orders, the earliest in the year where several do.
  private static func season(of months: [Month], rule: Policy.Rhythm) -> Int? {
    var best: (from: Int, orders: Int)?
    for from in 1...12 {
      let inside = months.map { Int($0.number) - (from - 1) }.filter { $0 % 12 < rule.seasonMonths }
      guard inside.count > best?.orders ?? 0,
        inside.count * 1_000_000 >= months.count * Int(rule.seasonShare.millionths)
      else { continue }
      let seasons = Dictionary(grouping: inside) { $0 / 12 }
      guard seasons.count(where: { $0.value.count >= rule.seasonOrders }) >= rule.seasons else { continue }
      best = (from, inside.count)
    }
    return best?.from
  }
}
