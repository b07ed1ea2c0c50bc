import Ledger
import Portfolio
import Testing
import Units

struct OrderRhythmTests {
  private func rhythm(_ days: [Day], _ rule: Policy.Rhythm = Policy().growth.rhythm) -> OrderRhythm {
    OrderRhythm(of: days.map { OrderLog.Order(day: $0, revenue: Cents(100)) }[...], rule: rule)
  }

  @Test func `even gaps are regular, two orders have no rhythm yet`() {
    #expect(rhythm(["2025-01-10", "2025-02-10", "2025-03-14"]) == .regular)
    #expect(rhythm(["2025-01-10", "2025-02-10"]) == .irregular)
    #expect(rhythm(["2023-01-10", "2024-03-10", "2025-02-20"]) == .regular)
    #expect(rhythm(["2025-01-10", "2025-02-10", "2025-06-14"]) == .irregular)
  }

  @Test func `three orders each summer of two years are a season`() {
    let summers: [Day] = ["2024-06-01", "2024-07-15", "2024-08-30", "2025-06-20", "2025-07-02", "2025-09-10"]
    #expect(rhythm(summers) == .seasonal(from: 6))
    #expect(rhythm(Array(summers.prefix(5))) == .irregular)
    #expect(rhythm(summers + ["2026-01-05"]) == .seasonal(from: 6))
    #expect(rhythm(summers + ["2026-01-05", "2026-02-05", "2026-04-05"]) == .irregular)
  }

  @Test func `a season may run over New Year`() {
    let winters: [Day] = ["2023-11-05", "2023-12-20", "2024-01-30", "2024-11-25", "2025-01-06", "2025-02-20"]
    #expect(rhythm(winters) == .seasonal(from: 11))
  }

  @Test func `each measure of a rhythm is the company's own`() {
    // Gaps of 31 and 32 days.
    let even: [Day] = ["2025-01-10", "2025-02-10", "2025-03-14"]
    // Gaps of 31 and 63 days: 32 apart, the median is 47.
    let uneven: [Day] = ["2025-01-10", "2025-02-10", "2025-04-14"]
    let summers: [Day] = ["2024-06-01", "2024-07-15", "2024-08-30", "2025-06-20", "2025-07-02", "2025-09-10"]
    func with(_ days: [Day], _ change: (inout Policy.Rhythm) -> Void) -> OrderRhythm {
      var rule = Policy.Rhythm()
      change(&rule)
      return rhythm(days, rule)
    }
    #expect(with(even) { $0.regularGaps = 3 } == .irregular)
    #expect(rhythm(uneven) == .irregular && with(uneven) { $0.regularSpread = Rate(percent: 69) } == .regular)
    #expect(with(summers) { $0.seasonMonths = 2 } == .irregular)
    #expect(with(summers) { $0.seasonOrders = 4 } == .irregular)
    #expect(with(summers) { $0.seasons = 3 } == .irregular)
    let winter = summers + ["2026-01-05", "2026-02-05", "2026-04-05"]
    #expect(with(winter) { $0.seasonShare = Rate(percent: 66) } == .seasonal(from: 6))
  }
}
