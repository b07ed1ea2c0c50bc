import Testing

@testable import Sample

@Suite struct CostPricingTests {
  @Test func `the gross rate pays for the services and leaves what is wanted`() {
    var pricing = CostPricing(paidVisits: 1000, margin: -22)
    pricing.settle(goods: 1_000_000, services: 100_000, visits: 20_000)
    // (120,000 − 22 ‰ of 1,000,000) ÷ 1,120,000, in thousandths.
    #expect(pricing.gross == 87)
    // Cost 600 ÷ 0.913 = 657 of a list price of 1,000.
    #expect(pricing.discount(cost: 600, price: 1000) == 343)
  }

  @Test(arguments: [(0, 900_000), (500, 400_000), (1000, 50_000)])
  func `what is left is what is wanted, to a few thousandths`(paidVisits: Int, services: Int) {
    for margin in [-45, 0, 20] {
      var pricing = CostPricing(paidVisits: paidVisits, margin: margin)
      pricing.settle(goods: 5_000_000, services: services, visits: 300_000)
      let revenue = 5_000_000 * 1000 / (1000 - pricing.gross)
      let left = revenue - 5_000_000 - services - 300_000 * paidVisits / 1000
      #expect(abs(left * 1000 / revenue - margin) <= 2)
    }
  }

  @Test func `a list price at or below that asks for no discount`() {
    var pricing = CostPricing(paidVisits: 1000, margin: 0)
    pricing.settle(goods: 1000, services: 1000, visits: 0)
    #expect(pricing.gross == 500)
    #expect(pricing.discount(cost: 600, price: 1000) == 0)
  }
}
