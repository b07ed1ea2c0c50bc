import Ledger
import Portfolio
import Testing
import Units

struct OrderSpreadTests {
  private func spread(_ days: [Int], _ values: [Int64]) -> OrderSpread? {
    OrderSpread(
      of: zip(days, values).map {
        OrderLog.Order(day: Day(number: 19_000).advanced(by: $0), revenue: Cents($1))
      }[...])
  }

  @Test func `three orders have a median, a sum and two variations`() throws {
    let found = try #require(spread([0, 10, 40], [100, 400, 100]))
    #expect(found.orders == 3 && found.sum == Cents(600) && found.medianOrder == Cents(100))
    // Values: mean 200, squares of deviations 10,000 + 40,000 + 10,000, over two: √30,000 ÷ 200.
    #expect(abs((found.valueVariation ?? 0) - 0.866_025) < 0.000_001)
    // Gaps 10 and 30: mean 20, √(200 ÷ 1) ÷ 20.
    #expect(abs((found.gapVariation ?? 0) - 0.707_107) < 0.000_001)
  }

  @Test func `too few orders have no variation`() {
    #expect(spread([], []) == nil)
    #expect(spread([0], [100])?.valueVariation == nil)
    let two = spread([0, 10], [100, 300])
    #expect(two?.medianOrder == Cents(200) && two?.valueVariation != nil && two?.gapVariation == nil)
  }

  @Test func `amounts of any size keep equal orders without variation`() {
    let big = spread([0, 7, 14, 21], Array(repeating: 99_999_999_999_999, count: 4))
    #expect(big?.valueVariation == 0 && big?.gapVariation == 0)
  }
}
