import Decisions
import Ledger
import Testing
import Units

struct CallReassignmentTests {
  /// Ann has too few hours for ten customers, Bob more than his only one can use.
  private func plan(
    region: String? = "North", bobsRegion: String? = "North", bobsHours: Int = 60, customers: Int = 10,
    _ change: (inout Policy.Effort) -> Void = { _ in }
  ) -> CallPlan {
    var rule = Policy.Effort()
    change(&rule)
    let accounts = (0..<customers).map {
      CallAccount(
        customer: $0, seller: 0, minutes: 120, margin: Cents(1_000_000 + Int64($0) * 100_000),
        potential: Cents(9_000_000), limits: 60...1200, region: region)
    }
    let last = CallAccount(
      customer: customers, seller: 1, minutes: 60, margin: Cents(500_000), limits: 60...600, region: region)
    return CallPlan(
      accounts: accounts + [last],
      sellers: [
        CallSeller(id: ID("Ann"), capacity: 20 * 60, region: "North"),
        CallSeller(id: ID("Bob"), capacity: bobsHours * 60, region: bobsRegion),
      ], terms: CallPlan.Terms(rule: rule, visitMinutes: 60))
  }

  @Test func `Bob takes over customers of his region while he has hours, each worth what the rule asks`() throws {
    let plan = plan()
    let taken = plan.reassignments
    #expect(plan.loads.map(\.spare) == [0, 50 * 60])
    #expect(!taken.isEmpty && taken.allSatisfy { $0.from == 0 && $0.to == 1 && $0.gain >= Cents(50_000) })
    #expect(Set(taken.map(\.customer)).count == taken.count && taken.reduce(0) { $0 + $1.minutes } <= 50 * 60)
    // The plan itself leaves everybody where they are.
    #expect(plan.rows.count { $0.account.seller == 0 } == 10)
  }

  @Test func `what a change brings is what both teams then bring more`() throws {
    let before = plan { $0.mostReassignments = 1 }
    let change = try #require(before.reassignments.first)
    let after = CallPlan(
      accounts: before.rows.map(\.account).map { account in
        CallAccount(
          customer: account.customer, seller: account.customer == change.customer ? change.to : account.seller,
          minutes: account.minutes, margin: account.margin, potential: account.potential, limits: account.limits)
      }, sellers: before.loads.map(\.seller), terms: before.terms)
    #expect(before.reassignments.count == 1 && after.gain - before.gain == change.gain)
  }

  @Test func `nobody changes to another region, to somebody without hours, or for less than the rule asks`() {
    #expect(plan(bobsRegion: "South").reassignments.isEmpty && plan(bobsRegion: nil).reassignments.isEmpty)
    #expect(plan(region: nil).reassignments.isEmpty && plan(bobsHours: 10).reassignments.isEmpty)
    #expect(plan { $0.leastReassignmentGain = Cents(100_000_000) }.reassignments.isEmpty)
    #expect(plan { $0.mostReassignments = 0 }.reassignments.isEmpty)
    // With two customers Ann has hours to spare herself.
    #expect(plan(customers: 1).reassignments.isEmpty)
  }
}
