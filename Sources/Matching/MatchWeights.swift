import Units

/// How likely two records agree as they do when they are one customer, two related ones, or two that have nothing to do with
/// each other; hence what every agreement is worth.
///
/// Among unrelated customers agreement is as rare as the value shared is (`Comparison.evidence`), disagreement the rule. Related
/// ones (sisters of one group, branches) share address, telephone and domain as one customer's records do, but carry words of
/// their own in their names and numbers of their own. Sources: Fellegi & Sunter 1969; Winkler 1988.
public struct MatchWeights: Hashable, Sendable {
  /// How often each level is met among records of one customer, by field and level in the order of their scales.
  public let chances: [[Double]]
  /// How often each level of the name is met among related customers.
  public let relatedNames: [Double]
  /// Pairs of records of one customer that are expected.
  public let expectedPairs: Double
  /// Pairs of related customers that are expected.
  public let relatedPairs: Double
  /// Records.
  public let records: Int

  private let logarithms: [[Double]]
  private let relatedLogarithms: [Double]

  /// The chances expected of any company's customers, before its own are looked at.
  static let usual: [[Double]] = [
    // companyNumber: same, differs. Never estimated: two proven numbers are two companies, mistakes in typing aside.
    [0.9995, 0.0005],
    // otherIdentifier: same, near, differs
    [0.80, 0.10, 0.10],
    // name: same, near, contained, close, half, weak, differs
    [0.50, 0.20, 0.12, 0.05, 0.05, 0.04, 0.04],
    // street: same, streetOnly, partly, otherNumber, weak, numberOnly, differs
    [0.55, 0.08, 0.10, 0.06, 0.04, 0.04, 0.13],
    // place: same, one, split, near, differs
    [0.68, 0.12, 0.07, 0.03, 0.10],
    // phone: same, differs
    [0.60, 0.40],
    // email: same, domain, differs
    [0.50, 0.20, 0.30],
  ]
  /// The names of related customers: something is shared, and at least one has a word more.
  static let usualRelatedNames = [0.02, 0.02, 0.40, 0.20, 0.28, 0.06, 0.02]
  /// The official and other numbers of related customers: same, near, differs.
  private static let relatedNumber = [0.02, 0.98].map(naturalLogarithm)
  private static let relatedIdentifier = [0.03, 0.07, 0.90].map(naturalLogarithm)

  /// Weights out of chances.
  init(
    chances: [[Double]] = usual, relatedNames: [Double] = usualRelatedNames, expectedPairs: Double,
    relatedPairs: Double,
    records: Int
  ) {
    self.chances = chances
    self.relatedNames = relatedNames
    self.expectedPairs = expectedPairs
    self.relatedPairs = relatedPairs
    self.records = records
    logarithms = chances.map { $0.map(naturalLogarithm) }
    relatedLogarithms = relatedNames.map(naturalLogarithm)
  }

  /// The log-odds that two records drawn at random are one customer rather than unrelated.
  var priorLogOdds: Double { logOdds(pairs: expectedPairs) }

  private func logOdds(pairs: Double) -> Double {
    let all = Double(records) * Double(max(1, records - 1)) / 2
    return naturalLogarithm(min(0.5, pairs / max(1, all)))
  }

  /// Signs against being one customer, in nats.
  static func weight(of sign: Comparison.Signs) -> Double {
    switch sign {
    case .numbers: -4.5
    case .sides: -3.5
    case .roles: -3
    case .legalForm: -4
    case .country: -2.5
    default: 0
    }
  }

  /// The signs that have a weight.
  static let signs: [Comparison.Signs] = [.numbers, .sides, .roles, .legalForm, .country]
  /// What a sign is worth against being two related customers: they often show one.
  private static let relatedSign = -1.0

  /// The part that counts of what a second field says about where and how to reach a customer: namesakes of one town share its
  /// streets and switchboards together, and a customer that moves changes them together.
  static let damping = 0.75

  /// The weights of a comparison's fields, after damping; 0 for a field of which one record says nothing.
  func weights(of comparison: Comparison) -> SIMD8<Double> {
    var found = SIMD8<Double>(repeating: 0)
    for field in 0..<Comparison.Field.allCases.count where comparison.levels[field] >= 0 {
      found[field] = logarithms[field][Int(comparison.levels[field])] + Double(comparison.evidence[field])
    }
    let first = Comparison.Field.street.rawValue
    let last = Comparison.Field.email.rawValue
    var (most, least) = (first, first)
    for field in first...last {
      if found[field] > found[most] { most = field }
      if found[field] < found[least] { least = field }
    }
    for field in first...last where found[field] > 0 ? field != most : field != least { found[field] *= Self.damping }
    return found
  }

  /// What the three kinds of pairs are worth to a comparison, against the unrelated: ln of the odds of one customer, and of two
  /// related ones.
  func logOdds(of comparison: Comparison) -> (one: Double, related: Double) {
    let found = weights(of: comparison)
    var one = priorLogOdds + found.sum()
    var related = logOdds(pairs: relatedPairs)
    for field in Comparison.Field.allCases {
      guard let level = comparison.level(field) else { continue }
      let evidence = Double(comparison.evidence[field.rawValue])
      switch field {
      case .companyNumber: related += Self.relatedNumber[level] + evidence
      case .otherIdentifier: related += Self.relatedIdentifier[level] + evidence
      case .name: related += relatedLogarithms[level] + evidence
      default: related += found[field.rawValue]
      }
    }
    for sign in Self.signs where comparison.signs.contains(sign) {
      one += Self.weight(of: sign)
      related += Self.relatedSign
    }
    return (one, related)
  }

  /// The probabilities that the two records compared are one customer, and that they are two related ones.
  func probabilities(of comparison: Comparison) -> (one: Double, related: Double) {
    let odds = logOdds(of: comparison)
    let top = max(0, odds.one, odds.related)
    let (one, related) = (exponential(odds.one - top), exponential(odds.related - top))
    let all = one + related + exponential(-top)
    return (one / all, related / all)
  }
}
