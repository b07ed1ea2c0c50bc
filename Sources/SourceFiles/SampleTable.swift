import Ledger

/// The rows of a sample as texts, cut by one delimiter.
struct SampleTable {
  /// A row and the line it begins on.
  struct Row {
    let line: Int
    let fields: [String]
  }

  /// The rows from the start of the file.
  private(set) var head: [Row] = []
  /// Rows from further places; the first and last of each, which may be cut, are left out.
  private(set) var further: [Row] = []
  /// Records that could not be read.
  private(set) var faults = 0

  private static let headRows = 2_000
  private static let blockRows = 5_000

  /// Takes rows as an engine gives them.
  init(rows: [[String?]]) {
    head = rows.enumerated().compactMap { place, fields in
      let texts = fields.map { $0 ?? "" }
      return texts.allSatisfy(\.isEmpty) ? nil : Row(line: place + 1, fields: texts)
    }
  }

  /// Cuts a sample.
  init(_ sample: FileSample, encoding: TextEncoding, delimiter: Delimiter, quote: QuoteMark, limit: Int = headRows) {
    (head, faults) = Self.rows(sample.head, encoding, delimiter, quote, limit: limit)
    // Unless the sample ends with the file, its last row may be cut.
    if !sample.isWhole, head.count < limit { head = head.dropLast() }
    guard limit == Self.headRows else { return }
    for block in sample.blocks {
      further += Self.rows(block, encoding, delimiter, quote, limit: Self.blockRows).rows.dropFirst().dropLast()
    }
  }

  private static func rows(
    _ bytes: [UInt8], _ encoding: TextEncoding, _ delimiter: Delimiter, _ quote: QuoteMark, limit: Int
  ) -> (rows: [Row], faults: Int) {
    let reader = RecordReader(
      TranscodedBytes(MemoryBytes(bytes), encoding: encoding), delimiter: delimiter, quote: quote)
    var rows: [Row] = []
    var faults = 0
    while rows.count < limit, let outcome = try? reader.next(), outcome != .end {
      if outcome == .record {
        rows.append(Row(line: reader.line, fields: reader.texts.map(trimmed)))
      } else {
        faults += 1
      }
    }
    return (rows, faults)
  }
}

/// A text without white space at its ends.
func trimmed(_ text: String) -> String {
  var text = text
  return text.withUTF8 { FieldSlice(start: $0.baseAddress, count: $0.count).value.text }
}

extension SampleTable {
  /// Finds the header: among the first rows, the one with the most known names, else the first that looks like one.
  ///
  /// A header's cells are names, not values, fill half of its columns, and the rows below have as many.
  func header(known: ([String]) -> Int) -> Int? {
    var best: (place: Int, known: Int)?
    for place in head.indices.prefix(40) {
      let fields = head[place].fields
      let filled = fields.filter { !$0.isEmpty }
      guard !filled.isEmpty, filled.count * 2 >= fields.count, hasRowsBelow(place) else { continue }
      let names = filled.count(where: Self.looksLikeName)
      guard names * 10 >= filled.count * 6 else { continue }
      let recognised = known(fields)
      guard recognised > 0 || (names == filled.count && Set(filled).count == filled.count && filled.count > 1) else {
        continue
      }
      if recognised > best?.known ?? -1 { best = (place, recognised) }
    }
    return best?.place
  }

  private func hasRowsBelow(_ place: Int) -> Bool {
    let width = head[place].fields.count
    let below = head[(place + 1)...].prefix(8)
    return below.isEmpty
      || below.contains { $0.fields.count == width || ($0.fields.count == width + 1 && $0.fields[width].isEmpty) }
  }

  private static func looksLikeName(_ text: String) -> Bool {
    guard text.utf8.count <= 80, text.unicodeScalars.contains(where: { $0.properties.isAlphabetic || $0 == "°" }) else {
      return text == "%" || text == "#"
    }
    return !DateForm.isDate(text)
  }

  /// How regular the rows are: the share that has the commonest width, and that width.
  var regularity: (share: Double, width: Int) {
    var counts: [Int: Int] = [:]
    for row in head { counts[row.fields.count, default: 0] += 1 }
    guard let (width, count) = counts.max(by: { ($0.value, $0.key) < ($1.value, $1.key) }) else { return (0, 0) }
    return (Double(count) / Double(head.count + faults), width)
  }
}
