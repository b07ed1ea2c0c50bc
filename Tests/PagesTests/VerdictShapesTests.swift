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

  @Test(arguments: Language.allCases) func `who takes a customer over is named, with what that brings`(
    language: Language
  ) {
    let handOver = VerdictFacts.HandOver(to: ID("V02"), name: "Thomas Noirtelin", gain: Cents(430_000))
    #expect(
      handOver.words.text(in: Voice(language))
        == language(
          fr: "le confier à Thomas Noirtelin, qui a des heures libres\u{A0}: 4,30\u{A0}k€ de plus par an",
          en: "hand it over to Thomas Noirtelin, who has hours to spare: 4.30\u{A0}k€ more a year"))
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
    let kept = row.with(facts)
    let notes = SheetDocument.verdictSection(kept, sponsor: "Anne Durand").notes.map { $0.text(in: voice) }
    #expect(notes.contains { $0.contains(language(fr: ", Anne Durand en répond", en: ", Anne Durand answers for it")) })
    let spared = kept.words(of: VerdictReason(.strategic, .flag(true), .flag(false))).text(in: voice)
    #expect(spared.contains(voice.day(Month(year: 2027, month: 1).firstDay)))
    func told(_ row: Verdicts.Row) -> [ReportCell] {
      SheetDocument.verdictFacts(row, sponsor: "Anne Durand")
        .filter { ["strategicUntil", "sponsor"].contains($0.key) }.map(\.cell)
    }
    #expect(told(kept) == [.day(Month(year: 2027, month: 1).firstDay), .text("Anne Durand")])
    // A name in the customer file alone answers for nothing.
    #expect(row.facts.strategicUntil == nil && told(row) == [.unknown, .unknown])
  }

  @Test(arguments: Language.allCases) func `a potential that nobody wrote down is told as an estimate, or as unknown`(
    language: Language
  ) throws {
    let voice = Voice(language)
    let row = try #require(analysis.life.verdicts.rows.first)
    var facts = row.facts
    func told(_ amount: Int64, isEstimate: Bool) -> String {
      var facts = row.facts
      facts.headroom = .init(amount: Cents(amount), isEstimate: isEstimate)
      return row.with(facts).words(of: VerdictReason(.headroom, .cents(Cents(amount)), .cents(Cents(1)))).text(
        in: voice)
    }
    #expect(told(0, isEstimate: true) != told(0, isEstimate: false))
    #expect(told(0, isEstimate: true).contains(language(fr: "ni potentiel connu", en: "neither a known potential")))
    #expect(told(500_000, isEstimate: true).contains(language(fr: "estimé", en: "estimated")))
    #expect(!told(500_000, isEstimate: false).contains(language(fr: "estimé", en: "estimated")))
    facts.headroom = .init(
      amount: .zero, isEstimate: false, cut: .init(written: Cents(12_500_000), counted: Cents(6_200_000)))
    let cut = row.with(facts).words(of: VerdictReason(.headroom, .cents(.zero), .cents(Cents(1)))).text(in: voice)
    #expect(
      cut.hasSuffix(
        language(
          fr: "(potentiel noté 125\u{A0}k€, retenu 62,0\u{A0}k€, le haut de sa catégorie)",
          en: "(potential on file 125\u{A0}k€, counted 62.0\u{A0}k€, the top of its category)")))
  }

  private func row(
    _ ladder: [LadderStep], _ action: PriorityAction, _ means: PriorityAction.Means
  ) throws -> Verdicts.Row {
    let row = try #require(analysis.life.verdicts.rows.first)
    return Verdicts.Row(
      customer: row.customer, computed: .known(.maintain), override: nil, reasons: [], isFirm: true, ladder: ladder,
      action: action, means: means, atStake: row.atStake, facts: row.facts)
  }

  @Test(arguments: Language.allCases) func `a rise is firm once what is at risk was won elsewhere`(
    language: Language
  ) throws {
    var facts = VerdictFacts(
      current: VerdictFacts.Year(
        revenue: Cents(1_000_000), grossMargin: Cents(100_000), serviceCost: Cents(150_000), stranded: .zero))
    (facts.stage, facts.floor, facts.tenureMonths) = (.mature, Rate(percent: 8), 60)
    let ladder = facts.ladder(Policy())
    let own = try row(ladder, .substitution, .winBetterThenReprice)
    #expect(own.ladder.contains(.substitute(revenueAtRisk: Cents(1_000_000), then: ladder.firmRise)))
    func told(_ isSecured: Bool) -> String { own.sentence(isSecured: isSecured).text(in: Voice(language)) }
    #expect(
      told(false).contains(
        language(fr: "gagner d’abord 10,0\u{A0}k€", en: "win 10.0\u{A0}k€ of better customers first")))
    // 1,300 lacking of (1 − 0.08) × 10,000: 14.14 %.
    #expect(
      told(true).contains(
        language(
          fr:
            "gagnés ailleurs\u{A0}: relever fermement ses prix de 14,14\u{202F}% (vain si le volume baisse de plus de 59",
          en: "are won elsewhere: raise its prices firmly by 14.14% (in vain if volume falls by more than 59%)")))
  }

  @Test(arguments: Language.allCases) func `a relation is ceased after a last offer, whose worth stands beside the end`(
    language: Language
  ) throws {
    let year = VerdictFacts.Year(
      revenue: Cents(1_000_000), grossMargin: Cents(100_000), serviceCost: Cents(500_000), stranded: .zero)
    var facts = VerdictFacts(current: year, previous: year)
    (facts.stage, facts.floor, facts.tenureMonths) = (.mature, Rate(percent: 8), 60)
    func told() -> String {
      let (verdict, reasons) = facts.verdict(Policy(), on: "2025-12-31")
      return Verdicts.Row(
        customer: 0, computed: .known(verdict), override: nil, reasons: reasons, isFirm: true,
        ladder: facts.ladder(Policy()), action: .substitution, means: .cease, atStake: .zero, facts: facts
      ).sentence(isSecured: false).text(in: Voice(language))
    }
    #expect(
      told().hasSuffix(
        language(
          fr: "avant, une dernière offre : une hausse de 25 % rapporterait 2,50\u{A0}k€ à volume égal",
          en: "before that a last offer: a rise of 25% would bring 2.50\u{A0}k€ at the same volume")))
    // Had it hours that stay paid, the offer would be worth more.
    facts.current = VerdictFacts.Year(
      revenue: Cents(1_000_000), grossMargin: Cents(100_000), serviceCost: Cents(500_000), stranded: Cents(200_000))
    #expect(told().hasSuffix(language(fr: ", plus que d’y mettre fin", en: ", more than ending it")))
    // Small orders are asked to grow in the same offer.
    facts.smallOrders = .init(orders: 20, saving: Cents(100_000), minimum: Cents(20_000))
    #expect(
      told().contains(
        language(
          fr: "une hausse de 25 % et 200\u{A0}€ par commande au moins rapporteraient 3,50\u{A0}k€ à volume égal",
          en: "a rise of 25% and 200\u{A0}€ an order at least would bring 3.50\u{A0}k€ at the same volume")))
    facts.hasRefusedLastOffer = true
    #expect(!told().contains(language(fr: "avant, une dernière offre", en: "before that a last offer")))
  }

  @Test(arguments: Language.allCases) func `a flag that does not keep a relation says what it lacks`(
    language: Language
  ) throws {
    let row = try row([], .retention, .loyalty)
    let words = VerdictFacts.StrategicLack.allCases.map { lack in
      var facts = row.facts
      facts.strategicLack = lack
      return row.with(facts).words(of: VerdictReason(.strategic, .flag(false), .flag(false))).text(in: Voice(language))
    }
    #expect(Set(words).count == 4 && words.allSatisfy { $0.contains(language(fr: "stratégique", en: "strategic")) })
  }

  @Test(arguments: Language.allCases) func `who is retained first is not begun with by taking something away`(
    language: Language
  ) throws {
    let step = LadderStep.minimumOrder(.init(orders: 3, saving: Cents(9_000), minimum: Cents(20_000)))
    let retained = try row([step], .retention, .loyalty).sentence(isSecured: false).text(in: Voice(language))
    #expect(
      retained.contains(
        language(
          fr: "d’abord entretenir la fidélité, puis demander au moins 200\u{A0}€ par commande",
          en: "first keep it loyal, then ask for 200\u{A0}€ an order at least")))
  }

  @Test(arguments: Language.allCases) func `why there is no verdict holds in one sentence with one colon`(
    language: Language
  ) {
    for reason in [Verdict.Unknown.lost, .neverOrdered, .noRevenue, .marginUnknown] {
      #expect(!reason.label.text(in: Voice(language)).contains(":"))
    }
  }
}

extension Verdicts.Row {
  /// The same row, made of other facts.
  fileprivate func with(_ facts: VerdictFacts) -> Verdicts.Row {
    Verdicts.Row(
      customer: customer, computed: computed, override: nil, reasons: reasons, isFirm: isFirm, ladder: ladder,
      action: action, means: means, atStake: atStake, facts: facts)
  }
}
