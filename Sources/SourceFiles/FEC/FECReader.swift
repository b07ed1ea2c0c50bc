import Ledger
import Units

/// Reads a FEC once from its beginning to its end, and says what it tells of customers.
///
/// Memory grows with the file's lines (some sixty bytes each) and with its different texts, not with its bytes.
public final class FECReader {
  private let reading: FECReading
  private let parser: FECRowParser
  private let mender: FECMender
  private let width: Int
  private let faultSink: (RowFault) throws -> Void
  private let book = FECLines()
  private var controls = FECControls()
  /// The sum of all amounts without their signs, so that no sum of some of them overflows.
  private var magnitude: Int64 = 0

  /// Makes a reader.
  /// - Parameter faults: takes each line set aside.
  public init(reading: FECReading, faults: @escaping (RowFault) throws -> Void) {
    self.reading = reading
    parser = FECRowParser(reading)
    mender = FECMender(reading, parser: parser)
    width = reading.headers.count
    faultSink = faults
  }

  /// Reads the file's bytes as they stand in it, and ties what they say; to be asked once.
  ///
  /// - Parameter progress: told now and then how many of the file's bytes were taken; it may throw to stop.
  /// - Throws: `SourceFileError`, and what `faults` and `progress` throw.
  public func books(
    of source: any ByteSource, progress: (_ bytesTaken: Int) throws -> Void = { _ in }
  ) throws -> FECBooks {
    let plain: any ByteSource = reading.isGzip ? try InflatedBytes(source, file: reading.file) : source
    let text = TranscodedBytes(plain, encoding: reading.encoding)
    let records = RecordReader(text, delimiter: reading.delimiter, quote: reading.quote)
    try records.skipLines(reading.headerLine - 1)
    if try records.next() != .end {
      var count = 0
      while try take(records) {
        count += 1
        if count % 8192 == 0 { try progress(records.bytesTaken) }
      }
    }
    controls.blank += records.blankLines
    try progress(records.bytesTaken)
    return FECAssembly(book, reading: reading, controls: controls).books()
  }

  /// Takes the next record; false at the end.
  private func take(_ records: RecordReader) throws -> Bool {
    switch try records.next() {
    case .end: return false
    case .fault(let reason): try reject(FECProblem(column: nil, reason: reason), records)
    case .record:
      let fields = records.fields
      guard fields.contains(where: { $0.count > 0 }) else {
        controls.blank += 1
        return true
      }
      do throws(FECProblem) {
        let row = try row(fields, count: records.fieldCount)
        try count(row)
        book.append(row, line: records.line)
      } catch {
        try reject(error, records)
      }
    }
    return true
  }

  private func row(_ fields: UnsafeBufferPointer<FieldSlice>, count: Int) throws(FECProblem) -> FECRow {
    if count == width { return try parser.row(fields) }
    guard count > width else {
      throw FECProblem(column: nil, reason: .tooFewFields(found: count, expected: width))
    }
    if count == width + 1, fields[width].value.start == nil, reading.hasTrailingSeparator {
      let row = try parser.row(UnsafeBufferPointer(rebasing: fields[..<width]))
      controls.trailingSeparators += 1
      return row
    }
    if fields.count == count {
      switch mender.outcome(fields, isKnown: { [book] in book.auxiliaries.known($0) != nil }) {
      case .mended(let row):
        controls.mended += 1
        return row
      case .trimmed(let row):
        controls.trailingSeparators += 1
        return row
      case .none: break
      }
    }
    throw FECProblem(column: nil, reason: .tooManyFields(found: count, expected: width))
  }

  private func count(_ row: FECRow) throws(FECProblem) {
    let (size, overflow) = magnitude.addingReportingOverflow(Int64(row.debit.magnitude + row.credit.magnitude))
    guard !overflow else { throw FECProblem(column: nil, reason: .numberOutOfRange("Σ")) }
    magnitude = size
    controls.lines += 1
    controls.debit = controls.debit + Cents(row.debit)
    controls.credit = controls.credit + Cents(row.credit)
    if row.debit != 0, row.credit != 0 { controls.twoSided += 1 }
    if row.hasOddDate { controls.oddDates += 1 }
  }

  private func reject(_ problem: FECProblem, _ records: RecordReader) throws {
    controls.rejected += 1
    try faultSink(
      RowFault(
        file: reading.file, line: records.line, column: problem.column.map { reading.header(of: $0) },
        reason: problem.reason, raw: records.raw))
  }
}
