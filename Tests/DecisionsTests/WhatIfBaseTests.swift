import Ledger
import Portfolio
import Testing
import Units

@testable import Decisions

/// Scenarios on books: what the analyses say and what a scenario changes are the same figures.
@Suite struct WhatIfBaseTests {
  private func books(_ count: Int) -> Books {
    tradeBooks(
      asOf: "2025-12",
      (0..<count).map { place in
        let place = Int64(place)
        let euros = 100 + place % 7 * 90
        var trader = Trader("C\(1_000_000 + place)").buying("2023-05-10", euros, cost: euros / 2)
        // Months with both a small order and a large one, sold at a profit or not.
        for month in MonthSpan("2025-01", "2025-12").months where place % 11 != 3 || month > "2025-04" {
          trader = trader.buying(month.firstDay, euros, cost: euros * (50 + place % 5 * 13) / 100)
        }
        trader = trader.buying("2025-07-20", 20, cost: 10)
        if place % 3 > 0 { trader = trader.given(.visit, "2025-03", Int(place % 5) + 1) }
        return trader.given(.call, "2025-06", 4).given(.order, "2025-06", 12)
      })
  }

  private var policy: Policy {
    var policy = Policy()
    policy.costs.kinds[.visit] = Policy.KindRule(unitCost: Cents(15_000))
    policy.costs.kinds[.call] = Policy.KindRule(unitCost: Cents(1_000))
    policy.costs.kinds[.order] = Policy.KindRule(unitCost: Cents(700))
    return policy
  }

  @Test func `dropping is the verdict's effect of ceasing, customer by customer`() throws {
    let analysis = CompanyAnalysis(books: books(60), policy: policy)
    let verdicts = analysis.life.verdicts
    let base = WhatIfBase(analysis.portfolio, verdicts: verdicts, plan: analysis.life.callPlan.value)
    #expect(base.unknownCustomers == 0 && base.customers == 60)
    #expect(base.figures.revenue == analysis.portfolio.margins.rows.map(\.revenue).sum)
    let scenario = try WhatIf(base, [WhatIfChoice(Array(0..<60), [.drop])])
    #expect(
      scenario.byCustomer.map { Optional($0.change.operatingMargin) }
        == verdicts.rows.map(\.facts.current.effectOfCeasing))
    #expect(scenario.change.stranded > .zero)
  }

  @Test(arguments: [10, 100]) func `hours that a role could give and does not stand beside those freed`(hours: Int)
    throws
  {
    let analysis = CompanyAnalysis(
      books: callBooks(["Big": [Given(minutes: 60 * 120)]], hours: hours), policy: Policy())
    let pools = analysis.portfolio.margins.costs.pools
    let scenario = try WhatIf(analysis.life.whatIfBase, [WhatIfChoice([0], [.drop])])
    let sales = try #require(pools.firstIndex { $0.role == "sales" })
    #expect(scenario.freed[sales] == 60 * 120)
    // Of ten hours a month a hundred cannot be given: nothing is idle, and never less than nothing.
    #expect(scenario.idle[sales] == (hours == 10 ? 0 : 60 * (100 * 12 * 8 / 10 - 120)))
    #expect(try WhatIf(analysis.life.whatIfBase, []).idle == scenario.idle)
  }

  @Test func `serving at the present level of who gets more saves its excess, less what stays`() throws {
    let analysis = CompanyAnalysis(books: books(60), policy: policy)
    let (portfolio, verdicts) = (analysis.portfolio, analysis.life.verdicts)
    let base = WhatIfBase(portfolio, verdicts: verdicts, plan: nil)
    var checked = 0
    for promise in portfolio.promises.rows
    where promise.givenVisits >= promise.promisedVisits && promise.givenCalls >= promise.promisedCalls {
      let facts = verdicts.rows[promise.customer].facts
      let scenario = try WhatIf(base, [WhatIfChoice([promise.customer], [.serve(promise.level)])])
      #expect(scenario.change.serviceCost == .zero - facts.excess.cost)
      // Of visits and calls paid by the piece the avoidable part goes.
      let stays = facts.excess.cost - facts.excess.cost.at(policy.costs.avoidableShares[.visit] ?? Rate(millionths: 0))
      #expect((scenario.change.stranded - stays).magnitude <= Cents(2))
      if facts.excess.cost > .zero { checked += 1 }
    }
    #expect(checked > 5)
  }

  @Test func `a thousand customers of a hundred thousand are tried in one go, and the time it takes is printed`() throws
  {
    let count = 100_000
    let subjects = randomSubjects(1_000, seed: 3)
    let years = subjects.map { subject in
      VerdictFacts.Year(
        revenue: subject.figures?.revenue ?? .zero, grossMargin: subject.figures?.grossMargin,
        serviceCost: subject.services.cost)
    }
    let chances = (0..<count / 4).compactMap {
      DevelopmentChance(customer: $0, margin: Cents(Int64(1 + $0 % 977)), minutes: PoolMinutes([1 + $0 % 31, $0 % 7]))
    }
    let base = WhatIfBase(
      years: (0..<count).lazy.map { years[$0 % 1_000] }, policy: Policy(), chances: chances
    ) { WhatIfSubject(subjects[$0 % 1_000], at: $0) }
    let choices = [
      WhatIfChoice((0..<1_000).map { $0 * 100 }, [.reprice(Rate(percent: 3)), .serve(.automated)]),
      WhatIfChoice((0..<500).map { $0 * 200 }, [.lose(Rate(percent: 20)), .minimumOrder(Cents(20_000))]),
    ]
    let clock = ContinuousClock()
    let spent = try (0..<3).map { _ in
      try clock.measure {
        let scenario = try WhatIf(base, choices)
        #expect(scenario.byCustomer.count > 800 && !scenario.byStep.isEmpty)
      }
    }
    print("what-if on 1,500 of 100,000 customers: \(try #require(spent.min()))")
  }
}

extension WhatIfSubject {
  /// The same customer at another place of the file.
  init(_ other: WhatIfSubject, at place: Int) {
    self.init(customer: place)
    (figures, services, visits, calls, handling) = (
      other.figures, other.services, other.visits, other.calls, other.handling
    )
    (promisedMonths, orders) = (other.promisedMonths, other.orders)
  }
}
