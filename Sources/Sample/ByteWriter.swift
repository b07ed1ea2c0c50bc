/// Text on its way to a file: bytes in one reused buffer, numbers written digit by digit.
final class ByteWriter {
  private var bytes: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  private(set) var count = 0

  init(capacity: Int = 1 << 18) {
    self.capacity = capacity
    bytes = .allocate(capacity: capacity)
  }

  deinit { bytes.deallocate() }

  /// What was written since the last `clear`.
  var contents: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: bytes, count: count) }

  /// Forgets what was written.
  func clear() { count = 0 }

  /// Makes room for `more` bytes.
  @inline(__always)
  private func reserve(_ more: Int) {
    if count + more > capacity { grow(more) }
  }

  private func grow(_ more: Int) {
    let larger = max(capacity * 2, count + more)
    let moved = UnsafeMutablePointer<UInt8>.allocate(capacity: larger)
    moved.update(from: bytes, count: count)
    bytes.deallocate()
    bytes = moved
    capacity = larger
  }

  @inline(__always)
  func byte(_ value: UInt8) {
    reserve(1)
    bytes[count] = value
    count += 1
  }

  func text(_ value: StaticString) {
    reserve(value.utf8CodeUnitCount)
    (bytes + count).update(from: value.utf8Start, count: value.utf8CodeUnitCount)
    count += value.utf8CodeUnitCount
  }

  func text(_ value: String) {
    for unit in value.utf8 { byte(unit) }
  }

  /// Copies a piece prepared beforehand.
  @inline(__always)
  func piece(_ index: Int, of pieces: Pieces) {
    let start = pieces.offsets[index]
    let length = pieces.offsets[index + 1] - start
    reserve(length)
    pieces.bytes.withUnsafeBufferPointer { source in
      guard let base = source.baseAddress else { return }
      (bytes + count).update(from: base + start, count: length)
    }
    count += length
  }

  /// A whole number, with a minus sign when negative, filled up with zeros to `width`.
  @inline(__always)
  func number(_ value: Int, width: Int = 1) {
    reserve(40)
    var rest = value.magnitude
    if value < 0 {
      bytes[count] = 45
      count += 1
    }
    var digits = 1
    var bound: UInt = 10
    while digits < 19, rest >= bound {
      digits += 1
      bound *= 10
    }
    digits = max(digits, width)
    var place = count + digits
    count = place
    for _ in 0..<digits {
      place -= 1
      let (quotient, remainder) = rest.quotientAndRemainder(dividingBy: 10)
      bytes[place] = UInt8(truncatingIfNeeded: remainder &+ 48)
      rest = quotient
    }
  }

  /// An amount of cents with two decimals.
  @inline(__always)
  func cents(_ value: Int, mark: UInt8 = UInt8(ascii: ",")) {
    if value < 0 { byte(45) }
    let (whole, part) = value.magnitude.quotientAndRemainder(dividingBy: 100)
    number(Int(whole))
    byte(mark)
    number(Int(part), width: 2)
  }
}

/// Texts that are written over and over, kept one after the other.
struct Pieces {
  fileprivate(set) var bytes: [UInt8] = []
  fileprivate(set) var offsets = [0]

  /// Adds a text; its index is the number of texts before it.
  mutating func append(_ text: String) {
    bytes.append(contentsOf: text.utf8)
    offsets.append(bytes.count)
  }
}
