import Ledger
import Portfolio
import Testing
import Units

struct BandTableTests {
  @Test func `a band shows what it brings and the effort it takes`() {
    let books = TinyBooks(asOf: "2025-12") {
      customer("A") {
        sale("2025-02-03", 900, cost: 500)
        visit("2025-03", minutes: 30)
      }
      customer("B") {
        sale("2025-02-03", 60, cost: 50)
        call("2025-03", minutes: 60)
      }
      customer("C") { sale("2025-02-03", 40) }
      customer("D") { call("2025-03", minutes: 10) }
      unattributed { call("2025-03", minutes: 7) }
    }.books
    let policy = Policy()
    let table = BandTable(
      books: books, policy: policy, margins: Margins(books: books, policy: policy, span: books.window.current))
    #expect(table.rows.map(\.band.number) == [1, 5])
    #expect(table.rows.map(\.revenueShare) == [Share(90_000, of: 100_000), Share(10_000, of: 100_000)])
    #expect(table.rows.map(\.margin) == [.euros(400), .euros(10)])
    #expect(table.rows.map(\.knownRevenue) == [.euros(900), .euros(60)])
    #expect(table.rows.map(\.effortShare) == [Share(30, of: 100), Share(60, of: 100)])
    #expect(table.rows.map(\.allottedPerCustomer) == [Share(50, of: 1), Share(50, of: 2)])
    #expect(table.rows.map(\.actualPerCustomer) == [Share(30, of: 1), Share(60, of: 2)])
    #expect(table.rows.map(\.level) == [.personal, .automated])
    #expect(table.minutesOutside == 10 && table.unattributedMinutes == 7)
  }

  @Test func `shares of bands and the effort outside close`() {
    for seed in 0..<20 {
      let books = randomBooks(seed: UInt64(seed))
      let policy = Policy()
      let margins = Margins(books: books, policy: policy, span: books.window.current)
      let table = BandTable(books: books, policy: policy, margins: margins)
      let minutes = margins.rows.reduce(0) { $0 + $1.minutes }
      #expect(table.rows.reduce(0) { $0 + $1.minutes } + table.minutesOutside == minutes)
      let part = table.rows.reduce(0) { $0 + ($1.revenueShare?.part ?? 0) }
      #expect(table.rows.isEmpty || part == table.bands.revenue.value)
    }
  }
}
