import Ledger
import Units

/// The customers whose price is the cause of what lacks: why, and what may be asked of each.
///
/// Source: docs/methods/revaluation.md; seed 003, "clients dont le prix est à revaloriser".
public struct Revaluation: Sendable {
  /// Why a customer's price should rise, each with the yearly amount that would mend it.
  public enum Reason: Hashable, Sendable {
    /// It pays less than the others, and less than the median of those who buy as much where these are enough.
    case belowPeers(index: Share, median: Share?, gap: Cents)
    /// Its gross margin rate falls year after year: the amount is what the first of the rates would bring more.
    case marginFalling(rates: [Share], gap: Cents)
    /// Its operating margin rate is under its floor, and its price explains that better than its service does.
    case underFloor(rate: Share, floor: Rate, gap: Cents)

    /// What would mend it.
    public var gap: Cents {
      switch self {
      case .belowPeers(_, _, let gap), .marginFalling(_, let gap), .underFloor(_, _, let gap): gap
      }
    }
  }

  /// What a rise that is asked is for.
  public enum Aim: Hashable, Sendable {
    /// The prices of the others, or of those who buy as much.
    case otherPrices
    /// The margin of two years before.
    case earlierMargin
    /// The floor of its margin.
    case floor
  }

  /// One customer.
  public struct Row: Hashable, Sendable {
    /// The place in the customer file.
    public let customer: Int
    /// Its revenue of W, above zero.
    public let revenue: Cents
    /// Why, the biggest amount first.
    public let reasons: [Reason]
    /// By how much its prices alone would rise to mend all; nothing where no price alone does it: beyond the rise that a last
    /// offer may ask, it is a refusal and not a price.
    public let rise: Rate?
    /// What may be asked of it in a year.
    public let asked: Rate
    /// What that is for.
    public let aim: Aim
    /// Whether that mends what it is for.
    public let reaches: Bool
    /// Whether that counts on the customer being served at its level and no more.
    public let isWithLeanerService: Bool
    /// What then lacks still to its floor, by other means than prices; zero where nothing does.
    public let left: Cents

    /// The amount that mends all reasons: they are of the same euros, so that the biggest counts.
    public var gap: Cents { reasons.first?.gap ?? .zero }
    /// What may be asked, in a year of its revenue.
    public var askedAmount: Cents { revenue.at(asked) }
  }

  /// The customers, the biggest amount that may be asked first, equal ones in the order of the customer file.
  public let rows: [Row]
  /// Customers under their floor for other reasons than their prices, in the order of the floors.
  public let otherwiseUnderFloor: [Int]
  private let places: [Int: Int]

  /// What would mend all.
  public var gap: Cents { rows.map(\.gap).sum }
  /// What may be asked of all in a year.
  public var askedAmount: Cents { rows.map(\.askedAmount).sum }
  /// A customer's row; nothing for one whose price is not to be looked at again.
  public subscript(customer: Int) -> Row? { places[customer].map { rows[$0] } }

  init(_ portfolio: PortfolioAnalysis, index: PriceIndex?) {
    let (policy, margins) = (portfolio.policy, portfolio.margins)
    let promises = Dictionary(portfolio.promises.rows.map { ($0.customer, $0) }, uniquingKeysWith: { $1 })
    func excess(of customer: Int) -> Cents {
      ServiceExcess(of: customer, beyond: promises[customer], in: margins.costs).cost
    }
    var reasons: [Int: [Reason]] = [:]
    for row in index?.rows ?? [] {
      if let reason = row.belowPeers(by: policy.prices.leastGap) { reasons[row.customer, default: []].append(reason) }
    }
    for fall in portfolio.stakes.marginRates.falling where fall.lost > .zero {
      reasons[fall.customer, default: []].append(.marginFalling(rates: fall.rates, gap: fall.lost))
    }
    var otherwise: [Int] = []
    for row in portfolio.floors.rows where row.missesMargin {
      guard let rate = row.margin.rate, let floor = row.floorRate, let gap = row.marginShortfall,
        row.isPriced(index?[row.customer], excess: excess(of: row.customer))
      else {
        otherwise.append(row.customer)
        continue
      }
      reasons[row.customer, default: []].append(.underFloor(rate: rate, floor: floor, gap: gap))
    }
    rows = reasons.compactMap { customer, reasons in
      let revenue = margins.rows[customer].revenue
      return revenue > .zero
        ? Row(
          customer, revenue: revenue, reasons: reasons.sorted { $0.gap > $1.gap },
          index: index?[customer]?.index.value, excess: excess(of: customer), ladder: policy.ladder) : nil
    }.sorted {
      $0.askedAmount == $1.askedAmount ? $0.customer < $1.customer : $0.askedAmount > $1.askedAmount
    }
    places = Dictionary(uniqueKeysWithValues: rows.enumerated().map { ($1.customer, $0) })
    let listed = Set(rows.map(\.customer))
    otherwiseUnderFloor = otherwise.filter { !listed.contains($0) }
  }
}

extension Revaluation.Row {
  fileprivate init(
    _ customer: Int, revenue: Cents, reasons: [Revaluation.Reason], index: Share?, excess: Cents, ladder: Policy.Ladder
  ) {
    let most = ladder.mostRise(at: index)
    var alone: [Rate?] = []
    var asked: (rise: RiseToFloor, aim: Revaluation.Aim)?
    var left = Cents.zero
    for reason in reasons {
      let (rebates, floor, aim): (Rate, Rate, Revaluation.Aim) =
        switch reason {
        case .belowPeers: (Rate(millionths: 0), Rate(millionths: 0), .otherPrices)
        case .marginFalling: (Rate(millionths: 0), Rate(millionths: 0), .earlierMargin)
        case .underFloor(_, let floor, _): (ladder.rebates, floor, .floor)
        }
      alone.append(riseClosing(reason.gap, on: revenue, rebates: rebates, floor: floor))
      let rise = RiseToFloor(
        closing: reason.gap, excess: aim == .floor ? excess : .zero, on: revenue, floor: floor, rebates: rebates,
        most: most)
      // What the verdict's ladder asks is asked here; only where that does not reach the floor may another reason ask more.
      let isWanted =
        asked.map { $0.rise.rate < rise.rate || ($0.rise.rate == rise.rate && aim == .floor) } ?? true
      let isSettled = asked.map { $0.aim == .floor && $0.rise.reaches } ?? false
      if (isWanted && !isSettled) || (aim == .floor && rise.reaches) { asked = (rise, aim) }
    }
    self.customer = customer
    self.revenue = revenue
    self.reasons = reasons
    let known = alone.compactMap { $0 }
    rise = known.count < alone.count ? nil : known.max().flatMap { $0 <= ladder.lastOfferCap ? $0 : nil }
    self.asked = asked?.rise.rate ?? Rate(millionths: 0)
    aim = asked?.aim ?? .floor
    reaches = asked?.rise.reaches ?? false
    isWithLeanerService = asked?.rise.isWithLeanerService ?? false
    for case .underFloor(_, let floor, let gap) in reasons {
      let kept = max(0, keptOfRise(rebates: ladder.rebates, floor: floor))
      left = max(.zero, gap - revenue.at(self.asked).times(kept, over: 1_000_000))
    }
    self.left = left
  }
}

extension PriceIndex.Row {
  /// That it pays clearly less than the others, and than its like where these are enough; nothing otherwise.
  ///
  /// The amount brings it to the median of its like, and never beyond the others' prices.
  fileprivate func belowPeers(by least: Rate) -> Revaluation.Reason? {
    guard let own = index.value, expected > compared else { return nil }
    let gap = min(expected - compared, place?.gap ?? expected - compared)
    guard let share = Share(gap, of: compared),
      Int128(share.part) * 1_000_000 >= Int128(least.millionths) * Int128(share.whole)
    else { return nil }
    return .belowPeers(index: own, median: place?.median, gap: gap)
  }

  /// What it pays less than its like, or than the others where these are too few, over all its revenue; zero where it pays
  /// no less, nothing without an index.
  fileprivate var missingPrice: Cents? {
    guard index.value != nil, compared > .zero else { return nil }
    return revenue.times(max(.zero, place?.gap ?? expected - compared).value, over: compared.value)
  }
}

extension Floors.Row {
  /// Whether its price is why it is under its floor.
  ///
  /// Goods sold below their cost are; else what it pays less than its like, where that is known, must not be smaller than what
  /// service beyond its level costs; where it is not known, that service must be less than half of what lacks.
  fileprivate func isPriced(_ price: PriceIndex.Row?, excess: Cents) -> Bool {
    guard let gap = marginShortfall else { return false }
    if let gross = margin.grossMargin, gross < .zero { return true }
    guard let missing = price?.missingPrice else { return excess + excess < gap }
    return missing > .zero && missing >= excess
  }
}
