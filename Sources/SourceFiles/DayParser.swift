import Ledger
import Units

/// Reads dates, with or without a time of day, in the order of a file's reading.
///
/// The rules are those of docs/methods/reading-tables.md, "Dates".
struct DayParser {
  /// What a cell holds.
  enum Outcome: Hashable {
    case day(Day)
    /// No day of the calendar; `fitsOtherOrder` when it would be one with day and month exchanged.
    case notADay(fitsOtherOrder: Bool)
    /// A day outside 1900…2100.
    case outOfRange
  }

  private let order: DateOrder
  private let hasSerials: Bool

  /// Makes a parser; only workbooks have serial day numbers.
  init(order: DateOrder, hasSerials: Bool) {
    self.order = order
    self.hasSerials = hasSerials
  }

  private static let none = Outcome.notADay(fitsOtherOrder: false)

  /// Reads a trimmed, non-empty value.
  func day(_ value: FieldSlice) -> Outcome {
    guard let bytes = value.start, value.count <= 48 else { return Self.none }
    var cursor = DayCursor(bytes: bytes, count: value.count)
    guard let first = cursor.part() else { return Self.none }
    if !first.isName, cursor.isAtEnd || first.length >= 8 || (hasSerials && first.length == 5) {
      return alone(first, &cursor)
    }
    guard cursor.separator(), let second = cursor.part(), cursor.separator(), let third = cursor.part(),
      !third.isName, !(first.isName && second.isName), cursor.isTimeOrEnd()
    else { return Self.none }
    if first.isName { return day(third, first.number, second, isNamed: true) }
    if first.length == 4 { return second.length <= 2 ? day(first, second.number, third, isNamed: true) : Self.none }
    if second.isName { return day(third, second.number, first, isNamed: true) }
    switch order {
    case .dayFirst: return day(third, second.number, first, isNamed: false)
    case .monthFirst: return day(third, first.number, second, isNamed: false)
    case .yearFirst: return third.length <= 2 ? day(first, second.number, third, isNamed: true) : Self.none
    }
  }

  /// - Parameter isNamed: whether nobody could take the month for the day.
  private func day(_ year: DayCursor.Part, _ month: Int, _ day: DayCursor.Part, isNamed: Bool) -> Outcome {
    guard year.length == 4 || year.length == 2, day.length <= 2 else { return Self.none }
    let full = year.length == 4 ? year.number : year.number + (year.number < 70 ? 2000 : 1900)
    guard let found = Day(year: full, month: month, day: day.number) else {
      return .notADay(fitsOtherOrder: !isNamed && Day(year: full, month: day.number, day: month) != nil)
    }
    return (1900...2100).contains(full) ? .day(found) : .outOfRange
  }

  /// One run of digits: `20210304`, `04032021`, with a time behind or not, or a workbook's serial number.
  private func alone(_ part: DayCursor.Part, _ cursor: inout DayCursor) -> Outcome {
    if hasSerials, part.length == 5, cursor.isFractionOrEnd() {
      guard (20_000...80_000).contains(part.number) else { return Self.none }
      // Day 25569 of a workbook is 1970-01-01.
      return .day(Day(number: Int32(part.number - 25_569)))
    }
    guard part.length == 8 || part.length == 14, cursor.isTimeOrEnd() else { return Self.none }
    let number = part.length == 14 ? part.number / 1_000_000 : part.number
    // The two readings exclude each other: a year behind would have to be a month and a day in front.
    let inFront = (year: number / 10_000, month: number / 100 % 100, day: number % 100)
    if (1900...2100).contains(inFront.year), let day = Day(year: inFront.year, month: inFront.month, day: inFront.day) {
      return .day(day)
    }
    let behind = (first: number / 1_000_000, second: number / 10_000 % 100, year: number % 10_000)
    guard (1900...2100).contains(behind.year), order != .yearFirst else { return Self.none }
    let (day, month) = order == .dayFirst ? (behind.first, behind.second) : (behind.second, behind.first)
    guard let found = Day(year: behind.year, month: month, day: day) else {
      return .notADay(fitsOtherOrder: Day(year: behind.year, month: day, day: month) != nil)
    }
    return .day(found)
  }
}

/// Walks over the parts of a date.
struct DayCursor {
  /// A run of digits, or the name of a month as its number.
  struct Part {
    let number: Int
    /// How many digits, 2 for a name.
    let length: Int
    let isName: Bool
  }

  private let bytes: UnsafePointer<UInt8>
  private let count: Int
  private var place = 0

  /// Begins at the first byte.
  init(bytes: UnsafePointer<UInt8>, count: Int) {
    self.bytes = bytes
    self.count = count
  }

  /// Whether nothing is left.
  var isAtEnd: Bool { place == count }

  /// The next run of digits or letters, at most 14 digits.
  mutating func part() -> Part? {
    let first = place
    var number = 0
    while place < count, bytes[place] &- 0x30 <= 9 {
      guard place - first < 14 else { return nil }
      number = number * 10 + Int(bytes[place] &- 0x30)
      place += 1
    }
    if place > first { return Part(number: number, length: place - first, isName: false) }
    while place < count, bytes[place] & 0xDF >= 0x41, bytes[place] & 0xDF <= 0x5A || bytes[place] >= 0x80 { place += 1 }
    guard place > first, let month = monthNumber(FieldSlice(start: bytes + first, count: place - first)) else {
      return nil
    }
    // An abbreviation's point.
    if place < count, bytes[place] == 0x2E { place += 1 }
    return Part(number: month, length: 2, isName: true)
  }

  /// Steps over what separates two parts: `-`, `/`, `.`, a space, or a point or comma and a space.
  mutating func separator() -> Bool {
    guard place < count else { return false }
    switch bytes[place] {
    case 0x2D, 0x2F, 0x20: place += 1
    case 0x2E, 0x2C: place += place + 1 < count && bytes[place + 1] == 0x20 ? 2 : 1
    default: return false
    }
    return true
  }

  /// Whether nothing or a time of day is left.
  func isTimeOrEnd() -> Bool {
    if place == count { return true }
    guard bytes[place] == 0x20 || bytes[place] | 0x20 == 0x74 else { return false }
    var next = place + 1
    while next < count, bytes[next] == 0x20 { next += 1 }
    guard next < count, bytes[next] &- 0x30 <= 9 else { return false }
    for place in next..<count {
      switch bytes[place] {
      // Digits and : . , + - space Z A M P h and their small forms.
      case 0x30...0x3A, 0x2E, 0x2C, 0x2B, 0x2D, 0x20, 0x5A, 0x7A, 0x41, 0x61, 0x4D, 0x6D, 0x50, 0x70, 0x48, 0x68: break
      default: return false
      }
    }
    return true
  }

  /// Whether nothing or the decimals of a serial number are left.
  func isFractionOrEnd() -> Bool {
    if place == count { return true }
    guard bytes[place] == 0x2E || bytes[place] == 0x2C else { return false }
    return (place + 1..<count).allSatisfy { bytes[$0] &- 0x30 <= 9 }
  }
}

/// The number of a month from its French or English name or abbreviation.
private func monthNumber(_ word: FieldSlice) -> Int? {
  let name = String(foldedWords(word.text).joined())
  guard name.utf8.count >= 3 else { return nil }
  let months = [
    ["janvier", "january"], ["fevrier", "february"], ["mars", "march"], ["avril", "april"], ["mai", "may"],
    ["juin", "june"], ["juillet", "july"], ["aout", "august"], ["septembre", "september"], ["octobre", "october"],
    ["novembre", "november"], ["decembre", "december"],
  ]
  // "jui" could be June or July in French: three letters are not enough there.
  guard name != "jui" else { return nil }
  return months.firstIndex { $0.contains { $0.hasPrefix(name) } }.map { $0 + 1 }
}
