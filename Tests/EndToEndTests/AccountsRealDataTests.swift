import Foundation
import Testing

/// Published invoices and accounts, through the real program.
@Suite(.enabled(if: RealData.isThere, "CLIENTELE_DATA names no folder"))
struct AccountsRealDataTests {
  private func folder() throws -> String {
    try #require(RealData.folder, "continuous integration has the real data sets")
  }

  /// The table that an independent reader made, row by row; the file keeps quoted fields on one line.
  private func expected() throws -> [[String: String]] {
    let text = try String(contentsOfFile: folder() + "/einvoice/EXPECTED.csv", encoding: .utf8)
    let rows = text.split(whereSeparator: \.isNewline).map { line -> [String] in
      var (fields, isQuoted) = ([""], false)
      for character in line {
        switch character {
        case "\"": isQuoted.toggle()
        case "," where !isQuoted: fields.append("")
        default: fields[fields.count - 1].append(character)
        }
      }
      return fields
    }
    return rows.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(rows[0], $0)) }
  }

  private func cents(of amount: String?) -> Int? {
    let parts = (amount ?? "").split(separator: ".")
    guard let whole = parts.first else { return nil }
    return Int(whole + ((parts.count > 1 ? parts[1] : "") + "00").prefix(2))
  }

  /// A workspace where every currency is worth one.
  private func workspace(_ name: String, in scratch: Scratch) throws -> String {
    let workspace = try scratch.workspace(name)
    let rates = ["SEK", "DKK", "NOK", "HUF", "USD", "GBP", "CHF"].map { "\($0): 1" }.joined(separator: ", ")
    try Data("company: {rates: {\(rates)}}\n".utf8).write(to: URL(fileURLWithPath: workspace + "/policy.yaml"))
    return workspace
  }

  /// Whether one would take the other's place in a workspace: its number comes again, or its buyer's under another name, as
  /// made-up numbers do.
  private func isTheSame(_ one: [String: String], _ other: [String: String]) -> Bool {
    guard one["number"] != other["number"] else { return true }
    // Both have 10202 as the seller's own number of the buyer, which the table does not tell.
    let twins: Set = ["ODIN 59", "XXX AG"]
    guard let buyer = one["buyer"], let second = other["buyer"], buyer != second else { return false }
    return twins == [buyer, second]
      || ["buyer_legal_id", "buyer_vat"].contains { !(one[$0] ?? "").isEmpty && one[$0] == other[$0] }
  }

  /// The name breaks over two lines there, which cuts the table's row.
  private let cut = "sample-discount-price.xml"

  @Test func `every published invoice gives its buyer, date, net total and lines, what is none is refused`() throws {
    let scratch = try Scratch()
    var rounds: [[[String: String]]] = []
    for row in try expected() where row["syntax"] != "" {
      if let place = rounds.firstIndex(where: { round in !round.contains { isTheSame($0, row) } }) {
        rounds[place].append(row)
      } else {
        rounds.append([row])
      }
    }
    var compared = 0
    for (place, round) in rounds.enumerated() {
      let workspace = try workspace("w\(place)", in: scratch)
      let files = try round.map { try folder() + "/einvoice/" + (#require($0["file"])) }
      let result = try Program.run(
        arguments: ["import", "-w", workspace, "--format", "json"] + files)
      #expect(result.status == 0, "\(result.remarks)")
      let outcomes = try #require(try result.json() as? [[String: Any]])
      let last = try #require(outcomes.compactMap { $0["to"] as? String }.max()).prefix(7)
      let told = try lines(in: workspace, upTo: String(last))
      for (row, outcome) in zip(round, outcomes) {
        let file = try #require(outcome["file"] as? String)
        #expect(row["file"]?.hasSuffix(file) == true)
        let day = row["date"]?.filter { $0 != "-" }
        #expect((outcome["from"] as? String)?.filter { $0 != "-" } == day, "\(file)")
        guard file != cut else {
          #expect(outcome["revenueCents"] as? Int == 1212, "\(file)")
          continue
        }
        let net = try #require(cents(of: row["net"]), "\(file)")
        #expect(outcome["revenueCents"] as? Int == (row["credit_note"] == "True" ? -net : net), "\(file)")
        // An invoice of a profile without lines is one line of its total.
        #expect(outcome["accepted"] as? Int == max(1, Int(row["lines"] ?? "") ?? 0), "\(file)")
        let mine = told[file] ?? []
        #expect(mine.count == outcome["accepted"] as? Int, "\(file)")
        #expect(mine.allSatisfy { $0.invoice == row["number"] && $0.buyer == row["buyer"] }, "\(file)")
        compared += 1
      }
    }
    #expect(compared == 85)
    let others = try expected().filter { $0["syntax"] == "" }.map {
      try folder() + "/einvoice/" + (#require($0["file"]))
    }
    let workspace = try workspace("others", in: scratch)
    let refused = try Program.run(arguments: ["import", "-w", workspace] + others)
    #expect(refused.status == 1 && refused.remarks.contains("not an invoice"), "\(refused.remarks)")
  }

  /// Every line of a workspace by the file it came from.
  private func lines(in workspace: String, upTo last: String) throws -> [String: [(buyer: String, invoice: String)]] {
    let rows = try #require(
      try Program.run("report", "ranking", "-w", workspace, "--months", "all", "--as-of", last, "--format", "json")
        .object()["rows"] as? [[String: Any]])
    var found: [String: [(buyer: String, invoice: String)]] = [:]
    for row in rows {
      let (customer, name) = (try #require(row["customer"] as? String), row["name"] as? String ?? "")
      let told = try Program.run("lines", customer, "-w", workspace, "--format", "json").json() as? [[String: Any]]
      for line in try #require(told) {
        found[try #require(line["file"] as? String), default: []].append((name, line["invoice"] as? String ?? ""))
      }
    }
    return found
  }

  @Test func `published accounts give their revenue and their customer, or say that they have no sales`() throws {
    let scratch = try Scratch()
    let sales = try scratch.workspace("sales")
    let file = try folder() + "/fec-odoo/odoo_l10n_fr_fec_2021_test.txt"
    #expect(try Program.run("import", file, "-w", sales).status == 0)
    let totals = try reconciliation(of: sales)
    #expect(totals["allCents"] as? Int == 646_704 && totals["unattributedCents"] as? Int == 0)
    let ranking = try Program.run("report", "ranking", "-w", sales, "--months", "all", "--format", "json").object()
    let rows = try #require(ranking["rows"] as? [[String: Any]])
    #expect(rows.map { $0["name"] as? String } == ["partner_a"])
    let none = try Program.run(
      "import", try folder() + "/fec-odoo/odoo_l10n_fr_account_test.txt", "-w", try scratch.workspace("none"))
    #expect(none.status == 0 && none.output.contains("No entry is on an account 70"))
  }
}
