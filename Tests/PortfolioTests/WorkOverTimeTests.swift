import Ledger
import Portfolio
import Testing
import Units

struct WorkOverTimeTests {
  /// Two customers in 2024; in 2025 they buy `kept` a month and a third buys `added`, with `minutes` of visits.
  private func work(kept: Euros, added: Euros, minutes: Int) -> WorkOverTime {
    let books = TinyBooks(asOf: "2025-12") {
      customer("A") {
        monthly("2024-01", "2024-12", 100)
        monthly("2025-01", "2025-12", kept)
        visit("2024-01", minutes: 600)
      }
      customer("B") { monthly("2024-01", "2025-12", 100) }
      customer("C") {
        monthly("2025-01", "2025-12", added)
        visit("2025-05", minutes: minutes)
      }
    }.books
    return WorkOverTime(books: books, policy: Policy())
  }

  @Test func `the worked example: half as many customers again, half as much revenue again, twice the work`() {
    let work = work(kept: 100, added: 100, minutes: 1_200)
    #expect(work.yearBefore.customers == 2 && work.lastYear.customers == 3)
    #expect(work.yearBefore.revenue == .euros(2_400) && work.lastYear.revenue == .euros(3_600))
    #expect(work.yearBefore.revenuePerHour == .euros(240) && work.lastYear.revenuePerHour == .euros(180))
    #expect(work.finding == .known(.moreWorkThanRevenue))
    #expect(work.months.count == 24 && work.months[16].minutes == 1_200 && work.months[16].customers == 3)
  }

  @Test func `more customers bring revenue, only work, or neither`() {
    #expect(work(kept: 100, added: 100, minutes: 900).finding == .known(.moreRevenue))
    #expect(work(kept: 50, added: 50, minutes: 900).finding == .known(.onlyWork))
    #expect(work(kept: 50, added: 40, minutes: 600).finding == .known(.neither))
  }

  @Test func `as many customers as before find nothing new`() {
    let books = TinyBooks(asOf: "2025-12") {
      customer("A") {
        monthly("2024-01", "2025-12", 100)
        visit("2024-01", minutes: 10)
      }
    }.books
    #expect(WorkOverTime(books: books, policy: Policy()).finding == .known(.noMoreCustomers))
  }

  @Test func `what the data cannot tell is not told`() {
    let young = TinyBooks(asOf: "2025-12") { customer("A") { monthly("2024-02", "2025-12", 100) } }.books
    let short = WorkOverTime(books: young, policy: Policy())
    #expect(short.finding == .unknown(.historyTooShort) && short.months.count == 23)
    let silent = TinyBooks(asOf: "2025-12") { customer("A") { monthly("2024-01", "2025-12", 100) } }.books
    #expect(WorkOverTime(books: silent, policy: Policy()).finding == .unknown(.noServiceLog))
    let late = TinyBooks(asOf: "2025-12") {
      customer("A") {
        monthly("2024-01", "2025-12", 100)
        visit("2024-02")
      }
    }.books
    #expect(WorkOverTime(books: late, policy: Policy()).finding == .unknown(.serviceLogTooShort))
  }

  @Test func `months sum to the years`() {
    for seed in 0..<20 {
      let work = WorkOverTime(books: randomBooks(seed: UInt64(seed)), policy: Policy())
      #expect(work.months.map(\.revenue).sum == work.lastYear.revenue + work.yearBefore.revenue)
      #expect(work.months.reduce(0) { $0 + $1.minutes } == work.lastYear.minutes + work.yearBefore.minutes)
    }
  }
}
