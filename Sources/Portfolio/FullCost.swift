import Ledger
import Units

/// The full-cost view: overheads allocated to customers by a stated key; never part of a margin otherwise.
///
/// The parts and that of the lines and services of nobody known sum to the overheads, to the cent.
///
/// Source: Horngren, Datar & Rajan, "Cost Accounting: A Managerial Emphasis", customer-profitability analysis.
public struct FullCost: Sendable {
  /// Why there is no full-cost view.
  public enum Refusal: String, Hashable, Sendable {
    /// The policy does not say the overheads.
    case overheadsUnknown
    /// Nothing in the span carries the key, such as hours without a service log.
    case nothingToAllocateBy
  }

  /// What the overheads are allocated by.
  public let key: Policy.OverheadKey
  /// The policy's 12 months of overheads, brought to the span.
  public let overheads: Cents
  /// Each customer's part, in the order of the customer file.
  public let parts: [Cents]
  /// The part of the lines and services of nobody known.
  public let unattributed: Cents

  /// Allocates the overheads, or says why it cannot be done.
  ///
  /// O(n log n).
  public static func allocation(margins: Margins, policy: Policy.Margin) -> Knowable<FullCost, Refusal> {
    guard let yearly = policy.overheads else { return .unknown(.overheadsUnknown) }
    let weights = (margins.rows + [margins.unattributed]).map { weight(of: $0, key: policy.overheadKey) }
    guard weights.contains(where: { $0 > 0 }) else { return .unknown(.nothingToAllocateBy) }
    let overheads = yearly.times(Int64(margins.span.count), over: 12)
    return .known(FullCost(key: policy.overheadKey, overheads: overheads, split: overheads.split(by: weights)))
  }

  private init(key: Policy.OverheadKey, overheads: Cents, split: [Cents]) {
    self.key = key
    self.overheads = overheads
    parts = Array(split.dropLast())
    unattributed = split.last ?? .zero
  }

  private static func weight(of row: CustomerMargin, key: Policy.OverheadKey) -> Int64 {
    switch key {
    case .revenue: max(0, row.revenue.value)
    case .orders: Int64(row.orders)
    case .lines: Int64(row.lines)
    case .hours: Int64(row.minutes)
    }
  }
}
