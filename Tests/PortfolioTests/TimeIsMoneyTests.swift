import Ledger
import Portfolio
import Testing
import Units

struct TimeIsMoneyTests {
  /// The example of docs/methods/time-is-money.md.
  static let books = TinyBooks(asOf: "2025-12") {
    person("Anne", hoursPerMonth: 100, costPerHour: 60)
    customer("Big", category: "Hotels") {
      sale("2025-02-03", 90_000, cost: 60_000)
      visit("2025-03", events: 10, minutes: 60, by: "Anne")
    }
    customer("Mid", category: "Schools") {
      sale("2025-02-03", 9_000, cost: 6_000)
      visit("2025-03", events: 20, minutes: 60, by: "Anne")
    }
    customer("Small", category: "Schools") {
      sale("2025-02-03", 1_000, cost: 900)
      visit("2025-03", events: 10, minutes: 60, by: "Anne")
    }
  }.books

  private func time(_ books: Books, _ change: (inout Policy) -> Void = { _ in }) -> TimeIsMoney {
    var policy = Policy()
    policy.costs.practicalCapacity = Rate(percent: 100)
    change(&policy)
    let margins = Margins(books: books, policy: policy, span: books.window.current)
    return TimeIsMoney(
      books: books, policy: policy, table: BandTable(books: books, policy: policy, margins: margins),
      categories: CategoryOf(books: books, policy: policy), margins: margins)
  }

  @Test func `the worked example: forty hours, three customers`() {
    let time = time(Self.books)
    #expect(time.rows.map(\.customer) == [1, 0, 2])
    #expect(time.rows.map(\.yield.revenuePerHour) == [.euros(450), .euros(9_000), .euros(100)])
    #expect(time.rows.map(\.yield.marginPerHour) == [.euros(90), .euros(2_940), .euros(-50)])
    #expect(time.rows.map(\.allotted) == [600, 1_200, 600])
    #expect(time.rows.map(\.judgement) == [.aboveLevel, .belowLevel, .notJustified])
    #expect(time.total.minutes == 2_400 && time.topCustomers == 1)
    #expect(time.timeOutsideTop == Share(1_800, of: 2_400))
    #expect(time.revenueOutsideTop?.value == 0.1)
    #expect(time.smallTakeMost == false)
    #expect(time.bands.map(\.key) == [1, 5])
    #expect(time.bands.map { $0.timeShare?.value } == [0.25, 0.75])
    #expect(time.categories.map(\.key) == ["Hotels", "Schools"])
    #expect(time.categories[1].yield.revenuePerHour == Cents(33_333))
    #expect(time.yield(of: .notJustified).minutes == 600)
  }

  @Test func `ten groups of as many customers, the biggest first, leave out those without revenue`() {
    let time = time(
      TinyBooks(asOf: "2025-12") {
        for place in 1...25 {
          customer("C" + String(100 + place)) {
            sale("2025-02-03", Euros(cents: Int64(place) * 100))
            visit("2025-03", minutes: place, by: nil)
          }
        }
        customer("Asks") { visit("2025-03", minutes: 60) }
      }.books)
    #expect(time.deciles.map(\.key) == (1...10).map { $0 })
    #expect(time.deciles.map(\.yield.customers) == [2, 3, 2, 3, 2, 3, 2, 3, 2, 3])
    #expect(time.deciles[0].yield.revenue == .euros(49) && time.deciles[0].yield.minutes == 49)
    #expect(time.deciles.map(\.yield.revenue).sum == time.total.revenue)
    #expect(self.time(Self.books).deciles.map(\.yield.customers) == [1, 1, 1])
  }

  @Test func `hours without revenue and revenue without hours are told`() {
    let time = time(
      TinyBooks(asOf: "2025-12") {
        customer("Asks") { visit("2025-03", minutes: 60) }
        customer("Buys") { sale("2025-02-03", 100) }
        customer("Back") { credit("2025-02-03", 10) }
        customer("Quiet")
      }.books)
    #expect(time.rows.map(\.customer) == [0, 1, 2])
    #expect(time.rows.map(\.judgement) == [.withoutRevenue, .atLevel, .notServed])
    #expect(time.bands.map(\.key) == [1, nil])
    #expect(time.rows[0].yield.marginPerHour == .zero && time.rows[1].yield.marginPerHour == nil)
  }

  @Test func `an unknown margin is judged only where cost to serve alone exceeds the revenue`() {
    let time = time(
      TinyBooks(asOf: "2025-12") {
        person("Anne", hoursPerMonth: 100, costPerHour: 60)
        customer("A") { sale("2025-02-03", 10_000) }
        customer("B") {
          sale("2025-02-03", 100)
          visit("2025-03", minutes: 120, by: "Anne")
        }
        customer("C") {
          sale("2025-02-03", 130)
          visit("2025-03", minutes: 120, by: "Anne")
        }
      }.books)
    #expect(time.rows.map(\.judgement) == [.notJustified, .aboveLevel, .notServed])
  }

  @Test func `a new customer's hours are an investment`() {
    let time = time(
      TinyBooks(asOf: "2025-12") {
        person("Anne", hoursPerMonth: 100, costPerHour: 60)
        customer("A") { monthly("2024-01", "2025-12", 10_000, cost: 6_000) }
        for name in ["B", "C"] {
          customer(name, since: name == "C" ? "2023-01-01" : nil) {
            sale("2025-11-03", 100, cost: 50)
            visit("2025-11", minutes: 120, by: "Anne")
          }
        }
      }.books)
    #expect(time.rows.map(\.customer) == [1, 2, 0])
    #expect(time.rows.map(\.judgement) == [.invested, .notJustified, .notServed])
    #expect(time.rows.map(\.isNew) == [true, false, false])
  }

  @Test func `without any service log nothing is judged`() {
    let time = time(TinyBooks(asOf: "2025-12") { customer("A") { sale("2025-02-03", 10) } }.books)
    #expect(time.rows.map(\.judgement) == [.noServiceLog])
    #expect(time.timeOutsideTop == nil && time.smallTakeMost == nil && time.knowledge == .noServiceLog)
  }

  @Test func `bands and categories each sum to all customers`() {
    for seed in 0..<30 {
      let time = time(randomBooks(seed: UInt64(seed)))
      for sums in [time.bands.map(\.yield), time.categories.map(\.yield), time.rows.map(\.yield)] {
        #expect(sums.map(\.revenue).sum == time.total.revenue)
        #expect(sums.reduce(0) { $0 + $1.minutes } == time.total.minutes)
        #expect(sums.compactMap(\.margin).sum == time.total.margin ?? .zero)
        #expect(sums.reduce(0) { $0 + $1.customers } == time.rows.count)
      }
      let judged = TimeIsMoney.Judgement.allCases.map { time.yield(of: $0) }
      #expect(judged.reduce(0) { $0 + $1.minutes } == time.total.minutes)
    }
  }
}
