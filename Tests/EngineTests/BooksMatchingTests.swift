import Ledger
import Testing
import Units

@testable import Engine

struct BooksMatchingTests {
  private let books: [Field] = [.invoice, .date, .customer, .customerName, .product, .amount, .nature]
  private let details: [Field] = [.invoice, .date, .customer, .customerName, .product, .amount]

  /// Every line as customer, invoice, amount and nature-free product, in the reader's order.
  private func lines(_ reader: LedgerReader) throws -> [String] {
    try reader.lines(LineRequest(.everybody)).lines.map { line in
      [line.customer?.text ?? "-", line.invoice ?? "-", line.product ?? "-", String(line.revenue?.value ?? 0)]
        .joined(separator: " ")
    }
  }

  @Test func `the invoice gives the detail, the accounts the total and the customer, the difference is a line`() throws
  {
    let ledger = try TinyLedger()
    defer { withExtendedLifetime(ledger) {} }
    try ledger.add(
      .sales, books, isBooks: true,
      [
        ["FA-001", "2025-01-10", "C1", "Dupont", "707", "1000", ""],
        ["FA-002", "2025-01-12", "C2", "Durand", "707", "500", ""],
        ["FA-003", "2025-01-31", "C2", "Durand", "707", "70", ""],
      ])
    try ledger.add(
      .sales, details, source: "invoices",
      [
        ["FA001", "2025-01-09", "732829320", "DUPONT SARL", "flour", "600"],
        ["FA001", "2025-01-09", "732829320", "DUPONT SARL", "sugar", "400"],
        ["FA 002", "2025-01-12", "99", "Durand", "salt", "495"],
      ])
    let reader = try ledger.reader()
    #expect(
      Set(try lines(reader)) == [
        "C1 FA001 flour 600", "C1 FA001 sugar 400", "C2 FA 002 salt 495", "C2 FA-002 - 5", "C2 FA-003 707 70",
      ])
    let comparison = try #require(try ledger.books("2025-01", "2025-01").comparison)
    #expect(comparison.matched.count == 2 && comparison.matched.amount == Cents(1500) && comparison.byNumber == 2)
    #expect(comparison.differing.count == 1 && comparison.differing.amount == Cents(5))
    #expect(comparison.onlyBooks.biggest.map(\.invoice) == ["FA-003"])
    #expect(comparison.onlyInvoices.count == 0)
    // Both names stand under a document of one number and amount; C2's amounts differ.
    #expect(comparison.oneCustomer == [CustomerPair(ID("C1"), ID("732829320")): 1])
  }

  @Test func `a collective account is nobody's other code, however many documents it shares with one buyer`() throws {
    let ledger = try TinyLedger()
    try ledger.add(
      .sales, books, isBooks: true,
      (1...5).map { ["FAC-00\($0)", "2025-01-1\($0)", "411DIV", "Clients divers", "707", "\($0)00", ""] })
    try ledger.add(
      .sales, details, source: "invoices",
      (1...5).map { ["FAC-00\($0)", "2025-01-1\($0)", $0 < 3 ? "B1" : "B\($0)", "Somebody", "flour", "\($0)00"] })
    let comparison = try #require(try ledger.books("2025-01", "2025-01").comparison)
    #expect(comparison.matched.count == 5 && comparison.oneCustomer.isEmpty)
  }

  @Test func `without a number, the day, the amount and a customer that may be the same tie both, when alone`() throws {
    let ledger = try TinyLedger()
    defer { withExtendedLifetime(ledger) {} }
    try ledger.add(
      .sales, books, isBooks: true,
      [
        ["VE 1", "2025-01-10", "C1", "Dupont et Fils", "707", "1000", ""],
        ["VE 2", "2025-01-11", "C2", "Durand", "707", "300", ""],
        ["VE 3", "2025-01-12", "", "", "707", "450", "severalCustomers"],
        ["VE 4", "2025-01-13", "C4", "Petit", "707", "20", ""], ["VE 5", "2025-01-13", "C5", "Petit", "707", "20", ""],
      ])
    try ledger.add(
      .sales, details, source: "invoices",
      [
        ["A-9001", "2025-01-10", "x", "DUPONT ET FILS SARL", "flour", "1000"],
        ["A-9002", "2025-01-11", "y", "Somebody else", "salt", "300"],
        ["A-9003", "2025-01-12", "z", "Martin", "oil", "450"],
        ["A-9004", "2025-01-13", "w", "Petit", "ham", "20"],
      ])
    let reader = try ledger.reader()
    #expect(
      Set(try lines(reader)) == [
        // Told by day, amount and name; by day and amount where the accounts name nobody.
        "C1 A-9001 flour 1000", "z A-9003 oil 450",
        // Another name, and two that could be meant: nothing is guessed.
        "C2 VE 2 707 300", "C4 VE 4 707 20", "C5 VE 5 707 20",
      ])
    let comparison = try #require(try ledger.books("2025-01", "2025-01").comparison)
    #expect(comparison.byNumber == 0 && comparison.matched.count == 2)
    #expect(Set(comparison.onlyInvoices.biggest.map(\.invoice)) == ["A-9002", "A-9004"])
  }

  @Test func `what the accounts do not know of their days does not count, what lies outside does`() throws {
    let ledger = try TinyLedger()
    defer { withExtendedLifetime(ledger) {} }
    try ledger.add(.sales, books, isBooks: true, [["FA-001", "2025-01-10", "C1", "Dupont", "707", "1000", ""]])
    try ledger.add(
      .sales, details, source: "invoices",
      [
        ["FA-777", "2025-01-20", "C1", "Dupont", "flour", "40"],
        ["FA-888", "2025-02-03", "C1", "Dupont", "flour", "60"],
      ])
    #expect(try lines(try ledger.reader()) == ["C1 FA-001 707 1000", "C1 FA-888 flour 60"])
    let read = try ledger.books("2025-01", "2025-02")
    #expect(read.comparison?.onlyInvoices.biggest.map(\.invoice) == ["FA-777"])
    let all = read.activity.cells + read.unattributed.cells
    #expect(all.map(\.revenue).sum == Cents(1060))
  }

  @Test func `accruals are nobody's, keep out of the matching, and are told by their nature`() throws {
    let ledger = try TinyLedger()
    defer { withExtendedLifetime(ledger) {} }
    try ledger.add(
      .sales, books, isBooks: true,
      [
        ["FA-001", "2025-01-10", "C1", "Dupont", "707", "1000", ""],
        ["FA-001", "2025-01-31", "", "", "707", "250", "accrual"], ["CA", "2025-01-31", "", "", "707", "30", "retail"],
      ])
    try ledger.add(.sales, details, source: "i", [["FA-001", "2025-01-10", "C1", "Dupont", "flour", "1000"]])
    let read = try ledger.books("2025-01", "2025-01")
    #expect(
      read.strays == [
        StrayTotal(month: Month(year: 2025, month: 1), nature: .accrual, revenue: Cents(250), lines: 1),
        StrayTotal(month: Month(year: 2025, month: 1), nature: .retail, revenue: Cents(30), lines: 1),
      ])
    #expect(read.unattributed.cells.map(\.revenue).sum == Cents(280))
    #expect(read.activity.cells.map(\.revenue).sum == Cents(1000))
  }

  @Test func `days that later books tell anew are read from these alone`() throws {
    let ledger = try TinyLedger()
    defer { withExtendedLifetime(ledger) {} }
    let first = try #require(Day(iso: "2025-01-01"))
    try ledger.add(
      .sales, books, isBooks: true, hidden: [first...first.advanced(by: 30)],
      [
        ["FA-001", "2025-01-10", "C1", "Dupont", "707", "1000", ""],
        ["FA-002", "2025-02-10", "C1", "Dupont", "707", "20", ""],
      ])
    try ledger.add(
      .sales, books, restating: false, isBooks: true, [["FA-001", "2025-01-10", "C1", "Dupont", "707", "999", ""]])
    #expect(Set(try lines(try ledger.reader())) == ["C1 FA-001 707 999", "C1 FA-002 707 20"])
  }

  @Test func `an advance gives way to its final invoice, a corrected invoice takes the place of the first`() throws {
    let ledger = try TinyLedger()
    defer { withExtendedLifetime(ledger) {} }
    let fields: [Field] = [.invoice, .date, .customer, .amount, .precedingInvoice, .nature]
    try ledger.add(
      .sales, fields,
      [
        ["A1", "2025-01-05", "C1", "100", "", "advance"], ["A2", "2025-01-06", "C1", "50", "", "advance"],
        ["F1", "2025-01-20", "C1", "400", "A1", "settling"], ["F2", "2025-01-21", "C1", "80", "", ""],
        ["F3", "2025-01-22", "C1", "70", "F2", "correction"],
      ])
    #expect(Set(try lines(try ledger.reader())) == ["C1 A2 - 50", "C1 F1 - 400", "C1 F3 - 70"])
  }

  @Test func `payments tell days to pay by amount, and what was lost`() throws {
    let ledger = try TinyLedger()
    defer { withExtendedLifetime(ledger) {} }
    try ledger.add(.sales, details, [["F1", "2025-01-10", "C1", "Dupont", "flour", "40"]])
    try ledger.add(
      .payments, [.customer, .invoice, .date, .paid, .amount, .nature],
      [
        ["C1", "F1", "2025-01-01", "2025-01-31", "300", "payment"],
        ["C1", "F2", "2025-01-01", "2025-01-11", "100", "payment"],
        ["C1", "F3", "2025-01-01", "2025-05-01", "999", "payment"], ["C1", "", "", "2025-01-15", "7", "badDebt"],
        ["C1", "F4", "", "2025-01-20", "50", "payment"], ["", "", "", "2025-01-16", "3", "badDebt"],
        ["C9", "", "", "2025-01-17", "-1", "badDebt"],
      ])
    let read = try ledger.books("2025-01", "2025-01")
    let january = Month(year: 2025, month: 1)
    // (300 × 30 + 100 × 10) ÷ 400; the third was paid after the month looked at, of the fourth no day is known.
    #expect(
      Array(read.payments[0]) == [
        PaymentActivity.Cell(month: january, paid: Cents(450), dated: Cents(400), centDays: 10_000, lost: Cents(7))
      ])
    #expect(read.payments[0].daysToPay == 25)
    // What is nobody's, or of a customer that no file knows, is kept.
    #expect(read.payments.unattributed == [PaymentActivity.Cell(month: january, lost: Cents(2))])
  }

  @Test func `payments and losses of days that later books tell anew are read from these alone`() throws {
    let ledger = try TinyLedger()
    defer { withExtendedLifetime(ledger) {} }
    try ledger.add(.sales, details, [["F1", "2025-01-10", "C1", "Dupont", "flour", "40"]])
    let first = try #require(Day(iso: "2025-01-01"))
    let fields: [Field] = [.customer, .invoice, .date, .paid, .amount, .nature]
    try ledger.add(
      .payments, fields, hidden: [first...first.advanced(by: 30)],
      [
        ["C1", "F1", "2025-01-10", "2025-02-10", "300", "payment"],
        ["C1", "F0", "2024-12-10", "2025-01-10", "100", "payment"], ["C1", "", "", "2025-01-15", "7", "badDebt"],
        ["C1", "", "", "2025-02-15", "5", "badDebt"],
      ])
    let read = try ledger.books("2025-01", "2025-02")
    #expect(
      read.payments.cells == [
        PaymentActivity.Cell(
          month: Month(year: 2025, month: 2), paid: Cents(300), dated: Cents(300), centDays: 9_300, lost: Cents(5))
      ])
  }

  // docs/methods/accounts-and-invoices.md, "Worked example".
  @Test func `the example of the page counts every euro of the books once`() throws {
    let ledger = try TinyLedger()
    defer { withExtendedLifetime(ledger) {} }
    try ledger.add(
      .sales, books, isBooks: true,
      [
        ["FA-001", "2025-01-10", "C1", "Dupont", "707", "100000", ""],
        ["FA-002", "2025-01-12", "C2", "Durand", "707", "50000", ""],
        ["VE 3", "2025-01-15", "C3", "Martin", "707", "45000", ""],
        ["Z131", "2025-01-31", "", "", "707", "7000", "retail"],
        ["FAE", "2025-01-31", "", "", "706", "25000", "accrual"],
      ])
    try ledger.add(
      .sales, details, source: "invoices",
      [
        ["FA001", "2025-01-09", "732829320", "DUPONT SARL", "flour", "60000"],
        ["FA001", "2025-01-09", "732829320", "DUPONT SARL", "sugar", "40000"],
        ["FA 002", "2025-01-12", "C2", "Durand", "salt", "49500"],
        ["A-9003", "2025-01-15", "x", "MARTIN SAS", "oil", "45000"],
        ["FA-777", "2025-01-20", "C1", "Dupont", "ham", "4000"],
        ["FA-888", "2025-02-03", "C2", "Durand", "salt", "6000"],
      ])
    #expect(
      Set(try lines(try ledger.reader())) == [
        "C1 FA001 flour 60000", "C1 FA001 sugar 40000", "C2 FA 002 salt 49500", "C2 FA-002 - 500",
        "C3 A-9003 oil 45000",
        "- Z131 707 7000", "- FAE 706 25000", "C2 FA-888 salt 6000",
      ])
    let comparison = try #require(try ledger.books("2025-01", "2025-02").comparison)
    #expect(comparison.matched.count == 3 && comparison.matched.amount == Cents(195_000) && comparison.byNumber == 2)
    #expect(comparison.differing.amount == Cents(500))
    #expect(comparison.onlyBooks.amount == Cents(7000) && comparison.onlyInvoices.amount == Cents(4000))
    let january = try ledger.books("2025-01", "2025-01")
    #expect((january.activity.cells + january.unattributed.cells).map(\.revenue).sum == Cents(227_000))
  }

  @Test func `what only the accounts know is told for the months in which both tell`() throws {
    let ledger = try TinyLedger()
    defer { withExtendedLifetime(ledger) {} }
    try ledger.add(
      .sales, books, isBooks: true,
      [
        ["FA-001", "2024-12-31", "C1", "Dupont", "707", "10", ""],
        ["FA-002", "2025-01-01", "C1", "Dupont", "707", "20", ""],
        ["FA-003", "2025-01-10", "C1", "Dupont", "707", "30", ""],
        ["FA-004", "2025-02-01", "C1", "Dupont", "707", "40", ""],
      ])
    try ledger.add(.sales, details, source: "i", [["FA-003", "2025-01-10", "C1", "Dupont", "flour", "30"]])
    let comparison = try #require(try ledger.books("2024-12", "2025-02").comparison)
    #expect(comparison.onlyBooks.biggest.map(\.invoice) == ["FA-002"])
  }
}
