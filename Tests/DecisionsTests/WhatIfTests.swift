import Ledger
import Portfolio
import Testing
import Units

@testable import Decisions

@Suite struct WhatIfTests {
  private let base = whatIfBase(whatIfExample)

  private func tried(_ customer: Int, _ steps: WhatIfStep...) throws -> WhatIf {
    try WhatIf(base, [WhatIfChoice([customer], steps)])
  }

  @Test func `the worked example: dropping frees 4,000, losing at a quarter frees a quarter of it`() throws {
    let dropped = try tried(0, .drop)
    #expect(dropped.change.operatingMargin == Cents(400_000))
    #expect(dropped.change.revenue == Cents(-1_000_000) && dropped.change.stranded == Cents(100_000))
    #expect(dropped.freed == PoolMinutes([600, 60]))
    let risked = try tried(0, .lose(Rate(percent: 25)))
    #expect(risked.change.operatingMargin == Cents(100_000))
    #expect(risked.freed == PoolMinutes([150, 15]))
  }

  @Test func `the worked example: a rise of 5 % brings 60,000, or 42,000 where a twentieth of the volume goes`() throws
  {
    let firm = try tried(1, .reprice(Rate(percent: 5)))
    #expect(firm.change.operatingMargin == Cents(6_000_000))
    #expect(firm.effects.first?.breakEvenLoss?.value == 6.0 / 36)
    let answered = try tried(1, .reprice(Rate(percent: 5), elasticity: Rate(percent: 100)))
    #expect(answered.figures.revenue - base.figures.revenue == Cents(-300_000))
    #expect(answered.change.operatingMargin == Cents(4_200_000))
  }

  @Test func `the worked example: fewer visits and larger orders save what does not stay`() throws {
    let level = try tried(2, .serve(.delegated))
    // No call was given, and the catalogue asks for some.
    #expect(level.voids.map(\.reason) == [.serviceUnknown] && level.change == .zero)
    var policy = Policy()
    policy.service.catalogue[.delegated] = Policy.LevelPromise(
      visits: 4, calls: 0, replyHours: 24, paymentDays: 30, servedBy: "salesperson")
    let own = whatIfBase(whatIfExample, policy: policy)
    let leaner = try WhatIf(own, [WhatIfChoice([2], [.serve(.delegated)])])
    #expect(leaner.change == WhatIfFigures(serviceCost: Cents(-80_000), stranded: Cents(26_667)))
    #expect(leaner.freed == PoolMinutes([960]))
    let larger = try WhatIf(own, [WhatIfChoice([2], [.minimumOrder(Cents(25_000))])])
    #expect(larger.change == WhatIfFigures(serviceCost: Cents(-6_000), stranded: Cents(2_000)))
    #expect(larger.freed == PoolMinutes([0, 180]))
    let all = try WhatIf(
      own,
      [
        WhatIfChoice([0], [.drop]), WhatIfChoice([1], [.reprice(Rate(percent: 5))]),
        WhatIfChoice([2], [.minimumOrder(Cents(25_000)), .serve(.delegated)]),
      ])
    #expect(all.change.operatingMargin == Cents(6_457_333))
    #expect(all.byStep.map(\.cause) == [.drop, .reprice, .serve, .minimumOrder])
    #expect(all.byCustomer.map(\.change.operatingMargin) == [Cents(400_000), Cents(6_000_000), Cents(57_333)])
  }

  @Test func `rebates take their part of a rise, and its break-even loss`() throws {
    var policy = Policy()
    policy.ladder.rebates = Rate(percent: 10)
    let scenario = try WhatIf(
      whatIfBase(whatIfExample, policy: policy), [WhatIfChoice([1], [.reprice(Rate(percent: 5))])])
    #expect(scenario.change.operatingMargin == Cents(5_400_000))
    #expect(scenario.effects.first?.breakEvenLoss?.value == 5.4 / 35.4)
  }

  @Test func `what follows a drop is void, and of two steps of a kind one holds`() throws {
    let dropped = try tried(0, .minimumOrder(Cents(100)), .reprice(Rate(percent: 3)), .drop, .serve(.automated))
    #expect(dropped.effects.map(\.step) == [.drop])
    #expect(dropped.voids.map(\.step.kind) == [.reprice, .serve, .minimumOrder])
    #expect(dropped.voids.allSatisfy { $0.reason == .ended })
    let rivals = try tried(1, .reprice(Rate(percent: 3)), .reprice(Rate(percent: 5)))
    #expect(rivals.effects.map(\.step) == [.reprice(Rate(percent: 5))])
    #expect(rivals.voids.map(\.reason) == [.outdone])
    let unknown = whatIfBase([whatIfSubject(0, revenue: 1, gross: nil)])
    #expect(unknown.unknownCustomers == 1 && unknown.figures == .zero)
    #expect(try WhatIf(unknown, [WhatIfChoice([0], [.drop])]).voids.map(\.reason) == [.marginUnknown])
  }

  @Test func `fuller service is charged in full and asks for time`() throws {
    var subject = whatIfExample[2]
    subject.calls = ServicePart(events: 24, cost: Cents(2_400), stranded: Cents(2_400), minutes: PoolMinutes([240]))
    subject.visits = ServicePart(events: 6, cost: Cents(60_000), stranded: Cents(20_000), minutes: PoolMinutes([720]))
    subject = WhatIfSubject(subject, at: 0)
    let fuller = try WhatIf(whatIfBase([subject]), [WhatIfChoice([0], [.serve(.personal)])])
    #expect(fuller.change == WhatIfFigures(serviceCost: Cents(60_000)))
    #expect(fuller.freed == PoolMinutes([-720]) && fuller.developments.isEmpty)
  }

  @Test func `steps out of bounds and strangers are refused by name`() {
    func refusal(_ customer: Int, _ step: WhatIfStep) -> WhatIfStep.Refusal? {
      do throws(WhatIfStep.Refusal) {
        _ = try WhatIf(base, [WhatIfChoice([customer], [step])])
        return nil
      } catch { return error }
    }
    #expect(refusal(0, .lose(Rate(millionths: 1_000_001))) == .probabilityOutOfRange)
    #expect(refusal(0, .lose(Rate(millionths: -1))) == .probabilityOutOfRange)
    #expect(refusal(0, .reprice(Rate(percent: -100))) == .priceOutOfRange)
    #expect(refusal(0, .reprice(Rate(percent: 1_001))) == .priceOutOfRange)
    #expect(refusal(0, .reprice(Rate(percent: 5), elasticity: Rate(percent: -1))) == .elasticityOutOfRange)
    #expect(refusal(0, .minimumOrder(.zero)) == .minimumNotPositive)
    #expect(refusal(3, .drop) == .unknownCustomer && refusal(-1, .drop) == .unknownCustomer)
    #expect(refusal(2, .drop) == nil)
  }

  @Test func `whoever is to be served less is not developed with the hours that frees`() throws {
    let chance = try #require(DevelopmentChance(customer: 2, margin: Cents(10_000), minutes: PoolMinutes([60])))
    var policy = Policy()
    policy.service.catalogue[.delegated] = Policy.LevelPromise(
      visits: 4, calls: 0, replyHours: 24, paymentDays: 30, servedBy: "salesperson")
    let base = whatIfBase(whatIfExample, policy: policy, chances: [chance])
    let own = try WhatIf(base, [WhatIfChoice([2], [.serve(.delegated)])])
    #expect(own.freed.total > 0 && own.developments.isEmpty)
    let other = try WhatIf(base, [WhatIfChoice([0], [.drop])])
    #expect(other.developments.map(\.chance.customer) == [2])
  }
}
