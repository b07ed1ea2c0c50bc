import Ledger
import Portfolio
import Testing
import Units

struct CategoryTableTests {
  private func table(_ books: Books, months: MonthSpan? = nil) -> CategoryTable {
    let policy = Policy()
    let span = months ?? books.window.current
    return CategoryTable(
      books: books, categories: CategoryOf(books: books, policy: policy),
      margins: MonthlyMargins(books: books, policy: policy, span: span))
  }

  @Test func `the worked example: two bakeries, a school and nobody's line over two months`() {
    let books = TinyBooks(asOf: "2025-02", months: 2) {
      customer("Adam", category: "Bakeries") {
        sale("2025-01-10", 1_000, cost: 700)
        sale("2025-02-10", 500, cost: 400)
      }
      customer("Bert", category: "Bakeries") {
        sale("2025-01-20", 600, cost: 500)
        call("2025-02", cost: 50)
      }
      customer("Cole", category: "Schools") { sale("2025-01-20", 300) }
      customer("Dane") { sale("2025-02-20", 100, cost: 90) }
      unattributed { sale("2025-02-20", 7) }
    }.books
    let table = table(books)
    #expect(table.rows.map(\.category) == ["Bakeries", "Bakeries", "Schools", "Schools", nil, nil])
    #expect(table.rows.map(\.month) == ["2025-01", "2025-02", "2025-01", "2025-02", "2025-01", "2025-02"])
    let bakeries = table.rows.prefix(2).map(\.sums)
    #expect(bakeries.map(\.active) == [2, 1])
    #expect(bakeries.map(\.revenue) == [.euros(1_600), .euros(500)])
    #expect(bakeries.map(\.operatingMargin) == [.euros(400), .euros(50)])
    #expect(bakeries.map { $0.rate?.value } == [0.25, 0.1])
    #expect(bakeries.map(\.meanRevenue) == [.euros(800), .euros(500)])
    #expect(bakeries.map(\.meanMargin) == [.euros(200), .euros(50)])
    let schools = table.rows[2].sums
    #expect(schools.operatingMargin == nil && schools.rate == nil && schools.meanMargin == nil)
    #expect(schools.meanRevenue == .euros(300) && schools.coverage == Share(0, of: 30_000))
    #expect(table.rows[3].sums.meanRevenue == nil)
    #expect(table.totals.map(\.members) == [2, 1, 1])
    #expect(table.totals[0].sums.active == 2 && table.totals[0].sums.revenue == .euros(2_100))
  }

  @Test func `a margin pools the members whose margin is known and shows what it covers`() {
    let books = TinyBooks(asOf: "2025-01", months: 1) {
      customer("Adam", category: "Bakeries") { sale("2025-01-10", 900, cost: 600) }
      customer("Bert", category: "Bakeries") { sale("2025-01-20", 100) }
    }.books
    let sums = table(books).rows[0].sums
    #expect(sums.operatingMargin == .euros(300) && sums.meanMargin == .euros(300))
    #expect(sums.rate == Share(30_000, of: 90_000) && sums.coverage == Share(90_000, of: 100_000))
    #expect(sums.active == 2 && sums.knownActive == 1)
  }

  @Test func `categories sum to the customers of the company, months sum to the span`() {
    for seed in 0..<30 {
      let books = randomBooks(seed: UInt64(seed))
      let policy = Policy()
      let table = table(books)
      let margins = Margins(books: books, policy: policy, span: books.window.current)
      #expect(table.totals.map(\.sums.revenue).sum == margins.rows.map(\.revenue).sum)
      #expect(table.totals.compactMap(\.sums.operatingMargin).sum == margins.rows.compactMap(\.operatingMargin).sum)
      #expect(table.totals.reduce(0) { $0 + $1.members } == books.customers.count)
      for total in table.totals {
        let own = table.rows.filter { $0.category == total.category }.map(\.sums)
        #expect(own.count == table.span.count)
        #expect(own.map(\.revenue).sum == total.sums.revenue)
        #expect(own.compactMap(\.operatingMargin).sum == total.sums.operatingMargin ?? .zero)
        #expect(own.reduce(0) { $0 + $1.minutes } == total.sums.minutes)
        #expect(own.map(\.knownRevenue).sum == total.sums.knownRevenue)
      }
    }
  }
}
