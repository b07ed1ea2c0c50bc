import Ledger

/// What a person forces about the reading of a file; everything else is told from the bytes.
public struct SniffOptions: Hashable, Sendable {
  /// What the rows are.
  public let kind: SourceKind?
  /// What holds them, where that is forced: accounts or electronic invoices.
  public let format: TableFormat?
  /// What stands between two fields.
  public let delimiter: Delimiter?
  /// How bytes spell text.
  public let encoding: TextEncoding?
  /// The order of a date's parts.
  public let dateOrder: DateOrder?
  /// What stands before the decimals.
  public let decimalMark: DecimalMark?
  /// Fields with the text after `=` in `--map`, which names their column.
  public let map: [Mapping]
  /// The sheet of a workbook.
  public let sheet: String?

  /// One `FIELD=COLUMN` of `--map`.
  public struct Mapping: Hashable, Sendable {
    /// The field's name.
    public let field: String
    /// A header, a place (1 is the first column), several joined by `+`, alternatives by `|`; nothing unmaps the field.
    public let column: String

    /// Maps a field to a column.
    public init(field: String, column: String) {
      self.field = field
      self.column = column
    }
  }

  /// Makes options; nothing is forced by default.
  public init(
    kind: SourceKind? = nil, format: TableFormat? = nil, delimiter: Delimiter? = nil, encoding: TextEncoding? = nil,
    dateOrder: DateOrder? = nil,
    decimalMark: DecimalMark? = nil, map: [Mapping] = [], sheet: String? = nil
  ) {
    self.kind = kind
    self.format = format
    self.delimiter = delimiter
    self.encoding = encoding
    self.dateOrder = dateOrder
    self.decimalMark = decimalMark
    self.map = map
    self.sheet = sheet
  }

  /// Reads the options as they are written on the command line.
  ///
  /// - `delimiter`: `,` `;` `|`, a tab, `tab` or `\t`. `encoding`: a name of `TextEncoding` or a usual alias.
  /// - `dateFormat`: `dmy`, `mdy`, `ymd`, or a pattern such as `%d/%m/%Y`, of which the order counts.
  /// - `map`: `FIELD=COLUMN,FIELD=COLUMN`; a comma inside a header is written `\,`.
  /// - Throws: `SourceFileError.badOption`.
  public init(
    kind: SourceKind?, format: TableFormat? = nil, delimiter: String?, encoding: String?, dateFormat: String?,
    decimalComma: Bool, map: String?,
    sheet: String?
  ) throws(SourceFileError) {
    self.init(
      kind: kind, format: format, delimiter: try delimiter.map(Self.delimiter),
      encoding: try encoding.map(Self.encoding),
      dateOrder: try dateFormat.map(Self.dateOrder), decimalMark: decimalComma ? .comma : nil,
      map: try map.map(Self.mappings) ?? [], sheet: sheet)
  }

  private static func delimiter(_ text: String) throws(SourceFileError) -> Delimiter {
    switch text {
    case "tab", "\\t": return .tab
    default:
      guard let delimiter = Delimiter(rawValue: text) else {
        throw .badOption(option: "--delimiter", value: text)
      }
      return delimiter
    }
  }

  private static func encoding(_ text: String) throws(SourceFileError) -> TextEncoding {
    let plain = String(text.lowercased().filter { $0.isLetter || $0.isNumber })
    switch plain {
    case "utf8", "utf8bom", "utf8sig": return .utf8
    case "utf16", "utf16le", "unicode": return .utf16LittleEndian
    case "utf16be": return .utf16BigEndian
    case "latin1", "iso88591", "l1": return .latin1
    case "latin9", "iso885915", "l9": return .latin9
    case "windows1252", "cp1252", "win1252", "ansi", "1252": return .windows1252
    case "cp850", "ibm850", "850", "dos", "oem": return .cp850
    default: throw .badOption(option: "--encoding", value: text)
    }
  }

  private static func dateOrder(_ text: String) throws(SourceFileError) -> DateOrder {
    if let order = DateOrder(rawValue: text.lowercased()) { return order }
    var letters = ""
    var isDirective = false
    for character in text {
      if isDirective, "dejmbBhyY".contains(character) {
        letters.append("dej".contains(character) ? "d" : "yY".contains(character) ? "y" : "m")
      }
      isDirective = character == "%"
    }
    guard let order = DateOrder(rawValue: letters) else { throw .badOption(option: "--date-format", value: text) }
    return order
  }

  private static func mappings(_ text: String) throws(SourceFileError) -> [Mapping] {
    var parts = [""]
    var isEscaped = false
    for character in text {
      if isEscaped {
        parts[parts.count - 1].append(character)
        isEscaped = false
      } else if character == "\\" {
        isEscaped = true
      } else if character == "," {
        parts.append("")
      } else {
        parts[parts.count - 1].append(character)
      }
    }
    var mappings: [Mapping] = []
    for part in parts where !part.isEmpty {
      guard let mark = part.firstIndex(of: "="), mark != part.startIndex else {
        throw .badOption(option: "--map", value: part)
      }
      let column = part[part.index(after: mark)...]
      mappings.append(Mapping(field: String(part[..<mark]), column: String(column)))
    }
    return mappings
  }
}
