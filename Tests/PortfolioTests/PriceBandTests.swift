import Ledger
import Testing
import Units

@testable import Portfolio

struct PriceBandTests {
  private func index(_ tiny: TinySales) -> PriceIndex {
    let sales = tiny.sales
    return PriceIndex(
      PocketSales(sales, in: MonthSpan("2025-01", "2025-12")), articles: sales.articles, policy: Policy())
  }

  @Test func `the worked example`() throws {
    // A pays 90 at 85.7 %, C 200 at 96.8 %, B 100 at 97.6 %, D 120 at 123.1 %.
    let band = try #require(PriceBand(index(PriceIndexTests.example)))
    #expect(band.revenue == .euros(510))
    #expect(band.steps.first == PriceBand.Step(from: 85, to: 90, customers: 1, revenue: .euros(90)))
    #expect(band.steps[2] == PriceBand.Step(from: 95, to: 100, customers: 2, revenue: .euros(300)))
    #expect(band.steps.last == PriceBand.Step(from: 120, to: 125, customers: 1, revenue: .euros(120)))
    #expect(band.low == Share(9_000, of: 10_500) && band.high == Share(12_000, of: 9_750))
  }

  @Test func `steps hold every customer and all that is compared, and nobody has no band`() {
    for seed in 1...20 {
      let index = index(randomSales(seed: UInt64(seed)))
      guard let band = PriceBand(index) else {
        #expect(index.known == 0)
        continue
      }
      #expect(band.steps.reduce(0) { $0 + $1.customers } == index.known)
      #expect(band.steps.map(\.revenue).sum == band.revenue)
      #expect(band.revenue == index.rows.filter { $0.index.value != nil }.map(\.compared).sum)
      #expect(!band.high.isBelow(band.low))
    }
    #expect(PriceBand(index(TinySales(customers: 1, lines: []))) == nil)
  }
}
