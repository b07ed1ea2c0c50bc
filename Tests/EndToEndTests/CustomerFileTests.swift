import Foundation
import Testing

/// What the customer file says, who said it, and how a reading is remembered.
@Suite(.serialized) struct CustomerFileTests {
  private let scratch: Scratch
  private let workspace: String

  init() throws {
    scratch = try Scratch()
    workspace = try scratch.workspace("books")
  }

  private func bring(_ name: String, _ text: String, _ options: String...) throws -> Program.Result {
    try Program.run(list: ["import", try scratch.file(name, text), "-w", workspace] + options)
  }

  private func books() throws {
    #expect(
      try bring(
        "ventes.csv",
        "invoice,date,customer,amount\nF1,2025-01-05,C1,1000.00\nF2,2025-01-20,C2,10.00\nF3,2025-02-28,C2,5.00\n"
      ).status == 0)
    #expect(
      try bring("clients.csv", "customer,name,city\nC1,Dupont,Lyon\nC2,Martin,Paris\n", "--source", "crm").status == 0)
  }

  private func record(_ id: String) throws -> [String: [String: Any]] {
    let sheet = try Program.run("customer", id, "-w", workspace, "--format", "json", "--months", "all").object()
    let lines = try #require(sheet["record"] as? [[String: Any]])
    return Dictionary(uniqueKeysWithValues: lines.map { ($0["field"] as? String ?? "", $0) })
  }

  @Test func `a person's word stands before any file's, with its author, until it is taken back`() throws {
    try books()
    let before = try Program.run("report", "all", "-w", workspace, "--format", "json").output
    let set = try Program.run(
      "customer", "C1", "--set", "city=Nantes", "--set", "potential=12 000,50", "--set", "since=03/02/2019",
      "--author", "Anne", "-w", workspace)
    #expect(set.output == "Record of “C1” changed: city, potential, since.\n", "\(set.remarks)")
    #expect(try bring("clients2.csv", "customer,name,city\nC1,Dupont,Brest\n", "--source", "crm").status == 0)
    let lines = try record("C1")
    #expect(lines["city"]?["value"] as? String == "Nantes" && lines["city"]?["by"] as? String == "Anne")
    #expect(lines["city"]?["origin"] as? String == "person" && lines["name"]?["by"] as? String == "clients2.csv")
    #expect(lines["potential"]?["value"] as? String == "1200050" && lines["since"]?["value"] as? String == "2019-02-03")
    let again = try Program.run("customer", "C1", "--set", "city=Nantes", "-w", workspace)
    #expect(again.output.contains("nothing was changed"))
    #expect(
      try Program.run(
        "customer", "C1", "--unset", "city", "--unset", "potential", "--unset", "since", "-w", workspace
      ).status == 0)
    #expect(try record("C1")["city"]?["value"] as? String == "Brest")
    #expect(try Program.run("forget", "3", "-w", workspace).status == 0)
    #expect(try Program.run("report", "all", "-w", workspace, "--format", "json").output == before)
  }

  @Test func `a source named in the rules is believed before a newer one`() throws {
    try books()
    #expect(try bring("liste.csv", "customer,name,city\nC1,DUPONT,Brest\n", "--source", "sheet").status == 0)
    #expect(try record("C1")["city"]?["value"] as? String == "Brest")
    let policy = workspace + "/policy.yaml"
    let text = try String(contentsOfFile: policy, encoding: .utf8)
    #expect(text.contains("trusted: []"))
    try text.replacingOccurrences(of: "trusted: []", with: "trusted: [crm]").write(
      toFile: policy, atomically: true, encoding: .utf8)
    #expect(try record("C1")["city"]?["value"] as? String == "Lyon")
    #expect(try record("C1")["name"]?["value"] as? String == "Dupont")
  }

  @Test func `the report begins where most is bought and most is missing`() throws {
    try books()
    let report = try Program.run("report", "file", "-w", workspace, "--format", "json", "--months", "all").object()
    let rows = try #require(report["rows"] as? [[String: Any]])
    #expect(rows.map { $0["customer"] as? String } == ["C1", "C2"])
    #expect((rows[0]["missing"] as? [String])?.first == "siren" && rows[0]["freshness"] as? Double == 1)
    #expect((try #require(report["totals"] as? [String: Any]))["customers"] as? Int == 2)
  }

  @Test func `wrong fields and values are wrong usage and write nothing`() throws {
    try books()
    for text in ["colour=red", "city", "since=yesterday", "potential=much"] {
      let result = try Program.run("customer", "C1", "--set", text, "-w", workspace)
      #expect(result.status == 2 && result.remarks.split(separator: "\n").count == 1, "\(text)")
    }
    #expect(try Program.run("customer", "C9", "--set", "city=Nantes", "-w", workspace).status == 1)
    #expect(!FileManager.default.fileExists(atPath: workspace + "/desk.sqlite"))
  }

  @Test func `a reading that was corrected is remembered for its source and headers, said, and forgotten on demand`()
    throws
  {
    let header = "no;when;who;total\n"
    let map = "invoice=no,date=when,customer=who,amount=total"
    #expect(try bring("jan.csv", header + "1;2025-01-05;A;10,00\n", "--as", "sales", "--map", map).status == 0)
    let next = try bring("feb.csv", header + "2;2025-02-05;A;20,00\n", "--format", "json")
    let outcome = try #require((try next.json() as? [[String: Any]])?.first)
    #expect(outcome["accepted"] as? Int == 1 && outcome["revenueCents"] as? Int == 2_000, "\(next.remarks)")
    #expect((outcome["notes"] as? [String])?.first?.hasPrefix("Read like last time (“jan.csv”): ") == true)
    // Another source has its own memory, and so have other headers.
    let other = try bring("mar.csv", header + "3;2025-03-05;A;30,00\n", "--source", "other", "--format", "json")
    #expect(!other.output.contains("Read like last time") && other.output.contains("Columns not read: when, who."))
    let list = try Program.run("imports", "--mappings", "-w", workspace, "--format", "json").object()
    #expect((list["rows"] as? [[String: Any]])?.map { $0["file"] as? String } == ["jan.csv"])
    #expect(try Program.run("imports", "--forget-mapping", "2", "-w", workspace).status == 2)
    #expect(try Program.run("imports", "--forget-mapping", "1", "-w", workspace).status == 0)
    let forgotten = try bring("apr.csv", header + "4;2025-04-05;A;40,00\n", "--format", "json")
    #expect(
      !forgotten.output.contains("Read like last time") && forgotten.output.contains("Columns not read: when, who."))
  }

  @Test func `a trial remembers nothing`() throws {
    #expect(
      try bring(
        "jan.csv", "no;when;who;total\n1;2025-01-05;A;10,00\n", "--as", "sales", "--map",
        "invoice=no,date=when,customer=who,amount=total", "--dry-run"
      ).status == 0)
    #expect(!FileManager.default.fileExists(atPath: workspace + "/desk.sqlite"))
  }
}
