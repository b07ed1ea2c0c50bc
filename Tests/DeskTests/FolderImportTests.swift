import Foundation
import Ledger
import SourceFiles
import Testing
import Units

@testable import Desk

@Suite struct FolderImportTests {
  /// Numbers that prove themselves; the first is the company's.
  private let own = "732829320"
  private let others = ["404833048", "552081317", "542065479"]

  private func bring(_ desk: TinyDesk, _ paths: [String], own: [Siren] = []) throws -> [ImportOutcome] {
    var policy = Policy()
    policy.company.sirens = own
    return try Importer(desk.workspace, settings: desk.settings, policy: policy).run(
      ImportRequest(
        files: paths, options: SniffOptions(), source: "main", append: false, strict: false, dryRun: false, now: 0))
  }

  private func folder(_ desk: TinyDesk, _ name: String, _ files: [String: String]) throws -> String {
    try FileManager.default.createDirectory(atPath: "\(desk.folder)/\(name)", withIntermediateDirectories: true)
    for (file, text) in files { _ = try desk.file("\(name)/\(file)", text) }
    return "\(desk.folder)/\(name)"
  }

  @Test func `invoices of several sellers to one buyer are purchases, as a folder and one by one`() throws {
    let desk = try TinyDesk()
    let files = others.enumerated().reduce(into: [String: String]()) { files, other in
      files["a\(other.offset).xml"] = tinyInvoice("F\(other.offset)", seller: other.element, buyer: own, 100)
    }
    let folder = try folder(desk, "achats", files)
    for paths in [[folder], files.keys.sorted().map { "\(folder)/\($0)" }] {
      let error = #expect(throws: DeskError.self) { try bring(desk, paths) }
      #expect(error?.sentence(in: .fr).contains("company.siren") ?? false)
      #expect(error?.sentence(in: .en).contains("(732829320)") ?? false)
    }
    #expect(try desk.workspace.imports().isEmpty)
    // Two sellers say nothing yet.
    #expect(try bring(desk, files.keys.sorted().prefix(2).map { "\(folder)/\($0)" }).count == 2)
  }

  @Test func `with the company's number its sales are kept, what it bought and others' invoices are set aside`() throws
  {
    let desk = try TinyDesk()
    let siren = try #require(Siren(own))
    let folder = try folder(
      desk, "factures",
      [
        "1.xml": tinyInvoice("V1", seller: own, buyer: others[0], 100),
        "2.xml": tinyInvoice("A1", seller: others[1], buyer: own, 200),
        "3.xml": tinyInvoice("X1", seller: others[1], buyer: others[2], 400),
      ])
    let outcomes = try bring(desk, [folder], own: [siren])
    #expect(outcomes.count == 1 && outcomes[0].record.accepted == 1 && outcomes[0].record.rejected == 2)
    #expect(
      Set(outcomes[0].faults.map(\.reason)) == [.purchaseInvoice, .othersInvoice(siren: others[1])])
    #expect(try desk.revenue() == 10_000)
  }

  @Test func `a table of a folder that is none we know is told, and the others are read`() throws {
    let desk = try TinyDesk()
    let folder = try folder(
      desk, "dossier",
      [
        "ventes.csv": "date,customer,amount\n2025-01-10,A,10.00\n",
        "menu.json": "[{\"plat\": \"soupe\", \"prix\": 3}]\n",
        "lisez-moi.txt": "Bonjour\n",
      ])
    let outcomes = try bring(desk, [folder])
    #expect(outcomes.count == 1 && outcomes[0].record.file == "ventes.csv")
    let told = outcomes[0].notes.compactMap { note in
      if case .filePassedOver(let name, let error) = note { (name, error.isNoKnownTable) } else { nil }
    }
    #expect(told.map(\.0) == ["menu.json"] && told.allSatisfy(\.1))
    #expect(outcomes[0].notes.contains(.filesPassedOver(["lisez-moi.txt"])))
    #expect(throws: SourceFileError.self) { try bring(desk, ["\(folder)/menu.json"]) }
  }

  @Test func `a folder of tables that are all unknown fails with the first one's reason`() throws {
    let desk = try TinyDesk()
    let folder = try folder(
      desk, "rien", ["a.json": "[{\"plat\": \"soupe\"}]\n", "b.json": "[{\"vin\": \"rouge\"}]\n"])
    #expect(throws: SourceFileError.self) { try bring(desk, [folder]) }
    #expect(try desk.workspace.imports().isEmpty)
  }
}
