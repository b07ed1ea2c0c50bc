import Ledger
import Testing
import Units

@testable import Portfolio

@Suite struct ProfitabilityTests {
  /// The company of docs/methods/profitability.md.
  @Test func `the worked example adds up from the customers to the company`() {
    let books = TinyBooks(asOf: "2025-12") {
      person("Anne", role: "sales", hoursPerMonth: 100, costPerHour: 48)
      customer("Dupont") {
        sale("2025-02-01", 12_000, cost: 7_000)
        visit("2025-02", minutes: 600, by: "Anne")
      }
      customer("Petit") {
        sale("2025-02-01", 1_000, cost: 900)
        visit("2025-02", minutes: 300, by: "Anne")
      }
      customer("Moreau") { sale("2025-02-01", 3_000) }
      customer("Silent") { sale("2024-02-01", 3_000, cost: 1) }
      unattributed { sale("2025-02-01", 500, cost: 100) }
    }.books
    let report = Profitability(books: books, policy: Policy())
    #expect(report.order.map { books.customers.names[$0] } == ["Dupont", "Petit", "Moreau"])
    #expect(report.revenue == .euros(16_000))
    #expect(report.revenue + report.margins.unattributed.revenue == .euros(16_500))
    #expect(report.costToServe == .euros(900))
    #expect(report.operatingMargin == .euros(4_200))
    #expect(report.whale.peak == .euros(4_400))
    #expect(report.whale.destroyed == .euros(200))
    #expect(report.toxic.revenue == .euros(1_000))
    #expect(report.toxic.share == Share(.euros(1_000), of: .euros(13_000)))
    #expect(report.unjudged == Profitability.Unjudged(customers: 1, revenue: .euros(3_000), costToServe: .zero))
    #expect(report.unusedCapacity == .euros(56_700))
    #expect(report.fullCost.reason == .overheadsUnknown)
  }

  @Test func `customers and nobody known make the revenue of the books`() {
    for seed in 0..<30 as Range<UInt64> {
      let books = randomBooks(seed: seed)
      let report = Profitability(books: books, policy: Policy())
      let window = books.window.current
      func revenue(_ activity: Activity) -> Cents {
        zip(activity.months, activity.cells).filter { window.contains($0.0) }.map(\.1.revenue).sum
      }
      #expect(
        report.revenue + report.margins.unattributed.revenue == revenue(books.activity) + revenue(books.unattributed))
      #expect(Set(report.order).count == report.order.count)
      #expect(report.order.sorted() == report.margins.activeCustomers)
    }
  }
}
