import Ledger
import Units

/// What a person says about the reading of one of several files, as an address carries it; the rest is told from the file.
public struct ReadingChoice: Hashable, Sendable {
  /// What the rows are.
  public let kind: SourceKind?
  /// What stands between two fields.
  public let delimiter: Delimiter?
  /// How bytes spell text.
  public let encoding: TextEncoding?
  /// What stands before the decimals.
  public let decimalMark: DecimalMark?
  /// The order of a date's parts.
  public let dateOrder: DateOrder?
  /// The sheet of a workbook; empty for the first.
  public let sheet: String
  /// The column of a field: a header or a place, 1 the first; `-` for none.
  public let columns: [Field: String]
  /// Whether the file is not to be imported.
  public let isLeftOut: Bool

  /// What stands for "read no column for this field".
  public static let unread = "-"

  /// Whether everything is left to be told from the file.
  var isEmpty: Bool {
    kind == nil && delimiter == nil && encoding == nil && decimalMark == nil && dateOrder == nil && sheet.isEmpty
      && columns.isEmpty
  }

  /// Reads the choice for the file at a place from an address's items: `0.kind=sales`, `0.map.amount=Total`.
  ///
  /// What is not known is passed over.
  public init(_ items: [Link.Item], place: Int) {
    let prefix = "\(place)."
    var values: [String: String] = [:]
    for item in items where item.name.hasPrefix(prefix) && !item.value.isEmpty {
      values[String(item.name.dropFirst(prefix.count))] = item.value
    }
    kind = values["kind"].flatMap(SourceKind.init(rawValue:))
    delimiter = values["delimiter"].flatMap { code in Delimiter.allCases.first { $0.code == code } }
    encoding = values["encoding"].flatMap(TextEncoding.init(rawValue:))
    decimalMark = values["decimals"].flatMap { code in DecimalMark.allCases.first { $0.code == code } }
    dateOrder = values["dates"].flatMap(DateOrder.init(rawValue:))
    sheet = values["sheet"] ?? ""
    isLeftOut = values["out"] == "true"
    columns = values.reduce(into: [:]) { columns, value in
      guard value.key.hasPrefix("map."), let field = Field(rawValue: String(value.key.dropFirst(4))) else { return }
      columns[field] = value.value
    }
  }
}

extension Delimiter {
  /// A word for addresses and forms, which do not carry a tab well.
  var code: String {
    switch self {
    case .comma: "comma"
    case .semicolon: "semicolon"
    case .tab: "tab"
    case .pipe: "pipe"
    }
  }
}

extension DecimalMark {
  /// A word for addresses and forms.
  var code: String { self == .comma ? "comma" : "point" }
}
