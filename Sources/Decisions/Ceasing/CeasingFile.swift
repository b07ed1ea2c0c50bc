import Ledger
import Portfolio
import Units

/// The file of a relation that may be ended: how long it lasts, what it weighs on both sides, what binds yet, and the notice
/// that follows from it.
///
/// What a person wrote takes the place of what files tell. Source: docs/methods/notice.md.
public struct CeasingFile: Hashable, Sendable {
  /// Where a part of the file comes from.
  public enum Origin: Hashable, Sendable {
    /// Invoices and imported files.
    case files
    /// A person.
    case person
  }

  /// How far the last offer is, which comes before the end.
  public enum LastOffer: Hashable, Sendable {
    /// None was made.
    case none
    /// One waits for its answer.
    case waits(PriceOffer)
    /// It was refused.
    case refused(PriceOffer)
    /// Something was agreed on, which speaks for going on.
    case agreed(PriceOffer)
  }

  /// The customer.
  public let id: ID<Customer>
  /// Its name.
  public let name: String
  /// How long it has been a customer, as files tell; nothing for one that never ordered.
  public let tenure: Tenure?
  /// Its revenue over the months looked at.
  public let revenue: Cents
  /// Its part of all of the company's revenue.
  public let weight: Share?
  /// The part of its own purchases that it makes here.
  public let dependence: Share?
  /// Who tells the dependence.
  public let dependenceOrigin: Origin
  /// What binds the company yet.
  public let commitments: Commitments
  /// What to do with it, and the figures that say so.
  public let verdict: Verdicts.Row
  /// Whether what it brings was won elsewhere, so that its prices may be raised firmly.
  public let isSecured: Bool
  /// The last offer.
  public let lastOffer: LastOffer
  /// The relation as notice is proposed on it.
  public let relation: EndingRelation
  /// The notice.
  public let notice: Notice
  /// The last day of the relation: what a person wrote, else what is proposed; nothing while that has to be asked for.
  public let end: Day?
  /// Whether the last day that a person wrote comes before the one that is proposed.
  public let isShort: Bool

  /// Brings together what is known of a relation.
  /// - Parameters:
  ///   - customer: a place in the customer file.
  ///   - facts: what people wrote; empty without a case.
  ///   - offers: those to the customer, the newest first.
  ///   - start: the day on which the notice is received, or would be.
  public init(
    of customer: Int, in analysis: CompanyAnalysis, facts: CeasingFacts, offers: [PriceOffer],
    commitments: Commitments, startingOn start: Day
  ) {
    let (books, policy) = (analysis.books, analysis.policy)
    let row = analysis.life.verdicts.rows[customer]
    id = books.customers.ids[customer]
    name = books.customers.names[customer]
    tenure = Tenure(of: customer, in: books)
    revenue = row.facts.current.revenue
    weight = Share(revenue, of: analysis.profitability.revenue)
    verdict = row
    isSecured = analysis.life.secured.contains(customer)
    self.commitments = commitments
    lastOffer = LastOffer(offers)
    let details = books.customers.details[customer]
    let said = facts.number(.dependence).flatMap { Share(Int64($0), of: 1_000_000) }
    dependenceOrigin = said == nil ? .files : .person
    let potential = details?.potential
    let told = potential.flatMap { [revenue] in Self.dependence(revenue: revenue, potential: $0, books: books) }
    dependence = said ?? told
    var relation = EndingRelation(tenure: tenure, since: details?.since)
    relation.add(facts)
    relation.add(commitments, on: start)
    relation.dependence = dependence
    self.relation = relation
    let notice = Notice(for: relation, startingOn: start, policy: policy)
    self.notice = notice
    end = facts.day(.endDay) ?? notice.end
    isShort = facts.day(.endDay).map { $0 < notice.earliestEnd } ?? false
  }

  /// Revenue of a year ÷ what it could buy in one, at most all.
  private static func dependence(revenue: Cents, potential: Cents, books: Books) -> Share? {
    let year = revenue.times(12, over: Int64(books.window.current.count))
    guard potential > .zero, year >= .zero else { return nil }
    return Share(min(year, potential), of: potential)
  }
}

extension CeasingFile.LastOffer {
  /// The newest last offer, unless something newer was agreed on.
  /// - Parameter offers: the newest first.
  init(_ offers: [PriceOffer]) {
    guard let last = offers.first(where: { $0.terms.kind == .lastOffer }) else {
      self = .none
      return
    }
    switch last.terms.outcome {
    case .asked: self = .waits(last)
    case .accepted, .partly: self = .agreed(last)
    case .refused:
      let answered = offers.first { $0.terms.outcome != .asked }
      self = answered.flatMap { $0.granted == nil ? nil : .agreed($0) } ?? .refused(last)
    }
  }
}

extension EndingRelation {
  /// What a person wrote.
  mutating func add(_ facts: CeasingFacts) {
    buyer = facts[.buyer].flatMap(Buyer.init(rawValue:)) ?? .business
    if let day = facts.day(.since) {
      // Within the month of the first invoice the person knows better; later than that, the invoices do.
      if let known = since, known.month < day.month {
        saidLater = day
      } else {
        since = day
        isLeftCensored = false
      }
    }
    fixedTerm = facts.day(.fixedTerm)
    tendersWon = facts.number(.tendersWon) ?? 0
    usualMonths = facts.number(.usualMonths)
    excuse = facts[.excuse].flatMap(Excuse.init(rawValue:))
  }

  /// What contracts tell, where a person wrote nothing.
  mutating func add(_ commitments: Commitments, on day: Day) {
    let contracts = commitments.contracts ?? []
    let running = contracts.filter { $0.runs(on: day) }
    fixedTerm = fixedTerm ?? running.compactMap(\.renewal).max()
    usualMonths = usualMonths ?? running.compactMap(\.noticeMonths).max()
    if tendersWon == 0 { tendersWon = contracts.count { $0.isTender && ($0.start ?? day) <= day } }
  }
}
