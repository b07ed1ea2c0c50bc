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
    case .reprice(let price), .both(_, let price): notice(beforeRise: price.asked, of: customer)
    case .lastOffer(let rise): notice(beforeRise: rise.price.asked, of: customer)
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

  /// Who holds at the door, found among customers and prospects by identifier, else by a name that one alone has.
  ///
  /// Linear in customers and prospects.
  /// - Parameters:
  ///   - name: an identifier or a name; may be empty.
  ///   - category: as a person says it; its own, as it is known, where that is empty.
  public func doorCheck(
    _ name: String, category: String, buyer: Buyer = .business, mayBeAbuse: Bool = false, _ rules: [DoorRule]
  ) -> DoorCheck {
    if let place = customer(named: name) {
      let own = category.isEmpty ? portfolio.categories[place] ?? "" : category
      return doorCheck(
        [name, books.customers.ids[place].text, books.customers.names[place]], own, isCustomer: true, buyer, mayBeAbuse,
        rules)
    }
    guard let prospect = prospect(named: name) else {
      return doorCheck([name], category, isCustomer: false, buyer, mayBeAbuse, rules)
    }
    let own = category.isEmpty ? portfolio.categories.name(ofProspect: prospect) ?? "" : category
    return doorCheck([name, prospect.id.text, prospect.name], own, isCustomer: false, buyer, mayBeAbuse, rules)
  }

  /// What holds at the door for a prospect.
  public func doorCheck(of prospect: Prospect, _ rules: [DoorRule]) -> DoorCheck {
    doorCheck(
      [prospect.id.text, prospect.name], portfolio.categories.name(ofProspect: prospect) ?? "", isCustomer: false,
      .business, false, rules)
  }

  /// On what terms a category is sold to although it loses money: its floor, none or not, and the least order that its own
  /// figures ask for.
  public func doorTerms(of category: String) -> DoorTerms {
    let name = CategoryName.meant(by: category, among: portfolio.categories.names) ?? category
    let order = life.judged.profitability.smallOrders.categories.first { $0.category == name }?.order.value
    return DoorTerms(leastRate: policy.floors.floor(of: name).rate ?? Rate(millionths: 0), leastOrder: order)
  }

  private func doorCheck(
    _ names: [String], _ category: String, isCustomer: Bool, _ buyer: Buyer, _ mayBeAbuse: Bool, _ rules: [DoorRule]
  ) -> DoorCheck {
    let losing = life.toxicCategories.sorted(by: precedes).first { DoorRule.isSame($0, category) }
    return DoorCheck(
      names: names, category: category.isEmpty ? nil : category, losing: losing, isCustomer: isCustomer, buyer: buyer,
      mayBeAbuse: mayBeAbuse, rules: rules, terms: doorTerms)
  }

  private func customer(named name: String) -> Int? {
    if let place = books.customers.index(of: ID(name)) { return place }
    let found = books.customers.names.indices.filter { DoorRule.isSame(books.customers.names[$0], name) }
    return found.count == 1 ? found[0] : nil
  }

  private func prospect(named name: String) -> Prospect? {
    if let known = books.prospects.first(where: { $0.id.text == name }) { return known }
    let found = books.prospects.filter { DoorRule.isSame($0.name, name) }
    return found.count == 1 ? found[0] : nil
  }
}
