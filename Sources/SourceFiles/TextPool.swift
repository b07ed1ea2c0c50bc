/// Texts kept once each, under small numbers in the order in which they were first met.
///
/// Bytes lie end to end in one block: a million short texts cost little more than their letters. Hashing is seeded per
/// process, so that no file can be written to make it slow; numbers do not depend on it.
final class TextPool {
  private var bytes: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  private var ends: [Int] = [0]
  private var slots: [Int32]
  private var texts: [String?] = []

  /// The number of no text.
  static let none: Int32 = -1

  /// Makes an empty pool.
  init() {
    capacity = 4 << 10
    bytes = .allocate(capacity: capacity)
    slots = Array(repeating: Self.none, count: 1 << 8)
  }

  deinit { bytes.deallocate() }

  /// How many texts.
  var count: Int { ends.count - 1 }

  /// The text of no letters, which is something else than no text.
  var emptyText: FieldSlice { FieldSlice(start: UnsafePointer(bytes), count: 0) }

  /// The number of a text, which is kept if it is new; `none` for null.
  func number(of slice: FieldSlice) -> Int32 {
    guard let start = slice.start else { return Self.none }
    var place = slot(start, slice.count)
    while slots[place] != Self.none {
      if holds(slots[place], start, slice.count) { return slots[place] }
      place = (place + 1) & (slots.count - 1)
    }
    let number = Int32(count)
    slots[place] = number
    keep(start, slice.count)
    if count * 2 > slots.count { widen() }
    return number
  }

  /// The number of a text that was kept, or nothing.
  func known(_ slice: FieldSlice) -> Int32? {
    guard let start = slice.start else { return nil }
    var place = slot(start, slice.count)
    while slots[place] != Self.none {
      if holds(slots[place], start, slice.count) { return slots[place] }
      place = (place + 1) & (slots.count - 1)
    }
    return nil
  }

  /// The bytes of a text, valid until the next one is kept.
  func slice(_ number: Int32) -> FieldSlice {
    let first = ends[Int(number)]
    return FieldSlice(start: UnsafePointer(bytes + first), count: ends[Int(number) + 1] - first)
  }

  /// A text by its number; made once, and shared by all who ask.
  func text(_ number: Int32) -> String {
    let place = Int(number)
    if texts.count <= place { texts += Array(repeating: nil, count: count - texts.count) }
    if let text = texts[place] { return text }
    let text = slice(number).text
    texts[place] = text
    return text
  }

  /// Whether a text is these bytes; cheap, for columns that repeat themselves from line to line.
  func holds(_ number: Int32, _ slice: FieldSlice) -> Bool {
    guard let start = slice.start else { return number == Self.none }
    return number != Self.none && holds(number, start, slice.count)
  }

  private func holds(_ number: Int32, _ start: UnsafePointer<UInt8>, _ length: Int) -> Bool {
    let first = ends[Int(number)]
    guard ends[Int(number) + 1] - first == length else { return false }
    for place in 0..<length where bytes[first + place] != start[place] { return false }
    return true
  }

  private func slot(_ start: UnsafePointer<UInt8>, _ length: Int) -> Int {
    var hasher = Hasher()
    hasher.combine(bytes: UnsafeRawBufferPointer(start: start, count: length))
    return hasher.finalize() & (slots.count - 1)
  }

  private func keep(_ start: UnsafePointer<UInt8>, _ length: Int) {
    let first = ends[count]
    if first + length > capacity {
      let wider = max(capacity * 2, first + length)
      let target = UnsafeMutablePointer<UInt8>.allocate(capacity: wider)
      target.update(from: bytes, count: first)
      bytes.deallocate()
      (bytes, capacity) = (target, wider)
    }
    (bytes + first).update(from: start, count: length)
    ends.append(first + length)
  }

  private func widen() {
    slots = Array(repeating: Self.none, count: slots.count * 2)
    for number in 0..<Int32(count) {
      let kept = slice(number)
      guard let start = kept.start else { continue }
      var place = slot(start, kept.count)
      while slots[place] != Self.none { place = (place + 1) & (slots.count - 1) }
      slots[place] = number
    }
  }
}
