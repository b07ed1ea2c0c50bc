import Ledger
import Units

/// Reads, checks and writes the rows of one table: accepted rows as canonical CSV, the others as faults.
///
/// This is what a row means; an engine that reads a clean file faster must give the same. The canonical CSV is UTF-8
/// with `,` and LF, a header of the kind's field names, every text in quotes, days as `YYYY-MM-DD`, money in whole
/// cents, decimals in whole millionths, flags `true` and `false`, and nothing at all for null.
///
/// Constant memory; nothing is allocated for an accepted row.
public final class RowCleaner {
  private let reading: TableReading
  private let file: String
  private let parser: FieldParser
  private let plans: [FieldPlan]
  private let sales: SaleRules?
  private let values: RowValues
  private let output = OutputBytes(capacity: 512 << 10)
  private let joined = OutputBytes(capacity: 4 << 10)
  private let composedFields: Int
  /// A field that every row needs and no column gives.
  private let unmapped: Field?
  private let width: Int
  private let flags: [Bool]
  private let rowSink: (UnsafeRawBufferPointer) throws -> Void
  private let faultSink: (RowFault) throws -> Void
  // Touched for every row: not worth a run-time check of exclusive access.
  @exclusivity(unchecked) private var tally: RowTally
  /// Words of closed vocabularies, kept for as long as the cleaner so that their bytes stay in place.
  private var words: [String: OutputBytes] = [:]

  /// Makes a cleaner.
  /// - Parameters:
  ///   - file: the source file's name in faults.
  ///   - currency: the ISO code of the company's currency.
  ///   - rates: what a unit of other currencies is worth in it.
  ///   - rows: takes the canonical CSV, in blocks that end with a row.
  ///   - faults: takes each row set aside.
  public init(
    reading: TableReading, file: String, currency: String, rates: [String: Rate],
    rows: @escaping (UnsafeRawBufferPointer) throws -> Void, faults: @escaping (RowFault) throws -> Void
  ) {
    self.reading = reading
    self.file = file
    parser = FieldParser(reading: reading, currency: currency, rates: rates)
    plans = reading.kind.fields.compactMap { FieldPlan(field: $0, reading: reading) }
    sales = reading.kind == .sales ? SaleRules(reading: reading) : nil
    values = RowValues(count: reading.kind.fields.count)
    composedFields = plans.count { $0.isComposed }
    unmapped = reading.kind.required.first { reading.column(of: $0) == nil }
    width = reading.headers.count
    flags = reading.kind.fields.map { field in
      if case .flag = reading.kind.storage(of: field) { return true }
      return false
    }
    rowSink = rows
    faultSink = faults
    tally = RowTally(kind: reading.kind)
    output.append(reading.kind.fields.map(\.rawValue).joined(separator: ",") + "\n")
  }

  /// Reads a whole CSV file from its bytes as they stand in the file.
  /// - Parameter progress: told now and then how many of the file's bytes were taken; it may throw to stop.
  /// - Throws: `SourceFileError`, and what the sinks and `progress` throw.
  public func clean(_ source: any ByteSource, progress: (_ bytesTaken: Int) throws -> Void = { _ in }) throws {
    let text = try textBytes(of: source, reading: reading, file: file)
    let reader = RecordReader(text, delimiter: reading.delimiter, quote: reading.quote)
    if let header = reading.headerLine {
      try reader.skipLines(header - 1)
      if try reader.next() == .end { return }
    }
    var count = 0
    while try take(reader, line: nil) {
      count += 1
      if count % 8192 == 0 { try progress(reader.bytesTaken) }
    }
    tally.addBlank(reader.blankLines)
    try progress(reader.bytesTaken)
  }

  /// Reads one row that an engine streams, a slice for each of the reading's headers.
  /// - Parameter line: the row's line or place in the source, the header counted.
  public func push(line: Int, fields: UnsafeBufferPointer<FieldSlice>) throws {
    try row(line: line, fields: fields, count: fields.count) { [reading] in
      rawRow(fields, delimiter: reading.delimiter)
    }
  }

  /// Reads the records of a raw row that a person mended, in the reading's delimiter; each keeps the row's line.
  public func push(line: Int, raw: String) throws {
    let reader = RecordReader(MemoryBytes(raw), delimiter: reading.delimiter, quote: reading.quote)
    while try take(reader, line: line) {}
    tally.addBlank(reader.blankLines)
  }

  /// Writes what is left and says what was read.
  public func finish() throws -> CleaningSummary {
    try flush()
    return tally.summary
  }

  /// Takes the next record; false at the end.
  private func take(_ reader: RecordReader, line: Int?) throws -> Bool {
    switch try reader.next() {
    case .record:
      try row(line: line ?? reader.line, fields: reader.fields, count: reader.fieldCount) { reader.raw }
    case .fault(let reason):
      try reject(RowProblem(field: nil, reason: reason), line: line ?? reader.line, raw: reader.raw)
    case .end: return false
    }
    return true
  }

  private func row(
    line: Int, fields: UnsafeBufferPointer<FieldSlice>, count: Int, raw: () -> String
  ) throws {
    guard fields.contains(where: { $0.count > 0 }) else {
      tally.addBlank(1)
      return
    }
    do throws(RowProblem) {
      try checkWidth(fields, count: count)
      try parse(fields)
    } catch {
      if reading.dateOrderIsGuess, case .notADay(let value) = error.reason, contradicts(value) {
        throw SourceFileError.dateOrderContradicted(
          file: file, line: line, value: value, read: reading.dateOrder,
          other: reading.dateOrder == .dayFirst ? .monthFirst : .dayFirst)
      }
      try reject(error, line: line, raw: raw())
      return
    }
    write()
    tally.accept(values)
    if output.count > 256 << 10 { try flush() }
  }

  private func contradicts(_ value: String) -> Bool {
    var value = value
    return value.withUTF8 { parser.fitsOtherOrder(FieldSlice(start: $0.baseAddress, count: $0.count)) }
  }

  /// A separator too many at the end is forgiven; a column too few only where the header has no name for it.
  private func checkWidth(_ fields: UnsafeBufferPointer<FieldSlice>, count: Int) throws(RowProblem) {
    let expected = min(width, RecordReader.fieldLimit)
    if count == expected { return }
    if count > expected {
      if count == expected + 1, fields.count == count, fields[expected].value.count == 0 { return }
      throw RowProblem(field: nil, reason: .tooManyFields(found: count, expected: expected))
    }
    if reading.headers[count...].allSatisfy(\.isEmpty) { return }
    throw RowProblem(field: nil, reason: .tooFewFields(found: count, expected: expected))
  }

  private func parse(_ fields: UnsafeBufferPointer<FieldSlice>) throws(RowProblem) {
    values.clear()
    if composedFields > 0 {
      joined.clear()
      joined.reserve(composedFields * fields.reduce(1) { $0 + $1.count + 1 })
    }
    var marks = RowCurrency()
    for plan in plans {
      let value =
        plan.isComposed ? composed(plan, fields) : fields.count > plan.column ? fields[plan.column].value : .null
      guard value.start != nil else {
        if plan.isRequired { throw RowProblem(field: plan.field, reason: .missing(plan.field)) }
        continue
      }
      values[plan.place] = try stored(plan, value, &marks)
    }
    if let unmapped { throw RowProblem(field: unmapped, reason: .missing(unmapped)) }
    if let sales {
      try sales.complete(values, marks: marks, parser: parser)
      guard tally.canAdd(values) else { throw RowProblem(field: .amount, reason: .numberOutOfRange("Σ")) }
    }
  }

  private func stored(
    _ plan: FieldPlan, _ value: FieldSlice, _ marks: inout RowCurrency
  ) throws(RowProblem) -> RowValues.Value {
    switch plan.content {
    case .text: return .text(value)
    case .day: return .day(try parser.day(plan.field, value))
    case .decimal: return .number(try parser.millionths(plan.field, value))
    case .whole: return .number(try parser.whole(plan.field, value))
    case .money(let storage):
      let (money, mark) = try parser.money(plan.field, value, storage: storage)
      if sales != nil {
        try marks.add(mark, field: plan.field, text: value)
        return .number(money)
      }
      guard let rate = try parser.rate(of: mark, field: plan.field) else { return .number(money) }
      return .number(try parser.converted(money, at: rate, isCents: storage == .cents, field: plan.field))
    case .flag:
      guard let flag = Vocabulary.flag(value.shown) else {
        throw RowProblem(field: plan.field, reason: .notAFlag(value.shown))
      }
      return .number(flag ? 1 : 0)
    case .word(let vocabulary):
      guard let word = vocabulary(value.shown) else {
        throw RowProblem(field: plan.field, reason: .unknownKind(value.shown))
      }
      return .text(interned(word))
    }
  }

  private func interned(_ word: String) -> FieldSlice {
    if let bytes = words[word] { return bytes.slice }
    let bytes = OutputBytes(capacity: 32)
    bytes.append(word)
    words[word] = bytes
    return bytes.slice
  }

  /// The first alternative that is not empty, its columns joined by a space.
  private func composed(_ plan: FieldPlan, _ fields: UnsafeBufferPointer<FieldSlice>) -> FieldSlice {
    for columns in plan.sources {
      let first = joined.end
      let before = joined.count
      for column in columns where column < fields.count {
        let part = fields[column].value
        guard part.start != nil else { continue }
        if joined.count > before { joined.append(0x20) }
        joined.append(part)
      }
      if joined.count > before { return FieldSlice(start: first, count: joined.count - before) }
    }
    return .null
  }
}

// MARK: - Writing

extension RowCleaner {
  private func write() {
    for place in flags.indices {
      if place > 0 { output.append(0x2C) }
      switch values[place] {
      case .null: break
      case .text(let slice): output.appendQuoted(slice)
      case .day(let day): output.append(day)
      case .number(let number):
        if flags[place] {
          output.append(number == 1 ? "true" : "false")
        } else {
          output.append(number: number)
        }
      }
    }
    output.append(0x0A)
  }

  private func flush() throws {
    guard output.count > 0 else { return }
    defer { output.clear() }
    try rowSink(output.bytes)
  }

  private func reject(_ problem: RowProblem, line: Int, raw: String) throws {
    let fault = RowFault(
      file: file, line: line, column: problem.field.flatMap { reading.header(of: $0) }, reason: problem.reason, raw: raw
    )
    tally.reject(fault)
    try faultSink(fault)
  }
}

/// A row of fields as the raw text of a fault.
private func rawRow(_ fields: UnsafeBufferPointer<FieldSlice>, delimiter: Delimiter) -> String {
  let bytes = OutputBytes(capacity: 1 << 10)
  for (place, field) in fields.enumerated() {
    if bytes.count > RecordReader.rawLimit { break }
    if place > 0 { bytes.append(delimiter.byte) }
    let needsQuotes = field.bytes.contains { $0 == delimiter.byte || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D }
    if needsQuotes { bytes.appendQuoted(field) } else { bytes.append(field) }
  }
  return String(decoding: bytes.bytes.prefix(RecordReader.rawLimit), as: UTF8.self)
}
