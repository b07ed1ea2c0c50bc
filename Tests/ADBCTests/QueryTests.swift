import ADBC
import Testing

@Suite(.duckdb) struct QueryTests {
  let connection: Connection

  init() throws { connection = try Engines.memory() }

  @Test func `rows come back with their values`() throws {
    let rows = try connection.rows("select 1::integer, 2::bigint, 'Société', date '2024-02-29', null")
    #expect(rows == [[1, 2, "Société", .date(19782), nil]])
  }

  @Test func `columns are read where they lie`() throws {
    var total: Int64 = 0
    try connection.query("select range as i from range(100000)") { batch in
      total += try batch.column("i").int64s.withUnsafeBufferPointer { $0.reduce(0, +) }
    }
    #expect(total == 4_999_950_000)
  }

  @Test func `a statement without rows gives an empty result`() throws {
    #expect(try connection.rows("create table empty (a bigint, b varchar)").isEmpty)
    let stream = try connection.statement("select * from empty").executeQuery()
    #expect(stream.fields.map(\.name) == ["a", "b"])
    #expect(stream.fields.map(\.type) == [.int64, .utf8])
    while let batch = try stream.next() { #expect(batch.count == 0) }
    #expect(try stream.next() == nil)
  }

  @Test func `an update tells how many rows it touched`() throws {
    try connection.execute("create table book (a bigint)")
    #expect(try connection.execute("insert into book select range from range(7)") == 7)
    #expect(try connection.execute("update book set a = 0 where a > 3") == 3)
  }
}
