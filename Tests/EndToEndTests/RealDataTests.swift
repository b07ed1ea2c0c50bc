import Foundation
import Testing

@Suite(.enabled(if: RealData.isThere, "CLIENTELE_DATA names no folder"))
struct RealDataTests {
  func imported(_ files: [String], in scratch: Scratch) throws -> String {
    let data = try #require(RealData.folder, "continuous integration has the real data sets")
    let workspace = try scratch.workspace()
    let paths = files.map { data + "/" + $0 }
    let (output, remarks) = (Pipe(), Pipe())
    let process = try Program.start(
      ["import", "-w", workspace, "--format", "json"] + paths, output: output, remarks: remarks)
    let errors = Background { remarks.fileHandleForReading.readDataToEndOfFile() }
    _ = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0, "\(String(decoding: errors.wait(), as: UTF8.self))")
    return workspace
  }

  func expect(_ totals: [String: Any], _ key: String, _ value: Int) {
    #expect(totals[key] as? Int == value, "\(key)")
  }

  func expect(_ totals: [String: Any], _ key: String, near value: Double) {
    #expect(abs((totals[key] as? Double ?? .nan) - value) < 0.000_000_5, "\(key)")
  }

  @Test func `online_retail gives its figures to the cent`() throws {
    let scratch = try Scratch()
    let workspace = try imported(["online_retail/online_retail.csv.gz"], in: scratch)
    let all = try Program.run("report", "ranking", "-w", workspace, "--months", "all", "--format", "json").totals()
    expect(all, "unattributedCents", 144_768_212)
    expect(all, "customersFor80", 1178)
    expect(all, "top20Share", near: 0.734634)
    expect(all, "gini", near: 0.702828)
    let books = try Program.run("report", "reconciliation", "-w", workspace, "--months", "all", "--format", "json")
      .totals()
    expect(books, "allCents", 974_774_793)
    expect(books, "unattributedCents", 144_768_212)
    expect(books, "lines", 541_909)
    expect(books, "unattributedLines", 135_080)
    let window = try Program.run("report", "ranking", "-w", workspace, "--format", "json").object()
    #expect(window["asOf"] as? String == "2011-11")
    let rows = try #require(window["rows"] as? [[String: Any]])
    #expect(rows.first { $0["customer"] as? String == "14646" }?["valueCents"] as? Int == 26_776_100)
    let year = try Program.run("report", "reconciliation", "-w", workspace, "--format", "json").totals()
    expect(year, "allCents", 931_407_992)
  }

  @Test func `adventureworks takes prices and costs from its product file`() throws {
    let scratch = try Scratch()
    let workspace = try imported(
      [
        "adventureworks/AdventureWorks_Sales_2017.csv.gz", "adventureworks/AdventureWorks_Sales_2018.csv.gz",
        "adventureworks/AdventureWorks_Sales_2019.csv.gz", "adventureworks/AdventureWorks_Products.csv.gz",
      ], in: scratch)
    let all = try Program.run("report", "ranking", "-w", workspace, "--months", "all", "--format", "json").totals()
    expect(all, "customers", 17_411)
    expect(all, "revenueCents", 2_491_458_366)
    let books = try Program.run("report", "reconciliation", "-w", workspace, "--months", "all", "--format", "json")
      .totals()
    expect(books, "lines", 56_046)
    let costs = try Program.run("report", "profitability", "-w", workspace, "--months", "all", "--format", "json")
      .totals()
    expect(costs, "directCostCents", 1_445_684_713)
    let year = try Program.run("report", "ranking", "-w", workspace, "--format", "json")
    #expect(try year.object()["asOf"] as? String == "2019-06")
    expect(try year.totals(), "customers", 17_087)
    expect(try year.totals(), "revenueCents", 1_555_678_105)
    expect(try year.totals(), "customersFor80", 5263)
    expect(try year.totals(), "gini", near: 0.623343)
    let yearCosts = try Program.run("report", "profitability", "-w", workspace, "--format", "json").totals()
    expect(yearCosts, "directCostCents", 895_262_855)
  }

  @Test func `chinook's lines meet their headers`() throws {
    let scratch = try Scratch()
    let workspace = try imported(
      ["chinook/InvoiceLine.csv", "chinook/Invoice.csv", "chinook/Customer.csv"], in: scratch)
    let all = try Program.run("report", "ranking", "-w", workspace, "--months", "all", "--format", "json").totals()
    expect(all, "revenueCents", 232_860)
    expect(all, "customers", 59)
  }

  /// The parts of `pvm` that the contract names, which close to the cent.
  private static let parts = [
    "previousCents", "priceCents", "volumeCents", "mixCents", "returnsCents", "rangesCents", "newCents", "wonBackCents",
    "lostCents",
  ]

  private func sum(_ amounts: [String: Any]) throws -> Int {
    try Self.parts.reduce(0) { $0 + (try #require(amounts[$1] as? Int)) }
  }

  /// Holds the bridge against the revenue that other reports give for W and P.
  private func expectClosing(_ workspace: String, _ options: String...) throws {
    func report(_ name: String) throws -> [String: Any] {
      try Program.run(arguments: ["report", name, "-w", workspace, "--format", "json"] + options).object()
    }
    let found = try report("pvm")
    let totals = try #require(found["totals"] as? [String: Any])
    let current = try #require(totals["currentCents"] as? Int)
    #expect(try sum(totals) == current)
    let rows = try #require(found["rows"] as? [[String: Any]])
    for row in rows {
      #expect(try sum(row) == row["currentCents"] as? Int)
      let margin = ["Previous", "Price", "Cost", "Volume", "Mix", "Returns", "Ranges", "New", "WonBack", "Lost"]
      let parts = margin.compactMap { row["margin\($0)Cents"] as? Int }
      #expect(parts.count == margin.count && parts.reduce(0, +) == row["marginCurrentCents"] as? Int)
    }
    #expect(rows.reduce(0) { $0 + ($1["currentCents"] as? Int ?? 0) } == current)
    let books = try #require(try report("reconciliation")["totals"] as? [String: Any])
    #expect(books["customersCents"] as? Int == current)
    let stakes = try #require(try report("stakes")["totals"] as? [String: Any])
    let bridge = try #require(stakes["bridge"] as? [String: Any])
    for key in ["previousCents", "newCents", "wonBackCents", "lostCents", "currentCents"] {
      #expect(bridge[key] as? Int == totals[key] as? Int, "\(key)")
    }
  }

  @Test func `bridges of real books close to the cent against the other reports`() throws {
    let scratch = try Scratch()
    try expectClosing(
      try imported(["online_retail/online_retail.csv.gz"], in: scratch), "--months", "6")
    let bikes = try Scratch()
    try expectClosing(
      try imported(
        [
          "adventureworks/AdventureWorks_Sales_2017.csv.gz", "adventureworks/AdventureWorks_Sales_2018.csv.gz",
          "adventureworks/AdventureWorks_Sales_2019.csv.gz", "adventureworks/AdventureWorks_Products.csv.gz",
        ], in: bikes))
    let songs = try Scratch()
    try expectClosing(
      try imported(["chinook/InvoiceLine.csv", "chinook/Invoice.csv", "chinook/Customer.csv"], in: songs))
  }

  @Test func `bikes cost everybody the same, and wholesalers pay less for gifts`() throws {
    let scratch = try Scratch()
    let gifts = try Program.run(
      "report", "prices", "-w", try imported(["online_retail/online_retail.csv.gz"], in: scratch), "--format", "json"
    ).object()
    let rows = try #require(gifts["rows"] as? [[String: Any]])
    let wholesaler = try #require(rows.first { $0["customer"] as? String == "18102" })
    let index = try #require(wholesaler["index"] as? Double)
    #expect(index < 0.7 && abs((wholesaler["room"] as? Double ?? 0) - (1 / index - 1)) < 1e-9)
    for row in rows {
      let coverage = row["coverage"] as? Double
      #expect((row["index"] as? Double == nil) || (coverage ?? 0) >= 0.5)
      #expect((coverage ?? 0) >= 0 && (coverage ?? 0) <= 1)
    }
    let bikes = try Scratch()
    let workspace = try imported(
      [
        "adventureworks/AdventureWorks_Sales_2017.csv.gz", "adventureworks/AdventureWorks_Sales_2018.csv.gz",
        "adventureworks/AdventureWorks_Sales_2019.csv.gz", "adventureworks/AdventureWorks_Products.csv.gz",
      ], in: bikes)
    let prices = try Program.run("report", "prices", "-w", workspace, "--format", "json").totals()
    expect(prices, "belowPeers", 0)
  }
}
