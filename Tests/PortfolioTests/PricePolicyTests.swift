import Ledger
import Testing
import Units

@testable import Portfolio

/// The worked example of docs/methods/price-policy.md.
struct PricePolicyTests {
  @Test func `the worked example: volume`() throws {
    let found = PricedTrade.example.proposal
    let grid = try #require(found.grid.value)
    #expect(grid.compared == 6 && grid.products.count == 1)
    #expect(grid.products[0].reference == 1_850_000 && grid.products[0].list == 2_003_252)
    #expect(grid.tiers.map(\.discount) == [Rate(millionths: 75_000), Rate(percent: 0)])
    #expect(grid.tiers.map(\.reason) == [.observed(Rate(millionths: 75_000)), .list])
    #expect(grid.tiers.map(\.from) == [.euros(18_000), .zero])
    let effects = found.effects
    // The biggest first: 19,000, 18,500, 18,000, then the small ones.
    #expect(
      effects.map(\.paid) == [.euros(19_000), .euros(18_500), .euros(18_000), .euros(2_100)] + [
        .euros(2_000), .euros(2_000),
      ])
    #expect(effects[2].list == .euros(20_032.52) && effects[2].volume == -.euros(1_502.44))
    #expect(effects[2].grid == .euros(18_530.08) && effects[3].grid == .euros(2_003.25))
    #expect(effects.map(\.side) == [.paysLess, .paysMore, .paysMore, .paysLess, .paysMore, .paysMore])
    #expect(effects[2].change == .euros(530.08) && effects[2].years == 1)
    #expect(effects.allSatisfy { $0.years == 1 } && found.sum(\.change).magnitude < Cents(4))
    // p ÷ (p + g): 530.08 ÷ (530.08 + 4,000).
    #expect(effects[2].breakEvenLoss == Share(53_008, of: 453_008))
    #expect(effects[2].newMargin == .euros(4_530.08))
    #expect(found.sum(\.grid) == .euros(61_599.99) && found.sum(\.paid) == .euros(61_600))
  }

  @Test func `the worked example: service and payment`() throws {
    var trade = PricedTrade.example
    trade.policy.costs.financingRate = Rate(percent: 6)
    let given = PricedTrade(
      entries: [person("Anne", role: "sales", hoursPerMonth: 140, costPerHour: 45)]
        + trade.entries.enumerated().map { place, entry in
          guard case .customer(let id, let name, let details, let lines) = entry else { return entry }
          let served: [TinyLine] =
            place == 0
            ? [visit("2025-03", events: 11, cost: 80), call("2025-04", events: 20, cost: 15)]
            : [call("2025-04", events: 2, cost: 15)]
          let pays: [TinyLine] = place == 0 ? [paid("2025-06-01", 18_000, invoiced: "2025-04-02")] : []
          return .customer(id, name: name, details, lines + served + pays)
        }, sales: trade.sales, policy: trade.policy
    ).proposal
    let grid = try #require(given.grid.value)
    let service = try #require(grid.service.value)
    #expect(service.levels.map(\.level) == [.automated, .delegated, .personal])
    #expect(service.levels.map(\.cost) == [.euros(30), .euros(440), .euros(1_320)])
    // 410 and 1,290 of 18,500; the same of 2,000 is beyond a tenth.
    #expect(
      grid.tiers[0].service == [
        .added(Rate(percent: 0), cost: .zero), .added(Rate(millionths: 22_000), cost: .euros(410)),
        .added(Rate(millionths: 70_000), cost: .euros(1_290)),
      ])
    #expect(
      grid.tiers[1].service == [
        .added(Rate(percent: 0), cost: .zero), .notOffered(Rate(millionths: 205_000), cost: .euros(410)),
        .notOffered(Rate(millionths: 645_000), cost: .euros(1_290)),
      ])
    // 6 % × (60 − 30) ÷ 365.
    #expect(grid.paymentStep(days: 60) == Rate(millionths: 4_900) && grid.paymentStep(days: 30) == Rate(percent: 0))
    #expect(grid.paymentStep(days: 0) == Rate(millionths: -4_900))
    let served = try #require(given.effects.first { $0.paid == .euros(18_000) })
    #expect(served.used == .personal && served.priced == .personal && served.daysToPay == 60)
    #expect(served.service == (served.list + served.volume).at(Rate(millionths: 70_000)))
    #expect(served.payment == (served.list + served.volume).at(Rate(millionths: 4_900)))
    // It pays 18,000 for what costs 18,956.52 at the others' mean price: its cap is what brings it there.
    #expect(served.cap == Rate(millionths: 53_140) && served.change == .euros(956.52))
    #expect(served.later > .zero && served.years == 2)
  }

  @Test func `a tier gets no more than leaves its floor, and a customer under its own pays the rest`() throws {
    var trade = PricedTrade.example
    trade.policy.floors.company.rate = Rate(percent: 27)
    let found = trade.proposal
    let grid = try #require(found.grid.value)
    // Flour costs 1.40 a kilo: 1.40 ÷ 0.73 = 1.9178 at least, 4.26 % under the list of 2.0033. At 4.2 %, 57,573.45 × 0.73
    // less the 42,000 that it costs.
    #expect(grid.tiers[0].reason == .bounded(today: Rate(millionths: 75_000)))
    #expect(grid.tiers[0].discount == Rate(millionths: 42_000) && grid.tiers[0].left == .euros(28.63))
    #expect(found.sum(\.floor) == .zero && found.sum(\.grid) > found.sum(\.paid))
    for effect in found.effects {
      #expect(effect.lastMargin >= (effect.revenue + effect.wanted).at(Rate(percent: 27)) - Cents(1))
    }
    trade.policy.floors.company.rate = Rate(percent: 40)
    let high = trade.proposal
    let tier = try #require(high.grid.value?.tiers.first)
    #expect(tier.discount == Rate(percent: 0) && tier.left < .zero)
    #expect(high.effects.allSatisfy { $0.floor > .zero })
  }

  @Test func `a price far from all others is for something else, and moves nothing`() throws {
    let trade = PricedTrade.example
    let plain = try #require(trade.proposal.grid.value)
    let odd = PricedTrade(
      entries: trade.entries + [
        customer("Odd", since: "2020-01-01") { sale("2025-02-05", 6_000, cost: 1_000, quantity: 100_000) }
      ],
      sales: TinySales(
        customers: 7,
        lines: trade.sales.lines + [
          .init(
            customer: 6, product: "flour", unit: "kg", month: "2025-02", quantity: 100_000, cents: 600_000,
            cost: 100_000)
        ]), policy: trade.policy
    ).proposal
    #expect(odd.rows.first { $0.revenue == .euros(6_000) }?.effect.reason == .tooLittleCompared)
    #expect(odd.grid.value?.tiers.map(\.discount) == plain.tiers.map(\.discount))
    #expect(odd.grid.value?.products[0].list == plain.products[0].list)
  }

  @Test func `what is wanted of the whole moves the list, not the discounts`() throws {
    var trade = PricedTrade.example
    trade.policy.pricePolicy.target = Rate(percent: 2)
    let found = trade.proposal
    #expect(try #require(found.grid.value).tiers[0].discount == Rate(millionths: 75_000))
    #expect((found.sum(\.grid) - .euros(62_832)).magnitude <= Cents(10))
  }

  @Test func `without products, buyers or costs there is no grid, and every customer says why`() {
    let trade = PricedTrade.example
    let silent = PortfolioAnalysis(books: trade.portfolio.books, policy: trade.policy)
    silent.readPrices { nil }
    #expect(silent.prices.policy.grid.reason == .noProducts)
    #expect(silent.prices.policy.rows.allSatisfy { $0.effect.reason == .noProducts })
    #expect(silent.prices.policy.rows.map(\.revenue).sum == .euros(61_600))
    let lonely = PricedTrade(
      entries: Array(trade.entries.prefix(1)), sales: TinySales(customers: 1, lines: Array(trade.sales.lines.prefix(1)))
    ).proposal
    #expect(lonely.grid.reason == .nothingCompared && lonely.rows.map(\.effect.reason) == [.nothingCompared])
    let uncosted = PricedTrade(
      entries: (0..<6).map { place in customer("C\(place)") { sale("2025-02-05", 100) } },
      sales: TinySales(
        customers: 6,
        lines: (0..<6).map { .init(customer: $0, product: "p", month: "2025-02", quantity: 1, cents: 10_000) })
    ).proposal
    #expect(uncosted.grid.reason == .noCosts && uncosted.rows.allSatisfy { $0.effect.reason == .tooLittleCosted })
    let givenBack = PricedTrade(
      entries: (0..<6).map { place in customer("C\(place)") { credit("2025-02-05", 100) } },
      sales: TinySales(
        customers: 6,
        lines: (0..<6).map { .init(customer: $0, product: "p", month: "2025-02", quantity: -1, cents: -10_000) })
    ).proposal
    #expect(givenBack.grid.reason == .nothingCompared && givenBack.rows.allSatisfy { $0.effect.reason == .noRevenue })
  }

  @Test func `without services, payments or a rate a step is missing and says which`() throws {
    var trade = PricedTrade.example
    let plain = try #require(trade.proposal.grid.value)
    #expect(plain.service.reason == .noLog && plain.payment.reason == .noDays)
    #expect(plain.tiers.allSatisfy { $0.service.isEmpty } && plain.paymentStep(days: 60) == nil)
    trade = PricedTrade(
      entries: trade.entries + [
        customer("Other") { paid("2025-03-01", 10, invoiced: "2025-01-01") },
        customer("Seen") { visit("2025-03", cost: 80) },
      ],
      sales: TinySales(customers: 8, lines: trade.sales.lines), policy: trade.policy)
    let told = try #require(trade.proposal.grid.value)
    #expect(told.payment.reason == .noRate && told.service.reason == .noCost(.call))
    trade.policy.service.catalogue = [:]
    #expect(try #require(trade.proposal.grid.value).service.reason == .noPromise)
  }
}
