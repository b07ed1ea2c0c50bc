import Engine
import Ledger
import Testing
import Units

/// Customers that are one, on a ledger of two sources.
@Suite struct UnifiedReadingTests {
  private let ledger: TinyLedger

  init() throws {
    ledger = try TinyLedger()
    try ledger.add(
      .sales, [.invoice, .date, .customer, .customerName, .amount, .cost],
      [
        ["1", "2025-01-05", "A", "Dupont", "10000", "6000"], ["2", "2025-01-20", "B", "DUPONT SARL", "5000", "2000"],
        ["3", "2025-02-03", "B", "DUPONT SARL", "2501", "1000"], ["4", "2025-02-03", "C", "Martin", "700", "100"],
        ["5", "2025-02-10", "", "", "90", ""],
      ])
    try ledger.add(
      .customers, [.customer, .name, .category, .sector, .group, .potential], source: "crm",
      [["A", "Dupont", "bars", "", "Holding", "500"], ["C", "Martin", "", "food", "A", "250"]])
    try ledger.add(
      .customers, [.customer, .name, .category, .sector], source: "sheet",
      [["A", "", "hotels", ""], ["B", "Dupont SARL", "cafés", "drinks"]])
    try ledger.add(
      .services, [.date, .customer, .kind, .minutes],
      [["2025-01-07", "A", "visit", "30"], ["2025-02-07", "B", "visit", "45"], ["2025-02-08", "C", "call", "5"]])
  }

  private func books(
    _ merges: [(String, String)], edits: [(String, Field, String?)] = [], trusted: [String] = [],
    per scope: CustomerScope = .company
  ) throws -> Books {
    let made = Authorship("Anne", at: 0)
    let pairs = merges.enumerated().map {
      PairDecision(number: $0 + 1, .merge, kept: ID($1.0), other: ID($1.1), made: made)
    }
    let edits = edits.enumerated().map {
      FieldEdit(number: $0 + 1, customer: ID($1.0), field: $1.1, value: $1.2, made: made)
    }
    let reading = CustomerReading(Judgements(pairs: pairs, edits: edits), trusted: trusted, scope: scope)
    return try LedgerReader(ledger.files, engine: ledger.engine, reading: reading)
      .books(Window(asOf: Month(year: 2025, month: 2), months: 2), rules: Policy.Orders())
  }

  private func revenue(_ books: Books, _ id: String) -> Int64? {
    books.customers.index(of: ID(id)).map { books.activity.total(of: $0, in: books.window.current).revenue.value }
  }

  @Test func `merged customers are one, and no cent is lost`() throws {
    let (apart, one) = (try books([]), try books([("A", "B")]))
    #expect(one.customers.ids.map(\.text) == ["A", "C"] && apart.customers.ids.map(\.text) == ["A", "B", "C"])
    #expect(revenue(one, "A") == 17_501 && revenue(one, "B") == 17_501 && revenue(one, "C") == 700)
    #expect(one.activity.cells.map(\.revenue).sum == apart.activity.cells.map(\.revenue).sum)
    #expect(one.activity.cells.map(\.directCost).sum == apart.activity.cells.map(\.directCost).sum)
    #expect(one.unattributed.cells.map(\.revenue).sum == apart.unattributed.cells.map(\.revenue).sum)
    #expect(one.services.cells.map(\.minutes).reduce(0, +) == 80)
    #expect(one.orders[0].count == 3)
  }

  @Test func `a merged customer keeps its names, and the newest word on each field counts`() throws {
    let file = try books([("A", "B")]).customers
    #expect(file.names[0] == "Dupont SARL" && file.merged[0] == [ID("B")])
    #expect(file.otherNames[0] == ["DUPONT SARL", "Dupont"])
    let details = try #require(file.details[0])
    #expect(details.category == "cafés" && details.sector == "drinks" && details.group == "Holding")
  }

  @Test func `a trusted source counts before a newer one, a person before all`() throws {
    let trusted = try books([("A", "B")], trusted: ["crm"]).customers
    #expect(trusted.names[0] == "Dupont" && trusted.details[0]?.category == "bars")
    #expect(trusted.details[0]?.sector == "drinks")
    let edited = try books(
      [("A", "B")], edits: [("B", .category, "inns"), ("A", .sector, ""), ("C", .name, "Martin & Cie")],
      trusted: ["crm"]
    ).customers
    #expect(edited.details[0]?.category == "inns" && edited.details[0]?.sector == nil)
    #expect(edited.names[1] == "Martin & Cie")
  }

  @Test func `nobody's lines stay nobody's and lines follow the customer that is kept`() throws {
    let made = Authorship("Anne", at: 0)
    let merge = PairDecision(number: 1, .merge, kept: ID("A"), other: ID("B"), made: made)
    let reader = try LedgerReader(
      ledger.files, engine: ledger.engine, reading: CustomerReading(Judgements(pairs: [merge])))
    #expect(try reader.lines(LineRequest(.customer(ID("B")))).count == 3)
    #expect(try reader.lines(LineRequest(.nobody)).count == 1 && reader.knows(ID("B")))
  }

  @Test func `per group, members are one customer under the group's name, and a customer may be the parent`() throws {
    let apart = try books([])
    let alone = try books([], per: .group)
    // A is of Holding, and C names A as its parent.
    #expect(alone.customers.ids.map(\.text) == ["B", "Holding"] && revenue(alone, "Holding") == 10_700)
    #expect(alone.customers.index(of: ID("C")) == 1)
    #expect(alone.activity.cells.map(\.revenue).sum == apart.activity.cells.map(\.revenue).sum)
    let grouped = try books([], edits: [("A", .group, ""), ("B", .group, "A")], per: .group)
    #expect(grouped.customers.ids.map(\.text) == ["A"] && grouped.customers.names == ["Dupont"])
    let circle = try books([], edits: [("A", .group, "C")], per: .group)
    #expect(circle.customers.ids.map(\.text) == ["A", "B"] && revenue(circle, "A") == 10_700)
    #expect(revenue(grouped, "A") == 18_201 && grouped.customers.details[0]?.potential == Cents(750))
  }
}
