import Synchronization

/// A value made when it is first asked for, once, whoever asks.
final class Once<Value: Sendable>: Sendable {
  private let held = Mutex<Value?>(nil)

  /// The value; `make` runs for the first who asks, others wait for it.
  func callAsFunction(_ make: () -> Value) -> Value {
    held.withLock { held in
      if let value = held { return value }
      let value = make()
      held = value
      return value
    }
  }
}
