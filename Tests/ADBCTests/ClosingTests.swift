import ADBC
import Testing

@Suite(.duckdb) struct ClosingTests {
  private func status(_ body: () throws -> Void) -> ADBCError.Status? {
    #expect(throws: ADBCError.self, performing: body)?.status
  }

  @Test func `a closed object says that it is closed`() throws {
    let database = try Engines.database()
    let connection = try database.connect()
    let statement = try connection.statement("select 1")
    let stream = try statement.executeQuery()

    stream.close()
    #expect(status { _ = try stream.next() } == .closed)
    statement.close()
    #expect(status { try statement.execute() } == .closed)
    #expect(status { try statement.setQuery("select 2") } == .closed)
    #expect(status { try statement.bind([1]) } == .closed)
    #expect(status { try statement.cancel() } == .closed)
    connection.close()
    #expect(status { try connection.execute("select 1") } == .closed)
    #expect(status { try connection.commit() } == .closed)
    #expect(status { try connection.cancel() } == .closed)
    database.close()
    #expect(status { _ = try database.connect() } == .closed)
    for _ in 0..<2 {
      stream.close()
      statement.close()
      connection.close()
      database.close()
    }
  }

  @Test func `closing above closes below`() throws {
    let database = try Engines.database()
    let connection = try database.connect()
    let statement = try connection.statement("select * from range(100000)")
    let stream = try statement.executeQuery()
    let batch = try stream.next()
    connection.close()
    #expect(status { _ = try stream.next() } == .closed)
    #expect(status { try statement.execute() } == .closed)
    // What was read stays readable.
    #expect(try batch?[0].int64s.first == 0)

    let other = try database.connect()
    database.close()
    #expect(status { _ = try other.statement("select 1") } == .closed)
  }

  @Test func `rows outlive everything they came from`() throws {
    func batch() throws -> Batch? {
      let connection = try Engines.database().connect()
      defer { connection.close() }
      return try connection.statement("select 'kept' as word").executeQuery().next()
    }
    let kept = try #require(try batch())
    #expect(try kept[0].texts.string(at: 0) == "kept")
  }

  @Test func `a stream may be dropped half read`() throws {
    let connection = try Engines.memory()
    for _ in 0..<20 {
      let stream = try connection.statement("select range, range::varchar from range(1000000)").executeQuery()
      #expect(try stream.next() != nil)
    }
    #expect(try connection.rows("select 1") == [[1]])
  }
}
