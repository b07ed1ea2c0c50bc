import Ledger

/// What the sampled numbers of a file say about its marks.
struct NumberGuess {
  /// What stands before the decimals.
  let decimalMark: DecimalMark
  /// Which mark groups digits.
  let thousandsMark: DecimalMark?
  /// What the person should know.
  let notes: [TableNote]
  /// Whether every number is digits, an optional leading minus and the decimal mark.
  let arePlain: Bool

  /// Guesses from the texts of number columns.
  /// - Parameter usual: the mark of files of this sort, for when the numbers leave it open.
  init(_ texts: [String], usual: DecimalMark, forced: DecimalMark?) {
    var decimals: [DecimalMark: String] = [:]
    var counts: [DecimalMark: Int] = [:]
    var groups: [DecimalMark: String] = [:]
    var open: [DecimalMark: String] = [:]
    for text in texts {
      switch Self.marks(of: text) {
      case .none: continue
      case .decimal(let mark, let grouping):
        decimals[mark] = decimals[mark] ?? text
        counts[mark, default: 0] += 1
        if let grouping { groups[grouping] = groups[grouping] ?? text }
      case .grouping(let mark): groups[mark] = groups[mark] ?? text
      case .open(let mark): open[mark] = open[mark] ?? text
      }
    }
    var notes: [TableNote] = []
    let isMixed = decimals.count > 1
    if let forced {
      decimalMark = forced
    } else if isMixed {
      decimalMark = counts[.comma, default: 0] > counts[.point, default: 0] ? .comma : .point
    } else if let only = [DecimalMark.point, .comma].first(where: { decimals[$0] != nil || groups[$0.other] != nil }) {
      decimalMark = only
    } else {
      decimalMark = usual
      if let example = open[usual] ?? open[usual.other] {
        notes.append(.decimalMarkGuessed(usual, example: example))
      }
    }
    let other = decimalMark.other
    if isMixed {
      // Nobody can say what three digits behind a lone mark are, whichever it is: such values become faults.
      thousandsMark = decimalMark
      notes.append(.decimalMarksMixed(decimalMark, example: decimals[other] ?? ""))
    } else {
      let example = groups[other] ?? (decimals[other] == nil ? open[other] : nil)
      thousandsMark = example == nil ? nil : other
      if let example { notes.append(.thousandsRead(other, example: example)) }
    }
    self.notes = notes
    let mark = decimalMark.byte
    arePlain = texts.allSatisfy { text in
      var (hasDigit, hasMark) = (false, false)
      for (place, byte) in text.utf8.enumerated() {
        if byte &- 0x30 <= 9 {
          hasDigit = true
        } else if byte == mark, hasDigit, !hasMark {
          hasMark = true
        } else if !(place == 0 && byte == 0x2D) {
          return false
        }
      }
      return hasDigit || text.isEmpty
    }
  }

  private enum Marks {
    case none
    /// Surely decimals behind this mark, perhaps groups by the other.
    case decimal(DecimalMark, grouping: DecimalMark?)
    /// Surely groups by this mark.
    case grouping(DecimalMark)
    /// Three digits behind a single mark: decimals or a group.
    case open(DecimalMark)
  }

  private static func marks(of text: String) -> Marks {
    let kept = text.unicodeScalars.filter { ("0"..."9").contains($0) || $0 == "." || $0 == "," }
    guard kept.contains(where: { ("0"..."9").contains($0) }) else { return .none }
    let marks = kept.filter { $0 == "." || $0 == "," }
    guard let last = marks.last, let mark = DecimalMark(rawValue: String(last)) else { return .none }
    if marks.contains(where: { $0 != last }) { return .decimal(mark, grouping: mark.other) }
    if marks.count > 1 { return .grouping(mark) }
    let parts = String(String.UnicodeScalarView(kept)).split(
      separator: Character(last), omittingEmptySubsequences: false)
    let hasGaps = text.contains { $0.isWhitespace || $0 == "'" || $0 == "’" } && trimmedGaps(text)
    let mayGroup = parts[1].count == 3 && (1...3).contains(parts[0].count) && !parts[0].hasPrefix("0") && !hasGaps
    return mayGroup ? .open(mark) : .decimal(mark, grouping: nil)
  }

  /// Whether white space or an apostrophe stands between two digits.
  private static func trimmedGaps(_ text: String) -> Bool {
    let characters = Array(text)
    return characters.indices.dropFirst().dropLast().contains { place in
      !characters[place].isNumber && characters[place] != "." && characters[place] != ","
        && characters[place - 1].isNumber && characters[place + 1].isNumber
    }
  }
}
