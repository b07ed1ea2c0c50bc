import Ledger
import Units

/// Weighs the traits of many: sums at once, reasons only for who asks.
final class TraitWeighing: Sendable {
  /// The traits that count, in order.
  private let traits: [CustomerTrait]
  private let profile: BestProfile
  private let table: TraitTable
  private let prospects: [Prospect]
  /// Whether those weighed are among the customers compared, and so not to be weighed against themselves.
  private let isCompared: Bool
  /// The weight of each code of each trait; nothing for one that no customer compared has.
  private let weights: [[Double?]]
  /// For each trait the place of an earlier one that tells the same.
  private let earlier: [Int?]

  /// - Parameter prospects: those that are weighed; nothing where customers are.
  init(_ profile: BestProfile, table: TraitTable, prospects: [Prospect]?) {
    let traits = profile.traits.filter { prospects == nil || $0.isOfProspects }
    self.traits = traits
    self.profile = profile
    self.table = table
    self.prospects = prospects ?? []
    let isCompared = prospects == nil
    self.isCompared = isCompared
    weights = traits.map { trait in
      (0..<table.count(of: trait)).map { code in
        profile.evidence(trait, code).map { isCompared ? $0.withoutOne.weight : $0.weight }
      }
    }
    earlier = traits.map { trait in profile.repeated[trait].flatMap { traits.firstIndex(of: $0) } }
  }

  /// The scores of all, 0…1: what is not known of one counts as it does on average for the others.
  func scores(_ subjects: [LookAlikes.Subject]) -> [Double] {
    var usual = [(sum: Double, count: Int)](repeating: (0, 0), count: traits.count)
    var sums = [Double](repeating: 0, count: subjects.count)
    for (place, subject) in subjects.enumerated() {
      for (trait, weight) in known(subject).enumerated() {
        guard let weight else { continue }
        sums[place] += weight
        usual[trait] = (usual[trait].sum + weight, usual[trait].count + 1)
      }
    }
    for (place, subject) in subjects.enumerated() {
      for trait in missing(subject) where usual[trait].count > 0 {
        sums[place] += usual[trait].sum / Double(usual[trait].count)
      }
    }
    return sums.map { 1 / (1 + exponential(-$0)) }
  }

  /// What speaks for or against, the strongest first.
  func reasons(_ subject: LookAlikes.Subject) -> [TraitEvidence] {
    let found = zip(traits, known(subject)).compactMap { trait, weight -> TraitEvidence? in
      guard weight != nil, let code = code(trait, of: subject) else { return nil }
      return profile.evidence(trait, code).map { isCompared ? $0.withoutOne : $0 }
    }
    // The order of traits breaks ties.
    let order = found.indices.sorted {
      let (left, right) = (abs(found[$0].weight), abs(found[$1].weight))
      return left == right ? $0 < $1 : left > right
    }
    return order.map { found[$0] }
  }

  /// Traits of which nothing is known and that no other stands in for.
  func missingTraits(_ subject: LookAlikes.Subject) -> [CustomerTrait] { missing(subject).map { traits[$0] } }

  /// The weight of each trait; nothing for one that is not known, or that an earlier one told.
  private func known(_ subject: LookAlikes.Subject) -> [Double?] {
    let codes = traits.map { code($0, of: subject) }
    return traits.indices.map { trait in
      guard let code = codes[trait] else { return nil }
      if let earlier = earlier[trait], codes[earlier] != nil { return nil }
      return weights[trait][code]
    }
  }

  private func missing(_ subject: LookAlikes.Subject) -> [Int] {
    let known = known(subject)
    return traits.indices.filter { trait in
      guard known[trait] == nil else { return false }
      if let earlier = earlier[trait], known[earlier] != nil { return false }
      // What tells the same stands in.
      return !traits.indices.contains { earlier[$0] == trait && known[$0] != nil }
    }
  }

  private func code(_ trait: CustomerTrait, of subject: LookAlikes.Subject) -> Int? {
    switch subject {
    case .prospect(let place): table.code(trait, of: prospects[place])
    case .customer(let place): table.code(trait, of: place)
    }
  }
}
