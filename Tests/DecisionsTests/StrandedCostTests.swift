import Ledger
import Portfolio
import Testing
import Units

@testable import Decisions

/// What of a service cost stays when a relation ends.
struct StrandedCostTests {
  /// Ann gives Big so many minutes of W, and Mid half an hour.
  ///
  /// She can give 57,600 minutes, each at 1.25, and nobody's level allows less.
  private func analysis(minutes: Int, kind: ServiceKind = .visit) -> PortfolioAnalysis {
    var policy = Policy()
    for level in Policy.ServiceLevel.allCases { policy.effort.mostHours[level] = 2_000 }
    return PortfolioAnalysis(
      books: callBooks(["Big": [Given(kind: kind, events: 100, minutes: minutes)], "Mid": [Given(minutes: 30)]]),
      policy: policy)
  }

  private func stranded(_ analysis: PortfolioAnalysis, plan: CallPlan?) -> StrandedCost {
    StrandedCost(analysis.margins.costs, policy: analysis.policy, plan: plan)
  }

  @Test func `time stays paid while its pool has hours unused`() {
    let analysis = analysis(minutes: 30_000)
    let plan = CallPlan.of(analysis).value
    #expect(stranded(analysis, plan: plan).cost(of: 0) == Cents(30_000 * 125))
    #expect(stranded(analysis, plan: nil).cost(of: 0) == Cents(30_000 * 125))
  }

  @Test func `a full pool's freed hours are worth what an hour more brings, and the rest of their cost stays`() throws {
    let analysis = analysis(minutes: 57_000)
    let plan = try #require(CallPlan.of(analysis).value)
    let hour = try #require(plan.loads.first?.nextHour)
    try #require(hour > .zero && hour < Cents(7_500))
    let freed = hour.times(57_000, over: 60)
    #expect(stranded(analysis, plan: plan).cost(of: 0) == Cents(57_000 * 125) - freed)
  }

  @Test func `freed hours of people whose hours nobody plans are worth what they cost`() {
    let analysis = analysis(minutes: 57_000, kind: .admin)
    #expect(stranded(analysis, plan: nil).cost(of: 0) == .zero)
  }

  @Test func `an hour is never worth more than it costs`() throws {
    // A full desk that sells: an hour more brings a hundred times its cost.
    let analysis = analysis(minutes: 57_000)
    let account = CallAccount(
      customer: 1, seller: 0, minutes: 60, margin: Cents(100_000_000), potential: Cents(150_000_000), limits: 0...6_000)
    let plan = CallPlan(
      accounts: [account], sellers: [CallSeller(id: ID("Ann"), person: 0, capacity: 60)],
      terms: CallPlan.Terms(rule: analysis.policy.effort, visitMinutes: 60))
    try #require(plan.nextHours[0].map { $0 > Cents(7_500) } ?? false)
    #expect(stranded(analysis, plan: plan).cost(of: 0) == .zero)
  }
}
