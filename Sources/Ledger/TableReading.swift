/// How the table of a source file is read: enough to read the file again and get the same rows.
///
/// `SourceFiles` proposes it from the bytes, a person may force any part of it, an engine or the streaming cleaner
/// obeys it, and an import's manifest keeps it. See docs/methods/reading-tables.md.
public struct TableReading: Hashable, Sendable, Codable {
  /// What the rows are.
  public let kind: SourceKind
  /// What holds the table.
  public let format: TableFormat
  /// Whether the file is compressed by gzip.
  public let isGzip: Bool
  /// How the bytes of a CSV file spell text; UTF-8 for the other formats.
  public let encoding: TextEncoding
  /// What stands between two fields of a CSV file; for the other formats, of the raw rows in a rejects file.
  public let delimiter: Delimiter
  /// What fields may be wrapped in.
  public let quote: QuoteMark
  /// The line of the header, 1 being the first line of the file; nothing when the first line is a row.
  public let headerLine: Int?
  /// The sheet of an XLSX file; nothing is the first.
  public let sheet: String?
  /// What stands before the decimals of a number.
  public let decimalMark: DecimalMark
  /// Which mark other than a space or an apostrophe groups the digits; those two always may.
  ///
  /// The decimal mark itself in a file that uses both conventions: three digits behind a lone mark are then refused.
  public let thousandsMark: DecimalMark?
  /// The order of the parts of a date whose year does not come first.
  public let dateOrder: DateOrder
  /// Whether the sample left it open if the day or the month comes first: a row that contradicts stops the reading.
  public let dateOrderIsGuess: Bool
  /// Whether a discount without a percent sign is in percent.
  public let discountIsPercent: Bool
  /// The text of every column's header, in the file's order; a row has as many fields.
  public let headers: [String]
  /// Which columns give which field, in the order of the kind's fields.
  public let columns: [MappedColumn]

  /// Makes a reading.
  /// - Parameter columns: fields of `kind`, each once, over places in `headers`.
  public init(
    kind: SourceKind, format: TableFormat = .csv, isGzip: Bool = false, encoding: TextEncoding = .utf8,
    delimiter: Delimiter = .comma, quote: QuoteMark = .double, headerLine: Int? = 1, sheet: String? = nil,
    decimalMark: DecimalMark = .point, thousandsMark: DecimalMark? = nil, dateOrder: DateOrder = .yearFirst,
    dateOrderIsGuess: Bool = false, discountIsPercent: Bool = false, headers: [String], columns: [MappedColumn]
  ) {
    let places = columns.flatMap { $0.sources.joined() }
    precondition(places.allSatisfy(headers.indices.contains), "mapped columns are among the headers")
    precondition(Set(columns.map(\.field)).count == columns.count, "a field is mapped once")
    precondition(columns.allSatisfy { kind.fields.contains($0.field) }, "mapped fields are fields of the kind")
    self.kind = kind
    self.format = format
    self.isGzip = isGzip
    self.encoding = encoding
    self.delimiter = delimiter
    self.quote = quote
    self.headerLine = headerLine
    self.sheet = sheet
    self.decimalMark = decimalMark
    self.thousandsMark = thousandsMark
    self.dateOrder = dateOrder
    self.dateOrderIsGuess = dateOrderIsGuess
    self.discountIsPercent = discountIsPercent
    self.headers = headers
    self.columns = columns
  }

  /// How a field is mapped, or nothing when the file does not carry it.
  public func column(of field: Field) -> MappedColumn? { columns.first { $0.field == field } }

  /// The header of a field as a message names it: several columns are joined by ` + `, alternatives by ` | `.
  public func header(of field: Field) -> String? {
    column(of: field).map { column in
      column.sources.map { $0.map { headers[$0] }.joined(separator: " + ") }.joined(separator: " | ")
    }
  }

  /// The same reading of the same bytes once they are decompressed.
  public var ofPlainBytes: TableReading {
    TableReading(
      kind: kind, format: format, encoding: encoding, delimiter: delimiter, quote: quote, headerLine: headerLine,
      sheet: sheet, decimalMark: decimalMark, thousandsMark: thousandsMark, dateOrder: dateOrder,
      dateOrderIsGuess: dateOrderIsGuess, discountIsPercent: discountIsPercent, headers: headers, columns: columns)
  }

  /// The same reading with the other order of day and month, taken as certain: for a file that contradicts a guess.
  public func withDateOrder(_ order: DateOrder) -> TableReading {
    TableReading(
      kind: kind, format: format, isGzip: isGzip, encoding: encoding, delimiter: delimiter, quote: quote,
      headerLine: headerLine, sheet: sheet, decimalMark: decimalMark, thousandsMark: thousandsMark, dateOrder: order,
      dateOrderIsGuess: false, discountIsPercent: discountIsPercent, headers: headers, columns: columns)
  }
}

/// The columns that give one field.
public struct MappedColumn: Hashable, Sendable, Codable {
  /// The field.
  public let field: Field
  /// Where its value is looked for, best first: the first source that is not empty counts.
  ///
  /// A source is one or more columns, 0 being the first of the file; the texts of several are joined by a space.
  public let sources: [[Int]]

  /// Maps a field to alternatives of joined columns.
  public init(_ field: Field, sources: [[Int]]) {
    precondition(!sources.isEmpty && sources.allSatisfy { !$0.isEmpty }, "a mapped field has a column")
    self.field = field
    self.sources = sources
  }

  /// Maps a field to one column.
  public init(_ field: Field, _ column: Int) { self.init(field, sources: [[column]]) }

  /// The column, when the field is given by exactly one.
  public var single: Int? { sources.count == 1 && sources[0].count == 1 ? sources[0][0] : nil }
}

extension [MappedColumn] {
  /// The columns in the order of a kind's fields.
  public func ordered(as kind: SourceKind) -> [MappedColumn] {
    let order = kind.fields
    return sorted { (order.firstIndex(of: $0.field) ?? 0) < (order.firstIndex(of: $1.field) ?? 0) }
  }
}

/// What holds a table.
public enum TableFormat: String, CaseIterable, Sendable, Codable {
  case csv, xlsx, parquet, jsonLines
  /// A French accounting export, the "fichier des écritures comptables".
  case fec
  /// Electronic invoices, alone, in folders or archives.
  case eInvoice = "einvoice"

  /// Whether it is a table, whose columns a person can say the meaning of.
  public var isTable: Bool { self != .fec && self != .eInvoice }
}

/// How bytes spell text; the raw value is its name in `--encoding`.
public enum TextEncoding: String, CaseIterable, Sendable, Codable {
  case utf8 = "utf-8"
  case utf16LittleEndian = "utf-16le"
  case utf16BigEndian = "utf-16be"
  case latin1 = "iso-8859-1"
  case latin9 = "iso-8859-15"
  case windows1252 = "windows-1252"
  case cp850
}

/// What stands between two fields.
public enum Delimiter: String, CaseIterable, Sendable, Codable {
  case comma = ","
  case semicolon = ";"
  case tab = "\t"
  case pipe = "|"

  /// The ASCII code.
  public var byte: UInt8 {
    switch self {
    case .comma: 0x2C
    case .semicolon: 0x3B
    case .tab: 0x09
    case .pipe: 0x7C
    }
  }
}

/// What fields may be wrapped in.
public enum QuoteMark: String, CaseIterable, Sendable, Codable {
  /// `"`, doubled inside.
  case double
  /// Nothing: a quote is a character like any other.
  case none
}

/// A mark between the digits of a number.
public enum DecimalMark: String, CaseIterable, Sendable, Codable {
  case point = "."
  case comma = ","

  /// The ASCII code.
  public var byte: UInt8 { self == .point ? 0x2E : 0x2C }
  /// The other mark.
  public var other: DecimalMark { self == .point ? .comma : .point }
}

/// The order of a date's parts; the raw value is its name in `--date-format`.
public enum DateOrder: String, CaseIterable, Sendable, Codable {
  case yearFirst = "ymd"
  case dayFirst = "dmy"
  case monthFirst = "mdy"
}

extension SourceKind: Codable {}
extension Field: Codable {}
