import Units

/// Which customers are one: each merged identifier leads to the one that is kept.
///
/// A merge joins what its two customers have become by the merges before it, so merges of merges lead to one customer, in
/// the order they were decided. Taking a merge back leaves the others as if it had never been.
public struct Unification: Hashable, Sendable {
  /// What every merged identifier leads to, never itself merged.
  public let kept: [ID<Customer>: ID<Customer>]

  /// Nobody is merged.
  public static let none = Unification(ends: [:])

  /// Applies the merges that hold, in the order of their numbers.
  public init(_ decisions: [PairDecision]) { self = MergeBook(decisions).unification }

  fileprivate init(ends: [ID<Customer>: ID<Customer>]) { kept = ends }

  /// Another unification on top of this one: what this one keeps may lead further.
  public func followed(by further: [ID<Customer>: ID<Customer>]) -> Unification {
    var all = kept.mapValues { further[$0] ?? $0 }
    for (id, end) in further where kept[id] == nil && id != end { all[id] = end }
    return Unification(ends: all)
  }

  /// The customer that an identifier stands for: itself unless it is merged.
  public subscript(id: ID<Customer>) -> ID<Customer> { kept[id] ?? id }

  /// Whether nobody is merged.
  public var isEmpty: Bool { kept.isEmpty }

  /// The merged identifiers of each customer that is kept, ascending.
  public var merged: [ID<Customer>: [ID<Customer>]] {
    Dictionary(grouping: kept.keys) { self[$0] }.mapValues { $0.sorted() }
  }

  /// Every merged identifier with the one it leads to, ascending.
  public var pairs: [(merged: ID<Customer>, kept: ID<Customer>)] {
    kept.sorted { $0.key < $1.key }.map { (merged: $0.key, kept: $0.value) }
  }
}

/// Merges written one after the other, each held against those before it.
public struct MergeBook {
  private var next: [ID<Customer>: ID<Customer>] = [:]
  private let never: [PairDecision]

  /// Writes the decisions that hold, in the order of their numbers.
  public init(_ decisions: [PairDecision]) {
    never = decisions.filter { $0.holds && $0.verdict == .never }
    for merge in decisions.sorted(by: { $0.number < $1.number }) where merge.holds && merge.verdict == .merge {
      let (kept, other) = (end(of: merge.kept), end(of: merge.other))
      if kept != other { next[other] = kept }
    }
  }

  /// Which customers are one by now.
  public var unification: Unification {
    var book = self
    for id in next.keys { book.next[id] = book.end(of: id) }
    return Unification(ends: book.next)
  }

  /// Makes two customers one.
  ///
  /// Linear in the pairs that are never the same.
  /// - Returns: whether they were two.
  /// - Throws: `PairFault`.
  public mutating func merge(_ kept: ID<Customer>, with other: ID<Customer>) throws(PairFault) -> Bool {
    guard kept != other else { throw .itself(kept) }
    let (left, right) = (end(of: kept), end(of: other))
    guard left != right else { return false }
    for decision in never
    where CustomerPair(end(of: decision.kept), end(of: decision.other)) == CustomerPair(left, right) {
      throw .neverTheSame(decision.kept, decision.other)
    }
    next[right] = left
    return true
  }

  /// Where an identifier's way ends; the way is shortened, so that long chains are walked once.
  private mutating func end(of id: ID<Customer>) -> ID<Customer> {
    var end = id
    while let further = next[end] { end = further }
    var place = id
    while let further = next[place], further != end {
      next[place] = end
      place = further
    }
    return end
  }
}
