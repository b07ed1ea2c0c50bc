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

  /// One prospect or customer; its reasons are made when they are asked for.
  public struct Row: Sendable {
    /// Who.
    public let subject: Subject
    /// Its category.
    public let category: String?
    /// How much it resembles, 0…1: 0.5 as much as the others.
    public let score: Double
    private let weighing: TraitWeighing

    init(_ subject: Subject, category: String?, score: Double, _ weighing: TraitWeighing) {
      self.subject = subject
      self.category = category
      self.score = score
      self.weighing = weighing
    }

    /// What speaks for or against, the strongest first.
    public var reasons: [TraitEvidence] { weighing.reasons(subject) }
    /// Traits of which nothing is known, or no customer has the value.
    public var missing: [CustomerTrait] { weighing.missingTraits(subject) }

    /// The part of the traits that could tell which are known.
    public var completeness: Share? {
      let known = reasons.count
      return Share(Int64(known), of: Int64(known + missing.count))
    }
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
      byCategory[name] = BestProfile(
        best.among(members[place], share: rule.bestShare), table: table, smoothing: rule.smoothing)
    }
    self.byCategory = byCategory
    prospects = Self.rows(
      books.prospects.indices.map { .prospect($0) }, TraitWeighing(profile, table: table, prospects: books.prospects),
      books: books, category: { categories.name(ofProspect: books.prospects[$0]) })
    let isBest = Set(best.best)
    customers = Self.rows(
      best.compared.filter { !isBest.contains($0) }.map { .customer($0) },
      TraitWeighing(profile, table: table, prospects: nil), books: books, category: { categories[$0] })
  }

  private static func rows(
    _ subjects: [Subject], _ weighing: TraitWeighing, books: Books, category: (Int) -> String?
  ) -> [Row] {
    let scores = weighing.scores(subjects)
    let order = subjects.indices.sorted { left, right in
      guard scores[left] == scores[right] else { return scores[left] > scores[right] }
      return subjects[left].precedes(subjects[right], in: books)
    }
    return order.map { Row(subjects[$0], category: category(subjects[$0].place), score: scores[$0], weighing) }
  }
}

extension RelationAnalysis {
  /// What bars a prospect or a customer at the door; who is a customer already is inside.
  public func bar(of subject: LookAlikes.Subject) -> DoorBar? {
    switch subject {
    case .prospect(let place): bars[place]
    case .customer: nil
    }
  }

  /// Prospects that resemble the best customers, those who are none to win last.
  public func prospectsToWin(_ alike: LookAlikes) -> [LookAlikes.Row] {
    alike.prospects.filter { !isClosed($0.subject) } + alike.prospects.filter { isClosed($0.subject) }
  }

  /// Whether somebody is none to win.
  public func isClosed(_ subject: LookAlikes.Subject) -> Bool { bar(of: subject)?.isClosed ?? false }
}

extension LookAlikes.Subject {
  /// What it is called.
  public func name(in books: Books) -> String {
    switch self {
    case .prospect(let place): books.prospects[place].name
    case .customer(let place): books.customers.names[place]
    }
  }

  /// Whether it stands first by name, then by identifier.
  func precedes(_ other: LookAlikes.Subject, in books: Books) -> Bool {
    let (one, two) = (name(in: books), other.name(in: books))
    return one == two ? Units.precedes(id(in: books), other.id(in: books)) : Units.precedes(one, two)
  }

  private func id(in books: Books) -> String {
    switch self {
    case .prospect(let place): books.prospects[place].id.text
    case .customer(let place): books.customers.ids[place].text
    }
  }

  /// The place among the prospects or in the customer file.
  public var place: Int {
    switch self {
    case .prospect(let place), .customer(let place): place
    }
  }
}
