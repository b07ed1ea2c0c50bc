import Decisions
import Ledger
import Testing
import Units

@testable import Pages

struct ProspectPageTests {
  private let analysis = seekingBooks()

  private func page(_ place: Int, _ rules: [DoorRule] = [], _ language: Language) -> (page: ProspectPage, html: String)
  {
    let context = pageContext(language, window: analysis.books.window)
    let page = ProspectPage(of: place, in: analysis, rules: rules, context: context)
    return (page, String(decoding: page.frame(context).bytes, as: UTF8.self))
  }

  @Test(arguments: Language.allCases)
  func `a prospect's page says who it is, what to do, why, and what holds at the door`(
    language: Language
  ) throws {
    for place in analysis.books.prospects.indices {
      let (page, html) = page(place, [], language)
      #expect(page.title.plain.contains(neutralised(analysis.books.prospects[place].name)))
      #expect(page.panels.map(\.id).first == "next" && page.panels.contains { $0.id == "identity" })
      #expect(page.figures.count == 3 && html.contains("/methods/targets"))
      #expect(html.contains(language(fr: "rien ne s’oppose à vendre", en: "nothing stands against selling")))
    }
  }

  @Test(arguments: Language.allCases) func `a rule at the door is told with the law and counsel`(language: Language)
    throws
  {
    let name = analysis.books.prospects[0].name
    let rule = DoorRule(
      number: 1, content: try DoorRule.Content(.company(name), .refused, ground: .noCapacity),
      made: Authorship("Anne", at: 1))
    let (page, html) = page(0, [rule], language)
    let door = try #require(page.panels.last)
    #expect(
      page.title.plain.hasSuffix(
        language(fr: "vos règles le refusent à la porte", en: "your rules refuse it at the door")))
    #expect(
      door.title.plain
        == language(fr: "À la porte\u{A0}: vos règles le refusent", en: "At the door: your rules refuse it"))
    #expect(door.id == "door" && html.contains(language(fr: "votre conseil", en: "Have counsel check")))
  }

  @Test func `a table of prospects and customers leads to both`() {
    let columns: [ReportColumn] = [.prospect, .customer, .name]
    let links = RowLinks(columns, context: pageContext(.en, window: analysis.books.window))
    #expect(links.link(of: [.text("P/1"), .unknown, .text("A")])?.address.path == "/prospects/P%2F1")
    #expect(links.link(of: [.unknown, .text("C1"), .text("B")])?.address.path == "/customers/C1")
  }
}
