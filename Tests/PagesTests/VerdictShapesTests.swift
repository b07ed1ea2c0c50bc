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
    let shapes = Verdict.allCases.map { ($0, $0.tag.label.text(in: voice)) }
    #expect(Set(shapes.map { $0.1.prefix(2) }) == ["● ", "■ ", "▲ "])
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
    #expect(
      lost.words.text(in: voice)
        == language(
          fr: "\u{A0}: ils coûtent 800\u{A0}€ (100\u{A0}€ perdus par mois × 8)",
          en: ": they cost 800\u{A0}€ (100\u{A0}€ lost a month × 8)"))
    let won = NoticeCost(monthsOfNotice: 3, margin: Cents(120_000))
    #expect(won.words.text(in: voice).contains(language(fr: "ils rapportent encore 300", en: "they still bring 300")))
    #expect(NoticeCost(monthsOfNotice: 3, margin: nil).words.text(in: voice).isEmpty)
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
  }
}
