import Ledger
import Units

extension VerdictFacts {
  /// Every figure against its threshold, the ones of ceasing first.
  /// - Parameter end: the last day known, which ends what lasts.
  func tests(_ policy: Policy, on end: Day) -> [VerdictReason] {
    let (cease, develop) = (policy.verdict.cease, policy.verdict.develop)
    let isStrategic = strategicUntil.map { $0 > end } ?? false
    let wanted = max(current.revenue.at(develop.headroomShare), floorRevenue ?? .zero)
    return [
      VerdictReason(.margin, current.margin.map { .cents($0) }, .cents(.zero)),
      VerdictReason(.previousMargin, previous?.margin.map { .cents($0) }, .cents(.zero)),
      VerdictReason(.effect, current.effectOfCeasing.map { .cents($0) }, .cents(.zero)),
      VerdictReason(.previousEffect, previous?.effectOfCeasing.map { .cents($0) }, .cents(.zero)),
      VerdictReason(.activeMonths, .months(current.activeMonths), .months(cease.activeMonths)),
      VerdictReason(
        .previousActiveMonths, previous.map { .months($0.activeMonths) }, .months(cease.activeMonths)),
      VerdictReason(.tenure, .months(tenureMonths), .months(cease.tenureMonths)),
      VerdictReason(.strategic, .flag(isStrategic), .flag(false)),
      VerdictReason(.sister, .flag(hasProfitableSister), .flag(false)),
      VerdictReason(.costCoverage, .flag(costsAreKnown), .flag(true)),
      VerdictReason(.lastOfferRefused, .flag(hasRefusedLastOffer), .flag(true)),
      VerdictReason(.priceToFloor, priceToFloor.map { .rate($0) }, .rate(cease.priceRise)),
      VerdictReason(.floor, current.margin.map { .cents($0) }, .cents(floorMargin)),
      VerdictReason(.declining, .flag(stage == .declining), .flag(false)),
      VerdictReason(
        .headroom, headroom.map { .cents($0.amount) }, .cents(max(Cents(1), wanted))),
      VerdictReason(.developing, .flag(stage == .developing), .flag(true)),
      VerdictReason(.tomorrow, .flag(isTomorrow), .flag(true)),
    ]
  }

  /// The price rise that would bring the margin to the floor once served no more than promised; nothing where no rise can.
  private var priceToFloor: Rate? {
    let left = gap - min(gap, excess.cost)
    if left == .zero { return Rate(millionths: 0) }
    // No price does it: as good as beyond any bound.
    return Reprice.rate(closing: left, of: self) ?? Rate(millionths: Int64.max)
  }

  /// The verdict alone.
  func judged(_ policy: Policy, on end: Day) -> Verdict { Verdict(from: tests(policy, on: end)) ?? .maintain }

  /// The verdict with the reasons that make it.
  func verdict(_ policy: Policy, on end: Day) -> (verdict: Verdict, reasons: [VerdictReason]) {
    let tests = tests(policy, on: end)
    let verdict = Verdict(from: tests) ?? .maintain
    return (verdict, Self.decisive(tests, verdict))
  }

  /// Those of the tests that make the verdict: all that had to hold, or the first that refute the others.
  private static func decisive(_ tests: [VerdictReason], _ verdict: Verdict) -> [VerdictReason] {
    let ceasing = tests.filter(\.code.isOfCeasing)
    let developing = tests.filter { !$0.code.isOfCeasing }
    let last: Set<VerdictReason.Code> = [.lastOfferRefused, .priceToFloor]
    let grounds: Set<VerdictReason.Code> = [.headroom, .developing, .tomorrow]
    // What refutes ceasing: a margin that is not negative is enough; else all that fails.
    let failing = ceasing.filter { !$0.holds && !last.contains($0.code) }
    let refuting =
      failing.first.map { $0.code == .margin ? [$0] : failing }
      ?? ceasing.filter { last.contains($0.code) }
    switch verdict {
    case .cease: return ceasing.filter { $0.holds || !last.contains($0.code) }
    case .develop: return developing.filter { $0.holds } + refuting
    case .maintain:
      let standing = developing.filter { !grounds.contains($0.code) && !$0.holds }
      return refuting + (standing.isEmpty ? developing.filter { grounds.contains($0.code) } : standing)
    }
  }
}
