import Units

/// What people decided about the customer file; the ledger's facts stay as they are.
public struct Judgements: Hashable, Sendable {
  /// Decisions on pairs, the oldest first, those that were taken back too.
  public let pairs: [PairDecision]
  /// Edits of fields, the oldest first.
  public let edits: [FieldEdit]
  /// Decisions on verdicts, the oldest first, those that were taken back too.
  public let verdicts: [VerdictDecision]
  /// What was said of categories, the oldest first.
  public let categories: [CategoryEdit]

  /// Price rises and last offers, the oldest first, those that were withdrawn too.
  public let offers: [PriceOffer]
  /// Relations that are or were to be ended, the oldest case first.
  public let ceasing: [CeasingCase]
  /// Who is refused at the door, the oldest rule first, those that were taken back too.
  public let door: [DoorRule]

  /// Nobody decided anything.
  public static let none = Judgements()

  /// Gathers what was decided.
  public init(
    pairs: [PairDecision] = [], edits: [FieldEdit] = [], verdicts: [VerdictDecision] = [], offers: [PriceOffer] = [],
    ceasing: [CeasingCase] = [], door: [DoorRule] = [], categories: [CategoryEdit] = []
  ) {
    self.pairs = pairs
    self.edits = edits
    self.verdicts = verdicts
    self.offers = offers
    self.ceasing = ceasing
    self.door = door
    self.categories = categories
  }

  /// The same without the verdicts and offers of later days, which nobody knew then.
  public func known(by day: Day) -> Judgements {
    Judgements(
      pairs: pairs, edits: edits, verdicts: verdicts.filter { $0.made.day <= day },
      offers: offers.filter { $0.terms.day <= day }, ceasing: ceasing, door: door, categories: categories)
  }

  /// Which customers are one.
  public var unification: Unification { Unification(pairs) }

  /// The pairs that are never the same.
  public var never: Set<CustomerPair> {
    Set(pairs.lazy.filter { $0.holds && $0.verdict == .never }.map(\.pair))
  }

  /// The edits that hold, for each customer as it is unified: of each field the newest; what was taken back is not there.
  public func edits(by unification: Unification) -> [ID<Customer>: [Field: FieldEdit]] {
    var newest: [ID<Customer>: [Field: FieldEdit]] = [:]
    // Each identifier's own newest word counts, and only then the newest among those that are one.
    for edit in edits { newest[edit.customer, default: [:]][edit.field] = edit }
    var unified: [ID<Customer>: [Field: FieldEdit]] = [:]
    for (customer, fields) in newest {
      for (field, edit) in fields where edit.value != nil {
        let known = unified[unification[customer]]?[field]
        if known.map({ $0.number < edit.number }) ?? true { unified[unification[customer], default: [:]][field] = edit }
      }
    }
    return unified
  }

  /// The newest decision on each customer as it is unified; what was taken back is not there.
  public var overrides: [ID<Customer>: VerdictDecision] {
    let unification = unification
    var newest: [ID<Customer>: VerdictDecision] = [:]
    for decision in verdicts { newest[unification[decision.customer]] = decision }
    return newest.filter { $0.value.choice != nil }
  }

  /// Why two customers cannot be said never to be the same, or nothing.
  public func refusal(parting first: ID<Customer>, from second: ID<Customer>) -> PairFault? {
    guard first != second else { return .itself(first) }
    let unification = unification
    return unification[first] == unification[second] ? .alreadyOne(first, second) : nil
  }

  /// The newest decision on a pair that holds; without a pair, of all.
  public func last(on pair: CustomerPair?) -> PairDecision? {
    pairs.last { $0.holds && (pair == nil || $0.pair == pair) }
  }
}
