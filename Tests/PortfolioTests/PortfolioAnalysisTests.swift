import Ledger
import Portfolio
import Testing
import Units

struct PortfolioAnalysisTests {
  private let analysis = PortfolioAnalysis(books: randomBooks(seed: 3), policy: Policy())

  @Test func `parts agree with one another to the cent`() {
    #expect(analysis.ranking.revenue == analysis.profitability.revenue)
    #expect(analysis.reconciliation.window.customers == analysis.ranking.revenue)
    #expect(analysis.company.lastYear.revenue == analysis.reconciliation.window.all)
    #expect(analysis.categoryTable.totals.map(\.sums.revenue).sum == analysis.ranking.revenue)
    #expect(analysis.bandTable.bands.revenue + analysis.bandTable.bands.negativeRevenue == analysis.ranking.revenue)
  }

  @Test func `a part asked for from many tasks at once is one and the same`() async {
    let analysis = analysis
    let gaps = await withTaskGroup(of: Cents.self) { group in
      for _ in 0..<16 { group.addTask { analysis.profitability.operatingMargin } }
      return await group.reduce(into: Set<Cents>()) { $0.insert($1) }
    }
    #expect(gaps == [analysis.profitability.operatingMargin])
  }

  @Test func `another criterion ranks anew and leaves the policy's ranking as it is`() {
    #expect(analysis.ranking(by: .operatingMargin).criterion == .operatingMargin)
    #expect(analysis.ranking.criterion == .revenue)
  }
}
