import Decisions
import Ledger
import Testing
import Units

/// The worked example of docs/methods/call-planning.md, and what every plan keeps to.
struct CallPlanTests {
  @Test func `Ann moves ten and a half hours from Xavier and two and a half from Zoe to Yves`() throws {
    let plan = CallExample.plan()
    #expect(plan.rows.map(\.planned) == [570, 1500, 30])
    #expect(plan.rows.map(\.gain) == [Cents(-193_846), Cents(787_879), .zero])
    #expect(plan.gain == Cents(594_033) && plan.gainByMoving == plan.gain)
    let load = try #require(plan.loads.first)
    #expect(load.nextHour == Cents(35_820) && load.spare == 0 && !load.isOverPromised)
    #expect(plan.moves.map(\.donor) == [CallExample.xavier, CallExample.zoe])
    #expect(plan.moves.allSatisfy { $0.receiver == CallExample.yves && $0.seller == 0 })
    #expect(plan.moves.map(\.minutes) == [630, 150] && plan.moves.map(\.gain) == [Cents(442_518), Cents(151_515)])
    #expect(plan.visits(630) == 11 && plan.reassignments.isEmpty)
  }

  @Test func `ways cost: with 100 euros each, the hour that brings less than its way is not planned`() {
    let plan = CallExample.plan(hours: 90, travel: Cents(10_000))
    #expect(plan.rows.map(\.planned) == [1_155, 3_315, 30])
    #expect(plan.loads[0].spare == 900 && plan.loads[0].nextHour == .zero)
  }

  @Test func `promises that take more than there is are kept, and it is said`() {
    let plan = CallExample.plan(hours: 8)
    #expect(plan.rows.map(\.planned) == [240, 240, 30])
    #expect(plan.loads[0].isOverPromised && plan.loads[0].nextHour == nil && plan.loads[0].planned == 510)
    #expect(plan.rows.map(\.account.standing) == [.atLevel, .atLevel, .atLevel])
  }

  @Test func `an unknown margin keeps today's hours, unknown hours of a person leave as many as today`() {
    let plan = CallPlan(
      accounts: [
        CallAccount(customer: 4, seller: 0, minutes: 100, margin: nil, limits: 30...600),
        CallAccount(customer: 7, seller: 0, minutes: 650, margin: Cents(1_000_000), limits: 30...600),
      ], sellers: [CallSeller(id: ID("Bob"), capacity: nil)],
      terms: CallPlan.Terms(rule: Policy.Effort(), visitMinutes: 45))
    #expect(plan.rows.map(\.planned) == [105, 600] && plan.rows[0].gain == nil)
    #expect(plan.rows.map(\.account.standing) == [.atLevel, .aboveLevel] && plan.plannable == 750)
    #expect(plan.customers(.aboveLevel) == 1 && plan.customers(.belowLevel) == 0 && plan.loads[0].spare == 45)
  }

  @Test func `laws hold for any customers and capacities`() {
    for seed in 1...60 as ClosedRange<UInt64> {
      let calls = RandomCalls(seed: seed, sellers: 3, customers: 9, hours: 12, travel: seed % 3 == 0 ? 4_000 : 0)
      let plan = calls.plan()
      #expect(plan.rows.map(\.customer) == Array(0..<27))
      for row in plan.rows {
        #expect(row.planned >= row.account.limits.lowerBound && row.planned >= row.least && row.planned % 15 == 0)
        #expect(row.account.basis == .marginUnknown || row.planned <= row.account.limits.upperBound)
        #expect((row.gain == nil) == (row.account.margin == nil))
        if row.account.basis == .nothingToEarn { #expect(row.planned == row.account.limits.lowerBound) }
        if row.account.isGuarded, row.account.basis == .curve {
          #expect(row.planned >= min(row.account.minutes, row.account.limits.upperBound))
        }
      }
      for (place, load) in plan.loads.enumerated() {
        let own = plan.rows.filter { $0.account.seller == place }
        #expect(load.planned == own.reduce(0) { $0 + $1.planned } && load.gain == own.compactMap(\.gain).sum)
        #expect(load.planned <= load.plannable || load.planned == own.reduce(0) { $0 + $1.least })
        #expect(load.isOverPromised == (load.planned > load.plannable) && load.isOverPromised == (load.nextHour == nil))
      }
      #expect(plan.gain == plan.total)
    }
  }

  @Test func `more capacity never lowers the total, and an hour brings what it was said to`() {
    for seed in 1...40 as ClosedRange<UInt64> {
      let calls = RandomCalls(seed: seed, sellers: 1, customers: 12, hours: 10, travel: 1_000)
      var last = calls.plan()
      for hours in 1...30 {
        let next = calls.plan(hoursMore: hours)
        #expect(next.total >= last.total)
        if let promised = last.loads[0].nextHour, last.loads[0].spare < 15 {
          // Each row is rounded to the cent, and minutes short of a quarter of an hour may meet.
          #expect(next.total - last.total >= promised - Cents(13))
        }
        last = next
      }
    }
  }

  @Test func `ten times the money brings ten times the gain in the same hours`() {
    for seed in 1...20 as ClosedRange<UInt64> {
      let calls = RandomCalls(seed: seed, sellers: 2, customers: 15, hours: 20, travel: 2_000)
      let (plan, tenfold) = (calls.plan(), calls.plan(money: 10))
      #expect(plan.rows.map(\.planned) == tenfold.rows.map(\.planned))
      #expect((tenfold.gain - plan.gain.times(10)).magnitude <= Cents(10 * 30))
    }
  }

  @Test func `who is given most of what is left does not depend on the order of customers`() {
    let calls = RandomCalls(seed: 3, sellers: 2, customers: 20, hours: 10)
    let turned = CallPlan(accounts: calls.accounts.reversed(), sellers: calls.sellers, terms: calls.terms)
    #expect(turned.rows == calls.plan().rows)
  }

  @Test func `fifty salespeople with two thousand customers each take about ten times as long as five`() {
    func took(_ count: Int) -> Duration {
      let calls = RandomCalls(seed: 1, sellers: count, customers: 2_000, hours: 120, traps: false, today: 80)
      let sellers = calls.sellers.map { CallSeller(id: $0.id, capacity: 1_456 * 60, region: $0.region) }
      return ContinuousClock().measure {
        let plan = CallPlan(accounts: calls.accounts, sellers: sellers, terms: calls.terms)
        #expect(plan.rows.count == 2_000 * count && plan.loads.allSatisfy { $0.spare < 15 })
      }
    }
    // Ten times the work; as many square times would be a hundred. The faster of two, other tests run beside.
    let few = min(took(5), took(5))
    #expect(min(took(50), took(50)) < few * 50)
  }
}
