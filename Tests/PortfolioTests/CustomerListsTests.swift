import Ledger
import Portfolio
import Testing
import Units

struct CustomerListsTests {
  private func lists(policy: Policy = Policy(), @ListOf<TinyEntry> _ entries: () -> [TinyEntry]) -> CustomerLists {
    PortfolioAnalysis(books: TinyBooks(asOf: "2025-12") { entries() }.books, policy: policy).lists
  }

  @Test func `the worked example: the first of the whale curve are cherished, who stopped is at risk`() {
    let lists = lists {
      customer("Best") { monthly("2024-01", "2025-12", 10_000, cost: 5_000) }
      customer("Fair") { monthly("2024-01", "2025-12", 2_000, cost: 1_166) }
      customer("Good") { monthly("2024-01", "2025-12", 5_000, cost: 2_500) }
      customer("Left") { monthly("2023-01", "2024-12", 2_000, cost: 1_000) }
    }
    #expect(lists[.cherish].map(\.customer) == [0])
    #expect(lists[.cherish].first?.stake == .euros(60_000))
    #expect(lists[.atRisk].map(\.customer) == [3])
    #expect(lists[.atRisk].first?.reason == .fell(from: .euros(24_000), to: .zero))
    #expect(lists[.atRisk].first?.stake == .euros(12_000))
  }

  @Test func `a customer under its floor is repriced, not cherished, as long as the rise stays within the cap`() {
    var policy = Policy()
    policy.floors.company.rate = Rate(percent: 20)
    func entries() -> [TinyEntry] { [customer("Thin") { monthly("2023-01", "2025-12", 1_000, cost: 900) }] }
    let raised = CustomerLists(
      PortfolioAnalysis(books: TinyBooks(asOf: "2025-12", months: 12, entries: entries()).books, policy: policy))
    #expect(raised[.cherish].isEmpty)
    // (20 % × 12,000 − 1,200) ÷ (80 % × 12,000) = 12.5 %.
    #expect(raised[.reprice].first?.reason == .underFloor(raise: Rate(millionths: 125_000)))
    policy.ladder.lastOfferCap = Rate(percent: 12)
    let capped = CustomerLists(
      PortfolioAnalysis(books: TinyBooks(asOf: "2025-12", months: 12, entries: entries()).books, policy: policy))
    #expect(capped[.reprice].isEmpty)
  }

  @Test func `time beyond the level is worth what it costs`() throws {
    var policy = Policy()
    policy.service.budgetHours = 10
    let lists = lists(policy: policy) {
      person("Anne", hoursPerMonth: 100, costPerHour: 50)
      customer("Big") { monthly("2024-01", "2025-12", 50_000, cost: 40_000) }
      customer("Eater") {
        monthly("2024-01", "2025-12", 100, cost: 60)
        visit("2025-03", minutes: 1_200, by: "Anne")
      }
    }
    let entry = try #require(lists[.overServed].first)
    #expect(entry.customer == 1)
    guard case .served(let minutes, let allotted) = entry.reason else {
      Issue.record("the reason is time")
      return
    }
    #expect(minutes == 1_200 && allotted < 1_200)
    #expect(try #require(entry.stake) > .zero)
  }

  @Test func `every list is sorted by what is at stake, what is not known last`() {
    for seed in 1...30 as ClosedRange<UInt64> {
      let analysis = PortfolioAnalysis(
        books: TinyBooks(asOf: "2025-12", months: 12, entries: randomEntries(seed: seed)).books, policy: Policy())
      for kind in CustomerLists.Kind.allCases {
        let stakes = analysis.lists[kind].map { $0.stake?.value ?? .min }
        #expect(stakes == stakes.sorted(by: >))
      }
    }
  }
}
