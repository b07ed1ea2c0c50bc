import Ledger
import Testing
import Units

@testable import Portfolio

struct AdequacyTests {
  private func policy(_ expected: Euros?, started: Month? = nil) -> Policy {
    var policy = Policy()
    policy.adequacy.expectedRevenue = expected?.cents
    policy.company.started = started
    return policy
  }

  /// 100 a month up to a month, then 50.
  private func falling(after month: Month) -> Books {
    TinyBooks(asOf: "2025-12") {
      customer("A") {
        monthly("2022-01", month, 100)
        if month < "2025-12" { monthly(month.advanced(by: 1), "2025-12", 50) }
      }
    }.books
  }

  @Test func `the worked example: the gap told three ways`() {
    let books = TinyBooks(asOf: "2025-12") {
      for index in 1...40 {
        customer("C" + padded(index, 2)) { monthly("2025-01", "2025-03", 800) }
      }
    }.books
    let found = Adequacy(books: books, policy: policy(120_000))
    #expect(found.expected == .euros(120_000) && found.actual == .euros(96_000))
    #expect(found.customers == 40 && found.orders == 120)
    #expect(found.ordersPerCustomer?.value == 3 && found.averageOrder == .euros(800))
    #expect(found.missing == .known(.init(customers: 10, orders: 30, averageOrder: .euros(200))))
  }

  @Test func `a gap is rounded up, so that each way alone is enough`() {
    let books = TinyBooks(asOf: "2025-12") { customer("A") { monthly("2025-01", "2025-03", 100) } }.books
    #expect(
      Adequacy(books: books, policy: policy(300.01)).missing
        == .known(.init(customers: 1, orders: 1, averageOrder: .euros(0.01))))
  }

  @Test func `nothing is missing when all revenue, unattributed too, is enough`() {
    let books = TinyBooks(asOf: "2025-12") {
      customer("A") { sale("2025-05-01", 60) }
      unattributed { sale("2025-05-01", 40) }
    }.books
    let found = Adequacy(books: books, policy: policy(100))
    #expect(found.missing == .known(.init(customers: 0, orders: 0, averageOrder: .zero)))
    #expect(found.actual == .euros(100) && found.customersRevenue == .euros(60))
  }

  @Test func `rolling years begin with the first twelve months of the data and end with the window`() {
    let found = Adequacy(books: falling(after: "2025-10"), policy: policy(1_150))
    #expect(found.rollingYears.first == .init(end: "2022-12", revenue: .euros(1_200)))
    #expect(found.rollingYears.suffix(2).map(\.revenue) == [.euros(1_150), .euros(1_100)])
    #expect(found.rollingYears.last?.end == "2025-12" && found.rollingYears.count == 37)
    #expect(found.expectedOfYear == .euros(1_150))
    let short = TinyBooks(asOf: "2025-12") { customer("A") { monthly("2025-02", "2025-12", 10) } }.books
    #expect(Adequacy(books: short, policy: policy(1)).rollingYears.isEmpty)
  }

  @Test func `the expected revenue follows the length of the window`() {
    let books = TinyBooks(asOf: "2025-12", months: 3) { customer("A") { sale("2025-05-01", 60) } }.books
    #expect(Adequacy(books: books, policy: policy(1_000)).expected == .euros(250))
  }

  @Test(arguments: [(0, Adequacy.Level.ok), (2, .ok), (3, .watch), (11, .watch), (12, .alarm), (15, .alarm)])
  func `it is watched from three months below and an alarm from twelve`(months: Int, level: Adequacy.Level) {
    let found = Adequacy(
      books: falling(after: Month("2025-12").advanced(by: -months)), policy: policy(1_200))
    #expect(found.monthsBelow == .known(months) && found.level == .known(level))
  }

  @Test func `a good year ends the months below`() {
    let books = TinyBooks(asOf: "2025-12") {
      customer("A") {
        monthly("2023-01", "2024-06", 50)
        monthly("2024-07", "2025-12", 100)
      }
    }.books
    #expect(Adequacy(books: books, policy: policy(1_200)).monthsBelow == .known(0))
  }

  @Test func `a company that has just started is exempt, and its first months do not count later`() {
    let books = falling(after: "2022-01")
    #expect(Adequacy(books: books, policy: policy(1_200, started: "2024-01")).level == .known(.exempt))
    let first = Adequacy(books: books, policy: policy(1_200, started: "2023-12"))
    #expect(first.monthsBelow == .known(1) && first.level == .known(.ok))
    let later = Adequacy(books: books, policy: policy(1_200, started: "2023-10"))
    #expect(later.monthsBelow == .known(3) && later.level == .known(.watch))
  }

  @Test func `what cannot be known says why`() {
    let books = falling(after: "2025-01")
    let unset = Adequacy(books: books, policy: policy(nil))
    #expect(unset.level == .known(.notSet) && unset.missing == .unknown(.notSet) && unset.expected == nil)
    let short = TinyBooks(asOf: "2025-12") { customer("A") { monthly("2025-02", "2025-12", 10) } }.books
    #expect(Adequacy(books: short, policy: policy(10_000)).level == .unknown(.underTwelveMonths))
    let empty = TinyBooks(asOf: "2025-12") { customer("A") }.books
    let nobody = Adequacy(books: empty, policy: policy(10))
    #expect(nobody.missing == .unknown(.noOrders) && nobody.ordersPerCustomer == nil && nobody.averageOrder == nil)
  }

  @Test func `each way fills the gap, and one less does not`() {
    for seed in 1...40 {
      let books = randomBooks(seed: UInt64(seed))
      let found = Adequacy(books: books, policy: policy(5_000_000))
      guard let missing = found.missing.value, missing.customers > 0 else { continue }
      let gap = Int128(5_000_000_00 - found.actual.value)
      let revenue = Int128(found.customersRevenue.value)
      let (customers, orders) = (Int128(missing.customers), Int128(missing.orders))
      #expect(customers * revenue >= gap * Int128(found.customers))
      #expect((customers - 1) * revenue < gap * Int128(found.customers))
      #expect(orders * revenue >= gap * Int128(found.orders) && (orders - 1) * revenue < gap * Int128(found.orders))
      let each = Int128(missing.averageOrder.value)
      #expect(each * Int128(found.orders) >= gap && (each - 1) * Int128(found.orders) < gap)
    }
  }
}
