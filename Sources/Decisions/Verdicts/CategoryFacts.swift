import Ledger
import Portfolio
import Units

/// What verdicts read of a category as a whole: how far its potentials are believed, how many ranges its customers buy.
struct CategoryFacts: Sendable {
  private let categories: CategoryOf
  /// The potential above which none is believed, by category, those in none last; nothing where nobody's is known.
  private let mostPotential: [Cents?]
  /// The ranges that stand in for an unknown potential.
  private let ranges: [Int?]
  private let books: Books
  private let growth: Policy.Growth

  init(books: Books, categories: CategoryOf, policy: Policy) {
    self.categories = categories
    self.books = books
    growth = policy.growth
    let count = categories.names.count + 1
    var potentials = [[Cents]](repeating: [], count: count)
    var bought = [[Int]](repeating: [], count: count)
    let asOf = books.window.asOf
    for customer in 0..<books.customers.count {
      let place = categories.place(of: customer) ?? categories.names.count
      if let potential = books.customers.details[customer]?.potential(at: asOf, rule: growth)?.potential {
        potentials[place].append(potential)
      }
      let own = Self.ranges(of: customer, books)
      if own > 0 { bought[place].append(own) }
    }
    let rule = policy.verdict.develop
    mostPotential = potentials.map { nearestRank(rule.potentialPercentile, of: $0.sorted()) }
    ranges = bought.map { nearestRank(rule.whiteSpacePercentile, of: $0.sorted()) }
  }

  /// Ranges that a customer buys from in W.
  private static func ranges(of customer: Int, _ books: Books) -> Int {
    books.ranges[customer].count { $0.current > .zero }
  }

  /// What a customer could buy beyond its revenue of the last twelve months; nothing where neither a potential nor ranges
  /// tell.
  ///
  /// Without a potential, the ranges that three in four of its category do not exceed stand in: each missing one is worth what
  /// each of its own is.
  func headroom(of customer: Int, revenue: Cents) -> VerdictFacts.Headroom? {
    let place = categories.place(of: customer) ?? categories.names.count
    let asOf = books.window.asOf
    if let potential = books.customers.details[customer]?.potential(at: asOf, rule: growth)?.potential {
      let believed = min(potential, mostPotential[place] ?? potential)
      return VerdictFacts.Headroom(
        amount: max(.zero, believed - revenue), isEstimate: false,
        cut: believed < potential ? VerdictFacts.Headroom.Cut(written: potential, counted: believed) : nil)
    }
    let own = Self.ranges(of: customer, books)
    guard own > 0, let usual = ranges[place], revenue > .zero else { return nil }
    return VerdictFacts.Headroom(
      amount: usual > own ? revenue.times(Int64(usual - own), over: Int64(own)) : .zero, isEstimate: true)
  }
}
