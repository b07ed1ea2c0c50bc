import Ledger
import Portfolio
import Testing
import Units

struct OrderRhythmTests {
  private func rhythm(_ days: [Day]) -> OrderRhythm {
    OrderRhythm(of: days.map { OrderLog.Order(day: $0, revenue: Cents(100)) }[...])
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
}
