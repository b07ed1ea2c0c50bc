import Ledger
import Units

/// Which customers become one when some pairs are accepted: whoever is the same as the same is the same, but never two that a
/// person has declared apart.
public struct MergePlan: Hashable, Sendable {
  /// The customers that become one, each cluster ascending, clusters by their first.
  public let clusters: [[ID<Customer>]]
  /// Accepted pairs that could not be followed, because they would join two customers declared apart; ascending.
  public let refused: [CustomerPair]

  /// Joins customers pair by pair, in the order given: give the surest first.
  ///
  /// O(p log n) for p pairs, plus the sizes of the clusters that declared pairs touch.
  /// - Parameters:
  ///   - pairs: the pairs accepted.
  ///   - never: the pairs declared apart.
  public init(_ pairs: [CustomerPair], never: Set<CustomerPair>) {
    var apart: [ID<Customer>: [ID<Customer>]] = [:]
    for pair in never.sorted() {
      apart[pair.a, default: []].append(pair.b)
      apart[pair.b, default: []].append(pair.a)
    }
    var root: [ID<Customer>: ID<Customer>] = [:]
    var members: [ID<Customer>: [ID<Customer>]] = [:]
    var refused: Set<CustomerPair> = []
    for pair in pairs where pair.a != pair.b {
      for id in [pair.a, pair.b] where root[id] == nil {
        root[id] = id
        members[id] = [id]
      }
      guard let first = root[pair.a], let second = root[pair.b], first != second, let left = members[first],
        let right = members[second]
      else { continue }
      let (few, many, kept, gone) =
        left.count < right.count ? (left, right, second, first) : (right, left, first, second)
      let isForbidden = few.contains { id in apart[id, default: []].contains { root[$0] == kept } }
      if isForbidden {
        refused.insert(pair)
        continue
      }
      for id in few { root[id] = kept }
      members[kept] = many + few
      members[gone] = nil
    }
    clusters = members.values.filter { $0.count > 1 }.map { $0.sorted() }.sorted { $0[0] < $1[0] }
    self.refused = refused.sorted()
  }

  /// Joins the pairs found, surest first.
  public init(_ pairs: [DuplicatePair], never: Set<CustomerPair>) {
    let ordered = pairs.sorted { ($1.score, $0.a, $0.b) < ($0.score, $1.a, $1.b) }
    self.init(ordered.map { CustomerPair($0.a, $0.b) }, never: never)
  }
}
