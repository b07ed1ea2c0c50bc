import ADBC
import Testing

@Suite(.duckdb) struct ErrorTests {
  private func place(_ body: () throws -> Void) -> ADBCError.Operation? {
    #expect(throws: ADBCError.self, performing: body)?.operation
  }

  @Test func `a library that is not there is named`() throws {
    let error = #expect(throws: ADBCError.self) { try Driver(DriverLocation(library: "/nowhere/libx.so")) }
    #expect(error?.operation == .loadLibrary)
    #expect(error?.status == .notFound)
    #expect(error?.message.contains("/nowhere/libx.so") == true)
    let location = try Engines.location("duckdb")
    #expect(
      place { _ = try Driver(DriverLocation(library: location.library, preload: ["/nowhere/liby.so"])) } == .loadLibrary
    )
  }

  @Test func `a library without the entry point is told`() throws {
    let location = try Engines.location("duckdb")
    let error = #expect(throws: ADBCError.self) {
      try Driver(DriverLocation(library: location.library, entry: "no_such_init", preload: location.preload))
    }
    #expect(error?.operation == .findEntry)
    #expect(error?.message.contains("no_such_init") == true)
  }

  @Test func `a database that cannot be opened says so`() throws {
    let error = #expect(throws: ADBCError.self) { try Engines.duckdb.get().open(["path": "/nowhere/at/all.duckdb"]) }
    #expect(error?.operation == .openDatabase)
    #expect(error?.message.contains("/nowhere/at/all.duckdb") == true)
  }

  @Test func `an unknown option is refused`() throws {
    #expect(place { _ = try Engines.duckdb.get().open(["path": ":memory:", "no_such_option": "1"]) } != nil)
    let connection = try Engines.memory()
    #expect(place { try connection.setOption("no.such.option", to: "1") } == .setOption)
    #expect(place { try connection.statement().setOption("no.such.option", to: "1") } == .setOption)
  }

  @Test func `a query that does not parse carries the database's words`() throws {
    let error = #expect(throws: ADBCError.self) { try Engines.memory().rows("selec 1") }
    #expect([.setQuery, .prepare, .execute].contains(error?.operation))
    #expect(error?.message.contains("selec") == true)
  }

  @Test func `an unknown table fails before any row`() throws {
    let error = #expect(throws: ADBCError.self) { try Engines.memory().execute("insert into nothing values (1)") }
    #expect(error?.message.contains("nothing") == true)
  }

  @Test func `a query may fail half way`() throws {
    let stream = try Engines.memory().statement(
      "select case when range < 1000000 then range else error('half way') end from range(2000000)"
    ).executeQuery()
    var (rows, batches) = (0, 0)
    let error = #expect(throws: ADBCError.self) {
      while let batch = try stream.next() {
        rows += batch.count
        batches += 1
      }
    }
    #expect(error?.operation == .readRows)
    #expect(error?.message.contains("half way") == true)
    #expect(batches > 0)
    #expect(rows <= 1_000_000)
  }

  @Test func `wrong parameters are refused`() throws {
    let connection = try Engines.memory()
    #expect(place { _ = try connection.rows("select ? + 1", ["not a number"]) } != nil)
    #expect(place { _ = try connection.rows("select ?", [1, 2]) } != nil)
    #expect(place { _ = try connection.rows("select ?", [.list([1])]) } == .bind)
  }

  @Test func `a column read as another type names both`() throws {
    let error = #expect(throws: ADBCError.self) {
      try Engines.memory().query("select 1::integer as year") { _ = try $0.column("year").texts }
    }
    #expect(error?.status == .typeMismatch)
    #expect(error?.message == "The column year holds int32, not text.")
    let absent = #expect(throws: ADBCError.self) {
      try Engines.memory().query("select 1 as year") { _ = try $0.column("month") }
    }
    #expect(absent?.status == .notFound)
  }

  @Test func `what the caller's body throws comes through`() throws {
    struct Enough: Error {}
    #expect(throws: Enough.self) { try Engines.memory().query("select 1") { _ in throw Enough() } }
  }

  @Test func `commit and rollback keep and undo`() throws {
    let connection = try Engines.memory()
    #expect(place { try connection.commit() } == .commit)
    #expect(place { try connection.rollback() } == .rollback)
    try connection.execute("create table t (a bigint)")
    try connection.setAutocommit(false)
    try connection.execute("insert into t values (1)")
    try connection.commit()
    try connection.execute("insert into t values (2)")
    try connection.rollback()
    try connection.setAutocommit(true)
    #expect(try connection.rows("select a from t") == [[1]])
  }
}
