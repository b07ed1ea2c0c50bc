/// Tells byte by byte whether text is well-formed UTF-8.
///
/// Source: The Unicode Standard, table 3-7, "Well-Formed UTF-8 Byte Sequences".
struct UTF8Characters: Sendable {
  /// What one more byte says.
  enum Verdict { case complete, within, invalid }

  private var needed = 0
  private var lowest: UInt8 = 0x80
  private var highest: UInt8 = 0xBF

  /// Whether a character has begun and not ended.
  var isWithin: Bool { needed > 0 }

  /// Takes the next byte; after an invalid one, a new character may begin.
  mutating func take(_ byte: UInt8) -> Verdict {
    if needed > 0 {
      let fits = byte >= lowest && byte <= highest
      (lowest, highest) = (0x80, 0xBF)
      if fits {
        needed -= 1
        return needed == 0 ? .complete : .within
      }
      needed = 0
      // The byte that breaks a character may begin the next: the fault is counted once.
      _ = take(byte)
      return .invalid
    }
    switch byte {
    case 0..<0x80: return .complete
    case 0xC2...0xDF: needed = 1
    case 0xE0: (needed, lowest) = (2, 0xA0)
    case 0xED: (needed, highest) = (2, 0x9F)
    case 0xE1...0xEF: needed = 2
    case 0xF0: (needed, lowest) = (3, 0x90)
    case 0xF1...0xF3: needed = 3
    case 0xF4: (needed, highest) = (3, 0x8F)
    default: return .invalid
    }
    return .within
  }
}

/// What the bytes of one record hold besides printable ASCII.
struct ByteCheck: OptionSet {
  let rawValue: UInt8
  static let nul = ByteCheck(rawValue: 1)
  static let invalid = ByteCheck(rawValue: 2)
}

/// Whether bytes hold a zero or are not UTF-8.
func byteCheck(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> ByteCheck {
  let ones: UInt64 = 0x0101_0101_0101_0101
  let highs: UInt64 = 0x8080_8080_8080_8080
  let raw = UnsafeRawPointer(bytes)
  var place = 0
  while place + 8 <= count {
    let word = raw.loadUnaligned(fromByteOffset: place, as: UInt64.self)
    if (word | (word &- ones)) & highs != 0 { break }
    place += 8
  }
  var check: ByteCheck = []
  var characters = UTF8Characters()
  while place < count {
    let byte = bytes[place]
    if byte >= 0x80 || characters.isWithin {
      if characters.take(byte) == .invalid { check.insert(.invalid) }
    }
    if byte == 0 { check.insert(.nul) }
    place += 1
  }
  if characters.isWithin { check.insert(.invalid) }
  return check
}
