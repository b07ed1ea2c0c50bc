import Ledger
import Units

/// Refusing to sell to somebody who is not a customer yet, or admitting on conditions: on economic grounds alone.
///
/// There is no ground but those listed, so that none can be of another kind; counsel has the last word.
///
/// Source: seed 000, « tu refuseras de vendre à tous ceux qui rentrent dans cette même catégorie »; articles L420-2 and L442-5
/// of the commercial code, L121-11 of the consumer code, 225-1 of the penal code. Method: docs/methods/notice.md.
public struct DoorRefusal: Hashable, Sendable {
  /// Why somebody is refused.
  public typealias Ground = DoorGround

  /// On what conditions somebody is admitted all the same.
  public enum Condition: Hashable, Sendable {
    /// Prices no lower than this margin rate leaves.
    case leastMarginRate(Rate)
    /// Orders no smaller than this.
    case leastOrder(Cents)
    /// Payment before delivery.
    case paymentInAdvance
    /// Served as far as goods and hours allow, in turn.
    case waitingList
    /// As much as a usual need.
    case usualQuantity
  }

  /// What is to be heeded, or stands against it.
  public enum Caution: Hashable, Sendable {
    /// No ground holds: the refusal does not.
    case noGround
    /// The ground does not hold against a consumer.
    case notAgainstConsumers(Ground)
    /// The company dominates its market, or the other depends on it: a refusal may be an abuse.
    case mayBeAbuse
    /// The price offered is below what the goods were bought for.
    case resaleBelowCost(price: Cents, cost: Cents)
  }

  /// What is proposed.
  public enum Outcome: String, CaseIterable, Sendable {
    /// Not to sell, or to sell on the conditions.
    case refuseOrCondition
    /// To sell on the conditions: a refusal would not hold, or might not.
    case condition
    /// To sell.
    case admit
  }

  /// Who wants to buy.
  public let buyer: Buyer
  /// The grounds that hold for it.
  public let grounds: [Ground]
  /// The conditions that answer each ground, in their order.
  public let conditions: [Condition]
  /// What is to be heeded.
  public let cautions: [Caution]
  /// What is proposed.
  public let outcome: Outcome

  /// Weighs a refusal.
  /// - Parameters:
  ///   - mayBeAbuse: whether the company dominates its market, or the other depends on it.
  ///   - offer: the price offered and what the goods were bought for, where they are resold as they are.
  ///   - floor: the least margin rate of a toxic category among the grounds.
  public init(
    buyer: Buyer, grounds: [Ground], mayBeAbuse: Bool = false, offer: (price: Cents, cost: Cents)? = nil,
    floor: Rate? = nil
  ) {
    let holding = buyer == .business ? grounds : grounds.filter(\.holdsForConsumers)
    var cautions: [Caution] = holding.isEmpty ? [.noGround] : []
    cautions += grounds.filter { !holding.contains($0) }.map { .notAgainstConsumers($0) }
    if mayBeAbuse, buyer == .business { cautions.append(.mayBeAbuse) }
    if let offer, offer.price < offer.cost { cautions.append(.resaleBelowCost(price: offer.price, cost: offer.cost)) }
    var conditions: [Condition] = []
    for condition in holding.compactMap({ Self.condition($0, floor) }) where !conditions.contains(condition) {
      conditions.append(condition)
    }
    self.buyer = buyer
    self.grounds = holding
    self.conditions = conditions
    self.cautions = cautions
    outcome = holding.isEmpty ? .admit : cautions.contains(.mayBeAbuse) ? .condition : .refuseOrCondition
  }

  /// The articles that it rests on.
  public var sources: [LegalSource] {
    var sources: [LegalSource] = [buyer == .business ? .abuseOfPosition : .refusalToConsumer, .discrimination]
    if cautions.contains(where: { if case .resaleBelowCost = $0 { true } else { false } }) {
      sources.append(.resaleBelowCost)
    }
    return sources
  }

  /// The condition that answers a ground; a category alone sets none, its floor does.
  public static func condition(_ ground: Ground, _ floor: Rate?) -> Condition? {
    switch ground {
    case .toxicCategory: floor.map { .leastMarginRate($0) }
    case .marginUnderFloor(_, let floor): .leastMarginRate(floor)
    case .ordersTooSmall(_, let least): .leastOrder(least)
    case .unpaid: .paymentInAdvance
    case .noCapacity: .waitingList
    case .abnormalRequest: .usualQuantity
    }
  }
}

extension DoorGround {
  /// Whether a consumer may be refused on it.
  public var holdsForConsumers: Bool {
    switch self {
    case .unpaid, .noCapacity, .abnormalRequest: true
    case .toxicCategory, .marginUnderFloor, .ordersTooSmall: false
    }
  }
}
