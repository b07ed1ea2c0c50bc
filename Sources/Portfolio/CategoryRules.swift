import Ledger
import Units

/// A category rule and how well it makes a proposed category.
public struct RuleFit: Hashable, Sendable {
  /// The rule, not named yet.
  public let rule: Policy.CategoryRule
  /// Customers compared that the rule catches.
  public let caught: Int
  /// Of those, the ones that the proposal holds.
  public let right: Int
  /// Customers that the proposal holds.
  public let members: Int

  /// Whether the rule catches the proposal's customers and no other.
  public var isExact: Bool { right == caught && right == members }

  /// Right ÷ all that either holds (Jaccard), exactly.
  public var agreement: Share? { Share(Int64(right), of: Int64(caught + members - right)) }
}

/// Simple rules that come near to given clusters of customers: by dominant range, sector, size or region.
///
/// A rule takes every value most of whose customers are in the cluster. Customers that were not compared (no revenue in
/// W) count neither for nor against a rule, though a rule by sector, size or region catches them too.
struct CategoryRules {
  private let fits: [[RuleFit]]

  init(books: Books, clusters: [[Int]]) {
    var cluster: [Int: Int] = [:]
    for (place, members) in clusters.enumerated() { for member in members { cluster[member] = place } }
    let file = books.customers
    let traits: [(values: (Int) -> [String], rule: ([String]) -> Policy.CategoryRule)] = [
      ({ Self.dominantRanges(of: $0, in: books) }, { Policy.CategoryRule(name: "", ranges: $0) }),
      ({ [file.details[$0]?.sector].compactMap { $0 } }, { Policy.CategoryRule(name: "", sectors: $0) }),
      ({ [file.details[$0]?.size].compactMap { $0 } }, { Policy.CategoryRule(name: "", sizes: $0) }),
      ({ [file.details[$0]?.region].compactMap { $0 } }, { Policy.CategoryRule(name: "", regions: $0) }),
    ]
    let compared = cluster.keys.sorted()
    fits = traits.map { trait in
      let values = compared.map(trait.values)
      var counts: [String: [Int]] = [:]
      for (customer, own) in zip(compared, values) {
        for value in own {
          counts[value, default: [Int](repeating: 0, count: clusters.count)][cluster[customer] ?? 0] += 1
        }
      }
      return clusters.indices.map { place in
        let chosen = counts.filter { $0.value[place] * 2 > $0.value.reduce(0, +) }.keys.sorted(by: precedes)
        let set = Set(chosen)
        var (caught, right) = (0, 0)
        for (customer, own) in zip(compared, values) where own.contains(where: set.contains) {
          caught += 1
          right += cluster[customer] == place ? 1 : 0
        }
        return RuleFit(rule: trait.rule(chosen), caught: caught, right: right, members: clusters[place].count)
      }
    }
  }

  /// The rule with the best agreement, by range before sector before size before region; nothing when none is right for
  /// anybody.
  func best(for cluster: Int) -> RuleFit? {
    fits.map { $0[cluster] }.filter { $0.right > 0 }.reduce(nil as RuleFit?) { best, fit in
      guard let best else { return fit }
      let gain = fit.right * (best.caught + best.members - best.right)
      return gain > best.right * (fit.caught + fit.members - fit.right) ? fit : best
    }
  }

  /// The ranges that make at least half of a customer's revenue in W.
  private static func dominantRanges(of customer: Int, in books: Books) -> [String] {
    let revenue = books.activity.latest(of: customer, in: books.window.current).revenue
    return books.ranges[customer].filter { Int128($0.current.value) * 2 >= Int128(revenue.value) }.map {
      books.ranges.names[$0.range]
    }
  }
}
