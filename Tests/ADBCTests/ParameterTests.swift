import ADBC
import Testing

@Suite(.duckdb) struct ParameterTests {
  let connection: Connection

  init() throws { connection = try Engines.memory() }

  @Test func `every value goes in and comes out the same`() throws {
    try connection.execute("set timezone = 'UTC'")
    let row: [Value] = [
      true, 12, 0.25, "l'été", .bytes([1, 0, 2]), .date(-3), .time(5), .timestamp(6), .instant(7),
      .decimal(-12345, scale: 2),
    ]
    #expect(try connection.rows("select ?, ?, ?, ?, ?, ?, ?, ?, ?, ?", row) == [row])
  }

  @Test func `NULL can be bound, with and without a type`() throws {
    #expect(try connection.rows("select ?, ?::bigint", [nil, nil]) == [[nil, nil]])
    try connection.execute("create table t (a bigint, b varchar)")
    try connection.execute("insert into t values (?, ?)", [nil, "x"])
    #expect(try connection.rows("select * from t where a is not distinct from ?", [nil]) == [[nil, "x"]])
  }

  @Test func `a prepared statement takes one row after another`() throws {
    let statement = try connection.statement("select ?::bigint * 2")
    try statement.prepare()
    for number in 0..<5 {
      try statement.bind([.int(Int64(number))])
      let stream = try statement.executeQuery()
      var found: [Int64] = []
      while let batch = try stream.next() { found += Array(try batch[0].int64s) }
      #expect(found == [Int64(number) * 2])
    }
  }

  @Test func `several rows of parameters are refused, not half used`() throws {
    try connection.execute("create table t (a bigint)")
    let statement = try connection.statement("insert into t values (?)")
    try statement.bind(InputBatch([.int64s("1", [1, 2])]))
    let error = #expect(throws: ADBCError.self) { try statement.execute() }
    #expect(error?.status == .notImplemented)
    #expect(try connection.rows("select * from t").isEmpty)
  }

  @Test func `columns of unequal length do not make a batch`() {
    let error = #expect(throws: ADBCError.self) {
      try InputBatch([.int64s("a", [1, 2]), .texts("b", ["x"])])
    }
    #expect(error?.message == "The column b has 1 rows, but a has 2.")
    #expect(throws: ADBCError.self) { try InputBatch([]) }
  }
}
