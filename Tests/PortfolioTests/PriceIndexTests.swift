import Ledger
import Testing
import Units

@testable import Portfolio

struct PriceIndexTests {
  static let example = TinySales(
    customers: 5,
    lines: [
      .init(customer: 0, product: "flour", unit: "kg", month: "2025-02", quantity: 10, cents: 9_000),
      .init(customer: 0, product: "oven", unit: "kg", month: "2025-02", quantity: 1, cents: 3_000),
      .init(customer: 1, product: "flour", unit: "kg", month: "2025-03", quantity: 10, cents: 10_000),
      .init(customer: 2, product: "flour", unit: "kg", month: "2025-01", quantity: 20, cents: 20_000),
      .init(customer: 3, product: "flour", unit: "kg", month: "2025-02", quantity: 10, cents: 12_000),
      .init(customer: 4, product: "flour", unit: "kg", month: "2025-06", quantity: 10, cents: 12_000),
    ])

  private func index(_ tiny: TinySales, _ policy: Policy = Policy()) -> PriceIndex {
    let sales = tiny.sales
    return PriceIndex(
      PocketSales(sales, in: MonthSpan("2025-01", "2025-12")), articles: sales.articles, policy: policy)
  }

  @Test func `the worked example`() throws {
    let found = index(Self.example)
    let first = try #require(found[0])
    #expect(first.compared == Cents(9_000) && first.expected == Cents(10_500) && first.revenue == Cents(12_000))
    #expect(first.coverage?.value == 0.75 && first.index.value == Share(9_000, of: 10_500))
    #expect(abs(try #require(first.room?.value) - 0.166_667) < 1e-6)
    #expect(first.averagePrice == Cents(1_091) && first.unit == "kg")
    #expect(found.rows.map { $0.expected.value } == [10_500, 10_250, 20_667, 9_750, 0])
    let last = try #require(found[4])
    #expect(last.index.reason == .tooLittleCompared && last.place == nil && last.room == nil)
    #expect(found.known == 4 && found[3]?.room?.value == 0)
    // A 0.857, C 0.968, B 0.976, D 1.231: the median of the others of A is B's; C buys twice as much as B and D.
    #expect([0, 1, 2, 3].map { found[$0]?.place?.rank } == [1, 2, 2, 3])
    #expect(first.place?.median == Share(10_000, of: 10_250) && first.place?.gap == Cents(10_244 - 9_000))
  }

  @Test func `three others must have bought the same in the same quarter, and half the revenue must be compared`() {
    var policy = Policy()
    policy.prices.otherBuyers = 4
    #expect(index(Self.example, policy).known == 0)
    policy.prices.otherBuyers = 3
    policy.prices.leastCoverage = Rate(percent: 76)
    #expect(index(Self.example, policy)[0]?.index.reason == .tooLittleCompared)
    policy.prices.leastCoverage = Rate(percent: 75)
    #expect(index(Self.example, policy)[0]?.index.value != nil)
  }

  @Test func `nothing bought in a quantity gives no index, and other units are other goods`() {
    let found = index(
      TinySales(
        customers: 5,
        lines: [.init(customer: 0, product: "fee", month: "2025-02", cents: 500)]
          + (1..<5).map {
            .init(customer: $0, product: "p", unit: $0 < 4 ? "kg" : "box", month: "2025-02", quantity: 1, cents: 100)
          }))
    #expect(found[0]?.index.reason == .nothingBought && found.known == 0)
    #expect((1..<5).allSatisfy { found[$0]?.index.reason == .tooLittleCompared })
  }

  @Test func `a customer's own price is not in the price it is held against`() throws {
    for seed in 1...20 {
      let tiny = randomSales(seed: UInt64(seed))
      let plain = index(tiny)
      let row = try #require(plain.rows.first { $0.index.value != nil })
      let dearer = TinySales(
        customers: tiny.customers,
        lines: tiny.lines.map { line in
          line.customer != row.customer
            ? line
            : TinySales.Line(
              customer: line.customer, product: line.product, unit: line.unit, month: line.month,
              quantity: line.quantity, cents: line.cents * 2, cost: line.cost)
        })
      let again = try #require(index(dearer)[row.customer])
      #expect(again.expected == row.expected && again.compared == row.compared + row.compared)
    }
  }

  @Test func `prices in other money give the same indexes, and later months change nothing`() throws {
    for seed in 1...20 {
      let tiny = randomSales(seed: UInt64(seed))
      let (plain, scaled) = (index(tiny), index(tiny.scaled(by: 100)))
      #expect(plain.rows.map(\.customer) == scaled.rows.map(\.customer))
      for (one, other) in zip(plain.rows, scaled.rows) {
        guard let first = one.index.value, let second = other.index.value else {
          #expect(one.index.reason == other.index.reason)
          continue
        }
        #expect(abs(first.value - second.value) < 0.001)
      }
      let later = TinySales(
        customers: tiny.customers,
        lines: tiny.lines + [.init(customer: 0, product: "apple", unit: "kg", month: "2026-01", quantity: 1, cents: 9)])
      #expect(index(later).rows == plain.rows)
    }
  }

  @Test func `whoever pays the same as all others has an index of one`() {
    let same = TinySales(
      customers: 12,
      lines: (0..<12).map {
        .init(customer: $0, product: "p", month: "2025-04", quantity: Int64($0 + 1), cents: Int64($0 + 1) * 250)
      })
    let found = index(same)
    #expect(
      found.known == 12 && found.rows.allSatisfy { $0.index.value?.value == 1 && ($0.place?.gap ?? .zero) == .zero })
    #expect(found.rows.allSatisfy { $0.place?.rank == 1 })
  }
}
