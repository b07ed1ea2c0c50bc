/// What to do with a table that rows are loaded into.
public enum IngestMode: String, Sendable, CaseIterable {
  /// Make the table; fail if it is there.
  case create = "adbc.ingest.mode.create"
  /// Add to the table; fail if it is not there.
  case append = "adbc.ingest.mode.append"
  /// Drop the table if it is there, then make it.
  case replace = "adbc.ingest.mode.replace"
  /// Make the table unless it is there, then add to it.
  case createAppend = "adbc.ingest.mode.create_append"
}

extension Connection {
  /// Loads rows into a table at the database's full speed, and gives their number if the driver tells it.
  /// - Parameter schema: The database schema of the table, or `nil` for the current one.
  /// - Throws: `ADBCError` from `.ingest`, `.bind` or `.setOption`.
  @discardableResult
  public func ingest(
    _ batch: InputBatch, into table: String, schema: String? = nil, mode: IngestMode = .create
  ) throws(ADBCError) -> Int? {
    try ingest(into: table, schema: schema, mode: mode) { (statement) throws(ADBCError) in try statement.bind(batch) }
  }

  /// Loads batches into a table as they are made: memory holds one of them at a time.
  ///
  /// If `more` throws, the rows before it may already be in the table: load within a transaction to take them out again.
  /// - Throws: `ADBCError` from `.ingest`, `.bind` or `.setOption`; an error of `more` comes as its description.
  @discardableResult
  public func ingest(
    _ first: InputBatch, then more: @escaping @Sendable () throws -> InputBatch?, into table: String,
    schema: String? = nil, mode: IngestMode = .create
  ) throws(ADBCError) -> Int? {
    try ingest(into: table, schema: schema, mode: mode) { (statement) throws(ADBCError) in
      try statement.bind(first, then: more)
    }
  }

  private func ingest(
    into table: String, schema: String?, mode: IngestMode, _ bind: (Statement) throws(ADBCError) -> Void
  ) throws(ADBCError) -> Int? {
    let statement = try statement()
    defer { statement.close() }
    try statement.setOption("adbc.ingest.target_table", to: table)
    if let schema { try statement.setOption("adbc.ingest.target_db_schema", to: schema) }
    try statement.setOption("adbc.ingest.mode", to: mode.rawValue)
    try bind(statement)
    return try statement.execute(as: .ingest)
  }
}
