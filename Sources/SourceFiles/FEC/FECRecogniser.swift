import Ledger

/// Tells a FEC from its headers, and how to read it; nothing when the file is something else.
///
/// - Parameters:
///   - scan: a look at all bytes, for an encoding that does not rest on the sample alone.
///   - encoding: forces the encoding.
/// - Throws: `SourceFileError.missingFECColumns` when it is nearly one, without columns it cannot be read without.
public func fecReading(
  of sample: FileSample, scan: UTF8Scan? = nil, encoding: TextEncoding? = nil
) throws(SourceFileError) -> FECReading? {
  let encoding = encoding ?? textEncoding(of: sample, scan: scan)
  var best: (candidate: HeaderCandidate, peculiar: Int)?
  let start = sample.head.prefix(64 << 10)
  for delimiter in [Delimiter.tab, .pipe, .semicolon, .comma] {
    // Most files are no FEC: a few bytes say so.
    guard start.count(where: { $0 == delimiter.byte }) >= 4 else { continue }
    for quote in start.contains(0x22) ? [QuoteMark.none, .double] : [.none] {
      let table = SampleTable(sample, encoding: encoding, delimiter: delimiter, quote: quote, limit: 12)
      for row in table.head {
        let candidate = HeaderCandidate(delimiter: delimiter, quote: quote, line: row.line, headers: row.fields)
        let peculiar = candidate.places.count { $0.column.isPeculiar }
        if peculiar >= 4, peculiar > best?.peculiar ?? 0 { best = (candidate, peculiar) }
      }
    }
  }
  guard let found = best?.candidate else { return nil }
  let form = try amountForm(of: found, file: sample.name)
  let rows = [QuoteMark.none, .double].map { quote in
    FECSampleRows(sample, encoding: encoding, header: found, quote: quote)
  }
  // Labels that begin with a quote are usual where nothing is ever wrapped; a wrapped table breaks without quotes.
  let usesQuotes =
    rows[1].good == rows[0].good
    ? found.quote == .double || found.delimiter == .semicolon || found.delimiter == .comma
    : rows[1].good > rows[0].good
  let kept = rows[usesQuotes ? 1 : 0]
  let numbers = FECAmountGuess(kept.amounts)
  return FECReading(
    file: sample.name, isGzip: sample.isGzip, encoding: encoding, delimiter: found.delimiter,
    quote: usesQuotes ? .double : .none, headerLine: found.line, headers: found.headers, places: found.places,
    amountForm: form, decimalMark: numbers.decimalMark, thousandsMark: numbers.thousandsMark,
    hasTrailingSeparator: kept.trailing * 2 > kept.good,
    dateOrder: kept.dateOrder)
}

/// A row that may be a FEC's header.
private struct HeaderCandidate {
  let delimiter: Delimiter
  let quote: QuoteMark
  let line: Int
  let headers: [String]
  let places: [FECReading.Place]

  init(delimiter: Delimiter, quote: QuoteMark, line: Int, headers: [String]) {
    var headers = headers
    // A separator behind the last name makes no column.
    while headers.last?.isEmpty == true { headers.removeLast() }
    self.delimiter = delimiter
    self.quote = quote
    self.line = line
    self.headers = headers
    var places: [FECReading.Place] = []
    for (index, header) in headers.enumerated() {
      guard let column = FECColumn(header: header), !places.contains(where: { $0.column == column }) else { continue }
      places.append(FECReading.Place(column, index))
    }
    self.places = places
  }

  func index(of column: FECColumn) -> Int? { places.first { $0.column == column }?.index }
}

private func amountForm(of header: HeaderCandidate, file: String) throws(SourceFileError) -> FECAmountForm {
  let has = { (column: FECColumn) in header.index(of: column) != nil }
  var missing = [FECColumn.ecritureDate, .compteNum].filter { !has($0) }
  // Without a number or a piece nothing says which lines are one entry.
  if !has(.ecritureNum), !has(.pieceRef) { missing.append(.ecritureNum) }
  let form: FECAmountForm
  if has(.debit), has(.credit) {
    form = .debitCredit
  } else if has(.montant) || has(.sens) {
    form = .amountAndSide
    missing += [.montant, .sens].filter { !has($0) }
  } else {
    form = .debitCredit
    missing += [.debit, .credit].filter { !has($0) }
  }
  guard missing.isEmpty else {
    throw .missingFECColumns(file: file, columns: missing, headers: header.headers)
  }
  return form
}

/// The rows below a header, cut with or without quotes.
private struct FECSampleRows {
  /// How many rows have as many fields as the header, a date and an amount.
  private(set) var good = 0
  /// How many of them end with a separator.
  private(set) var trailing = 0
  private(set) var amounts: [String] = []
  private(set) var dateOrder = DateOrder.yearFirst

  init(_ sample: FileSample, encoding: TextEncoding, header: HeaderCandidate, quote: QuoteMark) {
    let table = SampleTable(sample, encoding: encoding, delimiter: header.delimiter, quote: quote)
    let amountPlaces = [FECColumn.debit, .credit, .montant].compactMap { header.index(of: $0) }
    let datePlace = header.index(of: .ecritureDate) ?? 0
    var (dayFirst, monthFirst, open) = (0, 0, 0)
    for row in table.head.filter({ $0.line > header.line }) + table.further {
      let fields = row.fields
      guard fields.count >= header.headers.count else { continue }
      guard let date = DateForm(fields[datePlace]) else { continue }
      if let parts = date.parts {
        if parts.first > 12 { dayFirst += 1 } else if parts.second > 12 { monthFirst += 1 } else { open += 1 }
      }
      let texts = amountPlaces.map { fields[$0] }.filter { !$0.isEmpty }
      let isTrailing = fields.count == header.headers.count + 1 && fields.last?.isEmpty == true
      guard fields.count == header.headers.count || isTrailing else { continue }
      if !texts.isEmpty, texts.allSatisfy(looksLikeAmount) {
        good += 1
        if isTrailing { trailing += 1 }
      }
      amounts += texts
    }
    if dayFirst + monthFirst + open > 0 { dateOrder = monthFirst > dayFirst ? .monthFirst : .dayFirst }
  }
}

/// Whether a text is made of digits, marks, signs and spaces;.
private func looksLikeAmount(_ text: String) -> Bool {
  text.utf8.contains { $0 &- 0x30 <= 9 }
    && text.utf8.allSatisfy { $0 &- 0x30 <= 9 || [0x20, 0x2C, 0x2D, 0x2E].contains($0) }
}

/// What the sampled amounts say about their marks: the decimal mark of most of them, and the other mark where it groups.
private struct FECAmountGuess {
  let decimalMark: DecimalMark
  let thousandsMark: DecimalMark?

  init(_ texts: [String]) {
    var counts: [DecimalMark: Int] = [:]
    var groups: [DecimalMark: Int] = [:]
    for text in texts {
      guard let last = text.lastIndex(where: { $0 == "," || $0 == "." }),
        let mark = DecimalMark(rawValue: String(text[last]))
      else { continue }
      let (before, behind) = (text[..<last], text[text.index(after: last)...])
      guard (1...2).contains(behind.count), !before.contains(text[last]) else { continue }
      counts[mark, default: 0] += 1
      if before.contains(Character(mark.other.rawValue)) { groups[mark.other, default: 0] += 1 }
    }
    let mark: DecimalMark = counts[.point, default: 0] > counts[.comma, default: 0] ? .point : .comma
    decimalMark = mark
    thousandsMark = groups[mark.other, default: 0] > 0 ? mark.other : nil
  }
}
