import ADBC
import Ledger
import Units

/// Reads a ledger through the engine: first which months there are, then the books of a window.
public struct LedgerReader: Sendable {
  let engine: DuckDBEngine
  private let relations: LedgerRelations
  /// The last day with a sale line in each month, months ascending.
  public let monthEnds: [(month: Month, lastDay: Day)]

  /// Opens a ledger and reduces its lines to invoices once, for all that follows.
  /// - Throws: `EngineError.refused` when a file is missing or damaged.
  public init(_ files: [LedgerFile], engine: DuckDBEngine) throws(EngineError) {
    self.engine = engine
    relations = LedgerRelations(files: files)
    for statement in relations.ofSales + relations.ofCustomers { try engine.run(.analysing, statement) }
    try InvoiceTotals.make(on: engine, knowing: relations.knowledge)
    monthEnds = try InvoiceTotals.monthEnds(on: engine)
  }

  /// Everything the analyses read about a window; nothing after its last month.
  public func books(_ window: Window) throws(EngineError) -> Books {
    let last = window.asOf
    let known = relations.knowledge
    try InvoiceTotals.number(on: engine, upTo: last)
    let customers = try FileReduction.customers(on: engine, namedByLines: known.names, upTo: last)
    let people = try FileReduction.people(on: engine)
    let orders = try OrderReduction.orders(
      on: engine, customers: customers.count, knowing: known)
    let services = try ServiceReduction.services(
      on: engine, upTo: last, customers: customers.count, people: people)
    let activity = try ActivityReduction.activity(
      on: engine, customers: customers.count, orders: orders, knowing: known)
    let months = monthEnds.map(\.month).filter { $0 <= last }
    return Books(
      window: window,
      history: months.first.flatMap { first in months.last.map { MonthSpan(first, $0) } },
      customers: customers,
      activity: activity.known, unattributed: activity.unknown,
      orders: orders,
      ranges: relations.knowsRanges
        ? try RangeReduction.ranges(on: engine, window: window, customers: customers.count)
        : RangeUse(names: [], offsets: [Int](repeating: 0, count: customers.count + 1), cells: []),
      services: services.known, unattributedServices: services.unknown, people: people,
      prospects: try FileReduction.prospects(on: engine),
      waitingLines: relations.mayWait ? try InvoiceTotals.waitingLines(on: engine) : 0,
      later: try InvoiceTotals.later(on: engine, than: last))
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
