import Ledger
import Units

/// What a customer buys and how it orders: what categories by behaviour are told by.
///
/// Source: docs/methods/categories.md.
struct BuyingProfile {
  /// One range that it buys; −1 stands for revenue without a range.
  struct Part {
    let range: Int
    /// The root of its part of the revenue in W, each part against its usual one.
    let root: Double
    /// How much it is on a scale of logarithms, 0 for nothing, ln 2 for the usual amount.
    let level: Double
  }

  /// What it buys in W, ascending by range.
  let parts: [Part]
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
  init?(of customer: Int, mix: [(range: Int, amount: Cents)], usual: UsualRanges, books: Books, rule: Policy.Growth) {
    let span = books.window.current
    let orders = books.orders[customer]
    let recent = orders.filter { span.contains($0.month) }
    guard !mix.isEmpty, let first = orders.first?.month, !recent.isEmpty else { return nil }
    let weights = mix.map { Double($0.amount.value) / usual.part(of: $0.range) }
    let whole = weights.reduce(0, +)
    parts = zip(mix, weights).map { cell, weight in
      Part(
        range: cell.range, root: (weight / whole).squareRoot(), level: usual.level(of: cell.amount, in: cell.range))
    }
    ordersPerYear = span.ordersPerYear(recent.count, since: first, rule: rule)
    frequency = min(max(naturalLogarithm(ordersPerYear) / naturalLogarithm(104), 0), 1)
    let gaps = zip(recent, recent.dropFirst()).map { Double($0.day.distance(to: $1.day)) }
    irregularity = gaps.count < 3 ? 1 : min(variation(gaps), 1)
    isSeasonal = if case .seasonal = OrderRhythm(of: orders, rule: rule.rhythm) { true } else { false }
  }

  /// A customer's revenue in W by range, ascending, all above zero; empty without revenue.
  ///
  /// −1 stands for revenue without a range.
  static func mix(of customer: Int, revenue: Cents, books: Books) -> [(range: Int, amount: Cents)] {
    guard revenue > .zero else { return [] }
    let cells = books.ranges[customer].filter { $0.current > .zero }
    let rest = revenue - cells.map(\.current).sum
    return (rest > .zero ? [(-1, rest)] : []) + cells.map { ($0.range, $0.current) }
  }

  /// How unlike two customers are, 0…1: half by what they buy, half by rhythm.
  ///
  /// What they buy: half the Hellinger distance of the parts of their revenue, half the Euclidean distance d of the levels
  /// as d ÷ (2 + d).
  /// - Parameter mix: whether ranges are known in the company; without, rhythm alone tells.
  func distance(to other: BuyingProfile, mix: Bool) -> Double {
    let rhythm =
      0.6 * abs(frequency - other.frequency) + 0.2 * abs(irregularity - other.irregularity)
      + (isSeasonal == other.isSeasonal ? 0 : 0.2)
    guard mix else { return rhythm }
    var (left, right, overlap, squares) = (0, 0, 0.0, 0.0)
    while left < parts.count || right < other.parts.count {
      let own = left < parts.count ? parts[left] : nil
      let its = right < other.parts.count ? other.parts[right] : nil
      let range = min(own?.range ?? .max, its?.range ?? .max)
      let (a, b) = (own?.range == range ? own : nil, its?.range == range ? its : nil)
      overlap += (a?.root ?? 0) * (b?.root ?? 0)
      let difference = (a?.level ?? 0) - (b?.level ?? 0)
      squares += difference * difference
      if a != nil { left += 1 }
      if b != nil { right += 1 }
    }
    let apart = squares.squareRoot()
    return 0.25 * max(0, 1 - overlap).squareRoot() + 0.25 * apart / (2 + apart) + 0.5 * rhythm
  }
}

extension MonthSpan {
  /// Orders over 12 months, from those of the span and the months of it since a customer's first order.
  func ordersPerYear(_ orders: Int, since first: Month, rule: Policy.Growth) -> Double {
    let lived = max(first, self.first).distance(to: last) + 1
    return Double(orders * 12) / Double(max(lived, min(rule.leastMonths, count)))
  }
}

extension Books {
  /// A customer's orders over 12 months, from those of W and the months of W lived, the policy's least months (6) at the
  /// least; nothing without an order in W.
  public func ordersPerYear(of customer: Int, rule: Policy.Growth) -> Double? {
    let count = orders[customer].count { window.current.contains($0.month) }
    guard count > 0, let first = orders[customer].first?.month else { return nil }
    return window.current.ordersPerYear(count, since: first, rule: rule)
  }
}

/// Sample standard deviation ÷ mean of two values or more that are positive.
private func variation(_ values: [Double]) -> Double {
  let mean = values.reduce(0, +) / Double(values.count)
  let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
  return (squares / Double(values.count - 1)).squareRoot() / mean
}
