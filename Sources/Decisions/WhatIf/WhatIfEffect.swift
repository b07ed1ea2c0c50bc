import Units

/// What one step on one customer changes, after the steps that apply before it.
public struct WhatIfEffect: Hashable, Sendable {
  /// A place in the customer file.
  public let customer: Int
  /// The step.
  public let step: WhatIfStep
  /// By how much each figure of the company changes.
  public let change: WhatIfFigures
  /// The time it frees by pool, negative where it asks for more.
  public let freed: PoolMinutes
  /// For a price rise: the part of the volume that may go before it brings nothing.
  public let breakEvenLoss: Share?
}

/// A step that changes nothing, and why.
public struct VoidStep: Hashable, Sendable {
  /// Why.
  public enum Reason: String, CaseIterable, Sendable {
    /// The relation ends before it.
    case ended
    /// Another of its kind on the same customer holds instead.
    case outdone
    /// The customer's direct cost is not known for all of its revenue.
    case marginUnknown
    /// There is no revenue whose price could change.
    case noRevenue
    /// The catalogue does not say what the level promises.
    case noPromise
    /// It asks for visits or calls, and none was given that tells what one costs.
    case serviceUnknown
    /// No order is saved by the minimum.
    case noSmallOrders
  }

  /// A place in the customer file.
  public let customer: Int
  /// The step.
  public let step: WhatIfStep
  /// Why it changes nothing.
  public let reason: Reason
}
