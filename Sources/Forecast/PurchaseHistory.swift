import Ledger
import Units

/// The purchases of one customer as the models count them: days with an invoice whose total is not negative.
///
/// Credit notes never count: they take no purchase back and make none.
public struct PurchaseDays: Hashable, Sendable {
  /// The days, oldest first, each once.
  public let days: [Day]
  /// What was invoiced each day, never negative.
  public let totals: [Cents]

  /// Gathers invoices by day, in any order.
  ///
  /// O(n log n).
  /// - Parameter invoices: one total an invoice; those under zero are credit notes and are left out.
  public init(invoices: some Sequence<(day: Day, total: Cents)>) {
    let byDay = Dictionary(invoices.filter { $0.total >= .zero }.map { ($0.day, $0.total) }, uniquingKeysWith: +)
    days = byDay.keys.sorted()
    totals = days.map { byDay[$0] ?? .zero }
  }

  /// The orders of the log are purchases too: days with positive net invoicing.
  public init(orders: some Sequence<OrderLog.Order>) {
    self.init(invoices: orders.map { (day: $0.day, total: $0.revenue) })
  }

  /// What the models know of the customer on the evening of a day, or nothing before the first purchase.
  public func history(through end: Day) -> PurchaseHistory? {
    PurchaseHistory(days: days, through: end)
  }

  /// The repeat days and their mean value, or nothing when there is none.
  public func spend(through end: Day) -> SpendHistory? {
    let repeats = totals[..<days.prefix { $0 <= end }.count].dropFirst()
    return SpendHistory(repeats: repeats.count, mean: Double(repeats.sum.value) / 100 / Double(max(1, repeats.count)))
  }
}

/// All that the purchase models know of a customer: x, t_x and T, in weeks since the first purchase.
public struct PurchaseHistory: Hashable, Sendable {
  /// The most repeat days that are read: three centuries of daily purchases.
  public static let mostRepeats = 100_000
  /// The longest time that is read, in weeks; twenty million years, so that numbers never run out.
  public static let mostWeeks = 1e9

  /// x: days with a purchase after the first.
  public let repeats: Int
  /// t_x: weeks from the first purchase to the last; zero without repeats.
  public let recency: Double
  /// T: weeks from the first purchase to the end of what was observed.
  public let age: Double

  /// Takes the three numbers, or nothing where they contradict each other: 0 ≤ x, 0 ≤ t_x ≤ T, none of them endless, and t_x = 0
  /// where x = 0.
  public init?(repeats: Int, recency: Double, age: Double) {
    guard (0...Self.mostRepeats).contains(repeats), (0...Self.mostWeeks).contains(age), (0...age).contains(recency),
      repeats > 0 || recency == 0
    else { return nil }
    self.repeats = repeats
    self.recency = recency
    self.age = age
  }

  /// Reads the days of purchases, or nothing where there is none up to the end.
  ///
  /// A day given twice counts once.
  public init?(days: [Day], through end: Day) {
    let known = Set(days.filter { $0 <= end })
    guard let first = known.min(), let last = known.max() else { return nil }
    self.init(
      repeats: known.count - 1, recency: Double(first.distance(to: last)) / 7, age: Double(first.distance(to: end)) / 7)
  }
}
