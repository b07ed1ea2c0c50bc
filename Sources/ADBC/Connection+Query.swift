extension Connection {
  /// Executes `sql` for its effect and gives the number of rows it touched, or `nil` if the driver does not say.
  @discardableResult
  public func execute(_ sql: String, _ parameters: [Value] = []) throws(ADBCError) -> Int? {
    let statement = try statement(sql)
    defer { statement.close() }
    if !parameters.isEmpty { try statement.bind(parameters) }
    return try statement.execute()
  }

  /// Executes `sql` and hands its rows to `body`, batch after batch; batches without rows are left out.
  /// - Throws: `ADBCError`, or what `body` throws, which ends the query.
  public func query(_ sql: String, _ parameters: [Value] = [], _ body: (Batch) throws -> Void) throws {
    let statement = try statement(sql)
    defer { statement.close() }
    if !parameters.isEmpty { try statement.bind(parameters) }
    let stream = try statement.executeQuery()
    defer { stream.close() }
    while let batch = try stream.next() {
      if batch.count > 0 { try body(batch) }
    }
  }

  /// Executes `sql` and gives all its rows: for small results.
  public func rows(_ sql: String, _ parameters: [Value] = []) throws(ADBCError) -> [[Value]] {
    let statement = try statement(sql)
    defer { statement.close() }
    if !parameters.isEmpty { try statement.bind(parameters) }
    let stream = try statement.executeQuery()
    defer { stream.close() }
    var rows: [[Value]] = []
    while let batch = try stream.next() {
      for row in 0..<batch.count {
        var values: [Value] = []
        for column in batch.columns { values.append(try column.value(at: row)) }
        rows.append(values)
      }
    }
    return rows
  }
}
