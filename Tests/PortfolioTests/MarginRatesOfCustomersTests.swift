import Ledger
import Portfolio
import Testing
import Units

struct MarginRatesOfCustomersTests {
  @Test func `each customer has the rates of the years that are known, the newest first`() {
    let books = TinyBooks(asOf: "2025-12") {
      unattributed { sale("2023-01-01", 1) }
      customer("A") {
        sale("2023-05-01", 1_000, cost: 600)
        sale("2024-05-01", 1_000, cost: 650)
        sale("2025-05-01", 1_200, cost: 840)
      }
      customer("B") {
        sale("2024-05-01", 100)
        sale("2025-05-01", 100, cost: 90)
      }
    }.books
    let found = MarginRateByYear(books: books, policy: Policy()).customers
    #expect(found.years.map(\.last) == ["2025-12", "2024-12", "2023-12"])
    #expect((0..<4).map { found.rate(of: 0, yearsBefore: $0)?.value } == [0.3, 0.35, 0.4, nil])
    #expect((0..<3).map { found.rate(of: 1, yearsBefore: $0)?.value } == [0.1, nil, nil])
  }

  @Test func `they are the rates that falls are told by`() {
    for seed in 1...20 {
      let books = randomBooks(seed: UInt64(seed))
      let found = MarginRateByYear(books: books, policy: Policy()).customers
      for fall in MarginRateByYear(books: books, policy: Policy()).falling {
        #expect(fall.rates == (0..<3).reversed().map { found.rate(of: fall.customer, yearsBefore: $0) })
      }
    }
  }
}
