import Ledger
import Portfolio
import Testing
import Units

struct MarginRateByYearTests {
  @Test func `the worked example: a rate that fell two years running`() throws {
    let books = TinyBooks(asOf: "2025-12") {
      unattributed { sale("2023-01-01", 1) }
      customer("A") {
        sale("2023-05-01", 1_000, cost: 600)
        sale("2024-05-01", 1_000, cost: 650)
        sale("2025-05-01", 1_200, cost: 840)
      }
      customer("B") {
        sale("2023-05-01", 1_000, cost: 600)
        sale("2024-05-01", 1_000, cost: 650)
        sale("2025-05-01", 1_000, cost: 650)
      }
      customer("C") {
        sale("2023-05-01", 100, cost: 10)
        sale("2024-05-01", 100)
        sale("2025-05-01", 100, cost: 90)
      }
    }.books
    let found = MarginRateByYear(books: books, policy: Policy())
    #expect(
      found.years.map(\.span)
        == [2023, 2024, 2025].map { MonthSpan(Month(year: $0, month: 1), Month(year: $0, month: 12)) })
    #expect(found.falling.map(\.customer) == [0])
    let fall = try #require(found.falling.first)
    #expect(fall.rates.map(\.value) == [0.4, 0.35, 0.3] && fall.lost == .euros(120))
    #expect(found.years.map(\.revenue) == [.euros(2_100), .euros(2_100), .euros(2_300)])
    #expect(found.years.map(\.knownRevenue) == [.euros(2_100), .euros(2_000), .euros(2_300)])
    #expect(found.years[1].grossRate?.value == 0.35)
  }

  @Test func `cost to serve lowers the operating rate only`() {
    let books = TinyBooks(asOf: "2025-12") {
      customer("A") {
        monthly("2025-01", "2025-12", 100, cost: 60)
        visit("2025-05", cost: 240)
      }
    }.books
    let year = MarginRateByYear(books: books, policy: Policy()).years[0]
    #expect(year.grossRate?.value == 0.4 && year.operatingRate?.value == 0.2)
  }

  @Test func `years are rolling and lie wholly within the data`() {
    let books = TinyBooks(asOf: "2025-06") { customer("A") { monthly("2023-07", "2025-06", 1) } }.books
    #expect(
      MarginRateByYear(books: books, policy: Policy()).years.map(\.span)
        == [MonthSpan("2023-07", "2024-06"), MonthSpan("2024-07", "2025-06")])
    let short = TinyBooks(asOf: "2025-06") { customer("A") { monthly("2024-08", "2025-06", 1) } }.books
    #expect(MarginRateByYear(books: short, policy: Policy()).years.isEmpty)
  }

  @Test func `a year without known margins has revenue but no rate`() {
    let books = TinyBooks(asOf: "2025-12") { customer("A") { monthly("2025-01", "2025-12", 1) } }.books
    let year = MarginRateByYear(books: books, policy: Policy()).years[0]
    #expect(year.revenue == .euros(12) && year.grossMargin == nil && year.grossRate == nil)
  }

  @Test func `policy says how many years of fall`() {
    var policy = Policy()
    policy.growth.marginFallYears = 1
    let books = TinyBooks(asOf: "2025-12") {
      unattributed { sale("2024-01-01", 1) }
      customer("A") {
        sale("2024-05-01", 100, cost: 50)
        sale("2025-05-01", 100, cost: 51)
      }
    }.books
    #expect(MarginRateByYear(books: books, policy: policy).falling.map(\.lost) == [.euros(1)])
    #expect(MarginRateByYear(books: books, policy: Policy()).falling.isEmpty)
  }

  @Test func `an absurd cost does not stop the analysis`() {
    var policy = Policy()
    policy.growth.marginFallYears = 1
    let books = TinyBooks(asOf: "2025-12") {
      unattributed { sale("2024-01-01", 1) }
      customer("A") {
        sale("2024-05-01", 0.01, cost: -90_000_000_000)
        sale("2025-05-01", 90_000_000_000, cost: 1)
      }
    }.books
    #expect(MarginRateByYear(books: books, policy: policy).falling.isEmpty)
  }

  @Test func `whoever is listed fell every year and lost something, the biggest loss first`() {
    var policy = Policy()
    policy.growth.marginFallYears = 1
    for seed in 1...20 {
      let falling = MarginRateByYear(books: randomBooks(seed: UInt64(seed), customers: 80), policy: policy).falling
      #expect(zip(falling, falling.dropFirst()).allSatisfy { $0.lost >= $1.lost })
      for fall in falling {
        #expect(fall.lost >= .zero && fall.rates.count == 2 && fall.rates[1].value <= fall.rates[0].value)
      }
    }
  }
}
