import Ledger
import Units

/// What stages are told from.
public struct StageSource: Sendable {
  /// The months judged: from the first of the data to the last looked at.
  public let months: MonthSpan
  /// Every order.
  public let orders: OrderLog
  /// Customer since, as the customer file says, by place.
  public let since: [Int: Month]
  /// The month in which a relation was ended by decision, by place.
  public let ceased: [Int: Month]
  /// The ranges bought from, month by month; without them no range is ever gained.
  public let ranges: RangeMonths?
  /// Orders that were credited in a later month.
  public let lateCredits: LateCredits
  let rule: StageRule

  /// Brings together what stages are told from.
  /// - Parameter orders: none before or after `months`.
  public init(
    months: MonthSpan, orders: OrderLog, policy: Policy, since: [Int: Month] = [:], ceased: [Int: Month] = [:],
    ranges: RangeMonths? = nil, lateCredits: LateCredits = .none
  ) {
    self.months = months
    self.orders = orders
    self.since = since
    self.ceased = ceased
    self.ranges = ranges
    self.lateCredits = lateCredits
    rule = StageRule(policy)
  }

  /// The same from books; nothing where they hold no sale.
  /// - Parameter ranges: the ranges of each month; those of the books where they are not given.
  public init?(books: Books, policy: Policy, ceased: [Int: Month] = [:], ranges: RangeMonths? = nil) {
    guard let first = books.history?.first else { return nil }
    self.init(
      months: MonthSpan(first, books.window.asOf), orders: books.orders, policy: policy,
      since: books.customers.details.compactMapValues { $0.since?.month }, ceased: ceased,
      ranges: ranges ?? books.rangeMonths,
      lateCredits: books.lateCredits)
  }

  /// The same as it was known at the end of an earlier month; nothing before the first.
  func upTo(_ month: Month) -> StageSource? {
    guard months.first <= month else { return nil }
    return StageSource(
      months: MonthSpan(months.first, month), orders: orders.through(month.lastDay), rule: rule, since: since,
      ceased: ceased.filter { $0.value <= month }, ranges: ranges, lateCredits: lateCredits)
  }

  private init(
    months: MonthSpan, orders: OrderLog, rule: StageRule, since: [Int: Month], ceased: [Int: Month],
    ranges: RangeMonths?, lateCredits: LateCredits
  ) {
    self.months = months
    self.orders = orders
    self.since = since
    self.ceased = ceased
    self.ranges = ranges
    self.lateCredits = lateCredits
    self.rule = rule
  }

  /// How many customers there are.
  public var customers: Int { orders.offsets.count - 1 }
}

/// The policy's thresholds as plain numbers, read once.
struct StageRule: Sendable {
  let growth: Policy.Growth
  let life: Policy.LifeCycle
  let censoredMonths: Int
  let gateLastOrders: Int
  let leastMonths: Int
  let newMonths: Int
  let wonBackMonths: Int
  let episodicMonths: Int
  let declining: Int128
  let slow: Int128
  let slowYear: Int128
  let developing: Int128
  let developingWithRange: Int128
  let steadyLeast: Int128
  let steadyMost: Int128
  let gateShare: Int128
  /// The variation of gaps from which a rhythm makes the gate narrower.
  let rhythmGapVariation: Double

  init(_ policy: Policy) {
    growth = policy.growth
    life = policy.lifeCycle
    censoredMonths = policy.orders.censoredMonths
    gateLastOrders = max(1, growth.gateLastOrders)
    leastMonths = growth.leastMonths
    newMonths = life.newMonths
    wonBackMonths = life.wonBackMonths
    episodicMonths = life.episodic.months
    declining = Int128(life.declining.ratio.millionths)
    slow = Int128(life.declining.slowRatio.millionths)
    slowYear = Int128(life.declining.slowYearRatio.millionths)
    developing = Int128(life.developing.ratio.millionths)
    developingWithRange = Int128(life.developing.ratioWithRange.millionths)
    steadyLeast = Int128(life.mature.leastRatio.millionths)
    steadyMost = Int128(life.mature.mostRatio.millionths)
    gateShare = Int128(life.mature.gateShare.millionths)
    rhythmGapVariation = growth.gateRhythmGapVariation.value
  }
}
