import Ledger

/// A field of a row as bytes of UTF-8 that live as long as the row; without a start it is null.
public struct FieldSlice {
  /// The first byte, or nothing for null.
  public let start: UnsafePointer<UInt8>?
  /// How many bytes.
  public let count: Int

  /// Makes a slice.
  public init(start: UnsafePointer<UInt8>?, count: Int) {
    self.start = start
    self.count = start == nil ? 0 : count
  }

  /// Null.
  static var null: FieldSlice { FieldSlice(start: nil, count: 0) }

  /// The bytes.
  var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: start, count: count) }

  /// The text.
  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// The text as a fault carries it: cut after 200 bytes.
  var shown: String {
    count <= 200 ? text : String(decoding: bytes.prefix(200), as: UTF8.self) + "…"
  }
}

extension FieldSlice {
  /// The value without white space at its ends; null when nothing is left, or only a word for nothing.
  var value: FieldSlice {
    guard let base = start, count > 0 else { return .null }
    var (first, end) = (0, count)
    while first < end {
      let width = whiteSpaceWidth(base + first, end - first)
      if width == 0 { break }
      first += width
    }
    while end > first {
      let width = trailingWhiteSpaceWidth(base + first, end - first)
      if width == 0 { break }
      end -= width
    }
    guard end > first else { return .null }
    let value = FieldSlice(start: base + first, count: end - first)
    return value.isEmptyWord ? .null : value
  }

  /// Whether it is a word that databases and spreadsheets write where there is nothing: NULL, \N, #N/A or NaN.
  var isEmptyWord: Bool {
    guard let start, count <= 4 else { return false }
    switch (count, start[0]) {
    case (4, 0x4E): return start[1] == 0x55 && start[2] == 0x4C && start[3] == 0x4C
    case (2, 0x5C): return start[1] == 0x4E
    case (4, 0x23): return start[1] == 0x4E && start[2] == 0x2F && start[3] == 0x41
    case (3, 0x4E): return start[1] == 0x61 && start[2] == 0x4E
    default: return false
    }
  }
}

/// How many bytes the white space at the start of some bytes takes; 0 when there is none.
func whiteSpaceWidth(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> Int {
  let byte = bytes[0]
  if byte < 0x80 { return byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) ? 1 : 0 }
  if byte == 0xC2 { return count >= 2 && bytes[1] == 0xA0 ? 2 : 0 }
  guard count >= 3 else { return 0 }
  switch (byte, bytes[1], bytes[2]) {
  case (0xE2, 0x80, 0x80...0x8B), (0xE2, 0x80, 0xAF), (0xE2, 0x81, 0x9F), (0xE2, 0x81, 0xA0), (0xE3, 0x80, 0x80),
    (0xEF, 0xBB, 0xBF):
    return 3
  default: return 0
  }
}

private func trailingWhiteSpaceWidth(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> Int {
  let last = bytes[count - 1]
  if last < 0x80 { return whiteSpaceWidth(bytes + count - 1, 1) }
  guard last <= 0xBF else { return 0 }
  if count >= 2, whiteSpaceWidth(bytes + count - 2, 2) == 2 { return 2 }
  if count >= 3, whiteSpaceWidth(bytes + count - 3, 3) == 3 { return 3 }
  return 0
}
