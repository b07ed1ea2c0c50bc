import Ledger
import Portfolio
import Units

/// What the books of a company say of ends, of steep steps and of the door.
extension CompanyAnalysis {
  /// The file of a relation, with what people decided by now.
  ///
  /// Notice runs from the day the letter was received, else from the day it was sent, else from today.
  /// - Parameter customer: a place in the customer file.
  public func ceasingFile(
    of customer: Int, _ judgements: Judgements, commitments: Commitments, today: Day
  ) -> CeasingFile {
    let id = books.customers.ids[customer]
    let known = judgements.ceasing(of: id)
    let start = known.flatMap { $0.day(of: .acknowledged) ?? $0.day(of: .sent) } ?? today
    return CeasingFile(
      of: customer, in: self, facts: known?.facts ?? CeasingFacts(), offers: judgements.offers(to: id),
      commitments: commitments, startingOn: start)
  }

  /// The notice that a step of a customer's ladder asks for: a rise beyond what may be asked of anybody is a rupture in part.
  ///
  /// As of the end of the last month, without what contracts tell.
  public func notice(before step: LadderStep, of customer: Int) -> Notice? {
    switch step {
    case .reprice(let price), .both(_, let price), .lastOffer(let price):
      notice(beforeRise: price.asked, of: customer)
    case .serveLeaner, .minimumOrder, .substitute, .cease: nil
    }
  }

  /// The notice that a rise asks for, of a customer's ladder or a firmer one; nothing where it may be asked of anybody.
  public func notice(beforeRise rate: Rate, of customer: Int) -> Notice? {
    guard rate > policy.ladder.priceCap else { return nil }
    var relation = EndingRelation(
      tenure: Tenure(of: customer, in: books), since: books.customers.details[customer]?.since)
    relation.rupture = .priceRise(rate)
    return Notice(for: relation, startingOn: books.window.asOf.lastDay, policy: policy)
  }

  /// Whether a category was named that no customer has.
  ///
  /// Nothing is known of it then. Linear in customers.
  /// - Parameter category: as a person says it; may be empty.
  public func isUnknown(category: String) -> Bool {
    guard !category.allSatisfy(\.isWhitespace) else { return false }
    let names = Set((0..<books.customers.count).compactMap { portfolio.categories[$0] })
    return !names.contains { DoorRule.isSame($0, category) }
  }

  /// Who holds at the door, found among the customers by identifier or name.
  /// - Parameters:
  ///   - name: an identifier or a name; may be empty.
  ///   - category: as a person says it; the customer's own where that is empty.
  public func doorCheck(
    _ name: String, category: String, buyer: Buyer = .business, mayBeAbuse: Bool = false, _ rules: [DoorRule]
  ) -> DoorCheck {
    var (names, found) = ([name], category)
    if let place = books.customers.index(of: ID(name)) {
      names.append(books.customers.names[place])
      if found.isEmpty { found = portfolio.categories[place] ?? "" }
    }
    return DoorCheck(
      names: names, category: found.isEmpty ? nil : found, buyer: buyer, mayBeAbuse: mayBeAbuse, rules: rules
    ) { policy.floors.floor(of: $0).rate }
  }
}
