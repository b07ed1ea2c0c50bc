import Ledger

/// How a FEC is read: enough to read the file again and get the same books.
///
/// See docs/methods/accounting-export.md.
public struct FECReading: Hashable, Sendable, Codable {
  /// The file's name, without folders.
  public let file: String
  /// Whether the file is compressed by gzip.
  public private(set) var isGzip: Bool
  /// How bytes spell text.
  public let encoding: TextEncoding
  /// What stands between two fields.
  public let delimiter: Delimiter
  /// What fields may be wrapped in.
  public let quote: QuoteMark
  /// The line of the header, 1 being the first of the file.
  public let headerLine: Int
  /// The text of every column's header, in the file's order.
  public let headers: [String]
  /// Where each column is.
  public let places: [Place]
  /// How a line says on which side its amount stands.
  public let amountForm: FECAmountForm
  /// What stands before the decimals.
  public let decimalMark: DecimalMark
  /// Which mark other than a space groups digits, where the file's amounts show one.
  public let thousandsMark: DecimalMark?
  /// Whether lines end with a separator behind their last field.
  public let hasTrailingSeparator: Bool
  /// The order of the dates seen: year first is `AAAAMMJJ`, day first is `JJ/MM/AAAA`.
  public let dateOrder: DateOrder

  /// A column and where it is, 0 being the first of the file.
  public struct Place: Hashable, Sendable, Codable {
    /// The column.
    public let column: FECColumn
    /// Its place among the headers.
    public let index: Int

    /// Places a column.
    public init(_ column: FECColumn, _ index: Int) {
      self.column = column
      self.index = index
    }
  }

  /// Makes a reading.
  /// - Parameter places: each column once, over places in `headers`.
  public init(
    file: String, isGzip: Bool = false, encoding: TextEncoding = .utf8, delimiter: Delimiter = .tab,
    quote: QuoteMark = .none, headerLine: Int = 1, headers: [String], places: [Place],
    amountForm: FECAmountForm = .debitCredit, decimalMark: DecimalMark = .comma, thousandsMark: DecimalMark? = nil,
    hasTrailingSeparator: Bool = false, dateOrder: DateOrder = .yearFirst
  ) {
    precondition(places.allSatisfy { headers.indices.contains($0.index) }, "columns are among the headers")
    precondition(Set(places.map(\.column)).count == places.count, "a column is placed once")
    self.file = file
    self.isGzip = isGzip
    self.encoding = encoding
    self.delimiter = delimiter
    self.quote = quote
    self.headerLine = headerLine
    self.headers = headers
    self.places = places
    self.amountForm = amountForm
    self.decimalMark = decimalMark
    self.thousandsMark = thousandsMark
    self.hasTrailingSeparator = hasTrailingSeparator
    self.dateOrder = dateOrder
  }

  /// What the file's name says.
  public var name: FECFileName { FECFileName(file) }

  /// Where a column is, or nothing when the file does not have it.
  public func index(of column: FECColumn) -> Int? { places.first { $0.column == column }?.index }

  /// A column as the file's header writes it; its official name when the file does not have it.
  public func header(of column: FECColumn) -> String {
    index(of: column).map { headers[$0] } ?? column.rawValue
  }
}

extension FECReading {
  /// The same reading of the same bytes once they are decompressed.
  public var ofPlainBytes: FECReading {
    var plain = self
    plain.isGzip = false
    return plain
  }
}

/// How a FEC says on which side an amount stands.
public enum FECAmountForm: String, CaseIterable, Sendable, Codable {
  /// Columns `Debit` and `Credit`.
  case debitCredit
  /// Columns `Montant` and `Sens`, which is `D` or `+1` for debit, `C` or `-1` for credit.
  case amountAndSide
}
