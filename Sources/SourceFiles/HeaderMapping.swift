import Ledger

/// Which columns of a file give which fields of a kind, told from the headers.
struct HeaderMapping {
  /// One mapped field: alternatives of joined columns.
  struct Entry: Hashable {
    let field: Field
    var sources: [[Int]]
  }

  /// The mapped fields, in the order of the kind's fields.
  private(set) var entries: [Entry] = []
  /// What the person should know of it.
  private(set) var notes: [TableNote] = []

  private let kind: SourceKind
  private let headers: [String]

  private struct Fit {
    let column: Int
    let field: Field
    let score: Int
  }

  /// Maps headers to the fields of a kind.
  /// - Parameter looksLikeCode: whether the values of a column are codes rather than names.
  init(headers: [String], kind: SourceKind, looksLikeCode: (Int) -> Bool = { _ in false }) {
    self.kind = kind
    self.headers = headers
    let words = headers.map(HeaderWords.init)
    let fits = words.indices.flatMap { column in
      Self.fits(of: words[column], spelling: foldedWords(headers[column]), column: column, kind: kind)
    }
    let sorted = fits.sorted {
      $0.score != $1.score
        ? $0.score > $1.score : $0.column != $1.column ? $0.column < $1.column : $0.field.rawValue < $1.field.rawValue
    }
    var ofField: [Field: Int] = [:]
    var taken: Set<Int> = []
    var unread: [(Field, Int)] = []
    for fit in sorted where !taken.contains(fit.column) {
      if ofField[fit.field] == nil {
        ofField[fit.field] = fit.column
        taken.insert(fit.column)
      } else if fit.score >= Self.exactScore {
        unread.append((fit.field, fit.column))
      }
    }
    for (field, column) in unread where !taken.contains(column) {
      guard let read = ofField[field] else { continue }
      notes.append(.alsoFits(field, unread: headers[column], read: headers[read]))
      taken.insert(column)
    }
    entries = kind.fields.compactMap { field in ofField[field].map { Entry(field: field, sources: [[$0]]) } }
    composeName(words: words)
    shareNames(looksLikeCode: looksLikeCode)
  }

  /// The columns of a field.
  func sources(of field: Field) -> [[Int]]? { entries.first { $0.field == field }?.sources }

  /// Whether a field is mapped.
  func has(_ field: Field) -> Bool { sources(of: field) != nil }

  /// The headers of some fields, for a reason.
  func headers(of fields: [Field]) -> [String] {
    fields.compactMap { field in sources(of: field)?.first?.first.map { headers[$0] } }
  }

  private static let exactScore = 1000

  private static func fits(of words: HeaderWords, spelling: [String], column: Int, kind: SourceKind) -> [Fit] {
    guard !words.words.isEmpty else { return [] }
    var best: [Field: Int] = [:]
    let table = HeaderNames.table(of: kind)
    for name in table.exact[words] ?? [] {
      best[name.field] = max(best[name.field] ?? 0, exactScore + 100 - name.rank)
    }
    for name in table.long where name.words != words && words.contains(name.words) {
      let extra = words.beyond(name.words)
      guard extra.count <= 2, HeaderNames.telling.isDisjoint(with: extra) else { continue }
      best[name.field] = max(best[name.field] ?? 0, 300 + 50 * name.words.words.count - name.rank)
    }
    // A header spelt like the documentation's field name means that field.
    for field in kind.fields where foldedWords(field.rawValue) == spelling { best[field] = exactScore + 200 }
    return best.map { Fit(column: column, field: $0.key, score: $0.value) }
  }

  /// A person's name stands in two columns; an organisation's, where there is one, comes first.
  private mutating func composeName(words: [HeaderWords]) {
    guard kind.fields.contains(.name) else { return }
    func column(_ names: [HeaderWords]) -> Int? { words.firstIndex { names.contains($0) } }
    guard let first = column(HeaderNames.firstNames), let last = column(HeaderNames.lastNames) else { return }
    let mapped = sources(of: .name)?.first?.first
    let company = mapped.flatMap { column in
      column != last && column != first && kind != .people ? column : nil
    }
    set(.name, (company.map { [[$0]] } ?? []) + [[first, last]])
    notes.append(
      .nameComposed(header: (company.map { headers[$0] + " | " } ?? "") + headers[first] + " + " + headers[last]))
  }

  /// Where only names are given, they identify too; a lone column of codes is an identifier and no name.
  private mutating func shareNames(looksLikeCode: (Int) -> Bool) {
    let pairs: [(id: Field, name: Field)] =
      switch kind {
      case .sales: [(.customer, .customerName), (.product, .productName)]
      case .customers: [(.customer, .name)]
      case .people: [(.salesperson, .name)]
      case .prospects: [(.prospect, .name)]
      case .products: [(.product, .productName)]
      case .invoices, .services, .contracts, .enquiries, .payments: []
      }
    for (id, name) in pairs where !has(id) {
      guard let sources = sources(of: name), let column = sources.first?.first else { continue }
      set(id, sources)
      if sources == [[column]], looksLikeCode(column) {
        entries.removeAll { $0.field == name }
      } else {
        notes.append(.nameServes(as: id, header: headers[column]))
      }
    }
  }

  private mutating func set(_ field: Field, _ sources: [[Int]]) {
    entries.removeAll { $0.field == field }
    entries.append(Entry(field: field, sources: sources))
    let order = kind.fields
    entries.sort { (order.firstIndex(of: $0.field) ?? 0) < (order.firstIndex(of: $1.field) ?? 0) }
  }
}

// MARK: - What a person forces

extension HeaderMapping {
  /// Obeys `--map`: a forced column is taken from the field it was mapped to.
  mutating func force(_ mappings: [SniffOptions.Mapping]) throws(SourceFileError) {
    for mapping in mappings {
      guard let field = Field(rawValue: mapping.field), kind.fields.contains(field) else {
        throw .unknownField(name: mapping.field, kind: kind)
      }
      notes.removeAll { note in
        switch note {
        case .alsoFits(field, _, _), .nameServes(as: field, _): true
        case .nameComposed: field == .name
        default: false
        }
      }
      if mapping.column.isEmpty {
        entries.removeAll { $0.field == field }
        continue
      }
      let sources = try columns(mapping.column)
      let forced = Set(mappings.map(\.field))
      let taken = Set(sources.joined())
      entries.removeAll { !forced.contains($0.field.rawValue) && !taken.isDisjoint(with: $0.sources.joined()) }
      set(field, sources)
    }
  }

  private func columns(_ text: String) throws(SourceFileError) -> [[Int]] {
    if let whole = column(text) { return [[whole]] }
    var sources: [[Int]] = []
    for alternative in text.split(separator: "|") {
      if let whole = column(String(alternative)) {
        sources.append([whole])
        continue
      }
      var joined: [Int] = []
      for part in alternative.split(separator: "+") {
        guard let found = column(String(part)) else { throw .unknownColumn(name: String(part), headers: headers) }
        joined.append(found)
      }
      guard !joined.isEmpty else { throw .unknownColumn(name: text, headers: headers) }
      sources.append(joined)
    }
    guard !sources.isEmpty else { throw .unknownColumn(name: text, headers: headers) }
    return sources
  }

  /// A column by its header, letter for letter or nearly, else by its place, 1 being the first.
  private func column(_ name: String) -> Int? {
    if let same = headers.firstIndex(of: name) { return same }
    let folded = foldedWords(name)
    if !folded.isEmpty, let near = headers.firstIndex(where: { foldedWords($0) == folded }) { return near }
    guard let place = Int(name), headers.indices.contains(place - 1) else { return nil }
    return place - 1
  }
}
