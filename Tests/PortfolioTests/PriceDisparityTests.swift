import Ledger
import Testing
import Units

@testable import Portfolio

struct PriceDisparityTests {
  private func disparity(_ tiny: TinySales, _ policy: Policy = Policy()) -> PriceDisparity {
    let (sales, span) = (tiny.sales, MonthSpan("2025-01", "2025-12"))
    let pocket = PocketSales(sales, in: span)
    return PriceDisparity(
      pocket, sales: sales, index: PriceIndex(pocket, articles: sales.articles, policy: policy),
      categories: CategoryOf(books: tiny.books, policy: policy), policy: policy)
  }

  /// Five buyers of ten at 9, 10, 10, 11 and 12.
  static let example = TinySales(
    customers: 5,
    lines: [900, 1_000, 1_000, 1_100, 1_200].enumerated().map {
      .init(customer: $0, product: "flour", unit: "kg", month: "2025-02", quantity: 10, cents: $1 * 10)
    })

  @Test func `the worked example`() throws {
    let found = disparity(Self.example)
    let flour = try #require(found.products.first)
    // The others of 9 have 10, 10, 11, 12: a lower median of 10. Those of 10 have 9, 10, 11, 12: 10 too.
    #expect(flour.left == Cents(1_000) && flour.below == 1 && flour.first == 0 && found.left == Cents(1_000))
    #expect(flour.spread.low == 900 && flour.spread.median == 1_000 && flour.spread.high == 1_200)
    #expect(abs(flour.spread.variation - 0.098_06) < 1e-5 && flour.revenue == Cents(52_000))
    let all = try #require(found.categories.first)
    #expect(found.categories.count == 1 && all.category == nil && all.spread.count == 5)
  }

  @Test func `a product that few buy has no spread`() {
    var policy = Policy()
    policy.prices.otherBuyers = 5
    #expect(disparity(Self.example, policy).products.isEmpty)
  }

  @Test func `money left is never below zero, sums over the products, and grows with money`() {
    for seed in 1...20 {
      let found = disparity(randomSales(seed: UInt64(seed)))
      #expect(
        !found.products.isEmpty && found.products.allSatisfy { $0.left >= .zero && ($0.below > 0) == ($0.first != nil) }
      )
      #expect(found.left == found.products.map(\.left).sum)
      #expect(zip(found.products, found.products.dropFirst()).allSatisfy { $0.left >= $1.left })
      #expect(found.products.allSatisfy { $0.spread.low <= $0.spread.median && $0.spread.median <= $0.spread.high })
      let more = disparity(randomSales(seed: UInt64(seed)).scaled(by: 10))
      #expect((more.left - found.left.times(10)).magnitude <= Cents(10 * 24 * 7))
    }
  }
}
