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
}
