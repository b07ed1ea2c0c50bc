import ADBC
import Foundation
import Testing

/// What scripts/leaks.sh runs under a leak checker: every kind of object, made and dropped.
///
/// Nothing else runs it.
@Suite(.duckdb, .enabled(if: ProcessInfo.processInfo.environment["LEAK_PROBE"] != nil, "Only for scripts/leaks.sh."))
struct LeakProbe {
  @Test func `everything is released`() throws {
    for _ in 0..<3 {
      let database = try Engines.database()
      let connection = try database.connect()
      let batch = try InputBatch([
        .int64s("a", [1, nil, 3]), .texts("b", ["x", nil, "z"]), .bools("c", [true, nil, false]),
      ])
      try connection.ingest(batch, into: "t")
      let rest = Once(batch)
      try connection.ingest(batch, then: rest.take, into: "t", mode: .append)
      _ = try connection.rows("select *, [a, 2] from t where a > ? or b is not distinct from ?", [0, nil])
      _ = try connection.statement("select * from range(100000)").executeQuery().next()
      #expect(throws: ADBCError.self) { try connection.rows("selec 1") }
      #expect(throws: ADBCError.self) { try connection.rows("select ?", [1, 2]) }
      #expect(throws: ADBCError.self) { try connection.rows("select error('late') from range(10)") }
      let left = try connection.statement("select 1").executeQuery()
      connection.close()
      database.close()
      left.close()
    }
    #expect(throws: ADBCError.self) { try Engines.duckdb.get().open(["path": "/nowhere/at/all.duckdb"]) }
  }
}

private final class Once: @unchecked Sendable {
  private var batch: InputBatch?
  init(_ batch: InputBatch) { self.batch = batch }
  @Sendable func take() -> InputBatch? {
    defer { batch = nil }
    return batch
  }
}
