/// Writes a character as small ASCII letters and digits: case and accents fall, ligatures and wide forms are spelled out.
///
/// Latin letters only. O(1).
/// - Returns: whether anything was written; other scripts, marks and punctuation write nothing.
public func appendFolded(_ scalar: Unicode.Scalar, to bytes: inout [UInt8]) -> Bool {
  let code = scalar.value
  switch code {
  case 0x30...0x39, 0x61...0x7A: bytes.append(UInt8(code))
  case 0x41...0x5A: bytes.append(UInt8(code + 0x20))
  case 0..<0xC0: return false
  case 0xC0..<0x180: return appendLetter(FoldedLatin.first[Int(code - 0xC0)], of: code, to: &bytes)
  case 0x1CD..<0x234: return appendLetter(FoldedLatin.second[Int(code - 0x1CD)], of: code, to: &bytes)
  case 0x1E00..<0x1F00: return appendLetter(FoldedLatin.third[Int(code - 0x1E00)], of: code, to: &bytes)
  case 0xFB00...0xFB06: bytes.append(contentsOf: FoldedLatin.ligatures[Int(code - 0xFB00)].utf8)
  case 0xFF10...0xFF19: bytes.append(UInt8(code - 0xFF10 + 0x30))
  case 0xFF21...0xFF3A: bytes.append(UInt8(code - 0xFF21 + 0x61))
  case 0xFF41...0xFF5A: bytes.append(UInt8(code - 0xFF41 + 0x61))
  default: return false
  }
  return true
}

/// Whether a character is an accent that follows its letter.
public func isCombiningMark(_ scalar: Unicode.Scalar) -> Bool { (0x300...0x36F).contains(scalar.value) }

private func appendLetter(_ letter: UInt8, of code: UInt32, to bytes: inout [UInt8]) -> Bool {
  switch letter {
  case UInt8(ascii: "-"): return false
  case UInt8(ascii: "+"): bytes.append(contentsOf: (FoldedLatin.several[code] ?? "").utf8)
  default: bytes.append(letter)
  }
  return true
}

/// The letter without its accent, by place in the Unicode charts: `-` has none, `+` has several.
private enum FoldedLatin {
  /// U+00C0 to U+017F.
  static let first = Array(
    ("aaaaaa+ceeeeiiiidnooooo-ouuuuy++aaaaaa+ceeeeiiiidnooooo-ouuuuy+yaaaaaaccccccccddddeeeeeeeeeegggggggg"
      + "hhhhiiiiiiiiii++jjkkkllllll--llnnnnnn-nnoooooo++rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs").utf8)
  /// U+01CD to U+0233.
  static let second = Array(
    ("aaiioouuuuuuuuuueaaaa++ggggkkoooo--j+++gg--nnaa++ooaaaaeeeeiiiioooorrrruuuusstt--hh------aaeeooooooooyy").utf8)
  /// U+1E00 to U+1EFF.
  static let third = Array(
    ("aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmmmmmmnnnnnnnnoooooooopppprrrrrrrrssssssssss"
      + "ttttttttuuuuuuuuuuvvvvwwwwwwwwwwxxxxyyzzzzzzhtwy-s--+-aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeeeeeeeeeee"
      + "iiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy------").utf8)
  static let ligatures = ["ff", "fi", "fl", "ffi", "ffl", "st", "st"]
  static let several: [UInt32: String] = [
    0xC6: "ae", 0xDE: "th", 0xDF: "ss", 0xE6: "ae", 0xFE: "th", 0x132: "ij", 0x133: "ij", 0x152: "oe", 0x153: "oe",
    0x1E2: "ae", 0x1E3: "ae", 0x1F1: "dz", 0x1F2: "dz", 0x1F3: "dz", 0x1FC: "ae", 0x1FD: "ae", 0x1E9E: "ss",
  ]
}
