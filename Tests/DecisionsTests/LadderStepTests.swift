import Ledger
import Portfolio
import Testing
import Units

@testable import Decisions

struct LadderStepTests {
  private let policy = Policy()

  /// 10,000 of revenue with a floor of 8 %, of which the gross margin and the service are told.
  private func facts(gross: Int64, service: Int64, stranded: Int64 = 0) -> VerdictFacts {
    let year = VerdictFacts.Year(
      revenue: Cents(1_000_000), grossMargin: Cents(gross * 100), serviceCost: Cents(service * 100),
      stranded: Cents(stranded * 100))
    var facts = VerdictFacts(current: year, previous: year)
    (facts.stage, facts.tenureMonths, facts.floor) = (.mature, 60, Rate(percent: 8))
    return facts
  }

  @Test func `a last offer comes before the end, at most of what one may ask`() {
    // 4,800 lacks of the floor: 52.18 % would close it, 25 % may be asked.
    let far = facts(gross: 1_000, service: 5_000).ladder(policy)
    #expect(far.map(\.code) == ["reprice", "substitute", "lastOffer", "cease"])
    #expect(far.lastOffer?.asked == Rate(percent: 25) && far.lastOffer?.rate == Rate(millionths: 521_800))
    // All of a rise on 10,000 comes in, 92 % of it counts towards the floor.
    #expect(far.lastOffer?.worth == Cents(250_000) && far.lastOffer?.gain == Cents(230_000))
    let near = facts(gross: 1_000, service: 2_000).ladder(policy)
    #expect(near.lastOffer?.isWithin == true && near.lastOffer?.left == .zero)
  }

  @Test func `rebates are taken off what a rise brings`() {
    var rebated = facts(gross: 1_000, service: 5_000)
    rebated.rebates = Rate(percent: 2)
    #expect(rebated.ladder(policy).lastOffer?.worth == Cents(245_000))
  }

  @Test func `nobody is offered anything for the last time where ceasing would cost, or costs are not known`() {
    #expect(
      facts(gross: 1_000, service: 5_000, stranded: 4_500).ladder(policy).map(\.code) == ["reprice", "substitute"])
    var unknown = facts(gross: 1_000, service: 5_000)
    unknown.costsAreKnown = false
    #expect(unknown.ladder(policy).map(\.code) == ["reprice", "substitute"])
  }

  @Test func `a firm rise comes after all that leaner service saves, and asks no more than a last offer`() {
    var served = facts(gross: 1_000, service: 2_500)
    served.excess = VerdictFacts.Excess(cash: Cents(10_000), time: Cents(90_000), minutes: 900)
    let firm = served.ladder(policy).firmRise
    // 1,300 of 2,300 are left.
    #expect(firm?.leaner?.saving == Cents(100_000) && firm?.price.rate == Rate(millionths: 141_400))
    #expect(firm?.price.isWithin == true && firm?.price.left == .zero)
    let alone = facts(gross: 1_000, service: 5_000).ladder(policy).firmRise
    #expect(alone?.leaner == nil && alone?.price.asked == Rate(percent: 25) && alone?.price.isWithin == false)
  }

  @Test func `what comes as hours given back is told apart, and only where it comes first`() {
    var served = facts(gross: 1_500, service: 1_500)
    served.excess = VerdictFacts.Excess(cash: Cents(10_000), time: Cents(50_000), minutes: 600)
    func row(_ verdict: Verdict) -> Verdicts.Row {
      Verdicts.Row(
        customer: 0, computed: .known(verdict), override: nil, reasons: [], isFirm: true, ladder: served.ladder(policy),
        action: .costReduction, means: .spaceVisits, atStake: served.gap, facts: served)
    }
    #expect(row(.maintain).gapInHours == Cents(50_000) && row(.cease).gapInHours == .zero)
    served.excess = .none
    #expect(row(.maintain).gapInHours == .zero)
  }
}
