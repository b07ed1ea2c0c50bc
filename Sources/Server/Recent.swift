import Synchronization

/// A few things worked out lately, by what they answer; the one longest unasked goes first.
final class Recent<Key: Hashable & Sendable, Value: Sendable>: Sendable {
  private struct State {
    var values: [Key: (value: Value, turn: Int)] = [:]
    var turn = 0
    /// What is being worked out now: who asks the same meanwhile waits for it.
    var making: [Key: Task<Value, any Error>] = [:]
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

  /// What is known under a key, or what `make` gives: worked out once, however many ask for it meanwhile.
  func value(_ key: Key, _ make: @escaping @Sendable () async throws -> Value) async throws -> Value {
    if let known = self[key] { return known }
    let task = state.withLock { state in
      if let going = state.making[key] { return going }
      let task = Task {
        defer { self.state.withLock { $0.making[key] = nil } }
        // Another may have ended between the first look and the lock.
        if let known = self[key] { return known }
        let made = try await make()
        self[key] = made
        return made
      }
      state.making[key] = task
      return task
    }
    return try await task.value
  }

  /// The same, made on a thread of its own.
  func offloaded(_ key: Key, _ make: @escaping @Sendable () throws -> Value) async throws -> Value {
    try await value(key) { try await offload { try make() } }
  }
}
