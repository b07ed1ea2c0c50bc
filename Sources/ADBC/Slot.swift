/// Holds an object until it is closed; afterwards asking for it is an error, not a crash.
final class Slot<Core: Sendable>: @unchecked Sendable {
  private let lock = Lock()
  private let name: String
  private var core: Core?

  init(_ core: Core, named name: String) {
    self.core = core
    self.name = name
  }

  func get(_ operation: ADBCError.Operation) throws(ADBCError) -> Core {
    guard let core = peek() else { throw ADBCError(operation, .closed, "The \(name) is closed.") }
    return core
  }

  func peek() -> Core? { lock.withLock { core } }

  func take() -> Core? {
    lock.withLock {
      defer { core = nil }
      return core
    }
  }
}
