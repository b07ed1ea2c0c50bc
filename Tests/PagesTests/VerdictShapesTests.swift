import Ledger
import Portfolio
import Testing
import Units

@testable import Decisions
@testable import Pages

struct VerdictShapesTests {
  private let analysis = CompanyAnalysis(books: tradingBooks(), policy: tradingPolicy())

  @Test(arguments: Language.allCases) func `verdicts are told apart without colour, by a shape before each label`(
    language: Language
  ) {
    let voice = Voice(language)
    #expect(Verdict.allCases.allSatisfy { $0.tag.label.text(in: voice).hasPrefix($0.mark) })
    let shapes = Verdict.allCases.map { ($0, $0.tag.label.text(in: voice)) }
    #expect(Set(shapes.map { $0.1.prefix(2) }) == ["●\u{A0}", "■\u{A0}", "▲\u{A0}"])
    for (verdict, words) in shapes {
      #expect(words.dropFirst(2) == verdict.label.text(in: voice) && verdict.tag.code == verdict.rawValue)
    }
  }

  @Test(arguments: Language.allCases) func `what is ruled at the door agrees with its noun`(language: Language) {
    let voice = Voice(language)
    #expect(DoorRule.Ruling.refused.label.text(in: voice) == language(fr: "refusée", en: "refused"))
    #expect(
      DoorRule.Ruling.conditions.label.text(in: voice)
        == language(fr: "admise sous conditions", en: "admitted on conditions"))
  }

  @Test(arguments: Language.allCases) func `a loss during notice is what the notice costs`(language: Language) {
    let voice = Voice(language)
    let lost = NoticeCost(monthsOfNotice: 8, margin: Cents(-120_000))
    #expect(lost.all == Cents(-80_000) && lost.monthly == Cents(-10_000))
    #expect(lost.words?.label.text(in: voice) == language(fr: "ce que le préavis coûte", en: "what the notice costs"))
    let told = lost.words?.value.text(in: voice)
    #expect(
      told
        == language(
          fr: "800\u{A0}€\u{A0}: 100\u{A0}€ perdus par mois × 8", en: "800\u{A0}€: 100\u{A0}€ lost a month × 8"))
    let won = NoticeCost(monthsOfNotice: 3, margin: Cents(120_000)).facts(in: voice)
    #expect(won.map(\.label) == [language(fr: "ce qu’il rapporte encore", en: "what it still brings")])
    #expect(won.first?.value.plain.hasPrefix("300") == true)
    #expect(NoticeCost(monthsOfNotice: 3, margin: nil).facts(in: voice).isEmpty)
  }

  @Test(arguments: Language.allCases) func `who answers for a strategic relation stands beside its end`(
    language: Language
  ) throws {
    let voice = Voice(language)
    let row = try #require(analysis.life.verdicts.rows.first)
    var facts = row.facts
    facts.strategicUntil = Month(year: 2027, month: 1).firstDay
    let kept = Verdicts.Row(
      customer: row.customer, computed: row.computed, override: nil, reasons: row.reasons, isFirm: row.isFirm,
      ladder: row.ladder, action: row.action, means: row.means, atStake: row.atStake, facts: facts)
    let notes = SheetDocument.verdictSection(kept, sponsor: "Anne Durand").notes.map { $0.text(in: voice) }
    #expect(notes.contains { $0.contains(language(fr: ", Anne Durand en répond", en: ", Anne Durand answers for it")) })
    func told(_ row: Verdicts.Row) -> [ReportCell] {
      SheetDocument.verdictFacts(row, sponsor: "Anne Durand")
        .filter { ["strategicUntil", "sponsor"].contains($0.key) }.map(\.cell)
    }
    #expect(told(kept) == [.day(Month(year: 2027, month: 1).firstDay), .text("Anne Durand")])
    // A name in the customer file alone answers for nothing.
    #expect(row.facts.strategicUntil == nil && told(row) == [.unknown, .unknown])
  }
}
