import Ledger
import Portfolio
import Testing
import Units

struct BeginningTests {
  @Test func `only a first order that the data surely show is a beginning`() {
    let books = TinyBooks(asOf: "2025-12") {
      customer("1 oldest") { sale("2022-01-10", 1) }
      customer("2 censored") { sale("2022-12-10", 1) }
      customer("3 shown") { sale("2023-01-10", 1) }
      customer("4 said", since: "2022-02-01") { sale("2022-03-10", 1) }
      customer("5 came back", since: "2010-02-01") { sale("2024-03-10", 1) }
      customer("6 silent")
    }.books
    let months = (0..<6).map { Beginning(of: $0, in: books)?.month }
    #expect(months == [nil, nil, "2023-01", "2022-03", nil, nil])
    #expect(Beginning(of: 2, in: books)?.age(at: "2025-12") == 35)
  }
}
