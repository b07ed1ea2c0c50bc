import Units

/// Reports as CSV (RFC 4180, UTF-8): headers and values as in JSON, so that a program reads both the same way.
public enum ReportCSV {
  /// The rows of a report; of a report without rows, its figures as `key,value` lines.
  ///
  /// - Parameter byteOrderMark: whether to begin with U+FEFF, which some spreadsheets need to read UTF-8.
  public static func bytes(_ document: ReportDocument, in voice: Voice, byteOrderMark: Bool = false) -> [UInt8] {
    let mark: [UInt8] = byteOrderMark ? [0xEF, 0xBB, 0xBF] : []
    guard document.grid.columns.isEmpty else { return mark + bytes(document.grid, in: voice) }
    var bytes = mark
    record(["key", "value"], to: &bytes)
    for total in document.totals {
      for fields in flat(total.key, total.cell, in: voice) { record(fields, to: &bytes) }
    }
    return bytes
  }

  /// Rows under the names of their columns.
  public static func bytes(_ grid: ReportGrid, in voice: Voice) -> [UInt8] {
    var bytes: [UInt8] = []
    record(grid.columns.map(\.key), to: &bytes)
    for row in grid.rows { record(row.map { field($0, in: voice) }, to: &bytes) }
    return bytes
  }

  private static func record(_ fields: [String], to bytes: inout [UInt8]) {
    for (place, field) in fields.enumerated() {
      if place > 0 { bytes.append(UInt8(ascii: ",")) }
      append(field, to: &bytes)
    }
    bytes.append(contentsOf: [13, 10])
  }

  /// A figure, or the figures it is made of under dotted names.
  private static func flat(_ key: String, _ cell: ReportCell, in voice: Voice) -> [[String]] {
    switch cell {
    case .object(let members): members.flatMap { flat(key + "." + $0.key, $0.cell, in: voice) }
    default: [[key, field(cell, in: voice)]]
    }
  }

  /// A value as the text of one field.
  private static func field(_ cell: ReportCell, in voice: Voice) -> String {
    switch cell {
    case .unknown: return ""
    case .text(let text): return guarded(text)
    case .phrase(let phrase): return guarded(phrase.text(in: voice))
    case .tag(let tag) where tag.figures.isEmpty: return tag.code
    case .month(let month): return month.iso
    case .day(let day): return day.iso
    case .tag, .integer, .cents, .share, .number, .minutes, .flag, .trend, .list, .object:
      var json = JSONWriter(.compact)
      ReportJSON.write(cell, in: voice, to: &json)
      return String(decoding: json.bytes, as: UTF8.self)
    }
  }

  /// A text that no spreadsheet takes for a formula, and no terminal for a command: control characters are dropped.
  ///
  /// Source: OWASP, "CSV Injection": texts that begin with = + - @ tab or carriage return get an apostrophe before them.
  private static func guarded(_ text: String) -> String {
    let kept = text.unicodeScalars.filter { ($0.value >= 0x20 || $0 == "\n" || $0 == "\t") && $0.value != 0x7F }
    let text = kept.count == text.unicodeScalars.count ? text : String(String.UnicodeScalarView(kept))
    guard let first = text.unicodeScalars.first, "=+-@\t\r".unicodeScalars.contains(first) else { return text }
    return "'" + text
  }

  private static func append(_ field: String, to bytes: inout [UInt8]) {
    let needsQuotes = field.utf8.contains { [UInt8(ascii: ","), UInt8(ascii: "\""), 10, 13].contains($0) }
    guard needsQuotes else { return bytes.append(contentsOf: field.utf8) }
    bytes.append(UInt8(ascii: "\""))
    for byte in field.utf8 {
      if byte == UInt8(ascii: "\"") { bytes.append(byte) }
      bytes.append(byte)
    }
    bytes.append(UInt8(ascii: "\""))
  }
}
