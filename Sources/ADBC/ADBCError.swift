import CADBC

/// What went wrong between us and a database, and where.
///
/// Every failure of this module is one of these: a library that will not load, a query that will not parse, a result that breaks off
/// half way, a column read as the wrong type, an object used after `close()`.
public struct ADBCError: Error, Sendable, Hashable, CustomStringConvertible {
  /// What was being done when it failed.
  public let operation: Operation
  /// The kind of failure.
  public let status: Status
  /// One sentence for a person: the driver's own words where it has any.
  public let message: String
  /// The five letters of the SQL standard, where the driver gives them.
  public let sqlState: String?
  /// The driver's own number for the error, where it gives one.
  public let vendorCode: Int32?

  /// Makes an error; drivers' errors are made by this module, the others are for callers who extend it.
  public init(
    _ operation: Operation, _ status: Status, _ message: String, sqlState: String? = nil, vendorCode: Int32? = nil
  ) {
    self.operation = operation
    self.status = status
    self.message = message
    self.sqlState = sqlState
    self.vendorCode = vendorCode
  }

  /// The operation and the message in one line, fit for a log or a terminal.
  public var description: String {
    let state = sqlState.map { " [SQLSTATE \($0)]" } ?? ""
    return "\(operation.rawValue) failed (\(status.rawValue)): \(message)\(state)"
  }

  /// The places where an error can come from.
  public enum Operation: String, Sendable, CaseIterable {
    case loadLibrary = "loading the driver's library"
    case findEntry = "finding the driver's entry point"
    case initializeDriver = "starting the driver"
    case openDatabase = "opening the database"
    case connect = "connecting"
    case setOption = "setting an option"
    case getOption = "reading an option"
    case newStatement = "making a statement"
    case setQuery = "setting the query"
    case prepare = "preparing the query"
    case bind = "binding parameters"
    case execute = "executing the query"
    case readSchema = "reading the result's columns"
    case readRows = "reading the result's rows"
    case ingest = "loading rows into a table"
    case cancel = "cancelling"
    case commit = "committing"
    case rollback = "rolling back"
    case readColumn = "reading a column"
  }

  /// The kinds of failure: those of ADBC, and two of our own (`closed`, `typeMismatch`).
  public enum Status: String, Sendable, CaseIterable {
    case unknown
    case notImplemented = "not implemented"
    case notFound = "not found"
    case alreadyExists = "already exists"
    case invalidArgument = "invalid argument"
    case invalidState = "invalid state"
    case invalidData = "invalid data"
    case integrity
    case `internal`
    case io = "input/output"
    case cancelled
    case timeout
    case unauthenticated
    case unauthorized
    /// The object was closed, or the one it came from.
    case closed
    /// The caller asked for a type that the column does not have.
    case typeMismatch = "type mismatch"

    init(code: AdbcStatusCode) {
      let known: [Status] = [
        .unknown, .unknown, .notImplemented, .notFound, .alreadyExists, .invalidArgument, .invalidState, .invalidData,
        .integrity, .internal, .io, .cancelled, .timeout, .unauthenticated, .unauthorized,
      ]
      self = Int(code) < known.count ? known[Int(code)] : .unknown
    }
  }
}

extension ADBCError {
  func with(status: Status) -> ADBCError {
    ADBCError(operation, status, message, sqlState: sqlState, vendorCode: vendorCode)
  }

  /// Reads a driver's error struct, which stays the driver's.
  init(_ operation: Operation, code: AdbcStatusCode, _ raw: AdbcError) {
    let state = withUnsafeBytes(of: raw.sqlstate) { bytes in
      String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
    }
    let status = Status(code: code)
    let words = raw.message.map { String(cString: $0) } ?? ""
    self.init(
      operation, status, words.isEmpty ? "The driver gave no explanation." : words,
      sqlState: state.isEmpty ? nil : state,
      vendorCode: raw.vendor_code == 0 || raw.vendor_code == Int32.min ? nil : raw.vendor_code)
  }
}

/// Calls a driver and turns its refusal into an error; `nil` from `call` means that the driver lacks the function.
func check(
  _ operation: ADBCError.Operation, _ call: (UnsafeMutablePointer<AdbcError>) -> AdbcStatusCode?
) throws(ADBCError) {
  var raw = AdbcError()
  let code = withUnsafeMutablePointer(to: &raw) { call($0) }
  // A driver may leave a message behind even when all went well.
  defer { raw.release?(&raw) }
  guard let code else { throw ADBCError(operation, .notImplemented, "This driver cannot do that.") }
  guard code == ADBC_STATUS_OK else { throw ADBCError(operation, code: code, raw) }
}
