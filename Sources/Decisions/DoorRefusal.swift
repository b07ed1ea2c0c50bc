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
  ///   - terms: on which a toxic category among the grounds is sold to all the same.
  ///   - isRuled: whether a person ruled; what figures alone say are conditions, never a refusal.
  public init(
    buyer: Buyer, grounds: [Ground], mayBeAbuse: Bool = false, offer: (price: Cents, cost: Cents)? = nil,
    terms: DoorTerms = .none, isRuled: Bool = true
  ) {
    let holding = buyer == .business ? grounds : grounds.filter(\.holdsForConsumers)
    var cautions: [Caution] = holding.isEmpty ? [.noGround] : []
    cautions += grounds.filter { !holding.contains($0) }.map { .notAgainstConsumers($0) }
    if mayBeAbuse, buyer == .business { cautions.append(.mayBeAbuse) }
    if let offer, offer.price < offer.cost { cautions.append(.resaleBelowCost(price: offer.price, cost: offer.cost)) }
    var conditions: [Condition] = []
    for condition in holding.flatMap({ Self.conditions($0, terms) }) where !conditions.contains(condition) {
      conditions.append(condition)
    }
    self.buyer = buyer
    self.grounds = holding
    self.conditions = conditions
    self.cautions = cautions
    outcome = holding.isEmpty ? .admit : cautions.contains(.mayBeAbuse) || !isRuled ? .condition : .refuseOrCondition
  }

  /// The articles that it rests on.
  public var sources: [LegalSource] {
    var sources: [LegalSource] = [buyer == .business ? .abuseOfPosition : .refusalToConsumer, .discrimination]
    if cautions.contains(where: { if case .resaleBelowCost = $0 { true } else { false } }) {
      sources.append(.resaleBelowCost)
    }
    return sources
  }

  /// The conditions that answer a ground; a category alone sets none, its terms do.
  public static func conditions(_ ground: Ground, _ terms: DoorTerms) -> [Condition] {
    switch ground {
    case .toxicCategory:
      [terms.leastRate.map { .leastMarginRate($0) }, terms.leastOrder.map { .leastOrder($0) }].compactMap { $0 }
    case .marginUnderFloor(_, let floor): [.leastMarginRate(floor)]
    case .ordersTooSmall(_, let least): [.leastOrder(least)]
    case .unpaid: [.paymentInAdvance]
    case .noCapacity: [.waitingList]
    case .abnormalRequest: [.usualQuantity]
    }
  }
}

/// On what terms a category that loses money is sold to all the same, as its own figures say.
public struct DoorTerms: Hashable, Sendable {
  /// The least margin rate that prices have to leave; nothing where there is no floor.
  public let leastRate: Rate?
  /// The least order that pays its handling and leaves that rate; nothing where that is unknown, or no order does.
  public let leastOrder: Cents?

  /// None are known.
  public static let none = DoorTerms()

  /// Names terms.
  public init(leastRate: Rate? = nil, leastOrder: Cents? = nil) {
    self.leastRate = leastRate
    self.leastOrder = leastOrder
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
