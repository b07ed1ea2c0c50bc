import Ledger
import Portfolio
import Testing
import Units

@testable import Pages

struct RowLinksTests {
  private let analysis = EdgeBooks.trading.analysis

  private func links(_ name: ReportName) -> [String?] {
    let grid = analysis.report(name).webGrid
    let links = RowLinks(grid.columns, context: pageContext(.en))
    return grid.rows.map { links.link(of: $0)?.href }
  }

  @Test func `a customer's row leads to the customer, a category's to its customers`() {
    #expect(links(.profitability).first == "/customers/B1")
    #expect(links(.categories) == ["/customers?is.category=Bakeries", "/customers?is.category=Hotels", nil])
  }

  @Test func `months lead to their lines and imports to the import`() {
    #expect(
      links(.reconciliation) == [
        "/lines?from=2025-01&to=2025-12", "/lines?from=2023-01&to=2025-12", "/imports/0001",
      ])
  }

  @Test func `a category beside a name leads to its customers`() {
    let links = RowLinks(analysis.report(.ranking).grid.columns, context: pageContext(.en))
    #expect(links.link(of: .text("a/b"), under: .category)?.href == "/customers?is.category=a%2Fb")
    #expect(links.link(of: .text("B1"), under: .name) == nil && links.link(of: .unknown, under: .category) == nil)
  }

  @Test func `the table shows these links and not the columns they come from`() {
    let document = analysis.report(.reconciliation)
    let table = ReportTableModel(
      document.webGrid, id: "rows", caption: "", request: TableRequest(), places: Array(document.webGrid.rows.indices),
      facets: [], page: Link(.report(.reconciliation)), exports: [], context: pageContext(.en)
    ).model
    #expect(table.columns.count == 5)
    guard case .link(let link, let parts)? = table.rows[2].first?.first else {
      Issue.record("the import's name is a link")
      return
    }
    #expect(link.address == .importDetail("0001") && parts.plain == "sales & more.csv")
  }
}
