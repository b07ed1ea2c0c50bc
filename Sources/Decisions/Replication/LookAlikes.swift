import Ledger
import Portfolio
import Units

/// Prospects and customers that resemble the best customers, with the reasons.
///
/// Each trait known speaks for or against by its weight of evidence, and the weights add up: naive Bayes with smoothing.
/// A customer is weighed against the others without itself. What is not known of one counts as it does on average for those
/// it is listed with, so that it neither helps nor harms, and is named.
///
/// Source: Good, "Probability and the Weighing of Evidence", 1950; seed 000; docs/methods/look-alikes.md.
public struct LookAlikes: Sendable {
  /// Why nobody can be compared.
  public enum Refusal: Hashable, Sendable {
    /// Fewer active customers than the policy's least.
    case tooFewCustomers(found: Int, needed: Int)
    /// No active customer brings anything, or nothing that is known tells the best from the others.
    case nothingTells
  }

  /// Who resembles.
  public enum Subject: Hashable, Sendable {
    /// A place among the prospects.
    case prospect(Int)
    /// A place in the customer file.
    case customer(Int)
  }

  /// One prospect or customer.
  public struct Row: Hashable, Sendable {
    /// Who.
    public let subject: Subject
    /// Its category.
    public let category: String?
    /// How much it resembles, 0…1: 0.5 as much as the others.
    public fileprivate(set) var score: Double
    /// What speaks for or against, the strongest first.
    public let reasons: [TraitEvidence]
    /// Traits of which nothing is known, or no customer has the value.
    public let missing: [CustomerTrait]

    /// The part of the traits that could tell which are known.
    public var completeness: Share? { Share(Int64(reasons.count), of: Int64(reasons.count + missing.count)) }
  }

  /// What the best customers of the company have in common.
  public let profile: BestProfile
  /// What those of each category have in common; categories with too few active customers are missing.
  public let byCategory: [String: BestProfile]
  /// Prospects, most alike first, then by name and identifier.
  public let prospects: [Row]
  /// Active customers that are not among the best, most alike first.
  public let customers: [Row]

  /// Compares everybody, linear in customers and prospects but for sorting.
  static func of(_ portfolio: PortfolioAnalysis, table: TraitTable) -> Knowable<LookAlikes, Refusal> {
    let rule = portfolio.policy.replication
    let best = BestCustomers(portfolio)
    guard best.compared.count >= rule.leastMembers else {
      return .unknown(.tooFewCustomers(found: best.compared.count, needed: rule.leastMembers))
    }
    let profile = BestProfile(best, table: table, smoothing: rule.smoothing)
    guard !profile.traits.isEmpty else { return .unknown(.nothingTells) }
    return .known(LookAlikes(portfolio, best: best, table: table, profile: profile))
  }

  private init(_ portfolio: PortfolioAnalysis, best: BestCustomers, table: TraitTable, profile: BestProfile) {
    let (books, rule) = (portfolio.books, portfolio.policy.replication)
    let categories = portfolio.categories
    self.profile = profile
    var members = [[Int]](repeating: [], count: categories.names.count)
    for customer in best.compared {
      if let place = categories.place(of: customer) { members[place].append(customer) }
    }
    var byCategory: [String: BestProfile] = [:]
    for (place, name) in categories.names.enumerated() where members[place].count >= rule.leastMembers {
      let own = Set(members[place])
      byCategory[name] = BestProfile(
        best.among(own.contains, share: rule.bestShare), table: table, smoothing: rule.smoothing)
    }
    self.byCategory = byCategory
    prospects = Self.sorted(
      books.prospects.indices.map { place in
        let prospect = books.prospects[place]
        return Self.row(
          .prospect(place), categories.name(ofProspect: prospect), profile,
          traits: profile.traits.filter(\.isOfProspects)
        ) { table.code($0, of: prospect) }
      }, names: books.prospects.map { ($0.name, $0.id.text) })
    let isBest = Set(best.best)
    customers = Self.sorted(
      best.compared.filter { !isBest.contains($0) }.map { customer in
        Self.row(.customer(customer), categories[customer], profile, traits: profile.traits, isCompared: true) {
          table.code($0, of: customer)
        }
      }, names: books.customers.ids.indices.map { (books.customers.names[$0], books.customers.ids[$0].text) })
  }

  /// - Parameter isCompared: whether it is one of those compared, and so not to be weighed against itself.
  private static func row(
    _ subject: Subject, _ category: String?, _ profile: BestProfile, traits: [CustomerTrait], isCompared: Bool = false,
    _ code: (CustomerTrait) -> Int?
  ) -> Row {
    var (reasons, missing, sum): ([TraitEvidence], [CustomerTrait], Double) = ([], [], 0)
    for trait in traits {
      if let earlier = profile.repeated[trait], traits.contains(earlier), code(earlier) != nil { continue }
      guard let evidence = code(trait).flatMap({ profile.evidence(trait, $0) }) else {
        // What tells the same stands in.
        if !traits.contains(where: { profile.repeated[$0] == trait && code($0) != nil }) { missing.append(trait) }
        continue
      }
      let own = isCompared ? evidence.withoutOne : evidence
      reasons.append(own)
      sum += own.weight
    }
    // A stable sort would do; the order of traits breaks ties.
    let order = reasons.indices.sorted {
      let (left, right) = (abs(reasons[$0].weight), abs(reasons[$1].weight))
      return left == right ? $0 < $1 : left > right
    }
    return Row(
      subject: subject, category: category, score: sum, reasons: order.map { reasons[$0] }, missing: missing)
  }

  /// - Parameter rows: with the sums of their weights as scores.
  private static func sorted(_ rows: [Row], names: [(String, String)]) -> [Row] {
    var usual: [CustomerTrait: (sum: Double, count: Int)] = [:]
    for row in rows {
      for reason in row.reasons {
        let before = usual[reason.trait] ?? (0, 0)
        usual[reason.trait] = (before.sum + reason.weight, before.count + 1)
      }
    }
    let scored = rows.map { row in
      var row = row
      for trait in row.missing { if let own = usual[trait] { row.score += own.sum / Double(own.count) } }
      row.score = 1 / (1 + exponential(-row.score))
      return row
    }
    return scored.sorted { left, right in
      guard left.score == right.score else { return left.score > right.score }
      let (one, other) = (names[left.subject.place], names[right.subject.place])
      return one.0 == other.0 ? precedes(one.1, other.1) : precedes(one.0, other.0)
    }
  }
}

extension LookAlikes.Subject {
  /// The place among the prospects or in the customer file.
  public var place: Int {
    switch self {
    case .prospect(let place), .customer(let place): place
    }
  }
}
