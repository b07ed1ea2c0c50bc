import Decisions
import Ledger
import Portfolio
import Testing
import Units

struct LossPathTests {
  private func path(_ trader: Trader, asOf: Month = "2025-12") -> LossPath? {
    let books = tradeBooks(asOf: asOf, [trader, Trader("Other").monthly("2020-01", asOf, 10)])
    let losses = Losses(
      Stages(books.source), books.source, books: books, policy: Policy(),
      categories: CategoryOf(books: books, policy: Policy()))
    return losses.rows.first { $0.customer == books.place(trader.id) }?.path
  }

  @Test func `a few orders within a year are born and died, if the first was the first`() {
    let few = Trader("A").buying("2022-03-01", 100).buying("2022-06-01", 100).buying("2022-09-01", 100)
    #expect(path(few) == .bornDied)
    // Before the data begin it may have bought for years.
    let old = Trader("A").buying("2020-03-01", 100).buying("2020-06-01", 100).buying("2020-09-01", 100)
    #expect(path(old) == .sudden)
  }

  @Test func `new, developing, mature, declining, lost is a full cycle`() {
    let whole = Trader("A").monthly("2021-01", "2021-12", 500).monthly("2022-01", "2022-12", 1_000)
      .monthly("2023-01", "2024-01", 1_000).monthly("2024-02", "2024-12", 500)
    #expect(path(whole) == .fullCycle)
  }

  @Test func `who declined before the last order left slowly, who did not left at once`() {
    let slow = Trader("A").monthly("2020-01", "2023-12", 1_000).monthly("2024-01", "2024-11", 500)
    #expect(path(slow) == .slowDecline)
    #expect(path(Trader("A").monthly("2020-01", "2024-11", 1_000)) == .sudden)
  }

  @Test func `a decline of the whole year is slow, one of its second half is sudden`() {
    #expect(path(Trader("A").monthly("2020-01", "2024-12", 1_000).monthly("2025-01", "2025-12", 700)) == .slowDecline)
    #expect(path(Trader("A").monthly("2020-01", "2025-06", 1_000).monthly("2025-07", "2025-12", 300)) == .sudden)
  }
}
