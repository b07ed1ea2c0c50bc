import Ledger
import Portfolio
import Testing
import Units

struct MarginWaterfallTests {
  private let analysis = PortfolioAnalysis(
    books: TinyBooks(asOf: "2025-12") {
      person("Anne", hoursPerMonth: 100, costPerHour: 48)
      customer("Dupont") {
        sale("2025-01-10", 12_000, cost: 7_000)
        visit("2025-02", events: 10, minutes: 60, by: "Anne")
        service(.delivery, "2025-02", cost: 35)
      }
      customer("Petit") {
        sale("2025-01-10", 1_000, cost: 900)
        service(.delivery, "2025-02", events: 2, cost: 5)
      }
      customer("Moreau") {
        sale("2025-01-10", 3_000)
        visit("2025-02", events: 1, minutes: 60, by: "Anne")
      }
    }.books, policy: Policy())

  @Test func `what is sold less what is paid is what is left, to the cent`() {
    let sum = MarginWaterfall(margins: analysis.margins, customers: analysis.profitability.whale.customers)
    #expect(sum.revenue == .euros(13_000) && sum.directCost == .euros(7_900))
    #expect(
      sum.costs == [
        CostPart(kind: .service(.visit), cost: .euros(600)), CostPart(kind: .service(.delivery), cost: .euros(45)),
      ])
    #expect(sum.operatingMargin == analysis.profitability.operatingMargin)
    #expect(sum.revenue - sum.directCost - sum.costs.map(\.cost).sum == sum.operatingMargin)
  }

  @Test func `customers whose margin is unknown are passed over`() {
    let all = MarginWaterfall(margins: analysis.margins, customers: analysis.margins.rows.indices)
    let judged = MarginWaterfall(margins: analysis.margins, customers: analysis.profitability.whale.customers)
    #expect(all == judged)
  }
}
