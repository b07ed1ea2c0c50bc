import Units

/// What people decided about ends, offers and the door, customers as they are unified.
extension Judgements {
  /// The offers that stand in the log, the newest day first.
  public var standingOffers: [PriceOffer] {
    offers.filter { !$0.isWithdrawn }.sorted { ($0.terms.day, $0.number) > ($1.terms.day, $1.number) }
  }

  /// The offers to a customer, the newest day first.
  public func offers(to customer: ID<Customer>) -> [PriceOffer] {
    let unification = unification
    let wanted = unification[customer]
    return standingOffers.filter { unification[$0.customer] == wanted }
  }

  /// The offers to each customer, the newest day first.
  public var offersByCustomer: [ID<Customer>: [PriceOffer]] {
    let unification = unification
    return Dictionary(grouping: standingOffers) { unification[$0.customer] }
  }

  /// Who refused a last offer: the newest offer that was answered is a last one, and was refused.
  ///
  /// What was agreed on since takes a refusal back; an offer without an answer yet does not.
  public var refusedLastOffers: Set<ID<Customer>> {
    let unification = unification
    var newest: [ID<Customer>: PriceOffer] = [:]
    for offer in standingOffers where offer.terms.outcome != .asked {
      let customer = unification[offer.customer]
      if newest[customer] == nil { newest[customer] = offer }
    }
    return Set(newest.filter { $0.value.terms.kind == .lastOffer && $0.value.terms.outcome == .refused }.keys)
  }

  /// The newest case of a customer, open or over; a withdrawn one only where there is no other.
  public func ceasing(of customer: ID<Customer>) -> CeasingCase? {
    let unification = unification
    let wanted = unification[customer]
    let all = ceasing.filter { unification[$0.customer] == wanted }
    return all.last { $0.state != .withdrawn } ?? all.last
  }

  /// The case of a customer that goes on.
  public func openCeasing(of customer: ID<Customer>) -> CeasingCase? {
    ceasing(of: customer).flatMap { $0.isOpen ? $0 : nil }
  }

  /// Since when the notice of a customer's relation runs, where it does.
  ///
  /// - Parameter customers: those of today, as they are unified.
  public func noticed(in customers: CustomerFile) -> [ID<Customer>: Day] {
    var days: [ID<Customer>: Day] = [:]
    for one in ceasing where one.isNoticed {
      guard let sent = one.day(of: .sent), let place = customers.index(of: one.customer) else { continue }
      days[customers.ids[place]] = sent
    }
    return days
  }

  /// The last day of the relations that were ended.
  public var endedOn: [ID<Customer>: Day] {
    let unification = unification
    var days: [ID<Customer>: Day] = [:]
    for one in ceasing where one.state == .ended { days[unification[one.customer]] = one.last.day }
    // A case that was opened since speaks of a relation that began anew.
    for one in ceasing where one.isOpen { days[unification[one.customer]] = nil }
    return days
  }

  /// The rules that hold at the door, the newest first.
  public var standingDoor: [DoorRule] { door.filter(\.holds).reversed() }
}
