import ADBC
import Testing

@Suite(.duckdb) struct IngestTests {
  let connection: Connection

  init() throws { connection = try Engines.memory() }

  @Test func `a million rows go in and come back`() throws {
    let numbers = (0..<1_000_000).map { Int64($0) }
    let batch = try InputBatch([
      .int64s("id", numbers),
      .texts("name", numbers.map { $0 % 10 == 0 ? nil : "customer \($0)" }),
      .dates("day", numbers.map { Int32($0 % 20000) }),
    ])
    let count = try connection.ingest(batch, into: "sale")
    #expect(count == nil || count == 1_000_000)
    var (next, wrong) = (Int64(0), 0)
    try connection.query("select id, name, day from sale order by id") { batch in
      let (ids, names, days) = (try batch[0].int64s, try batch[1].texts, try batch[2].dates)
      for row in 0..<batch.count {
        let name = next % 10 == 0 ? nil : "customer \(next)"
        if ids[row] != next || names.string(at: row) != name || days[row] != Int32(next % 20000) { wrong += 1 }
        next += 1
      }
    }
    #expect(next == 1_000_000)
    #expect(wrong == 0)
  }

  @Test func `a table is made, added to, or replaced`() throws {
    let batch = try InputBatch([.int64s("a", [1, nil, 3])])
    try connection.ingest(batch, into: "t")
    let again = #expect(throws: ADBCError.self) { try connection.ingest(batch, into: "t", mode: .create) }
    #expect(again?.operation == .ingest)
    try connection.ingest(batch, into: "t", mode: .append)
    #expect(try connection.rows("select count(*), count(a) from t") == [[6, 4]])
    try connection.ingest(batch, into: "t", mode: .replace)
    #expect(try connection.rows("select count(*) from t") == [[3]])
    try connection.ingest(batch, into: "t", mode: .createAppend)
    #expect(try connection.rows("select count(*) from t") == [[6]])
  }

  @Test func `every type of column arrives, NULLs included`() throws {
    try connection.execute("set timezone = 'UTC'")
    try connection.ingest(
      InputBatch([
        .int16s("a", [1, nil]), .int32s("b", [2, nil]), .int64s("c", [3, nil]), .float64s("d", [0.5, nil]),
        .bools("e", [false, nil]), .texts("f", ["é", nil]), .binaries("g", [[0], nil]), .dates("h", [4, nil]),
        .times("i", [5, nil]), .timestamps("j", [6, nil]), .instants("k", [7, nil]),
        .decimals("l", [-8, nil], precision: 10, scale: 1),
      ]), into: "t")
    let expected: [Value] = [
      1, 2, 3, 0.5, false, "é", .bytes([0]), .date(4), .time(5), .timestamp(6), .instant(7), .decimal(-8, scale: 1),
    ]
    #expect(try connection.rows("select * from t") == [expected, Array(repeating: nil, count: 12)])
  }

  @Test func `batches are asked for one by one`() throws {
    let source = Source(batches: 20)
    try connection.ingest(try source.batch(0), then: source.next, into: "t")
    #expect(try connection.rows("select count(*), sum(a)::bigint from t") == [[21000, 220_489_500]])
  }

  @Test func `a source that fails stops the load and says why`() throws {
    struct Torn: Error, CustomStringConvertible { let description = "the file is torn" }
    let error = #expect(throws: ADBCError.self) {
      try connection.ingest(InputBatch([.int64s("a", [1])]), then: { throw Torn() }, into: "t")
    }
    #expect(error?.operation == .bind)
    #expect(error?.message.contains("the file is torn") == true)
  }

  @Test func `batches of different columns are refused`() throws {
    let odd = try InputBatch([.texts("a", ["x"])])
    let error = #expect(throws: ADBCError.self) {
      try connection.ingest(InputBatch([.int64s("a", [1])]), then: { odd }, into: "t")
    }
    #expect(error?.message.contains("do not all have the same columns") == true)
  }
}

/// Batches of a thousand numbers, counted up.
private final class Source: @unchecked Sendable {
  private let batches: Int
  private var made = 0

  init(batches: Int) { self.batches = batches }

  func batch(_ index: Int) throws -> InputBatch {
    try InputBatch([.int64s("a", (0..<1000).map { Int64(index * 1000 + $0) })])
  }

  @Sendable func next() throws -> InputBatch? {
    guard made < batches else { return nil }
    made += 1
    return try batch(made)
  }
}
