import Foundation
import Testing

/// Two books of one company under several codes.
@Suite(.serialized) struct DuplicatesTests {
  private let scratch: Scratch
  private let workspace: String

  init() throws {
    scratch = try Scratch()
    workspace = try scratch.workspace("books")
    let sales = """
      invoice,date,customer,customerName,amount,cost
      F1,2025-01-05,C1,Boulangerie Dupont,1000.00,600.00
      F2,2025-01-20,C2,DUPONT BOULANGERIE SARL,500.50,200.00
      F3,2025-02-03,C2,DUPONT BOULANGERIE SARL,250.01,100.00
      F4,2025-02-04,C3,Garage Martin,70.00,10.00
      F5,2025-02-28,,,9.00,
      """
    // 552100554 and 732829320 are numbers whose check digit is right.
    let customers = """
      customer,name,siren,city,postcode,group
      C1,Boulangerie Dupont,552100554,Lyon,69002,
      C2,Boulangerie Dupont SARL,552 100 554,Lyon,69002,
      C3,Garage Martin,732829320,Paris,75011,Holding
      """
    for (name, text) in ["ventes.csv": sales, "clients.csv": customers] {
      let path = scratch.path + "/" + name
      try text.write(toFile: path, atomically: true, encoding: .utf8)
      #expect(try Program.run("import", path, "-w", workspace).status == 0)
    }
  }

  private func duplicates(_ arguments: String...) throws -> Program.Result {
    try Program.run(list: ["duplicates"] + arguments + ["-w", workspace])
  }

  private func reports() throws -> String {
    try Program.run("report", "all", "-w", workspace, "--format", "json", "--months", "all").output
  }

  @Test func `a certain pair is listed, merged on command, and no cent moves`() throws {
    let before = try reports()
    let list = try duplicates("list", "--format", "json").object()
    let rows = try #require(list["rows"] as? [[String: Any]])
    #expect(rows.count == 1 && rows[0]["a"] as? String == "C1" && rows[0]["b"] as? String == "C2")
    #expect(rows[0]["certain"] as? Bool == true && (rows[0]["score"] as? Double ?? 0) > 0.9)
    #expect(rows[0]["atStakeCents"] as? Int == 75_051 && (rows[0]["reasons"] as? [Any])?.isEmpty == false)
    #expect(!FileManager.default.fileExists(atPath: workspace + "/desk.sqlite"), "looking decides nothing")

    #expect(try duplicates("merge", "--certain").output == "1 certain customer merged.\n")
    #expect(try duplicates("merge", "--certain").output == "0 certain customers merged.\n")
    let ranking = try Program.run("report", "ranking", "-w", workspace, "--format", "json", "--months", "all").object()
    let ranked = try #require(ranking["rows"] as? [[String: Any]])
    #expect(ranked.map { $0["customer"] as? String } == ["C1", "C3"])
    #expect(ranked.map { $0["revenueCents"] as? Int } == [175_051, 7_000])
    let totals = try Program.run(
      "report", "reconciliation", "-w", workspace, "--format", "json", "--months", "all"
    ).totals()
    #expect(totals["allCents"] as? Int == 182_951 && totals["customersCents"] as? Int == 182_051)

    let undone = try duplicates("undo")
    #expect(undone.status == 0 && undone.output.contains("undone"))
    #expect(try reports() == before, "merged and undone, every report is the same to the byte")
    #expect(try duplicates("undo").status == 1)
  }

  @Test func `a merged code leads to the customer that is kept, under all its names`() throws {
    #expect(try duplicates("merge", "C3", "C2").status == 0)
    let sheet = try Program.run("customer", "C2", "-w", workspace, "--format", "json", "--months", "all")
    let object = try sheet.object()
    #expect(object["customer"] as? String == "C3" && object["revenueCents"] as? Int == 82_051)
    #expect((object["otherNames"] as? [String])?.contains("DUPONT BOULANGERIE SARL") == true)
    #expect(object["merged"] as? [String] == ["C2"])
    #expect(sheet.remarks.contains("merged into “C3”"))
    let lines = try #require(
      try Program.run("lines", "C2", "-w", workspace, "--format", "json").json() as? [[String: Any]])
    #expect(lines.count == 3)
    #expect(try duplicates("history").output.contains("merged"))
  }

  @Test func `never the same is kept to, and said when a merge goes against it`() throws {
    #expect(try duplicates("never", "C1", "C2").status == 0)
    #expect(try duplicates("never", "C2", "C1").output.contains("nothing was changed"))
    #expect((try duplicates("list", "--format", "json").object()["rows"] as? [Any])?.isEmpty == true)
    let refused = try duplicates("merge", "C2", "C1")
    #expect(refused.status == 1 && refused.remarks.contains("“C1”") && refused.remarks.contains("“C2”"))
    #expect(refused.remarks.split(separator: "\n").count == 1)
    #expect(try duplicates("undo", "C1", "C2").status == 0)
    #expect(try duplicates("merge", "C1", "C2").status == 0)
    let french = try Program.run("duplicates", "never", "C1", "C2", "-w", workspace, language: "fr")
    #expect(french.status == 1 && french.remarks.contains("fusionnés"))
  }

  @Test func `wrong words are wrong usage, unknown customers a failure`() throws {
    #expect(try duplicates("merge", "C1").status == 2 && duplicates("undo", "C1").status == 2)
    #expect(try duplicates("merge", "C1", "C9").status == 1 && duplicates("merge", "C1", "C1").status == 1)
    #expect(!FileManager.default.fileExists(atPath: workspace + "/desk.sqlite"))
  }

  @Test func `groups are set, listed, counted as one, and unset whatever the file says`() throws {
    #expect(
      try Program.run("groups", "set", "Holding", "C1", "-w", workspace).output == "1 customer put into “Holding”.\n")
    #expect(try Program.run("groups", "set", "Holding", "C1", "-w", workspace).output.hasPrefix("0 customers"))
    let list = try Program.run("groups", "-w", workspace, "--format", "json").object()
    #expect((list["rows"] as? [[String: Any]])?.map { $0["customer"] as? String } == ["C1", "C3"])
    func ranked(_ scope: String) throws -> [String?] {
      let report = try Program.run(
        "report", "ranking", "-w", workspace, "--per", scope, "--format", "json", "--months", "all"
      ).object()
      return try #require(report["rows"] as? [[String: Any]]).map { $0["name"] as? String }
    }
    #expect(try ranked("group") == ["Holding", "Boulangerie Dupont SARL"])
    #expect(try ranked("company").count == 3)
    #expect(try Program.run("groups", "unset", "C1", "C3", "-w", workspace).output.hasPrefix("2 customers"))
    #expect(try ranked("group") == ranked("company"))
    #expect(try Program.run("report", "ranking", "-w", workspace, "--per", "planet").status == 2)
  }

  @Test func `a copy of the workspace has the decisions and goes its own way`() throws {
    #expect(try duplicates("merge", "C1", "C2").status == 0)
    let copy = scratch.path + "/copy"
    try FileManager.default.copyItem(atPath: workspace, toPath: copy)
    func customers(_ folder: String) throws -> Int {
      let report = try Program.run("report", "ranking", "-w", folder, "--format", "json", "--months", "all").object()
      return try #require(report["rows"] as? [Any]).count
    }
    #expect(try customers(copy) == 2)
    #expect(try Program.run("duplicates", "undo", "-w", copy).status == 0)
    #expect(try customers(copy) == 3 && customers(workspace) == 2)
  }
}
