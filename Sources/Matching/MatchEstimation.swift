import Units

/// Finds out on a company's own customers how records of one customer agree: expectation and maximisation, in turn.
///
/// Pairs that blocking never brought together count as unrelated; how rare shared values are is counted on all records. What is
/// usual counts as much as `belief` pairs, and no chance strays further from it than `stray` times. Related customers are told
/// by their official numbers: they are counted among the pairs in which both records have one. Deterministic.
/// Sources: Dempster, Laird & Rubin 1977; Winkler 1988.
enum MatchEstimation {
  private static let belief = 60.0
  private static let stray = 8.0
  private static let rounds = 15
  /// Expected pairs under which what is usual is taken as it is.
  private static let fewPairs = 15.0
  /// Pairs of one customer per record: first guess, least, most.
  private static let pairsPerRecord = (usual: 0.05, least: 0.005, most: 3.0)
  /// Pairs of related customers per record, and how many such pairs the guess is worth.
  private static let relatedPerRecord = (usual: 0.005, belief: 2.0)

  /// The weights before anything was looked at.
  static func usual(records: Int) -> MatchWeights {
    MatchWeights(
      expectedPairs: max(0.5, Double(records) * pairsPerRecord.usual),
      relatedPairs: max(0.3, Double(records) * relatedPerRecord.usual), records: records)
  }

  /// The weights after looking at the candidate pairs.
  /// - Parameter numbered: the part of the records that carry an official number.
  static func weights(on comparisons: some Collection<Comparison>, records: Int, numbered: Double) -> MatchWeights {
    var weights = usual(records: records)
    for _ in 0..<rounds {
      let next = improved(weights, on: comparisons, numbered: numbered)
      if next.expectedPairs < fewPairs { return usual(records: records) }
      if abs(next.expectedPairs - weights.expectedPairs) < 1e-3 * weights.expectedPairs { return next }
      weights = next
    }
    return weights
  }

  private static func improved(
    _ weights: MatchWeights, on comparisons: some Collection<Comparison>, numbered: Double
  ) -> MatchWeights {
    var met = MatchWeights.usual.map { $0.map { _ in 0.0 } }
    var metRelated = MatchWeights.usualRelatedNames.map { _ in 0.0 }
    var (pairs, related) = (0.0, 0.0)
    let (number, name) = (Comparison.Field.companyNumber, Comparison.Field.name)
    for comparison in comparisons {
      let chance = weights.probabilities(of: comparison)
      pairs += chance.one
      for field in met.indices where comparison.levels[field] >= 0 {
        met[field][Int(comparison.levels[field])] += chance.one
      }
      guard comparison.level(number) != nil else { continue }
      related += chance.related
      if let level = comparison.level(name) { metRelated[level] += chance.related }
    }
    var chances = zip(met, MatchWeights.usual).map(shares)
    chances[number.rawValue] = MatchWeights.usual[number.rawValue]
    let size = Double(weights.records)
    let guess = relatedPerRecord.belief
    return MatchWeights(
      chances: chances, relatedNames: shares(metRelated, usual: MatchWeights.usualRelatedNames),
      expectedPairs: min(max(pairs, size * pairsPerRecord.least), size * pairsPerRecord.most),
      relatedPairs: size * (related + guess) / (size * numbered * numbered + guess / relatedPerRecord.usual),
      records: weights.records)
  }

  /// What was met, as shares of one, drawn towards what is usual.
  private static func shares(_ counts: [Double], usual: [Double]) -> [Double] {
    let all = counts.reduce(belief, +)
    let raw = zip(counts, usual).map { min(max(($0 + belief * $1) / all, $1 / stray), $1 * stray) }
    let sum = raw.reduce(0, +)
    return raw.map { $0 / sum }
  }
}
