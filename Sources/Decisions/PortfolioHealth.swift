import Ledger
import Units

/// The health of the portfolio at the end of a month, and the rule it follows from.
///
/// Source: seed 001, « Si vous avez une majorité de clients en développement et à maturité, tout va bien […] Si vos
/// clients sont en déclin, il vous faudra redoubler d'efforts ». Method: docs/methods/stages.md.
public struct PortfolioHealth: Hashable, Sendable {
  /// How the portfolio is.
  public enum State: String, CaseIterable, Sendable { case healthy, watch, alarm }

  /// Why.
  public enum Reason: String, CaseIterable, Sendable {
    /// More customers decline than are in any other stage but lost.
    case decliningIsBiggest
    /// The share of the declining rose by the policy's points or more.
    case decliningRises
    /// Developing and mature customers are the majority, of customers and of revenue.
    case majority
    /// They are no majority of the customers, or of the revenue.
    case noMajority
  }

  /// How it is.
  public let state: State
  /// Why, the gravest first.
  public let reasons: [Reason]
  /// The month.
  public let month: Month
  /// Customers that are neither lost nor without an order.
  public let customers: Int
  /// The developing and mature among them.
  public let soundCustomers: Share
  /// Their part of the revenue of the last twelve months; nothing where there was none.
  public let soundRevenue: Share?
  /// The declining among them.
  public let declining: Share
  /// The declining so many months earlier as the policy says; nothing where too little could be compared then.
  public let decliningBefore: Share?

  /// By how much the share of the declining rose, 0.03 being three points; nothing where it is not known before.
  public var rise: Double? { decliningBefore.map { declining.value - $0.value } }

  /// The health at the end of a month; nothing without an active customer, or where too few months are known for anybody to
  /// be told to decline.
  public init?(_ flow: StageFlow, month: Month, policy: Policy) {
    let rule = policy.lifeCycle.health
    let active = flow.active(month)
    func customers(_ stage: Stage, _ month: Month) -> Int64 { Int64(flow[stage, month].customers) }
    guard let sound = Share(customers(.developing, month) + customers(.mature, month), of: Int64(active.customers)),
      let declining = Share(customers(.declining, month), of: Int64(active.customers))
    else { return nil }
    let earlier = month.advanced(by: -rule.alarmMonths)
    // Before, nobody could be told to decline, and the first who can be would pass for a rise.
    let firstTold = flow.months.first.advanced(by: 12 + policy.growth.leastMonths)
    let before =
      earlier < firstTold
      ? nil : Share(customers(.declining, earlier), of: Int64(flow.active(earlier).customers))
    let soundRevenue =
      active.revenue > .zero
      ? Share(flow[.developing, month].revenue + flow[.mature, month].revenue, of: active.revenue) : nil

    var reasons: [Reason] = []
    let others = [
      customers(.new, month) + customers(.wonBack, month), customers(.developing, month), customers(.mature, month),
      customers(.episodic, month),
    ]
    if let most = others.max(), declining.part > most { reasons.append(.decliningIsBiggest) }
    if let before, declining.exceeds(before, by: rule.alarmPoints) { reasons.append(.decliningRises) }
    // Where nobody can be told to decline yet, a majority of the sound says nothing.
    guard month >= firstTold || !reasons.isEmpty else { return nil }
    let isAlarm = !reasons.isEmpty
    let isMajority = sound.isAbove(rule.leastShare) && soundRevenue?.isAbove(rule.leastShare) ?? false
    reasons.append(isMajority ? .majority : .noMajority)
    state = isAlarm ? .alarm : isMajority ? .healthy : .watch
    self.reasons = reasons
    self.month = month
    self.customers = active.customers
    soundCustomers = sound
    self.soundRevenue = soundRevenue
    self.declining = declining
    decliningBefore = before
  }
}
