import Ledger
import Portfolio
import Units

/// What is invested in each category, followed: the margin since it began against the target and against before.
///
/// Source: seed 000, « investir dans l'expertise » ; docs/methods/replication.md.
public struct ExpertiseReview: Sendable {
  /// One category.
  public struct Row: Hashable, Sendable {
    /// The category.
    public let category: String
    /// Its operating margin rate over W; nothing when unknown.
    public let rate: Share?
    /// The rate of its best customers together: the proposed target; nothing when it has none of its own or their margin
    /// is unknown.
    public let proposedRate: Share?
    /// What a person decided; nothing where nobody did.
    public let expertise: Expertise?
    /// What came of it; nothing before it has begun.
    public let followUp: FollowUp?
  }

  /// The months since an investment began.
  public struct FollowUp: Hashable, Sendable {
    /// From its first month to the last one looked at.
    public let span: MonthSpan
    /// The revenue in them of the category's customers whose margin is known.
    public let revenue: Cents
    /// Their operating margin; nothing when nobody's is known.
    public let margin: Cents?
    /// The rate of as many months before the beginning; nothing when unknown or not covered.
    public let rateBefore: Share?
    /// The rate of the months since.
    public let rate: Share?
    /// What the target rate would have left of that revenue; nothing without a target.
    public let expected: Cents?

    /// The margin less what the rate of before would have left.
    public var gain: Cents? {
      guard let margin, let rateBefore else { return nil }
      return margin - revenue.times(rateBefore.part, over: rateBefore.whole)
    }
  }

  /// The categories of the plan, then others that people invest in, in byte order.
  public let rows: [Row]

  init(_ portfolio: PortfolioAnalysis, plan: ReplicationPlan, alike: LookAlikes?, notes: CategoryNotes) {
    let planned = plan.rows.map(\.category)
    let others = portfolio.categories.names.filter { !planned.contains($0) && notes.expertise(of: $0) != nil }
    let spans = Spans(portfolio)
    rows = (planned + others).map { category in
      let expertise = notes.expertise(of: category)
      let best = alike?.byCategory[category]?.customers.best ?? []
      let margins = best.map { portfolio.margins.rows[$0] }.filter { $0.operatingMargin != nil }
      let revenue = margins.map(\.revenue).sum
      return Row(
        category: category, rate: spans.sums(of: category, portfolio.books.window.current)?.rate,
        proposedRate: revenue > .zero ? Share(margins.compactMap(\.operatingMargin).sum, of: revenue) : nil,
        expertise: expertise, followUp: expertise.flatMap { Self.followUp($0, category, portfolio, spans) })
    }
  }

  private static func followUp(
    _ expertise: Expertise, _ category: String, _ portfolio: PortfolioAnalysis, _ spans: Spans
  ) -> FollowUp? {
    let window = portfolio.books.window.current
    guard let started = expertise.started, started <= window.last, expertise.state != .planned else { return nil }
    let span = MonthSpan(started, window.last)
    let length = span.count
    guard let sums = spans.sums(of: category, span) else { return nil }
    let before = MonthSpan(started.advanced(by: -length), started.advanced(by: -1))
    let isCovered = portfolio.books.history.map { $0.first <= before.first } ?? false
    return FollowUp(
      span: span, revenue: sums.knownRevenue, margin: sums.operatingMargin,
      rateBefore: isCovered ? spans.sums(of: category, before)?.rate : nil, rate: sums.rate,
      expected: expertise.targetRate.map { sums.knownRevenue.at($0) })
  }
}

/// What categories brought over some spans.
private struct Spans {
  let portfolio: PortfolioAnalysis

  init(_ portfolio: PortfolioAnalysis) { self.portfolio = portfolio }

  func sums(of category: String, _ span: MonthSpan) -> CategoryTable.Sums? {
    let table =
      span == portfolio.books.window.current
      ? portfolio.categoryTable
      : CategoryTable(
        books: portfolio.books, categories: portfolio.categories,
        margins: MonthlyMargins(books: portfolio.books, policy: portfolio.policy, span: span))
    return table.totals.first { $0.category == category }?.sums
  }
}
