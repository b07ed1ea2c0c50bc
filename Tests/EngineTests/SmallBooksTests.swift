import Foundation
import Ledger
import Testing
import Units

@testable import Engine

@Suite struct SmallBooksTests {
  private func small() throws -> DuckDBEngine {
    try DuckDBEngine(try #require(Installed.settings, "run `make setup` first").sized(for: 1000))
  }

  /// A ledger that has a file of every kind.
  private func full() throws -> TinyLedger {
    let ledger = try TinyLedger()
    try ledger.add(.sales, ReductionTests.fields, try ReductionTests.randomLines(9).map(ReductionTests.row))
    try ledger.add(
      .sales, [.invoice, .date, .customer, .product, .quantity],
      [["G1", "2025-01-10", "A", "P", "2000000"], ["G2", "2025-01-11", "", "Q", "1000000"]])
    try ledger.add(.products, [.product, .price, .cost, .range], [["P", "335000", "111500", "Gants"]])
    try ledger.add(.customers, [.customer, .name, .region], [["A", "Ann", "Ouest"], ["N", "New", ""]])
    try ledger.add(.people, [.salesperson, .name], [["S1", "Anne"], ["S2", "Bob"]])
    try ledger.add(.prospects, [.prospect, .name], [["X", "Later"]])
    try ledger.add(
      .services, [.customer, .date, .kind, .minutes, .cost, .salesperson],
      [
        ["A", "2025-01-05", "visit", "60", "", "S1"], ["A", "2025-01-06", "call", "30", "1500", "S2"],
        ["", "2025-01-07", "admin", "15", "", ""], ["V", "2025-01-07", "visit", "20", "", "S9"],
      ])
    return ledger
  }

  @Test func `small books read on two connections say what large ones on one say`() throws {
    let ledger = try full()
    let window = Window(asOf: try #require(Month(iso: "2025-01")), months: 6)
    let large = try ledger.reader().books(window, rules: Policy.Orders())
    let small = try LedgerReader(ledger.files, engine: try small()).books(window, rules: Policy.Orders())
    #expect(small.history == large.history)
    #expect(small.customers.ids == large.customers.ids && small.customers.names == large.customers.names)
    #expect(small.activity.months == large.activity.months && small.activity.cells == large.activity.cells)
    #expect(small.unattributed.cells == large.unattributed.cells)
    #expect(small.orders.offsets == large.orders.offsets)
    #expect(small.customers.ids.indices.allSatisfy { small.orders[$0] == large.orders[$0] })
    #expect(small.ranges.names == ["Gants"] && small.ranges.cells == large.ranges.cells)
    #expect(small.services.offsets == large.services.offsets && small.services.cells == large.services.cells)
    #expect(small.services.medianMinutes == large.services.medianMinutes)
    #expect(small.unattributedServices.cells == large.unattributedServices.cells)
    #expect(small.people == large.people && small.prospects == large.prospects)
    #expect(small.waitingLines == 1 && large.waitingLines == 1)
    #expect(small.later == large.later)
    #expect(small.later.lines > 0)
  }

  @Test func `prospects and customers are read with all that their files say of them`() throws {
    let ledger = try full()
    try ledger.add(
      .prospects,
      [
        .prospect, .name, .category, .sector, .region, .size, .potential, .interest, .culture, .salesperson, .source,
      ],
      [
        ["X", "", "Inns", "55.10", "Ouest", "1-9", "1250000", "fort", "prix", "S1", "salon"],
        ["Y", "Young", "", "", "", "", "", "", "", "", ""],
      ])
    try ledger.add(.customers, [.customer, .interest, .culture], [["A", "moyen", "service"]])
    let window = Window(asOf: try #require(Month(iso: "2025-01")), months: 6)
    let books = try LedgerReader(ledger.files, engine: try small()).books(window, rules: Policy.Orders())
    #expect(
      books.prospects == [
        Prospect(
          id: ID("X"), name: "Later", category: "Inns", sector: "55.10", region: "Ouest", size: "1-9",
          potential: Cents(1_250_000), interest: "fort", culture: "prix", salesperson: ID("S1"), source: "salon"),
        Prospect(id: ID("Y"), name: "Young"),
      ])
    let details = books.customers.index(of: ID("A")).flatMap { books.customers.details[$0] }
    #expect(details?.interest == "moyen" && details?.culture == "service" && details?.region == "Ouest")
  }

  @Test func `a file gone is told whichever connection reads it`() throws {
    for kind in [SourceKind.sales, .services] {
      let ledger = try full()
      let lost = try #require(ledger.files.first { $0.kind == kind })
      try FileManager.default.removeItem(atPath: lost.path)
      #expect(throws: EngineError.self) { try LedgerReader(ledger.files, engine: try small()) }
    }
  }

  @Test func `only books of few rows are small`() throws {
    let settings = try #require(Installed.settings, "run `make setup` first")
    #expect(settings.sized(for: 60_000).isForSmallBooks)
    #expect(!settings.sized(for: 10_000_000).isForSmallBooks)
  }
}
