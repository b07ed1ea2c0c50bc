import Foundation
import Testing

/// Accounts, electronic invoices, a workbook of customers and a list of visits, through the real program.
@Suite struct AccountsTests {
  // MARK: The tour

  @Test func `the tour's folder becomes one portfolio that reconciles to the cent with the books`() throws {
    let (scratch, folder) = (try Scratch(), try AccountsSample.shared())
    let workspace = try scratch.workspace()
    let imported = try Program.run("import", folder + "/comptable", "-w", workspace, "--format", "json")
    #expect(imported.status == 0, "\(imported.remarks)")
    let kinds = try #require(try imported.json() as? [[String: Any]]).compactMap { $0["kind"] as? String }
    #expect(kinds == ["customers", "fec", "fec", "fec", "fec", "services", "einvoice"])

    let totals = try reconciliation(of: workspace)
    let told = try AccountsSample.fecs(folder).map(revenue(ofFEC:)).reduce(0, +)
    let (customers, others) = (cents(totals, "customersCents"), cents(totals, "unattributedCents"))
    #expect(told > 0 && customers + others == told)
    #expect(cents(totals, "allCents") == told && cents(totals, "differenceCents") == 0)
    let strays = try #require(totals["strays"] as? [[String: Any]])
    #expect(Set(strays.compactMap { $0["nature"] as? String }) == ["accrual", "retail"])
    #expect(strays.map { cents($0, "revenueCents") }.reduce(0, +) == others)

    // Every invoice that was sent is in the books, but the forgotten one; some are a cent off, some have lost their number.
    let books = try #require(totals["books"] as? [String: Any])
    let sent = try FileManager.default.contentsOfDirectory(atPath: folder + "/comptable/factures").count
    #expect(cents(books, "matched") == sent - 1 && cents(books, "onlyInvoices") == 1)
    #expect(cents(books, "byNumber") > 0 && cents(books, "byNumber") < cents(books, "matched"))
    #expect((1..<20).contains(cents(books, "differing")) && abs(cents(books, "differingCents")) < 20)

    // The same sales as the sales file tells, but for what accounts know better.
    let plain = try scratch.workspace("plain")
    try Program.run("import", folder + "/ventes.csv", "-w", plain)
    let sold = cents(try reconciliation(of: plain), "allCents")
    #expect(
      told
        == sold - cents(books, "onlyInvoicesCents") + cents(books, "differingCents") + cents(totals, "accrualsCents"))

    // One customer file: names and sectors from the workbook, visits from the CRM, articles from the invoices.
    let ranking = try Program.run("report", "ranking", "-w", workspace, "--format", "json").object()
    let rows = try #require(ranking["rows"] as? [[String: Any]])
    #expect(rows.count > 40 && rows.allSatisfy { ($0["name"] as? String ?? "").isEmpty == false })
    let first = try #require(rows.first?["customer"] as? String)
    let sheet = try Program.run("customer", first, "-w", workspace, "--format", "json").object()
    #expect(sheet["sector"] as? String != nil)
    let services = try #require(sheet["services"] as? [[String: Any]])
    #expect(services.contains { $0["kind"] as? String == "visit" && cents($0, "events") > 0 })
    let files = try lines(of: first, in: workspace).compactMap { $0["file"] as? String }
    #expect(Set(files).contains("comptable") && files.contains { $0.contains("FEC") })

    let before = try scratch.content(of: workspace)
    let again = try Program.run("import", folder + "/comptable", "-w", workspace)
    #expect(again.status == 0 && again.output.components(separatedBy: "nothing changed").count == 8)
    let year = try #require(try AccountsSample.fecs(folder).last)
    #expect(try Program.run("import", year, "-w", workspace).status == 0)
    #expect(try scratch.content(of: workspace) == before)
  }

  @Test func `days to pay are on the customer's sheet as they were planted, and what was lost`() throws {
    let (scratch, folder) = (try Scratch(), try AccountsSample.shared())
    let workspace = try scratch.workspace()
    try Program.run("import", folder + "/comptable/comptabilite", "-w", workspace)
    let planted = try String(contentsOfFile: folder + "/reglements.csv", encoding: .utf8).split(separator: "\n")
      .dropFirst().map { $0.split(separator: ";") }
    let rows = try #require(
      try Program.run("report", "ranking", "-w", workspace, "--format", "json").object()["rows"] as? [[String: Any]])
    var seen: Set<Int> = []
    for row in rows.prefix(8) {
      let customer = try #require(row["customer"] as? String)
      let sheet = try Program.run("customer", customer, "-w", workspace, "--format", "json").object()
      let days = try #require(planted.first { $0[0] == customer }.flatMap { Int($0[1]) })
      #expect(sheet["daysToPay"] as? Int == days, "\(customer)")
      seen.insert(days)
    }
    #expect(seen.count > 2, "customers differ")
  }

  @Test func `waiting for money and losing it is in each customer's margin, and closes to the cent`() throws {
    let (scratch, folder) = (try Scratch(), try AccountsSample.shared())
    let workspace = try scratch.workspace()
    try Data("costs: {financingRate: 6 %}\n".utf8).write(to: URL(fileURLWithPath: workspace + "/policy.yaml"))
    try Program.run("import", folder + "/comptable", "-w", workspace)
    let report = try Program.run(
      "report", "profitability", "-w", workspace, "--months", "all", "--format", "json"
    ).object()
    let (totals, rows) = (
      try #require(report["totals"] as? [String: Any]), try #require(report["rows"] as? [[String: Any]])
    )
    let payments = try #require(totals["payments"] as? [String: Any])
    let lost = try AccountsSample.fecs(folder).map { -(try sum(ofFEC: $0, on: "654")) }.reduce(0, +)
    #expect(lost > 0 && cents(payments, "badDebtCents") == lost)
    func known(_ key: String) -> Int { rows.compactMap { $0[key] as? Int }.reduce(0, +) }
    #expect(known("badDebtCents") == lost - cents(payments, "unattributedBadDebtCents"))
    #expect(known("timeToPayCents") == cents(payments, "timeToPayCents") && known("timeToPayCents") > 0)
    let kinds = try #require(totals["costsByKind"] as? [[String: Any]])
    #expect(Set(kinds.compactMap { $0["kind"] as? String }).isSuperset(of: ["timeToPay", "badDebt"]))
    #expect(kinds.map { cents($0, "customersCents") }.reduce(0, +) == cents(totals, "costToServeCents"))
    #expect(kinds.map { cents($0, "unattributedCents") }.reduce(0, +) == cents(totals, "unattributedCostToServeCents"))
    #expect(rows.map { cents($0, "costToServeCents") }.reduce(0, +) == cents(totals, "costToServeCents"))
  }

  @Test func `small accounts cost what can be reckoned by hand, and without a rate only days are told`() throws {
    let scratch = try Scratch()
    let workspace = try scratch.workspace()
    let accounts = try scratch.file(
      "732829320FEC20211231.txt",
      """
      JournalCode;EcritureNum;EcritureDate;CompteNum;CompAuxNum;CompAuxLib;PieceRef;EcritureLib;Debit;Credit;EcritureLet
      VT;2;20210115;411000;C1;Dupont;F001;Facture;1200,00;0,00;AA
      VT;2;20210115;707000;;;F001;Facture;0,00;1000,00;
      VT;2;20210115;445710;;;F001;Facture;0,00;200,00;
      BQ;3;20210301;512000;;;V1;Virement;1200,00;0,00;
      BQ;3;20210301;411000;C1;Dupont;V1;Virement;0,00;1200,00;AA
      VT;4;20210201;411000;C2;Garage;F002;Facture;120,00;0,00;
      VT;4;20210201;707000;;;F002;Facture;0,00;100,00;
      VT;4;20210201;445710;;;F002;Facture;0,00;20,00;
      OD;5;20210901;654000;;;P1;Créance perdue;100,00;0,00;
      OD;5;20210901;445710;;;P1;Créance perdue;20,00;0,00;
      OD;5;20210901;411000;C2;Garage;P1;Créance perdue;0,00;120,00;
      OD;6;20211001;654000;;;P2;Perte diverse;50,00;0,00;
      OD;6;20211001;467000;;;P2;Perte diverse;0,00;50,00;
      AC;7;20211231;607000;;;A1;Achats;720,00;0,00;
      AC;7;20211231;401000;;;A1;Achats;0,00;720,00;
      CA;8;20211231;530000;;;Z1;Caisse;120,00;0,00;
      CA;8;20211231;707000;;;Z1;Caisse;0,00;100,00;
      CA;8;20211231;445710;;;Z1;Caisse;0,00;20,00;

      """)
    #expect(try Program.run("import", accounts, "-w", workspace).status == 0)
    typealias Told = (rows: [String: [String: Any]], totals: [String: Any], notes: String)
    func profitability(_ policy: String) throws -> Told {
      try Data(policy.utf8).write(to: URL(fileURLWithPath: workspace + "/policy.yaml"))
      let report = try Program.run("report", "profitability", "-w", workspace, "--format", "json").object()
      let rows = try #require(report["rows"] as? [[String: Any]])
      return (
        Dictionary(uniqueKeysWithValues: rows.map { ($0["customer"] as? String ?? "", $0) }),
        try #require(report["totals"] as? [String: Any]),
        (report["notes"] as? [String] ?? []).joined(separator: " ")
      )
    }
    let told = try profitability("costs: {financingRate: 6 %}\nmargin: {estimateFromPurchases: true}\n")
    let (dupont, garage) = (try #require(told.rows["C1"]), try #require(told.rows["C2"]))
    // 1,200 × 45 days × 6 % ÷ 365; purchases are 60 % of sales.
    #expect(cents(dupont, "timeToPayCents") == 888 && cents(dupont, "daysToPay") == 45)
    #expect(cents(dupont, "badDebtCents") == 0 && cents(dupont, "operatingMarginCents") == 40_000 - 888)
    #expect(garage["timeToPayCents"] is NSNull && cents(garage, "badDebtCents") == 10_000)
    #expect(cents(garage, "operatingMarginCents") == 4_000 - 10_000)
    #expect(cents(told.totals, "costToServeCents") == 10_888)
    #expect(cents(told.totals, "unattributedCostToServeCents") == 5_000)
    #expect(told.notes.contains("only time to pay and bad debt are known"))

    let sheet = try Program.run("customer", "C2", "-w", workspace, "--format", "json").object()
    let steps = try #require(sheet["waterfall"] as? [[String: Any]])
    #expect(steps.contains { $0["step"] as? String == "badDebt" && cents($0, "amountCents") == -10_000 })
    #expect(sheet["timeToPayCents"] is NSNull && cents(sheet, "badDebtCents") == 10_000)
    let french = try Program.run("customer", "C2", "-w", workspace, language: "fr").output
    #expect(french.contains("créances irrécouvrables"))

    let unrated = try profitability("margin: {estimateFromPurchases: true}\n")
    let waiting = try #require(unrated.rows["C1"])
    #expect(cents(waiting, "daysToPay") == 45 && waiting["timeToPayCents"] is NSNull)
    #expect(cents(waiting, "operatingMarginCents") == 40_000)
    #expect(unrated.notes.contains("costs.financingRate"))
  }

  @Test func `the same seed writes the same accounts, another seed others`() throws {
    let (scratch, folder) = (try Scratch(), try AccountsSample.shared())
    for (name, seed) in [("same", "1"), ("other", "2")] {
      try AccountsSample.write(to: scratch.path + "/" + name, seed: seed)
    }
    func texts(_ folder: String) throws -> [String: Data] {
      try scratch.content(of: folder + "/comptable").filter { !$0.key.hasSuffix(".xlsx") }
    }
    let first = try texts(folder)
    #expect(try texts(scratch.path + "/same") == first)
    #expect(try texts(scratch.path + "/other") != first)
    let plain = try Program.run("sample", scratch.path + "/plain", "--plain", "--accounts")
    #expect(plain.status == 2 && plain.remarks.contains("--plain"))
  }

  // MARK: Years anew

  @Test func `a year's corrected books replace it, and forgetting them brings it back`() throws {
    let (scratch, folder) = (try Scratch(), try AccountsSample.shared())
    let workspace = try scratch.workspace()
    let year = try #require(try AccountsSample.fecs(folder).dropFirst(2).first)
    try Program.run("import", folder + "/comptable", "-w", workspace)
    let before = try total(of: workspace)
    let name = (year as NSString).lastPathComponent
    let missing = [("411000", "123,00", "0,00"), ("707010", "0,00", "102,50"), ("445710", "0,00", "20,50")].map {
      "VE\tVentes\t999999\t20250616\t\($0.0)\t\t\($0.0 == "411000" ? "C0001" : "")\t\tF-OUBLI\t20250616\tOubli\t\($0.1)\t\($0.2)\t\t\t20251231\t\t\r\n"
    }.joined()
    let corrected = try scratch.file(name, try String(contentsOfFile: year, encoding: .utf8) + missing)
    let outcome = try #require(
      try Program.run("import", corrected, "-w", workspace, "--format", "json").json() as? [[String: Any]])[0]
    #expect((outcome["replaces"] as? [[String: Any]])?.count == 1)
    #expect(try total(of: workspace) == before + 10_250)
    let id = try #require(outcome["id"] as? String)
    #expect(try Program.run("forget", id, "-w", workspace).status == 0)
    #expect(try total(of: workspace) == before)
  }

  // MARK: What is no invoice

  @Test func `an order among invoices is one reject, the rest goes on; so does a currency without a rate`() throws {
    let scratch = try Scratch()
    let invoices = try invoices(3, in: scratch, "few")
    let text = try String(contentsOfFile: invoices.files[0], encoding: .utf8)
    _ = try scratch.file("few/order.xml", text.replacingOccurrences(of: "Invoice-2", with: "Order-2"))
    try Data(
      text.replacingOccurrences(of: "EUR", with: "USD").replacingOccurrences(of: ">FA26-", with: ">FX26-").utf8
    ).write(to: URL(fileURLWithPath: invoices.folder + "/dollars.xml"))
    let workspace = try scratch.workspace()
    let result = try Program.run("import", invoices.folder, "-w", workspace, "--format", "json")
    #expect(result.status == 3, "\(result.remarks)")
    let outcome = try #require((try result.json() as? [[String: Any]])?.first)
    #expect(cents(outcome, "rejected") == 2 && cents(outcome, "revenueCents") == invoices.net)
    let rejects = try String(contentsOfFile: try #require(outcome["rejectsFile"] as? String), encoding: .utf8)
    #expect(rejects.contains("order.xml") && rejects.contains("notAnInvoice"))
    #expect(rejects.contains("dollars.xml") && rejects.contains("noRate") && rejects.contains("USD"))
    let french = try Program.run("import", invoices.folder, "-w", workspace, "--dry-run", language: "fr")
    #expect(!french.output.contains("notAnInvoice"), "codes are for programs")
    try Data("company: {rates: {USD: 50 %}}\n".utf8).write(to: URL(fileURLWithPath: workspace + "/policy.yaml"))
    let rated = try Program.run(
      "import", invoices.folder + "/dollars.xml", "-w", workspace, "--format", "json", "--dry-run")
    #expect(rated.status == 0, "\(rated.remarks)")
  }

  @Test func `broken XML alone fails in one sentence, and so do accounts that are none`() throws {
    let scratch = try Scratch()
    let workspace = try scratch.workspace()
    let before = try scratch.content(of: workspace)
    let invoices = try invoices(1, in: scratch, "one")
    let text = try String(contentsOfFile: invoices.files[0], encoding: .utf8)
    let broken = try Program.run("import", try scratch.file("cut.xml", String(text.dropLast(60))), "-w", workspace)
    #expect(broken.status == 1 && broken.output.isEmpty)
    #expect(broken.remarks.contains("“cut.xml”") && broken.remarks.contains("not well formed"))
    let table = try scratch.file("sales.csv", "invoice,date,customer,product,quantity,amount\nF1,2025-01-10,A,P,1,10\n")
    let forced = try Program.run("import", table, "--as", "fec", "-w", workspace)
    #expect(forced.status == 1 && forced.remarks.contains("French accounting export"))
    #expect(try scratch.content(of: workspace) == before)
  }

  @Test func `a zip of invoices is worth its folder, and a text beside them is passed over and named`() throws {
    let scratch = try Scratch()
    let invoices = try invoices(25, in: scratch, "many")
    let zip = Process()
    zip.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    zip.arguments = ["python3", "-m", "zipfile", "-c", scratch.path + "/many.zip", invoices.folder]
    try zip.run()
    zip.waitUntilExit()
    #expect(zip.terminationStatus == 0)
    let text = "Read this first.\nNothing in it is a table, or an invoice.\n"
    try Data(text.utf8).write(to: URL(fileURLWithPath: invoices.folder + "/readme.txt"))
    let (one, other) = (try scratch.workspace("one"), try scratch.workspace("other"))
    let folder = try Program.run("import", invoices.folder, "-w", one)
    #expect(folder.status == 0 && folder.output.contains("readme.txt"), "\(folder.remarks)")
    #expect(try Program.run("import", scratch.path + "/many.zip", "-w", other).status == 0)
    func told(_ workspace: String) throws -> String {
      try Program.run("report", "ranking", "-w", workspace, "--months", "all", "--format", "csv").output
    }
    let unpacked = try told(one)
    #expect(unpacked.contains("C0"))
    #expect(try told(other) == unpacked)
    #expect(try total(of: one) == invoices.net)
  }

  /// The first invoices of the sample, which are in UBL, copied to a folder of their own.
  private func invoices(
    _ count: Int, in scratch: Scratch, _ name: String
  ) throws -> (folder: String, files: [String], net: Int) {
    let source = try AccountsSample.shared() + "/comptable/factures"
    let folder = scratch.path + "/" + name
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    var (files, net): ([String], Int) = ([], 0)
    for file in try FileManager.default.contentsOfDirectory(atPath: source).sorted() where files.count < count {
      let text = try String(contentsOfFile: source + "/" + file, encoding: .utf8)
      guard let amount = text.firstMatch(of: /<cbc:TaxExclusiveAmount currencyID="EUR">([0-9]+)\.([0-9]{2})</),
        text.contains("<Invoice")
      else { continue }
      files.append(folder + "/" + file)
      net += (Int(amount.1) ?? 0) * 100 + (Int(amount.2) ?? 0)
      try Data(text.utf8).write(to: URL(fileURLWithPath: folder + "/" + file))
    }
    #expect(files.count == count)
    return (folder, files, net)
  }
}

// MARK: - Figures

/// A whole number of a JSON object.
func cents(_ object: [String: Any], _ key: String) -> Int { object[key] as? Int ?? Int.min / 4 }

/// The totals of all months.
func reconciliation(of workspace: String) throws -> [String: Any] {
  try Program.run("report", "reconciliation", "-w", workspace, "--months", "all", "--format", "json").totals()
}

/// All revenue of all months.
private func total(of workspace: String) throws -> Int { cents(try reconciliation(of: workspace), "allCents") }

/// A customer's lines.
func lines(of customer: String, in workspace: String) throws -> [[String: Any]] {
  try #require(
    try Program.run("lines", customer, "-w", workspace, "--format", "json").json() as? [[String: Any]])
}

/// Σ(credit − debit) on accounts 70 outside opening entries, in cents, with nothing of the product's own.
private func revenue(ofFEC path: String) throws -> Int { try sum(ofFEC: path, on: "70") }

/// Σ(credit − debit) on accounts that begin with some digits, outside opening entries, in cents.
private func sum(ofFEC path: String, on accounts: String) throws -> Int {
  let data = try Data(contentsOf: URL(fileURLWithPath: path))
  let text = try #require(String(data: data, encoding: .utf8) ?? String(data: data, encoding: .windowsCP1252))
  let rows = text.components(separatedBy: "\r\n").filter { !$0.isEmpty }
  let separator = try #require(rows.first).contains("|") ? "|" : "\t"
  func amount(_ text: String) -> Int { Int(text.replacingOccurrences(of: ",", with: "")) ?? 0 }
  return rows.dropFirst().map { $0.components(separatedBy: separator) }
    .filter { $0[0] != "AN" && $0[4].hasPrefix(accounts) }.map { amount($0[12]) - amount($0[11]) }.reduce(0, +)
}

/// The sample company's files, written once for all tests.
enum AccountsSample {
  /// The folder, for what lives as long as the tests is never let go of by itself.
  private static let made = Result {
    let folder = NSTemporaryDirectory() + "clientele-" + UUID().uuidString
    try write(to: folder, seed: "1")
    atexit { AccountsSample.remove() }
    return folder
  }

  static func shared() throws -> String { try made.get() }

  private static func remove() {
    if let folder = try? made.get() { try? FileManager.default.removeItem(atPath: folder) }
  }

  static func write(to folder: String, seed: String) throws {
    let result = try Program.run(
      "sample", folder, "--customers", "60", "--lines", "8000", "--seed", seed, "--accounts")
    #expect(result.status == 0 && result.output.contains("/comptable"), "\(result.remarks)")
  }

  /// The accounting exports, the oldest first.
  static func fecs(_ folder: String) throws -> [String] {
    let place = folder + "/comptable/comptabilite"
    return try FileManager.default.contentsOfDirectory(atPath: place).sorted().map { place + "/" + $0 }
  }
}
