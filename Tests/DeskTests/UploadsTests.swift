import Foundation
import Ledger
import SourceFiles
import Testing
import Units

@testable import Desk

@Suite struct UploadsTests {
  @Test(arguments: [
    ("ventes.csv", "ventes.csv"), ("../../etc/passwd", "passwd"),
    ("C:\\Users\\x\\ventes 2025.xlsx", "ventes 2025.xlsx"),
    ("..", "file"), ("", "file"), ("/", "file"), (".htaccess", "htaccess"), ("a\r\nb\u{0}\u{1B}c.csv", "abc.csv"),
    ("\u{202E}vsc.exe\u{200F}.csv", "vsc.exe.csv"), ("  été.csv ", "été.csv"),
  ])
  func `a stranger's name becomes one that cannot lead anywhere`(given: String, name: String) {
    #expect(fileName(given) == name)
  }

  @Test func `an endless name keeps its ending`() {
    let name = fileName(String(repeating: "é", count: 10_000) + ".csv.gz")
    #expect(name.utf8.count <= 200 && name.hasSuffix("é.csv.gz"))
  }

  @Test func `files of one name stand beside each other, and only a known bringing is found again`() throws {
    let desk = try TinyDesk()
    let uploads = Uploads(of: desk.workspace)
    let upload = try uploads.begin()
    for text in ["1", "22"] {
      let writer = try upload.add(named: "a/ventes.csv")
      try writer.write(Array(text.utf8))
      try writer.close()
    }
    let found = try uploads.upload(upload.id)
    #expect(found.files.map { ($0 as NSString).lastPathComponent } == ["ventes (2).csv", "ventes.csv"])
    #expect(try found.files.map { try String(contentsOfFile: $0, encoding: .utf8) } == ["22", "1"])
    for id in ["", "..", "../../w", String(repeating: "0", count: 32), upload.id.uppercased() + " "] {
      #expect(throws: DeskError.self) { try uploads.upload(id) }
    }
  }

  @Test func `what waits too long is swept, what is new stays`() throws {
    let desk = try TinyDesk()
    let uploads = Uploads(of: desk.workspace)
    let (old, new) = (try uploads.begin(), try uploads.begin())
    for upload in [old, new] { try upload.add(named: "a.csv").close() }
    let now = Date().timeIntervalSince1970
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSince1970: now - 90_000)], ofItemAtPath: old.folder)
    uploads.sweep(before: now - 86_400)
    #expect(old.files.isEmpty && new.files.count == 1)
    uploads.sweep(before: .infinity)
    #expect(new.files.isEmpty)
  }

  @Test func `an import leaves alone what waits`() throws {
    let desk = try TinyDesk()
    let upload = try Uploads(of: desk.workspace).begin()
    try upload.add(named: "a.csv").close()
    try desk.bring(try desk.file("b.csv", ImporterTests.header + "F1,2025-01-10,A,P,1,10.00\n"))
    #expect(upload.files.count == 1)
  }
}

@Suite struct FilePreviewTests {
  private func preview(_ desk: TinyDesk, _ path: String, _ options: SniffOptions = SniffOptions()) throws -> FilePreview
  {
    try FilePreview(path, options: options, policy: Policy(), settings: desk.settings)
  }

  private func table(_ preview: FilePreview) throws -> (SniffedTable, [FilePreview.Row]) {
    guard case .table(let table, let rows) = preview.content else {
      Issue.record("\(preview.content)")
      throw CancellationError()
    }
    return (table, rows)
  }

  @Test func `the first rows come as the ledger will keep them`() throws {
    let desk = try TinyDesk()
    let path = try desk.file(
      "ventes.csv",
      "Facture;Date;Client;Quantité;PU HT;Libre\nF1;13/01/2025;\"Dupont; \"\"père\"\"\";2;1 250,50 €;x\nF2;31/02/2025;B;1;1,00;y\n"
    )
    let (sniffed, rows) = try table(try preview(desk, path))
    #expect(sniffed.reading.kind == .sales && sniffed.reading.delimiter == .semicolon)
    let fields = SourceKind.sales.fields
    let row = Dictionary(uniqueKeysWithValues: zip(fields, try #require(rows.first)))
    // The second row has an impossible date and is not shown.
    #expect(rows.count == 1)
    #expect(row[.customer] == "Dupont; \"père\"" && row[.date] == "2025-01-13")
    #expect(row[.amount] == "250100" && row[.unitPrice] == "1250500000" && row[.cost] == .some(nil))
  }

  @Test func `ten rows are enough, also of a long, a compressed and a wide-lettered file`() throws {
    let desk = try TinyDesk()
    let text = "date;client;montant\n" + (0..<20_000).map { "01/02/2025;Client \($0);\($0),50\n" }.joined()
    let path = try desk.file("a.csv", text)
    let zip = Process()
    zip.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    zip.arguments = ["gzip", "-k", path]
    try zip.run()
    zip.waitUntilExit()
    try #require(text.data(using: .utf16)).write(to: URL(fileURLWithPath: desk.folder + "/wide.csv"))
    for file in [path, path + ".gz", desk.folder + "/wide.csv"] {
      let (_, rows) = try table(try preview(desk, file))
      #expect(rows.count == FilePreview.rowCount)
      #expect(rows[3].contains("Client 3") && rows[3].contains("350"))
    }
  }

  @Test func `JSON lines and mended rejects are recognised`() throws {
    let desk = try TinyDesk()
    let json = try desk.file("a.jsonl", "{\"date\":\"2025-01-10\",\"customer\":\"A\",\"amount\":10.5}\n")
    #expect(try table(try preview(desk, json)).1.count == 1)
    let rejects = try desk.file("r.csv", "file,line,column,reason,raw\na.csv,2,date,notADay: x,\"1,2\"\n")
    guard case .mendedRejects = try preview(desk, rejects).content else { Issue.record("not recognised"); return }
  }

  @Test func `what is forced is obeyed, what cannot be read is said`() throws {
    let desk = try TinyDesk()
    let path = try desk.file("x.csv", "a;b;c\n01/02/2025;Dupont;5,00\n")
    for (file, options) in [
      (path, SniffOptions()), (path, SniffOptions(delimiter: .pipe)), (try desk.file("empty.csv", ""), SniffOptions()),
      (try desk.file("p.pdf", "%PDF-1.4"), SniffOptions()),
    ] {
      guard case .unreadable = try preview(desk, file, options).content else { Issue.record("\(file)"); continue }
    }
    let forced = SniffOptions(
      kind: .sales,
      map: [
        .init(field: "date", column: "a"), .init(field: "customer", column: "b"), .init(field: "amount", column: "3"),
      ])
    let (_, rows) = try table(try preview(desk, path, forced))
    #expect(rows.first?.contains("500") == true)
  }
}

@Suite struct SampleSetupTests {
  @Test func `the sample company needs an empty workspace, and leaves changed rules alone`() throws {
    let desk = try TinyDesk()
    try Data("company:\n  name: Mine\n".utf8).write(to: URL(fileURLWithPath: desk.workspace.policyFile))
    #expect(!Workspace.isSample(desk.workspace.root))
    let outcomes = try desk.workspace.bringSample(settings: desk.settings, language: .en, now: 0) { _ in }
    #expect(outcomes.count == 8 && outcomes[0].record.kind == .sales)
    #expect(Workspace.isSample(desk.workspace.root))
    #expect(try PolicyFile.policy(of: desk.workspace).company.name == "Mine")
    #expect(throws: DeskError.self) {
      try desk.workspace.bringSample(settings: desk.settings, language: .en, now: 0) { _ in }
    }
  }
}
