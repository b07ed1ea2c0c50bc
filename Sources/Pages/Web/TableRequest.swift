import Units

/// What a person asks of a table: how it is sorted, which rows, which page of them.
public struct TableRequest: Hashable, Sendable {
  /// The key of the column to sort by; nothing keeps the report's own order.
  public let sort: String?
  /// Whether the greatest come first.
  public let isDescending: Bool
  /// What rows must hold, in any of their texts.
  public let text: String
  /// Values that rows must have in some columns, by key.
  public let only: [String: String]
  /// The page, 1 the first.
  public let page: Int

  /// Rows on a page.
  public static let pageSize = 50

  /// Makes a request.
  public init(
    sort: String? = nil, isDescending: Bool = false, text: String = "", only: [String: String] = [:], page: Int = 1
  ) {
    self.sort = sort
    self.isDescending = isDescending
    self.text = text
    self.only = only
    self.page = max(1, page)
  }

  /// The request of an address's items: `sort=-revenueCents`, `q=dupont`, `page=2`, and `is.class=A`.
  public init(items: [Link.Item]) {
    func value(_ name: String) -> String { items.first { $0.name == name }?.value ?? "" }
    let sort = value("sort")
    self.init(
      sort: sort.isEmpty ? nil : sort.hasPrefix("-") ? String(sort.dropFirst()) : sort,
      isDescending: sort.hasPrefix("-"), text: value("q"),
      only: items.filter { $0.name.hasPrefix("is.") && !$0.value.isEmpty }.reduce(into: [:]) {
        $0[String($1.name.dropFirst(3))] = $1.value
      }, page: Int(value("page")) ?? 1)
  }

  /// The items of the address that asks for this, but for the page.
  public var items: [Link.Item] {
    [Link.Item("sort", sort.map { (isDescending ? "-" : "") + $0 } ?? ""), Link.Item("q", text)]
      + only.keys.sorted().map { Link.Item("is." + $0, only[$0] ?? "") }
  }

  /// What decides which rows there are and in which order: all but the page.
  public var order: TableRequest {
    TableRequest(sort: sort, isDescending: isDescending, text: text, only: only, page: 1)
  }
}

extension ReportGrid {
  /// The places of the rows that a request asks for, in its order.
  ///
  /// O(n log n) when something is sorted or searched; every row is made once then.
  /// - Parameter candidates: the rows looked at, in order; nothing for all.
  public func places(for request: TableRequest, in voice: Voice, among candidates: [Int]? = nil) -> [Int] {
    let candidates = candidates ?? Array(rows.indices)
    let needle = folded(request.text)
    let only = request.only.compactMap { key, value in
      columns.firstIndex { $0.key == key }.map { (place: $0, value: value) }
    }
    let sort = request.sort.flatMap { key in columns.firstIndex { $0.key == key } }
    guard !needle.isEmpty || !only.isEmpty || sort != nil else { return candidates }
    var found: [(place: Int, key: SortKey)] = []
    for place in candidates {
      let row = rows[place]
      guard only.allSatisfy({ row[$0.place].code(in: voice) == $0.value }) else { continue }
      guard needle.isEmpty || row.contains(where: { $0.isText && folded(voice.text(of: $0)).contains(needle) }) else {
        continue
      }
      found.append((place, sort.map { SortKey(row[$0], in: voice) } ?? .none))
    }
    guard sort != nil else { return found.map(\.place) }
    let isDescending = request.isDescending
    return found.sorted { left, right in
      guard left.key != right.key else { return left.place < right.place }
      // What is not known stands last, whichever way.
      guard left.key != .none, right.key != .none else { return right.key == .none }
      return isDescending ? right.key < left.key : left.key < right.key
    }.map(\.place)
  }

  /// The values of a column, each once, with how many rows have it; nothing when there are more than `most`.
  func values(of key: String, in voice: Voice, most: Int = 12) -> [(code: String, label: String, count: Int)]? {
    guard let column = columns.firstIndex(where: { $0.key == key }) else { return nil }
    var counts: [String: (label: String, count: Int)] = [:]
    for row in rows {
      guard let code = row[column].code(in: voice) else { continue }
      counts[code, default: (voice.text(of: row[column]), 0)].count += 1
      if counts.count > most { return nil }
    }
    return counts.sorted { readsBefore($0.key, $1.key) }.map {
      (code: $0.key, label: $0.value.label, count: $0.value.count)
    }
  }
}

/// What a cell is sorted by.
enum SortKey: Equatable {
  case none
  case number(Double)
  case text(String)

  init(_ cell: ReportCell, in voice: Voice) {
    switch cell {
    case .unknown, .object: self = .none
    case .text(let text): self = .text(folded(text))
    case .phrase, .tag: self = .text(folded(voice.text(of: cell)))
    case .integer(let number): self = .number(Double(number))
    case .cents(let money): self = .number(Double(money.value))
    case .share(let number), .number(let number): self = .number(number)
    case .minutes(let minutes): self = .number(Double(minutes))
    case .month(let month): self = .number(Double(month.number))
    case .day(let day): self = .number(Double(day.number))
    case .flag(let flag): self = .number(flag ? 1 : 0)
    case .trend(let amounts): self = .number(Double(amounts.last?.value ?? 0))
    case .list(let cells): self = .number(Double(cells.count))
    }
  }

  static func < (left: SortKey, right: SortKey) -> Bool {
    switch (left, right) {
    case (.number(let left), .number(let right)): left < right
    case (.text(let left), .text(let right)): precedes(left, right)
    case (.number, .text): true
    default: false
    }
  }
}

extension ReportCell {
  /// Whether the cell is words, which can be searched.
  fileprivate var isText: Bool {
    switch self {
    case .text, .tag, .phrase: true
    default: false
    }
  }

  /// The value that an address names.
  fileprivate func code(in voice: Voice) -> String? {
    switch self {
    case .text(let text): text
    case .tag(let tag): tag.code
    case .integer(let number): String(number)
    case .month(let month): month.iso
    default: nil
    }
  }
}

/// A text as people search for it: small letters, without accents and marks.
public func folded(_ text: String) -> String {
  if text.utf8.allSatisfy({ $0 < 0x80 && !(0x41...0x5A).contains($0) }) { return text }
  var result = String.UnicodeScalarView()
  for scalar in text.lowercased().unicodeScalars {
    if let plain = unaccented[scalar] {
      result.append(contentsOf: plain.unicodeScalars)
    } else if !scalar.properties.isDiacritic {
      result.append(scalar)
    }
  }
  return String(result)
}

/// The letters of western languages without what stands on or under them.
private let unaccented: [Unicode.Scalar: String] = {
  let groups = [
    "a": "àáâãäåāăą", "c": "çćč", "d": "ďđ", "e": "èéêëēĕėęě", "g": "ğ", "i": "ìíîïīį", "l": "ł", "n": "ñńň",
    "o": "òóôõöøōő", "r": "řŕ", "s": "śšşș", "t": "ťţț", "u": "ùúûüūůűų", "y": "ýÿ", "z": "źżž", "oe": "œ", "ae": "æ",
    "ss": "ß", "'": "\u{2019}",
  ]
  return groups.reduce(into: [:]) { table, group in
    for scalar in group.value.unicodeScalars { table[scalar] = group.key }
  }
}()
