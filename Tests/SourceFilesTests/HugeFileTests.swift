import Ledger
import SourceFiles
import Testing
import Units

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A text that is made while it is read: a beginning, one piece over and over, an end.
private final class MadeBytes: ByteSource {
  private var parts: [(bytes: [UInt8], times: Int)]
  private(set) var bytesTaken = 0

  init(_ begin: String, _ piece: [UInt8], times: Int, _ end: String) {
    parts = [(Array(begin.utf8), 1), (piece, times), (Array(end.utf8), 1)]
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(SourceFileError) -> Int {
    guard let part = parts.first else { return 0 }
    buffer.copyBytes(from: part.bytes)
    bytesTaken += part.bytes.count
    if part.times == 1 { parts.removeFirst() } else { parts[0].times -= 1 }
    return part.bytes.count
  }
}

/// The most memory the process has had, in MiB.
private func peakMemory() -> Int {
  var usage = rusage()
  #if canImport(Glibc)
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return Int(usage.ru_maxrss) >> 10
  #else
    getrusage(RUSAGE_SELF, &usage)
    return Int(usage.ru_maxrss) >> 20
  #endif
}

@Test(arguments: ["", "\""]) func `a line of 200 MB costs its row and no memory`(quote: String) throws {
  let before = peakMemory()
  let source = MadeBytes(
    "invoice,date,amount\nA,2024-01-01,5\nB,\(quote)", [UInt8](repeating: 0x78, count: 64 << 10), times: 3_200,
    "\nC,2024-01-01,6\n")
  let result = try cleaned(source, .plain(.sales, [.invoice, .date, .amount]))
  #expect(result.summary.amount == Cents(1100))
  #expect(result.faults.map(\.reason) == [.recordTooLong(limit: RecordReader.recordLimit)])
  #expect(result.faults.map(\.line) == [3])
  #expect(result.faults.first?.raw.utf8.count == RecordReader.rawLimit)
  #expect(source.bytesTaken > 200_000_000)
  #expect(peakMemory() - before < 100)
}

@Test func `the beginning of a file is no measure of the rest`() throws {
  var text = "invoice,date,amount\n"
  for _ in 0..<20_000 { text += "A,01/02/2024,5\n" }
  text += "B,é,5\n"
  let reading = TableReading.plain(.sales, [.invoice, .date, .amount], dateOrder: .dayFirst)
  let result = try cleaned(MemoryBytes(text), reading)
  #expect(result.summary.accepted == 20_000)
  #expect(result.faults.map(\.line) == [20_002])
  #expect(result.faults.map(\.reason) == [.notADay("é")])
}
