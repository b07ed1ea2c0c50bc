import Decisions
import Ledger
import Testing
import Units

struct StageFlowTests {
  private let books = stageExampleBooks()

  @Test func `December 2025 by stage, to the cent`() {
    let flow = StageFlow(Stages(books.source), activity: books.activity, policy: Policy())
    let month: Month = "2025-12"
    #expect(flow[.mature, month].customers == 6 && flow[.mature, month].revenue == Cents(6_160_000))
    #expect(flow[.declining, month].revenue == Cents(840_000) && flow[.declining, month].monthRevenue == Cents(70_000))
    #expect(flow[.wonBack, month].revenue == Cents(100_000) && flow[.lost, month].customers == 1)
    #expect(flow.active(month).customers == 8)
    // Nobody's cost is known.
    #expect(flow[.mature, month].unknownMargins == 6 && flow[.mature, month].grossMargin == .zero)
  }

  @Test func `margins are summed where they are known`() {
    let books = tradeBooks(
      asOf: "2024-06",
      [
        Trader("A").monthly("2023-01", "2024-06", 100, cost: 60), Trader("B").monthly("2023-01", "2024-06", 100),
      ])
    let flow = StageFlow(Stages(books.source), activity: books.activity, policy: Policy())
    #expect(flow[.mature, "2024-06"].grossMargin == Cents(48_000) && flow[.mature, "2024-06"].unknownMargins == 1)
  }

  @Test func `stages and those without an order yet are all customers and all their revenue, each month`() {
    let flow = StageFlow(Stages(books.source), activity: books.activity, policy: Policy())
    for month in books.source.months.months {
      let all = Stage.allCases.reduce(into: flow[nil, month]) { $0 += flow[$1, month] }
      let span = MonthSpan(month, month)
      let revenue = books.customers.ids.indices.map { books.activity.total(of: $0, in: span).revenue }.sum
      let year = MonthSpan(month.advanced(by: -11), month)
      let years = books.customers.ids.indices.map { books.activity.total(of: $0, in: year).revenue }.sum
      #expect(all.customers == books.customers.count && all.monthRevenue == revenue && all.revenue == years)
    }
    #expect(flow[.mature, "2026-01"].customers == 0)
  }
}
