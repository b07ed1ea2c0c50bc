import Ledger
import Units

/// Looks for customers that a file holds more than once.
///
/// `duplicates()` does it all. To use several cores, share out `0..<count` among calls of `candidates(in:)`, which depend on
/// nothing but the range, and hand what they found to `duplicates(among:)`.
///
/// Source: docs/methods/duplicates.md. O(n log n) for any file: keys that many records share are left aside and counted.
public struct DuplicateSearch: Sendable {
  let prepared: PreparedRecords
  private let comparer: Comparer
  private let blocks: Blocks
  private let never: Set<CustomerPair>
  private let documents: [CustomerPair: Int]
  private let firstGuess: MatchWeights

  /// Records looked at, after those that were merged already have become one.
  public var count: Int { prepared.count }
  /// What the keys brought together, and what they left aside.
  public var blocking: BlockingSummary {
    BlockingSummary(blocks: blocks.count, blocksCut: blocks.cut, largestCut: blocks.largest)
  }

  /// Log-odds, before the weights are estimated, under which a pair is forgotten.
  private static let hopeless = -7.0

  /// Prepares a search; their order does not matter.
  /// - Parameters:
  ///   - records: the customers; of two with one identifier the first is kept.
  ///   - never: pairs that a person has declared two customers.
  ///   - clusters: customers merged already, each cluster with the one that stays first.
  ///   - documents: how many documents of the accounts under one customer are invoices told elsewhere under another.
  public init(
    _ records: [CustomerRecord], never: Set<CustomerPair> = [], clusters: [[ID<Customer>]] = [],
    documents: [CustomerPair: Int] = [:]
  ) {
    self.documents = documents
    prepared = PreparedRecords(Self.merged(records, clusters))
    comparer = Comparer(records: prepared)
    blocks = Blocks(BlockKeys(prepared), records: prepared.count)
    self.never = never
    firstGuess = MatchEstimation.usual(records: prepared.count)
  }

  private static func merged(_ records: [CustomerRecord], _ clusters: [[ID<Customer>]]) -> [CustomerRecord] {
    guard !clusters.isEmpty else { return records }
    var byID: [ID<Customer>: CustomerRecord] = [:]
    for record in records where byID[record.id] == nil { byID[record.id] = record }
    var gone: Set<ID<Customer>> = []
    var kept: [CustomerRecord] = []
    for cluster in clusters {
      let members = cluster.compactMap { byID[$0] }
      gone.formUnion(cluster)
      if !members.isEmpty { kept.append(CustomerRecord.merged(members)) }
    }
    return kept + records.filter { !gone.contains($0.id) }
  }

  /// Two records worth a second look, with how they compare.
  public struct Candidate: Sendable {
    let a: Int32
    let b: Int32
    let comparison: Comparison
  }

  /// The candidates whose first record, in the order of identifiers, lies in a part of `0..<count`.
  public func candidates(in part: Range<Int>) -> [Candidate] {
    var found: [Candidate] = []
    var tally = Blocks.Tally(records: count)
    for record in part {
      blocks.partners(of: record, &tally) { partner in
        let comparison = comparer.comparison(record, partner)
        if firstGuess.logOdds(of: comparison).one >= Self.hopeless {
          found.append(Candidate(a: Int32(record), b: Int32(partner), comparison: comparison))
        }
      }
    }
    return found
  }

  /// The whole search on one core.
  /// - Parameter threshold: the least score of a pair that is offered, 0…1.
  public func duplicates(from threshold: Double = 0.5) -> Duplicates {
    duplicates(among: candidates(in: 0..<count), from: threshold)
  }

  /// Weighs the candidates of all parts of `0..<count`, in any order.
  public func duplicates(among candidates: [Candidate], from threshold: Double = 0.5) -> Duplicates {
    let ordered = candidates.sorted { ($0.a, $0.b) < ($1.a, $1.b) }
    let weights = MatchEstimation.weights(
      on: ordered.lazy.map(\.comparison), records: count, numbered: prepared.numberedShare)
    var pairs: [DuplicatePair] = []
    for candidate in ordered + provenOnly(beside: ordered) {
      let (a, b) = (prepared.records[Int(candidate.a)], prepared.records[Int(candidate.b)])
      let both = CustomerPair(a.id, b.id)
      let matched = documents.isEmpty ? 0 : documents[both] ?? 0
      let score = weights.probabilities(of: candidate.comparison).one
      guard matched > 0 || score >= threshold else { continue }
      let pair = DuplicatePair(
        a: a.id, b: b.id, score: score,
        isCertain: isCertain(candidate, documents: matched), atStake: min(a.revenue.magnitude, b.revenue.magnitude),
        reasons: reasons(for: candidate, weights), priorLogOdds: weights.priorLogOdds,
        relatedLogOdds: weights.logOdds(of: candidate.comparison).related
      ).proven(byDocuments: matched)
      if pair.score >= threshold, !never.contains(both) { pairs.append(pair) }
    }
    pairs.sort { left, right in
      if left.atStake != right.atStake { return left.atStake > right.atStake }
      if left.score != right.score { return left.score > right.score }
      return (left.a, left.b) < (right.a, right.b)
    }
    return Duplicates(pairs: pairs, weights: weights, candidates: ordered.count, blocking: blocking)
  }

  /// Pairs that nothing in their records brings together, but their documents do.
  private func provenOnly(beside candidates: [Candidate]) -> [Candidate] {
    guard !documents.isEmpty else { return [] }
    let places = Dictionary(
      prepared.records.enumerated().map { ($1.id, Int32($0)) }, uniquingKeysWith: { first, _ in first })
    let known = Set(candidates.map { CustomerPair(prepared.records[Int($0.a)].id, prepared.records[Int($0.b)].id) })
    return documents.keys.filter { !known.contains($0) }.sorted().compactMap { pair in
      guard let a = places[pair.a], let b = places[pair.b], a != b else { return nil }
      let (first, second) = (min(a, b), max(a, b))
      return Candidate(a: first, b: second, comparison: comparer.comparison(Int(first), Int(second)))
    }
  }

  /// Two of three: the same proven number, two documents and more, names that agree; and no sign against but two
  /// establishments, nor another number.
  private func isCertain(_ candidate: Candidate, documents: Int) -> Bool {
    let comparison = candidate.comparison
    guard comparison.signs.subtracting(.establishment).isEmpty else { return false }
    let number = comparison.level(.companyNumber)
    let isNumbered =
      number == Comparison.ValueLevel.same.rawValue && prepared.numbers[Int(candidate.a)]?.isProven == true
    let isDocumented = documents >= 2 && number != Comparison.ValueLevel.differs.rawValue
    let level = comparison.level(.name).flatMap(Comparison.NameLevel.init)
    let agrees = level == .same || level == .near || level == .close
    return isNumbered && isDocumented || agrees && (isNumbered || isDocumented)
  }
}

/// What the keys brought together, and what they left aside.
public struct BlockingSummary: Hashable, Sendable {
  /// Groups of records that share a key.
  public let blocks: Int
  /// Groups left aside because too many records share the key: what they share says too little.
  public let blocksCut: Int
  /// Records in the largest group left aside.
  public let largestCut: Int
}

/// The pairs of a customer file that are probably one customer.
public struct Duplicates: Sendable {
  /// The pairs, most money at stake first, then the surest.
  public let pairs: [DuplicatePair]
  /// What each agreement was found to be worth.
  public let weights: MatchWeights
  /// Pairs compared that were not hopeless.
  public let candidates: Int
  /// What the keys brought together.
  public let blocking: BlockingSummary
}
