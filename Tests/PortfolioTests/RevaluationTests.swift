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
    // A hundredth of a percent up.
    #expect(row.rise == Rate(millionths: 137_600) && !row.reaches && row.aim == .otherPrices)
    // It pays a sixth less than the others: twice the cap of 5 % may be asked.
    #expect(row.asked == Rate(percent: 10) && row.askedAmount == Cents(900) && row.left == .zero)
    #expect(found[0] == row && found[1] == nil && found.askedAmount == found.rows.map(\.askedAmount).sum)
  }

  @Test func `a small gap is no reason, and who pays more than its like is not listed for its floor`() {
    var policy = Policy()
    policy.prices.leastGap = Rate(percent: 60)
    #expect(revaluation(books, PriceDisparityTests.example.sales, policy).rows.isEmpty)
    policy.floors.company.rate = Rate(percent: 60)
    policy.floors.testedFromMonths = 1
    let found = revaluation(books, PriceDisparityTests.example.sales, policy)
    // All leave less than 60 %; the one at 9 pays less than its like, the others pay as much or more.
    #expect(found.rows.map(\.customer) == [0] && found.otherwiseUnderFloor.sorted() == [1, 2, 3, 4])
    // Without prices nothing but the floor tells, and no service stands against it.
    #expect(revaluation(books, nil, policy).rows.count == 5)
  }

  @Test func `a floor takes what is left once rebates and the floor itself are paid, and a refusal is no price`() {
    var policy = Policy()
    policy.floors.company.rate = Rate(percent: 60)
    policy.floors.testedFromMonths = 1
    for row in revaluation(books, nil, policy).rows {
      guard case .underFloor(let rate, let floor, let gap) = row.reasons[0] else {
        Issue.record("another reason")
        return
      }
      #expect(rate.value < floor.value && row.reasons.count == 1 && row.aim == .floor)
      // 60 % of each euro more has to stay: the other 40 % mend the gap.
      let alone = riseClosing(gap, on: row.revenue, rebates: Rate(millionths: 0), floor: floor)
      #expect(row.rise == (alone.map { $0 <= policy.ladder.lastOfferCap } ?? false ? alone : nil))
      #expect(row.asked <= Rate(percent: 5) && row.reaches == (alone.map { $0 <= Rate(percent: 5) } ?? false))
      #expect(row.left == max(.zero, gap - row.askedAmount.times(400_000, over: 1_000_000)))
    }
  }

  @Test func `who is served beyond its promise is under its floor for its service, not for its price`() {
    var policy = Policy()
    policy.floors.company.rate = Rate(percent: 30)
    policy.floors.testedFromMonths = 1
    for level in Policy.ServiceLevel.allCases {
      policy.service.catalogue[level]?.visits = 0
      policy.service.catalogue[level]?.calls = 0
    }
    let unpromised = policy
    func found(minutes: Int) -> Revaluation {
      let books = TinyBooks(asOf: "2025-12") {
        person("Anne", hoursPerMonth: 100, costPerHour: 60)
        customer("A") {
          monthly("2025-01", "2025-12", 1_000, cost: 750)
          visit("2025-03", minutes: minutes, by: "Anne")
        }
      }.books
      return revaluation(books, nil, unpromised)
    }
    // 3,000 of 12,000 are left before the visit: 600 and what it costs lack.
    #expect(found(minutes: 120).rows.map(\.customer) == [0] && found(minutes: 120).otherwiseUnderFloor.isEmpty)
    #expect(found(minutes: 1_200).rows.isEmpty && found(minutes: 1_200).otherwiseUnderFloor == [0])
  }
}
