import Ledger
import Portfolio
import Testing
import Units

struct ReconciliationTests {
  @Test func `the worked example: customers and unattributed are all there is`() {
    let books = TinyBooks(asOf: "2025-12") {
      customer("A") { sale("2025-01-05", 700, lines: 3) }
      customer("B") { sale("2025-12-05", 290) }
      unattributed { sale("2025-12-06", 30) }
    }.books
    let found = Reconciliation(
      books: books,
      imports: [
        .init(id: "1", file: "january.csv", revenue: .euros(700), unattributed: .zero, lines: 3),
        .init(id: "2", file: "december.csv", revenue: .euros(320), unattributed: .euros(30), lines: 2),
      ])
    #expect(found.window.customers == .euros(990) && found.window.unattributed == .euros(30))
    #expect(found.window.all == .euros(1_020) && found.window.lines == 5 && found.window.unattributedLines == 1)
    #expect(found.difference == .zero && found.waitingLines == 0)
  }

  @Test func `lines before W are in history only`() {
    let books = TinyBooks(asOf: "2025-12") {
      customer("A") {
        sale("2023-01-05", 700)
        sale("2025-12-05", 290)
      }
    }.books
    let found = Reconciliation(books: books, imports: [])
    #expect(found.window.all == .euros(290) && found.history.all == .euros(990) && found.history.lines == 2)
    #expect(found.history.span == MonthSpan("2023-01", "2025-12") && found.difference == nil)
  }

  @Test func `a cent that the imports do not explain is seen`() {
    let books = TinyBooks(asOf: "2025-12") { customer("A") { sale("2025-12-05", 290) } }.books
    let found = Reconciliation(
      books: books, imports: [.init(id: "1", file: "a", revenue: .euros(290.01), unattributed: .zero, lines: 1)])
    #expect(found.difference == .euros(0.01))
  }

  @Test func `no line, no span`() {
    let found = Reconciliation(books: TinyBooks(asOf: "2025-12") { customer("A") }.books, imports: [])
    #expect(found.history.span == nil && found.history.all == .zero && found.window.lines == 0)
  }

  @Test func `the ranking's revenue and the reconciliation's are the same`() {
    for seed in 1...20 {
      let books = randomBooks(seed: UInt64(seed))
      let ranking = books.ranking()
      let found = Reconciliation(books: books, imports: [])
      #expect(ranking.revenue == found.window.customers && ranking.unattributed == found.window.unattributed)
    }
  }
}
