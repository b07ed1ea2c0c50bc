import Ledger
import Testing
import Units

@testable import Portfolio

struct PricePathsTests {
  private func paths(
    _ subjects: [(paid: Int64, price: Int64, cap: Int64)], _ change: (inout Policy) -> Void = { _ in }
  ) -> PricePaths {
    var policy = Policy()
    change(&policy)
    return PricePaths(
      subjects.map { PricePaths.Subject(paid: Cents($0.paid), price: Cents($0.price), cap: Rate(percent: $0.cap)) },
      policy: policy)
  }

  private func cents(_ amounts: Int64...) -> [Cents] { amounts.map { Cents($0) } }

  @Test func `a price rises by its cap in the first year and by that of all in the others`() {
    // 11,000, 11,550, then the last 450.
    let found = paths([(10_000, 12_000, 10)])
    #expect(found.changes == [cents(1_000, 1_550, 2_000, 2_000, 2_000)] && found.years == [3])
  }

  @Test func `a contract holds a price in the first year, whichever way it goes`() {
    let rises = PricePaths.Subject(paid: Cents(10_000), price: Cents(10_400), cap: Rate(percent: 5), isBound: true)
    let falls = PricePaths.Subject(paid: Cents(10_000), price: Cents(9_800), cap: Rate(percent: 5), isBound: true)
    let found = PricePaths([rises, falls], policy: Policy())
    #expect(found.changes[0] == cents(0, 400, 400, 400, 400) && found.years == [2, 2])
    #expect(found.changes[1] == cents(0, -200, -200, -200, -200))
  }

  @Test func `a price that no year reaches is said`() {
    let found = paths([(100, 1_000, 5)]) { $0.pricePolicy.mostYears = 2 }
    #expect(found.changes == [cents(5, 10)] && found.years == [nil])
  }

  @Test func `falls are paid by rises, each by its part`() {
    // Rises bring 50 and 30; falls of 50 and 100 would take 150 in the first year: 50 × 50 ÷ 150 = 16.
    let found = paths([(1_000, 1_080, 5), (1_000, 900, 5), (2_000, 1_800, 5)])
    #expect(found.changes[0] == cents(50, 80, 80, 80, 80) && found.years[0] == 2)
    #expect(found.changes[1].first == Cents(-16) && found.changes[2].first == Cents(-33))
    for year in 0..<5 { #expect(found.changes.map { $0[year] }.sum >= .zero) }
    #expect(found.years[1] == nil)
  }

  @Test func `nobody falls before the whole brings what is wanted, and all may where less is`() {
    let subjects: [(paid: Int64, price: Int64, cap: Int64)] = [(1_000, 1_200, 5), (1_000, 960, 5)]
    #expect(paths(subjects) { $0.pricePolicy.target = Rate(percent: 10) }.changes[1].allSatisfy { $0 == .zero })
    let less = paths([(1_000, 960, 5)]) { $0.pricePolicy.target = Rate(percent: -4) }
    #expect(less.changes[0].first == Cents(-40) && less.years == [1])
    #expect(paths([(1_000, 1_000, 5)]).years == [1])
  }
}
