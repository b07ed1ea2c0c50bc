import Foundation
import Testing

@Suite(.serialized) struct SampleTests {
  static func demo(_ scratch: Scratch) throws -> String {
    let folder = scratch.path + "/demo"
    let result = try Program.run("demo", "--folder", folder, "--no-serve")
    #expect(result.status == 0, "\(result.remarks)")
    return folder
  }

  @Test func `the demo shows a page, and every report comes in every form and both languages`() throws {
    let scratch = try Scratch()
    let demo = try Self.demo(scratch)
    let page = try String(contentsOfFile: demo + "/month.html", encoding: .utf8)
    #expect(page.contains("</html>") && !page.contains("<script") && !page.contains("http://"))
    let all = try Program.run("report", "all", "-w", demo, "--format", "json").object()
    let reports = try #require(all["reports"] as? [[String: Any]])
    #expect(reports.count >= 10)
    for report in reports {
      let name = try #require(report["report"] as? String)
      #expect(report["asOf"] as? String == "2026-10")
      for key in ["window", "totals", "rows", "notes"] { #expect(report[key] != nil, "\(name).\(key)") }
      for language in ["fr", "en"] {
        let table = try Program.run("report", name, "-w", demo, "--lang", language)
        #expect(table.status == 0 && table.output.split(separator: "\n").count > 2, "\(name)")
        #expect(!table.output.contains("\u{1B}["), "colour only on a terminal")
      }
      #expect(try Program.run("report", name, "-w", demo, "--format", "csv").status == 0)
    }
    let book = scratch.path + "/ranking.xlsx"
    #expect(try Program.run("report", "ranking", "-w", demo, "--format", "xlsx", "-o", book).status == 0)
    #expect(FileManager.default.contents(atPath: book)?.prefix(2) == Data("PK".utf8))
  }

  @Test func `two runs on the same data give the same bytes`() throws {
    let scratch = try Scratch()
    let demo = try Self.demo(scratch)
    let first = try Program.run("report", "all", "-w", demo, "--format", "json").output
    let second = try Program.run("report", "all", "-w", demo, "--format", "json").output
    #expect(first == second && first.utf8.count > 10_000)
  }

  @Test func `customers and unattributed lines make all revenue, import by import`() throws {
    let scratch = try Scratch()
    let demo = try Self.demo(scratch)
    let totals = try Program.run("report", "reconciliation", "-w", demo, "--months", "all", "--format", "json").totals()
    let parts = ["customersCents", "unattributedCents", "allCents"].map { totals[$0] as? Int ?? 0 }
    #expect(parts[0] + parts[1] == parts[2] && parts[2] > 0)
    let imports = try #require(try Program.run("imports", "-w", demo, "--format", "json").json() as? [[String: Any]])
    let sales = imports.filter { $0["kind"] as? String == "sales" }
    #expect(sales.compactMap { $0["revenueCents"] as? Int }.reduce(0, +) == parts[2])
  }

  @Test func `an import killed at any instant leaves the workspace as before or after`() throws {
    let scratch = try Scratch()
    let sources = scratch.path + "/sources"
    #expect(try Program.run("sample", sources, "--customers", "60", "--lines", "8000").status == 0)
    let whole = try scratch.workspace("whole")
    let file = sources + "/ventes.csv"
    let revenue = try #require(
      (try Program.run("import", file, "-w", whole, "--format", "json").json() as? [[String: Any]])?.first?[
        "revenueCents"] as? Int)
    let workspace = try scratch.workspace("killed")
    for delay in stride(from: 0.0, through: 1.2, by: 0.1) {
      let process = try Program.start(["import", file, "-w", workspace], output: Pipe(), remarks: Pipe())
      Thread.sleep(forTimeInterval: delay)
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      let imports = try #require(
        try Program.run("imports", "-w", workspace, "--format", "json").json() as? [[String: Any]])
      #expect(imports.isEmpty || imports.first?["revenueCents"] as? Int == revenue)
      #expect(try Program.run("check", "-w", workspace).status == 0)
      if !imports.isEmpty { #expect(try Program.run("forget", "1", "-w", workspace).status == 0 || imports.count == 1) }
      if imports.first != nil { break }
    }
    #expect([0, 3].contains(try Program.run("import", file, "-w", workspace).status))
  }

  @Test func `the lines behind a customer's figures sum to them`() throws {
    let scratch = try Scratch()
    let demo = try Self.demo(scratch)
    let ranking = try Program.run("report", "ranking", "-w", demo, "--format", "json", "--months", "all").object()
    let first = try #require((ranking["rows"] as? [[String: Any]])?.first)
    let customer = try #require(first["customer"] as? String)
    let lines = try #require(
      try Program.run("lines", customer, "-w", demo, "--format", "json").json() as? [[String: Any]])
    #expect(lines.compactMap { $0["revenueCents"] as? Int }.reduce(0, +) == first["valueCents"] as? Int)
    #expect(try Program.run("lines", "nobody", "-w", demo).status == 1)
  }

  @Test func `a customer's sheet adds up, in words and as JSON, and an unknown one names those that come near`() throws
  {
    let scratch = try Scratch()
    let demo = try Self.demo(scratch)
    let ranking = try Program.run("report", "ranking", "-w", demo, "--format", "json").object()
    let first = try #require((ranking["rows"] as? [[String: Any]])?.first)
    let customer = try #require(first["customer"] as? String)
    let name = try #require(first["name"] as? String)
    let sheet = try Program.run("customer", customer, "-w", demo, "--format", "json").object()
    for key in ["revenueCents", "operatingMarginCents", "rank", "orders", "averageOrderCents", "class"] {
      #expect(sheet[key] as? NSObject == first[key] as? NSObject, "\(key)")
    }
    let months = try #require(sheet["months"] as? [[String: Any]])
    let year = try #require((sheet["years"] as? [[String: Any]])?.last)
    #expect(months.suffix(12).compactMap { $0["revenueCents"] as? Int }.reduce(0, +) == year["revenueCents"] as? Int)
    #expect(year["revenueCents"] as? Int == sheet["revenueCents"] as? Int)
    let fall = try #require(sheet["waterfall"] as? [[String: Any]])
    let sums: Set = ["grossMargin", "operatingMargin"]
    let steps = fall.filter { !sums.contains($0["step"] as? String ?? "") }
    #expect(steps.compactMap { $0["amountCents"] as? Int }.reduce(0, +) == sheet["operatingMarginCents"] as? Int)
    #expect(sheet["daysToPay"] is NSNull)
    let lines = try #require(
      try Program.run("lines", customer, "-w", demo, "--from", "2025-11", "--to", "2026-10", "--format", "json").json()
        as? [[String: Any]])
    #expect(lines.compactMap { $0["revenueCents"] as? Int }.reduce(0, +) == sheet["revenueCents"] as? Int)
    for language in ["fr", "en"] {
      let text = try Program.run("customer", customer, "-w", demo, "--lang", language)
      #expect(text.status == 0 && text.output.hasPrefix(name) && text.output.contains("█"))
    }
    let unknown = try Program.run("customer", String(name.dropLast(1)) + "zz", "-w", demo)
    #expect(unknown.status == 1 && unknown.output.isEmpty && unknown.remarks.contains(customer))
    #expect(try Program.run("customer", customer, "-w", demo, "--as-of", "2026-13").status == 2)
  }
}
