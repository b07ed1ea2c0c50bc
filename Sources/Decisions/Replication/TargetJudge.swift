import Ledger
import Portfolio
import Units

/// Holds prospects and customers against what the company seeks.
final class TargetJudge: Sendable {
  private let rule: Policy.Targets
  private let weights: [(criterion: TargetCriterion, weight: Int64)]
  private let profile: BestProfile?
  private let table: TraitTable
  private let books: Books
  private let served: Set<String>
  /// The greatest part of best customers that a value of a trait has.
  private let greatest: [CustomerTrait: Double]

  init(_ portfolio: PortfolioAnalysis, table: TraitTable, profile: BestProfile?) {
    rule = portfolio.policy.targets
    self.profile = profile
    self.table = table
    books = portfolio.books
    let own = rule.weights
    let all: [(TargetCriterion, Rate)] = [
      (.size, own.size), (.activity, own.activity), (.region, own.region), (.interest, own.interest),
      (.culture, own.culture),
    ]
    weights = all.filter { $0.1.millionths > 0 }.map { ($0.0, $0.1.millionths) }
    served = Set(portfolio.books.people.compactMap { $0.region?.lowercased() })
    var greatest: [CustomerTrait: Double] = [:]
    for trait in [CustomerTrait.size, .sector, .category, .culture] {
      greatest[trait] = (0..<table.count(of: trait)).compactMap { profile?.evidence(trait, $0)?.part }.max()
    }
    self.greatest = greatest
  }

  /// What each criterion that weighs says of a prospect or customer.
  func judgements(of subject: LookAlikes.Subject) -> [TargetJudgement] {
    let (region, interest): (String?, String?) =
      switch subject {
      case .prospect(let place): (books.prospects[place].region, books.prospects[place].interest)
      case .customer(let place): (books.customers.details[place]?.region, books.customers.details[place]?.interest)
      }
    func known(_ trait: CustomerTrait) -> (text: String?, code: Int?) { self.known(trait, of: subject) }
    return weights.map { criterion, _ in
      switch criterion {
      case .size: learned(.size, known(.size), as: .size, wanted: rule.sizes)
      case .activity:
        known(.sector).text == nil
          ? learned(.category, known(.category), as: .activity, wanted: rule.activities)
          : learned(.sector, known(.sector), as: .activity, wanted: rule.activities)
      case .region: judgement(region: region)
      case .interest: judgement(interest: interest)
      case .culture: learned(.culture, known(.culture), as: .culture, wanted: rule.cultures)
      }
    }
  }

  /// A trait's word and its code.
  private func known(_ trait: CustomerTrait, of subject: LookAlikes.Subject) -> (text: String?, code: Int?) {
    switch subject {
    case .prospect(let place):
      return (table.text(trait, of: books.prospects[place]), table.code(trait, of: books.prospects[place]))
    case .customer(let place):
      guard let code = table.code(trait, of: place), case .text(let text) = table.value(trait, code) else {
        return (nil, nil)
      }
      return (text, code)
    }
  }

  /// The weighted mean of judgements, and the part of the weight that is known.
  func score(_ judgements: [TargetJudgement]) -> (score: Rate, completeness: Rate) {
    let whole = weights.map(\.weight).reduce(0, +)
    guard whole > 0 else { return (rule.neutral, Rate(millionths: 0)) }
    let sum = zip(weights, judgements).reduce(Int128(0)) { $0 + Int128($1.0.weight) * Int128($1.1.part.millionths) }
    let told = zip(weights, judgements).reduce(Int64(0)) { $0 + ($1.1.ground.isUnknown ? 0 : $1.0.weight) }
    return (
      Rate(millionths: Int64(divided(sum, by: Int128(whole)))),
      Rate(millionths: multiplied(told, by: 1_000_000, over: whole))
    )
  }

  private func learned(
    _ trait: CustomerTrait, _ known: (text: String?, code: Int?), as criterion: TargetCriterion, wanted: [String]
  ) -> TargetJudgement {
    guard let text = known.text else { return unknown(criterion, nil, .missing) }
    if !wanted.isEmpty { return listed(criterion, text, wanted) }
    guard let most = greatest[trait], most > 0 else { return unknown(criterion, text, .nothingToCompare) }
    guard let evidence = known.code.flatMap({ profile?.evidence(trait, $0) }) else {
      return unknown(criterion, text, .unseen)
    }
    return TargetJudgement(
      criterion: criterion, value: text, part: Rate(millionths: Int64((evidence.part / most * 1_000_000).rounded())),
      ground: .likeBest(best: evidence.best, of: evidence.all))
  }

  private func judgement(region: String?) -> TargetJudgement {
    guard let region, !region.isEmpty else { return unknown(.region, nil, .missing) }
    if !rule.regions.isEmpty { return listed(.region, region, rule.regions) }
    guard !served.isEmpty else { return unknown(.region, region, .nothingToCompare) }
    let isServed = served.contains(region.lowercased())
    return TargetJudgement(
      criterion: .region, value: region, part: Rate(percent: isServed ? 100 : 0),
      ground: isServed ? .served : .notServed)
  }

  private func judgement(interest: String?) -> TargetJudgement {
    guard let interest, !interest.isEmpty else { return unknown(.interest, nil, .missing) }
    guard let level = StatedLevel(interest) else { return unknown(.interest, interest, .unreadable) }
    return TargetJudgement(criterion: .interest, value: interest, part: level.part, ground: .stated)
  }

  private func listed(_ criterion: TargetCriterion, _ text: String, _ wanted: [String]) -> TargetJudgement {
    let isWanted = wanted.contains { $0.lowercased() == text.lowercased() }
    return TargetJudgement(
      criterion: criterion, value: text, part: Rate(percent: isWanted ? 100 : 0),
      ground: isWanted ? .wanted : .notWanted)
  }

  private func unknown(
    _ criterion: TargetCriterion, _ text: String?, _ ground: TargetJudgement.Ground
  ) -> TargetJudgement {
    TargetJudgement(criterion: criterion, value: text, part: rule.neutral, ground: ground)
  }
}

/// A level that a file states in a word, French or English, or as a share such as `60 %`.
enum StatedLevel {
  case low, middle, high
  case share(Rate)

  /// Reads a word; nothing for one that names no level.
  init?(_ text: String) {
    let word = text.lowercased()
    let digits = word.filter(\.isNumber)
    switch word {
    case "fort", "forte", "élevé", "élevée", "eleve", "haut", "haute", "grand", "oui", "high", "strong", "yes":
      self = .high
    case "moyen", "moyenne", "medium", "middle", "average": self = .middle
    case "faible", "bas", "basse", "nul", "aucun", "non", "low", "weak", "none", "no": self = .low
    case _ where word.hasSuffix("%") && digits.count == word.filter { $0 != "%" && !$0.isWhitespace }.count:
      guard let percent = Int64(digits), percent <= 100 else { return nil }
      self = .share(Rate(percent: percent))
    default: return nil
    }
  }

  /// What it counts, 0…1.
  var part: Rate {
    switch self {
    case .low: Rate(percent: 0)
    case .middle: Rate(percent: 50)
    case .high: Rate(percent: 100)
    case .share(let rate): rate
    }
  }
}
