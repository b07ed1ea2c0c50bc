/// Whether a text stands before another where people read: by its letters without case and accents, then by its bytes.
///
/// Spaces and marks stand before digits, digits before letters; other scripts come last. A total order: no two texts that
/// differ stand level. Linear.
public func readsBefore(_ left: String, _ right: String) -> Bool {
  let (first, second) = (readingKey(left), readingKey(right))
  return first == second ? precedes(left, right) : first.lexicographicallyPrecedes(second)
}

private func readingKey(_ text: String) -> [UInt8] {
  var key: [UInt8] = []
  key.reserveCapacity(text.utf8.count)
  for scalar in text.unicodeScalars where !isCombiningMark(scalar) {
    if !appendFolded(scalar, to: &key) { key.append(contentsOf: String(scalar).utf8) }
  }
  return key
}
