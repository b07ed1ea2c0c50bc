import Decisions
import Ledger
import Portfolio
import Testing
import Units

@testable import Pages

struct CustomerPagesTests {
  private let analysis = CompanyAnalysis(books: tradingBooks(), policy: tradingPolicy())

  private func context(_ language: Language = .en) -> PageContext {
    pageContext(language, window: analysis.books.window)
  }

  private func page(_ id: String, _ language: Language = .en) -> CustomerSheetPage {
    guard let place = analysis.books.customers.index(of: ID(id)) else { preconditionFailure("no customer \(id)") }
    return CustomerSheetPage(of: place, in: analysis, context: context(language))
  }

  private func html(_ page: CustomerSheetPage) -> String {
    String(decoding: page.frame(context()).bytes, as: UTF8.self)
  }

  @Test func `a sheet's title says the weight, the margin and where it goes`() {
    #expect(page("H1").title.plain.hasSuffix(": 4.4% of the revenue, margin of 50%, falling by 83%"))
    #expect(page("N1").title.plain == "New: 3.5% of the revenue, margin of 41%, a customer since February\u{A0}2025")
    #expect(page("Z1").title.plain == "Empty has never ordered")
    #expect(page("O1").title.plain == "Once has bought nothing since February\u{A0}2023")
    #expect(page("U1").title.plain.contains("margin not known"))
    #expect(page("O1", .fr).title.plain == "Once n’a rien acheté depuis février\u{A0}2023")
  }

  @Test func `figures are those of the sheet, and lead to the lines behind them`() {
    let figures = page("B1").figures
    #expect(figures[0].value.plain == "12,000\u{A0}€")
    #expect(figures[0].link?.href == "/lines?customer=B1&from=2025-01&to=2025-12")
    #expect(figures[3].value.plain == "12" && figures[3].link?.href == "/customers/B1#lastOrders")
  }

  @Test func `every month, year and range of a sheet leads to its lines`() throws {
    let panels = page("H1").panels
    func chart(_ id: String) throws -> ChartModel {
      let panel = try #require(panels.first { $0.id == id })
      return try #require(panel.parts.compactMap { if case .chart(let chart) = $0 { chart } else { nil } }.first)
    }
    let months = try chart("months")
    #expect(months.series[0].points.count == 36 && months.table.rows.count == 36)
    #expect(months.series[0].points[12].link?.href == "/lines?customer=H1&from=2024-01&to=2024-01")
    #expect(months.series[0].points[12].y == 400)
    #expect(try chart("years").series[0].points.map(\.y) == [0, 4_800, 800])
    #expect(
      try chart("ranges").series.map { $0.points[0].link?.href } == [
        "/lines?customer=H1&from=2025-01&to=2025-12&range=Ovens",
        "/lines?customer=H1&from=2024-01&to=2024-12&range=Ovens",
      ])
    let fall = try chart("waterfall")
    #expect(fall.series[0].points.map(\.y) == [800, -400, 400, 400])
  }

  @Test func `names out of the data stay text on every page`() {
    let names = ["B1", "B2", "H1"].map { html(page($0)) }
    for text in names {
      #expect(text.contains("</html>"))
      #expect(!text.contains("<script>alert") && !text.contains("\u{1B}"))
    }
    let list = CustomerList(analysis)
    let customers = CustomersPage(
      list, window: analysis.books.window, request: TableRequest(), places: Array(list.order.indices),
      facets: list.facets(analysis, in: context().voice), context: context())
    #expect(!String(decoding: customers.frame(context()).bytes, as: UTF8.self).contains("<script>alert"))
    let found = FindResults("script", list: list, analysis: analysis, context: context())
    #expect(found.matches.map(\.name.plain) == ["<script>alert(1)</script>"])
    #expect(!String(decoding: found.fragment, as: UTF8.self).contains("<script>"))
  }

  @Test func `a name of ten thousand letters and right-to-left marks leaves the page whole`() {
    let books = TinyBooks(asOf: "2025-12") {
      customer("é/ù?&#\"", name: String(repeating: "\u{202E}<b>x", count: 2_500)) {
        monthly("2024-01", "2025-12", 10, cost: 5)
      }
    }.books
    let context = pageContext(.en, window: books.window)
    let analysis = CompanyAnalysis(books: books, policy: Policy())
    let text = String(
      decoding: CustomerSheetPage(of: 0, in: analysis, context: context).frame(context).bytes, as: UTF8.self)
    #expect(text.hasSuffix("</html>\n") && !text.contains("<b>x"))
    #expect(text.contains("/lines?customer=%C3%A9%2F%C3%B9%3F%26%23%22&amp;from="))
  }

  @Test func `all customers stand in the list, buyers first, and can be looked at by kind`() {
    let list = CustomerList(analysis)
    let all = list.order.map { analysis.books.customers.ids[$0].text }
    #expect(all == ["B1", "U1", "B2", "H1", "N1", "O1", "Z1"])
    let voice = Voice(.en)
    func ids(_ request: TableRequest) -> [String] {
      list.places(for: request, in: voice).map { analysis.books.customers.ids[list.order[$0]].text }
    }
    #expect(ids(TableRequest(only: ["category": "Hotels"])) == ["H1", "N1"])
    #expect(ids(TableRequest(sort: "revenueCents")) == ["O1", "Z1", "N1", "H1", "B2", "U1", "B1"])
    #expect(ids(TableRequest(text: "hotel")) == ["H1"])
    #expect(ids(TableRequest(text: "n", only: ["category": "Hotels"])) == ["N1"])
  }

  @Test func `the title of the list counts those who buy and those who never did`() {
    let list = CustomerList(analysis)
    let page = CustomersPage(
      list, window: analysis.books.window, request: TableRequest(), places: Array(list.order.indices), facets: [],
      context: context())
    #expect(page.title.plain == "5 of your 7\u{A0}customers bought in the period")
    #expect(page.how.plain.hasSuffix("1\u{A0}has never ordered."))
    #expect(page.table.rows.count == 7)
  }

  @Test func `an unknown identifier names those that come near`() {
    let list = CustomerList(analysis)
    #expect(
      UnknownCustomer("B12", list: list, books: analysis.books).near.map(\.id) == [ID("B1")])
    #expect(UnknownCustomer("Nex", list: list, books: analysis.books).near.map(\.name) == ["New"])
    #expect(UnknownCustomer("??", list: list, books: analysis.books).near.isEmpty)
    let words = UnknownCustomer("\u{1B}[2J\u{202E}", list: list, books: analysis.books).sentence(in: .fr)
    #expect(!words.unicodeScalars.contains("\u{1B}") && !words.unicodeScalars.contains("\u{202E}"))
  }

  @Test func `the sheet for a terminal is aligned, whole and harmless`() {
    for id in ["B1", "B2", "H1", "N1", "O1", "U1", "Z1"] {
      let sheet = SheetDocument(of: analysis.books.customers.index(of: ID(id))!, in: analysis)
      for language in Language.allCases {
        let text = sheet.text(in: Voice(language), style: TextTable.Style(width: 100, rows: nil))
        #expect(text.split(separator: "\n").allSatisfy { displayWidth($0) <= 100 }, "\(id)")
        #expect(
          !text.unicodeScalars.contains { $0 != "\n" && ($0.value < 0x20 || (0x7F...0x9F).contains($0.value)) })
      }
    }
  }

  @Test func `the sheet as JSON keeps the contract's names, cents and nulls`() {
    let json = String(
      decoding: SheetDocument(of: 5, in: analysis).json(in: Voice(.en), form: .compact), as: UTF8.self)
    #expect(json.hasPrefix(#"{"customer":"U1","name":"Uncosted","title":"Uncosted: "#))
    for part in [
      #""asOf":"2025-12""#, #""revenueCents":360000"#, #""operatingMarginCents":null"#, #""daysToPay":null"#,
      #""waterfall":[]"#, #""window":{"from":"2025-01","to":"2025-12"}"#, #""month":"2025-01","revenueCents":30000"#,
    ] { #expect(json.contains(part), "\(part)") }
  }
}
