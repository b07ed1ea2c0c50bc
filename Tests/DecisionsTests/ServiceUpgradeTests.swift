import Decisions
import Ledger
import Testing
import Units

struct ServiceUpgradeTests {
  /// Ann has ten delegated customers; the first could buy far more than ten hours win.
  private func plan(
    hours: Int = 60, potential: Cents? = Cents(60_000_000),
    above: CallAccount.Above? = .init(.personal, limits: 360...7_200),
    _ change: (inout Policy.Effort) -> Void = { _ in }
  ) -> CallPlan {
    var rule = Policy.Effort()
    change(&rule)
    let accounts = (0..<10).map {
      CallAccount(
        customer: $0, seller: 0, minutes: 480, margin: Cents($0 == 0 ? 30_000_000 : 400_000),
        potential: $0 == 0 ? potential : nil, level: .delegated, limits: 60...600, above: above)
    }
    return CallPlan(
      accounts: accounts, sellers: [CallSeller(id: ID("Ann"), capacity: hours * 60)],
      terms: CallPlan.Terms(rule: rule, visitMinutes: 60))
  }

  @Test func `who is held back by the level is proposed the next one, and the plan keeps to the levels`() throws {
    let plan = plan()
    let upgrade = try #require(plan.upgrades.first)
    #expect(plan.upgrades.count == 1 && upgrade.customer == 0 && upgrade.level == .personal && upgrade.seller == 0)
    #expect(plan.rows[0].planned == 600 && upgrade.minutes > 600 && upgrade.more == upgrade.minutes - 600)
  }

  @Test(arguments: [20, 60, 200])
  func `what an upgrade brings is what the plan with it brings more, hours taken from others counted`(hours: Int) throws
  {
    let before = plan(hours: hours)
    let upgrade = try #require(before.upgrades.first)
    let after = CallPlan(
      accounts: before.rows.map(\.account).map { account in
        CallAccount(
          customer: account.customer, seller: 0, minutes: account.minutes, margin: account.margin,
          potential: account.potential, level: account.level,
          limits: account.customer == upgrade.customer ? 360...7_200 : account.limits)
      }, sellers: before.loads.map(\.seller), terms: before.terms)
    #expect(after.gain - before.gain == upgrade.gain)
    #expect(after.rows.first { $0.customer == upgrade.customer }?.planned == upgrade.minutes)
  }

  @Test func `nobody rises above the closest level, below its cap, or for less than the rule asks`() {
    #expect(plan(above: nil).upgrades.isEmpty)
    // Small customers bring less than what the rule asks, however many hours they get.
    #expect(!plan(potential: nil).upgrades.contains { $0.customer != 0 })
    #expect(plan { $0.leastReassignmentGain = Cents(100_000_000) }.upgrades.isEmpty)
    #expect(plan { $0.mostReassignments = 0 }.upgrades.isEmpty)
  }

  @Test func `a level that promises more hours than there are is not proposed`() {
    func proposed(promising least: Int) -> Int {
      plan(above: .init(.personal, limits: least...7_200)).upgrades.count
    }
    // The nine others are promised an hour each.
    #expect(proposed(promising: 51 * 60) == 1 && proposed(promising: 51 * 60 + 15) == 0)
  }
}
