import Ledger
import Testing
import Units

@testable import Portfolio

struct PocketSalesTests {
  private static let year = MonthSpan("2025-01", "2025-12")

  @Test func `a credit lowers the price of the product it names, one without a product all that was bought`() {
    let sales = TinySales(
      customers: 1,
      lines: [
        .init(customer: 0, product: "x", month: "2025-02", quantity: 10, cents: 30_000),
        .init(customer: 0, product: "x", month: "2025-03", quantity: 5, cents: 15_000),
        .init(customer: 0, product: "y", month: "2025-11", quantity: 1, cents: 15_000),
        .init(customer: 0, product: "x", month: "2025-12", cents: -4_500),
        .init(customer: 0, month: "2025-12", cents: -600),
      ]
    ).sales
    let pocket = PocketSales(sales, in: Self.year)
    // x: 450 − 45 = 405; then 6 by 405 and 150.
    #expect(
      pocket.cells.map(\.revenue.value) == [40_062, 14_838] && pocket.cells.map(\.quantity) == [15_000_000, 1_000_000])
    #expect(pocket.rest == [PocketSales.Rest()])
  }

  @Test func `a credit that nothing can carry stays by itself`() {
    let sales = TinySales(
      customers: 1,
      lines: [
        .init(customer: 0, product: "x", month: "2025-02", quantity: 1, cents: 100),
        .init(customer: 0, product: "y", month: "2025-02", cents: -40),
        .init(customer: 0, month: "2025-03", cents: -130),
      ]
    ).sales
    let pocket = PocketSales(sales, in: Self.year)
    #expect(pocket.cells.map(\.revenue.value) == [0] && pocket.rest[0].credits == Cents(-70))
  }

  @Test func `every cent of the span is in a cell or in the rest, and none of another span`() {
    for seed in 1...40 {
      let tiny = randomSales(seed: UInt64(seed))
      let pocket = PocketSales(tiny.sales, in: Self.year)
      for customer in 0..<tiny.customers {
        let cells = pocket.cells[pocket.offsets[customer]..<pocket.offsets[customer + 1]]
        #expect(cells.map(\.revenue).sum + pocket.rest[customer].revenue == tiny.revenue(of: customer, in: Self.year))
      }
    }
  }
}
