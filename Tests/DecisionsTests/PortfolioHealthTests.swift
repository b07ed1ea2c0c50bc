import Decisions
import Ledger
import Testing
import Units

struct PortfolioHealthTests {
  private func health(_ books: Books, _ month: Month, _ change: (inout Policy) -> Void = { _ in }) -> PortfolioHealth? {
    var policy = Policy()
    change(&policy)
    return PortfolioHealth(
      StageFlow(Stages(books.source), activity: books.activity, policy: policy), month: month, policy: policy)
  }

  @Test func `a majority is no comfort while the share of the declining rises`() throws {
    let found = try #require(health(stageExampleBooks(), "2025-12"))
    #expect(found.state == .alarm && found.reasons == [.decliningRises, .majority])
    #expect(found.customers == 8 && found.soundCustomers == Share(6, of: 8))
    #expect(found.soundRevenue == Share(Cents(6_160_000), of: Cents(7_100_000)))
    #expect(found.declining == Share(1, of: 8) && found.decliningBefore == Share(0, of: 7))
  }

  @Test func `the same company is healthy for who bears more points`() {
    let found = health(stageExampleBooks(), "2025-12") { $0.lifeCycle.health.alarmPoints = Rate(percent: 13) }
    #expect(found?.state == .healthy && found?.reasons == [.majority])
  }

  @Test func `without a majority it is watched`() {
    let found = health(stageExampleBooks(), "2025-12") {
      $0.lifeCycle.health.alarmPoints = Rate(percent: 13)
      $0.lifeCycle.health.leastShare = Rate(percent: 75)
    }
    #expect(found?.state == .watch && found?.reasons == [.noMajority])
  }

  @Test func `more declining than anything else is an alarm, whatever came before`() {
    let falling = ["A", "B"].map {
      Trader($0).monthly("2023-01", "2024-12", 1_000).monthly("2025-01", "2025-12", 500)
    }
    let books = tradeBooks(asOf: "2025-12", falling + [Trader("C").monthly("2023-01", "2025-12", 1_000)])
    let found = health(books, "2025-12") { $0.lifeCycle.health.alarmMonths = 3 }
    #expect(found?.state == .alarm && found?.reasons.first == .decliningIsBiggest)
    #expect(found?.rise == 0)
  }

  @Test func `the first who can be told to decline are no rise`() {
    let books = tradeBooks(
      asOf: "2024-08",
      [
        Trader("A").monthly("2023-01", "2023-12", 1_000).monthly("2024-01", "2024-08", 500),
        Trader("B").monthly("2023-01", "2024-08", 1_000), Trader("C").monthly("2023-01", "2024-08", 1_000),
      ])
    let found = health(books, "2024-08")
    #expect(found?.declining == Share(1, of: 3) && found?.decliningBefore == nil && found?.state == .healthy)
  }

  @Test func `where nobody can be told to decline yet, nothing is said of health`() {
    let books = tradeBooks(
      asOf: "2024-05",
      [
        Trader("A").monthly("2023-01", "2023-12", 1_000).monthly("2024-01", "2024-05", 500),
        Trader("B").monthly("2023-01", "2024-05", 1_000),
      ])
    #expect(health(books, "2024-05") == nil && health(books, "2023-12") == nil)
  }

  @Test func `without an active customer there is no health`() {
    let books = tradeBooks(asOf: "2025-12", [Trader("A").buying("2023-01-05", 100)])
    #expect(health(books, "2025-12") == nil)
  }
}
