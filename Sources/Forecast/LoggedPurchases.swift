import Ledger
import Units

extension PurchaseLog {
  /// What the models know of a customer on the evening of a day; nothing before its first purchase.
  public func history(of customer: Int, through end: Day) -> PurchaseHistory? {
    let known = places(of: customer, through: end)
    guard let first = known.first, let last = known.last else { return nil }
    return PurchaseHistory(
      repeats: known.count - 1, recency: Double(days[first].distance(to: days[last])) / 7,
      age: Double(days[first].distance(to: end)) / 7)
  }

  /// A customer's repeat days and their mean value; nothing without any.
  public func spend(of customer: Int, through end: Day) -> SpendHistory? {
    let repeats = places(of: customer, through: end).dropFirst()
    guard !repeats.isEmpty else { return nil }
    return SpendHistory(
      repeats: repeats.count, mean: Double(totals[repeats].sum.value) / 100 / Double(repeats.count))
  }

  /// What the models are fitted to: everybody's history on the evening of a day.
  ///
  /// O(n log n).
  public func summary(through end: Day) -> PurchaseSummary {
    PurchaseSummary((0..<customers).compactMap { history(of: $0, through: end) })
  }

  /// Purchases of a customer after one day, up to another.
  public func count(of customer: Int, after start: Day, through end: Day) -> Int {
    places(of: customer, through: end).count - places(of: customer, through: start).count
  }
}
