import Ledger
import Testing
import Units

struct RangeMonthsTests {
  private let use = RangeMonths(
    offsets: [0, 4, 4], months: [11, 12, 30, 31].map { Month(number: 24_000 + $0) }, ranges: [2, 0, 0, 1])
  private func span(_ first: Int32, _ last: Int32) -> MonthSpan {
    MonthSpan(Month(number: 24_000 + first), Month(number: 24_000 + last))
  }

  @Test func `ranges bought now and not before are gained`() {
    let change = use.change(of: 0, current: span(24, 35), previous: span(12, 23))
    #expect(change == RangeChange(current: 2, previous: 1, gained: [1]) && change.isWider)
  }

  @Test func `one range for another is no wider, nor is anything after nothing`() {
    #expect(!RangeChange(current: 1, previous: 1, gained: [3]).isWider)
    #expect(!use.change(of: 0, current: span(24, 35), previous: span(13, 23)).isWider)
    #expect(use.change(of: 1, current: span(0, 35), previous: span(0, 35)).gained.isEmpty)
  }
}
