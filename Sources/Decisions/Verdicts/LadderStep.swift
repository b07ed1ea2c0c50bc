import Ledger
import Portfolio
import Units

/// Serving a customer no more than its level promises.
public struct LeanerService: Hashable, Sendable {
  /// What is saved in money.
  public let cash: Cents
  /// What is saved in time, at its cost.
  public let time: Cents
  /// The time.
  public let minutes: Int

  /// Both together.
  public var saving: Cents { cash + time }

  /// As much of the excess as closes a gap; nothing without an excess.
  init?(closing gap: Cents, of excess: VerdictFacts.Excess) {
    guard excess.cost > .zero, gap > .zero else { return nil }
    let saved = min(gap, excess.cost)
    time = excess.time.times(saved.value, over: excess.cost.value)
    cash = saved - time
    minutes = Int(Int128(excess.minutes) * Int128(saved.value) / Int128(excess.cost.value))
  }
}

/// A price rise that closes a gap, and how far it may go.
public struct Reprice: Hashable, Sendable {
  /// The rise that closes all of it, rounded up to a hundredth of a percent.
  public let rate: Rate
  /// The most that may be asked.
  public let most: Rate
  /// What the rise that is asked closes.
  public let gain: Cents
  /// What is left to close.
  public let left: Cents
  /// What the rise that is asked brings where all of the volume stays: (1 − v) of it.
  public let worth: Cents
  /// The part of the volume that may go before the rise brings nothing: p ÷ (p + g); nothing where goods are sold below their
  /// cost, for then volume that goes costs nothing.
  public let breakEvenLoss: Share?

  /// What lacks, and the whole rise closes.
  public var closes: Cents { gain + left }
  /// Whether it stays within what may be asked.
  public var isWithin: Bool { rate <= most }
  /// The rise that is asked: all of it, or the most that may be.
  public var asked: Rate { min(rate, most) }

  init?(closing gap: Cents, of facts: VerdictFacts, most: Rate) {
    guard gap > .zero, let rate = Self.rate(closing: gap, of: facts) else { return nil }
    self.rate = rate
    self.most = most
    let asked = min(rate, most)
    gain = rate <= most ? gap : min(gap, Self.kept(asked, of: facts, floor: facts.floor))
    left = gap - gain
    worth = Self.kept(asked, of: facts, floor: Rate(millionths: 0))
    // p ÷ (p + g), g the gross rate, with p in millionths of the revenue.
    let rise = facts.current.revenue.at(asked)
    breakEvenLoss = facts.current.grossMargin.flatMap { gross in
      gross > .zero ? Share(rise, of: rise + gross) : nil
    }
  }

  /// What is kept of a rise: (1 − v − f) of it.
  private static func kept(_ rate: Rate, of facts: VerdictFacts, floor: Rate) -> Cents {
    let kept = keptOfRise(rebates: facts.rebates, floor: floor)
    return facts.current.revenue.at(rate).times(max(0, kept), over: 1_000_000)
  }

  /// (what is to close) ÷ ((1 − v − f)·R), rounded up to a hundredth of a percent; nothing where no price can.
  static func rate(closing gap: Cents, of facts: VerdictFacts) -> Rate? {
    riseClosing(gap, on: facts.current.revenue, rebates: facts.rebates, floor: facts.floor)
  }
}

/// A rise that is asked once others secure what may be lost by it, or for the last time, after all that serving leaner saves.
public struct FirmRise: Hashable, Sendable {
  /// The service that is left out before; nothing where there is none beyond the level.
  public let leaner: LeanerService?
  /// The rise: at most what a last offer may ask.
  public let price: Reprice
}

/// A step by which a relation comes to its floor, or ends.
public enum LadderStep: Hashable, Sendable {
  /// Serve it no more than promised.
  case serveLeaner(LeanerService)
  /// Raise its prices.
  case reprice(Reprice)
  /// Both: what serving leaner leaves, prices close.
  case both(LeanerService, Reprice)
  /// Ask for orders that pay their handling.
  case minimumOrder(VerdictFacts.SmallOrdering)
  /// Win better customers first, for the revenue at risk, then reprice firmly; no rise where goods have no price that would help.
  case substitute(revenueAtRisk: Cents, then: FirmRise?)
  /// A last offer, once ceasing would pay: all that its floor takes, or the most that one may ask.
  case lastOffer(FirmRise)
  /// End the relation: what that brings.
  case cease(effect: Cents)

  /// The name in JSON.
  public var code: String {
    switch self {
    case .serveLeaner: "serveLeaner"
    case .reprice: "reprice"
    case .both: "serveLeanerAndReprice"
    case .minimumOrder: "minimumOrder"
    case .substitute: "substitute"
    case .lastOffer: "lastOffer"
    case .cease: "cease"
    }
  }

  /// Every name.
  public static let codes = [
    "serveLeaner", "reprice", "serveLeanerAndReprice", "minimumOrder", "substitute", "lastOffer", "cease",
  ]

  /// The service that is left out; nothing for the other steps.
  public var leaner: LeanerService? {
    switch self {
    case .serveLeaner(let leaner), .both(let leaner, _): leaner
    default: nil
    }
  }

  /// What it brings over the window, as far as that is known beforehand.
  public var gain: Cents? {
    switch self {
    case .serveLeaner(let leaner): leaner.saving
    case .reprice(let price): price.gain
    case .lastOffer(let rise): rise.price.gain
    case .both(let leaner, let price): leaner.saving + price.gain
    case .minimumOrder(let small): small.saving
    case .substitute: nil
    case .cease(let effect): effect
    }
  }
}

extension VerdictFacts {
  /// The steps that bring the margin to its floor, the first by what causes the gap; empty where nothing lacks.
  ///
  /// Source: docs/methods/verdicts.md.
  func ladder(_ policy: Policy) -> [LadderStep] {
    let rule = policy.ladder
    let isSpared = isNew && (current.grossMargin ?? .zero) >= .zero
    guard gap > .zero, !isSpared else { return [] }
    var steps: [LadderStep] = []
    let most = rule.mostRise(at: priceIndex)
    let leaner = LeanerService(closing: gap, of: excess)
    let price = Reprice(closing: gap, of: self, most: most)
    let single = [leaner.map { LadderStep.serveLeaner($0) }, price.map { .reprice($0) }].compactMap { $0 }
    // Goods sold below their cost come first: no service saved makes up for them.
    let isPrice = priceGap > excess.cost || (current.grossMargin ?? .zero) < .zero
    steps += isPrice ? single.reversed() : single
    if let leaner, leaner.saving < gap, let rest = Reprice(closing: gap - leaner.saving, of: self, most: most) {
      steps.append(.both(leaner, rest))
    }
    // A step that closes hardly anything is none.
    if let smallOrders, smallOrders.saving.value > gap.value / 20 { steps.append(.minimumOrder(smallOrders)) }
    // What the first steps close within their bounds needs none of the harder ones.
    let closes = steps.contains { step in
      switch step {
      case .serveLeaner(let leaner): leaner.saving >= gap
      case .reprice(let price), .both(_, let price): price.isWithin
      default: false
      }
    }
    if closes { return steps }
    let last = Reprice(closing: gap - (leaner?.saving ?? .zero), of: self, most: max(most, rule.lastOfferCap))
      .map { FirmRise(leaner: leaner, price: $0) }
    steps.append(.substitute(revenueAtRisk: current.revenue, then: last))
    guard costsAreKnown, let effect = current.effectOfCeasing, effect > .zero else { return steps }
    if let last { steps.append(.lastOffer(last)) }
    return steps + [.cease(effect: effect)]
  }

  /// What it pays less than others for the same goods over the window: (1 ÷ index − 1) × R; zero where it pays no less.
  private var priceGap: Cents {
    guard let index = priceIndex, index.part > 0, index.whole > index.part else { return .zero }
    return current.revenue.times(index.whole - index.part, over: index.part)
  }
}

extension [LadderStep] {
  /// Serving leaner with a rise that may be asked; nothing where the ladder has none.
  var bothWithin: LadderStep? { first { if case .both(_, let rest) = $0 { rest.isWithin } else { false } } }
  /// The rise that is asked firmly once others secure what may be lost by it.
  public var firmRise: FirmRise? {
    lazy.compactMap { if case .substitute(_, let rise) = $0 { rise } else { nil } }.first
  }
  /// The least order asked for; nothing where small orders close next to nothing.
  public var minimumOrder: VerdictFacts.SmallOrdering? {
    lazy.compactMap { if case .minimumOrder(let small) = $0 { small } else { nil } }.first
  }
  /// What is offered before the relation ends.
  public var lastOffer: Reprice? {
    lazy.compactMap { if case .lastOffer(let rise) = $0 { rise.price } else { nil } }.first
  }
  /// Winning better customers first; nothing where the ladder does not ask for it.
  var substitution: LadderStep? { first { if case .substitute = $0 { true } else { false } } }

  /// The step to begin with: the first, but where its price may not be asked, what closes the gap in its place (less service,
  /// or both), or wins better customers before.
  public var leading: LadderStep? {
    guard case .reprice(let price)? = first, !price.isWithin else { return first }
    let leaner = first { if case .serveLeaner(let leaner) = $0 { leaner.saving >= price.closes } else { false } }
    return leaner ?? bothWithin ?? substitution ?? first
  }
}
