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

    /// Among rows of as many repeats.
    fileprivate func precedes(_ other: Row) -> Bool {
      let (a, b) = (history, other.history)
      if a.recency != b.recency { return a.recency < b.recency }
      return a.age != b.age ? a.age < b.age : weight < other.weight
    }
  }

  /// The distinct histories, by repeats, recency, then age.
  public let rows: [Row]
  /// The sum of the weights.
  public let customers: Double
  /// How many of them came back.
  public let repeaters: Double
  /// Days of repeat purchases of all of them.
  public let repeats: Double

  /// Collapses histories, a customer each.
  ///
  /// O(n log n).
  public init(_ histories: [PurchaseHistory]) {
    self.init(histories.map { Row(history: $0, weight: 1) })
  }

  /// Collapses histories with weights.
  ///
  /// Weights that are not above zero, or not finite, are left out. O(n log n).
  public init(weighted histories: [(PurchaseHistory, Double)]) {
    self.init(
      histories.filter { $0.1 > 0 && $0.1.isFinite }.map { Row(history: $0.0, weight: $0.1) })
  }

  private init(_ given: [Row]) {
    var all = Self.sorted(given)
    var distinct = 0
    for index in all.indices {
      let row = all[index]
      if distinct > 0, all[distinct - 1].history == row.history {
        all[distinct - 1] = Row(history: row.history, weight: all[distinct - 1].weight + row.weight)
      } else {
        all[distinct] = row
        distinct += 1
      }
    }
    rows = Array(all[..<distinct])
    customers = rows.reduce(0) { $0 + $1.weight }
    repeaters = rows.reduce(0) { $0 + ($1.history.repeats > 0 ? $1.weight : 0) }
    repeats = rows.reduce(0) { $0 + $1.weight * Double($1.history.repeats) }
  }
  /// Rows by repeats, which are counted out, then recency, age and weight.
  ///
  /// By weight too, so that a sum of fractions is the same whatever the order of the customers.
  private static func sorted(_ rows: [Row]) -> [Row] {
    guard let most = rows.lazy.map(\.history.repeats).max() else { return [] }
    var offsets = [Int](repeating: 0, count: most + 2)
    for row in rows { offsets[row.history.repeats + 1] += 1 }
    for index in 0...most { offsets[index + 1] += offsets[index] }
    var next = offsets
    var places = [Int32](repeating: 0, count: rows.count)
    for index in rows.indices {
      places[next[rows[index].history.repeats]] = Int32(index)
      next[rows[index].history.repeats] += 1
    }
    var result = places.map { rows[Int($0)] }
    for (from, to) in zip(offsets, offsets.dropFirst()) where to - from > 1 {
      result[from..<to].sort { $0.precedes($1) }
    }
    return result
  }
}
