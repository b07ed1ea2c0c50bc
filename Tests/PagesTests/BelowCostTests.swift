import Ledger
import Portfolio
import Testing
import Units

@testable import Decisions
@testable import Pages

struct BelowCostTests {
  private static let today: Day = "2026-01-15"
  /// One customer is sold to at 30 € under the cost each month, one at cost, one above, of one nobody knows.
  private let analysis = CompanyAnalysis(
    books: TinyBooks(asOf: "2025-12") {
      customer("Low", name: hostile) { monthly("2024-01", "2025-12", 100, cost: 130) }
      customer("Even") { monthly("2024-01", "2025-12", 100, cost: 100) }
      customer("High") { monthly("2024-01", "2025-12", 100, cost: 60) }
      customer("Dark") { monthly("2024-01", "2025-12", 100) }
    }.books, policy: Policy())

  private func offer(_ number: Int, _ id: String, isWithdrawn: Bool = false) throws -> PriceOffer {
    PriceOffer(
      number: number, customer: ID(id),
      terms: try PriceOffer.Terms(.rise, asked: Rate(percent: 2), on: Self.today, outcome: .asked),
      isWithdrawn: isWithdrawn, made: Authorship("Anne", at: 1))
  }

  private func page(_ offers: [PriceOffer], _ language: Language) -> OffersPage {
    OffersPage(
      offers, customers: analysis.books.customers, policy: analysis.policy, asked: OffersPage.Asked(),
      belowCost: analysis.soldBelowCost, today: Self.today, context: context(language))
  }

  private func context(_ language: Language) -> PageContext { pageContext(language, window: analysis.books.window) }

  @Test func `only who was sold to below cost is, never who was sold to at cost or at an unknown one`() {
    #expect(analysis.soldBelowCost == [ID("Low")])
    #expect(CompanyAnalysis(books: tradingBooks(), policy: tradingPolicy()).soldBelowCost.isEmpty)
  }

  @Test(arguments: Language.allCases)
  func `an offer to a customer sold to below cost is marked, with the law and counsel`(
    language: Language
  ) throws {
    let page = page([try offer(1, "Low"), try offer(2, "High"), try offer(3, "gone")], language)
    guard case .table(let table)? = page.panels[0].parts.first else { Issue.record("no table"); return }
    let mark = language(fr: "sous le coût", en: "below cost")
    #expect(table.rows.map { $0[0].plain.contains(mark) } == [true, false, false])
    let html = String(decoding: page.frame(context(language)).bytes, as: UTF8.self)
    #expect(html.contains("L442-5") && html.contains(language(fr: "votre conseil", en: "Have counsel check")))
    #expect(!html.contains("<script>alert"))
  }

  @Test(arguments: Language.allCases) func `offers to others name no law of resale`(language: Language) throws {
    let html = String(
      decoding: page([try offer(1, "High"), try offer(2, "Even"), try offer(3, "Dark")], language)
        .frame(context(language)).bytes, as: UTF8.self)
    #expect(!html.contains(language(fr: "sous le coût", en: "below cost")) && !html.contains("L442-5"))
  }

  @Test(arguments: Language.allCases) func `the steps of a ladder are told with what was lost under the cost`(
    language: Language
  ) throws {
    let voice = Voice(language)
    func warnings(_ id: String) throws -> [String] {
      let place = try #require(analysis.books.customers.index(of: ID(id)))
      return SheetDocument.warnings(of: place, in: analysis).map { $0.text(in: voice) }
    }
    // 12 months × 30 €.
    let low = try warnings("Low")
    #expect(
      low.first?.contains(language(fr: "360\u{A0}€ sous leur coût", en: "360\u{A0}€ below cost")) == true, "\(low)")
    #expect(low.last == Phrase.haveCounselCheck.text(in: voice))
    for id in ["Even", "High", "Dark"] {
      #expect(try warnings(id).allSatisfy { !$0.contains(language(fr: "sous leur coût", en: "below cost")) }, "\(id)")
    }
  }
}
