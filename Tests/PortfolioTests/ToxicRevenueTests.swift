import Ledger
import Testing
import Units

@testable import Portfolio

@Suite struct ToxicRevenueTests {
  private let books = TinyBooks(asOf: "2025-12") {
    customer("A", category: "Bakeries") { sale("2025-02-01", 600, cost: 400) }
    customer("B", category: "Bakeries") { sale("2025-02-01", 200, cost: 250) }
    customer("C", category: "Schools") { sale("2025-02-01", 200, cost: 100) }
    customer("D", category: "Schools") { sale("2025-02-01", 5_000) }
    customer("E") { credit("2025-02-01", 100, cost: 10) }
  }.books

  @Test func `a fifth of the judged revenue is toxic`() {
    let toxic = ToxicRevenue(
      margins: Margins(books: books, policy: Policy(), span: MonthSpan("2025-01", "2025-12")))
    #expect(toxic.customers == 2)
    #expect(toxic.revenue == .euros(200))
    #expect(toxic.margin == .euros(-140))
    #expect(toxic.judgedCustomers == 4)
    #expect(toxic.share?.value == 0.2)
  }

  @Test func `each category has its own share and the shares' parts sum to the whole`() {
    let margins = Margins(books: books, policy: Policy(), span: MonthSpan("2025-01", "2025-12"))
    let rows = ToxicRevenue.byCategory(margins: margins, categories: CategoryOf(books: books, policy: Policy()))
    #expect(rows.map(\.category) == ["Bakeries", "Schools", nil])
    #expect(rows.map(\.share?.value) == [0.25, 0, nil])
    #expect(rows.map(\.revenue).sum == ToxicRevenue(margins: margins).revenue)
  }
}
