import Units

/// What would lift a customer over a floor it misses; ceasing is never among them.
///
/// Each one lifts the customer by itself, all else equal.
///
/// Source: docs/methods/floors.md; seed 002, "procédures en partie automatisées".
public enum FloorRemedy: Hashable, Sendable {
  /// Spend that much less on serving it over the span.
  case serveLeaner(saving: Cents)
  /// Raise its prices by that part of its revenue, rounded up to a hundredth of a percent.
  case reprice(by: Rate)
  /// Sell it that much more over the span, at its own gross rate and without serving it more.
  case sellMore(revenue: Cents)
  /// Serve it by automated means: the margin is good, the revenue small.
  case automatedService
  /// Ask for a minimum order.
  case minimumOrder
}
