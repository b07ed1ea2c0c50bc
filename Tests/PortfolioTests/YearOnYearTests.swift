import Ledger
import Portfolio
import Testing
import Units

struct YearOnYearTests {
  private func change(_ asOf: Month, leastMonths: Int = 6, @ListOf<TinyLine> _ lines: () -> [TinyLine]) -> YearOnYear? {
    let books = TinyBooks(asOf: "2026-06") { customer("A") { lines() } }.books
    var rule = Policy().growth
    rule.leastMonths = leastMonths
    return YearOnYear(orders: books.orders[0], asOf: asOf, rule: rule)
  }

  @Test func `a customer under eighteen months of age proves nothing`() {
    #expect(change("2025-12") { monthly("2024-07", "2026-06", 100) } == nil)
    #expect(change("2025-12") { monthly("2024-06", "2026-06", 100) }?.months == 6)
    #expect(change("2025-12", leastMonths: 7) { monthly("2024-06", "2026-06", 100) } == nil)
    #expect(change("2025-12") { monthly("2022-01", "2026-06", 100) }?.months == 12)
    #expect(change("2025-12") { sale("2026-01-01", 10) } == nil)
  }

  @Test func `nothing after the month is read`() {
    let known = change("2025-12") { monthly("2023-01", "2025-12", 100) }
    let later = change("2025-12") {
      monthly("2023-01", "2025-12", 100)
      monthly("2026-01", "2026-06", 9_000)
    }
    #expect(known == later && known?.currentOrders == 12 && known?.previousOrders == 12)
  }

  @Test func `revenue after none has no ratio and is no growth`() {
    let change = change("2025-12") {
      sale("2022-01-10", 100)
      monthly("2025-01", "2025-12", 1_000)
    }
    #expect(change?.passesGate == true && change?.grew(to: Rate(percent: 115)) == false)
  }
}
