import Decisions
import Ledger
import Testing
import Units

struct LossEpisodesTests {
  @Test func `a loss lasts from the last order over the month it is one to the return`() {
    let books = tradeBooks(
      asOf: "2025-12",
      [
        Trader("A").monthly("2021-01", "2022-06", 100).monthly("2023-09", "2025-12", 100),
        Trader("B").monthly("2021-01", "2023-03", 100), Trader("C").monthly("2021-01", "2025-12", 100),
      ])
    let episodes = LossEpisode.all(Stages(books.source), orders: books.orders)
    #expect(
      episodes == [
        LossEpisode(
          customer: 0, lastOrder: "2022-06-10", lost: "2023-06", entry: 12, exit: 15, hasReturned: true),
        LossEpisode(
          customer: 1, lastOrder: "2023-03-10", lost: "2024-03", entry: 12, exit: 33, hasReturned: false),
      ])
  }

  @Test func `what the company ended is no loss, and ends the watch of one`() throws {
    let books = tradeBooks(
      asOf: "2025-12",
      [Trader("A").monthly("2021-01", "2023-03", 100), Trader("B").monthly("2021-01", "2023-03", 100)])
    let source = try #require(
      StageSource(books: books, policy: Policy(), ceased: [0: "2023-04", 1: "2025-01"]))
    let episodes = LossEpisode.all(Stages(source), orders: books.orders)
    #expect(
      episodes == [
        LossEpisode(
          customer: 1, lastOrder: "2023-03-10", lost: "2024-03", entry: 12, exit: 21, hasReturned: false)
      ])
  }
}
