import Decisions
import Foundation
import Ledger
import Portfolio
import Testing
import Units

@testable import Desk

/// A year of books: a sale of 100 on the fifteenth of each month, and what is bought by month.
private func accounts(_ year: Int, from first: String = "01", months: ClosedRange<Int> = 1...12, bought: [Int: Int])
  -> String
{
  var lines = ["JournalCode;EcritureNum;EcritureDate;CompteNum;CompAuxNum;CompAuxLib;PieceRef;EcritureLib;Debit;Credit"]
  func entry(_ number: String, _ day: String, _ debit: String, _ credit: String, _ amount: Int) {
    lines.append("VT;\(number);\(day);\(debit);;;P\(number);x;\(amount),00;0,00")
    lines.append("VT;\(number);\(day);\(credit);;;P\(number);x;0,00;\(amount),00")
  }
  for month in months {
    let text = (month < 10 ? "0" : "") + "\(month)"
    lines.append("VT;S\(text);\(year)\(text)15;411000;C1;Dupont;F\(year)\(text);Facture;100,00;0,00")
    lines.append("VT;S\(text);\(year)\(text)15;707000;;;F\(year)\(text);Facture;0,00;100,00")
    if let amount = bought[month] { entry("A\(text)", "\(year)\(text)\(first)", "607000", "401000", amount) }
  }
  return lines.joined(separator: "\r\n") + "\r\n"
}

@Suite struct PurchasesTests {
  private func purchases(_ desk: TinyDesk) throws -> [String: Int64] {
    let books = try Analysis(of: desk.workspace, settings: desk.settings, policy: Policy(), length: .all).books
    return Dictionary(uniqueKeysWithValues: books.purchases.map { ($0.key.iso, $0.value.value) })
  }

  @Test func `what accounts say was bought is kept by month, a month without a purchase as nothing`() throws {
    let desk = try TinyDesk()
    try desk.bring(try desk.file("123456789FEC20241231.txt", accounts(2024, months: 1...3, bought: [1: 40, 3: 20])))
    #expect(try purchases(desk) == ["2024-01": 4_000, "2024-02": 0, "2024-03": 2_000])
  }

  @Test func `accounts told anew take the place of the purchases of the same months`() throws {
    let desk = try TinyDesk()
    try desk.bring(try desk.file("123456789FEC20240331.txt", accounts(2024, months: 1...3, bought: [1: 40, 3: 20])))
    try desk.bring(try desk.file("123456789FEC20241231.txt", accounts(2024, months: 1...4, bought: [1: 41, 3: 21])))
    #expect(try purchases(desk) == ["2024-01": 4_100, "2024-02": 0, "2024-03": 2_100, "2024-04": 0])
    _ = try desk.workspace.forget(try #require(try desk.workspace.imports().last).id)
    #expect(try purchases(desk) == ["2024-01": 4_000, "2024-02": 0, "2024-03": 2_000])
  }

  @Test func `a month that later accounts tell in part only is missing`() throws {
    let desk = try TinyDesk()
    try desk.bring(try desk.file("123456789FEC20240331.txt", accounts(2024, months: 1...3, bought: [1: 40, 3: 20])))
    try desk.bring(try desk.file("123456789FEC20241231.txt", accounts(2024, months: 3...4, bought: [:])))
    #expect(try purchases(desk) == ["2024-01": 4_000, "2024-02": 0, "2024-04": 0])
  }

  @Test func `with the rule on, customers of accounts have an estimated margin`() throws {
    let desk = try TinyDesk()
    let bought = Dictionary(uniqueKeysWithValues: (1...12).map { ($0, 60) })
    try desk.bring(try desk.file("123456789FEC20241231.txt", accounts(2024, bought: bought)))
    var policy = Policy()
    policy.margin.estimateFromPurchases = true
    let books = try Analysis(
      of: desk.workspace, settings: desk.settings, policy: policy, asOf: Month(year: 2024, month: 12)
    ).books
    let margins = CompanyAnalysis(books: books, policy: policy).margins
    #expect(margins.rows.map(\.grossMargin) == [Cents(12 * 4_000)])
    #expect(margins.rows.map(\.estimate) == [.purchases])
  }
}
