/// French: no-break spaces before double punctuation and inside quotation marks.
public enum French: Sendable {
  /// Words as French typography wants them.
  public static func typeset(_ words: String) -> String {
    // Most words of a page have none of the marks that this is about.
    guard words.utf8.contains(where: mayBeMark) else { return words }
    var result = ""
    var last: Character?
    for (character, next) in zip(words, words.dropFirst().map(Optional.some) + [nil]) {
      switch character {
      case "'": result += Mark.apostrophe
      case " " where next == ":" || next == "»" || last == "«": result += Mark.noBreak
      case " " where next.map(";!?%".contains) ?? false: result += Mark.thin
      case " " where next == "€": result += Mark.noBreak
      default: result.append(character)
      }
      last = character
    }
    return result
  }

  /// Whether a byte of UTF-8 may begin one of ' : ; ! ? % « » €.
  private static func mayBeMark(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x21, 0x25, 0x27, 0x3A, 0x3B, 0x3F, 0xC2, 0xE2: true
    default: false
    }
  }
}

/// A French text as it is written in code, its own words typeset and what is put into it left as it is.
public struct FrenchText: ExpressibleByStringInterpolation, Sendable {
  /// The text.
  public let text: String

  /// Words alone.
  public init(stringLiteral words: String) { text = French.typeset(words) }

  /// Words with what is put into them.
  public init(stringInterpolation: StringInterpolation) { text = stringInterpolation.text }

  /// A text that is typeset already, or is no sentence.
  public init(verbatim text: String) { self.text = text }

  /// Gathers the parts of a literal.
  public struct StringInterpolation: StringInterpolationProtocol {
    var text = ""

    /// Makes room for a literal's parts.
    public init(literalCapacity: Int, interpolationCount: Int) { text.reserveCapacity(2 * literalCapacity) }

    /// Our own words.
    public mutating func appendLiteral(_ words: String) { text += French.typeset(words) }

    /// What is put in, as it describes itself.
    public mutating func appendInterpolation(_ value: some CustomStringConvertible) { text += value.description }
  }
}
