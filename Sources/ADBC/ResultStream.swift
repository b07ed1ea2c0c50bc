import CADBC

/// The rows of a query, batch after batch, as the database produces them.
public final class ResultStream: Sendable {
  /// The columns, in order.
  public let fields: [Field]
  private let slot: Slot<StreamCore>

  init(_ core: StreamCore) throws(ADBCError) {
    fields = try core.fields()
    slot = Slot(core, named: "result")
  }

  /// Gives the next batch, or `nil` at the end.
  ///
  /// Batches may be empty, and outlive the stream.
  /// - Throws: `ADBCError` from `.readRows`: a query may well fail half way.
  public func next() throws(ADBCError) -> Batch? {
    guard let array = try slot.get(.readRows).next() else { return nil }
    return try Batch(array, fields: fields)
  }

  /// Drops the rows not yet read; a second call does nothing.
  public func close() { _ = slot.take() }
}

/// The driver's stream, released once.
final class StreamCore: @unchecked Sendable {
  let raw: UnsafeMutablePointer<ArrowArrayStream>
  private let statement: StatementCore
  private var ended = false

  init(statement: StatementCore) {
    self.statement = statement
    raw = .allocate(capacity: 1)
    raw.initialize(to: ArrowArrayStream())
  }

  func fields() throws(ADBCError) -> [Field] {
    try statement.resume(.readSchema) { () throws(ADBCError) in
      // A statement that gives no rows may leave the stream untouched.
      guard raw.pointee.release != nil else { return [] }
      var schema = ArrowSchema()
      try call(.readSchema, raw.pointee.get_schema?(raw, &schema))
      defer { schema.release?(&schema) }
      return try Field.columns(of: schema)
    }
  }

  func next() throws(ADBCError) -> ArrayOwner? {
    try statement.resume(.readRows) { () throws(ADBCError) in
      guard raw.pointee.release != nil, !ended else { return nil }
      let owner = ArrayOwner()
      try call(.readRows, raw.pointee.get_next?(raw, owner.raw))
      if owner.raw.pointee.release == nil {
        ended = true
        return nil
      }
      return owner
    }
  }

  private func call(_ operation: ADBCError.Operation, _ code: CInt?) throws(ADBCError) {
    guard let code else { throw ADBCError(operation, .internal, "The driver's stream is incomplete.") }
    guard code != 0 else { return }
    ended = true
    // Since ADBC 1.1.0 a stream can tell the whole error; it stays the stream's.
    var status = AdbcStatusCode(ADBC_STATUS_OK)
    let driver = statement.connection.database.driver
    if driver.isCurrent, let detail = driver.raw.pointee.ErrorFromArrayStream?(raw, &status),
      detail.pointee.message != nil
    {
      throw ADBCError(operation, code: status, detail.pointee)
    }
    let words = raw.pointee.get_last_error?(raw).map { String(cString: $0) }
    throw ADBCError(operation, Errno.status(code), words ?? "The result broke off with error number \(code).")
  }

  deinit {
    if let release = raw.pointee.release { statement.connection.release { release(raw) } }
    raw.deallocate()
  }
}
