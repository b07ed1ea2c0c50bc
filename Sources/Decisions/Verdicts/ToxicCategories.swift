import Ledger
import Portfolio
import Units

/// Categories whose customers lose money together, not by a single one.
///
/// Source: docs/methods/verdicts.md.
enum ToxicCategories {
  /// Pooled margin under zero in W and in P, enough members judged in W, most of them under zero, and still so without the worst.
  static func names(
    _ margins: Margins, _ previous: Margins?, _ categories: CategoryOf, _ rule: Policy.Verdict.ToxicCategory
  ) -> Set<String> {
    guard let previous else { return [] }
    var found = Set<String>()
    var members = [[Cents]](repeating: [], count: categories.names.count)
    var before = [Cents](repeating: .zero, count: categories.names.count)
    for customer in margins.rows.indices {
      guard let place = categories.place(of: customer) else { continue }
      if margins.rows[customer].revenue > .zero, let margin = margins.rows[customer].operatingMargin {
        members[place].append(margin)
      }
      before[place] += previous.rows[customer].operatingMargin ?? .zero
    }
    for (place, own) in members.enumerated() where own.count >= rule.leastMembers {
      let pooled = own.sum
      let losing = own.count { $0 < .zero }
      let isMost = Int128(losing) * 1_000_000 >= Int128(own.count) * Int128(rule.negativeShare.millionths)
      if pooled < .zero, before[place] < .zero, isMost, pooled - (own.min() ?? .zero) < .zero {
        found.insert(categories.names[place])
      }
    }
    return found
  }
}
