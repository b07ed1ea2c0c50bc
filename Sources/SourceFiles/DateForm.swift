import Ledger

/// What the spelling of one sampled date says about its file.
struct DateForm {
  /// The digits of the first and second part where neither is the year, for dates like `03/04/2021`.
  private(set) var parts: (first: Int, second: Int)?
  /// Whether the year stands in front.
  private(set) var isYearFirst = false
  /// Whether the time is told by AM and PM.
  private(set) var hasHalfDays = false
  /// The `strptime` pattern, with `#1` and `#2` for the parts whose order is open; nothing for forms with names.
  private(set) var pattern: String?

  /// Looks at a text; nothing when it is no date with digits.
  init?(_ text: String) {
    let bytes = Array(text.utf8)
    var place = 0
    func digits() -> (number: Int, count: Int) {
      let first = place
      var number = 0
      while place < bytes.count, bytes[place] &- 0x30 <= 9, place - first < 9 {
        number = number * 10 + Int(bytes[place] &- 0x30)
        place += 1
      }
      return (number, place - first)
    }
    let first = digits()
    if first.count == 8, place == bytes.count {
      guard (1900...2100).contains(first.number / 10_000), (1...12).contains(first.number / 100 % 100) else { return nil }
      isYearFirst = true
      pattern = "%Y%m%d"
      return
    }
    guard first.count > 0, place < bytes.count, [0x2D, 0x2F, 0x2E].contains(bytes[place]) else { return nil }
    let separator = bytes[place]
    place += 1
    let second = digits()
    guard (1...2).contains(second.count), place < bytes.count, bytes[place] == separator else { return nil }
    place += 1
    let third = digits()
    let mark = String(Unicode.Scalar(separator))
    if first.count == 4, (1...2).contains(third.count), (1...12).contains(second.number), (1...31).contains(third.number) {
      isYearFirst = true
      pattern = "%Y\(mark)%m\(mark)%d"
    } else if first.count <= 2, third.count == 4 || third.count == 2, (1...31).contains(first.number),
      (1...31).contains(second.number)
    {
      parts = (first.number, second.number)
      pattern = "#1\(mark)#2\(mark)" + (third.count == 4 ? "%Y" : "%y")
    } else {
      return nil
    }
    guard let time = Self.time(String(decoding: bytes[place...], as: UTF8.self)) else { return nil }
    hasHalfDays = time.contains("%p")
    pattern = time == "?" ? nil : pattern.map { $0 + time }
  }

  /// Whether a text is a date.
  static func isDate(_ text: String) -> Bool { DateForm(text) != nil }

  /// The pattern of a time of day, empty without one, `?` for one that has no simple pattern; nothing for other text.
  private static func time(_ text: String) -> String? {
    if text.isEmpty { return "" }
    guard let lead = text.first, lead == " " || lead == "T" else { return nil }
    let shape = String(text.dropFirst().map { $0.isNumber ? "9" : $0 })
    switch shape.uppercased() {
    case "99:99:99": return "\(lead)%H:%M:%S"
    case "99:99", "9:99": return "\(lead)%H:%M"
    case "99:99:99 AM", "9:99:99 AM", "99:99:99 PM", "9:99:99 PM": return "\(lead)%I:%M:%S %p"
    case "99:99 AM", "9:99 AM", "99:99 PM", "9:99 PM": return "\(lead)%I:%M %p"
    default: return shape.first == "9" ? "?" : nil
    }
  }
}

/// What the sampled dates of a file say about the order of their parts.
struct DateGuess {
  /// The order.
  let order: DateOrder
  /// Whether no mapped date decides.
  let isGuess: Bool
  /// What the person should know.
  let note: TableNote?
  /// The one pattern of all mapped dates, or nothing.
  let pattern: String?

  private struct Evidence {
    var (dayFirst, monthFirst, open, yearFirst) = (0, 0, 0, 0)
    var hasHalfDays = false
    var example: String?

    mutating func add(_ form: DateForm, _ text: String) {
      if form.isYearFirst { yearFirst += 1 }
      guard let parts = form.parts else { return }
      hasHalfDays = hasHalfDays || form.hasHalfDays
      if parts.first > 12 {
        dayFirst += 1
      } else if parts.second > 12 {
        monthFirst += 1
      } else {
        open += 1
        if example == nil, parts.first != parts.second { example = text }
      }
      if example == nil { example = text }
    }
  }

  /// Guesses from the texts of mapped date columns and of all other columns.
  init(mapped: [[String]], others: [[String]], forced: DateOrder?) {
    var evidence = Evidence()
    var patterns: Set<String?> = []
    for text in mapped.joined() where !text.isEmpty {
      guard let form = DateForm(text) else {
        patterns.insert(nil)
        continue
      }
      evidence.add(form, text)
      patterns.insert(form.pattern)
    }
    var aside = Evidence()
    for column in others {
      let filled = column.filter { !$0.isEmpty }
      let forms = filled.compactMap { text in DateForm(text).map { ($0, text) } }
      guard !forms.isEmpty, forms.count * 10 >= filled.count * 8 else { continue }
      for (form, text) in forms { aside.add(form, text) }
    }
    let example = evidence.example ?? "–"
    let found: (order: DateOrder, isGuess: Bool, note: TableNote?)
    if let forced {
      found = (forced, false, nil)
    } else if evidence.dayFirst > 0 || evidence.monthFirst > 0 {
      let order: DateOrder = evidence.dayFirst >= evidence.monthFirst ? .dayFirst : .monthFirst
      let isMixed = evidence.dayFirst > 0 && evidence.monthFirst > 0
      found = (order, false, isMixed ? .dateOrderMixed(order, example: example) : nil)
    } else if evidence.open == 0, evidence.yearFirst > 0 {
      found = (.yearFirst, false, nil)
    } else {
      let isMonthFirst =
        aside.monthFirst > aside.dayFirst || (aside.dayFirst == 0 && (evidence.hasHalfDays || aside.hasHalfDays))
      let order: DateOrder = isMonthFirst ? .monthFirst : .dayFirst
      let isSilent = !isMonthFirst && aside.dayFirst == 0 && evidence.open > 0
      found = (order, true, isSilent ? .dateOrderGuessed(order, example: example) : nil)
    }
    (order, isGuess, note) = found
    let (first, second) = found.order == .monthFirst ? ("%m", "%d") : ("%d", "%m")
    pattern =
      patterns.count == 1
      ? patterns.first.flatMap { $0 }.map { Self.replaced(Self.replaced($0, "#1", first), "#2", second) } : nil
  }

  private static func replaced(_ text: String, _ mark: String, _ with: String) -> String {
    guard let place = text.firstRange(of: mark) else { return text }
    return text.replacingCharacters(in: place, with: with)
  }
}

extension String {
  /// Where a short text first stands in this one.
  fileprivate func firstRange(of mark: String) -> Range<String.Index>? {
    indices.first { self[$0...].hasPrefix(mark) }.map { $0..<index($0, offsetBy: mark.count) }
  }

  fileprivate func replacingCharacters(in range: Range<String.Index>, with text: String) -> String {
    self[..<range.lowerBound] + text + self[range.upperBound...]
  }
}
