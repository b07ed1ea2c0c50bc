import Ledger
import SourceFiles
import Testing
import Units

/// The published examples of EN 16931, Peppol BIS 3 and Factur-X, against what an independent reader made of them.
@Suite(.enabled(if: dataFolder != nil))
struct EInvoiceRealDataTests {
  /// Rows of EXPECTED.csv that cannot be compared in full, with the reason.
  private let exceptions = [
    // BT-44 breaks over two lines, and the table's row ends at the break: its figures are in no column.
    "en16931/ubl/examples/sample-discount-price.xml"
  ]

  /// A row of the table by column; the file keeps quoted fields on one line.
  private func row(_ line: Substring, _ header: [String]) -> [String: String] {
    var fields = [""]
    var isQuoted = false
    for character in line {
      switch character {
      case "\"": isQuoted.toggle()
      case "," where !isQuoted: fields.append("")
      default: fields[fields.count - 1].append(character)
      }
    }
    return Dictionary(uniqueKeysWithValues: zip(header, fields))
  }

  private func expected() throws -> [[String: String]] {
    let bytes = try allBytes(of: FileBytes(path: #require(dataFolder) + "/einvoice/EXPECTED.csv"), chunk: 1 << 16)
    let lines = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline)
    let header = try #require(lines.first).split(separator: ",").map(String.init)
    return lines.dropFirst().map { row($0, header) }
  }

  /// An amount of the table in cents.
  private func cents(_ text: String) -> Cents? {
    let parts = text.split(separator: ".")
    guard let whole = parts.first else { return nil }
    let decimals = parts.count > 1 ? parts[1] : ""
    return Int64(whole + (decimals + "00").prefix(2)).map(Cents.init)
  }

  @Test func `every published invoice gives its buyer, date, currency, net total and lines`() throws {
    var invoices: [String: EInvoice] = [:]
    var faults: [String: RowFault.Reason] = [:]
    let folder = try #require(dataFolder) + "/einvoice"
    try readEInvoices(at: folder, each: { invoices[$0.file] = $0.invoice }, fault: { faults[$0.file] = $0.reason })
    let rows = try expected()
    #expect(rows.count == 90)
    var compared = 0
    for row in rows {
      let file = try #require(row["file"])
      guard row["syntax"] != "" else {
        // Orders and test suites are the only ones that are refused.
        #expect(faults[file] == .notAnInvoice(root: row["root"] ?? ""), "\(file)")
        continue
      }
      let invoice = try #require(invoices[file], "\(file)")
      #expect(invoice.number == row["number"], "\(file)")
      #expect(invoice.day.iso.filter { $0 != "-" } == row["date"]?.filter { $0 != "-" }, "\(file)")
      #expect(invoice.currency == row["currency"], "\(file)")
      guard !exceptions.contains(file) else { continue }
      #expect(invoice.buyer.name == row["buyer"], "\(file)")
      let net = try #require(cents(row["net"] ?? ""), "\(file)")
      #expect(invoice.totals.net == (row["credit_note"] == "True" ? -net : net), "\(file)")
      #expect(invoice.lines.count { $0.origin == .billed } == Int(row["lines"] ?? ""), "\(file)")
      #expect(invoice.buyer.vat == row["buyer_vat"].flatMap { $0.isEmpty ? nil : $0 }, "\(file)")
      #expect(invoice.buyer.legal?.value == row["buyer_legal_id"].flatMap { $0.isEmpty ? nil : $0 }, "\(file)")
      #expect(invoice.lines.allSatisfy { $0.origin != .rest }, "\(file)")
      let one = try invoice.converted(to: "XXX", rates: [invoice.currency: Rate(percent: 100)])
      #expect(one.lines.map(\.amount) == invoice.lines.map(\.amount), "\(file)")
      compared += 1
    }
    #expect(compared == 85)
    #expect(faults.count == rows.count { $0["syntax"] == "" } + 4, "the table itself and three texts are no invoices")
  }

  @Test func `the buyer whose name breaks over two lines is one name`() throws {
    var found: EInvoice?
    try readEInvoices(
      at: #require(dataFolder) + "/einvoice/" + exceptions[0], each: { found = $0.invoice }, fault: { _ in })
    let invoice = try #require(found)
    #expect(
      invoice.buyer.name
        == "HEP-OPERATOR DISTRIBUCIJSKOG SUSTAVA D.O.O. ZA DISTRIBUCIJU I OPSKRBU ELEKTRICNE ENERGIJE")
    #expect(invoice.totals.net == Cents(1212))
    #expect(invoice.lines.count == 1)
  }
}
