import Ledger
import Pages
import Testing
import Units

struct FiguresTests {
  let fr = Voice(.fr)
  let en = Voice(.en)

  @Test(arguments: [
    (Int64(123_456), "1\u{202F}234,56\u{A0}€", "1,234.56\u{A0}€"),
    (-7, "\u{2212}0,07\u{A0}€", "\u{2212}0.07\u{A0}€"),
    (0, "0,00\u{A0}€", "0.00\u{A0}€"),
    (100_000_000, "1\u{202F}000\u{202F}000,00\u{A0}€", "1,000,000.00\u{A0}€"),
    (-99_999, "\u{2212}999,99\u{A0}€", "\u{2212}999.99\u{A0}€"),
  ])
  func `money is written with its cents as each language writes it`(cents: Int64, french: String, english: String) {
    #expect(fr.euros(Cents(cents), cents: true) == french)
    #expect(en.euros(Cents(cents), cents: true) == english)
  }

  @Test func `whole euros round half away from zero and zero has no sign`() {
    #expect(fr.euros(Cents(150)) == "2\u{A0}€")
    #expect(fr.euros(Cents(-150)) == "\u{2212}2\u{A0}€")
    #expect(fr.euros(Cents(-49)) == "0\u{A0}€")
    #expect(fr.euros(Cents(49_999), signed: true) == "+500\u{A0}€")
    #expect(en.euros(Cents(0), signed: true) == "0\u{A0}€")
    #expect(fr.amount(Cents(Int64.min)).hasPrefix("\u{2212}92\u{202F}233"))
  }

  @Test(arguments: [
    (Int64(84_000), "840"), (99_949, "999"), (99_950, "1,00\u{A0}k"), (941_234, "9,41\u{A0}k"),
    (9_412_340, "94,1\u{A0}k"),
    (78_600_000, "786\u{A0}k"), (99_949_999, "999\u{A0}k"), (99_950_000, "1,00\u{A0}M"), (121_300_000, "1,21\u{A0}M"),
    (-8_420_000, "\u{2212}84,2\u{A0}k"), (1_234_500_000, "12,3\u{A0}M"), (123_456_700_000, "1\u{202F}235\u{A0}M"),
  ])
  func `compact money keeps three significant digits`(cents: Int64, text: String) {
    let unit = text.hasSuffix("k") || text.hasSuffix("M") ? "€" : "\u{A0}€"
    #expect(fr.compactEuros(Cents(cents)) == text + unit)
  }

  @Test func `another currency has its own sign`() {
    #expect(Voice(.en, currency: "GBP").euros(Cents(100)) == "1\u{A0}£")
    #expect(Voice(.fr, currency: "CHF").euros(Cents(100)) == "1\u{A0}CHF")
  }

  @Test func `percents, numbers and hours carry their unit`() {
    #expect(fr.percent(0.1234) == "12,3\u{202F}%")
    #expect(en.percent(0.1234) == "12.3%")
    #expect(fr.percent(-0.018, signed: true) == "\u{2212}1,8\u{202F}%")
    #expect(en.percent(0.5, digits: 0) == "50%")
    #expect(fr.number(0.0004, digits: 3) == "0,000")
    #expect(en.number(1234.5, digits: 0) == "1,235")
    #expect(en.number(.nan, digits: 1) == "–")
    #expect(fr.hours(minutes: 450) == "7,5\u{A0}h")
    #expect(fr.hours(minutes: 120) == "2\u{A0}h")
    #expect(en.hours(minutes: 72_240) == "1,204\u{A0}h")
  }

  @Test func `places in an order are written as each language says them`() {
    #expect([1, 2, 21].map(fr.ordinal) == ["1er", "2e", "21e"])
    #expect(
      [1, 2, 3, 4, 11, 12, 13, 21, 112].map(en.ordinal)
        == ["1st", "2nd", "3rd", "4th", "11th", "12th", "13th", "21st", "112th"])
  }

  @Test func `months and days are written out`() {
    #expect(fr.month("2026-10") == "octobre\u{A0}2026")
    #expect(en.month("2026-10") == "October\u{A0}2026")
    #expect(fr.shortMonth("2026-07") == "juill.\u{A0}2026")
    #expect(en.shortMonth("2026-07") == "Jul\u{A0}2026")
    #expect(fr.day("2026-08-01") == "1er\u{A0}août\u{A0}2026")
    #expect(en.day("2026-08-03") == "3\u{A0}August\u{A0}2026")
    #expect(fr.ofMonth("2026-08") == "d’août\u{A0}2026")
    #expect(fr.ofMonth("2026-03") == "de\u{A0}mars\u{A0}2026")
    #expect(fr.span(MonthSpan("2026-03", "2026-03")) == "mars\u{A0}2026")
  }
}
