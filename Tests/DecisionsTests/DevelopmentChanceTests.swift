import Portfolio
import Testing
import Units

@testable import Decisions

@Suite struct DevelopmentChanceTests {
  private func chance(_ customer: Int, _ euros: Int64, _ minutes: [Int]) throws -> DevelopmentChance {
    try #require(DevelopmentChance(customer: customer, margin: Cents(euros * 100), minutes: PoolMinutes(minutes)))
  }

  @Test func `the best hour comes first, and the last takes what is left of the scarcest pool`() throws {
    // 50, 100 and 100 an hour; the earlier place first among equals.
    let chances = try [chance(7, 500, [600]), chance(5, 1_000, [600]), chance(4, 300, [120, 60])]
    let base = whatIfBase(whatIfExample, chances: chances)
    #expect(base.chances.map(\.customer) == [4, 5, 7])
    #expect(base.chances.map(\.marginPerHour) == [Cents(10_000), Cents(10_000), Cents(5_000)])
    let scenario = try WhatIf(base, [WhatIfChoice([0], [.drop])])
    #expect(scenario.developments.map(\.chance.customer) == [4, 5])
    #expect(scenario.developments.map(\.minutes) == [PoolMinutes([120, 60]), PoolMinutes([480])])
    #expect(scenario.developments.map(\.margin) == [Cents(30_000), Cents(80_000)])
    // No bar of the bridge holds them.
    #expect(scenario.change.operatingMargin == Cents(400_000))
  }

  @Test func `who is dropped or may be lost is not developed, nor who needs a pool that nothing frees`() throws {
    let chances = try [chance(0, 900, [60]), chance(1, 800, [60, 0, 5]), chance(2, 100, [60])]
    let base = whatIfBase(whatIfExample, chances: chances)
    let dropped = try WhatIf(base, [WhatIfChoice([0], [.drop])])
    #expect(dropped.developments.map(\.chance.customer) == [2])
    let risked = try WhatIf(base, [WhatIfChoice([0, 2], [.lose(Rate(percent: 50))])])
    #expect(risked.developments.isEmpty)
  }

  @Test func `no development takes more time than is freed`() throws {
    var random = SplitMix64(seed: 9)
    func number(_ most: UInt64) -> Int { Int(random.next() % most) }
    for _ in 0..<200 {
      let chances = (0..<20).compactMap {
        DevelopmentChance(
          customer: $0, margin: Cents(Int64(number(90_000))), minutes: PoolMinutes([number(300), number(300)]))
      }
      let freed = PoolMinutes([number(900), number(900) - 100])
      let list = Development.list(chances, freed: freed, without: [])
      for pool in 0..<2 { #expect(list.reduce(0) { $0 + $1.minutes[pool] } <= max(0, freed[pool])) }
      #expect(list.allSatisfy { $0.margin <= $0.chance.margin && $0.margin >= .zero })
    }
  }
}
