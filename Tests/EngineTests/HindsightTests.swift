import Ledger
import Testing
import Units

@testable import Engine

/// What books of a later month tell of an earlier one.
@Suite struct HindsightTests {
  /// The orders of a customer as they stood at the end of a month, told from later books.
  private func orders(of customer: Int, in books: Books, at month: Month) -> [Day: Cents] {
    var values: [Day: Cents] = [:]
    for order in books.orders[customer] where order.month <= month { values[order.day] = order.revenue }
    for entry in (books.lateCredits.entries[customer] ?? []).reversed() where entry.known > month {
      values[entry.day] = entry.before
    }
    return values.filter { $0.value > .zero && $0.key.month <= month }
  }

  @Test(arguments: 1...6) func `orders read back to a month are those that its own books tell`(seed: Int) throws {
    let lines = try ReductionTests.randomLines(UInt64(seed))
    let ledger = try TinyLedger()
    try ledger.add(.sales, ReductionTests.fields, lines.map(ReductionTests.row))
    let last = try ledger.books("2024-01", "2025-12")
    var lateEntries = 0
    for month in ["2024-02", "2024-05", "2024-09", "2024-12"] {
      let then = try ledger.books("2024-01", month)
      for (place, id) in then.customers.ids.enumerated() {
        let now = try #require(last.customers.index(of: id))
        let known = then.orders[place].reduce(into: [:]) { $0[$1.day] = $1.revenue }
        #expect(orders(of: now, in: last, at: then.window.asOf) == known)
        lateEntries += (last.lateCredits.entries[now] ?? []).count { $0.known > then.window.asOf }
      }
    }
    #expect(lateEntries > 0)
  }

  @Test func `two credit notes of later months take an order down step by step`() throws {
    let ledger = try TinyLedger()
    try ledger.add(
      .sales, ReductionTests.fields,
      [
        ["F1", "2025-01-10", "A", "1000000", "10000", "", ""],
        ["A1", "2025-02-01", "A", "-1000000", "-3000", "", "F1"],
        ["A2", "2025-04-01", "A", "-1000000", "-7000", "", "F1"],
      ])
    let books = try ledger.books("2025-01", "2025-12")
    let day = try #require(Day(iso: "2025-01-10"))
    #expect(books.orders[0].isEmpty)
    #expect(
      books.lateCredits.entries[0] == [
        LateCredits.Entry(day: day, known: Month(year: 2025, month: 2), before: Cents(10_000)),
        LateCredits.Entry(day: day, known: Month(year: 2025, month: 4), before: Cents(7_000)),
      ])
  }

  @Test func `ranges are told month by month, and only where a customer bought more than it gave back`() throws {
    let ledger = try TinyLedger()
    try ledger.add(
      .sales, [.invoice, .date, .customer, .range, .amount],
      [
        ["F1", "2023-01-10", "A", "Gants", "10000"], ["F2", "2025-02-11", "A", "Gants", "500"],
        ["F3", "2025-02-12", "A", "Sacs", "500"], ["F4", "2025-03-12", "A", "Sacs", "-500"],
        ["F5", "2025-03-12", "B", "Gants", "100"], ["F6", "2025-03-13", "B", "", "100"],
      ])
    let books = try ledger.books("2025-01", "2025-12")
    let months = try #require(books.rangeMonths)
    #expect(months.offsets == [0, 3, 4])
    #expect(months.months.map(\.iso) == ["2023-01", "2025-02", "2025-02", "2025-03"])
    #expect(months.ranges == [0, 0, 1, 0])
    #expect(books.ranges.names == ["Gants", "Sacs"])
    #expect(books.ranges[0].map(\.current) == [Cents(500), Cents(0)])
  }

  @Test func `without ranges in the lines none is known by month`() throws {
    let ledger = try TinyLedger()
    try ledger.add(.sales, [.invoice, .date, .customer, .amount], [["F1", "2025-01-10", "A", "10000"]])
    let books = try ledger.books("2025-01", "2025-12")
    #expect(books.rangeMonths == nil && books.ranges.names.isEmpty)
  }
}
