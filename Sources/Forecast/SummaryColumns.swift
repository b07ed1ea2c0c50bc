import RealModule

/// A summary laid out for the likelihoods: flat columns, distinct counts and distinct times, time in units of the
/// longest age so that no company's calendar changes the arithmetic.
struct SummaryColumns: Sendable {
  /// The distinct numbers of repeats, ascending.
  let counts: [Int]
  /// The weight of each of these.
  let countWeights: [Double]
  /// The rows of each of these.
  let countRows: [Range<Int>]
  /// The distinct times, ascending, in units of `unit`.
  let times: [Double]
  /// Weeks in a unit of time.
  let unit: Double
  /// The sum of the weights.
  let total: Double
  /// What turning the unit back into weeks adds to the log-likelihood.
  let unitLogLikelihood: Double
  /// Of each row: the place of its count, of its recency and of its age, and its weight.
  let count, recency, age: [Int32]
  let weight: [Double]

  init(_ summary: PurchaseSummary) {
    let rows = summary.rows
    let longest = rows.reduce(0) { max($0, $1.history.age) }
    let scale = longest > 1e-9 ? longest : 1
    unit = scale
    total = summary.customers
    unitLogLikelihood = -summary.repeats * .log(scale)
    let distinct = Set(rows.lazy.flatMap { [$0.history.recency, $0.history.age] }).sorted()
    times = distinct.map { $0 / scale }
    let place = Dictionary(uniqueKeysWithValues: distinct.enumerated().map { ($1, Int32($0)) })
    recency = rows.map { place[$0.history.recency] ?? 0 }
    age = rows.map { place[$0.history.age] ?? 0 }
    weight = rows.map(\.weight)
    var counts: [Int] = []
    var countWeights: [Double] = []
    var starts: [Int] = []
    var count: [Int32] = []
    count.reserveCapacity(rows.count)
    for (index, row) in rows.enumerated() {
      if counts.last != row.history.repeats {
        starts.append(index)
        counts.append(row.history.repeats)
        countWeights.append(0)
      }
      countWeights[countWeights.count - 1] += row.weight
      count.append(Int32(counts.count - 1))
    }
    self.counts = counts
    self.countWeights = countWeights
    countRows = counts.indices.map { starts[$0]..<($0 + 1 < starts.count ? starts[$0 + 1] : rows.count) }
    self.count = count
  }
}
