import ADBC
import Dispatch
import Synchronization
import Units

/// The embedded engine: one connection, for one thread at a time.
public final class DuckDBEngine: Sendable {
  let connection: Connection
  private let database: Database
  private let settings: EngineSettings
  private let beside: DuckDBEngine?

  /// Starts the engine in memory; the facts stay in their files.
  /// - Throws: `EngineError.refused` when the library does not load.
  public init(_ settings: EngineSettings) throws(EngineError) {
    self.settings = settings
    do {
      var options = [
        // Nothing is ever fetched while the product runs.
        "autoinstall_known_extensions": "false",
        "autoload_known_extensions": "false",
        "memory_limit": "\(settings.memoryMegabytes)MB",
      ]
      options["temp_directory"] = settings.scratch
      if settings.isForSmallBooks { options["threads"] = "1" }
      database = try Driver(settings.driver).open(options)
      connection = try database.connect()
      beside =
        settings.isForSmallBooks
        ? DuckDBEngine(settings, database: database, connection: try database.connect()) : nil
    } catch { throw .refused(doing: .opening, error) }
  }

  /// A second connection to the same tables.
  private init(_ settings: EngineSettings, database: Database, connection: Connection) {
    self.settings = settings
    self.database = database
    self.connection = connection
    beside = nil
  }

  /// Does two things that do not need each other.
  ///
  /// For small books they run at the same time, each on a connection and a thread of its own; for large ones one after the
  /// other, since each already takes every core and much memory.
  /// Both see the same tables and views, but not each other's temporary ones.
  func both<First: Sendable, Second: Sendable>(
    _ first: @Sendable (DuckDBEngine) throws(EngineError) -> First,
    _ second: @Sendable (DuckDBEngine) throws(EngineError) -> Second
  ) throws(EngineError) -> (First, Second) {
    guard let beside else { return (try first(self), try second(self)) }
    let left = Mutex<Result<First, EngineError>?>(nil)
    let right = Mutex<Result<Second, EngineError>?>(nil)
    DispatchQueue.concurrentPerform(iterations: 2) { turn in
      if turn == 0 {
        let result = Result { () throws(EngineError) in try first(self) }
        left.withLock { $0 = result }
      } else {
        let result = Result { () throws(EngineError) in try second(beside) }
        right.withLock { $0 = result }
      }
    }
    guard let first = left.withLock({ $0 }), let second = right.withLock({ $0 }) else {
      preconditionFailure("both turns were taken")
    }
    return (try first.get(), try second.get())
  }

  /// Whether it was started for books so small that room does not count.
  var isForSmallBooks: Bool { settings.isForSmallBooks }

  /// Makes Excel files readable and writable.
  /// - Throws: `EngineError.noSpreadsheets` when the extension is not installed.
  func loadSpreadsheets() throws(EngineError) {
    guard let path = settings.spreadsheets else { throw .noSpreadsheets }
    try run(.opening, "load \(literal(path))")
  }

  /// Executes a statement for its effect.
  func run(_ task: EngineError.Task, _ sql: String, _ parameters: [Value] = []) throws(EngineError) {
    do { try connection.execute(sql, parameters) } catch { throw .refused(doing: task, error) }
  }

  /// Executes a statement and tells whether it went through.
  func succeeds(_ sql: String) -> Bool {
    do { try connection.execute(sql) } catch { return false }
    return true
  }

  /// Gives all rows of a small result.
  func rows(_ task: EngineError.Task, _ sql: String, _ parameters: [Value] = []) throws(EngineError) -> [[Value]] {
    do { return try connection.rows(sql, parameters) } catch { throw .refused(doing: task, error) }
  }

  /// Hands a result over, batch after batch.
  func each(
    _ task: EngineError.Task, _ sql: String, _ parameters: [Value] = [], _ body: (Batch) throws -> Void
  ) throws(EngineError) {
    do { try connection.query(sql, parameters, body) } catch let error as ADBCError {
      throw .refused(doing: task, error)
    } catch { preconditionFailure("only the engine fails while rows are read: \(error)") }
  }
}

extension Value {
  /// The whole number, or nothing.
  var whole: Int64? {
    switch self {
    case .int(let number): number
    case .decimal(let number, scale: 0): Int64(exactly: number)
    default: nil
    }
  }

  /// The text, or nothing.
  var text: String? { if case .text(let text) = self { text } else { nil } }

  /// The day, or nothing.
  var day: Day? { if case .date(let number) = self { Day(number: number) } else { nil } }

  /// The truth, or nothing.
  var flag: Bool? { if case .bool(let flag) = self { flag } else { nil } }
}
