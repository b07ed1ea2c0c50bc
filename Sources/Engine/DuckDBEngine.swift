import ADBC
import Units

/// The embedded engine: one connection, for one thread at a time.
public final class DuckDBEngine: Sendable {
  let connection: Connection
  private let database: Database
  private let settings: EngineSettings

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
    } catch { throw .refused(doing: .opening, error) }
  }

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
