import Ledger
import Testing
import Units

@testable import Engine

struct CommitmentListingTests {
  private func ledger(_ add: (TinyLedger) throws -> Void = { _ in }) throws -> TinyLedger {
    let ledger = try TinyLedger()
    try ledger.add(.sales, [.invoice, .date, .customer, .amount], [["F1", "2025-01-10", "A", "100"]])
    try add(ledger)
    return ledger
  }

  @Test func `contracts are those of the customer, each by its newest word`() throws {
    let ledger = try ledger {
      try $0.add(
        .contracts, [.customer, .kind, .start, .renewal, .noticeMonths, .value],
        [
          ["A", "tender", "2024-01-01", "2026-12-31", "3", "1200000"], ["A", "contract", "", "2025-06-30", "", ""],
          ["B", "contract", "2020-01-01", "2030-01-01", "6", "5"],
        ])
      try $0.add(
        .contracts, [.customer, .kind, .start, .renewal], [["A", "tender", "2024-01-01", "2027-12-31"]])
    }
    defer { withExtendedLifetime(ledger) {} }
    let found = try ledger.reader().commitments(to: ID("A"))
    #expect(
      Set(try #require(found.contracts)) == [
        Commitments.Contract(
          isTender: true, start: Day(iso: "2024-01-01"), renewal: Day(iso: "2027-12-31"), noticeMonths: 3,
          value: Cents(1_200_000)),
        Commitments.Contract(
          isTender: false, start: nil, renewal: Day(iso: "2025-06-30"), noticeMonths: nil, value: nil),
      ])
    #expect(found.open == nil)
    #expect(try ledger.reader().commitments(to: ID("C")).contracts == [])
  }

  @Test func `who has a contract that runs is known for all at once, and the same as one by one`() throws {
    let ledger = try ledger {
      try $0.add(
        .sales, [.invoice, .date, .customer, .amount], ["B", "C", "D"].map { ["F" + $0, "2025-01-11", $0, "1"] })
      try $0.add(
        .contracts, [.customer, .kind, .start, .renewal],
        [
          ["A", "contract", "2024-01-01", "2024-12-31"], ["A", "tender", "2024-06-01", "2025-03-31"],
          ["B", "contract", "", ""], ["C", "contract", "2025-03-01", "2030-01-01"], ["Nobody", "contract", "", ""],
        ])
    }
    defer { withExtendedLifetime(ledger) {} }
    for (month, running) in [(1, [0, 1]), (3, [0, 1, 2]), (4, [1, 2])] as [(Int, Set<Int>)] {
      let month = Month(year: 2025, month: month)
      let reader = try ledger.reader()
      let books = try reader.books(Window(asOf: month, months: 1), rules: Policy.Orders())
      #expect(books.secured == running)
      for (place, id) in books.customers.ids.enumerated() {
        let contracts = try #require(try reader.commitments(to: id).contracts)
        #expect(contracts.contains { $0.runs(on: month.lastDay) } == running.contains(place))
      }
    }
  }

  @Test func `what is promised and not done is open, the oldest first`() throws {
    let ledger = try ledger {
      try $0.add(
        .services, [.customer, .date, .kind, .promised, .done],
        [
          ["A", "2025-01-02", "delivery", "2025-02-01", ""],
          ["A", "2025-01-02", "delivery", "2025-01-09", "2025-01-09"],
          ["A", "2025-01-03", "visit", "2025-01-20", ""], ["A", "2025-01-03", "call", "", ""],
          ["B", "2025-01-03", "visit", "2025-01-20", ""],
        ])
    }
    defer { withExtendedLifetime(ledger) {} }
    let found = try ledger.reader().commitments(to: ID("A"))
    #expect(found.contracts == nil)
    #expect(found.open?.map(\.kind) == [.visit, .delivery])
    #expect(found.open?.map(\.promised.iso) == ["2025-01-20", "2025-02-01"])
  }

  @Test func `without a file that tells when things are done nothing is known to be open`() throws {
    let ledger = try ledger { try $0.add(.services, [.customer, .date, .kind], [["A", "2025-01-02", "visit"]]) }
    defer { withExtendedLifetime(ledger) {} }
    #expect(try ledger.reader().commitments(to: ID("A")) == .unknown)
  }
}
