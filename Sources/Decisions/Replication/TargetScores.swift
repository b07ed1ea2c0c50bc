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
  /// One prospect or customer.
  public struct Row: Hashable, Sendable {
    /// Who.
    public let subject: LookAlikes.Subject
    /// Its category.
    public let category: String?
    /// The weighted mean of the criteria, 0…1.
    public let score: Rate
    /// The weight of the criteria that are known ÷ the weight of all.
    public let completeness: Rate
    /// Every criterion that weighs, in order.
    public let judgements: [TargetJudgement]

    /// The criteria that count as neutral.
    public var unknown: [TargetCriterion] { judgements.filter { $0.ground.isUnknown }.map(\.criterion) }
  }

  /// Prospects and active customers, the highest score first, then the most complete, then by name and identifier.
  public let rows: [Row]

  /// Scores everybody, O(n log n).
  init(_ portfolio: PortfolioAnalysis, table: TraitTable, profile: BestProfile?) {
    let judge = TargetJudge(portfolio, table: table, profile: profile)
    let books = portfolio.books
    var rows: [(row: Row, name: String, id: String)] = []
    for (place, prospect) in books.prospects.enumerated() {
      let row = judge.row(
        .prospect(place), portfolio.categories.name(ofProspect: prospect), region: prospect.region,
        interest: prospect.interest
      ) { trait in (table.text(trait, of: prospect), table.code(trait, of: prospect)) }
      rows.append((row, prospect.name, prospect.id.text))
    }
    for customer in books.customers.ids.indices where portfolio.margins.rows[customer].orders > 0 {
      let details = books.customers.details[customer]
      let row = judge.row(
        .customer(customer), portfolio.categories[customer], region: details?.region, interest: details?.interest
      ) { trait in
        let code = table.code(trait, of: customer)
        guard let code, case .text(let text) = table.value(trait, code) else { return (nil, nil) }
        return (text, code)
      }
      rows.append((row, books.customers.names[customer], books.customers.ids[customer].text))
    }
    self.rows = rows.sorted { left, right in
      if left.row.score != right.row.score { return left.row.score > right.row.score }
      if left.row.completeness != right.row.completeness { return left.row.completeness > right.row.completeness }
      return left.name == right.name ? precedes(left.id, right.id) : precedes(left.name, right.name)
    }.map(\.row)
  }
}
