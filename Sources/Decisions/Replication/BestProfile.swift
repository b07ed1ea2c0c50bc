import Ledger
import Units

/// What the best customers of the company or of a category have in common, and how much each value speaks for being one.
public struct BestProfile: Sendable {
  /// Who they are, and among whom.
  public let customers: BestCustomers
  /// Traits that tell: known of some of the best, with two values at least.
  public let traits: [CustomerTrait]
  /// Traits whose values another trait, named beside, already tells: they count only where that one is not known.
  public let repeated: [CustomerTrait: CustomerTrait]
  private let counts: [CustomerTrait: [(best: Int, all: Int)]]
  private let known: [CustomerTrait: (best: Int, all: Int)]
  private let table: TraitTable
  private let smoothing: Int

  init(_ customers: BestCustomers, table: TraitTable, smoothing: Int) {
    self.customers = customers
    self.table = table
    self.smoothing = smoothing
    let best = Set(customers.best)
    var counts: [CustomerTrait: [(best: Int, all: Int)]] = [:]
    var known: [CustomerTrait: (best: Int, all: Int)] = [:]
    for trait in CustomerTrait.allCases {
      var own = [(best: Int, all: Int)](repeating: (0, 0), count: table.count(of: trait))
      var sums = (best: 0, all: 0)
      for customer in customers.compared {
        guard let code = table.code(trait, of: customer) else { continue }
        let isBest = best.contains(customer) ? 1 : 0
        own[code] = (own[code].best + isBest, own[code].all + 1)
        sums = (sums.best + isBest, sums.all + 1)
      }
      counts[trait] = own
      known[trait] = sums
    }
    traits = CustomerTrait.allCases.filter { trait in
      guard let sums = known[trait], let own = counts[trait] else { return false }
      return sums.best > 0 && sums.best < sums.all && own.count { $0.all > 0 } > 1
    }
    self.counts = counts
    self.known = known
    repeated = Self.repeated(traits, among: customers.compared, table: table)
  }

  /// What a value of a trait speaks; nothing for one that no customer compared has.
  func evidence(_ trait: CustomerTrait, _ code: Int) -> TraitEvidence? {
    guard let sums = known[trait], let own = counts[trait]?[code], own.all > 0 else { return nil }
    return TraitEvidence(
      trait: trait, value: table.value(trait, code), best: own.best, bestKnown: sums.best, all: own.all,
      allKnown: sums.all, smoothing: smoothing)
  }

  /// For each trait that tells the value most of the best have, in the order of the traits.
  public var shared: [TraitEvidence] {
    traits.compactMap { trait in
      counts[trait]?.indices.max { left, right in
        let own = counts[trait] ?? []
        return own[left].best == own[right].best ? left > right : own[left].best < own[right].best
      }.flatMap { evidence(trait, $0) }
    }
  }

  /// Traits that an earlier one tells: each of its values goes with one value only, for two customers at least.
  private static func repeated(_ traits: [CustomerTrait], among customers: [Int], table: TraitTable) -> [CustomerTrait:
    CustomerTrait]
  {
    var repeated: [CustomerTrait: CustomerTrait] = [:]
    for (place, trait) in traits.enumerated() {
      repeated[trait] = traits[..<place].first { earlier in
        guard repeated[earlier] == nil else { return false }
        var values: [Int: Int] = [:]
        for customer in customers {
          guard let one = table.code(earlier, of: customer), let other = table.code(trait, of: customer) else {
            continue
          }
          if values.updateValue(other, forKey: one) ?? other != other { return false }
        }
        return values.count < customers.count
      }
    }
    return repeated
  }
}
