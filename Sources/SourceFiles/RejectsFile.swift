import Ledger
import Units

/// The file in which an import lays the rows it set aside, for a person to mend and import again.
///
/// CSV in UTF-8 with the columns `file,line,column,reason,raw`. `reason` begins with the stable code of the fault; `raw`
/// is the row as it stands in the source, in the source's own delimiter: that is what a person mends.
public enum RejectsFile {
  /// The columns.
  public static let columns = ["file", "line", "column", "reason", "raw"]

  /// A row that was set aside, as a rejects file tells it.
  public struct Row: Hashable, Sendable {
    /// The source file's name.
    public let file: String
    /// The row's line in the source file.
    public let line: Int
    /// The column at fault as the file's header writes it; empty when the row as a whole is.
    public let column: String
    /// Why it was set aside: the stable code, a colon, a sentence.
    public let reason: String
    /// The row, mended or not, in the source's delimiter.
    public let raw: String

    /// The stable code of the reason.
    public var code: String { String(reason.prefix { $0 != ":" }) }

    /// Makes a row.
    public init(file: String, line: Int, column: String, reason: String, raw: String) {
      self.file = file
      self.line = line
      self.column = column
      self.reason = reason
      self.raw = raw
    }
  }

  /// Whether a file is a rejects file: its first line says so, also after a spreadsheet saved it with `;` or tabs.
  public static func isRejectsFile(_ sample: FileSample) -> Bool { delimiter(of: sample) != nil }

  /// Reads a rejects file's rows in order.
  /// - Parameters:
  ///   - faults: takes the rows that are no longer readable as rows of a rejects file.
  /// - Throws: `SourceFileError`, and what `rows` and `faults` throw.
  public static func read(
    _ source: any ByteSource, sample: FileSample, rows: (Row) throws -> Void, faults: (RowFault) throws -> Void
  ) throws {
    guard let delimiter = delimiter(of: sample) else { throw SourceFileError.notARejectsFile(file: sample.name) }
    let text = TranscodedBytes(source, encoding: textEncoding(of: sample, scan: nil))
    let reader = RecordReader(text, delimiter: delimiter)
    guard try reader.next() == .record else { return }
    reading: while true {
      var problem: RowFault.Reason
      switch try reader.next() {
      case .end: break reading
      case .fault(let reason): problem = reason
      case .record:
        let texts = reader.texts
        if texts.count >= columns.count, texts[columns.count...].allSatisfy(\.isEmpty), let line = Int(texts[1]),
          line > 0
        {
          try rows(Row(file: texts[0], line: line, column: texts[2], reason: texts[3], raw: texts[4]))
          continue
        }
        if texts.allSatisfy(\.isEmpty) { continue }
        problem =
          texts.count < columns.count
          ? .tooFewFields(found: texts.count, expected: columns.count)
          : texts.count > columns.count
            ? .tooManyFields(found: texts.count, expected: columns.count) : .notANumber(texts[1])
      }
      try faults(RowFault(file: sample.name, line: reader.line, column: nil, reason: problem, raw: reader.raw))
    }
  }

  private static func delimiter(of sample: FileSample) -> Delimiter? {
    let encoding = textEncoding(of: sample, scan: nil)
    return [Delimiter.comma, .semicolon, .tab].first { delimiter in
      let reader = RecordReader(
        TranscodedBytes(MemoryBytes(sample.head), encoding: encoding), delimiter: delimiter)
      guard (try? reader.next()) == .record else { return false }
      let names = reader.texts.map { $0.lowercased() }
      return Array(names.prefix(columns.count)) == columns && names.dropFirst(columns.count).allSatisfy(\.isEmpty)
    }
  }
}

/// Writes faults as a rejects file.
public final class RejectsWriter {
  private let language: Language
  private let sink: (UnsafeRawBufferPointer) throws -> Void
  private let output = OutputBytes(capacity: 64 << 10)
  /// How many faults were written.
  public private(set) var count = 0

  /// Makes a writer that speaks a language; the byte order mark lets spreadsheets read accents.
  public init(language: Language, sink: @escaping (UnsafeRawBufferPointer) throws -> Void) {
    self.language = language
    self.sink = sink
    output.append("\u{FEFF}" + RejectsFile.columns.joined(separator: ",") + "\n")
  }

  /// Writes a fault.
  public func write(_ fault: RowFault) throws {
    count += 1
    output.appendQuoted(fault.file)
    output.append(0x2C)
    output.append(number: Int64(fault.line))
    output.append(0x2C)
    if let column = fault.column { output.appendQuoted(column) }
    output.append(0x2C)
    output.appendQuoted(fault.reason.code + ": " + fault.reason.sentence(in: language))
    output.append(0x2C)
    output.appendQuoted(fault.raw)
    output.append(0x0A)
    if output.count > 32 << 10 { try flush() }
  }

  /// Writes what is left.
  public func finish() throws { try flush() }

  private func flush() throws {
    guard output.count > 0 else { return }
    defer { output.clear() }
    try sink(output.bytes)
  }
}
