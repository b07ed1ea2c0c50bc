import Ledger
import Portfolio
import Testing
import Units

@testable import Pages

struct LinesPageTests {
  private let books = tradingBooks()
  private var context: PageContext { pageContext(.en, window: books.window) }

  private func line(_ customer: String?, _ revenue: Int64?, cost: Int64? = nil, source: Int = 1) -> SaleLine {
    SaleLine(
      importSequence: source, customer: customer.map { ID($0) }, day: "2025-03-10", invoice: "F<1>", product: "P1",
      productName: "Flour \"55\"", range: "Flour", quantity: 2_500_000, revenue: revenue.map { Cents($0) },
      directCost: cost.map { Cents($0) }, salesperson: ID("Anne"))
  }

  private func page(
    _ filter: LineFilter, _ lines: [SaleLine], count: Int? = nil, waiting: Int = 0, number: Int = 1,
    sort: String? = nil
  ) -> LinesPage {
    LinesPage(
      LinePage(
        lines: lines, count: count ?? lines.count, waiting: waiting, revenue: lines.compactMap(\.revenue).sum,
        directCost: lines.compactMap(\.directCost).sum,
        costedRevenue: lines.filter { $0.directCost != nil }.compactMap(\.revenue).sum),
      filter: filter, request: TableRequest(sort: sort, page: number), books: books,
      sources: [1: .init(id: "7", file: "sales.csv")], context: context)
  }

  @Test func `an address names the lines it asks for, and a wrong one is said`() throws {
    let history = MonthSpan("2023-01", "2025-12")
    func filter(_ query: String) throws -> LineFilter { try LineFilter(items: formItems(query), history: history) }
    #expect(try filter("").whose == .everybody)
    #expect(try filter("unattributed=1").whose == .nobody)
    let all = "customer=B1&from=2025-01&to=2025-12&range=Flour&invoice=F1&import=7"
    #expect(try filter(all).items.map { $0.name + "=" + $0.value }.joined(separator: "&") == all)
    #expect(try filter("from=2025-03").span == MonthSpan("2025-03", "2025-12"))
    #expect(try filter("to=2025-03").span == MonthSpan("2023-01", "2025-03"))
    #expect(try filter("norange=1").range == LineRequest.RangeChoice.none)
    for wrong in ["from=x", "to=2025-13", "day=2025-02-30", "from=2025-03&to=2025-01"] {
      #expect(throws: LineFilter.Fault.self) { try filter(wrong) }
    }
  }

  @Test func `the title says whose lines, how many, and their sum to the cent`() {
    let filter = LineFilter(whose: .customer(ID("N1")), span: MonthSpan("2025-03", "2025-03"), range: .named("Flour"))
    let page = page(filter, [line("N1", 12_345, cost: 10_000), line("N1", -45, cost: -5)])
    #expect(page.title.plain == "New, range “Flour”, March\u{A0}2025: 2\u{A0}invoice lines, 123.00\u{A0}€")
    #expect(page.figures.map(\.value.plain) == ["123.00\u{A0}€", "99.95\u{A0}€", "23.05\u{A0}€", "2"])
    #expect(page.back.plain == "← New")
    #expect(self.page(LineFilter(whose: .nobody), []).title.plain == "Without a customer: no invoice line")
    #expect(
      self.page(LineFilter(whose: .everybody, importID: "7"), [line(nil, 1)]).title.plain
        == "import 7 (sales.csv): 1\u{A0}invoice line, 0.01\u{A0}€")
  }

  @Test func `each line leads to its invoice, its customer and its file`() {
    let row = page(LineFilter(whose: .everybody), [line("B1", 1_000, cost: 600)]).table.rows[0]
    #expect(
      row[1] == [
        .link(
          Link(.lines, [.init("invoice", "F<1>"), .init("from", "2025-01"), .init("to", "2025-12")]), [.name("F<1>")])
      ])
    #expect(row[2].plain == analysisName("B1"))
    #expect(row.map(\.plain)[5...8] == ["2.5", "10.00", "6.00", "4.00"])
    #expect(row.last == [.link(Link(.importDetail("7")), [.name("sales.csv")])])
  }

  private func analysisName(_ id: String) -> String {
    books.customers.index(of: ID(id)).map { books.customers.names[$0] } ?? "nobody"
  }

  @Test func `a margin is told only where the cost of all lines is known, and waiting lines are in no sum`() {
    let page = page(
      LineFilter(whose: .everybody), [line("B1", 1_000, cost: 600), line("B1", 500), line(nil, nil)], waiting: 1)
    #expect(page.figures[2].value.plain == "–")
    #expect(page.notes.map(\.plain) == ["1\u{A0}line waits for a price: in no sum."])
  }

  @Test func `many lines come a hundred at a time`() {
    let lines = (0..<100).map { _ in line("B1", 1) }
    let filter = LineFilter(whose: .customer(ID("B1")))
    let paging = page(filter, lines, count: 250, number: 2).table.paging
    #expect(paging?.words == "101 to 200 of 250")
    #expect(paging?.previous?.href == "/lines?customer=B1")
    #expect(paging?.next?.href == "/lines?customer=B1&page=3")
    #expect(page(filter, lines).table.paging == nil)
  }

  @Test func `lines are sorted by what the ledger can sort, and stay so on the next page`() {
    let lines = (0..<100).map { _ in line("B1", 1) }
    let table = page(LineFilter(whose: .customer(ID("B1"))), lines, count: 250, sort: "revenueCents").table
    let sorts = table.columns.compactMap(\.sort)
    #expect(sorts.count == LineRequest.SortKey.allCases.count)
    #expect(sorts.map(\.state).filter { $0 == .ascending }.count == 1)
    #expect(sorts.map(\.link.href).contains("/lines?customer=B1&sort=-revenueCents"))
    #expect(table.paging?.next?.href == "/lines?customer=B1&sort=revenueCents&page=2")
  }

  @Test func `lines as a file guard what a spreadsheet would take for a formula`() {
    let bytes = ReportCSV.bytes(
      ReportGrid.lines([line("B1", 1_000)], books: books, file: [1: "=x.csv"]), in: Voice(.en))
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.hasPrefix("date,invoice,customer,name,product,productName,range,quantity,revenueCents"))
    #expect(text.contains(#"2025-03-10,F<1>,B1,'=cmd|' /C calc'!A0,P1,"Flour ""55""",Flour,2.5,1000,,Anne,'=x.csv"#))
  }
}
