// What scripts/leaks.sh runs under LeakSanitizer: every kind of object, made, used, failed and dropped.
// It is compiled into one module with the binding, so that the binding's frames are named in every report.
// Arguments: the driver's library, its entry, and the libraries to load first.

final class Once: @unchecked Sendable {
  private var batch: InputBatch?
  init(_ batch: InputBatch) { self.batch = batch }
  @Sendable func take() -> InputBatch? {
    defer { batch = nil }
    return batch
  }
}

struct Unexpected: Error {}

func refused(_ body: () throws -> Void) throws {
  do { try body() } catch is ADBCError { return }
  throw Unexpected()
}

func probe(_ location: DriverLocation) throws {
  let driver = try Driver(location)
  for _ in 0..<3 {
    let database = try driver.open(["path": ":memory:"])
    let connection = try database.connect()
    let columns: [InputColumn] = [
      .int64s("a", [1, nil, 3]), .texts("b", ["x", nil, "z"]), .bools("c", [true, nil, false]),
    ]
    let batch = try InputBatch(columns)
    try connection.ingest(batch, into: "t")
    try connection.ingest(batch, then: Once(batch).take, into: "t", mode: .append)
    try refused { try connection.ingest(batch, then: { throw Unexpected() }, into: "t", mode: .append) }
    _ = try connection.rows("select *, [a, 2] from t where a > ? or b is not distinct from ?", [0, nil])
    _ = try connection.statement("select * from range(100000)").executeQuery().next()
    try refused { _ = try connection.rows("selec 1") }
    try refused { _ = try connection.rows("select ?", [1, 2]) }
    try refused { _ = try connection.rows("select error('late') from range(10)") }
    try refused { try connection.statement().setOption("no.such.option", to: "1") }
    let bound = try connection.statement("select ?")
    try bound.bind(["never executed"])
    let left = try connection.statement("select 1").executeQuery()
    connection.close()
    database.close()
    try refused { _ = try left.next() }
  }
  try refused { _ = try driver.open(["path": "/nowhere/at/all.duckdb"]) }
  try refused { _ = try Driver(DriverLocation(library: location.library, entry: "no_such_init")) }
}

let arguments = CommandLine.arguments
guard arguments.count > 2 else { fatalError("usage: probe library entry [preload …]") }
try probe(DriverLocation(library: arguments[1], entry: arguments[2], preload: Array(arguments.dropFirst(3))))
print("The probe ran to its end.")
