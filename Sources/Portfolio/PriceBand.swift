import Units

/// The pocket price band: how much revenue is made at which prices, against those that the others pay for the same goods.
///
/// Source: docs/methods/price-index.md; Marn & Rosiello, "Managing Price, Gaining Profit", Harvard Business Review, 1992.
public struct PriceBand: Hashable, Sendable {
  /// The customers whose index lies from one end up to, not including, the next.
  public struct Step: Hashable, Sendable {
    /// The lower end, in percent of the others' prices; nothing for all that lies below the first.
    public let from: Int?
    /// The upper end; nothing for all that lies above the last.
    public let to: Int?
    /// How many customers.
    public internal(set) var customers = 0
    /// What they paid for what can be compared.
    public internal(set) var revenue = Cents.zero
  }

  /// The steps of five points from the first to the last that has a customer.
  public let steps: [Step]
  /// The tenth part of the revenue is made at this index or less.
  public let low: Share
  /// The tenth part of it is made at this one or more.
  public let high: Share
  /// What all of them paid for what can be compared.
  public let revenue: Cents

  /// Measures the customers that have an index; nothing where there is none.
  ///
  /// O(n log n).
  public init?(_ index: PriceIndex) {
    let rows = index.rows.compactMap { row in row.index.value.map { (index: $0, revenue: row.compared) } }
    let sorted = rows.sorted { $0.index.isBelow($1.index) }
    guard let first = sorted.first, let last = sorted.last else { return nil }
    // Beyond a half more or less, how far no longer matters.
    let ends = Array(stride(from: 50, through: 150, by: 5))
    var steps = [Step(from: nil, to: ends.first)]
    steps += zip(ends, ends.dropFirst()).map { Step(from: $0, to: $1) }
    steps.append(Step(from: ends.last, to: nil))
    for row in rows {
      let place = ends.count { Int128(row.index.part) * 100 >= Int128($0) * Int128(row.index.whole) }
      steps[place].customers += 1
      steps[place].revenue += row.revenue
    }
    let used = steps.indices.filter { steps[$0].customers > 0 }
    self.steps = Array(steps[(used.first ?? 0)...(used.last ?? 0)])
    let whole = rows.map(\.revenue).sum
    func edge(_ rows: some Sequence<(index: Share, revenue: Cents)>, _ end: Share) -> Share {
      var sum = Cents.zero
      return rows.first { row in
        sum += row.revenue
        return Int128(sum.value) * 10 >= Int128(whole.value)
      }?.index ?? end
    }
    revenue = whole
    low = edge(sorted, first.index)
    high = edge(sorted.reversed(), last.index)
  }
}
