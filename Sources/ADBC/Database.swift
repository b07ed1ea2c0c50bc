import CADBC

/// An open database: share it between threads, and give each its own connection.
public final class Database: Sendable {
  private let slot: Slot<DatabaseCore>

  init(_ core: DatabaseCore) { slot = Slot(core, named: "database") }

  /// Opens a connection.
  /// - Throws: `ADBCError` from `.connect` or `.setOption`; `.closed` after `close()`.
  public func connect(_ options: [String: String] = [:]) throws(ADBCError) -> Connection {
    let database = try slot.get(.connect)
    let connection = ConnectionCore(database: database)
    try connection.open(options)
    return Connection(connection)
  }

  /// Sets an option of the open database, for drivers that allow it.
  public func setOption(_ key: String, to value: String) throws(ADBCError) {
    let core = try slot.get(.setOption)
    try core.lock.withLock { () throws(ADBCError) in try core.set(key, value) }
  }

  /// Closes the database and everything made from it; a second call does nothing.
  ///
  /// Connections, statements and streams that are still held throw `.closed` from now on. Files are let go of when the last of them is dropped.
  public func close() { slot.take()?.closed.set() }
}

/// The driver's database, released when the last connection is.
final class DatabaseCore: @unchecked Sendable {
  let driver: DriverCore
  let raw: UnsafeMutablePointer<AdbcDatabase>
  let lock = Lock()
  let closed = Flag()

  init(driver: DriverCore) {
    self.driver = driver
    raw = .allocate(capacity: 1)
    raw.initialize(to: AdbcDatabase(private_data: nil, private_driver: driver.raw))
  }

  func open(_ options: [String: String]) throws(ADBCError) {
    let calls = driver.raw.pointee
    try check(.openDatabase) { calls.DatabaseNew?(raw, $0) }
    // In the order of their names, so that the first complaint is always the same one.
    for (key, value) in options.sorted(by: { $0.key < $1.key }) { try set(key, value) }
    try check(.openDatabase) { calls.DatabaseInit?(raw, $0) }
  }

  func set(_ key: String, _ value: String) throws(ADBCError) {
    try check(.setOption) { driver.raw.pointee.DatabaseSetOption?(raw, key, value, $0) }
  }

  deinit {
    if raw.pointee.private_data != nil {
      try? check(.openDatabase) { driver.raw.pointee.DatabaseRelease?(raw, $0) }
    }
    raw.deallocate()
  }
}
