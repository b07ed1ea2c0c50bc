import Ledger
import Portfolio
import Testing
import Units

@testable import Decisions

@Suite struct VerdictTests {
  private let policy = Policy()
  private let end = Month(year: 2025, month: 12).lastDay

  private func year(
    _ revenue: Int64, gross: Int64?, service: Int64 = 0, stranded: Int64 = 0, active: Int = 12
  ) -> VerdictFacts.Year {
    VerdictFacts.Year(
      revenue: Cents(revenue * 100), grossMargin: gross.map { Cents($0 * 100) }, serviceCost: Cents(service * 100),
      stranded: Cents(stranded * 100), activeMonths: active)
  }

  /// A mature customer of many years with the floor of 8 %.
  private func facts(_ current: VerdictFacts.Year, _ previous: VerdictFacts.Year? = nil) -> VerdictFacts {
    var facts = VerdictFacts(current: current, previous: previous ?? current)
    facts.stage = .mature
    facts.tenureMonths = 60
    facts.floor = Rate(percent: 8)
    return facts
  }

  private func verdict(_ facts: VerdictFacts) -> Verdict { facts.verdict(policy, on: end).verdict }

  @Test func `the worked example: 48 thousand lacking of a floor of 8 % on 1,200 take a rise of 4.35 %`() throws {
    let facts = facts(year(1_200_000, gross: 300_000, service: 252_000))
    #expect(facts.gap == Cents(4_800_000))
    guard case .reprice(let price)? = facts.ladder(policy).first else { throw StepMissing() }
    #expect(price.rate == Rate(millionths: 43_500))
    #expect(price.isWithin && price.most == Rate(percent: 5))
    // 4.35 ÷ (4.35 + 25) of the volume.
    #expect(abs((price.breakEvenLoss?.value ?? 0) - 0.0435 / 0.2935) < 1e-6)
    #expect(facts.ladder(policy).count == 1)
    #expect(verdict(facts) == .maintain)
  }

  private struct StepMissing: Error {}

  @Test func `who loses money two years running and frees more than stays is to be ceased`() {
    let loser = facts(year(10_000, gross: 1_000, service: 6_000, stranded: 1_000))
    #expect(loser.current.effectOfCeasing == Cents(400_000))
    #expect(verdict(loser) == .cease)
    let ladder = loser.ladder(policy)
    #expect(ladder.last == .cease(effect: Cents(400_000)))
    // Even what a last offer may ask does not bring it to its floor: the customer is the one to refuse.
    #expect(ladder.lastOffer?.isWithin == false)
  }

  @Test func `each condition of ceasing, alone, spares`() throws {
    let loser = facts(year(10_000, gross: 1_000, service: 6_000, stranded: 1_000))
    func spared(_ change: (inout VerdictFacts) -> Void) -> Bool {
      var facts = loser
      change(&facts)
      return verdict(facts) == .maintain
    }
    // Its hours stay paid: ceasing would cost.
    #expect(spared { $0.current = year(10_000, gross: 1_000, service: 6_000, stranded: 5_000) })
    #expect(spared { $0.previous = year(10_000, gross: 7_000, service: 6_000) })
    #expect(spared { $0.previous = nil })
    #expect(spared { $0.current = year(10_000, gross: 1_000, service: 6_000, stranded: 1_000, active: 5) })
    #expect(spared { $0.tenureMonths = 23 })
    #expect(spared { $0.strategicUntil = Day(iso: "2026-06-30") })
    #expect(!spared { $0.strategicUntil = Day(iso: "2025-12-31") })
    #expect(spared { $0.hasProfitableSister = true })
    #expect(spared { $0.costsAreKnown = false })
    // A rise of a quarter or less is to be offered first, unless it was refused.
    let near = year(10_000, gross: 1_000, service: 2_000, stranded: 100)
    #expect(verdict(facts(near)) == .maintain)
    var refused = facts(near)
    refused.hasRefusedLastOffer = true
    #expect(verdict(refused) == .cease)
  }

  @Test func `development takes a margin above the floor, no decline, and a ground`() {
    var good = facts(year(10_000, gross: 3_000, service: 1_000))
    #expect(verdict(good) == .maintain)
    good.headroom = VerdictFacts.Headroom(amount: Cents(249_999), isEstimate: false)
    #expect(verdict(good) == .maintain)
    good.headroom = VerdictFacts.Headroom(amount: Cents(250_000), isEstimate: false)
    #expect(verdict(good) == .develop)
    #expect(good.atStake(.develop) == Cents(75_000))
    good.floorRevenue = Cents(300_000)
    #expect(verdict(good) == .maintain)
    good.stage = .developing
    #expect(verdict(good) == .develop)
    good.stage = .declining
    good.headroom = VerdictFacts.Headroom(amount: Cents(900_000), isEstimate: false)
    #expect(verdict(good) == .maintain)
    #expect(good.action(.maintain, ladder: [], complaints: 0) == (.retention, .loyalty))
    #expect(good.action(.maintain, ladder: [], complaints: 2) == (.retention, .fewerComplaints))
  }

  @Test func `the first step is the larger cause, and goods sold below their cost come first`() {
    var served = facts(year(10_000, gross: 2_500, service: 2_500))
    served.excess = VerdictFacts.Excess(cash: Cents(10_000), time: Cents(50_000), minutes: 600)
    guard case .serveLeaner(let leaner)? = served.ladder(policy).first else {
      Issue.record("served beyond its level")
      return
    }
    // 600 of the 800 lacking; all the excess is saved.
    #expect(leaner.saving == Cents(60_000) && leaner.cash == Cents(10_000) && leaner.minutes == 600)
    guard case .both(_, let rest)? = served.ladder(policy).dropFirst(2).first else {
      Issue.record("prices close the rest")
      return
    }
    #expect(rest.gain == Cents(20_000) && rest.isWithin)
    #expect(served.ladder(policy).count == 3)
    served.priceIndex = Share(80, of: 100)
    guard case .reprice(let price)? = served.ladder(policy).first else {
      Issue.record("pays less than others")
      return
    }
    #expect(price.most == Rate(percent: 10))
    var below = facts(year(10_000, gross: -100, service: 500))
    below.excess = VerdictFacts.Excess(cash: .zero, time: Cents(40_000), minutes: 100)
    guard case .reprice? = below.ladder(policy).first else {
      Issue.record("sold below cost")
      return
    }
  }

  @Test func `a colleague's idle hours come first where they bring what serving leaner saves, or what no price closes`()
  {
    func means(_ facts: VerdictFacts, _ euros: Int64?) -> PriorityAction.Means {
      var facts = facts
      facts.handOver = euros.map { VerdictFacts.HandOver(to: ID("B"), name: "Bob", gain: Cents($0 * 100)) }
      return facts.action(.maintain, ladder: facts.ladder(policy), complaints: 0).1
    }
    var served = facts(year(10_000, gross: 2_500, service: 2_500))
    served.excess = VerdictFacts.Excess(cash: Cents(10_000), time: Cents(50_000), minutes: 600)
    #expect(means(served, nil) == .phoneInstead && means(served, 599) == .phoneInstead)
    #expect(means(served, 600) == .reassign)
    // A price that may be asked is asked whatever a colleague could do; beyond that, 2,300 lack.
    #expect(means(facts(year(10_000, gross: 500)), 9_999) == .reprice)
    let dear = facts(year(10_000, gross: 1_000, service: 2_500))
    #expect(means(dear, 2_299) == .winBetterThenReprice && means(dear, 2_300) == .reassign)
    // Whoever lacks nothing is not handed over.
    #expect(means(facts(year(10_000, gross: 3_000)), 9_999) == .loyalty)
  }

  @Test func `who buys less is retained where it earned its floor the year before, and only there`() {
    func action(before: VerdictFacts.Year?, stage: Stage = .declining) -> PriorityAction {
      var facts = facts(year(10_000, gross: 500), before)
      facts.stage = stage
      return facts.action(.maintain, ladder: facts.ladder(policy), complaints: 0).0
    }
    // 8 % of 20,000.
    #expect(action(before: year(20_000, gross: 1_600)) == .retention)
    #expect(action(before: year(20_000, gross: 1_599)) == .substitution)
    #expect(action(before: year(20_000, gross: 1_600), stage: .mature) == .substitution)
    #expect(action(before: nil) == .substitution)
  }

  @Test func `newborns have no ladder unless they are sold below cost`() {
    var newborn = facts(year(2_000, gross: 200, service: 1_500))
    newborn.isNew = true
    newborn.tenureMonths = 5
    #expect(verdict(newborn) == .maintain && newborn.ladder(policy).isEmpty)
    #expect(newborn.action(.maintain, ladder: [], complaints: 0) == (.retention, .welcome))
    newborn.current = year(2_000, gross: -10, service: 1_500)
    #expect(!newborn.ladder(policy).isEmpty)
  }

  @Test func `impossible floors and prices are no steps and no crash`() {
    var odd = facts(year(10_000, gross: 500, service: 900))
    odd.floor = Rate(percent: 150)
    #expect(!odd.ladder(policy).contains { if case .reprice = $0 { true } else { false } })
    odd.floor = Rate(percent: 60)
    odd.rebates = Rate(percent: 40)
    #expect(!odd.ladder(policy).contains { if case .reprice = $0 { true } else { false } })
    let nothing = facts(year(0, gross: -50, service: 10))
    #expect(nothing.ladder(policy).count >= 1 && verdict(nothing) != .develop)
    let negative = facts(year(-500, gross: -600, service: 10))
    #expect(negative.floorMargin == .zero)
    _ = negative.ladder(policy)
  }

  @Test func `a verdict remade from its own reasons is the same, and its reasons are enough`() throws {
    var random = SplitMix64(seed: 5)
    var seen: [Verdict: Int] = [:]
    for _ in 0..<20_000 {
      func amount(_ most: UInt64) -> Int64 { Int64(random.next() % most) }
      func made() -> VerdictFacts.Year {
        year(
          amount(9_000), gross: random.next() % 9 == 0 ? nil : amount(4_000) - 800, service: amount(4_000),
          stranded: amount(2_000), active: Int(amount(13)))
      }
      var facts = VerdictFacts(current: made(), previous: random.next() % 5 == 0 ? nil : made())
      facts.stage = [.new, .developing, .mature, .declining, .episodic][Int(amount(5))]
      facts.tenureMonths = Int(amount(80))
      facts.isNew = random.next() % 7 == 0
      facts.hasProfitableSister = random.next() % 7 == 0
      facts.costsAreKnown = random.next() % 7 != 0
      facts.hasRefusedLastOffer = random.next() % 3 == 0
      facts.isTomorrow = random.next() % 7 == 0
      facts.floor = Rate(percent: amount(30))
      facts.headroom =
        random.next() % 2 == 0 ? nil : VerdictFacts.Headroom(amount: Cents(amount(400_000)), isEstimate: false)
      facts.excess = VerdictFacts.Excess(cash: Cents(amount(50_000)), time: Cents(amount(50_000)), minutes: 60)
      let (verdict, reasons) = facts.verdict(policy, on: end)
      #expect(Verdict(from: reasons) == verdict)
      // The least of a lack is never made worse by the ladder's steps.
      for step in facts.ladder(policy) { if let gain = step.gain { #expect(gain > .zero) } }
      seen[verdict, default: 0] += 1
    }
    #expect(seen.count == 3)
    #expect(Verdict(from: []) == nil)
  }

  @Test func `scaling all money leaves the verdict and its rates as they are`() {
    for revenue in [1_000, 5_000, 40_000] as [Int64] {
      let one = facts(year(revenue, gross: revenue / 10, service: revenue / 4, stranded: revenue / 50))
      let ten = facts(year(10 * revenue, gross: revenue, service: 10 * revenue / 4, stranded: revenue / 5))
      #expect(verdict(one) == verdict(ten))
      #expect(one.ladder(policy).map(\.code) == ten.ladder(policy).map(\.code))
    }
  }

  @Test
  func `a price that may not be asked is asked as far as it may, and never comes first where something else closes`()
    throws
  {
    // 120 lack of a floor of 80 on 1,000: 13.05 % would close it, 5 % may be asked.
    let far = facts(year(1_000, gross: 160, service: 200))
    guard case .reprice(let price)? = far.ladder(policy).first else { throw StepMissing() }
    #expect(!price.isWithin && price.asked == Rate(percent: 5) && price.rate == Rate(millionths: 130_500))
    // 92 % of the 50 that it brings.
    #expect(price.gain == Cents(4_600) && price.left == Cents(12_000 - 4_600))
    guard case .substitute? = far.ladder(policy).leading else { throw StepMissing() }
    var served = far
    served.priceIndex = Share(90, of: 100)
    served.excess = VerdictFacts.Excess(cash: Cents(2_000), time: Cents(6_000), minutes: 60)
    let ladder = served.ladder(policy)
    guard case .reprice? = ladder.first, case .both(_, let rest)? = ladder.leading else { throw StepMissing() }
    #expect(rest.isWithin && served.action(.maintain, ladder: ladder, complaints: 0).1 == .reprice)
    // Less service closes all of it, though the price is the greater cause.
    served.priceIndex = Share(70, of: 100)
    served.excess = VerdictFacts.Excess(cash: Cents(6_000), time: Cents(10_000), minutes: 60)
    let enough = served.ladder(policy)
    guard case .reprice(let whole)? = enough.first, case .serveLeaner(let leaner)? = enough.leading else {
      throw StepMissing()
    }
    #expect(!whole.isWithin && leaner.saving == whole.closes && enough.count == 2)
  }

  @Test func `the price rise that may be asked grows with what others pay more, to twice the cap`() {
    let ladder = policy.ladder
    #expect(ladder.mostRise(at: nil) == Rate(percent: 5))
    #expect(ladder.mostRise(at: Share(110, of: 100)) == Rate(percent: 5))
    #expect(ladder.mostRise(at: Share(100, of: 107)) == Rate(percent: 7))
    #expect(ladder.mostRise(at: Share(50, of: 100)) == Rate(percent: 10))
    #expect(ladder.mostRise(at: Share(0, of: 100)) == Rate(percent: 5))
  }

  @Test func `an override holds until its day`() {
    let override = VerdictOverride(verdict: .maintain, by: "Anne", why: "tender", until: end)
    let decisions = VerdictDecisions(overrides: [ID("A"): override])
    #expect(decisions.override(of: ID("A"), on: end) == override)
    #expect(decisions.override(of: ID("A"), on: end.advanced(by: 1)) == nil)
    #expect(decisions.override(of: ID("B"), on: end) == nil)
  }
}
