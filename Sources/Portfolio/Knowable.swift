/// A value, or the reason why it cannot be known: never a zero, never a guess.
public enum Knowable<Value: Sendable, Reason: Sendable>: Sendable {
  /// The value.
  case known(Value)
  /// Why there is none.
  case unknown(Reason)

  /// The value, or nothing.
  public var value: Value? { if case .known(let value) = self { value } else { nil } }

  /// The reason why there is no value, or nothing.
  public var reason: Reason? { if case .unknown(let reason) = self { reason } else { nil } }
}

extension Knowable: Equatable where Value: Equatable, Reason: Equatable {}
extension Knowable: Hashable where Value: Hashable, Reason: Hashable {}
