import Ledger
import Portfolio
import Testing
import Units

struct ServiceAllotmentTests {
  /// The example of docs/methods/bands.md: 500, 300, 100, 50 and 50 thousand euros.
  static let books = TinyBooks(asOf: "2025-12") {
    customer("Old") { sale("2020-01-01", 1) }
    customer("A") { sale("2025-02-03", 500_000) }
    customer("B") { sale("2025-02-03", 300_000) }
    customer("C") { sale("2025-02-03", 100_000) }
    customer("D", since: "2019-05-01") { sale("2025-02-03", 50_000) }
    customer("E", since: "2019-05-01") { sale("2025-02-03", 50_000) }
  }.books

  private func allotment(
    _ books: Books = Self.books, _ change: (inout Policy) -> Void = { _ in }
  ) -> ServiceAllotment {
    var policy = Policy()
    change(&policy)
    let margins = Margins(books: books, policy: policy, span: books.window.current)
    return ServiceAllotment(
      books: books, policy: policy, bands: Bands(books: books, policy: policy), margins: margins)
  }

  @Test func `three hundred hours are a hundred for each of three bands`() {
    let allotment = allotment { $0.service.budgetHours = 300 }
    #expect(allotment.source == .policy && allotment.budget == 18_000)
    #expect(allotment.bands.map(\.placed) == [6_000, 6_000, 6_000])
    #expect(allotment.minutes == [6_000, 6_000, 2_000, 2_000, 2_000, nil])
    #expect(allotment.unplaced == 0)
  }

  @Test func `what the cap keeps from a band pours down to the next`() {
    let allotment = allotment {
      $0.service.budgetHours = 300
      $0.service.maxHoursPerCustomer = 80
    }
    #expect(allotment.bands.map(\.pouredIn) == [0, 1_200, 2_400])
    #expect(allotment.minutes == [4_800, 4_800, 2_800, 2_800, 2_800, nil])
    #expect(allotment.unplaced == 0)
  }

  @Test func `what no band can place is said`() {
    let allotment = allotment {
      $0.service.budgetHours = 300
      $0.service.maxHoursPerCustomer = 20
    }
    #expect(allotment.minutes == [1_200, 1_200, 1_200, 1_200, 1_200, nil])
    #expect(allotment.unplaced == 12_000)
  }

  @Test func `absurd hours stop no analysis`() {
    let allotment = allotment {
      $0.service.budgetHours = .max
      $0.service.maxHoursPerCustomer = .max
    }
    #expect(allotment.unplaced == 0 && allotment.minutes[0] == 20_000_000_000)
  }

  @Test func `without a budget the hours logged are allotted`() {
    let books = TinyBooks(asOf: "2025-12") {
      customer("A") {
        sale("2025-02-03", 100)
        visit("2025-03", minutes: 61)
        visit("2024-03", minutes: 600)
      }
      customer("B") { visit("2025-04", minutes: 30) }
    }.books
    let allotment = allotment(books)
    #expect(allotment.source == .logged && allotment.minutes == [91, nil])
  }

  @Test func `the first band is served in person, two and three by delegation, the rest automatically`() {
    let service = Policy().service
    #expect(
      (1...6).map(service.level(ofBand:)) == [.personal, .delegated, .delegated, .automated, .automated, .automated])
    var none = service
    none.levels = []
    #expect(none.level(ofBand: 1) == .automated)
  }

  @Test func `a new customer is at least delegated, an old one that starts again is not new`() {
    let levels = allotment().levels
    // C is new, D and E are customers since before the data.
    #expect(levels == [.personal, .delegated, .delegated, .automated, .automated, nil])
    #expect(allotment().raised == 1)
  }

  @Test func `minutes sum to the budget, stay under the cap and differ by one at most within a band`() {
    for seed in 0..<40 {
      var random = SplitMix64(seed: UInt64(seed))
      let books = randomBooks(seed: UInt64(seed))
      let allotment = allotment(books) {
        $0.service.budgetHours = Bool.random(using: &random) ? Int.random(in: 0...3_000, using: &random) : nil
        $0.service.maxHoursPerCustomer = Int.random(in: 1...300, using: &random)
        $0.bands.count = Int.random(in: 1...6, using: &random)
      }
      let placed = allotment.minutes.compactMap { $0 }
      #expect(placed.reduce(0, +) + allotment.unplaced == allotment.budget)
      #expect(placed.allSatisfy { $0 <= allotment.cap })
      #expect(allotment.bands.allSatisfy { $0.own + $0.pouredIn == $0.placed + $0.pouredOut })
      if !allotment.bands.isEmpty {
        #expect(allotment.bands.reduce(0) { $0 + $1.own } == allotment.budget)
        #expect(allotment.bands.last?.pouredOut == allotment.unplaced)
      }
    }
  }
}
