import Ledger
import Units

/// Tomorrow's customers: small ones that show, with figures, that they may become big.
///
/// Source: seed 002, « dans les 80 % qui ne font que 20 % du chiffre d'affaires, il y a aussi les clients de demain ».
/// Method: docs/methods/tomorrow.md.
public struct Tomorrow: Sendable {
  /// Why a small customer is one of tomorrow's.
  public enum Reason: Hashable, Sendable {
    /// Its revenue grew by more than noise, to the policy's ratio at least, from the same months a year earlier.
    case growth(YearOnYear)
    /// It buys from more ranges in W than in P; `gained` are places in the books' range names.
    case widerRange(current: Int, previous: Int, gained: [Int])
    /// What it could buy in a year is far above what it bought in the last 12 months.
    case headroom(potential: Cents, judged: Day, revenue: Cents)
    /// It ordered at least as often in its first months as the median of the first band's customers did in theirs.
    case earlyRhythm(orders: Int, firstBand: Int, months: Int, peers: Int)
  }

  /// One of tomorrow's customers.
  public struct Row: Hashable, Sendable {
    /// A place in the customer file.
    public let customer: Int
    /// The number of its band.
    public let band: Int
    /// Its revenue in W.
    public let revenue: Cents
    /// Why, in the order of the cases; never empty.
    public let reasons: [Reason]
  }

  /// Those with the most reasons first, then the biggest, then in the order of the customer file.
  public let rows: [Row]
  /// Small customers looked at.
  public let looked: Int
  /// Of them, those too young to compare with a year earlier.
  public let tooYoung: Int
  /// Of them, those of whom no potential is known, or only one that is undated, expired or dated after `asOf`.
  public let withoutPotential: Int
  /// Customers of the first band whose own beginnings the data show; with fewer than the policy asks for, no early
  /// rhythm is compared.
  public let peers: Int
  /// Whether ranges can be compared: the window has a P.
  public let comparesRanges: Bool

  /// Looks for them in the last bands.
  public init(books: Books, policy: Policy, bands: Bands) {
    let rule = policy.growth
    let asOf = books.window.asOf
    let firstBand = EarlyOrders(members: bands.rows.first?.members ?? [], books: books, rule: rule)
    let comparesRanges = books.window.previous != nil
    let lastYear = MonthSpan(asOf.advanced(by: -11), asOf)
    var rows: [Row] = []
    var (looked, tooYoung, withoutPotential) = (0, 0, 0)
    for band in bands.small(rule.smallBands) {
      for customer in band.members {
        looked += 1
        var reasons: [Reason] = []
        if let change = YearOnYear(orders: books.orders[customer], asOf: asOf, rule: rule) {
          if change.grew(to: rule.growthRatio) { reasons.append(.growth(change)) }
        } else {
          tooYoung += 1
        }
        if let wider = Self.widerRange(of: customer, in: books, leastMonths: rule.leastMonths) { reasons.append(wider) }
        if let (potential, judged) = books.customers.details[customer]?.potential(at: asOf, rule: rule) {
          let revenue = books.activity.latest(of: customer, in: lastYear).revenue
          if (potential - revenue) >= max(Cents(1), revenue.at(rule.highHeadroom)) {
            reasons.append(.headroom(potential: potential, judged: judged, revenue: revenue))
          }
        } else {
          withoutPotential += 1
        }
        if let early = firstBand.compared(with: customer, in: books) { reasons.append(early) }
        guard !reasons.isEmpty else { continue }
        let revenue = books.activity.latest(of: customer, in: books.window.current).revenue
        rows.append(Row(customer: customer, band: band.number, revenue: revenue, reasons: reasons))
      }
    }
    self.rows = rows.sorted {
      if $0.reasons.count != $1.reasons.count { return $0.reasons.count > $1.reasons.count }
      return $0.revenue == $1.revenue ? $0.customer < $1.customer : $0.revenue > $1.revenue
    }
    self.looked = looked
    self.tooYoung = tooYoung
    self.withoutPotential = withoutPotential
    peers = firstBand.peers
    self.comparesRanges = comparesRanges
  }

  /// More ranges in W than in P, for a customer that bought in P and lived at least so many months of it.
  private static func widerRange(of customer: Int, in books: Books, leastMonths: Int) -> Reason? {
    guard let previous = books.window.previous, let first = books.orders[customer].first?.month,
      max(first, previous.first).distance(to: previous.last) + 1 >= min(leastMonths, previous.count)
    else { return nil }
    let cells = books.ranges[customer]
    let now = cells.count { $0.current > .zero }
    let before = cells.count { $0.previous > .zero }
    guard before > 0, now > before else { return nil }
    let gained = cells.filter { $0.current > .zero && $0.previous <= .zero }.map(\.range)
    return .widerRange(current: now, previous: before, gained: gained)
  }
}

extension Customer {
  /// The potential that holds at the end of a month and the day it was judged; nothing when it is unknown, undated,
  /// expired, or judged later.
  public func potential(at asOf: Month, rule: Policy.Growth) -> (potential: Cents, judged: Day)? {
    guard let potential, let potentialDate, potentialDate <= asOf.lastDay,
      potentialDate.month.distance(to: asOf) < rule.potentialMonths
    else { return nil }
    return (potential, potentialDate)
  }
}

/// How often the customers of the first band ordered when they were young.
private struct EarlyOrders {
  /// Customers of the first band whose beginnings are known.
  let peers: Int
  /// For each age in months the median of the orders they had made by then, and how many were as old; nothing where too
  /// few were.
  private let medians: [(orders: Int, peers: Int)?]
  private let leastOrders: Int

  init(members: [Int], books: Books, rule: Policy.Growth) {
    let asOf = books.window.asOf
    let begun = members.compactMap { customer in
      Beginning(of: customer, in: books).map { (beginning: $0, orders: books.orders[customer].map(\.month)) }
    }
    peers = begun.count
    leastOrders = rule.earlyOrders
    medians = (0..<max(0, rule.earlyMonths)).map { age in
      let counts = begun.filter { $0.beginning.age(at: asOf) >= age }.map { elder in
        elder.orders.count { elder.beginning.month.distance(to: $0) <= age }
      }.sorted()
      return counts.isEmpty || counts.count < rule.earlyPeers ? nil : (counts[counts.count / 2], counts.count)
    }
  }

  /// The reason, when a young customer of enough orders ordered as often as the median of its elders at its age.
  func compared(with customer: Int, in books: Books) -> Tomorrow.Reason? {
    guard let age = Beginning(of: customer, in: books)?.age(at: books.window.asOf), medians.indices.contains(age),
      let elders = medians[age]
    else { return nil }
    let orders = books.orders[customer].count
    guard orders >= leastOrders, orders >= elders.orders else { return nil }
    return .earlyRhythm(orders: orders, firstBand: elders.orders, months: age + 1, peers: elders.peers)
  }
}
