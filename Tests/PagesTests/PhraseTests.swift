import Ledger
import Pages
import Testing
import Units

struct PhraseTests {
  private func phrase(_ count: Int) -> Phrase {
    Phrase(
      fr: "\(count, "client coûte", "clients coûtent") \(euros: Cents(-120_00)) : l'effort en vaut-il la peine ?",
      en: "\(count, "customer costs", "customers cost") \(euros: Cents(-120_00)): isn't it too much?")
  }

  @Test func `French takes the singular for zero and one, English for one alone`() {
    #expect(phrase(0).text(in: Voice(.fr)).hasPrefix("0\u{A0}client coûte "))
    #expect(phrase(1).text(in: Voice(.fr)).hasPrefix("1\u{A0}client coûte "))
    #expect(phrase(2).text(in: Voice(.fr)).hasPrefix("2\u{A0}clients coûtent "))
    #expect(phrase(0).text(in: Voice(.en)).hasPrefix("0\u{A0}customers cost "))
    #expect(phrase(1).text(in: Voice(.en)).hasPrefix("1\u{A0}customer costs "))
  }

  @Test func `our own words get the spaces and marks of their language`() {
    #expect(phrase(2).text(in: Voice(.fr)).hasSuffix("\u{2212}120\u{A0}€\u{A0}: l’effort en vaut-il la peine\u{202F}?"))
    #expect(phrase(2).text(in: Voice(.en)).hasSuffix("\u{2212}120\u{A0}€: isn’t it too much?"))
    #expect(French.typeset("« à 5 % ; 3 € »") == "«\u{A0}à 5\u{202F}%\u{202F}; 3\u{A0}€\u{A0}»")
  }

  @Test func `names of the data are left as they are and told apart`() {
    let phrase = Phrase(fr: "Chez \(name: "L'Oie : sœurs"), rien.", en: "At \(name: "L'Oie : sœurs"), nothing.")
    #expect(phrase.text(in: Voice(.fr)) == "Chez L'Oie : sœurs, rien.")
    #expect(phrase.text(in: Voice(.en), name: { _ in "X" }) == "At X, nothing.")
  }

  @Test func `words agree with a number that is not written`() {
    let phrase = Phrase(fr: "\(agreeing: 1, "Le", "Les")", en: "\(agreeing: 0, "is", "are")")
    #expect(phrase.text(in: Voice(.fr)) == "Le")
    #expect(phrase.text(in: Voice(.en)) == "are")
  }

  @Test func `months that begin a sentence begin with a capital`() {
    let span = MonthSpan(Month(year: 2025, month: 11), Month(year: 2026, month: 10))
    let phrase = Phrase(fr: "\(capital: span).", en: "\(capital: span).")
    #expect(phrase.text(in: Voice(.fr)) == "Novembre\u{A0}2025 – octobre\u{A0}2026.")
    #expect(phrase.text(in: Voice(.en)) == "November\u{A0}2025 – October\u{A0}2026.")
  }

  @Test(arguments: ReportName.allCases)
  func `every report has a name in both languages`(report: ReportName) {
    for language in Language.allCases { #expect(!report.label.text(in: Voice(language)).isEmpty) }
  }
}
