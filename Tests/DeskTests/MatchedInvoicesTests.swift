import Engine
import Foundation
import Ledger
import Matching
import Portfolio
import Testing
import Units

@testable import Desk

/// Customers that the accounts know by one code and electronic invoices by another.
@Suite struct MatchedInvoicesTests {
  private let own = "732829320"
  private let buyer = "404833048"

  private func books(_ rows: [(piece: String, amount: Int)]) -> String {
    let head = [
      "JournalCode", "JournalLib", "EcritureNum", "EcritureDate", "CompteNum", "CompteLib", "CompAuxNum", "CompAuxLib",
      "PieceRef", "PieceDate", "EcritureLib", "Debit", "Credit", "EcritureLet", "DateLet", "ValidDate", "Montantdevise",
      "Idevise",
    ]
    let lines = rows.enumerated().flatMap { place, row in
      [
        [
          "VE", "Ventes", "\(place + 1)", "20260304", "411000", "Clients", "411QBT", "Quibart", row.piece, "20260304",
          "Vente",
          "\(row.amount),00", "0,00", "", "", "20260305", "", "",
        ],
        [
          "VE", "Ventes", "\(place + 1)", "20260304", "707000", "Ventes", "", "", row.piece, "20260304", "Vente",
          "0,00",
          "\(row.amount),00", "", "", "20260305", "", "",
        ],
      ]
    }
    return ([head] + lines).map { $0.joined(separator: "\t") }.joined(separator: "\r\n") + "\r\n"
  }

  @Test func `a code of the accounts and a buyer of invoices are offered as one, merged, and no total changes`() throws
  {
    let desk = try TinyDesk()
    let documents = [("FA2026-001", 1_000), ("FA2026-002", 250), ("FA2026-003", 40)]
    try desk.bring(
      try desk.file("732829320FEC20261231.txt", books(documents.map { (piece: $0.0, amount: $0.1) })))
    for (number, amount) in documents {
      try desk.bring(
        try desk.file(
          number + ".xml", tinyInvoice(number, seller: own, buyer: buyer, name: "Établissements Quibart SAS", amount)))
    }
    func analysis() throws -> Analysis {
      try Analysis(of: desk.workspace, settings: desk.settings, policy: Policy(), length: .all)
    }
    #expect(try desk.revenue() == 129_000)
    let before = try analysis()
    let duplicates = try before.duplicates(of: desk.workspace)
    let pair = try #require(duplicates.pairs.first { $0.reasons.contains { $0.field == .documents } })
    #expect(CustomerPair(pair.a, pair.b) == CustomerPair(ID("411QBT"), ID(buyer)))
    #expect(pair.reasons.first { $0.field == .documents }?.a == "3" && pair.score > 0.9)
    _ = try desk.workspace.merge(
      [(kept: ID("411QBT"), other: ID(buyer))], by: Authorship("test", at: 0))
    #expect(try desk.revenue() == 129_000)
    let after = try analysis()
    #expect(after.books.customers.count == before.books.customers.count - 1)
    #expect(after.books.comparison?.oneCustomer.isEmpty == true && after.books.comparison?.matched.count == 3)
    #expect(try after.duplicates(of: desk.workspace).pairs.isEmpty)
  }
}
