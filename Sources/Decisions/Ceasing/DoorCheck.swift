import Ledger
import Portfolio
import Units

/// What holds at the door for somebody who wants to buy: the rules that meet it, and what may be said on their grounds.
///
/// Method: docs/methods/notice.md.
public struct DoorCheck: Hashable, Sendable {
  /// The rules that meet it, the newest first.
  public let rules: [DoorRule]
  /// What may be said on their grounds.
  public let refusal: DoorRefusal

  /// Whether no rule meets it and the figures of its category alone speak.
  public let isFromFigures: Bool
  /// The category that it is of, where that loses money.
  public let losing: String?
  /// Whether it is a customer already, who is judged alone.
  public let isCustomer: Bool

  /// Whether nothing stands against selling.
  public var isFree: Bool { rules.isEmpty && !isFromFigures }

  /// What bars it; nothing for who is welcome.
  public var bar: DoorBar? {
    if rules.contains(where: { $0.content.ruling == .refused }) { return .refused }
    if !rules.isEmpty { return .conditions }
    return isFromFigures ? .losingCategory : nil
  }

  /// Looks somebody up.
  ///
  /// What a person ruled wins over what the figures of its category say.
  /// - Parameters:
  ///   - names: its identifier and its names.
  ///   - losing: the category that it is of, where that loses money.
  ///   - isCustomer: whether it is a customer already: the figures of its category bar nobody who is.
  ///   - rules: those that hold, the newest first.
  ///   - terms: on which a category that loses money is sold to all the same.
  public init(
    names: [String], category: String?, losing: String? = nil, isCustomer: Bool = false, buyer: Buyer = .business,
    mayBeAbuse: Bool = false, rules: [DoorRule], terms: (_ category: String) -> DoorTerms = { _ in .none }
  ) {
    let found = rules.filter { $0.meets(names: names, category: category) }
    isFromFigures = found.isEmpty && !isCustomer && losing != nil
    var grounds: [DoorGround] = isFromFigures ? losing.map { [.toxicCategory($0)] } ?? [] : []
    for rule in found where !grounds.contains(rule.content.ground) { grounds.append(rule.content.ground) }
    var least: DoorTerms?
    for case .toxicCategory(let name) in grounds { least = least ?? terms(name) }
    self.rules = found
    self.losing = losing
    self.isCustomer = isCustomer
    refusal = DoorRefusal(
      buyer: buyer, grounds: grounds, mayBeAbuse: mayBeAbuse, terms: least ?? .none, isRuled: !isFromFigures)
  }
}

/// A category that loses money, with the figures that say so: proposed for the door, never put there by itself.
public struct ToxicCategoryFigures: Hashable, Sendable {
  /// The category.
  public let name: String
  /// Its customers with revenue in the window.
  public let customers: Int
  /// Those that lose money.
  public let negative: Int
  /// Its revenue.
  public let revenue: Cents
  /// Its operating margin.
  public let margin: Cents
  /// On what terms it is sold to all the same.
  public let terms: DoorTerms

  /// Describes a category that loses money.
  public init(
    name: String, customers: Int, negative: Int, revenue: Cents, margin: Cents, terms: DoorTerms = .none
  ) {
    self.name = name
    self.customers = customers
    self.negative = negative
    self.revenue = revenue
    self.margin = margin
    self.terms = terms
  }
}

extension CompanyAnalysis {
  /// The categories that lose money, the one that loses most first.
  public var toxicCategories: [ToxicCategoryFigures] {
    life.verdicts.toxicCategories.sorted().map { name in
      var (customers, negative) = (0, 0)
      var (revenue, margin) = (Cents.zero, Cents.zero)
      for row in life.verdicts.rows where portfolio.categories[row.customer] == name {
        guard row.facts.current.revenue > .zero, let own = row.facts.current.margin else { continue }
        customers += 1
        negative += own < .zero ? 1 : 0
        revenue += row.facts.current.revenue
        margin += own
      }
      return ToxicCategoryFigures(
        name: name, customers: customers, negative: negative, revenue: revenue, margin: margin,
        terms: doorTerms(of: name))
    }.sorted { ($0.margin, $0.name) < ($1.margin, $1.name) }
  }
}
