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
      guard (1900...2100).contains(first.number / 10_000), (1...12).contains(first.number / 100 % 100) else {
        return nil
      }
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
    if first.count == 4, (1...2).contains(third.count), (1...12).contains(second.number),
      (1...31).contains(third.number)
    {
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
