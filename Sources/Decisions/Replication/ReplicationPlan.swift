import Ledger
import Portfolio
import Units

/// A plan to do the best sales again: for each attractive category whom to win, whom to develop, and what that would bring.
///
/// Source: seed 000, « il faut mettre en place un plan de réplication » ; docs/methods/replication.md.
public struct ReplicationPlan: Sendable {
  /// Somebody to win or to develop.
  public struct Candidate: Sendable {
    /// Who, with the reasons.
    public let row: LookAlikes.Row
    /// An estimate of a year's revenue more: of a prospect the median of its category, at most its potential; of a customer
    /// the ranges it misses, at most its judged headroom.
    public let expected: Cents
    /// Whether the plan counts on it.
    public let isTarget: Bool
  }

  /// One category's part of the plan.
  public struct Row: Sendable {
    /// Why it is attractive.
    public let attractiveness: Attractiveness.Row
    /// What its best customers have in common; nothing with too few customers.
    public let profile: BestProfile?
    /// Prospects alike, the greatest resemblance × expected first; none that is refused at the door.
    public let prospects: [Candidate]
    /// Customers alike that miss something, in the same order; only those worth
    /// it.
    public let customers: [Candidate]
    /// Operating margin ÷ revenue of the category over W; nothing when unknown.
    public let rate: Share?

    /// The category.
    public var category: String { attractiveness.category }
    /// How many prospects to win.
    public var toWin: Int { prospects.count(where: \.isTarget) }
    /// How many customers to develop.
    public var toDevelop: Int { customers.count(where: \.isTarget) }
    /// A year's revenue expected of those to win and to develop.
    public var expected: Cents { (prospects + customers).filter(\.isTarget).map(\.expected).sum }
    /// The margin that revenue leaves at the category's rate; nothing when that is unknown.
    public var expectedMargin: Cents? { rate.map { expected.times($0.part, over: $0.whole) } }
  }

  /// The categories, most attractive first.
  public let rows: [Row]
  /// Prospects that nobody put into a category: in nobody's plan.
  public let prospectsWithoutCategory: Int

  init(_ portfolio: PortfolioAnalysis, life: RelationAnalysis, alike: LookAlikes?, grid: WhitespaceGrid) {
    let (books, rule) = (portfolio.books, portfolio.policy.replication)
    let verdicts = life.verdicts
    let headroom = CategoryFacts(books: books, categories: portfolio.categories, policy: portfolio.policy)
    let missed = grid.expectedByCustomer
    let totals = Dictionary(
      portfolio.categoryTable.totals.compactMap { total in total.category.map { ($0, total.sums) } },
      uniquingKeysWith: { first, _ in first })
    var revenues: [String: [Cents]] = [:]
    for (customer, row) in portfolio.margins.rows.enumerated() where row.orders > 0 && row.revenue > .zero {
      if let category = portfolio.categories[customer] { revenues[category, default: []].append(row.revenue) }
    }
    let attractive = portfolio.attractiveness.rows.filter { row in
      row.meanRank != nil && !verdicts.toxicCategories.contains(row.category) && (row.rate.map { $0.part > 0 } ?? true)
    }
    func isAlike(_ row: LookAlikes.Row, in category: String) -> Bool {
      row.category == category && row.score >= rule.resemblance.value
    }
    rows = attractive.prefix(rule.categories).map { row in
      let median = nearestRank(Rate(percent: 50), of: (revenues[row.category] ?? []).sorted())
      let prospects: [(LookAlikes.Row, Cents)] = (alike?.prospects ?? [])
        .filter { isAlike($0, in: row.category) && !life.isClosed($0.subject) }
        .compactMap { prospect in
          median.map { (prospect, min($0, books.prospects[prospect.subject.place].potential ?? $0)) }
        }
      let customers: [(LookAlikes.Row, Cents)] = (alike?.customers ?? []).filter { isAlike($0, in: row.category) }
        .compactMap { alike in
          let place = alike.subject.place
          guard let expected = missed[place], verdicts.rows[place].isWorthDeveloping else { return nil }
          let room = headroom.headroom(of: place, revenue: portfolio.margins.rows[place].revenue)
          let most = room.flatMap { $0.isEstimate ? nil : $0.amount } ?? expected
          return min(expected, most) > .zero ? (alike, min(expected, most)) : nil
        }
      return Row(
        attractiveness: row, profile: alike?.byCategory[row.category],
        prospects: Self.candidates(prospects, share: rule.winShare),
        customers: Self.candidates(customers, share: rule.developShare), rate: totals[row.category]?.rate)
    }
    prospectsWithoutCategory = books.prospects.count { portfolio.categories.name(ofProspect: $0) == nil }
  }

  private static func candidates(_ alike: [(LookAlikes.Row, Cents)], share: Rate) -> [Candidate] {
    let targets = Int((Int128(alike.count) * Int128(share.millionths) + 999_999) / 1_000_000)
    let order = alike.indices.sorted { left, right in
      let (one, other) = (alike[left], alike[right])
      let (first, second) = (one.0.score * Double(one.1.value), other.0.score * Double(other.1.value))
      return first == second ? left < right : first > second
    }
    return order.map { alike[$0] }.enumerated().map { Candidate(row: $1.0, expected: $1.1, isTarget: $0 < targets) }
  }
}

extension Verdicts.Row {
  /// Whether more of the same is wanted: the verdict says develop, or it says maintain of a customer that earns its floor and
  /// does not decline.
  fileprivate var isWorthDeveloping: Bool {
    switch verdict.value {
    case .develop: true
    case .maintain:
      facts.gap == .zero && (facts.current.margin ?? .zero) > .zero && facts.stage != .declining
    case .cease, nil: false
    }
  }
}
