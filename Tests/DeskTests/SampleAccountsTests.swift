import Foundation
import Ledger
import Sample
import SourceFiles
import Testing
import Units

@testable import Desk

/// The sample company's accounts, against what an accountant's own checks would say of them.
struct SampleAccountsTests {
  private func written() throws -> (desk: TinyDesk, folder: String) {
    let desk = try TinyDesk()
    let company = SampleCompany(customers: 60, lines: 8000)
    let folder = desk.folder + "/sample"
    _ = try SampleFolder.write(company, to: folder)
    return (desk, try SampleAccounts.write(company, in: folder, settings: desk.settings))
  }

  private func books(_ path: String) throws -> (reading: FECReading, books: FECBooks, faults: [RowFault]) {
    let reading = try #require(try fecReading(of: FileSample(path: path)))
    var faults: [RowFault] = []
    let books = try FECReader(reading: reading) { faults.append($0) }.books(of: FileBytes(path: path))
    return (reading, books, faults)
  }

  /// What each account of classes 1 to 5 held when the year began and when it ended, the result apart.
  private func balances(_ path: String) throws -> (opened: [String: Int], ended: [String: Int]) {
    let data = try Data(contentsOf: URL(fileURLWithPath: path))
    let text = try #require(String(data: data, encoding: .utf8) ?? String(data: data, encoding: .windowsCP1252))
    var (opened, ended): ([String: Int], [String: Int]) = ([:], [:])
    for row in text.components(separatedBy: "\r\n").dropFirst() where !row.isEmpty {
      let fields = row.components(separatedBy: row.contains("|") ? "|" : "\t")
      guard fields[4] < "6", fields[4] != "120000" else { continue }
      let amounts = fields[11...12].map { Int($0.replacing(",", with: "")) ?? 0 }
      if fields[0] == "AN" { opened[fields[4], default: 0] += amounts[0] - amounts[1] }
      ended[fields[4], default: 0] += amounts[0] - amounts[1]
    }
    return (opened.filter { $0.value != 0 }, ended.filter { $0.value != 0 })
  }

  @Test func `each year balances, opens where the last one ended, and is lettered without a rest`() throws {
    let (desk, folder) = try written()
    defer { withExtendedLifetime(desk) {} }
    let files = try FileManager.default.contentsOfDirectory(atPath: folder + "/comptabilite").sorted()
    #expect(files.count == 4)
    var (encodings, delimiters): (Set<TextEncoding>, Set<Delimiter>) = ([], [])
    var (losses, bought) = (0, Cents.zero)
    var ended: [String: Int] = [:]
    for (place, file) in files.enumerated() {
      let name = FECFileName(file)
      #expect(name.fault == nil && name.siren != nil, "\(file)")
      let (reading, books, faults) = try books("\(folder)/comptabilite/\(file)")
      encodings.insert(reading.encoding)
      delimiters.insert(reading.delimiter)
      #expect(faults.isEmpty && books.controls.isBalanced && books.controls.openLetters == 0, "\(file)")
      #expect(books.controls.opening.lines > (place == 0 ? 1 : 10) && books.controls.accrued.lines > 0)
      #expect(books.controls.unattributed.keys.allSatisfy { $0 == .retail })
      #expect(Set(books.sales.map(\.account)).count > 6)
      #expect(books.controls.lastDay?.month == name.closingDay?.month)
      losses += books.badDebts.count { $0.kind == .loss && $0.customer != nil }
      bought += books.purchases.map(\.amount).sum
      let (opened, now) = try balances("\(folder)/comptabilite/\(file)")
      #expect(place == 0 || opened == ended, "\(file)")
      ended = now
    }
    #expect(encodings == [.windows1252, .utf8] && delimiters == [.tab, .pipe])
    #expect(losses == 1 && bought > .zero)
  }

  @Test func `every electronic invoice sums to what the sales file says of it, in both syntaxes`() throws {
    let (desk, folder) = try written()
    defer { withExtendedLifetime(desk) {} }
    var sold: [String: Cents] = [:]
    for invoice in try SampleInvoice.all(of: desk.folder + "/sample/ventes.csv") { sold[invoice.number] = invoice.net }
    var (count, credits, rests) = (0, 0, 0)
    var syntaxes: Set<String> = []
    try readEInvoices(
      at: folder + "/factures",
      each: { document in
        let invoice = document.invoice
        count += 1
        credits += invoice.totals.net < .zero ? 1 : 0
        rests += invoice.rest == .zero ? 0 : 1
        #expect(invoice.lines.map(\.amount).sum == sold[invoice.number], "\(invoice.number)")
        syntaxes.insert("\(invoice.syntax)")
      }, fault: { Issue.record("\($0.file): \($0.reason)") })
    #expect(count > 50 && credits > 0 && rests == 0 && syntaxes.count == 2)
  }
}
