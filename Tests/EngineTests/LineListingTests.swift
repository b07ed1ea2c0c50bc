import Ledger
import Testing
import Units

@testable import Engine

struct LineListingTests {
  private let fields: [Field] = [.invoice, .date, .customer, .quantity, .amount, .cost, .range]

  private func reader() throws -> (TinyLedger, LedgerReader) {
    let ledger = try TinyLedger()
    try ledger.add(
      .sales, fields,
      [
        ["F1", "2025-01-10", "A", "1000000", "100", "60", "Flour"],
        ["F1", "2025-01-10", "A", "1000000", "250", "", "Ovens"],
        ["F2", "2025-01-31", "A", "1000000", "-30", "-20", "Flour"],
        ["F3", "2025-02-01", "A", "1000000", "40", "10", ""],
        ["F4", "2025-01-10", "", "1000000", "7", "", ""],
        ["F5", "2025-01-11", "A", "1000000", "", "5", "Flour"],
      ])
    try ledger.add(.sales, fields, [["G1", "2025-03-01", "B", "1000000", "1", "1", "Flour"]])
    return (ledger, try ledger.reader())
  }

  /// The amounts of the lines asked for; their sums are those of the page.
  private func amounts(_ request: LineRequest, _ reader: LedgerReader) throws -> [Int64?] {
    let page = try reader.lines(request)
    #expect(page.count == page.lines.count && page.revenue == page.lines.compactMap(\.revenue).sum)
    let priced = page.lines.filter { $0.revenue != nil }
    #expect(page.waiting == page.count - priced.count)
    #expect(page.directCost == priced.compactMap(\.directCost).sum)
    #expect(page.costedRevenue == priced.filter { $0.directCost != nil }.compactMap(\.revenue).sum)
    return page.lines.map { $0.revenue?.value }
  }

  @Test func `lines are those of the customer, months, day, range, invoice and import asked for`() throws {
    let (ledger, reader) = try reader()
    // The reader reads its files when asked: they stay as long as that.
    defer { withExtendedLifetime(ledger) {} }
    let january = MonthSpan(Month(year: 2025, month: 1), Month(year: 2025, month: 1))
    let customer = LineRequest.Whose.customer(ID("A"))
    #expect(try amounts(LineRequest(.everybody), reader).count == 7)
    #expect(try amounts(LineRequest(.nobody), reader) == [7])
    #expect(try amounts(LineRequest(customer, span: january, range: .named("Flour")), reader) == [100, nil, -30])
    #expect(try amounts(LineRequest(customer, range: LineRequest.RangeChoice.none), reader) == [40])
    #expect(try amounts(LineRequest(customer, day: Day(iso: "2025-01-31")), reader) == [-30])
    #expect(try amounts(LineRequest(.everybody, invoice: "F1"), reader) == [100, 250])
    #expect(try amounts(LineRequest(.everybody, importSequence: 2), reader) == [1])
    #expect(try amounts(LineRequest(.customer(ID("nobody"))), reader).isEmpty)
  }

  @Test func `lines are sorted by any of their figures, the unknown last`() throws {
    let (ledger, reader) = try reader()
    // The reader reads its files when asked: they stay as long as that.
    defer { withExtendedLifetime(ledger) {} }
    let customer = LineRequest.Whose.customer(ID("A"))
    #expect(try amounts(LineRequest(customer, sort: .revenue), reader) == [-30, 40, 100, 250, nil])
    #expect(try amounts(LineRequest(customer, sort: .revenue, isDescending: true), reader) == [250, 100, 40, -30, nil])
    for key in LineRequest.SortKey.allCases {
      #expect(try reader.lines(LineRequest(customer, sort: key)).lines.count == 5)
    }
  }

  @Test func `a page of lines tells the sums of all of them`() throws {
    let (ledger, reader) = try reader()
    // The reader reads its files when asked: they stay as long as that.
    defer { withExtendedLifetime(ledger) {} }
    let page = try reader.lines(LineRequest(.customer(ID("A")), offset: 1, limit: 2))
    #expect(page.lines.map { $0.revenue?.value } == [250, nil])
    #expect(page.count == 5 && page.waiting == 1 && page.revenue == Cents(360))
    #expect(page.directCost == Cents(50) && page.costedRevenue == Cents(110))
  }
}
