/// What a look at every byte of a file says, chunk by chunk, so that no verdict rests on its beginning alone.
///
/// Over 1 GB/s on plain text: words of eight ASCII bytes are looked at as one number.
public struct UTF8Scan: Sendable {
  /// How many bytes were looked at.
  public private(set) var bytes = 0
  /// Whether there is a zero byte.
  public private(set) var hasNUL = false
  /// Whether a carriage return stands anywhere but before a line feed.
  public var hasBareCR: Bool { sawBareCR || endsInCR }
  /// Well-formed characters outside ASCII.
  public private(set) var multibyteCharacters = 0
  /// Places that are not UTF-8.
  public var invalidSequences: Int { invalid + (characters.isWithin ? 1 : 0) }
  /// The bytes before, at and after the first bytes outside ASCII, three by three, at most 2,048 of them.
  public private(set) var contexts: [UInt8] = []

  private var sawBareCR = false
  private var endsInCR = false
  private var invalid = 0
  private var characters = UTF8Characters()
  private var lineEnds = 0
  private var lineStart = 0
  private var longest = 0
  private var previous: UInt8 = 0x20

  /// Starts a scan.
  public init() {}

  /// Whether every byte belongs to well-formed UTF-8.
  public var isUTF8: Bool { invalidSequences == 0 }
  /// Whether there is nothing but ASCII.
  public var isASCII: Bool { multibyteCharacters == 0 && invalidSequences == 0 }
  /// How many physical lines, the last one with or without its end.
  public var lines: Int { lineEnds + (bytes > lineStart ? 1 : 0) }
  /// The bytes of the longest physical line, without its end.
  public var longestLine: Int { max(longest, bytes - lineStart - (endsInCR ? 1 : 0)) }

  /// Looks at the next bytes.
  public mutating func feed(_ chunk: UnsafeRawBufferPointer) {
    guard let base = chunk.baseAddress else { return }
    let count = chunk.count
    let start = bytes
    var place = 0
    while place < count {
      if !characters.isWithin, !endsInCR {
        place = skipPlain(base, from: place, to: count, start: start)
        if place >= count { break }
      }
      let next = place + 1 < count ? base.load(fromByteOffset: place + 1, as: UInt8.self) : 0x20
      look(at: base.load(fromByteOffset: place, as: UInt8.self), next: next, at: start + place)
      place += 1
    }
    bytes = start + count
  }

  /// Skips words of ASCII, counting their line feeds; stops at the first word with anything else.
  private mutating func skipPlain(_ base: UnsafeRawPointer, from first: Int, to count: Int, start: Int) -> Int {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let highs: UInt64 = 0x8080_8080_8080_8080
    var (place, ends, line, widest) = (first, lineEnds, lineStart, longest)
    while place + 8 <= count {
      let word = UInt64(littleEndian: base.loadUnaligned(fromByteOffset: place, as: UInt64.self))
      let returns = word ^ (ones &* 0x0D)
      if (word | (word &- ones) | (returns &- ones)) & highs != 0 { break }
      let feeds = word ^ (ones &* 0x0A)
      // Exact even when a feed follows a feed: every byte is below 0x80, so no carry crosses bytes.
      var marks = ~(((feeds & ~highs) &+ ~highs) | feeds) & highs
      while marks != 0 {
        let end = start + place + marks.trailingZeroBitCount / 8
        widest = max(widest, end - line)
        line = end + 1
        ends += 1
        marks &= marks &- 1
      }
      place += 8
    }
    if place > first { previous = base.load(fromByteOffset: place - 1, as: UInt8.self) }
    (lineEnds, lineStart, longest) = (ends, line, widest)
    return place
  }

  private mutating func look(at byte: UInt8, next: UInt8, at place: Int) {
    if byte >= 0x80 {
      if contexts.count < 3 * 2_048 { contexts += [previous, byte, next] }
    }
    if byte >= 0x80 || characters.isWithin {
      switch characters.take(byte) {
      case .complete where byte >= 0x80: multibyteCharacters += 1
      case .complete, .within: break
      case .invalid: invalid += 1
      }
    }
    previous = byte
    if endsInCR {
      endsInCR = false
      if byte == 0x0A {
        lineStart = place + 1
        return
      }
      sawBareCR = true
    }
    switch byte {
    case 0x00: hasNUL = true
    case 0x0A: endLine(at: place)
    case 0x0D:
      endLine(at: place)
      endsInCR = true
    default: break
    }
  }

  private mutating func endLine(at place: Int) {
    longest = max(longest, place - lineStart)
    lineStart = place + 1
    lineEnds += 1
  }
}
