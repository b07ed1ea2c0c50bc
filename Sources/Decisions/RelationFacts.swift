import Ledger
import Units

/// What stages, losses and predictions are told from beyond the books; empty where nobody delivers it.
public struct RelationFacts: Sendable {
  /// The month in which a relation was ended by decision, by place.
  public var ceased: [Int: Month]
  /// What is known of the months before customers left.
  public var losses: LossFacts
  /// Every purchase; nothing where invoices were not read, and orders stand in.
  public var purchases: PurchaseLog?
  /// What people decided about verdicts.
  public var verdicts: VerdictDecisions
  /// What people say of categories.
  public var categories: CategoryNotes
  /// The rules at the door that hold.
  public var door: [DoorRule]
  /// What prices were asked of each customer, the newest day first.
  public var offers: [ID<Customer>: [PriceOffer]]

  /// Bundles what is known.
  public init(
    ceased: [Int: Month] = [:], losses: LossFacts = LossFacts(), purchases: PurchaseLog? = nil,
    verdicts: VerdictDecisions = .none, categories: CategoryNotes = .none, door: [DoorRule] = [],
    offers: [ID<Customer>: [PriceOffer]] = [:]
  ) {
    self.ceased = ceased
    self.losses = losses
    self.purchases = purchases
    self.verdicts = verdicts
    self.categories = categories
    self.door = door
    self.offers = offers
  }
}

extension RelationFacts {
  /// The same with what people decided: verdicts, offers, what they say of categories, the door, and relations that were ended.
  ///
  /// - Parameters:
  ///   - month: the last month looked at.
  ///   - latest: the last that could be; of an earlier month only what was decided by its end counts, of the last one all.
  public func with(
    _ judgements: Judgements, of customers: CustomerFile, asOf month: Month, latest: Month?
  ) -> RelationFacts {
    let isPast = latest.map { month < $0 } ?? false
    let judgements = isPast ? judgements.known(by: month.lastDay) : judgements
    var facts = self
    facts.verdicts = VerdictDecisions(judgements)
    facts.categories = CategoryNotes(judgements.categories)
    facts.door = judgements.standingDoor
    facts.offers = judgements.offersByCustomer
    for (id, day) in judgements.endedOn {
      if let place = customers.index(of: id) { facts.ceased[place] = day.month }
    }
    return facts
  }
}
