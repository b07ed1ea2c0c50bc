import Ledger

/// Tells how a file's bytes spell text.
///
/// A byte order mark decides; then zeros at every other place mean UTF-16; then bytes that are well-formed UTF-8, in the
/// whole file where it was scanned, mean UTF-8, also when a few places are damaged; else the single-byte encoding under
/// which the bytes outside ASCII look most like letters and signs of French text.
public func textEncoding(of sample: FileSample, scan: UTF8Scan?) -> TextEncoding {
  let head = sample.head
  if head.starts(with: [0xEF, 0xBB, 0xBF]) { return .utf8 }
  if head.starts(with: [0xFF, 0xFE]) { return .utf16LittleEndian }
  if head.starts(with: [0xFE, 0xFF]) { return .utf16BigEndian }
  if let wide = utf16ByZeros(head) { return wide }
  let scan = scan ?? scanOfSample(sample)
  if scan.isUTF8 || scan.multibyteCharacters > scan.invalidSequences { return .utf8 }
  return legacyEncoding(contexts: scan.contexts)
}

/// UTF-16 spells Latin text with a zero in every pair, always on the same side.
private func utf16ByZeros(_ head: [UInt8]) -> TextEncoding? {
  let pairs = min(head.count, 4096) / 2
  guard pairs > 0 else { return nil }
  var (first, second) = (0, 0)
  for pair in 0..<pairs {
    if head[2 * pair] == 0 { first += 1 }
    if head[2 * pair + 1] == 0 { second += 1 }
  }
  if second * 10 >= pairs * 4, first * 20 <= pairs { return .utf16LittleEndian }
  if first * 10 >= pairs * 4, second * 20 <= pairs { return .utf16BigEndian }
  return nil
}

/// A scan of the sample's parts; a character cut at a part's edge does not count against UTF-8.
private func scanOfSample(_ sample: FileSample) -> UTF8Scan {
  var scan = UTF8Scan()
  var head = sample.head[...]
  if !sample.isWhole {
    // At most three bytes of a cut character.
    let tail = head.suffix(3)
    if let lead = tail.lastIndex(where: { $0 >= 0xC0 }), head[lead...].dropFirst().allSatisfy({ $0 & 0xC0 == 0x80 }) {
      head = head[..<lead]
    }
  }
  Array(head).withUnsafeBytes { scan.feed($0) }
  for block in sample.blocks {
    guard let first = block.firstIndex(of: 0x0A), let last = block.lastIndex(of: 0x0A) else { continue }
    Array(block[first...last]).withUnsafeBytes { scan.feed($0) }
  }
  return scan
}

private func legacyEncoding(contexts: [UInt8]) -> TextEncoding {
  let candidates: [TextEncoding] = [.windows1252, .latin9, .latin1, .cp850]
  var best = (encoding: TextEncoding.windows1252, score: Int.min)
  for encoding in candidates {
    guard let table = CodePage.upperHalf(of: encoding) else { continue }
    var score = 0
    for place in stride(from: 0, to: contexts.count - 2, by: 3) {
      let near = [contexts[place], contexts[place + 2]].map { byte -> Unicode.Scalar in
        byte < 0x80 ? Unicode.Scalar(byte) : Unicode.Scalar(table[Int(byte) - 0x80]) ?? " "
      }
      let scalar = table[Int(contexts[place + 1]) - 0x80]
      score += plausibility(of: scalar, before: near[0], after: near[1])
    }
    if score > best.score { best = (encoding, score) }
  }
  return best.encoding
}

/// How well a character outside ASCII fits French text between its neighbours.
private func plausibility(of code: UInt16, before: Unicode.Scalar, after: Unicode.Scalar) -> Int {
  guard let scalar = Unicode.Scalar(code), code >= 0xA0 else { return -8 }
  let properties = scalar.properties
  let isBetweenLetters = before.properties.isAlphabetic && after.properties.isAlphabetic
  if properties.isAlphabetic, scalar != "ª", scalar != "º" {
    let isFrench = "éèêëàâäçîïôöùûüÿœæÉÈÊËÀÂÄÇÎÏÔÖÙÛÜŸŒÆ".unicodeScalars.contains(scalar)
    guard before.properties.isAlphabetic || after.properties.isAlphabetic else { return isFrench ? 1 : -1 }
    if properties.isUppercase, before.properties.isLowercase { return -3 }
    if properties.isLowercase, before.properties.isUppercase, after.properties.isUppercase { return -1 }
    return isFrench ? 3 : 1
  }
  switch scalar {
  case "’", "‘": return isBetweenLetters ? 3 : 1
  case "€", "£", "°", "º", "«", "»", "“", "”", "–", "—", "…", "•", "\u{A0}", "²", "³", "½", "®", "©", "™", "§", "·":
    return isBetweenLetters ? -2 : 2
  case "\u{2500}"..."\u{259F}": return -4
  default: return -2
  }
}
