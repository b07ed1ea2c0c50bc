import Ledger
import Portfolio
import Testing
import Units

struct RankingReportTests {
  let books = TinyBooks(asOf: "2025-12") {
    customer("A") { monthly("2024-01", "2025-12", 100, cost: 60) }
    customer("B") { monthly("2025-01", "2025-03", 100, cost: 60) }
    customer("C") { sale("2024-02-01", 10, cost: 1) }
  }.books

  @Test func `the report binds ranking, break-even and one-offs of one window`() {
    var policy = Policy()
    policy.company.fixedCosts = .euros(500)
    let report = RankingReport(books: books, policy: policy)
    #expect(report.ranking.rows.map(\.customer) == [0, 1, 2])
    #expect(report.breakEven.point.value?.rank == 2)
    #expect(report.oneOffs.rows.map(\.customer) == [2])
  }

  @Test func `the criterion asked for orders the break-even too`() {
    var policy = Policy()
    policy.company.fixedCosts = .euros(100)
    let report = RankingReport(books: books, policy: policy, criterion: .operatingMargin)
    #expect(report.ranking.criterion == .operatingMargin && report.breakEven.point.value?.rank == 1)
  }
}
