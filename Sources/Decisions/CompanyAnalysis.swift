import Ledger
import Portfolio
import Units

/// Every analysis of one company over one window: those of the portfolio, and what they say of each customer's life.
///
/// Each is made once, when it is first asked for; what the portfolio tells can be asked here too. Safe to share.
@dynamicMemberLookup
public final class CompanyAnalysis: Sendable {
  /// The analyses of the facts as they are.
  public let portfolio: PortfolioAnalysis
  /// How relations live.
  public let life: RelationAnalysis

  /// Bundles the analyses of some books; nothing is computed yet.
  /// - Parameters:
  ///   - relations: what is known of relations beyond the books.
  ///   - judge: how everybody's stages are told; a caller with several threads shares the customers out among them.
  public init(
    books: Books, policy: Policy, imports: [Reconciliation.Import] = [], facts: CustomerFacts? = nil,
    relations: RelationFacts = RelationFacts(), judge: @escaping @Sendable (StageSource) -> Stages = { Stages($0) }
  ) {
    portfolio = PortfolioAnalysis(books: books, policy: policy, imports: imports, facts: facts)
    life = RelationAnalysis(portfolio, facts: relations, judge: judge)
  }

  /// What the portfolio tells.
  public subscript<Value>(dynamicMember path: KeyPath<PortfolioAnalysis, Value>) -> Value {
    portfolio[keyPath: path]
  }

  /// The facts.
  public var books: Books { portfolio.books }
  /// The company's rules.
  public var policy: Policy { portfolio.policy }

  /// The ranking by the policy's criterion.
  public var ranking: Ranking { portfolio.ranking }

  /// The ranking by another criterion than the policy's, made anew each time.
  public func ranking(by criterion: Policy.Criterion) -> Ranking { portfolio.ranking(by: criterion) }

  /// A customer's line in the policy's ranking; nothing for one that is not ranked.
  public func rankingRow(of customer: Int) -> Ranking.Row? { portfolio.rankingRow(of: customer) }

  /// A customer's sheet.
  public func sheet(of customer: Int) -> CustomerSheet { portfolio.sheet(of: customer) }

  /// Works out what all sheets share.
  public func prepareSheets() { portfolio.prepareSheets() }
}
