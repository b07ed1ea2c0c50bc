import ADBC
import Ledger
import Units

/// Reads a ledger through the engine: first which months there are, then the books of a window.
public struct LedgerReader: Sendable {
  let engine: DuckDBEngine
  let relations: LedgerRelations
  private let groups: GroupedCustomers?
  private let purchases: [Month: Cents]
  /// The last day with a sale line in each month, months ascending.
  public let monthEnds: [(month: Month, lastDay: Day)]

  /// Opens a ledger and reduces its lines to invoices once, for all that follows.
  /// - Parameters:
  ///   - covered: the days that accounts among the files cover.
  ///   - purchases: what these say was bought, month by month.
  ///   - reading: how the customer file is read.
  /// - Throws: `EngineError.refused` when a file is missing or damaged.
  public init(
    _ files: [LedgerFile], covered: [ClosedRange<Day>] = [], purchases: [Month: Cents] = [:], engine: DuckDBEngine,
    reading: CustomerReading = .plain
  ) throws(EngineError) {
    self.engine = engine
    self.purchases = purchases
    let (relations, groups) = try Self.relations(files, covered, engine, reading)
    self.relations = relations
    self.groups = groups
    (monthEnds, _) = try engine.both(
      { engine throws(EngineError) in
        for statement in relations.ofSales(keeping: engine.isForSmallBooks) { try engine.run(.analysing, statement) }
        try InvoiceTotals.make(on: engine, knowing: relations.knowledge)
        return try InvoiceTotals.monthEnds(on: engine)
      },
      { engine throws(EngineError) in
        for statement in relations.ofCustomers { try engine.run(.analysing, statement) }
      })
  }

  /// The relations, once it is known who is one with whom.
  private static func relations(
    _ files: [LedgerFile], _ covered: [ClosedRange<Day>], _ engine: DuckDBEngine, _ reading: CustomerReading
  ) throws(EngineError) -> (LedgerRelations, GroupedCustomers?) {
    var relations = LedgerRelations(files: files, covered: covered, reading: reading)
    try UnifiedCustomers.make(reading.unification, on: engine)
    guard reading.scope == .group else { return (relations, nil) }
    try engine.run(.analysing, relations.customers)
    let groups = try GroupedCustomers(on: engine, reading)
    relations.reading = reading.grouped(groups.groups)
    try UnifiedCustomers.make(relations.reading.unification, on: engine)
    return (relations, groups)
  }

  /// Everything the analyses read about a window; nothing after its last month.
  /// - Parameter rules: how orders are made.
  public func books(_ window: Window, rules: Policy.Orders) throws(EngineError) -> Books {
    let last = window.asOf
    let count = try InvoiceTotals.number(on: engine, upTo: last)
    let accounts = relations.hasBooks
    let (bought, given) = try engine.both(
      { engine throws(EngineError) in
        try reduceSales(on: engine, window: window, customers: count, rules: rules)
      },
      { engine throws(EngineError) in try reduceServices(on: engine, upTo: last, customers: count) })
    let months = monthEnds.map(\.month).filter { $0 <= last }
    return Books(
      window: window,
      history: months.first.flatMap { first in months.last.map { MonthSpan(first, $0) } },
      customers: bought.customers, activity: bought.activity, unattributed: bought.unattributed, orders: bought.orders,
      ranges: bought.ranges?.use ?? RangeUse(names: [], offsets: [Int](repeating: 0, count: count + 1), cells: []),
      services: given.services, unattributedServices: given.unattributedServices,
      people: given.people, prospects: given.prospects, waitingLines: bought.waitingLines, later: bought.later,
      orderRules: rules, lateCredits: bought.lateCredits, rangeMonths: bought.ranges?.months,
      strays: accounts ? try BooksReduction.strays(on: engine, upTo: last) : [],
      payments: relations.knowsPayments
        ? try BooksReduction.payments(on: engine, upTo: last, customers: count) : .none,
      comparison: relations.matchesBooks ? try BooksReduction.comparison(on: engine) : nil, purchases: purchases,
      secured: try secured(on: last.lastDay))
  }

  /// What customers bought, and who they are.
  private func reduceSales(
    on engine: DuckDBEngine, window: Window, customers: Int, rules: Policy.Orders
  ) throws(EngineError) -> Bought {
    let (last, known) = (window.asOf, relations.knowledge)
    let file = try customerFile(on: engine, upTo: last)
    let orders = try OrderReduction.orders(on: engine, customers: customers, knowing: known, rules: rules)
    let activity = try ActivityReduction.activity(on: engine, customers: customers, orders: orders, knowing: known)
    return Bought(
      customers: file, activity: activity.known, unattributed: activity.unknown, orders: orders,
      lateCredits: try OrderReduction.lateCredits(on: engine),
      ranges: relations.knowsRanges
        ? try RangeReduction(on: engine, window: window, customers: customers) : nil,
      waitingLines: relations.mayWait ? try InvoiceTotals.waitingLines(on: engine) : 0,
      later: try InvoiceTotals.later(on: engine, than: last))
  }

  /// Who the customers are, as sources and people say.
  private func customerFile(on engine: DuckDBEngine, upTo last: Month) throws(EngineError) -> CustomerFile {
    let file = try FileReduction.customers(
      on: engine, namedByLines: relations.knowledge.names, unification: relations.reading.unification,
      allNames: relations.namesOfUnified, upTo: last
    ).edited(relations.reading.edits)
    return groups?.named(file) ?? file
  }

  /// What customers were given, by whom, and what the other files tell.
  private func reduceServices(
    on engine: DuckDBEngine, upTo last: Month, customers: Int
  ) throws(EngineError) -> Given {
    let people = try FileReduction.people(on: engine)
    let services = try ServiceReduction.services(on: engine, upTo: last, customers: customers, people: people)
    return Given(
      services: services.known, unattributedServices: services.unknown, people: people,
      prospects: try FileReduction.prospects(on: engine))
  }

  private struct Bought {
    let customers: CustomerFile
    let activity: Activity
    let unattributed: Activity
    let orders: OrderLog
    let lateCredits: LateCredits
    let ranges: RangeReduction?
    let waitingLines: Int
    let later: Books.Later
  }

  private struct Given {
    let services: ServiceActivity
    let unattributedServices: ServiceActivity
    let people: [Person]
    let prospects: [Prospect]
  }

  /// What each sales import brought, of its lines still in force, by sequence.
  public func importTotals() throws(EngineError) -> [ImportTotal] {
    try engine.rows(
      .analysing,
      """
      select import_order, cast(sum(revenue) as bigint),
        cast(coalesce(sum(case when "customer" is null then revenue end), 0) as bigint), cast(count(*) as bigint)
      from sale where revenue is not null and "date" is not null
      group by import_order order by import_order
      """
    ).compactMap { row in
      guard let sequence = row[0].whole, let revenue = row[1].whole, let unattributed = row[2].whole,
        let lines = row[3].whole
      else { return nil }
      return ImportTotal(
        sequence: Int(sequence), revenue: Cents(revenue), unattributed: Cents(unattributed), lines: Int(lines))
    }
  }
}

/// What one import's lines in force come to.
public struct ImportTotal: Hashable, Sendable {
  /// The import's sequence.
  public let sequence: Int
  /// Revenue of all its lines.
  public let revenue: Cents
  /// Revenue of its lines without a customer.
  public let unattributed: Cents
  /// Its lines.
  public let lines: Int
}
