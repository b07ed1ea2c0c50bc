import Ledger
import Portfolio
import Testing
import Units

struct NoiseGateTests {
  private func orders(_ days: [Day], _ values: [Int64]) -> ArraySlice<OrderLog.Order> {
    zip(days, values).map { OrderLog.Order(day: $0, revenue: Cents($1 * 100)) }[...]
  }

  private func gate(
    _ orders: ArraySlice<OrderLog.Order>, _ rhythm: OrderRhythm, _ now: Int, _ before: Int,
    _ rule: Policy.Growth = Policy().growth
  ) -> NoiseGate? {
    NoiseGate(orders: orders, current: now, previous: before, rhythm: rhythm, rule: rule)
  }

  @Test func `three irregular orders of a thousand leave 2,706.22 to chance`() {
    let three = orders(["2024-05-01", "2025-03-01", "2025-11-20"], [1_000, 1_000, 1_000])
    let gate = gate(three, .irregular, 2, 1)
    #expect(gate?.width == .euros(2_706.22))
    #expect(gate?.valueVariation == 0.7 && gate?.gapVariation == 1)
    #expect(gate?.passes(.euros(-2_706.22)) == true && gate?.passes(.euros(2_706.21)) == false)
  }

  @Test func `with a rhythm the same three orders leave two of them to chance`() {
    let three = orders(["2024-05-01", "2025-03-01", "2025-11-20"], [1_000, 1_000, 1_000])
    #expect(gate(three, .seasonal(from: 3), 2, 1)?.width == .euros(2_000))
  }

  @Test func `monthly orders of 1,000 then 1,250 grow by more than noise`() throws {
    let months = MonthSpan("2024-01", "2025-12").months
    let orders = orders(months.map { $0.firstDay.advanced(by: 9) }, months.map { $0 < "2025-01" ? 1_000 : 1_250 })
    let change = try #require(YearOnYear(orders: orders, asOf: "2025-12", rule: Policy().growth))
    // Age 23, so h = 11: the month of the first order is not compared.
    #expect(change.months == 11 && change.current == .euros(13_750) && change.previous == .euros(11_000))
    #expect(change.gate.medianOrder == .euros(1_125) && change.gate.width == .euros(2_250))
    #expect(change.grew(to: Rate(percent: 115)) && change.grew(to: Rate(percent: 125)))
    #expect(!change.grew(to: Rate(percent: 126)))
  }

  @Test func `variations are clipped and read on the last twenty-four orders only`() {
    let wild = orders(
      (0..<30).map { Day(number: 19_000).advanced(by: $0 < 6 ? $0 : 6 + ($0 - 6) * 30) },
      (0..<30).map { $0 < 6 ? 1_000_000 : 500 })
    let gate = gate(wild, .regular, 12, 12)
    #expect(gate?.valueVariation == 0.1 && gate?.gapVariation == 0.1 && gate?.meanOrder == .euros(500))
    let spread = orders(
      [0, 1, 2, 400, 401, 402].map { Day(number: 19_000).advanced(by: $0) }, [1, 1, 1, 1, 1, 100_000])
    #expect(self.gate(spread, .irregular, 3, 3)?.valueVariation == 1.5)
    #expect(self.gate(spread, .irregular, 3, 3)?.gapVariation == 1)
    #expect(self.gate(spread, .regular, 3, 3)?.gapVariation == 0.3)
  }

  @Test func `each bound of the gate is the company's own`() {
    let three = orders(["2024-05-01", "2025-03-01", "2025-11-20"], [1_000, 1_000, 1_000])
    let spread = orders(
      [0, 1, 2, 400, 401, 402].map { Day(number: 19_000).advanced(by: $0) }, [1, 1, 1, 1, 1, 100_000])
    let even = orders((0..<6).map { Day(number: 19_000).advanced(by: $0 * 10) }, [5, 5, 5, 5, 5, 5])
    func with(
      _ orders: ArraySlice<OrderLog.Order>, _ rhythm: OrderRhythm = .irregular,
      _ change: (inout Policy.Growth) -> Void
    ) -> NoiseGate? {
      var rule = Policy().growth
      change(&rule)
      return gate(orders, rhythm, 3, 3, rule)
    }
    #expect(with(three) { $0.gateFewValueVariation = Rate(percent: 60) }?.valueVariation == 0.6)
    #expect(with(three) { $0.gateFewGapVariation = Rate(percent: 90) }?.gapVariation == 0.9)
    // Three orders are enough to measure, and these do not vary.
    #expect(with(three) { $0.gateFewOrders = 3 }?.valueVariation == 0.1)
    #expect(with(spread) { $0.gateMostValueVariation = Rate(percent: 120) }?.valueVariation == 1.2)
    #expect(with(spread) { $0.gateMostGapVariation = Rate(percent: 80) }?.gapVariation == 0.8)
    #expect(with(spread, .regular) { $0.gateRhythmGapVariation = Rate(percent: 20) }?.gapVariation == 0.2)
    #expect(with(even) { $0.gateLeastValueVariation = Rate(percent: 5) }?.valueVariation == 0.05)
    #expect(with(even) { $0.gateLeastGapVariation = Rate(percent: 6) }?.gapVariation == 0.06)
    #expect(with(spread) { $0.gateLastOrders = 5 }?.meanOrder == .euros(20_000.8))
  }

  @Test func `without an order there is no gate`() {
    #expect(gate([], .irregular, 0, 0) == nil)
  }

  @Test func `the gate widens with the orders compared and never falls under two median orders`() {
    for seed in 0..<100 {
      var random = SplitMix64(seed: UInt64(seed))
      var day = Day(number: 18_000)
      let values = (0..<Int.random(in: 1...40, using: &random)).map { _ in Int64.random(in: 1...9_999, using: &random) }
      let days = values.map { _ in
        day = day.advanced(by: Int.random(in: 1...90, using: &random))
        return day
      }
      let orders = orders(days, values)
      let widths = [0, 4, 16, 64].compactMap { gate(orders, .irregular, $0, 2)?.width }
      #expect(widths == widths.sorted() && widths.count == 4)
      let least = orders.suffix(Policy().growth.gateLastOrders).map(\.revenue).sorted()
      #expect(widths[0] >= least[(least.count - 1) / 2].times(2))
    }
  }
}
