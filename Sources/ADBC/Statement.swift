import CADBC

/// A query, or a table about to be loaded, on one connection.
public final class Statement: Sendable {
  private let slot: Slot<StatementCore>

  init(_ core: StatementCore) { slot = Slot(core, named: "statement") }

  /// Gives the statement its SQL.
  ///
  /// Some drivers parse it here, others when it is executed.
  public func setQuery(_ sql: String) throws(ADBCError) {
    let core = try slot.get(.setQuery)
    try core.use(.setQuery) { () throws(ADBCError) in
      try check(.setQuery) { core.calls.StatementSetSqlQuery?(core.raw, sql, $0) }
    }
  }

  /// Has the database plan the query once, so that it can be executed often.
  public func prepare() throws(ADBCError) {
    let core = try slot.get(.prepare)
    try core.use(.prepare) { () throws(ADBCError) in
      try check(.prepare) { core.calls.StatementPrepare?(core.raw, $0) }
    }
  }

  /// Sets an option of this statement, by the driver's name for it.
  public func setOption(_ key: String, to value: String) throws(ADBCError) {
    let core = try slot.get(.setOption)
    try core.use(.setOption) { () throws(ADBCError) in
      try check(.setOption) { core.calls.StatementSetOption?(core.raw, key, value, $0) }
    }
  }

  /// Executes and gives the rows as they come.
  ///
  /// Executing the statement again ends the stream.
  public func executeQuery() throws(ADBCError) -> ResultStream {
    let core = try slot.get(.execute)
    let stream = StreamCore(statement: core)
    try core.run(.execute) { () throws(ADBCError) in
      try check(.execute) { core.calls.StatementExecuteQuery?(core.raw, stream.raw, nil, $0) }
    }
    return try ResultStream(stream)
  }

  /// Executes for its effect and gives the number of rows it touched, or `nil` if the driver does not say.
  @discardableResult
  public func execute() throws(ADBCError) -> Int? {
    try execute(as: .execute)
  }

  /// Stops what this statement is doing, from any thread: it then throws `.cancelled` where it is awaited.
  ///
  /// A stream that is open throws `.cancelled` at its next batch. A statement that does nothing is left alone.
  public func cancel() throws(ADBCError) {
    try slot.get(.cancel).cancel()
  }

  /// Ends the statement and its stream; a second call does nothing.
  public func close() { slot.take()?.closed.set() }

  func execute(as operation: ADBCError.Operation) throws(ADBCError) -> Int? {
    let core = try slot.get(operation)
    var count: Int64 = -1
    try core.run(operation) { () throws(ADBCError) in
      try check(operation) { error in
        withUnsafeMutablePointer(to: &count) { core.calls.StatementExecuteQuery?(core.raw, nil, $0, error) }
      }
    }
    return count < 0 ? nil : Int(count)
  }

  func withCore(_ operation: ADBCError.Operation, _ body: (StatementCore) throws(ADBCError) -> Void) throws(ADBCError) {
    let core = try slot.get(operation)
    try core.use(operation) { () throws(ADBCError) in try body(core) }
  }
}

/// The driver's statement, released when its stream is.
final class StatementCore: @unchecked Sendable {
  let connection: ConnectionCore
  let raw: UnsafeMutablePointer<AdbcStatement>
  let closed = Flag()
  /// Set while the connection is in use: the batches that the next execution will ask for.
  var source: SourceFailure?
  private let cancelled = Flag()

  init(connection: ConnectionCore) {
    self.connection = connection
    raw = .allocate(capacity: 1)
    raw.initialize(to: AdbcStatement(private_data: nil, private_driver: connection.database.driver.raw))
  }

  var calls: AdbcDriver { connection.calls }

  func open() throws(ADBCError) {
    try connection.use(.newStatement) { () throws(ADBCError) in
      try check(.newStatement) { calls.StatementNew?(connection.raw, raw, $0) }
    }
  }

  /// Runs `body` alone on the connection, unless something above was closed.
  func use<Result>(
    _ operation: ADBCError.Operation, _ body: () throws(ADBCError) -> Result
  ) throws(ADBCError) -> Result {
    try connection.use(operation) { () throws(ADBCError) in
      guard !closed.isSet else { throw ADBCError(operation, .closed, "The statement is closed.") }
      return try body()
    }
  }

  /// Like `use`, for the start of an execution: earlier cancellations no longer count.
  func run(_ operation: ADBCError.Operation, _ body: () throws(ADBCError) -> Void) throws(ADBCError) {
    try use(operation) { () throws(ADBCError) in
      cancelled.set(false)
      connection.current = self
      do throws(ADBCError) {
        try body()
        try source?.check()
      } catch {
        try source?.check()
        throw read(error)
      }
    }
  }

  /// Like `use`, for going on with an execution: a cancellation in between ends it.
  func resume<Result>(
    _ operation: ADBCError.Operation, _ body: () throws(ADBCError) -> Result
  ) throws(ADBCError) -> Result {
    try use(operation) { () throws(ADBCError) in
      guard !cancelled.isSet else { throw ADBCError(operation, .cancelled, "The query was cancelled.") }
      do throws(ADBCError) { return try body() } catch { throw read(error) }
    }
  }

  /// Takes no lock: the one who waits for the query holds it.
  func cancel() throws(ADBCError) {
    cancelled.set()
    guard connection.database.driver.isCurrent else {
      throw ADBCError(.cancel, .notImplemented, "This driver cannot cancel a query.")
    }
    try check(.cancel) { calls.StatementCancel?(raw, $0) }
  }

  /// Drivers report an interrupted query in many ways; we know that we asked for it.
  private func read(_ error: ADBCError) -> ADBCError {
    cancelled.isSet ? error.with(status: .cancelled) : error
  }

  deinit {
    if raw.pointee.private_data != nil {
      connection.release { try? check(.newStatement) { calls.StatementRelease?(raw, $0) } }
    }
    raw.deallocate()
  }
}
