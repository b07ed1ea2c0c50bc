import Ledger
import Units

/// About the same service time for each band, hence a time for each customer and a level at which it is served.
///
/// All times are whole minutes and sum to the budget; what the cap leaves unplaced is said.
///
/// Source: seed 002, « en leur allouant des ressources à peu près identiques. Evidemment une fois chaque groupe divisé
/// par le nombre de ses composants, chacun des clients […] ne bénéficiera plus du même traitement ». Method:
/// docs/methods/bands.md.
public struct ServiceAllotment: Sendable {
  /// Where the budget comes from.
  public enum Source: String, CaseIterable, Sendable {
    /// The policy's hours over 12 months, brought to W.
    case policy
    /// The hours that customers were given in W.
    case logged
  }

  /// What one band receives, in minutes.
  public struct BandPart: Hashable, Sendable {
    /// The band's equal part of the budget.
    public let own: Int
    /// What the band before could not place.
    public let pouredIn: Int
    /// What its customers receive.
    public let placed: Int
    /// What the cap keeps from them: it pours down to the next band.
    public let pouredOut: Int
    /// How its customers are served.
    public let level: Policy.ServiceLevel
  }

  /// The minutes to allot over W.
  public let budget: Int
  /// Where they come from.
  public let source: Source
  /// The most minutes of W for one customer.
  public let cap: Int
  /// A part for each row of the bands.
  public let bands: [BandPart]
  /// Minutes for each customer of the file; nothing for customers in no band.
  public let minutes: [Int?]
  /// The level of each customer of the file: its band's, at least delegated while it is new; nothing for customers that
  /// are neither in a band nor new.
  public let levels: [Policy.ServiceLevel?]
  /// For each customer of the file whether it is new: its first order is known and younger than the policy's months.
  public let isNew: [Bool]
  /// New customers that are delegated instead of automated.
  public let raised: Int
  /// Minutes that no band could place under the cap, or all of them when there is no band.
  public let unplaced: Int

  /// Allots the time of W.
  /// - Parameter margins: those of W, whose minutes are the service time given.
  public init(books: Books, policy: Policy, bands: Bands, margins: Margins) {
    let months = books.window.current.count
    let service = policy.service
    // No company has more; minutes over any window stay far from overflow.
    let mostHours = 1_000_000_000
    if let hours = service.budgetHours {
      budget = min(max(0, hours), mostHours) * 60 * months / 12
      source = .policy
    } else {
      budget = margins.rows.reduce(0) { $0 + $1.minutes }
      source = .logged
    }
    cap = min(max(0, service.maxHoursPerCustomer), mostHours) * 60 * months / 12

    var minutes = [Int?](repeating: nil, count: books.customers.count)
    var levels = [Policy.ServiceLevel?](repeating: nil, count: books.customers.count)
    var parts: [BandPart] = []
    var poured = 0
    for (index, band) in bands.rows.enumerated() {
      let own = Self.part(index, of: budget, in: bands.rows.count)
      let placed = min(own + poured, cap * band.members.count)
      let level = service.level(ofBand: band.number)
      for (place, member) in band.members.enumerated() {
        minutes[member] = Self.part(place, of: placed, in: band.members.count)
        levels[member] = level
      }
      parts.append(
        BandPart(own: own, pouredIn: poured, placed: placed, pouredOut: own + poured - placed, level: level))
      poured += own - placed
    }
    var raised = 0
    isNew = levels.indices.map { customer in
      Beginning(of: customer, in: books).map { $0.age(at: books.window.asOf) < service.newCustomerMonths } ?? false
    }
    for customer in levels.indices where isNew[customer] && levels[customer] ?? .automated == .automated {
      levels[customer] = .delegated
      raised += 1
    }
    self.bands = parts
    self.minutes = minutes
    self.levels = levels
    self.raised = raised
    unplaced = bands.rows.isEmpty ? budget : poured
  }

  /// One of `count` equal parts of an amount; the first parts take what does not divide.
  private static func part(_ index: Int, of amount: Int, in count: Int) -> Int {
    amount / count + (index < amount % count ? 1 : 0)
  }
}

extension Policy.Service {
  /// The level of a band by its number; bands beyond the list take its last entry, an empty list means automated.
  public func level(ofBand number: Int) -> Policy.ServiceLevel {
    levels.isEmpty ? .automated : levels[min(number, levels.count) - 1]
  }
}
