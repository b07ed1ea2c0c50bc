import Ledger
import Units

/// The least change of a customer's revenue from one period to the next that is more than the chance of its orders.
///
/// The sum of n orders whose number and value vary by chance has a standard deviation of about
/// mean order × √(n·(CV²value + CV²gap)); two periods add their variances. A change also has to be of at least two median
/// orders, so that one order moved over the period's end is never growth or decline.
///
/// Source: the variance of a renewal reward process, Cox, "Renewal Theory", 1962, § 8.4. Method:
/// docs/methods/noise-gate.md.
public struct NoiseGate: Hashable, Sendable {
  /// Changes of this size or more, either way, pass.
  public let width: Cents
  /// The middle of the orders' values.
  public let medianOrder: Cents
  /// Their mean, rounded to the cent.
  public let meanOrder: Cents
  /// Coefficient of variation of the orders' values, within the policy's bounds (0.1–1.5); 0.7 with fewer than
  /// four orders.
  public let valueVariation: Double
  /// Coefficient of variation of the gaps between orders, within the policy's bounds (0.1–1); 1 with fewer than four
  /// orders; at most 0.3 for a regular or seasonal customer.
  public let gapVariation: Double

  /// The gate of one customer, or nothing without an order.
  ///
  /// - Parameters:
  ///   - orders: the customer's orders up to the month judged, oldest first.
  ///   - current: how many of them fall in the period judged.
  ///   - previous: how many fall in the period it is compared with.
  ///   - rhythm: the rhythm of the orders.
  public init?(
    orders: ArraySlice<OrderLog.Order>, current: Int, previous: Int, rhythm: OrderRhythm, rule: Policy.Growth
  ) {
    guard let spread = OrderSpread(of: orders.suffix(rule.gateLastOrders)) else { return nil }
    self.init(spread: spread, current: current, previous: previous, rhythm: rhythm, rule: rule)
  }

  /// The gate of a customer whose orders' spread is known.
  /// - Parameter spread: that of the last orders up to the month judged, as many as the policy reads.
  public init(spread: OrderSpread, current: Int, previous: Int, rhythm: OrderRhythm, rule: Policy.Growth) {
    medianOrder = spread.medianOrder
    let count = Int64(spread.orders)
    meanOrder = spread.sum.times(1, over: count)
    var gapVariation = rule.gateFewGapVariation.value
    // Under three orders there is no variation to measure, whatever the policy.
    if spread.orders >= rule.gateFewOrders, let values = spread.valueVariation, let gaps = spread.gapVariation {
      valueVariation = values.within(rule.gateLeastValueVariation, rule.gateMostValueVariation)
      gapVariation = gaps.within(rule.gateLeastGapVariation, rule.gateMostGapVariation)
    } else {
      valueVariation = rule.gateFewValueVariation.value
    }
    self.gapVariation =
      rhythm == .irregular ? gapVariation : min(gapVariation, rule.gateRhythmGapVariation.value)
    let variance =
      Double(current + previous) * (valueVariation * valueVariation + self.gapVariation * self.gapVariation)
    let millionths = (rule.gateDeviations.value * variance.squareRoot() * 1_000_000).rounded()
    width = max(
      medianOrder.times(Int64(rule.gateMedianOrders)), spread.sum.times(Int64(millionths), over: count * 1_000_000))
  }

  /// Whether a change is more than noise.
  public func passes(_ change: Cents) -> Bool { change.magnitude >= width }
}

extension Double {
  /// The nearest number between two rates.
  fileprivate func within(_ least: Rate, _ most: Rate) -> Double { min(max(self, least.value), most.value) }
}
