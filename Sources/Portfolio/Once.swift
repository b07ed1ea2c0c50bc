import Synchronization

/// A value made when it is first asked for, once, whoever asks.
package final class Once<Value: Sendable>: Sendable {
  private let held = Mutex<Value?>(nil)

  /// Nothing made yet.
  package init() {}

  /// The value; `make` runs for the first who asks, others wait for it.
  package func callAsFunction(_ make: () -> Value) -> Value {
    held.withLock { held in
      if let value = held { return value }
      let value = make()
      held = value
      return value
    }
  }
}
