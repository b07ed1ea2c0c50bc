import Ledger
import Units

/// A text in every language, its figures and names still typed: said in one language and currency only when shown.
///
/// Both languages are arguments, so a translation that is missing does not compile:
///
///     Phrase(fr: "\(31, "client coûte", "clients coûtent") \(euros: loss)",
///            en: "\(31, "customer costs", "customers cost") \(euros: loss)")
public struct Phrase: Hashable, Sendable {
  /// A part of a sentence.
  public enum Piece: Hashable, Sendable {
    /// Our own words.
    case words(String)
    /// A name out of the data, never trusted: isolated where direction or control characters could harm.
    case name(String)
    case count(Int)
    /// A number of things, with the noun it counts in the singular and in the plural.
    case counted(Int, one: String, many: String)
    /// A word that agrees with a number that is not written here.
    case agreeing(Int, one: String, many: String)
    case euros(Cents, EuroForm)
    case percent(Double, digits: Int, signed: Bool)
    case number(Double, digits: Int)
    case hours(minutes: Int)
    case rank(Int)
    case month(Month)
    case capitalMonth(Month)
    case ofMonth(Month)
    case span(MonthSpan)
    case capitalSpan(MonthSpan)
    case day(Day)
  }

  /// How an amount is written in a sentence.
  public enum EuroForm: Hashable, Sendable { case whole, cents, compact, signed }

  private let french: [Piece]
  private let english: [Piece]

  /// Makes a text from its sentence in each language.
  public init(fr: Sentence<French>, en: Sentence<English>) {
    french = fr.pieces
    english = en.pieces
  }

  /// A name out of the data, the same in every language.
  public init(name: String) {
    french = [.name(name)]
    english = french
  }

  private init(french: [Piece], english: [Piece]) {
    self.french = french
    self.english = english
  }

  /// The parts in one language.
  public func pieces(in language: Language) -> [Piece] {
    switch language {
    case .fr: french
    case .en: english
    }
  }

  /// The text in one language and currency; `name` says how a name of the data is written, as it is by default.
  public func text(in voice: Voice, name: (String) -> String = { $0 }) -> String {
    pieces(in: voice.language).map {
      if case .name(let text) = $0 { name(text) } else { voice.text(of: $0) }
    }.joined()
  }

  /// The same with a capital where it begins with a word of ours.
  public var capitalised: Phrase {
    func raised(_ pieces: [Piece]) -> [Piece] {
      guard case .words(let text)? = pieces.first else { return pieces }
      return [.words(text.capitalisedFirst)] + pieces.dropFirst()
    }
    return Phrase(french: raised(french), english: raised(english))
  }

  /// Texts one after another; nothing of none.
  /// - Parameters:
  ///   - comma: what stands between them.
  ///   - last: what stands before the last.
  static func list(
    _ texts: [Phrase], by comma: Phrase = Phrase(fr: ", ", en: ", "), last: Phrase? = nil
  ) -> Phrase {
    texts.enumerated().reduce(Phrase(french: [], english: [])) { words, one in
      let comma = one.offset == texts.count - 1 ? last ?? comma : comma
      return one.offset == 0 ? one.element : words + comma + one.element
    }
  }

  /// One text after another.
  public static func + (left: Phrase, right: Phrase) -> Phrase {
    Phrase(french: left.french + right.french, english: left.english + right.english)
  }
}

extension Voice {
  /// A part of a sentence as text.
  func text(of piece: Phrase.Piece) -> String {
    switch piece {
    case .words(let text), .name(let text): text
    case .count(let number): integer(number)
    case .counted(let number, let one, let many):
      integer(number) + Mark.noBreak + (isSingular(number) ? one : many)
    case .agreeing(let number, let one, let many): isSingular(number) ? one : many
    case .euros(let money, .whole): euros(money)
    case .euros(let money, .cents): euros(money, cents: true)
    case .euros(let money, .compact): compactEuros(money)
    case .euros(let money, .signed): euros(money, signed: true)
    case .percent(let share, let digits, let signed): percent(share, digits: digits, signed: signed)
    case .number(let value, let digits): number(value, digits: digits)
    case .hours(let minutes): hours(minutes: minutes)
    case .rank(let place): ordinal(place)
    case .month(let month): self.month(month)
    case .capitalMonth(let month): self.month(month).capitalisedFirst
    case .ofMonth(let month): ofMonth(month)
    case .span(let span): self.span(span)
    case .capitalSpan(let span): self.span(span).capitalisedFirst
    case .day(let day): self.day(day)
    }
  }

  /// Whether a number takes the singular: 0 and 1 in French, 1 in English.
  public func isSingular(_ number: Int) -> Bool {
    switch language {
    case .fr: number.magnitude < 2
    case .en: number.magnitude == 1
    }
  }
}

extension String {
  /// The same with a capital first.
  var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
