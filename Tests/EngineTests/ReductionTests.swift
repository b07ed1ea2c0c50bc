import Ledger
import Testing
import Units

@testable import Engine

@Suite struct ReductionTests {
  static let fields: [Field] = [.invoice, .date, .customer, .quantity, .amount, .cost, .precedingInvoice]

  static func row(_ line: ReferenceReducer.Line) -> [String] {
    [
      line.invoice ?? "", line.day.iso, line.customer ?? "", String(line.quantity), String(line.revenue),
      line.cost.map { String($0) } ?? "", line.preceding ?? "",
    ]
  }

  /// Books with everything that happens: credit notes with and without reference, lines without number or customer.
  static func randomLines(_ seed: UInt64) throws -> [ReferenceReducer.Line] {
    var random = SplitMix64(seed: seed)
    let start = try #require(Day(iso: "2024-01-01"))
    return (0..<400).map { _ in
      let day = start.advanced(by: Int.random(in: 0..<400, using: &random))
      let isCredit = Int.random(in: 0..<5, using: &random) == 0
      let amount = Int64([1000, 2500, 2500, 12_345].randomElement(using: &random) ?? 1000) * (isCredit ? -1 : 1)
      let customer = ["A", "B", "é", "z", nil].randomElement(using: &random) ?? nil
      return ReferenceReducer.Line(
        invoice: Int.random(in: 0..<10, using: &random) == 0 ? nil : "F\(Int.random(in: 0..<150, using: &random))",
        day: day, customer: customer, revenue: amount,
        cost: Bool.random(using: &random) ? amount / 2 : nil,
        quantity: Int64.random(in: -3...9, using: &random) * 1_000_000,
        preceding: isCredit && Bool.random(using: &random) ? "F\(Int.random(in: 0..<150, using: &random))" : nil)
    }
  }

  @Test(arguments: 1...8) func `SQL reduces lines to the same months and orders as the reference`(seed: Int) throws {
    let lines = try Self.randomLines(UInt64(seed))
    let ledger = try TinyLedger()
    try ledger.add(.sales, Self.fields, lines.map(Self.row))
    let books = try ledger.books("2024-01", "2025-12")
    let reference = ReferenceReducer(lines: lines)
    #expect(books.customers.ids.map(\.text) == reference.customers)
    for (place, customer) in reference.customers.enumerated() {
      let expected = reference.cells(of: customer)
      let range = books.activity.range(of: place)
      #expect(range.map { books.activity.months[$0] } == expected.keys.sorted())
      for index in range { #expect(books.activity.cells[index] == expected[books.activity.months[index]]) }
      #expect(Array(books.orders[place]) == reference.orders(of: customer))
    }
    let nobody = reference.cells(of: nil)
    for index in books.unattributed.range(of: 0) {
      let month = books.unattributed.months[index]
      #expect(books.unattributed.cells[index].revenue == nobody[month]?.revenue)
      #expect(books.unattributed.cells[index].lines == nobody[month]?.lines)
    }
  }

  @Test func `a credit note is set against the invoice it names`() throws {
    let ledger = try TinyLedger()
    try ledger.add(
      .sales, Self.fields,
      [
        ["F1", "2025-01-10", "A", "1000000", "10000", "", ""],
        ["F2", "2025-01-20", "A", "1000000", "10000", "", ""],
        ["A1", "2025-03-01", "A", "-1000000", "-10000", "", "F1"],
      ])
    let orders = try ledger.books("2025-01", "2025-12").orders[0]
    #expect(orders.map(\.day.iso) == ["2025-01-20"])
  }

  @Test func `a credit note without reference goes to the latest invoice of its amount within thirty days`() throws {
    let ledger = try TinyLedger()
    try ledger.add(
      .sales, Self.fields,
      [
        ["F1", "2025-01-01", "A", "1000000", "10000", "", ""],
        ["F2", "2025-01-20", "A", "1000000", "10000", "", ""],
        ["A1", "2025-02-01", "A", "-1000000", "-10000", "", ""],
        ["F3", "2025-05-01", "A", "1000000", "7000", "", ""],
        ["A2", "2025-06-15", "A", "-1000000", "-7000", "", ""],
      ])
    let orders = try ledger.books("2025-01", "2025-12").orders[0]
    // The second credit note is too late for its invoice: the order of May stays.
    #expect(orders.map(\.day.iso) == ["2025-01-01", "2025-05-01"])
    var rules = Policy.Orders()
    rules.creditNoteDays = 45
    #expect(try ledger.books("2025-01", "2025-12", rules: rules).orders[0].map(\.day.iso) == ["2025-01-01"])
    rules.creditNoteDays = 11
    #expect(try ledger.books("2025-01", "2025-12", rules: rules).orders[0].count == 3)
  }

  @Test func `nothing after the month looked at is read`() throws {
    let ledger = try TinyLedger()
    try ledger.add(
      .sales, Self.fields,
      [
        ["F1", "2025-01-10", "A", "1000000", "10000", "", ""], ["F2", "2025-04-10", "A", "1000000", "500", "", ""],
        ["A1", "2025-02-03", "A", "-1000000", "-400", "", "F2"],
      ])
    let books = try ledger.books("2025-01", "2025-03")
    #expect(books.activity.months == [Month(year: 2025, month: 1), Month(year: 2025, month: 2)])
    #expect(books.history?.last == Month(year: 2025, month: 2))
    #expect(books.orders.orders.map(\.day.iso) == ["2025-01-10"])
  }

  @Test func `who only comes later is not a customer yet, and has no name yet`() throws {
    let ledger = try TinyLedger()
    try ledger.add(
      .sales, [.invoice, .date, .customer, .customerName, .amount],
      [
        ["F1", "2025-01-10", "A", "Old name", "10000"], ["F2", "2025-04-10", "A", "New name", "500"],
        ["F3", "2025-04-11", "B", "Bee", "500"],
      ])
    let early = try ledger.books("2025-01", "2025-03").customers
    #expect(early.ids.map(\.text) == ["A"] && early.names == ["Old name"])
    let late = try ledger.books("2025-01", "2025-04").customers
    #expect(late.ids.map(\.text) == ["A", "B"] && late.names == ["New name", "Bee"])
  }
}

@Suite struct RelationTests {
  let sales = ReductionTests.fields

  @Test func `a later import restates an invoice whole, and only that invoice`() throws {
    let ledger = try TinyLedger()
    try ledger.add(
      .sales, sales,
      [
        ["F1", "2025-01-10", "A", "1000000", "100", "", ""], ["F1", "2025-01-10", "A", "1000000", "200", "", ""],
        ["F2", "2025-01-11", "A", "1000000", "400", "", ""],
      ])
    try ledger.add(.sales, sales, [["F1", "2025-01-10", "A", "1000000", "50", "", ""]])
    #expect(try ledger.books("2025-01", "2025-12").activity.cells.map(\.revenue) == [Cents(450)])
  }

  @Test func `the same number in another year is another invoice`() throws {
    let ledger = try TinyLedger()
    try ledger.add(.sales, sales, [["F1", "2024-01-10", "A", "1000000", "100", "", ""]])
    try ledger.add(.sales, sales, [["F1", "2025-01-10", "A", "1000000", "50", "", ""]])
    #expect(try ledger.books("2024-01", "2025-12").activity.cells.map(\.revenue) == [Cents(100), Cents(50)])
  }

  @Test func `invoices of different sources never meet`() throws {
    let ledger = try TinyLedger()
    try ledger.add(.sales, sales, source: "shop", [["F1", "2025-01-10", "A", "1000000", "100", "", ""]])
    try ledger.add(.sales, sales, source: "web", [["F1", "2025-01-10", "A", "1000000", "50", "", ""]])
    #expect(try ledger.books("2025-01", "2025-12").activity.cells.map(\.revenue) == [Cents(150)])
  }

  @Test func `lines without date or customer are completed by their invoice header`() throws {
    let ledger = try TinyLedger()
    try ledger.add(.sales, [.invoice, .amount], [["F1", "100"], ["F2", "200"], ["F9", "7"]])
    try ledger.add(
      .invoices, [.invoice, .date, .customer], [["F1", "2025-01-10", "A"], ["F2", "2025-02-10", "B"]])
    let books = try ledger.books("2025-01", "2025-12")
    #expect(books.customers.ids.map(\.text) == ["A", "B"])
    #expect(books.activity.cells.map(\.revenue) == [Cents(100), Cents(200)])
    #expect(books.waitingLines == 1)
  }

  @Test func `lines without amount take the product's price and cost, rounded line by line`() throws {
    let ledger = try TinyLedger()
    // 3 × 0.335 = 1.005, rounded half away from zero to 1.01; the credit to −1.01.
    try ledger.add(
      .sales, [.invoice, .date, .customer, .product, .quantity],
      [
        ["F1", "2025-01-10", "A", "P", "3000000"], ["F2", "2025-01-11", "A", "P", "-3000000"],
        ["F3", "2025-01-12", "A", "unknown", "1000000"],
      ])
    try ledger.add(.products, [.product, .price, .cost, .range], [["P", "335000", "111500", "Gants"]])
    let books = try ledger.books("2025-01", "2025-12")
    #expect(books.activity.cells[0].revenue == .zero)
    #expect(books.activity.cells[0].costedLines == 2)
    #expect(books.orders.orders.map(\.revenue) == [Cents(101)] || books.orders.orders.isEmpty)
    #expect(books.waitingLines == 1)
    #expect(books.ranges.names == ["Gants"])
  }

  @Test func `the newest value of each field of a customer is kept`() throws {
    let ledger = try TinyLedger()
    try ledger.add(.customers, [.customer, .name, .region], [["A", "Old", "Ouest"], ["B", "Bee", ""]])
    try ledger.add(.customers, [.customer, .name, .category], [["A", "New", "Hotels"]])
    try ledger.add(.sales, sales, [["F1", "2025-01-10", "A", "1000000", "100", "", ""]])
    let file = try ledger.books("2025-01", "2025-12").customers
    #expect(file.names == ["New", "Bee"])
    #expect(file.details[0]?.region == "Ouest")
    #expect(file.details[0]?.category == "Hotels")
  }

  @Test func `services are told apart by how they can be costed`() throws {
    let ledger = try TinyLedger()
    try ledger.add(.sales, sales, [["F1", "2025-01-10", "A", "1000000", "100", "", ""]])
    try ledger.add(
      .people, [.salesperson, .name, .hoursPerMonth, .costPerHour], [["S1", "Anne", "151670000", "4000"]])
    try ledger.add(
      .services, [.customer, .date, .kind, .minutes, .cost, .salesperson],
      [
        ["A", "2025-01-05", "visit", "60", "", "S1"], ["A", "2025-01-06", "visit", "30", "1500", "S1"],
        ["A", "2025-01-07", "visit", "", "", "S1"], ["", "2025-01-07", "admin", "15", "", ""],
      ])
    let books = try ledger.books("2025-01", "2025-12")
    let cell = try #require(books.services[0].first)
    #expect(cell.events == 3 && cell.costedEvents == 1 && cell.timedEvents == 1 && cell.bareEvents == 1)
    #expect(cell.minutes == 60 && cell.costedMinutes == 30 && cell.ownCost == Cents(1500))
    #expect(cell.person == 0)
    #expect(books.people[0].minutesPerMonth == 9100)
    #expect(books.services.medianMinutes[.visit] == 30)
    #expect(books.unattributedServices[0].first?.kind == .admin)
  }

  @Test func `names with quotes and percent signs are only names`() throws {
    let ledger = try TinyLedger()
    try ledger.add(
      .sales, sales, source: "l'\"usine\"; drop table x",
      [["F'1", "2025-01-10", "O'Neil % _", "1000000", "100", "", ""]])
    let reader = try ledger.reader()
    #expect(try reader.knows(ID("O'Neil % _")))
    #expect(try reader.lines(LineRequest(.customer(ID("O'Neil % _")))).lines.map(\.invoice) == ["F'1"])
  }
}
