import Decisions
import Ledger
import Portfolio
import Testing
import Units

@testable import Pages

struct CategoryPagesTests {
  private let analysis = seekingBooks()

  private func html(_ frame: PageFrame) -> String { String(decoding: frame.bytes, as: UTF8.self) }

  @Test(arguments: Language.allCases) func `the list leads to each category, offers customers and says what is said`(
    language: Language
  ) {
    let context = pageContext(language)
    let page = CategoriesPage(analysis, context: context)
    let text = html(page.frame(context))
    #expect(text.contains("href=\"/categories/Inns\"") && text.contains("quiet rooms"))
    #expect(text.contains("name=\"c.N\"") && !text.contains("name=\"c.H1\""))
    #expect(
      page.title.plain
        == language(
          fr: "2\u{A0}catégories, 1\u{A0}client sans catégorie", en: "2\u{A0}categories, 1\u{A0}customer in none"))
  }

  @Test func `customers are found by name or code, what was typed comes back with why it is refused`() {
    let context = pageContext(.en)
    let typed = CategoriesPage.Typed(search: "INN", answers: ["name": "<x>", "c.H5": "true"], problem: "No.")
    let text = html(CategoriesPage(analysis, typed: typed, context: context).frame(context))
    #expect(text.contains("name=\"c.H5\" value=\"true\" checked") && text.contains("value=\"&lt;x&gt;\""))
    #expect(text.contains("role=\"alert\">No.") && !text.contains("Inn <b>"))
  }

  @Test func `each proposal can be accepted under a name, and only as it was shown`() {
    let books = TinyBooks(asOf: "2025-12") {
      for number in 0..<12 {
        customer("B\(number)") { monthly("2025-01", "2025-12", Euros(cents: 100_000 + Int64(number)), range: "Flour") }
        customer("K\(number)") { sale("2025-02-10", 5_000, range: "Ovens") }
      }
    }.books
    let context = pageContext(.en)
    let page = CategoriesPage(CompanyAnalysis(books: books, policy: Policy()), context: context)
    let text = html(page.frame(context))
    #expect(text.contains("value=\"accept\"") && text.contains("name=\"typical\" value=\"B"))
    #expect(text.contains("name=\"place\" value=\"2\""))
  }

  @Test(arguments: Language.allCases) func `a proposal that was accepted is not offered again`(language: Language) {
    let books = TinyBooks(asOf: "2025-12") {
      for number in 0..<12 {
        customer("B\(number)") { monthly("2025-01", "2025-12", Euros(cents: 100_000 + Int64(number)), range: "Flour") }
        customer("K\(number)") { sale("2025-02-10", 5_000, range: "Ovens") }
      }
    }.books
    let first = (CompanyAnalysis(books: books, policy: Policy()).suggestions.proposals.value ?? [])[0]
    var policy = Policy()
    policy.categories = [first.rule(named: "<b>Bakers", in: books.customers)]
    let analysis = CompanyAnalysis(books: books, policy: policy)
    let context = pageContext(language)
    let text = html(CategoriesPage(analysis, context: context).frame(context))
    #expect(text.contains(language(fr: "La proposition 1 est acceptée", en: "Proposal 1 is accepted")))
    #expect(!text.contains("name=\"place\" value=\"1\"") && text.contains("name=\"place\" value=\"2\""))
    #expect(!text.contains("<b>Bakers"))
    let report = analysis.report(.suggestions)
    #expect(report.grid.rows.map { $0.last } == [.text("<b>Bakers"), .text(nil)])
    // Put in by hand with others: accepted too.
    policy.categories = [
      Policy.CategoryRule(name: "All", customers: books.customers.ids.map(\.text))
    ]
    #expect(first.accepted(by: policy, in: books.customers) == (first.nearestRule?.isExact == true ? nil : "All"))
  }

  @Test(arguments: Language.allCases)
  func `rules of the policy are seen, those that meet nobody too, and can be taken out`(
    language: Language
  ) {
    let books = seekingBooks().books
    var policy = Policy()
    policy.categories = [
      Policy.CategoryRule(name: "Atlantes <i>", regions: ["Atlantide"]),
      Policy.CategoryRule(name: "Hand", customers: [books.customers.ids[0].text, "gone"]),
    ]
    let analysis = CompanyAnalysis(books: books, policy: policy)
    #expect(analysis.categories.taken == [0, 1])
    let context = pageContext(language)
    let page = CategoriesPage(
      analysis, typed: CategoriesPage.Typed(problem: "Changed.", isOfRules: true), context: context)
    let text = html(page.frame(context))
    #expect(page.panels.map(\.id) == ["categories", "make", "proposals", "rules"])
    #expect(text.contains(language(fr: "personne encore", en: "nobody yet")) && !text.contains("Atlantes <i>"))
    #expect(text.contains("value=\"1 Atlantes &lt;i&gt;\"") && text.contains("role=\"alert\">Changed."))
    #expect(!text.contains("href=\"/categories/Atlantes") && text.contains("href=\"/categories/Hand\""))
    // A rule that was written just now is seen before the books are told anew.
    let fresh = html(CategoriesPage(seekingBooks(), policy: policy, context: context).frame(context))
    #expect(
      fresh.contains("value=\"1 Atlantes &lt;i&gt;\"")
        && fresh.contains(language(fr: "personne encore", en: "nobody yet")))
    let coded = CategoriesPage.rule(coded: "2 Hand x")
    #expect(coded?.place == 1 && coded?.name == "Hand x")
    #expect(CategoriesPage.rule(coded: "0 x") == nil && CategoriesPage.rule(coded: "x") == nil)
    #expect(CategoriesPage(seekingBooks(), context: context).panels.map(\.id) == ["categories", "make", "proposals"])
    let list = ListDocument.categoryRules(analysis)
    #expect(list.grid.rows.map { $0[3] } == [.integer(0), .integer(1)])
  }

  @Test(arguments: Language.allCases) func `a category's page has its figures, its words, its investment and its name`(
    language: Language
  ) throws {
    let context = pageContext(language)
    let page = CategoryPage(
      "Inns", analysis, written: [.need: "quiet rooms", .targetRate: "60 %"], context: context)
    #expect(page.panels.map(\.id) == ["figures", "people", "expertise", "rename"])
    let text = html(page.frame(context))
    #expect(text.contains("value=\"quiet rooms\"") && text.contains("value=\"60 %\""))
    #expect(text.contains(language(fr: "le taux de ses meilleurs clients", en: "the rate of its best customers")))
    #expect(text.contains(language(fr: "Mois suivis", en: "Months followed")))
  }

  @Test func `what is refused stands beside its field, the rest as it was typed`() {
    let context = pageContext(.en)
    let page = CategoryPage(
      "Inns", analysis, written: [:],
      refused: ("budget", ["budget": "lots", "skill": "Advice"], "“lots” is no amount."), context: context)
    let text = html(page.frame(context))
    #expect(text.contains("value=\"lots\"") && text.contains("value=\"Advice\"") && text.contains("is no amount."))
  }

  @Test func `the prospects' list has the score and the resemblance of each`() {
    let list = ListDocument.prospects(analysis)
    #expect(list.grid.rows.count == 3)
    let text = String(decoding: list.json(in: Voice(.en)), as: UTF8.self)
    #expect(text.contains("\"prospect\": \"P1\"") && text.contains("\"resemblance\":"))
  }

  @Test func `the plan names whom to win and develop, and what came of the investment`() throws {
    let report = analysis.report(.replication)
    let keys = report.grid.columns.map(\.key)
    let row = try #require(report.grid.rows.first { $0[0] == .text("Inns") })
    func cell(_ key: String) -> ReportCell { keys.firstIndex(of: key).map { row[$0] } ?? .unknown }
    #expect(cell("toWin") == .integer(1) && cell("skill") == .text("Advice <b>"))
    #expect(cell("started") == .month("2025-07") && cell("rateSince") != .unknown)
    guard case .list(let targets) = cell("targets") else { throw NoTargets() }
    #expect(!targets.isEmpty)
  }

  private struct NoTargets: Error {}

  @Test func `a trait's value reads the same way in both languages`() {
    let value = TraitValue.potential(quarter: 4, from: Cents(1_500_000), below: nil)
    #expect(
      value.words.text(in: Voice(.fr)) == "15,0\u{A0}k€ et plus"
        || value.words.text(in: Voice(.fr)) == "15\u{A0}k€ et plus")
    #expect(TraitValue.text("Nord").words.text(in: Voice(.fr)) == "«\u{A0}Nord\u{A0}»")
  }
}
