/// A cell of number taken apart: digits and marks in `scratch`, everything around them as values.
struct NumberCell {
  /// Digits, `.` and `,` as they stand, spaces of every sort as a space, apostrophes of every sort as `'`.
  let scratch: UnsafeMutableBufferPointer<UInt8>
  /// How much of the scratch is filled.
  private(set) var count = 0
  private(set) var isNegative = false
  private(set) var isPercent = false
  private(set) var currency: CurrencyMark?
  private(set) var exponent = 0
  private(set) var hasExponent = false

  private var hasSign = false
  private var isBracketed = false
  private var isBracketClosed = false
  private var hasEnded = false

  /// Begins with an empty scratch.
  init(scratch: UnsafeMutableBufferPointer<UInt8>) { self.scratch = scratch }

  /// Takes a value apart; false when something in it does not belong to a number.
  mutating func read(_ value: FieldSlice) -> Bool {
    guard let bytes = value.start else { return false }
    var place = 0
    while place < value.count {
      let width = take(bytes + place, value.count - place)
      if width == 0 { return false }
      place += width
    }
    while count > 0, scratch[count - 1] == 0x20 { count -= 1 }
    return count > 0 && isBracketed == isBracketClosed
  }

  /// Takes what stands at the start of some bytes, and returns how many; 0 when it does not belong.
  private mutating func take(_ bytes: UnsafePointer<UInt8>, _ left: Int) -> Int {
    let byte = bytes[0]
    if byte &- 0x30 <= 9 || byte == 0x2E || byte == 0x2C { return append(byte) ? 1 : 0 }
    let gap = whiteSpaceWidth(bytes, left)
    if gap > 0 { return count == 0 || hasEnded || append(0x20) ? gap : 0 }
    switch byte {
    case 0x27: return append(0x27) ? 1 : 0
    case 0x2D: return sign(isNegative: true) ? 1 : 0
    case 0x2B: return sign(isNegative: false) ? 1 : 0
    case 0x28:
      guard count == 0, !isBracketed, !hasSign else { return 0 }
      (isBracketed, isNegative, hasSign) = (true, true, true)
      return 1
    case 0x29:
      guard isBracketed, !isBracketClosed, count > 0 else { return 0 }
      (isBracketClosed, hasEnded) = (true, true)
      return 1
    case 0x25:
      guard count > 0, !isPercent else { return 0 }
      (isPercent, hasEnded) = (true, true)
      return 1
    case 0x24: return mark(.dollarSign) ? 1 : 0
    case 0xC2 where left >= 2:
      return bytes[1] == 0xA3 ? (mark(.pound) ? 2 : 0) : bytes[1] == 0xA5 ? (mark(.yen) ? 2 : 0) : 0
    case 0xE2 where left >= 3:
      switch (bytes[1], bytes[2]) {
      case (0x82, 0xAC): return mark(.euro) ? 3 : 0
      case (0x80, 0x99): return append(0x27) ? 3 : 0
      case (0x88, 0x92), (0x80, 0x93): return sign(isNegative: true) ? 3 : 0
      default: return 0
      }
    case 0x41...0x5A, 0x61...0x7A: return word(bytes, left)
    default: return 0
    }
  }

  private mutating func append(_ byte: UInt8) -> Bool {
    guard !hasEnded, count < scratch.count else { return false }
    scratch[count] = byte
    count += 1
    return true
  }

  /// A sign stands before the digits or behind them, once.
  private mutating func sign(isNegative: Bool) -> Bool {
    guard !hasSign, count == 0 || isNegative else { return false }
    hasSign = true
    self.isNegative = isNegative
    if count > 0 { hasEnded = true }
    return true
  }

  private mutating func mark(_ currency: CurrencyMark) -> Bool {
    guard self.currency == nil || self.currency == currency else { return false }
    self.currency = currency
    if count > 0 { hasEnded = true }
    return true
  }

  private mutating func word(_ bytes: UnsafePointer<UInt8>, _ left: Int) -> Int {
    if bytes[0] | 0x20 == 0x65, count > 0, !hasEnded, let width = exponent(bytes, left) { return width }
    var length = 0
    while length < left, (0x41...0x5A).contains(bytes[length] & 0xDF) { length += 1 }
    let text = FieldSlice(start: bytes, count: length).text
    switch text.lowercased() {
    case "euro", "euros": return mark(.euro) ? length : 0
    // "Hors taxes" behind an amount says nothing that is not so of every amount; TTC is refused.
    case "ht":
      hasEnded = hasEnded || count > 0
      return count > 0 ? length : 0
    default:
      guard let code = CurrencyMark(iso: text), code.isKnown, mark(code) else { return 0 }
      return length
    }
  }

  private mutating func exponent(_ bytes: UnsafePointer<UInt8>, _ left: Int) -> Int? {
    var place = 1
    var isNegative = false
    if place < left, bytes[place] == 0x2B || bytes[place] == 0x2D {
      isNegative = bytes[place] == 0x2D
      place += 1
    }
    let first = place
    var power = 0
    while place < left, bytes[place] &- 0x30 <= 9, place - first < 4 {
      power = power * 10 + Int(bytes[place] &- 0x30)
      place += 1
    }
    guard place > first else { return nil }
    exponent = isNegative ? -power : power
    (hasExponent, hasEnded) = (true, true)
    return place
  }
}
