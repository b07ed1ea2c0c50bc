import Decisions
import Ledger
import Portfolio
import Testing
import Units

@testable import Pages

struct DashboardTests {
  private func dashboard(_ language: Language, books: Books = tradingBooks()) -> (Dashboard, CompanyAnalysis) {
    let analysis = CompanyAnalysis(books: books, policy: tradingPolicy())
    return (Dashboard(analysis, context: pageContext(analysis, language)), analysis)
  }

  private func pageContext(_ analysis: CompanyAnalysis, _ language: Language) -> PageContext {
    PageContext(
      voice: Voice(language), company: "Dupont", window: analysis.books.window, months: [], choice: ViewChoice(),
      usualLength: .months(12),
      assets: .init(style: "/a.css", paper: "/p.css", program: "/c.js", htmx: "/h.js", charts: "/e.js"), banners: [],
      token: "t")
  }

  @Test(arguments: Language.allCases)
  func `the first screen has a finding, four figures that lead somewhere, and what to look at`(language: Language) {
    let (page, _) = dashboard(language)
    #expect(!page.title.plain.isEmpty)
    #expect(page.figures.count == 4)
    for figure in page.figures where figure.value.plain != "–" { #expect(figure.link != nil, "\(figure.label)") }
    #expect(page.lists.map(\.id) == CustomerLists.Kind.allCases.map(\.rawValue))
    guard case .actions(let actions) = page.first.parts.first else {
      Issue.record("there is something to look at")
      return
    }
    #expect((1...5).contains(actions.rows.count))
  }

  @Test func `who is under its floor is asked the same step first as by its verdict`() throws {
    let (page, analysis) = dashboard(.en)
    let row = try #require(analysis.life.verdicts.rows.first { analysis.books.customers.ids[$0.customer] == ID("B2") })
    let step = try #require(row.ladder.leading)
    guard case .actions(let actions) = page.first.parts.first else {
      Issue.record("there is something to look at")
      return
    }
    #expect(actions.rows.contains { $0.action.plain == step.words.capitalised.text(in: Voice(.en)) })
    let unjudged = LookFirst(analysis).items.first { $0.customer == row.customer && $0.kind == .floor }
    #expect(unjudged.map { $0.action.text(in: Voice(.en)) != step.words.capitalised.text(in: Voice(.en)) } == true)
  }

  @Test func `both languages say different words and the same figures`() {
    let (french, english) = (dashboard(.fr).0, dashboard(.en).0)
    #expect(french.title.plain != english.title.plain)
    for (left, right) in zip(french.lists, english.lists) { #expect(left.title.plain != right.title.plain) }
    #expect(french.lists.map(\.parts.count) == english.lists.map(\.parts.count))
  }

  @Test func `each name on a list leads to its customer's sheet`() {
    let (page, analysis) = dashboard(.en)
    for panel in page.lists {
      guard case .table(let table)? = panel.parts.first else { continue }
      for row in table.rows {
        guard case .link(let link, _)? = row[0].first, case .customer(let id) = link.address else {
          Issue.record("\(panel.id): a name without a link")
          continue
        }
        #expect(analysis.books.customers.index(of: id) != nil)
      }
    }
  }

  @Test func `few customers are judged with the page, of many the verdicts are asked for later`() {
    let (page, analysis) = dashboard(.en)
    guard case .actions(let actions)? = page.verdicts.parts.first else {
      Issue.record("the verdicts are on the page")
      return
    }
    #expect(!actions.rows.isEmpty)
    #expect(actions.rows.allSatisfy { !$0.who.isEmpty && !$0.action.isEmpty })
    let waiting = Dashboard(analysis, context: pageContext(analysis, .en), judged: 0).verdicts
    guard case .later(let link, let meanwhile)? = waiting.parts.first else {
      Issue.record("the verdicts come later")
      return
    }
    #expect(link.address == VerdictSummary.address && waiting.id == page.verdicts.id)
    guard case .link(let way, _)? = meanwhile.first else {
      Issue.record("without a script there is a way to the verdicts")
      return
    }
    #expect(way.address == .report(.verdicts))
  }

  @Test(arguments: Language.allCases)
  func `the verdicts on the dashboard are those of the report`(language: Language) throws {
    let (page, analysis) = dashboard(language)
    #expect(page.verdicts.title == Voice(language).inline(analysis.report(.verdicts).title))
    let shown = String(
      decoding: VerdictSummary(analysis, context: pageContext(analysis, language)).fragment, as: UTF8.self)
    #expect(shown.hasPrefix("<section id=\"verdicts\""))
    for row in analysis.life.verdicts.rows where row.verdict.value == .cease {
      #expect(shown.contains("/customers/" + percentEncoded(analysis.books.customers.ids[row.customer].text)))
    }
  }

  @Test func `books without anything give a page all the same`() {
    let empty = TinyBooks(asOf: "2025-12", months: 12, entries: []).books
    let (page, _) = dashboard(.fr, books: empty)
    #expect(page.figures.count == 4 && page.charts.isEmpty)
  }

  @Test func `the report of the month sums to the month`() throws {
    let analysis = CompanyAnalysis(books: tradingBooks(), policy: tradingPolicy())
    let totals = Dictionary(uniqueKeysWithValues: analysis.report(.month).totals.map { ($0.key, $0.cell) })
    func cents(_ key: String) -> Int64? { if case .cents(let money)? = totals[key] { money.value } else { nil } }
    guard let before = cents("beforeCents"), let now = cents("nowCents") else { return }
    let parts = ["absentCents", "lessCents", "moreCents", "backCents", "newCents", "unattributedCents"].compactMap(
      cents)
    #expect(parts.count == 6 && before + parts.reduce(0, +) == now)
  }
}
