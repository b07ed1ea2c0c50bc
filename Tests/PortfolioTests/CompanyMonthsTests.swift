import Ledger
import Portfolio
import Testing
import Units

struct CompanyMonthsTests {
  /// The worked example of docs/methods/company-months.md.
  private let example = CompanyMonths(
    books: TinyBooks(asOf: "2025-12") {
      customer("Adam") { sale("2025-12-03", 300) }
      customer("Dupont") { monthly("2024-01", "2025-12", 100, cost: 60) }
      unattributed { sale("2025-12-05", 30) }
    }.books, policy: Policy())

  @Test func `the last month is that of the worked example`() throws {
    let month = try #require(example.lastMonth)
    #expect(month.revenue == .euros(430) && month.operatingMargin == .euros(40) && month.activeCustomers == 2)
    #expect(month.averageOrder == .euros(200))
    #expect(example.sameMonthYearBefore?.revenue == .euros(100))
  }

  @Test func `the years are those of the worked example`() {
    #expect(example.lastYear.revenue == .euros(1_530) && example.lastYear.operatingMargin == .euros(480))
    #expect(example.lastYear.activeCustomers == 2 && example.lastYear.averageOrder == .euros(115.38))
    #expect(example.lastYear.rate == Share(.euros(480), of: .euros(1_200)))
    #expect(example.yearBefore?.revenue == .euros(1_200))
  }

  @Test func `a company younger than two years has fewer months and no year before`() {
    let company = CompanyMonths(
      books: TinyBooks(asOf: "2025-12") { customer("A") { monthly("2025-08", "2025-12", 10) } }.books,
      policy: Policy())
    #expect(company.months.count == 5 && company.yearBefore == nil && company.sameMonthYearBefore == nil)
    #expect(company.lastMonth?.operatingMargin == nil)
  }

  @Test(arguments: 0..<12)
  func `months sum to their years, and the year's margin is that of the yearly margins`(seed: Int) {
    let books = randomBooks(seed: UInt64(seed))
    let company = CompanyMonths(books: books, policy: Policy())
    let margins = Margins(books: books, policy: Policy(), span: books.window.current)
    #expect(company.months.suffix(12).map(\.revenue).sum == company.lastYear.revenue)
    #expect(company.months.suffix(12).reduce(0) { $0 + $1.orders } == company.lastYear.orders)
    #expect((company.lastYear.operatingMargin ?? .zero) == margins.rows.compactMap(\.operatingMargin).sum)
    #expect(
      company.lastYear.revenue == margins.rows.map(\.revenue).sum + margins.unattributed.revenue)
  }
}
