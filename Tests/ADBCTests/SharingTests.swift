import ADBC
import Testing

@Suite(.duckdb) struct SharingTests {
  @Test func `two connections work in two tasks`() async throws {
    let database = try Engines.database()
    try database.connect().execute("create table t (a bigint)")
    try await withThrowingTaskGroup(of: Void.self) { group in
      for task in 0..<2 {
        group.addTask {
          let connection = try database.connect()
          for number in 0..<50 { try connection.execute("insert into t values (?)", [.int(Int64(task * 50 + number))]) }
        }
      }
      try await group.waitForAll()
    }
    #expect(try database.connect().rows("select count(*), sum(a)::bigint from t") == [[100, 4950]])
  }

  @Test func `one connection shared by tasks takes turns`() async throws {
    let connection = try Engines.memory()
    let sum = try await withThrowingTaskGroup(of: Int64.self) { group in
      for _ in 0..<4 {
        group.addTask {
          var total: Int64 = 0
          for _ in 0..<20 {
            try connection.query("select * from range(10000)") { total += try $0[0].int64s.reduce(0, +) }
          }
          return total
        }
      }
      return try await group.reduce(0, +)
    }
    #expect(sum == 4 * 20 * 49_995_000)
  }

  @Test func `a connection may ask again while it reads`() throws {
    let connection = try Engines.memory()
    var seen = 0
    try connection.query("select range from range(10000)") { batch in
      let answer = try connection.rows("select 42")
      #expect(answer == [[42]])
      seen += batch.count
    }
    #expect(seen == 10000)
  }
}
