import Ledger

/// The report `ranking`: the customers from the biggest to the smallest, where the fixed costs are paid, and the
/// one-offs.
///
/// Life-cycle stages are added to the rows where they are known, above this room.
public struct RankingReport: Sendable {
  /// The rows, and how the values are spread.
  public let ranking: Ranking
  /// The rank where the cumulated operating margin pays the fixed costs.
  public let breakEven: BreakEven
  /// The customers that came once.
  public let oneOffs: OneOffs

  /// Reckons the report with the margins of W and P that it needs.
  /// - Parameter criterion: nothing for the policy's.
  public init(books: Books, policy: Policy, criterion: Policy.Criterion? = nil) {
    self.init(
      books: books, policy: policy, criterion: criterion,
      margins: Margins(books: books, policy: policy, span: books.window.current),
      previous: books.window.previous.map { Margins(books: books, policy: policy, span: $0) })
  }

  /// Reckons the report from margins at hand.
  /// - Parameters:
  ///   - criterion: nothing for the policy's.
  ///   - margins: those of W.
  ///   - previous: those of P; nothing when the window has none.
  public init(books: Books, policy: Policy, criterion: Policy.Criterion?, margins: Margins, previous: Margins?) {
    let categories = CategoryOf(books: books, policy: policy)
    ranking = Ranking(
      books: books, policy: policy, criterion: criterion, margins: margins, previous: previous, categories: categories)
    breakEven = BreakEven(ranking: ranking, policy: policy)
    oneOffs = OneOffs(books: books, policy: policy, gaps: OrderGaps(log: books.orders, categories: categories))
  }
}
