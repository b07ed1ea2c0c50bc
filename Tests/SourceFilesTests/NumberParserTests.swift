import Ledger
import Testing
import Units

@testable import SourceFiles

/// A number as text, `?` for none, `!` for one out of range.
private func read(_ text: String, _ decimal: DecimalMark, thousands: DecimalMark? = nil) -> String {
  var text = text
  let parser = NumberParser(decimalMark: decimal, thousandsMark: thousands)
  return text.withUTF8 { bytes in
    switch parser.number(FieldSlice(start: bytes.baseAddress, count: bytes.count)) {
    case .number(let number, let currency, let isPercent):
      "\(number.mantissa)e-\(number.scale)\(currency.map { " \($0.text)" } ?? "")\(isPercent ? " %" : "")"
    case .notANumber: "?"
    case .outOfRange: "!"
    }
  }
}

@Test(arguments: [
  ("12", "12e-0"), ("-12.5", "-125e-1"), ("0.05", "5e-2"), (".5", "5e-1"), ("5.", "5e-0"), ("1 234.5", "12345e-1"),
  ("1'234.50", "12345e-1"), ("1\u{202F}234.50", "12345e-1"), ("1\u{A0}234\u{A0}567", "1234567e-0"),
  ("€ 12.00", "12e-0 EUR"), ("12.00€", "12e-0 EUR"), ("$90,000.00", "90000e-0 $"), ("12 EUR", "12e-0 EUR"),
  ("(12.50)", "-125e-1"), ("12.50-", "-125e-1"), ("−3", "-3e-0"), ("+3", "3e-0"), ("1.5E3", "1500e-0"),
  ("1.5e-3", "15e-4"), ("2E+2", "200e-0"), ("15%", "15e-2 %"), ("15 %", "15e-2 %"), ("1,234,567", "1234567e-0"),
  ("1.0000005", "1000001e-6"), ("1.0000004999", "1e-0"), ("-0.0000005", "-1e-6"), ("12 € HT", "12e-0 EUR"),
  ("999999999999", "999999999999e-0"), ("1000000000000", "!"), ("999999999999.9999999", "!"), ("1e400", "!"),
  ("0e9999", "0e-0"), ("1e-400", "0e-0"),
]) func `a number is read as people write it`(text: String, expected: String) {
  #expect(read(text, .point) == expected)
}

@Test(arguments: [
  "", " ", "-", ".", "abc", "12abc", "1 2", "1 23", "12 345 6", "1,23,456", "--1", "(12", "12)", "1-2", "12 TTC",
  "12 k€", "1.2.3", "1,234.567.8", "€12$", "1e", "0x10", "١٢", "12:30", "1.234.56",
]) func `what is no number beyond doubt is refused`(text: String) {
  #expect(read(text, .point) == "?")
}

@Test func `the last mark is the decimal mark when both occur, whatever the file's`() {
  for mark in DecimalMark.allCases {
    #expect(read("1.234,56", mark) == "123456e-2")
    #expect(read("1,234.56", mark) == "123456e-2")
    #expect(read("1.234.567,8", mark) == "12345678e-1")
  }
}

@Test func `three digits behind a single mark follow the file, and are never a thousand times too big`() {
  #expect(read("1.234", .point) == "1234e-3")
  #expect(read("1,234", .comma) == "1234e-3")
  #expect(read("1.234", .comma, thousands: .point) == "1234e-0")
  // A file of both conventions: neither lone mark is beyond doubt, two decimals and both marks are.
  for lone in ["1.234", "1,234", "12.500"] { #expect(read(lone, .point, thousands: .point) == "?") }
  #expect(read("12.50", .point, thousands: .point) == "1250e-2")
  #expect(read("1.234,56", .point, thousands: .point) == "123456e-2")
  // Where the file never grouped by points, nobody can say.
  #expect(read("1.234", .comma) == "?")
  #expect(read("1,234", .point) == "?")
  // A zero or four digits in front cannot be a group: clearly decimals.
  #expect(read("0.123", .comma) == "123e-3")
  #expect(read("1234.567", .comma) == "1234567e-3")
}

@Test func `a value that contradicts the grouping mark is refused`() {
  #expect(read("12.5", .comma, thousands: .point) == "?")
  #expect(read("0.123", .comma, thousands: .point) == "?")
  #expect(read("12.5", .comma) == "125e-1")
}

@Test func `every number written plainly is read back`() {
  var random = SplitMix64(seed: 7)
  for _ in 0..<20_000 {
    let scale = Int.random(in: 0...6, using: &random)
    let digits = Int64.random(in: -999_999_999_999...999_999_999_999, using: &random)
    let number = DecimalNumber(mantissa: digits, scale: scale)
    let whole = String(digits.magnitude)
    let padded = String(repeating: "0", count: max(0, scale + 1 - whole.count)) + whole
    let text =
      (digits < 0 ? "-" : "") + padded.dropLast(scale) + (scale == 0 ? "" : "," + padded.suffix(scale))
    let outcome = read(String(text), .comma)
    #expect(
      outcome == "\(number.mantissa)e-\(number.scale)"
        || outcome == "\(number.reduced.mantissa)e-\(number.reduced.scale)")
  }
}
