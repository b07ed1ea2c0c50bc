import Ledger
import Units

/// A value as a document writes it.
struct EInvoiceValue {
  /// Trimmed, white space in it reduced to single spaces; never empty.
  let text: String
  /// The attribute that goes with it.
  let attribute: String?
  /// Where it ends.
  let line: Int
}

/// Turns texts of electronic documents into values.
struct EInvoiceValues {
  /// XML Schema writes decimals with a point and groups no digits; what is read beyond that is beyond doubt.
  private static let numbers = NumberParser(decimalMark: .point, thousandsMark: nil)

  /// An amount rounded half away from zero to the cent.
  static func cents(_ term: EInvoiceTerm, _ value: EInvoiceValue) throws(EInvoiceProblem) -> Cents {
    guard let cents = try decimal(term, value).rounded(to: 2), withinMoney(cents, isCents: true) else {
      throw problem(term, value, .numberOutOfRange(shown(value.text)))
    }
    return Cents(cents)
  }

  /// A quantity or a price in millionths.
  static func millionths(_ term: EInvoiceTerm, _ value: EInvoiceValue) throws(EInvoiceProblem) -> Int64 {
    guard let millionths = try decimal(term, value).rounded(to: 6), withinMoney(millionths, isCents: false) else {
      throw problem(term, value, .numberOutOfRange(shown(value.text)))
    }
    return millionths
  }

  private static func decimal(_ term: EInvoiceTerm, _ value: EInvoiceValue) throws(EInvoiceProblem) -> DecimalNumber {
    var text = value.text
    let outcome = text.withUTF8 { numbers.number(FieldSlice(start: $0.baseAddress, count: $0.count)) }
    switch outcome {
    case .number(let number, currency: nil, isPercent: false): return number
    case .outOfRange: throw problem(term, value, .numberOutOfRange(shown(value.text)))
    case .number, .notANumber: throw problem(term, value, .notANumber(shown(value.text)))
    }
  }

  /// A day: `YYYY-MM-DD` of XML Schema, with or without a time or zone behind it, or the digits of UN/CEFACT's formats
  /// 102, 203, 204 and 101.
  static func day(_ term: EInvoiceTerm, _ value: EInvoiceValue) throws(EInvoiceProblem) -> Day {
    let text = value.text
    let digits = text.utf8.allSatisfy { (0x30...0x39).contains($0) }
    var parts: (year: Int, month: Int, day: Int)?
    if digits, [8, 12, 14].contains(text.utf8.count), let number = Int(text.prefix(8)) {
      parts = (number / 10_000, number / 100 % 100, number % 100)
    } else if digits, value.attribute == "101", text.utf8.count == 6, let number = Int(text) {
      let year = number / 10_000
      parts = (year + (year < 70 ? 2000 : 1900), number / 100 % 100, number % 100)
    } else if let day = Day(iso: text.prefix(10)), text.utf8.count == 10 || follows(text.utf8.dropFirst(10).first) {
      parts = day.civil
    }
    guard let parts, let day = Day(year: parts.year, month: parts.month, day: parts.day) else {
      throw problem(term, value, .notADay(shown(text)))
    }
    guard (1900...2100).contains(parts.year) else { throw problem(term, value, .dayOutOfRange(shown(text))) }
    return day
  }

  /// Whether a byte may stand behind a day: it begins a zone or a time.
  private static func follows(_ byte: UInt8?) -> Bool {
    byte.map { [0x5A, 0x2B, 0x2D, 0x54].contains($0) } ?? true
  }

  private static func problem(
    _ term: EInvoiceTerm, _ value: EInvoiceValue, _ reason: RowFault.Reason
  ) -> EInvoiceProblem {
    EInvoiceProblem(line: value.line, term: term.rawValue, reason: reason)
  }

  /// A text for a fault, cut after 200 characters.
  static func shown(_ text: String) -> String { text.count <= 200 ? text : text.prefix(200) + "…" }
}

/// A text without white space at its ends, and with single spaces in it; nothing when that leaves nothing.
func collapsed(_ bytes: [UInt8]) -> String? {
  let trimmed = bytes.withUnsafeBufferPointer { FieldSlice(start: $0.baseAddress, count: $0.count).value.text }
  guard !trimmed.isEmpty else { return nil }
  guard trimmed.utf8.contains(where: { $0 < 0x20 }) else { return trimmed }
  return trimmed.split { $0.isWhitespace }.joined(separator: " ")
}
