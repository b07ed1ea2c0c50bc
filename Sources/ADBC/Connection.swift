import CADBC

/// A session with a database.
///
/// Use one for each thread or task. Sharing one is safe but slow: calls wait for each other. Calls block their thread, so run
/// long queries away from the cooperative pool. Only `cancel()` never waits.
public final class Connection: Sendable {
  private let slot: Slot<ConnectionCore>

  init(_ core: ConnectionCore) { slot = Slot(core, named: "connection") }

  /// Makes an empty statement, to be given its SQL or a table to load.
  public func statement() throws(ADBCError) -> Statement {
    let statement = StatementCore(connection: try slot.get(.newStatement))
    try statement.open()
    return Statement(statement)
  }

  /// Makes a statement that holds `sql`.
  public func statement(_ sql: String) throws(ADBCError) -> Statement {
    let statement = try statement()
    try statement.setQuery(sql)
    return statement
  }

  /// Sets an option of the session, by the driver's name for it.
  public func setOption(_ key: String, to value: String) throws(ADBCError) {
    try slot.get(.setOption).set(key, value)
  }

  /// Turns transactions by hand on (`false`) or off (`true`, as a connection starts).
  ///
  /// Turning it back on commits what was pending.
  public func setAutocommit(_ on: Bool) throws(ADBCError) {
    try setOption("adbc.connection.autocommit", to: on ? "true" : "false")
  }

  /// Keeps what was done since the last commit; the next transaction starts at once.
  /// - Throws: `.invalidState` while autocommit is on.
  public func commit() throws(ADBCError) {
    let core = try slot.get(.commit)
    try core.use(.commit) { () throws(ADBCError) in
      try check(.commit) { core.calls.ConnectionCommit?(core.raw, $0) }
    }
  }

  /// Undoes what was done since the last commit.
  /// - Throws: `.invalidState` while autocommit is on.
  public func rollback() throws(ADBCError) {
    let core = try slot.get(.rollback)
    try core.use(.rollback) { () throws(ADBCError) in
      try check(.rollback) { core.calls.ConnectionRollback?(core.raw, $0) }
    }
  }

  /// Stops the query that runs on this connection, from any thread; does nothing if none does.
  public func cancel() throws(ADBCError) {
    try slot.get(.cancel).current?.cancel()
  }

  /// Closes the session and everything made from it; a second call does nothing.
  ///
  /// What was not committed is lost. Statements and streams still held throw `.closed`; the session itself ends when they are dropped.
  public func close() { slot.take()?.closed.set() }
}

/// The driver's connection, released when the last statement or stream is.
final class ConnectionCore: @unchecked Sendable {
  let database: DatabaseCore
  let raw: UnsafeMutablePointer<AdbcConnection>
  let closed = Flag()
  private let lock = Lock()
  private let currentLock = Lock()
  private weak var last: StatementCore?

  init(database: DatabaseCore) {
    self.database = database
    raw = .allocate(capacity: 1)
    raw.initialize(to: AdbcConnection(private_data: nil, private_driver: database.driver.raw))
  }

  var calls: AdbcDriver { database.driver.raw.pointee }

  /// The statement that was executed last, if it is still alive.
  var current: StatementCore? {
    get { currentLock.withLock { last } }
    set { currentLock.withLock { last = newValue } }
  }

  func open(_ options: [String: String]) throws(ADBCError) {
    try database.lock.withLock { () throws(ADBCError) in
      try check(.connect) { calls.ConnectionNew?(raw, $0) }
      try check(.connect) { calls.ConnectionInit?(raw, database.raw, $0) }
    }
    for (key, value) in options.sorted(by: { $0.key < $1.key }) { try set(key, value) }
  }

  func set(_ key: String, _ value: String) throws(ADBCError) {
    try use(.setOption) { () throws(ADBCError) in
      try check(.setOption) { calls.ConnectionSetOption?(raw, key, value, $0) }
    }
  }

  /// Runs `body` alone on this connection, unless the connection or its database was closed.
  func use<Result>(
    _ operation: ADBCError.Operation, _ body: () throws(ADBCError) -> Result
  ) throws(ADBCError) -> Result {
    try lock.withLock { () throws(ADBCError) in
      guard !closed.isSet else { throw ADBCError(operation, .closed, "The connection is closed.") }
      guard !database.closed.isSet else { throw ADBCError(operation, .closed, "The database is closed.") }
      return try body()
    }
  }

  /// Runs `body` alone on this connection, closed or not: for releasing what belongs to it.
  func release(_ body: () -> Void) { lock.withLock { body() } }

  deinit {
    if raw.pointee.private_data != nil {
      try? check(.connect) { calls.ConnectionRelease?(raw, $0) }
    }
    raw.deallocate()
  }
}
