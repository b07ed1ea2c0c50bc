import Ledger
import Portfolio
import Units

/// What makes a target customer.
public enum TargetCriterion: String, CaseIterable, Sendable {
  // Objective.
  case size, activity, region
  // Subjective.
  case interest, culture

  /// Whether anybody would judge the same.
  public var isObjective: Bool { self == .size || self == .activity || self == .region }
}

/// What one criterion says of a prospect or customer.
public struct TargetJudgement: Hashable, Sendable {
  /// Why it counts as it does.
  public enum Ground: Hashable, Sendable {
    /// The company names what it wants, and this is, or is not, among it.
    case wanted, notWanted
    /// So many of the customers with this value are among the best; the value with the greatest part counts 1.
    case likeBest(best: Int, of: Int)
    /// Somebody serves the region, or nobody does.
    case served, notServed
    /// The file's own word.
    case stated
    /// Not known: the file is silent; its word is none that can be read; no customer has that value; no best customers
    /// to compare with, or nobody's region is known.
    case missing, unreadable, unseen, nothingToCompare

    /// Whether the criterion counts as neutral.
    public var isUnknown: Bool {
      switch self {
      case .missing, .unreadable, .unseen, .nothingToCompare: true
      default: false
      }
    }
  }

  /// The criterion.
  public let criterion: TargetCriterion
  /// The file's word; nothing where it is silent.
  public let value: String?
  /// What it counts, 0…1.
  public let part: Rate
  /// Why.
  public let ground: Ground
}

/// How near each prospect and active customer is to what the company seeks: weighted criteria from 0 to 1.
///
/// A criterion that is not known counts as the policy's neutral value, and is named.
///
/// Source: seed 004, « clients cibles » ; docs/methods/target-customers.md.
public struct TargetScores: Sendable {
  /// One prospect or customer; its judgements are made when they are asked for.
  public struct Row: Sendable {
    /// Who.
    public let subject: LookAlikes.Subject
    /// Its category.
    public let category: String?
    /// The weighted mean of the criteria, 0…1.
    public let score: Rate
    /// The weight of the criteria that are known ÷ the weight of all.
    public let completeness: Rate
    private let judge: TargetJudge

    init(_ subject: LookAlikes.Subject, category: String?, _ judge: TargetJudge) {
      self.subject = subject
      self.category = category
      self.judge = judge
      (score, completeness) = judge.score(judge.judgements(of: subject))
    }

    /// Every criterion that weighs, in order.
    public var judgements: [TargetJudgement] { judge.judgements(of: subject) }
    /// The criteria that count as neutral.
    public var unknown: [TargetCriterion] { judgements.filter { $0.ground.isUnknown }.map(\.criterion) }
  }

  /// Prospects and active customers, the highest score first, then the most complete, then by name and identifier.
  public let rows: [Row]

  /// Scores everybody, O(n log n).
  init(_ portfolio: PortfolioAnalysis, table: TraitTable, profile: BestProfile?) {
    let judge = TargetJudge(portfolio, table: table, profile: profile)
    let (books, categories) = (portfolio.books, portfolio.categories)
    let active = books.customers.ids.indices.filter { portfolio.margins.rows[$0].orders > 0 }
    let found =
      books.prospects.indices.map { place in
        Row(.prospect(place), category: categories.name(ofProspect: books.prospects[place]), judge)
      } + active.map { Row(.customer($0), category: categories[$0], judge) }
    rows = found.sorted { left, right in
      if left.score != right.score { return left.score > right.score }
      if left.completeness != right.completeness { return left.completeness > right.completeness }
      return left.subject.precedes(right.subject, in: books)
    }
  }
}
