import Ledger

/// The text of a source as UTF-8, without a byte order mark.
///
/// What its encoding cannot spell becomes the byte 0xFF, which no UTF-8 text holds: the row it stands in is set aside
/// as invalid text, and the rest goes on.
public final class TranscodedBytes: ByteSource {
  private let source: any ByteSource
  private let encoding: TextEncoding
  private let table: [UInt32]
  private let input = UnsafeMutableRawBufferPointer.allocate(byteCount: 64 << 10, alignment: 16)
  private var isAtStart = true
  private var oddByte: UInt8?
  private var highSurrogate: UInt16?

  /// Reads a source in an encoding.
  public init(_ source: any ByteSource, encoding: TextEncoding) {
    self.source = source
    self.encoding = encoding
    table = CodePage.upperHalf(of: encoding)?.map { $0 == 0 ? invalid : packed(UInt32($0)) } ?? []
  }

  deinit { input.deallocate() }

  /// How many bytes were taken from the file itself so far.
  public var bytesTaken: Int { source.bytesTaken }

  /// Fills the start of a buffer; 0 only at the end.
  public func read(into buffer: UnsafeMutableRawBufferPointer) throws(SourceFileError) -> Int {
    precondition(buffer.count >= 16, "transcoding needs room for a few characters")
    while true {
      let count: Int
      let isAtEnd: Bool
      switch encoding {
      case .utf8:
        let got = try source.read(into: buffer)
        count = try isAtStart && got > 0 ? withoutMark(buffer, filled: got) : got
        isAtEnd = got == 0
      case .utf16LittleEndian, .utf16BigEndian:
        // An input unit gives three bytes at most, and a code left from the last input one more.
        let got = try source.read(into: prefix((buffer.count / 3 - 1) & ~1))
        count = got > 0 ? fromUTF16(got, into: buffer) : endOfUTF16(into: buffer)
        isAtEnd = got == 0
      case .latin1, .latin9, .windows1252, .cp850:
        let got = try source.read(into: prefix(buffer.count / 3))
        count = fromCodePage(got, into: buffer)
        isAtEnd = got == 0
      }
      isAtStart = false
      if count > 0 || isAtEnd { return count }
    }
  }

  private func prefix(_ count: Int) -> UnsafeMutableRawBufferPointer {
    UnsafeMutableRawBufferPointer(rebasing: input[..<min(count, input.count)])
  }

  /// Drops a byte order mark; reads on while the first bytes may still be the beginning of one.
  private func withoutMark(_ buffer: UnsafeMutableRawBufferPointer, filled: Int) throws(SourceFileError) -> Int {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    var filled = filled
    while filled < 3, buffer[..<filled].elementsEqual(mark.prefix(filled)) {
      let got = try source.read(into: UnsafeMutableRawBufferPointer(rebasing: buffer[filled...]))
      if got == 0 { return filled }
      filled += got
    }
    guard filled >= 3, buffer[..<3].elementsEqual(mark) else { return filled }
    let rest = filled - 3
    for place in 0..<rest { buffer[place] = buffer[place + 3] }
    return rest
  }

  private func fromCodePage(_ count: Int, into buffer: UnsafeMutableRawBufferPointer) -> Int {
    var written = 0
    table.withUnsafeBufferPointer { table in
      for byte in input[..<count] {
        if byte < 0x80 {
          buffer[written] = byte
          written += 1
        } else {
          written += write(table[Int(byte) - 0x80], to: buffer, at: written)
        }
      }
    }
    return written
  }

  private func fromUTF16(_ count: Int, into buffer: UnsafeMutableRawBufferPointer) -> Int {
    var written = 0
    for byte in input[..<count] {
      guard let first = oddByte else {
        oddByte = byte
        continue
      }
      oddByte = nil
      let unit =
        encoding == .utf16LittleEndian ? UInt16(first) | UInt16(byte) << 8 : UInt16(first) << 8 | UInt16(byte)
      if isAtStart {
        isAtStart = false
        if unit == 0xFEFF { continue }
      }
      written += fromUnit(unit, into: buffer, at: written)
    }
    return written
  }

  private func fromUnit(_ unit: UInt16, into buffer: UnsafeMutableRawBufferPointer, at place: Int) -> Int {
    let isLow = (0xDC00...0xDFFF).contains(unit)
    var written = 0
    if let high = highSurrogate {
      highSurrogate = nil
      if isLow {
        let scalar = 0x10000 + (UInt32(high) - 0xD800) << 10 + (UInt32(unit) - 0xDC00)
        return write(packed(scalar), to: buffer, at: place)
      }
      written += write(invalid, to: buffer, at: place)
    }
    if (0xD800...0xDBFF).contains(unit) {
      highSurrogate = unit
      return written
    }
    return written + write(isLow ? invalid : packed(UInt32(unit)), to: buffer, at: place + written)
  }

  private func endOfUTF16(into buffer: UnsafeMutableRawBufferPointer) -> Int {
    guard oddByte != nil || highSurrogate != nil else { return 0 }
    oddByte = nil
    highSurrogate = nil
    return write(invalid, to: buffer, at: 0)
  }

  private func write(_ code: UInt32, to buffer: UnsafeMutableRawBufferPointer, at place: Int) -> Int {
    var rest = code
    var written = 0
    repeat {
      buffer[place + written] = UInt8(truncatingIfNeeded: rest)
      rest >>= 8
      written += 1
    } while rest != 0
    return written
  }
}

/// The byte that stands for what cannot be spelt.
private let invalid: UInt32 = 0xFF

/// A character's UTF-8 bytes, the first lowest.
private func packed(_ scalar: UInt32) -> UInt32 {
  switch scalar {
  case ..<0x80: scalar
  case ..<0x800: (0xC0 | scalar >> 6) | (0x80 | scalar & 0x3F) << 8
  case ..<0x10000: (0xE0 | scalar >> 12) | (0x80 | scalar >> 6 & 0x3F) << 8 | (0x80 | scalar & 0x3F) << 16
  default:
    (0xF0 | scalar >> 18) | (0x80 | scalar >> 12 & 0x3F) << 8 | (0x80 | scalar >> 6 & 0x3F) << 16
      | (0x80 | scalar & 0x3F) << 24
  }
}

/// The text of a CSV file as its reading says: decompressed and in UTF-8.
public func textBytes(of source: any ByteSource, reading: TableReading, file: String) throws(SourceFileError)
  -> any ByteSource
{
  let plain: any ByteSource = reading.isGzip ? try InflatedBytes(source, file: file) : source
  return TranscodedBytes(plain, encoding: reading.encoding)
}
