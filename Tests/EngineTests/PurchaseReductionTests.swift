import Ledger
import Testing
import Units

@testable import Engine

@Suite struct PurchaseReductionTests {
  @Test func `days with an invoice of zero or more are purchases, and credit notes take none back`() throws {
    let ledger = try TinyLedger()
    try ledger.add(
      .sales, [.invoice, .date, .customer, .amount],
      [
        ["F1", "2025-01-10", "A", "100"], ["F2", "2025-01-10", "A", "50"], ["C1", "2025-01-10", "A", "-150"],
        ["F3", "2025-02-10", "A", "0"], ["C2", "2025-03-10", "A", "-20"],
        // Two lines of one invoice that together come to less than nothing.
        ["F4", "2025-04-10", "B", "100"], ["F4", "2025-04-10", "B", "-120"], ["F5", "2025-05-10", "B", "70"],
        ["F6", "2025-05-11", "", "70"], ["F7", "2026-02-11", "B", "70"],
      ])
    let reader = try ledger.reader()
    let books = try reader.books(
      Window(asOf: try #require(Month(iso: "2025-12")), months: 12), rules: Policy.Orders())
    let log = try reader.purchases(of: books)
    #expect(log.offsets == [0, 2, 3])
    #expect(log.days.map(\.iso) == ["2025-01-10", "2025-02-10", "2025-05-10"])
    #expect(log.totals == [Cents(150), .zero, Cents(70)])
    // As an order, the first day was undone.
    #expect(books.orders[0].map(\.day.iso) == [])
  }
}
