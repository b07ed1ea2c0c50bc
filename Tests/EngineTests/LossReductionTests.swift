import Ledger
import Testing
import Units

@testable import Engine

@Suite struct LossReductionTests {
  private func facts(_ ledger: TinyLedger, _ last: String = "2025-12") throws -> (LossFacts, Books) {
    let reader = try ledger.reader()
    let books = try reader.books(
      Window(asOf: try #require(Month(iso: last)), months: 12), rules: Policy.Orders())
    return (try reader.lossFacts(of: books), books)
  }

  @Test func `files that tell nothing of it give nothing`() throws {
    let ledger = try TinyLedger()
    try ledger.add(.sales, [.invoice, .date, .customer, .amount], [["F1", "2025-01-10", "A", "100"]])
    let (facts, _) = try facts(ledger)
    #expect(facts.deliveries == nil && facts.prices == nil && facts.sellers == nil)
    #expect(facts.withdrawals == nil && facts.enquiries == nil)
  }

  @Test func `a month's purchases are held against the mean price of the twelve months before`() throws {
    let ledger = try TinyLedger()
    try ledger.add(
      .sales, [.invoice, .date, .customer, .product, .quantity, .amount],
      [
        ["F1", "2024-01-10", "A", "P", "2000000", "2000"], ["F2", "2024-06-10", "A", "P", "1000000", "1300"],
        // 3 × (3,300 ÷ 3) = 3,300 at the prices of before; Q is new, and a credit note is no price.
        ["F3", "2025-01-10", "A", "P", "3000000", "3600"], ["F4", "2025-01-11", "A", "Q", "1000000", "500"],
        ["F5", "2025-01-12", "A", "P", "-1000000", "-1200"], ["F6", "2025-07-10", "A", "P", "1000000", "1200"],
        ["F7", "2025-07-10", "B", "P", "1000000", "900"],
      ])
    let prices = try #require(try facts(ledger).0.prices)
    #expect(prices.offsets == [0, 3, 3])
    #expect(prices.months.map(\.iso) == ["2024-06", "2025-01", "2025-07"])
    #expect(prices.values.map(\.revenue) == [Cents(1_300), Cents(3_600), Cents(1_200)])
    // The mean of June 2024 and January 2025 is not within July's twelve months but for January's.
    #expect(prices.values.map(\.atEarlierPrices) == [Cents(1_000), Cents(3_300), Cents(1_200)])
  }

  @Test func `deliveries count where they were promised and done, by the month they were done in`() throws {
    let ledger = try TinyLedger()
    try ledger.add(.sales, [.invoice, .date, .customer, .amount], [["F1", "2025-01-10", "A", "100"]])
    try ledger.add(
      .services, [.customer, .date, .kind, .promised, .done],
      [
        ["A", "2025-01-31", "delivery", "2025-01-31", "2025-02-02"],
        ["A", "2025-02-10", "delivery", "2025-02-11", "2025-02-11"], ["A", "2025-02-12", "delivery", "2025-02-13", ""],
        ["A", "2025-02-12", "visit", "2025-02-13", "2025-02-20"],
        ["A", "2026-02-12", "delivery", "2026-02-13", "2026-02-14"],
      ])
    let deliveries = try #require(try facts(ledger).0.deliveries)
    #expect(deliveries.months.map(\.iso) == ["2025-02"])
    #expect(deliveries.values == [LossFacts.Deliveries(timed: 2, late: 1)])
  }

  @Test func `the seller of a month made the most of it, and is known in the team`() throws {
    let ledger = try TinyLedger()
    try ledger.add(
      .sales, [.invoice, .date, .customer, .amount, .salesperson],
      [
        ["F1", "2025-01-10", "A", "100", "S2"], ["F2", "2025-01-11", "A", "300", "S1"],
        ["F3", "2025-01-12", "A", "250", "S2"], ["F4", "2025-02-12", "A", "100", "S9"],
        ["F5", "2025-03-12", "B", "100", "S1"],
      ])
    try ledger.add(.people, [.salesperson, .name], [["S1", "Anne"], ["S2", "Bob"]])
    let sellers = try #require(try facts(ledger).0.sellers)
    #expect(sellers.offsets == [0, 1, 2] && sellers.values == [1, 0])
    #expect(sellers.months.map(\.iso) == ["2025-01", "2025-03"])
  }

  @Test func `a withdrawn product weighs what was bought of it in the year before`() throws {
    let ledger = try TinyLedger()
    try ledger.add(
      .sales, [.invoice, .date, .customer, .product, .amount],
      [
        ["F1", "2024-03-10", "A", "P", "700"], ["F2", "2025-01-10", "A", "P", "300"],
        ["F3", "2025-02-10", "A", "Q", "100"], ["F4", "2025-03-05", "A", "P", "50"],
      ])
    try ledger.add(.products, [.product, .withdrawn], [["P", "2025-03-20"], ["Q", "2027-01-01"]])
    let withdrawals = try #require(try facts(ledger).0.withdrawals)
    #expect(withdrawals.months.map(\.iso) == ["2025-03"])
    #expect(withdrawals.values == [LossFacts.Withdrawal(revenue: Cents(1_000), whole: Cents(1_100))])
  }

  @Test func `enquiries know their customer, who dealt with them and what became of them`() throws {
    let ledger = try TinyLedger()
    try ledger.add(.sales, [.invoice, .date, .customer, .amount], [["F1", "2025-01-10", "A", "100"]])
    try ledger.add(.people, [.salesperson, .name], [["S1", "Anne"]])
    try ledger.add(
      .enquiries, [.prospect, .date, .handler, .answered, .outcome],
      [
        ["A", "2025-01-02", "S1", "2025-01-04", "commande"], ["P1", "2025-02-02", "S7", "", "sans réponse"],
        ["P2", "2026-01-02", "S1", "", ""],
      ])
    let (facts, books) = try facts(ledger)
    let enquiries = try #require(facts.enquiries)
    #expect(enquiries.count == 2 && enquiries[0].customer == books.customers.index(of: ID("A")))
    #expect(enquiries.map(\.handler) == [0, nil] && enquiries.map(\.outcome) == [.won, .lost])
    #expect(enquiries.map(\.answered?.iso) == ["2025-01-04", nil])
  }
}
