import ADBC
import Testing

@Suite(
  .enabled(
    if: Engines.isCI || PostgreSQLServer.isThere,
    "PostgreSQL is not set up: run scripts/setup.py --with postgres."),
  PostgreSQLServer(), .serialized)
struct PostgreSQLTests {
  static let driver = Result { try Engines.load("postgresql") }

  let connection: Connection

  init() throws { connection = try Self.driver.get().open(["uri": PostgreSQLServer.uri]).connect() }

  @Test func `each type comes back whole, and as NULL`() throws {
    let values: [(String, Value)] = [
      ("1::smallint", 1), ("2::integer", 2), ("3::bigint", 3), ("0.5::real", 0.5), ("0.1::double precision", 0.1),
      ("true", true), ("'é'::text", "é"), ("'\\x00ff'::bytea", .bytes([0, 255])), ("date '1969-12-31'", .date(-1)),
      ("time '00:00:01'", .time(1_000_000)), ("timestamp '1970-01-01 00:00:01'", .timestamp(1_000_000)),
      ("timestamptz '1970-01-01 00:00:01+00'", .instant(1_000_000)), ("array[1,null,3]::bigint[]", .list([1, nil, 3])),
    ]
    for (sql, value) in values {
      let rows = try connection.rows("select \(sql) as x union all select null union all select \(sql)")
      #expect(rows == [[value], [nil], [value]], "\(sql)")
    }
  }

  @Test func `parameters go in, NULL included`() throws {
    #expect(try connection.rows("select $1::bigint + 1, $2::text", [41, nil]) == [[42, nil]])
    try connection.execute("create table many (a bigint, b text)")
    let statement = try connection.statement("insert into many values ($1, $2)")
    try statement.bind(InputBatch([.int64s("1", [1, nil, 3]), .texts("2", ["a", "b", nil])]))
    try statement.execute()
    #expect(try connection.rows("select * from many order by b") == [[1, "a"], [nil, "b"], [3, nil]])
  }

  @Test func `a hundred thousand rows go in and come back`() throws {
    let numbers = (0..<100_000).map { Int64($0) }
    let batch = try InputBatch([
      .int64s("id", numbers), .texts("name", numbers.map { $0 % 10 == 0 ? nil : "n\($0)" }),
      .dates("day", numbers.map { Int32($0) }),
    ])
    try connection.ingest(batch, into: "sale")
    try connection.ingest(batch, into: "sale", mode: .append)
    var (count, total) = (0, Int64(0))
    try connection.query("select id, name, day from sale") { batch in
      count += batch.count
      total += try batch[0].int64s.reduce(0, +)
    }
    #expect(count == 200_000)
    #expect(total == 2 * 4_999_950_000)
    #expect(try connection.rows("select count(*) from sale where name is null") == [[20000]])
  }

  @Test func `errors carry the state of the SQL standard`() throws {
    let error = #expect(throws: ADBCError.self) { try connection.rows("select * from nothing") }
    #expect(error?.sqlState == "42P01")
    let late = #expect(throws: ADBCError.self) {
      try connection.rows("select 1 / (50000 - i) from generate_series(1, 100000) i")
    }
    #expect(late?.sqlState == "22012")
    // The session goes on.
    #expect(try connection.rows("select 1") == [[1]])
  }

  @Test func `a server that is not there says so`() throws {
    let error = #expect(throws: ADBCError.self) {
      try Self.driver.get().open(["uri": "postgresql:///postgres?host=/nowhere"]).connect()
    }
    #expect([.openDatabase, .connect].contains(error?.operation))
    #expect(error?.message.contains("/nowhere") == true)
  }

  @Test func `commit and rollback keep and undo`() throws {
    try connection.execute("create table kept (a bigint)")
    try connection.setAutocommit(false)
    try connection.execute("insert into kept values (1)")
    try connection.commit()
    try connection.execute("insert into kept values (2)")
    try connection.rollback()
    try connection.setAutocommit(true)
    #expect(try connection.rows("select a from kept") == [[1]])
  }

  @Test(.timeLimit(.minutes(1))) func `a query is cancelled from another thread`() async throws {
    let connection = connection
    let error = try await failure(
      of: { _ = try connection.rows("select pg_sleep(30)") }, while: { try connection.cancel() })
    #expect((error as? ADBCError)?.status == .cancelled)
    #expect(try connection.rows("select 1") == [[1]])
  }
}
