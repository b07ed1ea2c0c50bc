import Foundation
import Testing

/// The stories that the sample company plants, told again by the verdicts.
@Suite struct VerdictStoriesTests {
  /// The verdicts of a sample company by customer, with its stories.
  private func told(seed: Int, customers: Int) throws -> [(story: String, detail: String, row: [String: Any])] {
    let scratch = try Scratch()
    let workspace = try scratch.workspace()
    let folder = scratch.path + "/files"
    #expect(
      try Program.run(
        "sample", folder, "--seed", "\(seed)", "--customers", "\(customers)", "--lines", "\(customers * 150)"
      ).status == 0)
    let files = ["ventes", "articles", "clients", "equipe", "services", "contrats", "prospects"]
    let imported = try Program.run(list: ["import", "-w", workspace] + files.map { folder + "/\($0).csv" })
    #expect([0, 3].contains(imported.status))
    let policy = workspace + "/policy.yaml"
    let text = try String(contentsOfFile: policy, encoding: .utf8)
    try text.replacing(/(floors:\n  company:\n    rate:)[^\n]*/) { $0.output.1 + " 0.02" }
      .write(toFile: policy, atomically: true, encoding: .utf8)
    let report = try Program.run("report", "verdicts", "-w", workspace, "--format", "json").object()
    let rows = try #require(report["rows"] as? [[String: Any]])
    let byCode = Dictionary(uniqueKeysWithValues: rows.map { ($0["customer"] as? String ?? "", $0) })
    let stories = try String(contentsOfFile: folder + "/stories.csv", encoding: .utf8)
    return stories.split(separator: "\n").dropFirst().compactMap { line in
      let fields = line.split(separator: ";", omittingEmptySubsequences: false).map(String.init)
      return byCode[fields[0]].map { (fields[1], fields[3], $0) }
    }
  }

  @Test(arguments: [(1, 200), (2, 400), (3, 400), (4, 200)])
  func `planted stories come out right`(seed: Int, customers: Int) throws {
    let told = try told(seed: seed, customers: customers)
    var (right, all) = (0, 0)
    var wrong: [String] = []
    func expect(_ story: String, _ fits: (String?, [String: Any]) -> Bool) {
      for entry in told where entry.story == story {
        all += 1
        if fits(entry.row["verdict"] as? String, entry.row) {
          right += 1
        } else {
          wrong.append("\(story) \(entry.row["customer"] ?? ""): \(entry.row["sentence"] ?? "")")
        }
      }
    }
    expect("lost") { verdict, row in verdict == nil && row["means"] as? String == "winBack" }
    expect("new") { verdict, row in verdict != "cease" && (row["ladder"] as? [Any])?.isEmpty == true }
    expect("strategic") { verdict, row in verdict != "cease" && row["strategicUntil"] is String }
    expect("growing") { verdict, _ in verdict == "develop" }
    expect("overServed") { verdict, row in verdict == "maintain" && row["action"] as? String == "costReduction" }
    expect("uncosted") { verdict, _ in verdict == nil }
    expect("toxicCategory") { _, row in row["toxicCategory"] as? Bool == true }
    expect("toxic") { verdict, row in verdict != "develop" && (row["ladder"] as? [Any])?.isEmpty == false }
    expect("underServed") { verdict, row in verdict != "cease" && (row["ladder"] as? [Any])?.isEmpty == true }
    print("stories of seed \(seed), \(customers) customers: \(right) of \(all) come out right")
    for line in wrong { print("  not: \(line)") }
    #expect(all > 60)
    #expect(Double(right) >= 0.95 * Double(all))
  }

  @Test func `what a person decides stands in place of the figures until its day`() throws {
    let scratch = try Scratch()
    let workspace = try scratch.workspace()
    let file = try scratch.file(
      "sales.csv",
      Array("date;client;montant;cout\n2025-01-10;A;100;60\n2025-02-10;A;100;60\n2025-03-31;B;50;10\n".utf8))
    #expect(try Program.run("import", file, "-w", workspace).status == 0)
    func row() throws -> [String: Any] {
      let rows = try #require(
        try Program.run("report", "verdicts", "-w", workspace, "--format", "json").object()["rows"] as? [[String: Any]])
      return try #require(rows.first { $0["customer"] as? String == "A" })
    }
    #expect(try row()["verdict"] as? String == "maintain" && row()["overridden"] as? Bool == false)
    #expect(try Program.run("customer", "A", "-w", workspace, "--verdict", "cease").status == 2)
    #expect(try Program.run("customer", "A", "-w", workspace, "--verdict", "stop").status == 2)
    let decided = try Program.run(
      "customer", "A", "-w", workspace, "--verdict", "cease", "--why", "moved away", "--until", "2026-01-31")
    #expect(decided.status == 0 && decided.output.contains("Decision noted"))
    #expect(try row()["verdict"] as? String == "cease" && row()["overridden"] as? Bool == true)
    #expect((try row()["sentence"] as? String ?? "").contains("“moved away”"))
    #expect(try Program.run("customer", "A", "-w", workspace, "--verdict", "none").status == 0)
    #expect(try row()["overridden"] as? Bool == false)
    let past = ["customer", "A", "-w", workspace, "--verdict", "cease", "--why", "old", "--until", "2025-01-31"]
    #expect(try Program.run(arguments: past).status == 0)
    #expect(try row()["overridden"] as? Bool == false)
  }
}
