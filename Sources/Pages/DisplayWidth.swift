/// How many cells of a terminal a text takes.
///
/// Source: Unicode Standard Annex #11, "East Asian Width" (wide and fullwidth take two), and UTS #51 for emoji.
public func displayWidth(_ text: some StringProtocol) -> Int {
  // Most texts are plain ASCII, whose bytes are their cells.
  if text.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) { return text.utf8.count }
  // Nearly all others are Latin, with no mark that joins what stands before it.
  if text.unicodeScalars.allSatisfy(isPlainLatin) { return text.unicodeScalars.count }
  return text.reduce(0) { $0 + displayWidth($1) }
}

/// Whether a scalar always is one character of one cell: Latin letters, the spaces and marks of French, the euro.
private func isPlainLatin(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x20...0x7E, 0xA1...0xA8, 0xAA...0xAC, 0xAF...0x02FF, 0xA0, 0x2010...0x2027, 0x202F, 0x20AC, 0x2212: true
  default: false
  }
}

/// How many cells one character takes, whatever marks and joiners it is made of: 0, 1 or 2.
func displayWidth(_ character: Character) -> Int {
  var widest = 0
  for scalar in character.unicodeScalars {
    if scalar == "\u{FE0F}" || (0x1F1E6...0x1F1FF).contains(scalar.value) { return 2 }
    widest = max(widest, displayWidth(scalar))
  }
  return widest
}

private func displayWidth(_ scalar: Unicode.Scalar) -> Int {
  switch scalar.properties.generalCategory {
  case .nonspacingMark, .enclosingMark, .format, .control, .lineSeparator, .paragraphSeparator, .surrogate: return 0
  default: break
  }
  // Vowels and final consonants of Hangul join the syllable that precedes them.
  if (0x1160...0x11FF).contains(scalar.value) { return 0 }
  if scalar.properties.isEmojiPresentation { return 2 }
  return wideRanges.contains { $0.contains(scalar.value) } ? 2 : 1
}

private let wideRanges: [ClosedRange<UInt32>] = [
  0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA000...0xA4CF,
  0xA960...0xA97C, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F, 0xFF01...0xFF60,
  0xFFE0...0xFFE6, 0x16FE0...0x18CFF, 0x1B000...0x1B2FF, 0x1F200...0x1F251, 0x20000...0x3FFFD,
]

/// A text of the data made harmless for a terminal: no control, no escape sequence, no change of direction.
///
/// Controls become their visible pictures (␛ for escape), marks of direction and other invisibles go.
public func neutralised(_ text: String) -> String {
  var result = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    switch scalar.value {
    case 0x00...0x1F: result.append(contentsOf: [Unicode.Scalar(0x2400 + scalar.value)].compactMap { $0 })
    case 0x7F: result.append("\u{2421}")
    case 0x80...0x9F, 0x2028, 0x2029, 0xFFF9...0xFFFB: result.append("\u{FFFD}")
    case 0x200B, 0x200E, 0x200F, 0x061C, 0x202A...0x202E, 0x2060...0x206F, 0xFEFF, 0xE0000...0xE0FFF: break
    default: result.append(scalar)
    }
  }
  return String(result)
}

/// A text cut to a width with an ellipsis where it was longer.
func shortened(_ text: String, to width: Int) -> String {
  guard displayWidth(text) > width else { return text }
  var (result, used) = ("", 0)
  for character in text {
    let size = displayWidth(character)
    guard used + size < width else { break }
    result.append(character)
    used += size
  }
  return result + "…"
}

/// A text broken into lines at its spaces; a word longer than the width is cut.
func wrapped(_ text: String, to width: Int) -> [String] {
  var lines: [String] = []
  var line = ""
  for word in text.split(separator: " ") {
    let word = shortened(String(word), to: width)
    if line.isEmpty {
      line = word
    } else if displayWidth(line) + 1 + displayWidth(word) <= width {
      line += " " + word
    } else {
      lines.append(line)
      line = word
    }
  }
  return line.isEmpty ? lines : lines + [line]
}
