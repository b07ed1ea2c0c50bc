import Ledger
import SourceFiles
import Units

/// One input: a table is sniffed and cleaned; its first byte may force what the rows are.
///
/// Beyond not crashing, every row is accepted or set aside, and accepted rows are as many as are written.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOne(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  guard let start, count > 1 else { return 0 }
  let bytes = Array(UnsafeBufferPointer(start: start + 1, count: count - 1))
  let sample = FileSample(name: "table.csv", head: bytes)
  guard (try? tableFormat(of: sample)) == .csv else { return 0 }
  let kinds = SourceKind.allCases
  let forced = start[0] == 0 ? nil : kinds[Int(start[0]) % kinds.count]
  guard let table = try? sniffedTable(sample, options: SniffOptions(kind: forced)) else { return 0 }
  for note in table.notes { precondition(!note.sentence(in: .fr).isEmpty && !note.sentence(in: .en).isEmpty) }
  var lines = 0
  var faults = 0
  let cleaner = RowCleaner(
    reading: table.reading, file: sample.name, currency: "EUR", rates: ["USD": Rate(percent: 92)],
    rows: { lines += $0.count { $0 == 0x0A } }, faults: { _ in faults += 1 })
  guard (try? cleaner.clean(MemoryBytes(bytes))) != nil, let summary = try? cleaner.finish() else { return 0 }
  precondition(summary.rows == summary.accepted + summary.rejected)
  precondition(summary.rejected == faults)
  // A text of a row may hold line ends of its own.
  precondition(lines >= summary.accepted + 1)
  return 0
}
