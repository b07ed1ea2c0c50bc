/// Values cut into groups so that the squared distances to the groups' means sum to the least possible.
///
/// The exact optimum of the dynamic programme of Fisher, in O(k·n·log n): the best last cut moves right with the end,
/// so each layer is filled by divide and conquer.
///
/// Source: Fisher, "On Grouping for Maximum Homogeneity", JASA 53, 1958; Jenks, "The Data Model Concept in Statistical
/// Mapping", 1967; Wang & Song, "Ckmeans.1d.dp", The R Journal 3/2, 2011; divide and conquer after Grønlund et al.,
/// "Fast Exact k-Means, k-Medians and Bregman Divergence Clustering in 1D", 2017. Method: docs/methods/bands.md.
public struct NaturalBreaks: Sendable {
  /// Where each group begins in the values, ascending, the first 0; each group holds a value at least.
  public let starts: [Int]
  /// The sum of weighted squared distances to the groups' means.
  public let distortion: Double

  /// How many groups.
  public var count: Int { starts.count }

  /// Cuts values.
  ///
  /// Where several cuts are equally good, each group from the last begins as early as it can.
  /// - Parameters:
  ///   - values: strictly ascending, at least one.
  ///   - weights: how often each value occurs, all positive; as many as values.
  ///   - count: how many groups; no more than values are made, and one at least.
  public init(values: [Double], weights: [Int], count: Int) {
    precondition(!values.isEmpty && values.count == weights.count, "a weight for each value")
    precondition(zip(values, values.dropFirst()).allSatisfy { $0 < $1 }, "values ascend")
    let groups = min(max(1, count), values.count)
    let sums = PrefixSums(values: values, weights: weights)
    var best = values.indices.map { sums.distortion(0, $0) }
    var cuts: [[Int]] = [[Int](repeating: 0, count: values.count)]
    for group in 1..<max(1, groups) {
      var layer = Layer(previous: best, sums: sums)
      layer.fill(from: group, to: values.count - 1, low: group, high: values.count - 1)
      best = layer.best
      cuts.append(layer.cut)
    }
    distortion = best[values.count - 1]
    var starts: [Int] = []
    var end = values.count - 1
    for layer in cuts.reversed() {
      starts.append(layer[end])
      end = layer[end] - 1
    }
    self.starts = starts.reversed()
  }

  /// The group of a value by its place, 0 for the lowest, in O(log k).
  public func group(of value: Int) -> Int {
    var (low, high) = (0, starts.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= value { low = middle } else { high = middle }
    }
    return low
  }
}

/// Sums that give the distortion of any run of values in constant time; values are taken from their mean, so that
/// little is lost to rounding.
private struct PrefixSums {
  private var weight = [0.0]
  private var first = [0.0]
  private var second = [0.0]

  init(values: [Double], weights: [Int]) {
    let total = weights.reduce(0) { $0 + Double($1) }
    let mean = zip(values, weights).reduce(0) { $0 + $1.0 * Double($1.1) } / total
    for (index, value) in values.enumerated() {
      let (distance, times) = (value - mean, Double(weights[index]))
      weight.append(weight[index] + times)
      first.append(first[index] + times * distance)
      second.append(second[index] + times * distance * distance)
    }
  }

  /// Both ends included.
  func distortion(_ from: Int, _ to: Int) -> Double {
    guard from < to else { return 0 }
    let sum = first[to + 1] - first[from]
    return max(0, second[to + 1] - second[from] - sum * sum / (weight[to + 1] - weight[from]))
  }
}

/// One more group: for every end the least distortion, and where its last group begins.
private struct Layer {
  let previous: [Double]
  let sums: PrefixSums
  var best: [Double]
  var cut: [Int]

  init(previous: [Double], sums: PrefixSums) {
    self.previous = previous
    self.sums = sums
    best = [Double](repeating: .infinity, count: previous.count)
    cut = [Int](repeating: 0, count: previous.count)
  }

  /// Fills the ends `from…to`, whose last groups begin in `low…high`.
  mutating func fill(from: Int, to: Int, low: Int, high: Int) {
    guard from <= to else { return }
    let end = (from + to) / 2
    for start in low...min(end, high) {
      let candidate = previous[start - 1] + sums.distortion(start, end)
      if candidate < best[end] { (best[end], cut[end]) = (candidate, start) }
    }
    fill(from: from, to: end - 1, low: low, high: cut[end])
    fill(from: end + 1, to: to, low: cut[end], high: high)
  }
}
