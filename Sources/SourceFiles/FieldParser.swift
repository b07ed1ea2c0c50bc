import Ledger
import Units

/// Turns the bytes of one field into its stored value.
struct FieldParser {
  private let kind: SourceKind
  private let numbers: NumberParser
  private let days: DayParser
  private let discountIsPercent: Bool
  private let company: CurrencyMark?
  private let rates: [CurrencyMark: Rate]

  /// Makes a parser for a reading, with the company's currency and what a unit of other currencies is worth in it.
  init(reading: TableReading, currency: String, rates: [String: Rate]) {
    kind = reading.kind
    numbers = NumberParser(decimalMark: reading.decimalMark, thousandsMark: reading.thousandsMark)
    days = DayParser(order: reading.dateOrder, hasSerials: reading.format == .xlsx)
    discountIsPercent = reading.discountIsPercent
    company = CurrencyMark(iso: currency)
    var byMark: [CurrencyMark: Rate] = [:]
    for (code, rate) in rates { if let mark = CurrencyMark(iso: code) { byMark[mark] = rate } }
    self.rates = byMark
  }

  /// A day of the calendar.
  func day(_ field: Field, _ value: FieldSlice) throws(RowProblem) -> Day {
    switch days.day(value) {
    case .day(let day): return day
    case .notADay: throw RowProblem(field: field, reason: .notADay(value.shown))
    case .outOfRange: throw RowProblem(field: field, reason: .dayOutOfRange(value.shown))
    }
  }

  /// Whether a value that is no day would be one with day and month exchanged.
  func fitsOtherOrder(_ value: FieldSlice) -> Bool { days.day(value) == .notADay(fitsOtherOrder: true) }

  /// A number that is no money, in whole millionths.
  func millionths(_ field: Field, _ value: FieldSlice) throws(RowProblem) -> Int64 {
    let (number, currency, isPercent) = try number(field, value)
    guard currency == nil, !isPercent || field == .discount else {
      throw RowProblem(field: field, reason: .notANumber(value.shown))
    }
    guard var millionths = number.rounded(to: 6) else {
      throw RowProblem(field: field, reason: .numberOutOfRange(value.shown))
    }
    if field == .discount {
      if discountIsPercent, !isPercent { millionths = Int64(divided(Int128(millionths), by: 100)) }
      guard millionths.magnitude <= 1_000_000 else {
        throw RowProblem(field: field, reason: .numberOutOfRange(value.shown))
      }
    }
    return millionths
  }

  /// Money in whole cents or, for prices, millionths of a unit; a currency mark in the cell comes along.
  func money(_ field: Field, _ value: FieldSlice, storage: FieldStorage) throws(RowProblem) -> (Int64, CurrencyMark?) {
    let (number, currency, isPercent) = try number(field, value)
    guard !isPercent else { throw RowProblem(field: field, reason: .notANumber(value.shown)) }
    let isCents = storage == .cents
    guard let stored = number.rounded(to: isCents ? 2 : 6), withinMoney(stored, isCents: isCents) else {
      throw RowProblem(field: field, reason: .numberOutOfRange(value.shown))
    }
    return (stored, currency)
  }

  /// A whole number, none negative: minutes may be written as hours and minutes.
  func whole(_ field: Field, _ value: FieldSlice) throws(RowProblem) -> Int64 {
    if field == .minutes, let minutes = duration(value) { return minutes }
    let (number, currency, isPercent) = try number(field, value)
    guard currency == nil, !isPercent else { throw RowProblem(field: field, reason: .notANumber(value.shown)) }
    guard let whole = number.rounded(to: 0), (0...10_000_000).contains(whole) else {
      throw RowProblem(field: field, reason: .numberOutOfRange(value.shown))
    }
    return whole
  }

  private func number(_ field: Field, _ value: FieldSlice) throws(RowProblem) -> (DecimalNumber, CurrencyMark?, Bool) {
    switch numbers.number(value) {
    case .number(let number, let currency, let isPercent): return (number, currency, isPercent)
    case .notANumber: throw RowProblem(field: field, reason: .notANumber(value.shown))
    case .outOfRange: throw RowProblem(field: field, reason: .numberOutOfRange(value.shown))
    }
  }

  /// Reads `1h30`, `1 h`, `1:30`, `0:45:00` and `45 min` as minutes.
  private func duration(_ value: FieldSlice) -> Int64? {
    guard value.count <= 12, value.bytes.contains(where: { $0 == 0x3A || $0 & 0xDF == 0x48 || $0 & 0xDF == 0x4D })
    else { return nil }
    let parts = value.text.lowercased().filter { $0 != " " }
    if parts.hasSuffix("min"), let minutes = Int64(parts.dropLast(3)) { return minutes }
    let pieces = parts.split(omittingEmptySubsequences: false) { $0 == ":" || $0 == "h" }
    guard (2...3).contains(pieces.count), let hours = Int64(pieces[0]), (0...1000).contains(hours) else { return nil }
    var minutes = pieces[1]
    if minutes.hasSuffix("min") {
      minutes = minutes.dropLast(3)
    } else if minutes.hasSuffix("m") {
      minutes.removeLast()
    }
    if minutes.isEmpty { return parts.hasSuffix("h") ? hours * 60 : nil }
    guard let count = Int64(minutes), (0..<60).contains(count) else { return nil }
    if pieces.count == 3 { guard let seconds = Int(pieces[2]), (0..<60).contains(seconds) else { return nil } }
    return hours * 60 + count
  }
}

// MARK: - Money of other currencies

extension FieldParser {
  /// What a unit of a currency is worth in the company's; nothing for the company's own.
  func rate(of mark: CurrencyMark?, field: Field) throws(RowProblem) -> Rate? {
    guard let mark, let company, !mark.canMean(company) else {
      if let mark, company == nil { throw RowProblem(field: field, reason: .noRate(currency: mark.text)) }
      return nil
    }
    guard let rate = rates[mark] ?? (mark == .dollarSign ? rates[.dollar] : nil) else {
      throw RowProblem(field: field, reason: .noRate(currency: mark == .dollarSign ? "USD" : mark.text))
    }
    return rate
  }

  /// Money at a rate, rounded half away from zero in its own unit.
  func converted(_ money: Int64, at rate: Rate, isCents: Bool, field: Field) throws(RowProblem) -> Int64 {
    let product = divided(Int128(money) * Int128(rate.millionths), by: 1_000_000)
    guard let value = Int64(exactly: product), withinMoney(value, isCents: isCents) else {
      throw RowProblem(field: field, reason: .numberOutOfRange(String(money)))
    }
    return value
  }
}

/// Whether an amount is under 10¹³ cents, so that sums over any ledger fit.
func withinMoney(_ value: Int64, isCents: Bool) -> Bool {
  value.magnitude < (isCents ? 10_000_000_000_000 : 100_000_000_000_000_000)
}
