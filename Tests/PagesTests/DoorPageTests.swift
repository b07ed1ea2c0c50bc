import Ledger
import Portfolio
import Testing
import Units

@testable import Decisions
@testable import Pages

struct DoorPageTests {
  private let analysis = CompanyAnalysis(books: tradingBooks(), policy: tradingPolicy())

  private func context(_ language: Language) -> PageContext { pageContext(language, window: analysis.books.window) }

  @Test(arguments: Language.allCases) func `the door answers with the rule, its ground, the law and counsel`(
    language: Language
  )
    throws
  {
    let grounds: [DoorGround] = [
      .toxicCategory(hostile), .marginUnderFloor(rate: Rate(percent: 2), floor: Rate(percent: 8)),
      .ordersTooSmall(order: Cents(4_000), least: Cents(15_000)), .unpaid(Cents(120_000)), .noCapacity,
      .abnormalRequest,
    ]
    let rules = try grounds.enumerated().map { place, ground in
      DoorRule(
        number: place + 1,
        content: try DoorRule.Content(
          .company(hostile), place % 2 == 0 ? .refused : .conditions, ground: ground, note: hostile),
        made: Authorship("Anne", at: 1))
    }
    let check = analysis.doorCheck(hostile, category: "", rules)
    #expect(check.rules.count == 6)
    let page = DoorPage(
      rules,
      question: DoorPage.Question(name: hostile, category: "", buyer: .business, mayBeAbuse: false, answer: check),
      known: [(name: hostile, rule: rules[0])],
      toxic: [
        ToxicCategoryFigures(name: hostile, customers: 6, negative: 5, revenue: Cents(900_000), margin: Cents(-80_000))
      ], context: context(language))
    let html = String(decoding: page.frame(context(language)).bytes, as: UTF8.self)
    isWellWritten(html, language)
    #expect(html.contains("225-1") && html.contains(language(fr: "votre conseil", en: "Have counsel check")))
    #expect(page.panels.map(\.id) == ["ask", "list", "toxic", "add"])
    // Most grounds do not hold against a consumer: the answer's title is then what to do, not what the rules say.
    let toxic = [rules[0]]
    let asked = DoorPage(
      toxic,
      question: DoorPage.Question(
        name: hostile, category: "", buyer: .consumer, mayBeAbuse: false,
        answer: analysis.doorCheck(hostile, category: "", buyer: .consumer, toxic)),
      known: [], toxic: [], context: context(language))
    let said = language(fr: "vendre, malgré vos règles", en: "sell, in spite of your rules")
    #expect(asked.panels[0].title.plain.hasSuffix(said))
    // Who dominates sells on conditions: neither title nor text says refuse.
    let dominant = DoorPage(
      toxic,
      question: DoorPage.Question(
        name: hostile, category: "", buyer: .business, mayBeAbuse: true,
        answer: analysis.doorCheck(hostile, category: "", mayBeAbuse: true, toxic)),
      known: [], toxic: [], context: context(language))
    #expect(
      dominant.panels[0].title.plain.contains(language(fr: "vendre aux conditions", en: "sell on conditions")))
    // The figures of a category that loses money ask for conditions, with a click to rule.
    let losing = DoorCheck(names: ["Z"], category: "Inns", losing: "Inns", rules: []) { _ in
      DoorTerms(leastRate: Rate(percent: 8), leastOrder: Cents(40_000))
    }
    let figures = DoorPage(
      [],
      question: DoorPage.Question(name: "Z", category: "Inns", buyer: .business, mayBeAbuse: false, answer: losing),
      known: [], toxic: [], context: context(language))
    let told = String(decoding: figures.frame(context(language)).bytes, as: UTF8.self)
    isWellWritten(told, language)
    for words in [
      language(fr: "aux conditions que demandent les chiffres", en: "on the conditions that its category"),
      language(fr: "aucune règle n’est encore écrite", en: "no rule is written yet"),
      language(fr: "des commandes d’au moins 400", en: "orders of 400"), "8,0\u{202F}%", "name=\"ruling\"",
    ] where !(words == "8,0\u{202F}%" && language == .en) { #expect(told.contains(words), "\(words)") }
    #expect(!told.contains(language(fr: "ne refusez pas", en: "do not refuse")))
    let free = DoorPage([], question: nil, known: [], toxic: [], context: context(language))
    #expect(free.panels.map(\.id) == ["ask", "list", "add"])
  }
}
