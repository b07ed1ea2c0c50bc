import Ledger
import Units

/// A language at the level of types, so that a French sentence cannot stand where an English one is asked for.
public protocol Tongue: Sendable {
  /// Our own words with the marks and spaces the language's typography wants.
  static func typeset(_ words: String) -> String
}

extension French: Tongue {}

/// English: curly apostrophes.
public enum English: Tongue {
  /// Words as English typography wants them.
  public static func typeset(_ words: String) -> String {
    words.utf8.contains(UInt8(ascii: "'")) ? String(words.map { $0 == "'" ? Character(Mark.apostrophe) : $0 }) : words
  }
}

/// A sentence in one language, written as a literal with typed figures in it.
public struct Sentence<Spoken: Tongue>: ExpressibleByStringInterpolation, Sendable {
  /// The parts in order.
  public let pieces: [Phrase.Piece]

  /// Words alone.
  public init(stringLiteral words: String) { pieces = [.words(Spoken.typeset(words))] }

  /// Words and figures.
  public init(stringInterpolation: StringInterpolation) { pieces = stringInterpolation.pieces }

  /// Gathers the parts of a literal.
  public struct StringInterpolation: StringInterpolationProtocol {
    var pieces: [Phrase.Piece] = []

    /// Makes room for a literal's parts.
    public init(literalCapacity: Int, interpolationCount: Int) { pieces.reserveCapacity(2 * interpolationCount + 1) }

    /// Our own words.
    public mutating func appendLiteral(_ words: String) {
      if !words.isEmpty { pieces.append(.words(Spoken.typeset(words))) }
    }
    /// A count.
    public mutating func appendInterpolation(_ number: Int) { pieces.append(.count(number)) }
    /// A count with its noun: `\(3, "client", "clients")`.
    public mutating func appendInterpolation(_ number: Int, _ one: String, _ many: String) {
      pieces.append(.counted(number, one: Spoken.typeset(one), many: Spoken.typeset(many)))
    }
    /// A word that agrees with a number: `\(agreeing: 3, "coûte", "coûtent")`.
    public mutating func appendInterpolation(agreeing number: Int, _ one: String, _ many: String) {
      pieces.append(.agreeing(number, one: Spoken.typeset(one), many: Spoken.typeset(many)))
    }
    /// An amount in whole euros, or as `form` says.
    public mutating func appendInterpolation(euros money: Cents, _ form: Phrase.EuroForm = .whole) {
      pieces.append(.euros(money, form))
    }
    /// A share in percent.
    public mutating func appendInterpolation(percent share: Double, digits: Int = 0, signed: Bool = false) {
      pieces.append(.percent(share, digits: digits, signed: signed))
    }
    /// A number.
    public mutating func appendInterpolation(number: Double, digits: Int) {
      pieces.append(.number(number, digits: digits))
    }
    /// Hours.
    public mutating func appendInterpolation(minutes: Int) { pieces.append(.hours(minutes: minutes)) }
    /// A place in an order.
    public mutating func appendInterpolation(rank: Int) { pieces.append(.rank(rank)) }
    /// More of our own words.
    public mutating func appendInterpolation(words: String) { appendLiteral(words) }
    /// A name out of the data.
    public mutating func appendInterpolation(name: String) { pieces.append(.name(name)) }
    /// A month.
    public mutating func appendInterpolation(_ month: Month) { pieces.append(.month(month)) }
    /// A month at the head of a sentence, with a capital.
    public mutating func appendInterpolation(capital month: Month) { pieces.append(.capitalMonth(month)) }
    /// A month after « de ».
    public mutating func appendInterpolation(of month: Month) { pieces.append(.ofMonth(month)) }
    /// Months from … to ….
    public mutating func appendInterpolation(_ span: MonthSpan) { pieces.append(.span(span)) }
    /// Months from … to … that begin a sentence.
    public mutating func appendInterpolation(capital span: MonthSpan) { pieces.append(.capitalSpan(span)) }
    /// A day.
    public mutating func appendInterpolation(_ day: Day) { pieces.append(.day(day)) }
  }
}
