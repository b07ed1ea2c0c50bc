import Ledger
import Units

/// Where to invest: categories with high margins and many customers within reach, that grow.
///
/// Each category is ranked by operating margin rate, by members within reach and by growth; its attractiveness is the
/// mean of the ranks that can be known.
///
/// Source: seed 000, « Tu dois te concentrer sur les catégories pour lesquelles tes marges sont les plus hautes et les
/// clients nombreux et à ta portée ». Method: docs/methods/categories.md.
public struct Attractiveness: Sendable {
  /// One thing that categories are ranked by.
  public enum Criterion: String, CaseIterable, Sendable { case rate, reach, growth }

  /// A rank among the categories that have the figure: 1 is the best, equal figures share the mean of their ranks.
  public struct Rank: Hashable, Sendable {
    /// Twice the rank, so that shared ranks stay whole.
    public let twice: Int
    /// How many categories were ranked.
    public let among: Int
  }

  /// One category.
  public struct Row: Hashable, Sendable {
    /// Its name.
    public let category: String
    /// Operating margin ÷ revenue over W; nothing when unknown.
    public let rate: Share?
    /// Customers with an order in W in a region that somebody serves; nothing when nobody's region is known.
    public let activeWithinReach: Int?
    /// Prospects in such a region; nothing when nobody's region is known.
    public let prospectsWithinReach: Int?
    /// Active customers and prospects whose own region is unknown: not counted within reach.
    public let withoutRegion: Int
    /// Revenue of W ÷ revenue of P; nothing without a P that the data cover, or without revenue in it.
    public let growth: Share?
    /// The ranks that can be known.
    public let ranks: [Criterion: Rank]
    /// The place in the list: 1 for the least mean rank, equal means share a place.
    public internal(set) var place: Int

    /// Active customers and prospects within reach.
    public var withinReach: Int? {
      activeWithinReach.flatMap { active in prospectsWithinReach.map { active + $0 } }
    }

    /// The mean of the known ranks, 1 at best; nothing when none is known.
    public var meanRank: Share? {
      Share(Int64(ranks.values.reduce(0) { $0 + $1.twice }), of: Int64(2 * ranks.count))
    }

    /// The criteria without a figure: they are in no mean.
    public var missing: [Criterion] { Criterion.allCases.filter { ranks[$0] == nil } }
  }

  /// The categories, most attractive first, equal ones as people read them; those without any rank last.
  public let rows: [Row]

  /// Ranks the categories; customers and prospects in none are not ranked.
  ///
  /// - Parameter table: the categories over W.
  public init(books: Books, categories: CategoryOf, table: CategoryTable) {
    let reach = Reach(books: books, categories: categories)
    let previous = Self.previousRevenue(books: books, categories: categories)
    let totals = Dictionary(
      uniqueKeysWithValues: table.totals.compactMap { total in total.category.map { ($0, total) } })
    let names = Set(categories.names).union(books.prospects.compactMap { categories.name(ofProspect: $0) })
      .sorted(by: readsBefore)
    let rates = names.map { totals[$0]?.sums.rate }
    let growths = names.map { name -> Share? in
      guard let before = previous?[name], before > .zero else { return nil }
      return Share(totals[name]?.sums.revenue ?? .zero, of: before)
    }
    let reaches = names.map { name in
      reach.isKnown ? reach.active[name, default: 0] + reach.prospects[name, default: 0] : nil
    }
    let rateRanks = ranks(of: rates, precedes: isGreater)
    let reachRanks = ranks(of: reaches, precedes: >)
    let growthRanks = ranks(of: growths, precedes: isGreater)
    var rows = names.indices.map { index -> Row in
      var known: [Criterion: Rank] = [:]
      known[.rate] = rateRanks[index]
      known[.reach] = reachRanks[index]
      known[.growth] = growthRanks[index]
      let name = names[index]
      return Row(
        category: name, rate: rates[index], activeWithinReach: reach.isKnown ? reach.active[name, default: 0] : nil,
        prospectsWithinReach: reach.isKnown ? reach.prospects[name, default: 0] : nil,
        withoutRegion: reach.withoutRegion[name, default: 0], growth: growths[index], ranks: known, place: 0)
    }
    rows.sort { left, right in
      switch (left.meanRank, right.meanRank) {
      case (let first?, let second?) where isGreater(second, first): true
      case (let first?, let second?) where isGreater(first, second): false
      case (_?, nil): true
      case (nil, _?): false
      default: readsBefore(left.category, right.category)
      }
    }
    for index in rows.indices {
      let isShared = index > 0 && !isApart(rows[index - 1].meanRank, rows[index].meanRank)
      rows[index].place = isShared ? rows[index - 1].place : index + 1
    }
    self.rows = rows
  }

  /// Each category's revenue in P; nothing without a P that the data cover.
  private static func previousRevenue(books: Books, categories: CategoryOf) -> [String: Cents]? {
    guard let previous = books.window.previous, let history = books.history, history.first <= previous.first
    else { return nil }
    var revenue: [String: Cents] = [:]
    for customer in 0..<books.customers.count {
      guard let name = categories[customer] else { continue }
      revenue[name, default: .zero] += books.activity.total(of: customer, in: previous).revenue
    }
    return revenue
  }
}

/// Who is in a region that somebody serves.
private struct Reach {
  var active: [String: Int] = [:]
  var prospects: [String: Int] = [:]
  var withoutRegion: [String: Int] = [:]
  let isKnown: Bool

  init(books: Books, categories: CategoryOf) {
    let served = Set(books.people.compactMap { $0.region?.lowercased() })
    isKnown = !served.isEmpty
    for customer in 0..<books.customers.count {
      guard let name = categories[customer],
        books.activity.total(of: customer, in: books.window.current).orders > 0
      else { continue }
      guard let region = books.customers.details[customer]?.region else {
        withoutRegion[name, default: 0] += 1
        continue
      }
      if served.contains(region.lowercased()) { active[name, default: 0] += 1 }
    }
    for prospect in books.prospects {
      guard let name = categories.name(ofProspect: prospect) else { continue }
      guard let region = prospect.region else {
        withoutRegion[name, default: 0] += 1
        continue
      }
      if served.contains(region.lowercased()) { prospects[name, default: 0] += 1 }
    }
  }
}

/// The ranks of values, the best first; values that are unknown have none, equal ones share the mean of their ranks.
private func ranks<Value>(of values: [Value?], precedes isBetter: (Value, Value) -> Bool) -> [Attractiveness.Rank?] {
  let known = values.compactMap { $0 }
  return values.map { value in
    guard let value else { return nil }
    let better = known.count { isBetter($0, value) }
    let equal = known.count { !isBetter($0, value) && !isBetter(value, $0) }
    return Attractiveness.Rank(twice: 2 * better + equal + 1, among: known.count)
  }
}

/// Compares two fractions whose wholes are positive, exactly.
private func isGreater(_ left: Share, _ right: Share) -> Bool {
  Int128(left.part) * Int128(right.whole) > Int128(right.part) * Int128(left.whole)
}

private func isApart(_ left: Share?, _ right: Share?) -> Bool {
  guard let left, let right else { return (left == nil) != (right == nil) }
  return isGreater(left, right) || isGreater(right, left)
}
