import Ledger
import Units

/// What one kind of service cost over a span, and by which way its events were costed.
public struct KindCost: Hashable, Sendable {
  /// The kind.
  public let kind: ServiceKind
  /// All events.
  public internal(set) var events = 0
  /// The costs that events carry themselves.
  public internal(set) var own = Cents.zero
  /// Minutes × rate.
  public internal(set) var time = Cents.zero
  /// Events × unit cost: the standard.
  public internal(set) var unit = Cents.zero
  /// Minutes served, those of events with a cost of their own included.
  public internal(set) var minutes = 0
  /// The part of `time` that rests on median minutes, on an assumed pool or on the stand-in time equation.
  public internal(set) var estimated = Cents.zero
  /// Events that nothing allows to cost.
  public internal(set) var uncostedEvents = 0
  /// What the books say the unit-cost events cost, the policy's 12 months brought to the span; nothing when unknown.
  public internal(set) var actual: Cents?

  /// The cost of the kind.
  public var cost: Cents { own + time + unit }
  /// Actual less standard; positive when the standard is too low, nothing when the actual is unknown.
  public var variance: Cents? { actual.map { $0 - unit } }
}

extension ServiceKind {
  /// The kind's place among all kinds.
  public var place: Int {
    switch self {
    case .visit: 0
    case .call: 1
    case .order: 2
    case .delivery: 3
    case .complaint: 4
    case .return: 5
    case .support: 6
    case .maintenance: 7
    case .admin: 8
    case .collection: 9
    case .mailing: 10
    case .gesture: 11
    }
  }
}
