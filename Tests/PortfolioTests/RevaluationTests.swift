import Ledger
import Testing
import Units

@testable import Portfolio

struct RevaluationTests {
  private func revaluation(_ books: Books, _ sales: ProductSales?, _ policy: Policy = Policy()) -> Revaluation {
    let portfolio = PortfolioAnalysis(books: books, policy: policy)
    portfolio.readPrices { sales }
    return portfolio.prices.revaluation
  }

  /// Flour at 9, 10, 10, 11 and 12.
  private var books: Books {
    TinyBooks(asOf: "2025-12") {
      for (place, price) in [90, 100, 100, 110, 120].enumerated() {
        customer("C\(place)") { sale("2025-02-05", Euros(cents: Int64(price * 100)), cost: 50) }
      }
    }.books
  }

  @Test func `the worked example`() throws {
    let found = revaluation(books, PriceDisparityTests.example.sales)
    let row = try #require(found.rows.first)
    #expect(found.rows.count == 1 && row.customer == 0 && found.gap == found.rows.map(\.gap).sum)
    guard case .belowPeers(let index, let median, let gap) = row.reasons[0] else {
      Issue.record("another reason")
      return
    }
    // 90 against 10 × 10.75 at the others' mean; the median of the others' indexes is that of 100 against 105.
    #expect(index == Share(9_000, of: 10_750) && median == Share(10_000, of: 10_500) && gap == Cents(1_238))
    #expect(row.rise == Share(1_238, of: 9_000))
    // It pays a sixth less than the others: twice the cap of 5 % may be asked.
    #expect(row.asked == Rate(percent: 10))
  }

  @Test func `a small gap is no reason, and a floor is one without any prices`() {
    var policy = Policy()
    policy.prices.leastGap = Rate(percent: 60)
    #expect(revaluation(books, PriceDisparityTests.example.sales, policy).rows.isEmpty)
    policy.floors.company.rate = Rate(percent: 60)
    policy.floors.testedFromMonths = 1
    let found = revaluation(books, nil, policy)
    #expect(!found.rows.isEmpty)
    for row in found.rows {
      #expect(row.gap > .zero && row.reasons.count == 1)
      // 60 % of each euro more has to stay: the other 40 % mend the gap.
      #expect(row.rise == Share(row.gap, of: row.revenue.times(400_000, over: 1_000_000)))
      #expect(row.asked == Rate(percent: 5) || (row.rise?.value ?? 1) < 0.05)
      if case .underFloor(let rate, let floor, _) = row.reasons[0] {
        #expect(rate.value < floor.value)
      } else {
        Issue.record("another reason")
      }
    }
  }
}
