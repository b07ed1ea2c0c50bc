import Ledger
import Units

/// A customer's last months against the same months a year earlier, with the noise gate between them.
///
/// h = min(12, age − 12) months are compared, age being the months since the month of the first order: the partial first
/// month is never compared. Credit notes count at their invoice's day.
///
/// Source: docs/methods/noise-gate.md.
public struct YearOnYear: Hashable, Sendable {
  /// h: how many months are compared; the policy's least (6) to 12.
  public let months: Int
  /// Orders' revenue in the last h months.
  public let current: Cents
  /// Orders' revenue in the same months a year earlier.
  public let previous: Cents
  /// Orders in the last h months.
  public let currentOrders: Int
  /// Orders in the same months a year earlier.
  public let previousOrders: Int
  /// The least change that is more than noise.
  public let gate: NoiseGate

  /// Compares at the end of a month, or nothing for a customer that never ordered or is too young to compare.
  ///
  /// - Parameters:
  ///   - orders: one customer's orders, oldest first; those after the month are not read.
  ///   - asOf: the month at whose end the comparison is made.
  public init?(orders: ArraySlice<OrderLog.Order>, asOf: Month, rule: Policy.Growth) {
    let known = orders.prefix { $0.month <= asOf }
    guard let first = known.first?.month else { return nil }
    months = min(12, first.distance(to: asOf) - 12)
    guard months >= rule.leastMonths else { return nil }
    let currentSpan = MonthSpan(asOf.advanced(by: 1 - months), asOf)
    let previousSpan = MonthSpan(currentSpan.first.advanced(by: -12), asOf.advanced(by: -12))
    let now = known.filter { currentSpan.contains($0.month) }
    let before = known.filter { previousSpan.contains($0.month) }
    current = now.map(\.revenue).sum
    previous = before.map(\.revenue).sum
    currentOrders = now.count
    previousOrders = before.count
    let gate = NoiseGate(
      orders: known, current: now.count, previous: before.count, rhythm: OrderRhythm(of: known, rule: rule.rhythm),
      rule: rule)
    guard let gate else { return nil }
    self.gate = gate
  }

  /// Whether the change is more than noise.
  public var passesGate: Bool { gate.passes(current - previous) }

  /// Whether the revenue grew by more than noise to at least `ratio` times what it was; never from nothing.
  public func grew(to ratio: Rate) -> Bool {
    guard previous > .zero, current > previous, passesGate else { return false }
    return Int128(current.value) * 1_000_000 >= Int128(previous.value) * Int128(ratio.millionths)
  }
}
