import Units

/// Bytes being written, in one buffer that grows and is used again.
final class OutputBytes {
  // Touched for every byte written: the run-time check of exclusive access would cost a tenth of the whole reading.
  @exclusivity(unchecked) private(set) var count = 0
  @exclusivity(unchecked) private var capacity: Int
  @exclusivity(unchecked) private var buffer: UnsafeMutablePointer<UInt8>

  /// Makes an empty buffer.
  init(capacity: Int) {
    self.capacity = capacity
    buffer = .allocate(capacity: capacity)
  }

  deinit { buffer.deallocate() }

  /// What was written.
  var bytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: buffer, count: count) }

  /// Forgets what was written, and keeps the room.
  func clear() { count = 0 }

  /// Makes room for more bytes: until as many are written, what is written does not move.
  func reserve(_ more: Int) {
    guard count + more > capacity else { return }
    let wider = max(capacity * 2, count + more)
    let target = UnsafeMutablePointer<UInt8>.allocate(capacity: wider)
    target.update(from: buffer, count: count)
    buffer.deallocate()
    buffer = target
    capacity = wider
  }

  /// The place where the next byte goes; valid until the next `reserve` or append.
  var end: UnsafePointer<UInt8> { UnsafePointer(buffer + count) }

  /// Writes a byte.
  func append(_ byte: UInt8) {
    reserve(1)
    buffer[count] = byte
    count += 1
  }

  /// Writes bytes.
  func append(_ slice: FieldSlice) {
    guard let start = slice.start else { return }
    reserve(slice.count)
    (buffer + count).update(from: start, count: slice.count)
    count += slice.count
  }

  /// Writes a text.
  func append(_ text: String) {
    var text = text
    text.withUTF8 { append(FieldSlice(start: $0.baseAddress, count: $0.count)) }
  }

  /// Writes bytes between quotes, quotes in them doubled.
  func appendQuoted(_ slice: FieldSlice) {
    reserve(slice.count * 2 + 2)
    let target = buffer
    var place = count
    target[place] = 0x22
    place += 1
    for byte in slice.bytes {
      target[place] = byte
      place += 1
      if byte == 0x22 {
        target[place] = 0x22
        place += 1
      }
    }
    target[place] = 0x22
    count = place + 1
  }

  /// Writes a text between quotes, quotes in it doubled.
  func appendQuoted(_ text: String) {
    var text = text
    text.withUTF8 { appendQuoted(FieldSlice(start: $0.baseAddress, count: $0.count)) }
  }

  /// Writes a whole number.
  func append(number: Int64) {
    reserve(20)
    var rest = number.magnitude
    var digits = 1
    var power: UInt64 = 10
    while digits < 20, rest >= power {
      digits += 1
      if digits < 20 { power *= 10 }
    }
    if number < 0 {
      buffer[count] = 0x2D
      count += 1
    }
    for place in stride(from: digits - 1, through: 0, by: -1) {
      buffer[count + place] = UInt8(rest % 10) + 0x30
      rest /= 10
    }
    count += digits
  }

  /// Writes a day as `YYYY-MM-DD`.
  func append(_ day: Day) {
    let (year, month, dayOfMonth) = day.civil
    reserve(10)
    let target = buffer + count
    Self.writeTwoDigits(year / 100, at: target)
    Self.writeTwoDigits(year % 100, at: target + 2)
    target[4] = 0x2D
    Self.writeTwoDigits(month, at: target + 5)
    target[7] = 0x2D
    Self.writeTwoDigits(dayOfMonth, at: target + 8)
    count += 10
  }

  private static func writeTwoDigits(_ number: Int, at target: UnsafeMutablePointer<UInt8>) {
    target[0] = UInt8(number / 10) + 0x30
    target[1] = UInt8(number % 10) + 0x30
  }
}
