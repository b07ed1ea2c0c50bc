import ADBC
import Testing

@Suite(.duckdb) struct CancelTests {
  /// Keeps both cores busy for minutes.
  static let endless = "select count(*) from range(10000000000) a, range(1000) b where a.range % 7 = b.range % 11"

  @Test(.timeLimit(.minutes(1))) func `a query is cancelled from another thread`() async throws {
    let connection = try Engines.memory()
    let statement = try connection.statement(Self.endless)
    let error = try await failure(
      of: {
        let stream = try statement.executeQuery()
        while try stream.next() != nil {}
      },
      while: {
        try statement.cancel()
      })
    #expect((error as? ADBCError)?.status == .cancelled)
    // The connection goes on.
    #expect(try connection.rows("select 1") == [[1]])
  }

  @Test(.timeLimit(.minutes(1))) func `a connection cancels whatever it runs`() async throws {
    let connection = try Engines.memory()
    let error = try await failure(
      of: {
        _ = try connection.rows(Self.endless)
      },
      while: {
        try connection.cancel()
      })
    #expect((error as? ADBCError)?.status == .cancelled)
    #expect(try connection.rows("select 2") == [[2]])
  }

  @Test func `a stream between two batches is cancelled too`() throws {
    let statement = try Engines.memory().statement("select * from range(1000000)")
    let stream = try statement.executeQuery()
    _ = try stream.next()
    try statement.cancel()
    let error = #expect(throws: ADBCError.self) { try stream.next() }
    #expect(error?.status == .cancelled)
  }

  @Test func `cancelling nothing does nothing`() throws {
    let connection = try Engines.memory()
    try connection.cancel()
    let statement = try connection.statement("select 1")
    try statement.cancel()
    try statement.execute()
    #expect(try connection.rows("select 1") == [[1]])
  }
}
