import Ledger
import Portfolio
import Units

/// Which lost customers have a chance to come back, and whether it is worth the effort.
///
/// Source: seed 001, « Y a-t-il une chance de les récupérer et cela en vaut-il le coût ? ». Method:
/// docs/methods/win-back.md.
public struct WinBack: Sendable {
  /// Why a chance, or a worth, cannot be known.
  public enum Unknown: String, CaseIterable, Sendable {
    /// The company lost too few customers to count returns on.
    case fewLosses
    /// What the customer earned is not known.
    case margin
  }

  /// The chance of a return, and what it was counted on.
  public struct Chance: Hashable, Sendable {
    /// Between 0 and 1, drawn towards the policy's prior.
    public let value: Double
    /// What the counts alone say.
    public let counted: Double
    /// Losses watched beyond as long a silence.
    public let watched: Int
    /// Whether the customer's own class was numerous enough to be counted alone.
    public let isOfClass: Bool
  }

  /// One lost customer.
  public struct Row: Hashable, Sendable {
    /// The customer, by place.
    public let customer: Int
    /// Its last order.
    public let lastOrder: Day
    /// Months since.
    public let silence: Int
    /// The chance that it comes back within the policy's months.
    public let chance: Knowable<Chance, Unknown>
    /// Its gross margin of the twelve months up to its last order; nothing when unknown.
    public let margin: Cents?
    /// What a year would bring after a return: that margin, times what past returners kept of theirs, never more than it.
    public let yearlyMargin: Cents?
    /// What a return would be worth today, over the policy's years; nothing when the margin is unknown.
    public let value: Cents?
    /// Chance × value, less the effort where it is known.
    public let worth: Knowable<Cents, Unknown>
    /// By how much an effort has to raise the chance to pay for itself.
    ///
    /// Above 1 it never does. Nothing when the effort is not known or nothing would be gained.
    public let upliftNeeded: Double?
  }

  /// The most worth first, those whose worth is unknown last by margin, then in the order of the customer file.
  public let rows: [Row]
  private let places: [Int: Int]
  /// The company's curve.
  public let curve: ReturnCurve
  /// What past returners bought in their first year back ÷ in the last before; nothing while nobody is back for a year.
  public let keptRatio: Share?
  /// How many returners that is the median of.
  public let returners: Int
  /// The cost of one effort; nothing when the policy does not say.
  public let effort: Cents?
  /// Today's worth of one unit of margin a year after a return.
  public let discount: Double

  /// Weighs the customers that are lost in the last month.
  ///
  /// O(n log n) in the losses, linear in customers × months.
  /// - Parameter classes: the class of each customer, in the order of the customer file; nothing where none is wanted.
  public init(_ stages: Stages, books: Books, policy: Policy, classes: [Int?]? = nil) {
    let rule = policy.winBack
    let end = stages.months.last
    let episodes = LossEpisode.all(stages, orders: books.orders)
    let curve = ReturnCurve(episodes)
    let ofClass = classes.map { classes in
      Dictionary(grouping: episodes.filter { classes[$0.customer] != nil }) { classes[$0.customer] ?? 0 }
        .filter { $0.value.count >= rule.classLosses }.mapValues { ReturnCurve($0) }
    }
    let kept = WinBack.keptRatios(episodes, orders: books.orders, end: end)
    let ratio = nearestRank(Rate(percent: 50), of: kept)
    let discount = WinBack.discount(rule)
    rows = episodes.filter { !$0.hasReturned && stages.reason(of: $0.customer, at: end) == .silentTooLong }
      .map { episode in
        let customer = episode.customer
        let own = classes?[customer].flatMap { ofClass?[$0] }
        let chance = WinBack.chance(
          own ?? curve, silence: episode.exit, isOfClass: own != nil, losses: curve.losses, rule)
        let last = episode.lastOrder.month
        let cell = books.activity.total(of: customer, in: MonthSpan(last.advanced(by: -11), last))
        let margin = GrossMargin(cell, minimumCostedShare: policy.margin.minimumCostedShare)?.amount
        let yearly = margin.map { margin in
          ratio.map { min(margin, margin.times($0.part, over: $0.whole)) } ?? margin
        }
        let value = yearly.map { $0.times(discount) }
        return Row(
          customer: customer, lastOrder: episode.lastOrder, silence: episode.exit, chance: chance, margin: margin,
          yearlyMargin: yearly, value: value, worth: WinBack.worth(chance, value, effort: rule.effort),
          upliftNeeded: WinBack.uplift(value, effort: rule.effort))
      }.sorted(by: WinBack.precedes)
    places = Dictionary(uniqueKeysWithValues: rows.enumerated().map { ($1.customer, $0) })
    self.curve = curve
    keptRatio = ratio
    returners = kept.count
    effort = rule.effort
    self.discount = discount
  }

  /// A customer's row; nothing for one that is not lost.
  public func row(of customer: Int) -> Row? { places[customer].map { rows[$0] } }

  static func chance(
    _ curve: ReturnCurve, silence: Int, within months: Int? = nil, isOfClass: Bool, losses: Int, _ rule: Policy.WinBack
  ) -> Knowable<Chance, Unknown> {
    guard losses >= rule.leastLosses else { return .unknown(.fewLosses) }
    let counted = curve.returning(within: months ?? rule.returnMonths, after: silence)
    let watched = curve.watched(after: silence)
    let (alpha, beta) = (rule.priorReturns.value, rule.priorLosses.value)
    let weight = alpha + beta + Double(watched)
    // Without any prior, and nobody watched for as long, nothing is known but that nobody came back.
    let value = weight > 0 ? (alpha + Double(watched) * counted) / weight : counted
    return .known(Chance(value: value, counted: counted, watched: watched, isOfClass: isOfClass))
  }

  private static func worth(
    _ chance: Knowable<Chance, Unknown>, _ value: Cents?, effort: Cents?
  ) -> Knowable<Cents, Unknown> {
    switch chance {
    case .unknown(let reason): return .unknown(reason)
    case .known(let chance):
      guard let value else { return .unknown(.margin) }
      return .known(value.times(chance.value) - (effort ?? .zero))
    }
  }

  private static func uplift(_ value: Cents?, effort: Cents?) -> Double? {
    guard let value, let effort, value > .zero else { return nil }
    return Double(effort.value) / Double(value.value)
  }

  /// What the policy's years of margin after a return are worth today: the return comes in the middle of its months, the
  /// margin of each year in the middle of it.
  private static func discount(_ rule: Policy.WinBack) -> Double {
    let rate = naturalLogarithm(1 + rule.discountRate.value)
    let years = rule.marginYears.value
    let wait = Double(rule.returnMonths) / 24
    var sum = 0.0
    var year = 0.0
    while year < years {
      let part = min(1, years - year)
      sum += part * exponential(-rate * (wait + year + part / 2))
      year += 1
    }
    return sum
  }

  /// Orders' revenue of returners' first twelve months back ÷ of their last twelve before, ascending.
  private static func keptRatios(_ episodes: [LossEpisode], orders: OrderLog, end: Month) -> [Share] {
    episodes.compactMap { episode -> Share? in
      let last = episode.lastOrder.month
      let back = last.advanced(by: episode.exit)
      guard episode.hasReturned, back.advanced(by: 11) <= end else { return nil }
      func revenue(_ first: Month, _ last: Month) -> Cents {
        orders[episode.customer].lazy.filter { first <= $0.month && $0.month <= last }.map(\.revenue).sum
      }
      return Share(revenue(back, back.advanced(by: 11)), of: revenue(last.advanced(by: -11), last))
    }.sorted { $0.isBelow($1) }
  }

  private static func precedes(_ left: Row, _ right: Row) -> Bool {
    switch (left.worth.value, right.worth.value) {
    case (let one?, let other?) where one != other: return one > other
    case (_?, nil): return true
    case (nil, _?): return false
    case (nil, nil) where left.margin != right.margin:
      return left.margin ?? Cents(.min) > right.margin ?? Cents(.min)
    default: return left.customer < right.customer
    }
  }
}

extension Cents {
  /// An amount expected: the amount times a number, to the nearest cent.
  func times(_ number: Double) -> Cents { Cents(Int64((Double(value) * number).rounded())) }
}
