import Units

/// The price level of each volume tier: the median of what its customers pay, never higher for more volume.
///
/// Tiers with too few customers, and tiers that pay more than a smaller one, are put together until none does (pool
/// adjacent violators), the level of a pool being the median of all its customers: the isotonic regression that the few
/// odd ones do not move.
///
/// Source: Ayer, Brunk, Ewing, Reid & Silverman, "An Empirical Distribution Function for Sampling with Incomplete
/// Information", Annals of Mathematical Statistics, 1955; for medians: Robertson & Wright, "Multiple Isotonic Median
/// Regression", Annals of Statistics, 1973.
struct VolumeLevels: Sendable {
  /// The level of each tier, the smallest volume first, never rising; the same unit as the observations.
  let levels: [Int64]
  /// The median of a tier's own customers; nothing where it has none.
  let medians: [Int64?]
  /// How many customers the pool of each tier holds.
  let pooled: [Int]

  /// Fits the levels.
  ///
  /// O(n log n) a pool.
  /// - Parameters:
  ///   - observed: what each tier's customers pay, the smallest volume first.
  ///   - least: customers under which a tier has no level of its own.
  init(_ observed: [[Int64]], least: Int) {
    medians = observed.map { $0.isEmpty ? nil : median($0) }
    var blocks: [(tiers: Int, values: [Int64])] = []
    var (tiers, values): (Int, [Int64]) = (0, [])
    for own in observed {
      tiers += 1
      values += own
      guard values.count >= max(1, least) else { continue }
      blocks.append((tiers, values))
      (tiers, values) = (0, [])
    }
    if tiers > 0 {
      if let last = blocks.popLast() { (tiers, values) = (tiers + last.tiers, last.values + values) }
      blocks.append((tiers, values))
    }
    var pools: [(tiers: Int, values: [Int64], level: Int64)] = []
    for block in blocks where !block.values.isEmpty {
      var pool = (tiers: block.tiers, values: block.values, level: median(block.values))
      while let before = pools.last, before.level < pool.level {
        pools.removeLast()
        let values = before.values + pool.values
        pool = (before.tiers + pool.tiers, values, median(values))
      }
      pools.append(pool)
    }
    levels = pools.flatMap { [Int64](repeating: $0.level, count: $0.tiers) }
    pooled = pools.flatMap { [Int](repeating: $0.values.count, count: $0.tiers) }
  }
}

/// The lower median: one of the values.
/// - Parameter values: not empty.
func median(_ values: [Int64]) -> Int64 {
  guard let value = nearestRank(Rate(percent: 50), of: values.sorted()) else { preconditionFailure("a value at least") }
  return value
}
