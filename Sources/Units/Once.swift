import Synchronization

/// A value made when it is first asked for, once, whoever asks.
public final class Once<Value: Sendable>: Sendable {
  private let held = Mutex<Value?>(nil)

  /// A value that is not made yet.
  public init() {}

  /// The value; `make` runs for the first who asks, others wait for it.
  public func callAsFunction(_ make: () -> Value) -> Value {
    held.withLock { held in
      if let value = held { return value }
      let value = make()
      held = value
      return value
    }
  }
}
