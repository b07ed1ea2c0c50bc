/// The customers a model learns from, each distinct history once with its weight.
///
/// Histories are told apart by x, t_x and T alone, so a million customers come down to the few that differ; the days of
/// purchases come down to the distinct times, whose logarithms are taken once. A refit is the same whatever the order
/// of the customers.
public struct PurchaseSummary: Hashable, Sendable {
  /// A history and how many customers have it.
  public struct Row: Hashable, Sendable {
    /// What is known of each of them.
    public let history: PurchaseHistory
    /// How many they are: above zero.
    public let weight: Double
  }

  /// The distinct histories, by repeats, recency, then age.
  public let rows: [Row]
  /// The sum of the weights.
  public let customers: Double
  /// How many of them came back.
  public let repeaters: Double
  /// Days of repeat purchases of all of them.
  public let repeats: Double

  /// Collapses histories, a customer each. O(n log n).
  public init(_ histories: some Sequence<PurchaseHistory>) {
    self.init(weighted: histories.lazy.map { ($0, 1) })
  }

  /// Collapses histories with weights. Weights that are not above zero, or not finite, are left out. O(n log n).
  public init(weighted histories: some Sequence<(PurchaseHistory, Double)>) {
    var weights: [PurchaseHistory: Double] = [:]
    for (history, weight) in histories where weight > 0 && weight.isFinite { weights[history, default: 0] += weight }
    rows = weights.map { Row(history: $0.key, weight: $0.value) }.sorted { left, right in
      let (a, b) = (left.history, right.history)
      return (a.repeats, a.recency, a.age) < (b.repeats, b.recency, b.age)
    }
    customers = rows.reduce(0) { $0 + $1.weight }
    repeaters = rows.reduce(0) { $0 + ($1.history.repeats > 0 ? $1.weight : 0) }
    repeats = rows.reduce(0) { $0 + $1.weight * Double($1.history.repeats) }
  }
}
