/// A currency as a cell or a column names it: an ISO 4217 code, or the dollar sign, which several currencies share.
struct CurrencyMark: Hashable, Sendable {
  /// Up to three ASCII letters, the first highest.
  let code: UInt32

  /// Makes a mark from an ISO code, or nothing when it is not three ASCII letters.
  init?(iso text: some StringProtocol) {
    guard text.utf8.count == 3 else { return nil }
    var code: UInt32 = 0
    for byte in text.utf8 {
      let letter = byte & 0xDF
      guard (0x41...0x5A).contains(letter), byte >= 0x41 else { return nil }
      code = code << 8 | UInt32(letter)
    }
    self.code = code
  }

  private init(code: UInt32) { self.code = code }

  private static func code(_ letters: StaticString) -> CurrencyMark {
    var code: UInt32 = 0
    for place in 0..<letters.utf8CodeUnitCount { code = code << 8 | UInt32(letters.utf8Start[place]) }
    return CurrencyMark(code: code)
  }

  static let euro = code("EUR")
  static let pound = code("GBP")
  static let dollar = code("USD")
  static let yen = code("JPY")
  /// `$`, which stands for the company's own dollar where it has one, else for the American.
  static let dollarSign = code("$")

  /// Codes that a cell of money may carry beside its digits.
  private static let known: Set<UInt32> = Set(
    [
      "EUR", "USD", "GBP", "CHF", "JPY", "CAD", "AUD", "NZD", "SGD", "HKD", "SEK", "NOK", "DKK", "PLN", "CZK", "HUF",
      "RON", "BGN", "TRY", "MAD", "TND", "DZD", "XOF", "XAF", "XPF", "CNY", "INR", "BRL", "MXN", "ZAR", "ILS", "AED",
      "SAR", "KRW", "THB", "RUB", "UAH",
    ].compactMap { CurrencyMark(iso: $0)?.code })
  private static let dollars: Set<UInt32> = Set(
    ["USD", "CAD", "AUD", "NZD", "SGD", "HKD", "MXN"].compactMap { CurrencyMark(iso: $0)?.code })

  /// Whether the code is one that a cell of money may carry.
  var isKnown: Bool { Self.known.contains(code) }

  /// Whether this mark in a cell can mean `currency`.
  func canMean(_ currency: CurrencyMark) -> Bool {
    self == currency || (self == .dollarSign && Self.dollars.contains(currency.code))
  }

  /// The code's letters.
  var text: String {
    let letters = [code >> 16, code >> 8, code].map { UInt8(truncatingIfNeeded: $0) }.filter { $0 != 0 }
    return String(decoding: letters, as: UTF8.self)
  }

  /// Reads the value of a currency column: a code, a sign or the word euro.
  init?(value: FieldSlice) {
    guard let start = value.start else { return nil }
    let text = value.text
    switch text {
    case "€", "euro", "euros", "Euro", "Euros", "EURO", "EUROS": self = .euro
    case "£": self = .pound
    case "¥": self = .yen
    case "$": self = .dollarSign
    case "US$", "$US": self = .dollar
    default:
      guard value.count == 3, start[0] >= 0x41, let mark = CurrencyMark(iso: text) else { return nil }
      self = mark
    }
  }
}
