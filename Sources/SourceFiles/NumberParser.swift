import Ledger
import Units

/// Reads numbers as people and programs write them, without ever taking one for a thousand times another.
///
/// The rules are those of docs/methods/reading-tables.md, "Numbers".
struct NumberParser {
  /// What a cell holds.
  enum Outcome: Hashable {
    /// A number kept to six decimals, half away from zero, with fewer than 13 digits before them.
    case number(DecimalNumber, currency: CurrencyMark?, isPercent: Bool)
    case notANumber
    case outOfRange
  }

  /// The most digits before the decimals.
  static let integerDigits = 12
  /// The decimals kept.
  static let decimals = 6

  private let decimal: UInt8
  private let thousands: UInt8?

  /// Makes a parser for a file's marks.
  init(decimalMark: DecimalMark, thousandsMark: DecimalMark?) {
    decimal = decimalMark.byte
    thousands = thousandsMark?.byte
  }

  /// Reads a trimmed, non-empty value.
  func number(_ value: FieldSlice) -> Outcome {
    plain(value) ?? tolerant(value)
  }

  /// Digits, an optional leading minus, at most one decimal mark: what nearly every cell is.
  private func plain(_ value: FieldSlice) -> Outcome? {
    guard let bytes = value.start, value.count <= 20 else { return nil }
    var place = 0
    let isNegative = bytes[0] == 0x2D
    if isNegative { place = 1 }
    let first = place
    var mantissa: Int64 = 0
    var mark = -1
    while place < value.count {
      let digit = bytes[place] &- 0x30
      if digit <= 9 {
        mantissa = mantissa &* 10 &+ Int64(digit)
      } else if bytes[place] == decimal, mark < 0 {
        mark = place
      } else {
        return nil
      }
      place += 1
    }
    let integer = (mark < 0 ? place : mark) - first
    let scale = mark < 0 ? 0 : place - mark - 1
    guard integer >= 1, integer <= Self.integerDigits, scale <= Self.decimals, mark < 0 || scale > 0,
      scale != 3 || thousands != decimal
    else { return nil }
    let number = DecimalNumber(mantissa: isNegative ? -mantissa : mantissa, scale: scale)
    return .number(number, currency: nil, isPercent: false)
  }

  private func tolerant(_ value: FieldSlice) -> Outcome {
    guard value.count <= 100 else { return .notANumber }
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 100) { scratch in
      var cell = NumberCell(scratch: scratch)
      guard cell.read(value) else { return .notANumber }
      return outcome(of: cell)
    }
  }

  private func outcome(of cell: NumberCell) -> Outcome {
    guard let marks = marks(of: cell) else { return .notANumber }
    var mark: Int?
    if case .decimal(let place) = marks { mark = place }
    // The digits, with the place of the decimal mark after the exponent moved it.
    var digits: [UInt8] = []
    digits.reserveCapacity(cell.count)
    var integer = 0
    for place in 0..<cell.count {
      if place == mark { integer = digits.count }
      let digit = cell.scratch[place] &- 0x30
      if digit <= 9 { digits.append(digit) }
    }
    if mark == nil { integer = digits.count }
    guard !digits.isEmpty else { return .notANumber }
    integer += cell.exponent
    let zeros = digits.prefix { $0 == 0 }.count
    if zeros == digits.count {
      return .number(DecimalNumber(mantissa: 0, scale: 0), currency: cell.currency, isPercent: cell.isPercent)
    }
    digits.removeFirst(zeros)
    integer -= zeros
    let shift = cell.isPercent ? 2 : 0
    integer -= shift
    guard integer <= Self.integerDigits else { return .outOfRange }
    let kept = integer + Self.decimals
    var mantissa: Int64 = 0
    for place in 0..<max(0, kept) { mantissa = mantissa * 10 + Int64(place < digits.count ? digits[place] : 0) }
    if kept >= 0, kept < digits.count, digits[kept] >= 5 { mantissa += 1 }
    guard mantissa < 1_000_000_000_000_000_000 else { return .outOfRange }
    let number = DecimalNumber(mantissa: cell.isNegative ? -mantissa : mantissa, scale: Self.decimals).reduced
    return .number(number, currency: cell.currency, isPercent: cell.isPercent)
  }

  /// Where the decimals begin, if there are any.
  private enum Marks {
    case whole
    case decimal(Int)
  }

  /// Tells the decimal mark from the marks that group digits; nothing when the cell is no number of this file.
  private func marks(of cell: NumberCell) -> Marks? {
    var (points, commas, gaps) = (0, 0, 0)
    var (lastMark, markPlace, leading) = (UInt8(0), -1, 0)
    for place in 0..<cell.count {
      switch cell.scratch[place] {
      case 0x2E:
        points += 1
        (lastMark, markPlace) = (0x2E, place)
      case 0x2C:
        commas += 1
        (lastMark, markPlace) = (0x2C, place)
      case 0x20, 0x27: gaps += 1
      default: if points + commas == 0 { leading += 1 }
      }
    }
    if points + commas == 0 { return areGroups(cell, to: cell.count) ? .whole : nil }
    let behind = cell.count - markPlace - 1
    if points > 0, commas > 0 {
      // Both marks: the last is the decimal mark, and it stands alone.
      guard (lastMark == 0x2E ? points : commas) == 1, areGroups(cell, to: markPlace) else { return nil }
      return .decimal(markPlace)
    }
    if points + commas > 1 { return gaps == 0 && areGroups(cell, to: cell.count) ? .whole : nil }
    let mayGroup =
      behind == 3 && gaps == 0 && (1...3).contains(leading) && cell.scratch[0] != 0x30 && !cell.hasExponent
    // A file that uses both conventions says so by grouping with its own decimal mark.
    if mayGroup, thousands == decimal { return nil }
    if mayGroup, lastMark != decimal { return lastMark == thousands ? .whole : nil }
    if !mayGroup, lastMark == thousands, thousands != decimal { return nil }
    return areGroups(cell, to: markPlace) ? .decimal(markPlace) : nil
  }

  /// Whether the digits before a place are ungrouped, or in groups of three behind a first of one to three.
  private func areGroups(_ cell: NumberCell, to end: Int) -> Bool {
    var (size, groups) = (0, 0)
    var mark: UInt8 = 0
    for place in 0..<end {
      let byte = cell.scratch[place]
      if byte &- 0x30 <= 9 {
        size += 1
        continue
      }
      guard mark == 0 || mark == byte, groups == 0 ? (1...3).contains(size) : size == 3 else { return false }
      mark = byte
      groups += 1
      size = 0
    }
    // What stands behind the end are decimals: digits only.
    for place in end..<cell.count where place > end && cell.scratch[place] &- 0x30 > 9 { return false }
    return groups == 0 || size == 3
  }
}

extension DecimalNumber {
  /// The same number without zeros at the end of its decimals.
  var reduced: DecimalNumber {
    var (mantissa, scale) = (mantissa, scale)
    while scale > 0, mantissa % 10 == 0 {
      mantissa /= 10
      scale -= 1
    }
    return DecimalNumber(mantissa: mantissa, scale: scale)
  }
}
