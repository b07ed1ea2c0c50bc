import Units

/// Two rules of which one must not be below the other: a class cut, the two ends of a range.
public struct PolicyOrdering: Hashable, Sendable {
  /// The path of the rule that must not be below.
  public let upper: String
  /// The path of the other.
  public let lower: String

  /// Every such pair.
  public static let all = [
    PolicyOrdering("ranking.cutB", notBelow: "ranking.cutA"),
    PolicyOrdering("adequacy.alarmMonths", notBelow: "adequacy.watchMonths"),
    PolicyOrdering("growth.gateLastOrders", notBelow: "growth.gateFewOrders"),
    PolicyOrdering("growth.gateMostValueVariation", notBelow: "growth.gateLeastValueVariation"),
    PolicyOrdering("growth.gateMostGapVariation", notBelow: "growth.gateLeastGapVariation"),
    PolicyOrdering("lifeCycle.lost.mostMonths", notBelow: "lifeCycle.lost.leastMonths"),
    PolicyOrdering("lifeCycle.episodic.months", notBelow: "lifeCycle.episodic.leastActiveMonths"),
    PolicyOrdering("lifeCycle.mature.leastRatio", notBelow: "lifeCycle.declining.ratio"),
    PolicyOrdering("lifeCycle.mature.mostRatio", notBelow: "lifeCycle.mature.leastRatio"),
    PolicyOrdering("lifeCycle.developing.ratio", notBelow: "lifeCycle.mature.mostRatio"),
    PolicyOrdering("lifeCycle.developing.ratio", notBelow: "lifeCycle.developing.ratioWithRange"),
    PolicyOrdering("lifeCycle.developing.ratioWithRange", notBelow: "lifeCycle.declining.ratio"),
    PolicyOrdering("winBack.classLosses", notBelow: "winBack.leastLosses"),
    PolicyOrdering("prediction.mostTrend", notBelow: "prediction.leastTrend"),
    PolicyOrdering("verdict.cease.priceRise", notBelow: "ladder.priceCap"),
    PolicyOrdering("ladder.lastOfferCap", notBelow: "ladder.priceCap"),
    PolicyOrdering("effort.mostLift", notBelow: "effort.leastLift"),
    PolicyOrdering("effort.mostHours.personal", notBelow: "effort.mostHours.delegated"),
    PolicyOrdering("effort.mostHours.delegated", notBelow: "effort.mostHours.automated"),
    PolicyOrdering("ceasing.mostNoticeMonths", notBelow: "ceasing.leastNoticeMonths"),
  ]

  private init(_ upper: String, notBelow lower: String) {
    self.upper = upper
    self.lower = lower
  }

  /// Whether a policy keeps the order.
  public func isKept(in policy: Policy) -> Bool { amount(upper, in: policy) >= amount(lower, in: policy) }

  private func amount(_ path: String, in policy: Policy) -> Int64 {
    switch PolicyKey.named(path.split(separator: ".").map(String.init))?.value(policy) {
    case .whole(let number): Int64(number)
    case .rate(let rate): rate.millionths
    default: preconditionFailure("ordered rules are whole numbers or rates: \(path)")
    }
  }
}

extension Policy {
  /// The rules that were changed and that no analysis reads yet.
  public var changedToCome: [PolicyKey] {
    let untouched = Policy()
    return PolicyKey.fixed.filter { $0.isToCome && $0.value(self) != $0.value(untouched) }
  }
}
