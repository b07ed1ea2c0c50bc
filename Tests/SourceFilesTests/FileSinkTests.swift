import Ledger
import SourceFiles
import Testing
import Units

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A path in the system's temporary folder that no other test uses.
private func temporaryPath(_ name: String) -> String {
  let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
  return "\(folder)/clientele-\(getpid())-\(name)"
}

@Test func `what is written to a file is sampled and read back`() throws {
  let path = temporaryPath("rows.csv.gz")
  defer { unlink(path) }
  let text = "Date,Client,Net\n" + String(repeating: "13/01/2024,A,5\n", count: 40_000)
  let sink = try FileSink(path: path)
  try gzip(Array(text.utf8)).withUnsafeBytes { try sink.write($0) }
  try sink.close()
  let sample = try FileSample(path: path)
  #expect(sample.isGzip)
  #expect(!sample.isWhole)
  let result = try cleaned(FileBytes(path: path), sniffedTable(sample).reading)
  #expect(result.summary.amount == Cents(20_000_000))
  #expect(try FileBytes(path: path).size == sink.bytesWritten)
}

@Test func `a large file is sampled at its middle and its end too`() throws {
  let path = temporaryPath("large.csv")
  defer { unlink(path) }
  // The head leaves the order of dates open; the end does not.
  let text =
    "Date,Client,Net\n" + String(repeating: "01/02/2024,A,5\n", count: 40_000) + "02/13/2024,B,5\n"
    + String(repeating: "02/03/2024,A,5\n", count: 50)
  let sink = try FileSink(path: path)
  try Array(text.utf8).withUnsafeBytes { try sink.write($0) }
  try sink.close()
  let table = try sniffedTable(FileSample(path: path))
  #expect(table.reading.dateOrder == .monthFirst)
}

@Test func `an empty file and a folder that is not there are said so`() throws {
  let path = temporaryPath("empty.csv")
  defer { unlink(path) }
  try FileSink(path: path).close()
  #expect(throws: SourceFileError.self) { try FileSample(path: path) }
  #expect(throws: SourceFileError.self) { try FileSink(path: "/no/such/folder/a.csv") }
}
