import Ledger
import Units

/// The report `time`: services given against revenue obtained, customer by customer, by band and by category.
///
/// Source: seed 002, « Le temps c'est de l'argent se vérifie particulièrement quand on met en rapport les services
/// apportés et le revenu obtenu ». Method: docs/methods/time-is-money.md.
public struct TimeIsMoney: Sendable {
  /// What the time given to a customer is worth saying, the first that holds.
  public enum Judgement: String, CaseIterable, Sendable {
    /// No service was ever logged, for anybody: nothing can be judged.
    case noServiceLog
    /// Time was given and W brought no revenue.
    case withoutRevenue
    /// It takes more of the time than it brings of the revenue, and its margin after time is negative.
    case notJustified
    /// The same, for a new customer: time invested.
    case invested
    /// Time is allotted and none was given.
    case notServed
    /// More time than its level, beyond the policy's tolerance.
    case aboveLevel
    /// Less time than its level, beyond the policy's tolerance.
    case belowLevel
    /// The time of its level.
    case atLevel
  }

  /// Revenue and margin against minutes.
  public struct Yield: Hashable, Sendable {
    /// Customers.
    public internal(set) var customers = 0
    /// Service minutes given in W.
    public internal(set) var minutes = 0
    /// Revenue of W.
    public internal(set) var revenue = Cents.zero
    /// Operating margin of the customers whose margin is known; nothing when nobody's is.
    public internal(set) var margin: Cents?
    /// The minutes of those customers.
    public internal(set) var knownMinutes = 0

    /// Revenue an hour; nothing without time.
    public var revenuePerHour: Cents? { perHour(revenue, minutes) }
    /// Operating margin, once the hours themselves are paid, an hour; nothing without time or margin.
    public var marginPerHour: Cents? { margin.flatMap { perHour($0, knownMinutes) } }

    mutating func add(_ margin: CustomerMargin) {
      customers += 1
      minutes += margin.minutes
      revenue += margin.revenue
      guard let known = margin.operatingMargin else { return }
      self.margin = (self.margin ?? .zero) + known
      knownMinutes += margin.minutes
    }
  }

  /// One customer's line.
  public struct Row: Hashable, Sendable {
    /// A place in the customer file.
    public let customer: Int
    /// Its time, revenue and margin.
    public let yield: Yield
    /// Minutes allotted; nothing for a customer in no band.
    public let allotted: Int?
    /// Whether the customer is new.
    public let isNew: Bool
    /// What the time is worth saying.
    public let judgement: Judgement
  }

  /// One band's or category's line.
  public struct Group<Key: Hashable & Sendable>: Hashable, Sendable {
    /// The band's number or the category's name; nothing for customers in none.
    public let key: Key?
    /// Its time, revenue and margin.
    public let yield: Yield
    /// Its part of the minutes given to customers.
    public let timeShare: Share?
    /// Its part of the revenue of customers.
    public let revenueShare: Share?
  }

  /// The customers with revenue or time in W, those with the most time first.
  public let rows: [Row]
  /// All customers together.
  public let total: Yield
  /// By band, the biggest customers' first, customers in no band last.
  public let bands: [Group<Int>]
  /// By category in byte order, customers without one last.
  public let categories: [Group<String>]
  /// The customers with revenue from the biggest to the smallest, cut into ten groups of as many customers; fewer
  /// groups where there are fewer customers.
  public let deciles: [Group<Int>]
  /// Customers that count as the top: ⌈policy share × customers with revenue⌉.
  public let topCustomers: Int
  /// The part of the minutes given to customers outside the top.
  public let timeOutsideTop: Share?
  /// The part of the revenue of bands that those customers bring.
  public let revenueOutsideTop: Share?
  /// Whether the customers outside the top take at least the policy's Pareto share of the time; nothing without time.
  public let smallTakeMost: Bool?
  /// How far the minutes can be relied on; a stand-in makes every figure here an estimate.
  public let knowledge: CostToServe.Knowledge

  /// Sets the time of W against what it brought, in O(n log n).
  ///
  /// - Parameters:
  ///   - table: the bands of W and their allotment.
  ///   - margins: those of W.
  public init(books: Books, policy: Policy, table: BandTable, categories: CategoryOf, margins: Margins) {
    knowledge = margins.costs.knowledge
    var total = Yield()
    var byBand = [Yield](repeating: Yield(), count: table.bands.rows.count + 1)
    var byCategory = [Yield](repeating: Yield(), count: categories.names.count + 1)
    for (customer, margin) in margins.rows.enumerated() where margin.revenue != .zero || margin.minutes > 0 {
      total.add(margin)
      byBand[table.bands.place[customer] ?? table.bands.rows.count].add(margin)
      byCategory[categories.place(of: customer) ?? categories.names.count].add(margin)
    }
    self.total = total
    let judge = Judge(
      knowledge: knowledge, minutes: total.minutes, revenue: table.bands.revenue, tolerance: policy.service.tolerance)
    rows = margins.rows.enumerated().compactMap { customer, margin -> Row? in
      guard margin.revenue != .zero || margin.minutes > 0 else { return nil }
      var yield = Yield()
      yield.add(margin)
      let allotted = table.allotment.minutes[customer]
      let isNew = table.allotment.isNew[customer]
      return Row(
        customer: customer, yield: yield, allotted: allotted, isNew: isNew,
        judgement: judge.judgement(margin, allotted: allotted, isNew: isNew))
    }.sorted {
      $0.yield.minutes == $1.yield.minutes ? $0.customer < $1.customer : $0.yield.minutes > $1.yield.minutes
    }
    bands = Self.groups(byBand, keys: table.bands.rows.map(\.number), total: total)
    self.categories = Self.groups(byCategory, keys: categories.names, total: total)

    let ranked = table.bands.rows.flatMap(\.members).sorted {
      Self.isAhead($0, of: $1, margins: margins, names: books.customers.names)
    }
    let parts = min(10, ranked.count)
    deciles = Self.groups(
      (0..<parts).map { part in
        ranked[part * ranked.count / parts..<(part + 1) * ranked.count / parts].reduce(into: Yield()) {
          $0.add(margins.rows[$1])
        }
      }, keys: Array(1...max(1, parts)), total: total)
    let share = Int128(policy.ranking.topShare.millionths)
    topCustomers = min(ranked.count, Int((Int128(ranked.count) * share + 999_999) / 1_000_000))
    let top = ranked.prefix(topCustomers).map { margins.rows[$0] }
    let outside = total.minutes - top.reduce(0) { $0 + $1.minutes }
    timeOutsideTop = Share(Int64(outside), of: Int64(total.minutes))
    revenueOutsideTop = Share(table.bands.revenue - top.map(\.revenue).sum, of: table.bands.revenue)
    smallTakeMost =
      total.minutes > 0
      ? Int128(outside) * 1_000_000 >= Int128(total.minutes) * Int128(policy.ranking.paretoShare.millionths) : nil
  }

  /// The customers of one judgement together.
  public func yield(of judgement: Judgement) -> Yield {
    rows.filter { $0.judgement == judgement }.reduce(into: Yield()) { sum, row in
      sum.customers += 1
      sum.minutes += row.yield.minutes
      sum.revenue += row.yield.revenue
      guard let margin = row.yield.margin else { return }
      sum.margin = (sum.margin ?? .zero) + margin
      sum.knownMinutes += row.yield.minutes
    }
  }

  private static func groups<Key>(_ yields: [Yield], keys: [Key], total: Yield) -> [Group<Key>] {
    yields.enumerated().filter { $1.customers > 0 }.map { place, yield in
      Group(
        key: place < keys.count ? keys[place] : nil, yield: yield,
        timeShare: Share(Int64(yield.minutes), of: Int64(total.minutes)),
        revenueShare: Share(yield.revenue, of: total.revenue))
    }
  }

  /// The order of the ranking: revenue, then name, then identifier.
  private static func isAhead(_ left: Int, of right: Int, margins: Margins, names: [String]) -> Bool {
    let (first, second) = (margins.rows[left].revenue, margins.rows[right].revenue)
    if first != second { return first > second }
    return names[left] == names[right] ? left < right : precedes(names[left], names[right])
  }
}

/// What is needed to judge one customer's time.
private struct Judge {
  let knowledge: CostToServe.Knowledge
  /// Of all customers.
  let minutes: Int
  /// Of all bands.
  let revenue: Cents
  let tolerance: Rate

  func judgement(_ margin: CustomerMargin, allotted: Int?, isNew: Bool) -> TimeIsMoney.Judgement {
    if knowledge == .noServiceLog { return .noServiceLog }
    guard margin.revenue > .zero else { return margin.minutes > 0 ? .withoutRevenue : .atLevel }
    if takesMoreThanItBrings(margin), (margin.operatingMargin ?? margin.revenue - margin.costToServe) < .zero {
      return isNew ? .invested : .notJustified
    }
    let given = Int128(margin.minutes) * 1_000_000
    let level = Int128(allotted ?? 0)
    if margin.minutes == 0, level > 0 { return .notServed }
    if given > level * Int128(1_000_000 + tolerance.millionths) { return .aboveLevel }
    return given < level * Int128(1_000_000 - tolerance.millionths) ? .belowLevel : .atLevel
  }

  /// Whether the part of the time is more than the part of the revenue, beyond the tolerance.
  private func takesMoreThanItBrings(_ margin: CustomerMargin) -> Bool {
    Int128(margin.minutes) * Int128(revenue.value) * 1_000_000
      > Int128(margin.revenue.value) * Int128(minutes) * Int128(1_000_000 + tolerance.millionths)
  }
}

/// An amount an hour, rounded to the cent; nothing without time.
func perHour(_ amount: Cents, _ minutes: Int) -> Cents? {
  minutes > 0 ? amount.times(60, over: Int64(minutes)) : nil
}
