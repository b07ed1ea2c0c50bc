import Ledger
import Testing
import Units

@testable import Portfolio

struct VolatilityTests {
  @Test func `the worked example: six months of 100 and six of 300`() {
    let books = TinyBooks(asOf: "2025-12") {
      customer("A") {
        monthly("2024-01", "2025-06", 100)
        monthly("2025-07", "2025-12", 300)
      }
      unattributed { monthly("2025-01", "2025-06", 200) }
    }.books
    let found = Volatility(books: books)
    #expect(found.customers == [.known(0.5)])
    #expect(found.company == .known(0))
    #expect(found.months == Array(repeating: .euros(300), count: 12))
  }

  @Test func `one order a year swings the most`() throws {
    let books = TinyBooks(asOf: "2025-12") {
      unattributed { sale("2020-01-01", 1) }
      customer("A") {
        sale("2024-03-01", 50)
        sale("2025-03-01", 50)
      }
    }.books
    #expect(abs(try #require(Volatility(books: books).customers[0].value) - 11.0.squareRoot()) < 1e-12)
  }

  @Test func `what is too young, silent or a single month is unknown, and says why`() {
    let books = TinyBooks(asOf: "2025-12") {
      unattributed { sale("2020-01-01", 1) }
      customer("a young") { monthly("2025-03", "2025-12", 10) }
      customer("b silent") { sale("2024-01-01", 10) }
      customer("c file only")
    }.books
    #expect(Volatility(books: books).customers.map(\.reason) == [.tooShort, .noRevenue, .noRevenue])
    let month = TinyBooks(asOf: "2025-12", months: 1) { customer("A") { monthly("2025-01", "2025-12", 1) } }.books
    #expect(Volatility(books: month).company == .unknown(.oneMonth))
    let late = TinyBooks(asOf: "2025-12") { customer("A", since: "2010-01-01") { sale("2025-05-01", 1) } }.books
    #expect(Volatility(books: late).company == .unknown(.tooShort))
    #expect(Volatility(books: late).customers[0] == .unknown(.tooShort))
  }

  @Test func `the order of months and the scale of amounts do not matter`() throws {
    var random = SplitMix64(seed: 2)
    for _ in 0..<100 {
      let series = (0..<12).map { _ in Cents(Int64.random(in: 0...100_000, using: &random)) }
      let found = try #require(volatility(of: series).value)
      #expect(abs(found - (try #require(volatility(of: series.shuffled(using: &random)).value))) < 1e-12)
      #expect(abs(found - (try #require(volatility(of: series.map { $0.times(1_000) }).value))) < 1e-12)
      #expect(found >= 0 && found <= 11.0.squareRoot() + 1e-12)
    }
  }
}
