import Ledger
import Units

/// What a customer buys and how it orders: what categories by behaviour are told by.
///
/// Source: docs/methods/categories.md.
struct BuyingProfile {
  /// The roots of the parts of its revenue in W by range, ascending by range; −1 stands for revenue without a range.
  let roots: [(range: Int, root: Double)]
  /// Orders over 12 months, from those of W and the months of W lived; a younger customer is taken as of the
  /// policy's least months (6).
  let ordersPerYear: Double
  /// ln orders a year ÷ ln 104, within 0 (one a year) and 1 (two a week).
  let frequency: Double
  /// Coefficient of variation of the gaps between orders of W, within 0–1; 1 with fewer than three gaps.
  let irregularity: Double
  /// Whether its orders of all history keep a season.
  let isSeasonal: Bool

  /// The profile of a customer, or nothing without revenue and order in W.
  init?(of customer: Int, revenue: Cents, books: Books, rule: Policy.Growth) {
    let span = books.window.current
    let orders = books.orders[customer]
    let recent = orders.filter { span.contains($0.month) }
    guard revenue > .zero, let first = orders.first?.month, !recent.isEmpty else { return nil }
    let cells = books.ranges[customer].filter { $0.current > .zero }
    let ranged = cells.map(\.current).sum
    let whole = Double(max(ranged, revenue).value)
    var roots = ranged < revenue ? [(-1, (Double((revenue - ranged).value) / whole).squareRoot())] : []
    for cell in cells { roots.append((cell.range, (Double(cell.current.value) / whole).squareRoot())) }
    self.roots = roots
    let lived = max(first, span.first).distance(to: span.last) + 1
    let months = max(lived, min(rule.leastMonths, span.count))
    ordersPerYear = Double(recent.count * 12) / Double(months)
    frequency = min(max(naturalLogarithm(ordersPerYear) / naturalLogarithm(104), 0), 1)
    let gaps = zip(recent, recent.dropFirst()).map { Double($0.day.distance(to: $1.day)) }
    irregularity = gaps.count < 3 ? 1 : min(variation(gaps), 1)
    isSeasonal = if case .seasonal = OrderRhythm(of: orders, rule: rule.rhythm) { true } else { false }
  }

  /// How unlike two customers are, 0…1: half by range mix (Hellinger), half by rhythm.
  ///
  /// - Parameter mix: whether ranges are known in the company; without, rhythm alone tells.
  func distance(to other: BuyingProfile, mix: Bool) -> Double {
    let rhythm =
      0.6 * abs(frequency - other.frequency) + 0.2 * abs(irregularity - other.irregularity)
      + (isSeasonal == other.isSeasonal ? 0 : 0.2)
    guard mix else { return rhythm }
    var (left, right, overlap) = (0, 0, 0.0)
    while left < roots.count, right < other.roots.count {
      let (a, b) = (roots[left], other.roots[right])
      if a.range == b.range { overlap += a.root * b.root }
      if a.range <= b.range { left += 1 }
      if b.range <= a.range { right += 1 }
    }
    return 0.5 * max(0, 1 - overlap).squareRoot() + 0.5 * rhythm
  }
}

/// Sample standard deviation ÷ mean of two values or more that are positive.
private func variation(_ values: [Double]) -> Double {
  let mean = values.reduce(0, +) / Double(values.count)
  let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
  return (squares / Double(values.count - 1)).squareRoot() / mean
}
