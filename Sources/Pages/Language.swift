/// The languages people read reports in.
public enum Language: String, CaseIterable, Sendable { case fr, en }

/// How figures and sentences are said: in which language, and in which currency.
public struct Voice: Hashable, Sendable {
  /// The language.
  public let language: Language
  /// The currency's ISO 4217 code.
  public let currency: String

  /// Makes a voice.
  public init(_ language: Language, currency: String = "EUR") {
    self.language = language
    self.currency = currency
  }

  /// The sign people write the currency with; the code itself where there is no common sign.
  public var symbol: String {
    switch currency {
    case "EUR": "€"
    case "GBP": "£"
    case "USD": "$"
    case "JPY": "¥"
    default: currency
    }
  }
}
