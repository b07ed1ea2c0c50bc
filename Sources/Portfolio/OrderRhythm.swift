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
    if let least = gaps.first, let most = gaps.last {
      let twoMedians = gaps[(gaps.count - 1) / 2] + gaps[gaps.count / 2]
      if OrderRhythm.isRegular(gaps: gaps.count, least: least, most: most, twoMedians: twoMedians, rule: rule) {
        self = .regular
        return
      }
    }
    guard let first = orders.first?.month, let last = orders.last?.month else {
      self = .irregular
      return
    }
    var counts = [Int32](repeating: 0, count: first.distance(to: last) + 1)
    for order in orders { counts[first.distance(to: order.month)] += 1 }
    let season = counts.withUnsafeBufferPointer { OrderRhythm.season(of: $0, from: first, rule: rule) }
    self = season.map { .seasonal(from: $0) } ?? .irregular
  }

  /// Whether gaps between orders keep a rhythm: the longest less the shortest is small against their median.
  /// - Parameter twoMedians: the sum of the two middle gaps, or twice the middle one.
  public static func isRegular(gaps: Int, least: Int, most: Int, twoMedians: Int, rule: Policy.Rhythm) -> Bool {
    gaps >= max(2, rule.regularGaps)
      && Int128(most - least) * 2_000_000 <= Int128(twoMedians) * Int128(rule.regularSpread.millionths)
  }

  /// The first month, 1…12, of those in a row that hold the most orders, the earliest in the year where several do;
  /// nothing where no months make a season.
  ///
  /// Linear in the months.
  /// - Parameter counts: the orders of each month, the first of them `from`.
  public static func season(
    of counts: UnsafeBufferPointer<Int32>, from first: Month, rule: Policy.Rhythm
  ) -> Int? {
    let start = Int(first.number)
    return withUnsafeTemporaryAllocation(of: Int.self, capacity: 12) { byMonth -> Int? in
      byMonth.initialize(repeating: 0)
      var total = 0
      for (index, count) in counts.enumerated() where count > 0 {
        byMonth[(start + index) % 12] += Int(count)
        total += Int(count)
      }
      var best: (from: Int, orders: Int)?
      for from in 1...12 {
        var inside = 0
        for month in 0..<min(12, rule.seasonMonths) { inside += byMonth[(from - 1 + month) % 12] }
        guard inside > best?.orders ?? 0, inside * 1_000_000 >= total * Int(rule.seasonShare.millionths) else {
          continue
        }
        var (seasons, current, orders) = (0, Int.min, 0)
        for (index, count) in counts.enumerated() where count > 0 {
          let shifted = start + index - (from - 1)
          guard shifted % 12 < rule.seasonMonths else { continue }
          if shifted / 12 != current { (current, orders) = (shifted / 12, 0) }
          // Counted once, when the season reaches what it counts from.
          if orders < rule.seasonOrders, orders + Int(count) >= rule.seasonOrders { seasons += 1 }
          orders += Int(count)
        }
        if seasons >= rule.seasons { best = (from, inside) }
      }
      return best?.from
    }
  }
}
