import Forecast
import Ledger
import Portfolio
import Units

/// When a customer's next order is to be expected, by its own rhythm, and what it is worth.
///
/// Source: seed 004, « vous pouvez prédire efficacement les activités futures ». Method: docs/methods/next-order.md.
public struct NextOrder: Hashable, Sendable {
  /// What the rhythm is told from.
  public enum Basis: Hashable, Sendable {
    /// So many of its own last gaps between orders.
    case own(gaps: Int)
    /// Its category's gaps, since it has too few of its own.
    case category(gaps: Int)
    /// Its season, which begins with this month of the year, 1…12, seen in so many years.
    case season(from: Int, years: Int)
  }

  /// Why no order is expected.
  public enum Unknown: String, CaseIterable, Sendable {
    /// It never ordered.
    case neverOrdered
    /// It is lost: see what winning it back is worth.
    case lost
    /// Nobody ever ordered twice: there is no rhythm to go by.
    case noRhythm
  }

  /// The last order.
  public let lastOrder: Day
  /// The gap between orders that half of those known do not exceed, in days.
  public let typicalGap: Int
  /// From the gap that a tenth do not exceed to the one that nine tenths do not, by default.
  public let usualGap: ClosedRange<Int>
  /// What that is told from.
  public let basis: Basis
  /// The day the order is expected: the middle one of those that remain possible.
  ///
  /// In the past where the silence is longer than every gap known: then the last day on which it would have been usual.
  public let day: Day
  /// The day before which one order in ten comes, by default.
  public let earliest: Day
  /// The day after which one order in ten comes, by default; nothing where the silence is longer than every gap known.
  public let latest: Day?
  /// Whether the silence is longer than usual.
  public let isLate: Bool
  /// What it is worth, from the last orders.
  public let value: Cents

  /// The order to expect after a day.
  /// - Parameters:
  ///   - orders: a customer's, oldest first, none after `end`.
  ///   - category: the gaps of customers alike, ascending.
  ///   - end: the last day known.
  init?(
    of orders: ArraySlice<OrderLog.Order>, category: [Int], rule: Policy.Prediction, rhythm: Policy.Rhythm, end: Day
  ) {
    guard let last = orders.last else { return nil }
    let tail = (1 - rule.coverage.value) / 2
    let (low, high) = (Rate(millionths: Int64(tail * 1e6)), Rate(millionths: Int64((1 - tail) * 1e6)))
    let own = zip(orders, orders.dropFirst()).suffix(max(1, rule.lastGaps)).map { $0.day.distance(to: $1.day) }.sorted()
    let isOwn = own.count >= rule.ownGaps
    let gaps = isOwn ? own : category
    guard let typical = nearestRank(.half, of: gaps), let least = nearestRank(low, of: gaps),
      let most = nearestRank(high, of: gaps)
    else { return nil }
    lastOrder = last.day
    typicalGap = typical
    usualGap = least...most
    let lastYear = MonthSpan(end.month.advanced(by: -11), end.month)
    value = Cents(predicted: OrderValue(of: orders, lastYear: lastYear).next)
    if let season = OrderSeason(of: orders, rhythm: rhythm), let next = season.next(gaps: own, after: end) {
      basis = .season(from: season.from, years: season.starts.count)
      (day, earliest, latest, isLate) = next.days(low: low, high: high, end: end)
    } else {
      basis = isOwn ? .own(gaps: own.count) : .category(gaps: gaps.count)
      (day, earliest, latest, isLate) = Chance(from: last.day, waits: gaps).days(low: low, high: high, end: end)
    }
  }

  /// Waits that are possible from a day on.
  struct Chance {
    let from: Day
    /// In days, ascending, never empty.
    let waits: [Int]

    /// What remains possible once some of the waits are over.
    func days(low: Rate, high: Rate, end: Day) -> (day: Day, earliest: Day, latest: Day?, isLate: Bool) {
      let elapsed = from.distance(to: end)
      let first = waits.partition(after: elapsed)
      let isLate = elapsed > nearestRank(high, of: waits) ?? 0
      guard first < waits.count else {
        let day = from.advanced(by: waits[waits.count - 1])
        return (day, day, nil, true)
      }
      let left = Array(waits[first...])
      func day(_ rate: Rate) -> Day { from.advanced(by: nearestRank(rate, of: left) ?? 0) }
      return (day(.half), day(low), day(high), isLate)
    }
  }
}

/// The season that a customer orders in, and how long after its beginning the first order came each year.
struct OrderSeason {
  /// The first month of the year, 1…12.
  let from: Int
  let months: Int
  /// Days from the season's beginning to its first order, ascending.
  let starts: [Int]
  private let lastOrder: Day

  /// The season of orders, oldest first; nothing where they have none.
  init?(of orders: ArraySlice<OrderLog.Order>, rhythm rule: Policy.Rhythm) {
    guard case .seasonal(let from) = OrderRhythm(of: orders, rule: rule), let last = orders.last else { return nil }
    self.from = from
    months = rule.seasonMonths
    lastOrder = last.day
    var firsts: [Month: Int] = [:]
    for order in orders {
      let start = OrderSeason.start(of: order.month, from: from)
      guard start.distance(to: order.month) < rule.seasonMonths, firsts[start] == nil else { continue }
      firsts[start] = start.firstDay.distance(to: order.day)
    }
    starts = firsts.values.sorted()
  }

  /// The first month of the season year that a month lies in.
  private static func start(of month: Month, from: Int) -> Month {
    month.advanced(by: -((month.monthOfYear - from + 12) % 12))
  }

  /// The waits to the next order after a day; nothing where no season was seen.
  /// - Parameter gaps: the customer's own, ascending.
  func next(gaps: [Int], after end: Day) -> NextOrder.Chance? {
    guard !starts.isEmpty else { return nil }
    let tomorrow = end.advanced(by: 1)
    let start = OrderSeason.start(of: tomorrow.month, from: from)
    guard start.distance(to: tomorrow.month) < months else {
      return NextOrder.Chance(from: start.advanced(by: 12).firstDay, waits: starts)
    }
    guard lastOrder >= start.firstDay else { return NextOrder.Chance(from: start.firstDay, waits: starts) }
    // One more in the same season, if its gaps leave room for it before the season ends.
    let room = lastOrder.distance(to: start.advanced(by: months - 1).lastDay)
    let within = gaps.filter { $0 <= room }
    let isOver = within.last.map { $0 <= lastOrder.distance(to: end) } ?? true
    return isOver
      ? NextOrder.Chance(from: start.advanced(by: 12).firstDay, waits: starts)
      : NextOrder.Chance(from: lastOrder, waits: within)
  }
}

extension Rate {
  /// One half.
  static let half = Rate(percent: 50)
}

extension [Int] {
  /// The first place of a number above another, in ascending numbers.
  fileprivate func partition(after number: Int) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if self[middle] <= number { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
