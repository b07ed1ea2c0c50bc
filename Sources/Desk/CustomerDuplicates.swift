import Decisions
import Dispatch
import Engine
import Ledger
import Matching
import Portfolio
import Synchronization
import Units

/// The customers of some books that are probably one, with what is known of each.
public struct CustomerDuplicates: Sendable {
  /// The pairs, most money at stake first.
  public let pairs: [DuplicatePair]
  /// Everything that is known of the customers.
  public let facts: CustomerFacts
  /// What each customer brought over all of history, by place.
  public let revenues: [Cents]
  /// What people had decided.
  public let judgements: Judgements
  private let never: Set<CustomerPair>

  /// The customers of the pairs.
  public var customers: CustomerFile { facts.customers }

  /// Looks for them, on all cores.
  /// - Parameters:
  ///   - books: the customers, merged ones already one.
  ///   - judgements: what people decided; pairs that are never the same are left out.
  public init(_ facts: CustomerFacts, books: Books, judgements: Judgements) {
    self.facts = facts
    self.judgements = judgements
    let customers = books.customers
    revenues = books.revenues
    let unification = customers.unification
    never = judgements.never(among: unification)
    let records = customers.ids.indices.map { [revenues] place in CustomerRecord(facts, place, revenue: revenues[place])
    }
    pairs = Self.pairs(
      DuplicateSearch(records, never: never, documents: books.comparison?.oneCustomer ?? [:]))
  }

  /// Parts that each core takes several of, since some hold more partners than others.
  private static func pairs(_ search: DuplicateSearch) -> [DuplicatePair] {
    let parts = 64
    let found = Mutex<[DuplicateSearch.Candidate]>([])
    DispatchQueue.concurrentPerform(iterations: parts) { part in
      let range = search.count * part / parts..<search.count * (part + 1) / parts
      let candidates = search.candidates(in: range)
      found.withLock { $0 += candidates }
    }
    return search.duplicates(among: found.withLock { $0 }).pairs
  }

  /// The merges that nobody has to look at: of customers that are certainly one, the one with the biggest revenue is kept.
  public var certain: [(kept: ID<Customer>, other: ID<Customer>)] { certain(among: pairs, never: never) }

  private func certain(
    among pairs: [DuplicatePair], never: Set<CustomerPair>
  ) -> [(kept: ID<Customer>, other: ID<Customer>)] {
    let plan = MergePlan(pairs.filter(\.isCertain), never: never)
    return plan.clusters.flatMap { cluster in
      let places = cluster.compactMap { customers.index(of: $0) }
      guard
        let kept = places.max(by: { (revenues[$0], customers.ids[$1]) < (revenues[$1], customers.ids[$0]) })
      else { return [(kept: ID<Customer>, other: ID<Customer>)]() }
      return places.filter { $0 != kept }.map { (kept: customers.ids[kept], other: customers.ids[$0]) }
    }
  }
}

/// What is left to decide after some more decisions.
extension CustomerDuplicates {
  /// Whether the search may stand: nothing was taken back and no field was changed since.
  public func holds(after later: Judgements) -> Bool {
    let now = Set(later.pairs.filter(\.holds))
    return later.edits == judgements.edits && judgements.pairs.filter(\.holds).allSatisfy(now.contains)
  }

  /// The pairs that nobody has decided on, and the merges among them that are certain.
  public func open(
    after later: Judgements
  ) -> (pairs: [DuplicatePair], certain: [(kept: ID<Customer>, other: ID<Customer>)]) {
    let unification = later.unification
    let never = later.never(among: unification)
    let left = pairs.filter { pair in
      unification.kept[pair.a] == nil && unification.kept[pair.b] == nil
        && !never.contains(CustomerPair(pair.a, pair.b))
    }
    return (left, certain(among: left, never: never))
  }
}

extension Judgements {
  /// The pairs that are never the same, by the customers that are kept.
  fileprivate func never(among unification: Unification) -> Set<CustomerPair> {
    Set(never.map { CustomerPair(unification[$0.a], unification[$0.b]) })
  }
}

extension CustomerRecord {
  /// What is known of a customer, as the search takes it.
  init(_ facts: CustomerFacts, _ place: Int, revenue: Cents) {
    func value(_ field: Field) -> String? { facts[field, place]?.value }
    let number = value(.siren)
    let isSite = (number?.count { $0.isNumber } ?? 0) > 9
    self.init(
      id: facts.customers.ids[place], name: facts.customers.names[place],
      otherNames: facts.customers.otherNames[place] ?? [], siren: isSite ? nil : number, siret: isSite ? number : nil,
      vat: value(.vat), email: value(.email), phone: value(.phone), addressLines: value(.address).map { [$0] } ?? [],
      postcode: value(.postcode), city: value(.city), country: value(.country), revenue: revenue)
  }
}

extension Analysis {
  /// Where each value of the customer file comes from.
  /// - Throws: `EngineError`.
  public func facts() throws(EngineError) -> CustomerFacts {
    try reader.facts(of: books.customers, imports: records.stamps)
  }

  /// What is known of relations beyond the books: what came before customers left, and every purchase.
  /// - Throws: `EngineError`.
  public func relations() throws(EngineError) -> RelationFacts {
    try RelationFacts(reader, books: books, judgements: judgements, latest: complete.asOf)
  }

  /// Every purchase as the models of prediction count them.
  /// - Throws: `EngineError`.
  public func purchases() throws(EngineError) -> PurchaseLog { try reader.purchases(of: books) }

  /// Reads the lines of all products for an analysis of these books.
  /// - Throws: `EngineError`.
  public func readPrices(of analysis: CompanyAnalysis) throws(EngineError) {
    try analysis.portfolio.readPrices { () throws(EngineError) in try reader.productSales(of: books) }
  }

  /// The customers that are probably one.
  /// - Throws: `EngineError` or `StoreError`.
  public func duplicates(of workspace: Workspace) throws -> CustomerDuplicates {
    CustomerDuplicates(try facts(), books: books, judgements: try workspace.judgements())
  }
}

extension RelationFacts {
  /// All that relations are told from, read from a ledger.
  /// - Parameters:
  ///   - books: those that the reader gave last.
  ///   - latest: the last complete month.
  init(_ reader: LedgerReader, books: Books, judgements: Judgements, latest: Month?) throws(EngineError) {
    self = RelationFacts(losses: try reader.lossFacts(of: books), purchases: try reader.purchases(of: books))
      .with(judgements, of: books.customers, asOf: books.window.asOf, latest: latest)
  }
}

extension BookSnapshot {
  /// The customers that are probably one, looked for anew.
  public var duplicates: CustomerDuplicates {
    CustomerDuplicates(portfolio.facts, books: portfolio.books, judgements: judgements)
  }
}

extension [ImportRecord] {
  /// When and where each import came from, by sequence.
  var stamps: [Int: ImportStamp] {
    reduce(into: [:]) { stamps, record in
      stamps[record.sequence] = ImportStamp(
        id: record.id, file: record.file, source: record.source, time: record.importedAt)
    }
  }
}
