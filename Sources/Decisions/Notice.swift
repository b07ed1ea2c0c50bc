import Ledger
import Units

/// How long before its end a relation is to be told, proposed with the reasons; counsel has the last word.
///
/// One month for each year begun, within the rules' bounds: never less than a contract or the trade's usage names.
///
/// Source: article L442-1 II of the French commercial code. Method: docs/methods/notice.md.
public struct Notice: Hashable, Sendable {
  /// What is proposed.
  public enum Proposal: Hashable, Sendable {
    /// So many months.
    case months(Int)
    /// Somebody has to say how old the relation is: so many months at least.
    case ask(atLeast: Int)
    /// No notice is owed.
    case none
  }

  /// Something that makes the proposal, or that counsel will weigh.
  public enum Reason: Hashable, Sendable {
    /// The relation is in its n-th year.
    case length(yearsBegun: Int)
    /// The data begin with the relation: it may be older than its years here.
    case leftCensored(yearsBegun: Int)
    /// A person wrote a first day, and invoices go back further: they count.
    case invoicesGoBackFurther(said: Day, since: Day)
    /// Nobody knows since when it lasts.
    case unknownLength
    /// The rules ask for no fewer months.
    case raisedToLeast(Int)
    /// The rules ask for no more months.
    case loweredToMost(Int)
    /// A contract or usage names more months, which hold.
    case usageHolds(Int)
    /// A contract or usage names no more months than are proposed; courts do not stop at them.
    case usageIsShorter(Int)
    /// Eighteen months are never too short.
    case alwaysSuffices
    /// A contract runs to a day after the notice: the relation does not end before.
    case contractRuns(Day)
    /// A fixed term ends within the notice: the relation is less of an established one.
    case fixedTermEnds(Day)
    /// Tenders won one after another make it less of an established one.
    case repeatedTenders(Int)
    /// So large a part of its purchases is made here that counsel may add months.
    case dependent(Share)
    /// A part of its purchases that is not large.
    case notDependent(Share)
    /// A steep rise is warned as an end is.
    case steepPriceRise(Rate)
    /// A rise that may be asked of anybody is no rupture.
    case usualPriceRise(Rate)
    /// Leaner service is warned as an end is.
    case serviceCut(from: Policy.ServiceLevel, to: Policy.ServiceLevel)
    /// As good service, or better, is no rupture.
    case serviceKept
    /// No notice is owed, if it is proven.
    case excused(EndingRelation.Excuse)
    /// A consumer's relation is no business relation: what the contract says holds.
    case consumer
    /// Prices, terms and volumes stay as they were until the end.
    case priorConditionsHold
  }

  /// What a reason does.
  public enum Weight: String, CaseIterable, Sendable {
    /// It makes the proposal.
    case sets
    /// Counsel may add months for it.
    case lengthens
    /// Counsel may take months off for it; the proposal never does.
    case weakens
    /// It holds during the notice, or beside it.
    case informs
  }

  /// The months after which no notice was ever too short: the law's, not a rule of the company.
  public static let alwaysSufficient = 18

  /// What is proposed.
  public let proposal: Proposal
  /// What makes it, then what counsel will weigh, then what holds meanwhile.
  public let reasons: [Reason]
  /// The day the notice is received.
  public let start: Day
  /// The last day of the relation; nothing while the length has to be asked for.
  public let end: Day?
  /// The relation ends no earlier, whatever is asked.
  public let earliestEnd: Day

  /// Proposes a notice that is received on a day.
  public init(for relation: EndingRelation, startingOn start: Day, policy: Policy) {
    var reasons = Notice.exemption(relation, policy: policy)
    let isExempt = !reasons.isEmpty
    var months = 0
    if !isExempt {
      let length = Notice.length(relation, start: start, rule: policy.ceasing)
      months = length.months
      reasons = length.reasons
    }
    let isAsked = !isExempt && (relation.since == nil || relation.isLeftCensored)
    let isLongest = months >= Notice.alwaysSufficient
    let noticed = start.advanced(byMonths: months)
    if isLongest { reasons.append(.alwaysSuffices) }
    if !isExempt { reasons += Notice.rupture(relation) }
    let term = relation.excuse == nil ? relation.fixedTerm.flatMap { $0 >= start ? $0 : nil } : nil
    let endsLater = term.flatMap { $0 > noticed ? $0 : nil }
    if let endsLater, relation.rupture == .whole || !isExempt { reasons.append(.contractRuns(endsLater)) }
    if !isExempt {
      if let term, endsLater == nil { reasons.append(.fixedTermEnds(term)) }
      if relation.tendersWon > 1 { reasons.append(.repeatedTenders(relation.tendersWon)) }
      if let share = relation.dependence {
        let isDependent = share.isAtLeast(policy.ceasing.dependentFrom)
        // What always suffices cannot be lengthened.
        if !isDependent || !isLongest { reasons.append(isDependent ? .dependent(share) : .notDependent(share)) }
      }
      reasons.append(.priorConditionsHold)
    }
    self.start = start
    self.reasons = reasons
    proposal = isExempt ? .none : isAsked && !isLongest ? .ask(atLeast: months) : .months(months)
    earliestEnd = reasons.contains { if case .contractRuns = $0 { true } else { false } } ? term ?? noticed : noticed
    if case .ask = proposal { end = nil } else { end = earliestEnd }
  }

  /// The articles that the proposal rests on.
  public var sources: [LegalSource] {
    reasons.contains(.consumer) ? [.refusalToConsumer, .discrimination] : [.suddenRupture]
  }

  /// Why no notice is owed; nothing where one is.
  private static func exemption(_ relation: EndingRelation, policy: Policy) -> [Reason] {
    if relation.buyer == .consumer { return [.consumer] }
    if let excuse = relation.excuse { return [.excused(excuse)] }
    switch relation.rupture {
    case .priceRise(let rate) where rate <= policy.ladder.priceCap: return [.usualPriceRise(rate)]
    case .serviceCut(let from, let to) where !to.isLeaner(than: from): return [.serviceKept]
    default: return []
    }
  }

  /// Months for the years begun, within the rules' bounds, and no fewer than usage names.
  private static func length(
    _ relation: EndingRelation, start: Day, rule: Policy.Ceasing
  ) -> (months: Int, reasons: [Reason]) {
    var reasons: [Reason] = []
    var months = 0
    if let since = relation.since {
      let years = since.yearsBegun(on: start)
      reasons.append(relation.isLeftCensored ? .leftCensored(yearsBegun: years) : .length(yearsBegun: years))
      if let said = relation.saidLater { reasons.append(.invoicesGoBackFurther(said: said, since: since)) }
      months = years * rule.noticeMonthsPerYear
    } else {
      reasons.append(.unknownLength)
    }
    if months > rule.mostNoticeMonths {
      months = rule.mostNoticeMonths
      reasons.append(.loweredToMost(months))
    }
    if months < rule.leastNoticeMonths {
      months = rule.leastNoticeMonths
      reasons.append(.raisedToLeast(months))
    }
    if let usual = relation.usualMonths {
      reasons.append(usual > months ? .usageHolds(usual) : .usageIsShorter(usual))
      months = max(months, usual)
    }
    return (months, reasons)
  }

  /// What is warned as an end would be.
  private static func rupture(_ relation: EndingRelation) -> [Reason] {
    switch relation.rupture {
    case .whole: []
    case .priceRise(let rate): [.steepPriceRise(rate)]
    case .serviceCut(let from, let to): [.serviceCut(from: from, to: to)]
    }
  }
}

extension Notice.Reason {
  /// What the reason does.
  public var weight: Notice.Weight {
    switch self {
    case .length, .leftCensored, .invoicesGoBackFurther, .unknownLength, .raisedToLeast, .loweredToMost, .usageHolds,
      .usualPriceRise,
      .serviceKept, .excused, .consumer:
      .sets
    case .dependent: .lengthens
    case .fixedTermEnds, .repeatedTenders: .weakens
    case .usageIsShorter, .alwaysSuffices, .contractRuns, .notDependent, .steepPriceRise, .serviceCut,
      .priorConditionsHold:
      .informs
    }
  }
}

extension Policy.ServiceLevel {
  /// Whether the level gives less than another.
  func isLeaner(than other: Policy.ServiceLevel) -> Bool { rank > other.rank }

  private var rank: Int {
    switch self {
    case .personal: 0
    case .delegated: 1
    case .automated: 2
    }
  }
}

extension Day {
  /// The same day of a later month, or the last of a month that has no such day.
  public func advanced(byMonths months: Int) -> Day {
    let (_, _, day) = civil
    let later = month.advanced(by: months)
    return later.firstDay.advanced(by: min(day, Day.length(ofMonth: later.monthOfYear, year: later.year)) - 1)
  }

  /// The years begun from this day up to another: one on the first day, two from the day after its first return.
  func yearsBegun(on day: Day) -> Int {
    var years = max(1, (month.distance(to: day.month) + 11) / 12)
    while years > 1, advanced(byMonths: 12 * (years - 1)) >= day { years -= 1 }
    while advanced(byMonths: 12 * years) < day { years += 1 }
    return years
  }
}
