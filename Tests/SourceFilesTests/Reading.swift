import Ledger
import SourceFiles
import Units

/// What cleaning a text gives: the canonical lines without their header, and the faults.
struct Cleaned {
  var header = ""
  var lines: [String] = []
  var faults: [RowFault] = []
  var summary = CleaningSummary()
  var text = ""
}

/// Cleans a source by a reading, for a company that counts in euros and has a rate for the dollar.
func cleaned(_ source: any ByteSource, _ reading: TableReading, file: String = "test.csv") throws -> Cleaned {
  var result = Cleaned()
  var bytes: [UInt8] = []
  let cleaner = RowCleaner(
    reading: reading, file: file, currency: "EUR", rates: ["USD": Rate(millionths: 900_000)],
    rows: { bytes += $0 }, faults: { result.faults.append($0) })
  try cleaner.clean(source)
  result.summary = try cleaner.finish()
  result.text = String(decoding: bytes, as: UTF8.self)
  var lines = result.text.split(separator: "\n", omittingEmptySubsequences: true).map(String.init)
  result.header = lines.removeFirst()
  result.lines = lines
  return result
}

/// Sniffs a text and cleans it by what was proposed.
func cleaned(_ text: String, options: SniffOptions = SniffOptions(), name: String = "test.csv") throws -> Cleaned {
  let reading = try sniffed(text, options: options, name: name).reading
  return try cleaned(MemoryBytes(text), reading, file: name)
}

/// Sniffs a text.
func sniffed(
  _ text: String, options: SniffOptions = SniffOptions(), name: String = "test.csv"
) throws(SourceFileError) -> SniffedTable {
  try sniffedTable(FileSample(name: name, head: Array(text.utf8)), options: options)
}

/// What a value of a field reads as when a sale of one product at it is cleaned.
extension TableReading {
  /// A reading of plain CSV whose columns are these fields in order.
  static func plain(
    _ kind: SourceKind, _ fields: [Field], decimalMark: DecimalMark = .point, thousandsMark: DecimalMark? = nil,
    dateOrder: DateOrder = .yearFirst, delimiter: Delimiter = .comma, encoding: TextEncoding = .utf8,
    headerLine: Int? = 1, discountIsPercent: Bool = false, format: TableFormat = .csv
  ) -> TableReading {
    TableReading(
      kind: kind, format: format, encoding: encoding, delimiter: delimiter, headerLine: headerLine,
      decimalMark: decimalMark, thousandsMark: thousandsMark, dateOrder: dateOrder,
      discountIsPercent: discountIsPercent, headers: fields.map(\.rawValue),
      columns: kind.fields.compactMap { field in fields.firstIndex(of: field).map { MappedColumn(field, $0) } })
  }
}
