import Decisions
import Ledger
import Testing
import Units

/// Plans against the best there is, found by going through all ways to share hours out.
struct CallPlanExactTests {
  /// The best total of one salesperson: dynamic programming over customers and quarters of an hour.
  private func best(_ plan: CallPlan) -> Double {
    let plannable = plan.loads[0].plannable / 15
    var totals = [Double](repeating: 0, count: plannable + 1)
    for row in plan.rows {
      let value = values(of: row.account, plan.terms, upTo: plannable)
      var next = [Double](repeating: -.infinity, count: plannable + 1)
      for capacity in 0...plannable {
        for (quarters, value) in value where quarters <= capacity {
          next[capacity] = max(next[capacity], totals[capacity - quarters] + value)
        }
      }
      totals = next
    }
    return totals[plannable]
  }

  /// What a customer brings in all with each number of quarters that its limits allow, written down anew.
  private func values(
    of account: CallAccount, _ terms: CallPlan.Terms, upTo quarters: Int
  ) -> [(quarters: Int, value: Double)] {
    let travel = Double(terms.rule.travelPerVisit?.value ?? 0) / 4
    let least = account.limits.lowerBound / 15
    let kept = (account.minutes + 14) / 15
    guard let cents = account.margin else { return [(max(least, kept), -travel * Double(max(least, kept)))] }
    let margin = Double(cents.value)
    guard margin > 0 else { return [(least, margin - travel * Double(least))] }
    let most = account.limits.upperBound / 15
    let from = account.isGuarded ? min(most, max(least, kept)) : least
    let top = max((margin * 1.05).rounded(), min((margin * 1.5).rounded(), Double(account.potential?.value ?? 0)))
    let low = margin - (margin * 0.75).rounded()
    let today = Double(account.minutes > 0 ? account.minutes : account.standIn) / 15
    let half = today * (top - margin) / (margin - low)
    let base = account.minutes > 0 ? low : margin
    return (from...max(from, most)).prefix { $0 <= quarters || $0 == from }.map { hours in
      let rise = hours == 0 ? 0 : (top - base) * Double(hours) / (half + Double(hours))
      return (hours, base + rise - travel * Double(hours))
    }
  }

  /// The plan's own total, by the same words.
  private func total(_ plan: CallPlan) -> Double {
    plan.rows.reduce(0) { sum, row in
      let own = values(of: row.account, plan.terms, upTo: row.planned / 15)
      return sum + (own.first { $0.quarters == row.planned / 15 }?.value ?? -.infinity)
    }
  }

  @Test func `no way to share hours out brings more than the plan, on a hundred random sets of customers`() {
    var solved = 0
    for seed in 1...140 as ClosedRange<UInt64> where solved < 100 {
      let calls = RandomCalls(
        seed: seed, sellers: 1, customers: 2 + Int(seed % 7), hours: 3 + Int(seed % 5), travel: Int64(seed % 4) * 2_500)
      let plan = calls.plan(hoursMore: 3)
      guard !plan.loads[0].isOverPromised else { continue }
      let (best, total) = (best(plan), total(plan))
      #expect(best.isFinite && total.isFinite)
      #expect(abs(best - total) <= 1e-9 * max(1, abs(best)), "seed \(seed): \(total) of \(best)")
      solved += 1
    }
    #expect(solved == 100)
  }
}
