import Units

extension DuplicatePair {
  /// What one matched document is worth, in nats: a number and an amount to the cent met by chance, in another series say,
  /// are one in a thousand.
  private static let weightOfDocument = 7.0
  /// Documents after which more prove no more: what is wrong with one may be wrong with all.
  private static let mostDocuments = 4

  /// The same pair with what documents prove: so many of the accounts under one of both are invoices under the other.
  ///
  /// Source: docs/methods/duplicates.md, "Matched invoices".
  func proven(byDocuments count: Int) -> DuplicatePair {
    guard count > 0 else { return self }
    let weight = Self.weightOfDocument * Double(min(count, Self.mostDocuments))
    let reason = MatchReason(field: .documents, agreement: .same, a: String(count), b: String(count), weight: weight)
    let place = reasons.firstIndex { $0.weight.magnitude < weight } ?? reasons.endIndex
    var all = reasons
    all.insert(reason, at: place)
    let unscored = DuplicatePair(
      a: a, b: b, score: score, isCertain: isCertain, atStake: atStake, reasons: all, priorLogOdds: priorLogOdds,
      relatedLogOdds: relatedLogOdds)
    return DuplicatePair(
      a: a, b: b, score: unscored.scoreFromReasons, isCertain: isCertain, atStake: atStake, reasons: all,
      priorLogOdds: priorLogOdds, relatedLogOdds: relatedLogOdds)
  }
}
