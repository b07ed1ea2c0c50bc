import CADBC

extension Statement {
  /// Binds one row of parameters to the query's placeholders (`?` or `$1`, as the database likes).
  /// - Throws: `ADBCError` from `.bind`; too many or too few are often only noticed by `.execute`.
  public func bind(_ row: [Value]) throws(ADBCError) {
    try bind(InputBatch(row: row))
  }

  /// Binds many rows of parameters: the query is executed once for each.
  ///
  /// Some drivers, DuckDB's among them, take more than one row only to load a table.
  public func bind(_ batch: InputBatch) throws(ADBCError) {
    try withCore(.bind) { (core) throws(ADBCError) in
      core.source = nil
      var array = Export.array(batch)
      var schema = Export.schema(batch.columns)
      // Binding hands both over; what the driver left alone is still ours.
      defer {
        array.release?(&array)
        schema.release?(&schema)
      }
      try check(.bind) { core.calls.StatementBind?(core.raw, &array, &schema, $0) }
    }
  }

  /// Binds batches that are made when the driver asks for them, on the thread that executes; `nil` ends them.
  ///
  /// All have the columns of `first`. An error thrown by `more` fails the execution with its description as message.
  public func bind(_ first: InputBatch, then more: @escaping @Sendable () throws -> InputBatch?) throws(ADBCError) {
    try withCore(.bind) { (core) throws(ADBCError) in
      let failure = SourceFailure()
      core.source = failure
      var stream = ExportStream.make(first, then: more, failure: failure)
      defer { stream.release?(&stream) }
      try check(.bind) { core.calls.StatementBindStream?(core.raw, &stream, $0) }
    }
  }
}
