import Ledger
import Testing
import Units

@testable import Forecast

@Suite struct PurchaseHistoryTests {
  private func day(_ iso: String) throws -> Day { try #require(Day(iso: iso)) }

  @Test func `x, t_x and T are read from the days, in weeks`() throws {
    let days = try [day("2025-01-15"), day("2025-01-01"), day("2025-01-01"), day("2025-03-01")]
    let history = try #require(PurchaseHistory(days: days, through: day("2025-01-29")))
    #expect(history == PurchaseHistory(repeats: 1, recency: 2, age: 4))
    #expect(try PurchaseHistory(days: days, through: day("2024-12-31")) == nil)
    #expect(
      try PurchaseHistory(days: days, through: day("2025-01-01")) == PurchaseHistory(repeats: 0, recency: 0, age: 0))
  }

  @Test func `an invoice of nothing is a purchase and a credit note is none`() throws {
    let purchases = try PurchaseDays(invoices: [
      (day("2025-02-05"), Cents(0)), (day("2025-01-01"), Cents(10_000)), (day("2025-01-08"), Cents(-10_000)),
      (day("2025-02-19"), Cents(5_000)), (day("2025-02-19"), Cents(1_000)), (day("2025-02-19"), Cents(-9_000)),
    ])
    let end = try day("2025-02-26")
    #expect(purchases.history(through: end) == PurchaseHistory(repeats: 2, recency: 7, age: 8))
    #expect(purchases.spend(through: end) == SpendHistory(repeats: 2, mean: 30))
    #expect(try purchases.spend(through: day("2025-01-31")) == nil)
  }

  @Test func `the orders of the log are purchases`() throws {
    let orders = try [
      OrderLog.Order(day: day("2025-01-01"), revenue: Cents(100)), .init(day: day("2025-01-15"), revenue: Cents(300)),
    ]
    #expect(
      try PurchaseDays(orders: orders).history(through: day("2025-01-29"))
        == PurchaseHistory(repeats: 1, recency: 2, age: 4))
  }

  @Test(arguments: [(-1, 0.0, 1.0), (1, 2, 1), (1, -1, 1), (0, 1, 2), (1, .nan, 2), (1, 1, .infinity), (0, 0, -1)])
  func `a history that contradicts itself is none`(_ repeats: Int, _ recency: Double, _ age: Double) {
    #expect(PurchaseHistory(repeats: repeats, recency: recency, age: age) == nil)
  }
}
