import Ledger
import Units

/// Proposes how to read a CSV file.
/// - Parameters:
///   - scan: a scan of the whole file, where there is one; without it the encoding rests on the sample.
/// - Throws: `SourceFileError` when no table that the product knows can be made out.
public func sniffedTable(
  _ sample: FileSample, scan: UTF8Scan? = nil, options: SniffOptions = SniffOptions()
) throws(SourceFileError) -> SniffedTable {
  guard !sample.head.isEmpty else { throw .empty(file: sample.name) }
  let encoding = options.encoding ?? textEncoding(of: sample, scan: scan)
  let delimiter = options.delimiter ?? likeliestDelimiter(sample, encoding, options)
  let quote = likeliestQuote(sample, encoding, delimiter)
  let table = SampleTable(sample, encoding: encoding, delimiter: delimiter, quote: quote)
  guard !table.head.isEmpty || table.faults > 0 else { throw .empty(file: sample.name) }
  var sniffer = Sniffer(
    name: sample.name, format: .csv, options: options, isGzip: sample.isGzip, encoding: encoding, delimiter: delimiter,
    quote: quote)
  if encoding != .utf8 { sniffer.notes.append(.encoding(encoding)) }
  return try sniffer.proposal(table, headers: nil)
}

/// Proposes how to read rows that an engine gives as text.
/// - Parameters:
///   - headers: the names of the columns of Parquet or JSON lines; nothing for a workbook, whose cells, blank rows
///     among them, begin at the sheet's first row.
///   - name: the file's name.
/// - Throws: `SourceFileError` when no table that the product knows can be made out.
public func sniffedTable(
  headers: [String]?, rows: [[String?]], format: TableFormat, name: String, options: SniffOptions = SniffOptions()
) throws(SourceFileError) -> SniffedTable {
  let table = SampleTable(rows: rows.map { $0.map { $0.map(trimmed) } })
  guard headers != nil || !table.head.isEmpty else { throw .empty(file: name) }
  var sniffer = Sniffer(
    name: name, format: format, options: options, isGzip: false, encoding: .utf8, delimiter: .comma, quote: .double)
  return try sniffer.proposal(table, headers: headers)
}

/// The delimiter under which the header has the most known names and the rows are most regular.
private func likeliestDelimiter(
  _ sample: FileSample, _ encoding: TextEncoding, _ options: SniffOptions
) -> Delimiter {
  var best = (delimiter: Delimiter.comma, score: -1.0)
  for delimiter in [Delimiter.semicolon, .comma, .tab, .pipe] {
    let table = SampleTable(sample, encoding: encoding, delimiter: delimiter, quote: .double, limit: 200)
    let (share, width) = table.regularity
    var score = width > 1 ? 3 * share + 0.1 * Double(min(width, 20)) : 0
    if let header = table.header(known: { HeaderNames.known($0, kind: options.kind) }) {
      let fields = table.head[header].fields
      score += Double(HeaderNames.known(fields, kind: options.kind)) + (fields.count > 1 ? 1 : 0)
    }
    if score > best.score { best = (delimiter, score) }
  }
  return best.delimiter
}

/// Quotes are quotes unless reading them so breaks rows that are whole without.
private func likeliestQuote(_ sample: FileSample, _ encoding: TextEncoding, _ delimiter: Delimiter) -> QuoteMark {
  let quoted = SampleTable(sample, encoding: encoding, delimiter: delimiter, quote: .double, limit: 500)
  guard quoted.faults > 0 else { return .double }
  let bare = SampleTable(sample, encoding: encoding, delimiter: delimiter, quote: .none, limit: 500)
  return bare.regularity.share > 0.99 && quoted.regularity.share < 0.9 ? .none : .double
}

/// Carries what is settled while a proposal is made.
struct Sniffer {
  let name: String
  let format: TableFormat
  let options: SniffOptions
  let isGzip: Bool
  let encoding: TextEncoding
  let delimiter: Delimiter
  let quote: QuoteMark
  var notes: [TableNote] = []

  /// Finds the header, maps it and looks at the values under it.
  mutating func proposal(_ table: SampleTable, headers given: [String]?) throws(SourceFileError) -> SniffedTable {
    let (headers, headerLine, rows) = try header(of: table, given: given)
    let columns = Columns(rows: rows, width: headers.count)
    let (kind, mapping) = try mapped(headers, columns)
    let numbers = numberGuess(kind, mapping, columns)
    let dates = dateGuess(kind, mapping, columns)
    let isPercent = discountIsPercent(mapping, columns, headers)
    notes += numbers.notes
    if let note = dates.note { notes.append(note) }
    if isPercent { notes.append(.discountInPercent) }
    if rows.isEmpty { notes.append(.noRows) }
    let read = Set(mapping.entries.flatMap { $0.sources.joined() })
    let unread = headers.indices.filter { !read.contains($0) && !headers[$0].isEmpty }.map { headers[$0] }
    if !unread.isEmpty { notes.append(.unread(headers: unread)) }
    let reading = TableReading(
      kind: kind, format: format, isGzip: isGzip, encoding: encoding, delimiter: delimiter, quote: quote,
      headerLine: headerLine, sheet: options.sheet, decimalMark: numbers.decimalMark,
      thousandsMark: numbers.thousandsMark, dateOrder: dates.order, dateOrderIsGuess: dates.isGuess,
      discountIsPercent: isPercent, headers: headers,
      columns: mapping.entries.map { MappedColumn($0.field, sources: $0.sources) })
    return SniffedTable(
      reading: reading, notes: notes, datePattern: dates.pattern, hasPlainNumbers: numbers.arePlain)
  }

  /// The header's names, its line, and the rows below it.
  private mutating func header(
    of table: SampleTable, given: [String]?
  ) throws(SourceFileError) -> ([String], Int?, [[String]]) {
    let further = table.further.map(\.fields)
    if let given { return (given, nil, table.head.map(\.fields)) }
    if let place = table.header(known: { HeaderNames.known($0, kind: options.kind) }) {
      let row = table.head[place]
      if row.line > 1 { notes.append(.linesAboveHeader(count: row.line - 1)) }
      return (row.fields, row.line, table.head[(place + 1)...].map(\.fields) + further)
    }
    // Without a header, columns can only be named by their places.
    let isNumbered =
      !options.map.isEmpty && options.map.allSatisfy { $0.column.allSatisfy { "0123456789+|".contains($0) } }
    guard options.kind != nil, isNumbered, table.regularity.width > 0 else { throw .noHeader(file: name) }
    let places = (1...table.regularity.width).map(String.init)
    return (places, nil, table.head.map(\.fields) + further)
  }

  private mutating func mapped(
    _ headers: [String], _ columns: Columns
  ) throws(SourceFileError) -> (SourceKind, HeaderMapping) {
    let kind: SourceKind
    if let forced = options.kind {
      kind = forced
    } else {
      let folded = Set(headers.map { foldedWords($0).joined() })
      if folded.isSuperset(of: ["journalcode", "comptenum", "ecrituredate"]) {
        throw .notATable(file: name, found: .accountingExport)
      }
      guard let guess = KindGuess(headers: headers, fileName: name, looksLikeCode: columns.looksLikeCode) else {
        throw .unknownKind(file: name, headers: headers)
      }
      kind = guess.kind
      notes.append(.kindGuessed(kind, because: guess.because))
      if let total = guess.unreadTotal { notes.append(.totalNotTaken(header: total)) }
    }
    var mapping = HeaderMapping(headers: headers, kind: kind, looksLikeCode: columns.looksLikeCode)
    try mapping.force(options.map)
    notes += mapping.notes
    try check(kind, mapping, headers)
    return (kind, mapping)
  }

  private mutating func check(
    _ kind: SourceKind, _ mapping: HeaderMapping, _ headers: [String]
  ) throws(SourceFileError) {
    var missing = kind.required.filter { !mapping.has($0) }
    if kind == .sales {
      if !mapping.has(.date), !mapping.has(.invoice) { missing.append(.date) }
      let hasMoney = mapping.has(.amount) || mapping.has(.unitPrice)
      if !hasMoney, !mapping.has(.product) || !mapping.has(.quantity) { missing.append(.amount) }
      if !mapping.has(.amount), mapping.has(.unitPrice), !mapping.has(.quantity) { missing.append(.quantity) }
      if missing.isEmpty {
        if !hasMoney { notes.append(.amountsWaitForPrices) }
        if !mapping.has(.date) { notes.append(.datesWaitForInvoices) }
      }
    }
    guard missing.isEmpty else {
      throw .missingColumns(file: name, kind: kind, fields: missing, headers: headers)
    }
  }
}

// MARK: - The values under the header

extension Sniffer {
  /// The sampled values by column.
  struct Columns {
    private let rows: [[String]]
    private let width: Int

    init(rows: [[String]], width: Int) {
      self.rows = rows.filter { $0.count >= width }
      self.width = width
    }

    /// The values of a column that are not empty.
    func values(_ column: Int) -> [String] { rows.map { $0[column] }.filter { !$0.isEmpty } }

    /// All columns.
    var all: Range<Int> { 0..<width }

    /// Whether nearly all values have digits and no space: `C0042` rather than `Dupont SA`.
    func looksLikeCode(_ column: Int) -> Bool {
      let values = values(column)
      let codes = values.count { text in
        text.contains(where: \.isNumber) && !text.contains(" ")
      }
      return !values.isEmpty && codes * 10 >= values.count * 9
    }
  }

  private func columns(_ kind: SourceKind, _ mapping: HeaderMapping, _ isWanted: (FieldStorage) -> Bool) -> [Int] {
    mapping.entries.filter { kind.storage(of: $0.field).map(isWanted) ?? false }.flatMap { $0.sources.joined() }
  }

  private func numberGuess(_ kind: SourceKind, _ mapping: HeaderMapping, _ columns: Columns) -> NumberGuess {
    let places = self.columns(kind, mapping) {
      switch $0 {
      case .cents, .millionths: true
      case .text, .day, .whole, .flag: false
      }
    }
    return NumberGuess(
      places.flatMap(columns.values), usual: format == .csv && delimiter == .semicolon ? .comma : .point,
      forced: options.decimalMark)
  }

  private func dateGuess(_ kind: SourceKind, _ mapping: HeaderMapping, _ columns: Columns) -> DateGuess {
    let mapped = self.columns(kind, mapping) {
      if case .day = $0 { return true }
      return false
    }
    let others = columns.all.filter { !mapped.contains($0) }
    return DateGuess(
      mapped: mapped.map(columns.values), others: others.map(columns.values), forced: options.dateOrder)
  }

  /// Discounts are percents when the header says so or a value is over one.
  private func discountIsPercent(_ mapping: HeaderMapping, _ columns: Columns, _ headers: [String]) -> Bool {
    guard let column = mapping.sources(of: .discount)?.first?.first else { return false }
    if HeaderWords(headers[column]).words.contains("pourcent") { return true }
    return columns.values(column).contains { text in
      guard !text.contains("%") else { return false }
      let parser = NumberParser(decimalMark: text.contains(",") ? .comma : .point, thousandsMark: nil)
      var text = text
      let outcome = text.withUTF8 { parser.number(FieldSlice(start: $0.baseAddress, count: $0.count)) }
      guard case .number(let number, _, _) = outcome, let millionths = number.rounded(to: 6) else { return false }
      return millionths.magnitude > 1_000_000
    }
  }
}
