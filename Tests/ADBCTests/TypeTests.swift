import ADBC
import Testing

@Suite(.duckdb) struct TypeTests {
  let connection: Connection

  init() throws { connection = try Engines.memory() }

  /// The type and the values that a one-column query gives.
  func read(_ sql: String) throws -> (ColumnType?, [Value]) {
    let stream = try connection.statement(sql).executeQuery()
    var values: [Value] = []
    while let batch = try stream.next() {
      for row in 0..<batch.count { values.append(try batch[0].value(at: row)) }
    }
    return (stream.fields.first?.type, values)
  }

  @Test(
    arguments: [
      ("(-128)::tinyint", ColumnType.int8, Value.int(-128)),
      ("255::utinyint", .uint8, 255),
      ("(-32768)::smallint", .int16, -32768),
      ("65535::usmallint", .uint16, 65535),
      ("(-2147483648)::integer", .int32, -2_147_483_648),
      ("4294967295::uinteger", .uint32, 4_294_967_295),
      ("(-9223372036854775807)::bigint", .int64, .int(-9_223_372_036_854_775_807)),
      ("18446744073709551615::ubigint", .uint64, .decimal(18_446_744_073_709_551_615, scale: 0)),
      ("1.5::float", .float32, 1.5),
      ("0.1::double", .float64, 0.1),
      ("true", .bool, true),
      ("'naïve 🙂'", .utf8, "naïve 🙂"),
      ("''", .utf8, ""),
      ("'\\x00\\xFF'::blob", .binary, .bytes([0, 255])),
      ("date '1969-12-31'", .date32, .date(-1)),
      ("time '12:34:56.789'", .time(.microsecond), .time(45_296_789_000)),
      ("timestamp '1970-01-02 00:00:01'", .timestamp(.microsecond, zone: ""), .timestamp(86_401_000_000)),
      ("timestamp_s '1970-01-02 00:00:01'", .timestamp(.second, zone: ""), .timestamp(86_401_000_000)),
      ("timestamp_ms '1970-01-02 00:00:01'", .timestamp(.millisecond, zone: ""), .timestamp(86_401_000_000)),
      ("timestamp_ns '1969-12-31 23:59:59.9999999'", .timestamp(.nanosecond, zone: ""), .timestamp(-1)),
      ("timestamptz '1970-01-01 00:00:01+00'", .timestamp(.microsecond, zone: "UTC"), .instant(1_000_000)),
      ("(-12345.678)::decimal(38,3)", .decimal128(precision: 38, scale: 3), .decimal(-12_345_678, scale: 3)),
      ("1.50::decimal(4,2)", .decimal128(precision: 4, scale: 2), .decimal(150, scale: 2)),
      ("[1, null, 3]::bigint[]", .list(.int64), .list([1, nil, 3])),
      ("[['a'], [], null, ['b', null]]", .list(.list(.utf8)), .list([["a"], [], .null, ["b", nil]].map(list))),
    ] as [(String, ColumnType, Value)])
  func `each type comes back whole, and as NULL`(sql: String, type: ColumnType, value: Value) throws {
    try connection.execute("set timezone = 'UTC'")
    let (found, values) = try read("select \(sql) as x union all select null union all select \(sql)")
    #expect(found == type)
    #expect(values == [value, .null, value])
  }

  @Test func `a column of NULL alone is all NULL`() throws {
    let (_, values) = try read("select null from range(3)")
    #expect(values == [.null, .null, .null])
  }

  @Test func `a type we do not read names itself`() throws {
    let (type, _) = try read("select interval 1 month where false")
    #expect(type == .unsupported(format: "tin"))
    let error = #expect(throws: ADBCError.self) { try read("select interval 1 month") }
    #expect(error?.status == .typeMismatch)
    #expect(error?.operation == .readColumn)
  }

  @Test func `large text offsets read alike`() throws {
    try connection.execute("set arrow_large_buffer_size = true")
    let (type, values) = try read("select 'long' union all select null")
    #expect(type == .largeUtf8)
    #expect(values == ["long", nil])
    #expect(try read("select '\\xAA'::blob").0 == .largeBinary)
  }

  @Test func `integers of any width read as 64 bits`() throws {
    try connection.query("select 1::tinyint, 2::ubigint, sum(range), null::integer from range(4)") { batch in
      let numbers = try batch.columns.map { try $0.integer(at: 0) }
      #expect(numbers == [1, 2, 6, nil])
    }
    let huge = #expect(throws: ADBCError.self) {
      try connection.query("select 170141183460469231731687303715884105727::hugeint") { _ = try $0[0].integer(at: 0) }
    }
    #expect(huge?.status == .invalidData)
  }
}

private func list(_ values: Value) -> Value { values }

extension Value: ExpressibleByArrayLiteral {
  /// A list, in the notation of these tests.
  public init(arrayLiteral elements: Value...) { self = .list(elements) }
}
