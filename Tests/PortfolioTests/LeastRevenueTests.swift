import Testing
import Units

@testable import Portfolio

@Suite struct LeastRevenueTests {
  private func least(_ cost: Cents?, _ gross: Cents?, on revenue: Cents, percent: Int64) -> Knowable<
    Cents, LeastRevenue.Refusal
  > {
    LeastRevenue.paying(cost, grossMargin: gross, on: revenue, floor: Rate(percent: percent))
  }

  @Test func `the worked example needs 1,000 euros of revenue to pay 220 at 30 % less 8 %`() {
    #expect(least(.euros(220), .euros(300), on: .euros(1_000), percent: 8) == .known(.euros(1_000)))
  }

  @Test func `the amount is rounded up so that it is enough`() {
    #expect(least(Cents(100), Cents(30), on: Cents(100), percent: 0) == .known(Cents(334)))
  }

  @Test func `each thing that is missing has its own reason`() {
    #expect(least(nil, .euros(1), on: .euros(2), percent: 0).reason == .costUnknown)
    #expect(least(.euros(1), nil, on: .euros(2), percent: 0).reason == .grossRateUnknown)
    #expect(least(.euros(1), .euros(1), on: .zero, percent: 0).reason == .grossRateUnknown)
    #expect(least(.euros(1), .euros(8), on: .euros(100), percent: 8).reason == .grossRateTooLow)
    #expect(least(Cents(.max), Cents(1), on: Cents(.max), percent: 0).reason == .outOfReach)
  }

  @Test func `the least revenue pays its cost and a cent less does not`() {
    var random = SplitMix64(seed: 7)
    for _ in 0..<500 {
      let revenue = Int64.random(in: 1...1_000_000, using: &random)
      let gross = Int64.random(in: -revenue...revenue, using: &random)
      let cost = Int64.random(in: 1...100_000, using: &random)
      let percent = Int64.random(in: 0...30, using: &random)
      guard let needed = least(Cents(cost), Cents(gross), on: Cents(revenue), percent: percent).value else { continue }
      let left = Int128(gross) * 100 - Int128(percent) * Int128(revenue)
      #expect(Int128(needed.value) * left >= Int128(cost) * Int128(revenue) * 100)
      #expect(Int128(needed.value - 1) * left < Int128(cost) * Int128(revenue) * 100)
    }
  }
}
