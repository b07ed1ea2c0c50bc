import Synchronization

/// A few things worked out lately, by what they answer; the one longest unasked goes first.
final class Recent<Key: Hashable & Sendable, Value: Sendable>: Sendable {
  private struct State {
    var values: [Key: (value: Value, turn: Int)] = [:]
    var turn = 0
  }
  private let most: Int
  private let state = Mutex(State())

  init(most: Int) { self.most = most }

  subscript(key: Key) -> Value? {
    get {
      state.withLock { state in
        guard let value = state.values[key]?.value else { return nil }
        state.turn += 1
        state.values[key]?.turn = state.turn
        return value
      }
    }
    set {
      state.withLock { state in
        state.turn += 1
        state.values[key] = newValue.map { ($0, state.turn) }
        if state.values.count > most, let oldest = state.values.min(by: { $0.value.turn < $1.value.turn })?.key {
          state.values[oldest] = nil
        }
      }
    }
  }

  /// What is known under a key, or what `make` gives, kept for the next who asks.
  func value(_ key: Key, _ make: () throws -> Value) rethrows -> Value {
    if let known = self[key] { return known }
    let made = try make()
    self[key] = made
    return made
  }

  /// The same, made on a thread of its own.
  func offloaded(_ key: Key, _ make: @escaping @Sendable () throws -> Value) async throws -> Value {
    if let known = self[key] { return known }
    let made = try await offload { try make() }
    self[key] = made
    return made
  }
}
