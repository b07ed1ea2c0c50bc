import CADBC

/// A database driver, loaded into this process.
///
/// Load it once and share it. The library stays loaded until the process ends, because drivers keep threads of their own.
public final class Driver: Sendable {
  let core: DriverCore

  /// Loads the library at `location`, and before it those it needs.
  /// - Throws: `ADBCError` from `.loadLibrary`, `.findEntry` or `.initializeDriver`.
  public init(_ location: DriverLocation) throws(ADBCError) {
    for path in location.preload { _ = try Library(path: path, shared: true) }
    let library = try Library(path: location.library, shared: false)
    let entry = unsafeBitCast(try library.symbol(location.entry), to: DriverCore.Entry.self)
    core = DriverCore()
    try core.start(entry)
  }

  /// Opens a database with the options that the driver understands, such as `["path": "book.duckdb"]` or `["uri": "postgresql://…"]`.
  /// - Throws: `ADBCError` from `.openDatabase` or `.setOption`.
  public func open(_ options: [String: String] = [:]) throws(ADBCError) -> Database {
    let database = DatabaseCore(driver: core)
    try database.open(options)
    return Database(database)
  }
}

/// The function table, released when nothing uses the driver any more.
final class DriverCore: @unchecked Sendable {
  typealias Entry =
    @convention(c) (CInt, UnsafeMutableRawPointer?, UnsafeMutablePointer<AdbcError>?) ->
    AdbcStatusCode

  let raw: UnsafeMutablePointer<AdbcDriver>
  /// False for a driver that only speaks ADBC 1.0.0: the newer functions are then null.
  private(set) var isCurrent = true

  init() {
    raw = .allocate(capacity: 1)
    raw.initialize(to: AdbcDriver())
  }

  func start(_ entry: Entry) throws(ADBCError) {
    do {
      try check(.initializeDriver) { entry(ADBC_VERSION_1_1_0, raw, $0) }
    } catch  where error.status == .notImplemented {
      raw.pointee = AdbcDriver()
      isCurrent = false
      try check(.initializeDriver) { entry(ADBC_VERSION_1_0_0, raw, $0) }
    }
  }

  deinit {
    if let release = raw.pointee.release {
      var ignored = AdbcError()
      _ = release(raw, &ignored)
      ignored.release?(&ignored)
    }
    raw.deallocate()
  }
}
