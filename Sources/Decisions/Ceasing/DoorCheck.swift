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

  /// Whether nothing stands against selling.
  public var isFree: Bool { rules.isEmpty }

  /// Looks somebody up.
  /// - Parameters:
  ///   - names: its identifier and its names.
  ///   - rules: those that hold, the newest first.
  ///   - floor: the least margin rate of a category, for who is of a toxic one: that is the price to sell at all the same.
  public init(
    names: [String], category: String?, buyer: Buyer = .business, mayBeAbuse: Bool = false, rules: [DoorRule],
    floor: (_ category: String) -> Rate? = { _ in nil }
  ) {
    let found = rules.filter { $0.meets(names: names, category: category) }
    var grounds: [DoorGround] = []
    for rule in found where !grounds.contains(rule.content.ground) { grounds.append(rule.content.ground) }
    var least: Rate?
    for case .toxicCategory(let name) in grounds { least = least ?? floor(name) }
    self.rules = found
    refusal = DoorRefusal(buyer: buyer, grounds: grounds, mayBeAbuse: mayBeAbuse, floor: least)
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
        name: name, customers: customers, negative: negative, revenue: revenue, margin: margin)
    }.sorted { ($0.margin, $0.name) < ($1.margin, $1.name) }
  }
}
