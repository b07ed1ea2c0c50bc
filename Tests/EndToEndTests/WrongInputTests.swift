import Foundation
import Testing

@Suite struct WrongInputTests {
  static let header = "invoice,date,customer,product,quantity,amount\n"

  /// Imports a file that cannot be read: one sentence, exit code 1, the workspace untouched.
  func refused(_ scratch: Scratch, _ file: String, _ options: [String] = []) throws -> String {
    let workspace = try scratch.workspace(UUID().uuidString)
    let before = try scratch.content(of: workspace)
    let (output, remarks) = (Pipe(), Pipe())
    let process = try Program.start(["import", file, "-w", workspace] + options, output: output, remarks: remarks)
    let errors = Background { remarks.fileHandleForReading.readDataToEndOfFile() }
    _ = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    let words = String(decoding: errors.wait(), as: UTF8.self)
    #expect(process.terminationStatus == 1, "\(words)")
    #expect(!words.isEmpty && !words.contains("Fatal error"), "\(words)")
    #expect(try scratch.content(of: workspace) == before)
    return words
  }

  /// Imports a file of which only some rows can be read.
  func partly(_ text: String) throws -> (accepted: Int, rejected: Int, status: Int32, revenue: Int) {
    let scratch = try Scratch()
    let workspace = try scratch.workspace()
    let result = try Program.run("import", try scratch.file("a.csv", text), "-w", workspace, "--format", "json")
    let found = try #require((try result.json() as? [[String: Any]])?.first)
    return (
      found["accepted"] as? Int ?? -1, found["rejected"] as? Int ?? -1, result.status,
      found["revenueCents"] as? Int ?? -1
    )
  }

  @Test func `an empty file, a header only and a binary file are each one sentence`() throws {
    let scratch = try Scratch()
    #expect(try refused(scratch, try scratch.file("empty.csv", "")).contains("empty"))
    #expect(
      try refused(scratch, try scratch.file("noise.csv", (0..<4096).map { UInt8(truncatingIfNeeded: $0 &* 7919 >> 3) }))
        != "")
    #expect(
      try refused(scratch, try scratch.file("picture.png", [0x89, 0x50, 0x4E, 0x47, 13, 10, 26, 10, 0, 0])) != "")
    #expect(try refused(scratch, "\(scratch.path)/nowhere.csv").contains("does not exist"))
    let folder = scratch.path + "/bare"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    #expect(try refused(scratch, folder).contains("holds no file"))
  }

  @Test func `a header without rows brings nothing and breaks nothing`() throws {
    let scratch = try Scratch()
    let workspace = try scratch.workspace()
    let result = try Program.run("import", try scratch.file("a.csv", Self.header), "-w", workspace)
    #expect(result.status == 0 || result.status == 1)
    let report = try Program.run("report", "ranking", "-w", workspace)
    #expect(report.status == 1 && report.remarks.contains("no sale line"))
  }

  @Test func `a file that may not be read says so`() throws {
    guard getuid() != 0 else { return }
    let scratch = try Scratch()
    let file = try scratch.file("a.csv", Self.header)
    try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: file)
    #expect(try refused(scratch, file).contains("not allowed"))
  }

  @Test func `a wrong delimiter is a sentence, not a wrong import`() throws {
    let scratch = try Scratch()
    let file = try scratch.file("a.csv", Self.header + "F1,2025-01-10,A,P,1,10.00\n")
    _ = try refused(scratch, file, ["--delimiter", ";"])
  }

  @Test func `ragged lines, impossible days and NUL bytes are set aside, the rest goes on`() throws {
    let found = try partly(
      Self.header + "F1,2025-01-10,A,P,1,10.00\nF2,2025-01-10,A\nF3,31/02/2025,A,P,1,1\nF4,2025-01-10,A,P,1,1,2,3\n"
        + "F5,2025-01-11,\u{0}A,P,1,1\nF6,2025-01-12,A,P,1,5.00\n")
    #expect(found.accepted == 2 && found.rejected == 4 && found.status == 3 && found.revenue == 1500)
  }

  @Test func `both number styles in one file are read or refused, never a thousand times too big`() throws {
    let found = try partly(
      "invoice;date;customer;amount\nF1;2025-01-10;A;1.234,56\nF2;2025-01-10;A;1,234.56\nF3;2025-01-11;A;12,5\n")
    #expect(found.accepted + found.rejected == 3)
    #expect(found.revenue <= 123_456 * 2 + 1250 && found.revenue >= 1250)
  }

  @Test func `negative and zero quantities, duplicates and lines without customer are kept`() throws {
    let found = try partly(
      Self.header
        + "F1,2025-01-10,A,P,-1,-10.00\nF2,2025-01-10,A,P,0,0\nF3,2025-01-10,,P,1,7.00\nF3,2025-01-10,,P,1,7.00\n")
    #expect(found.accepted == 4 && found.rejected == 0 && found.status == 0 && found.revenue == 400)
  }

  @Test func `a line longer than memory should hold is set aside`() throws {
    let found = try partly(
      Self.header + "F1,2025-01-10,A,P,1,10.00\nF2," + String(repeating: "x", count: 40_000_000)
        + "\nF3,2025-01-10,A,P,1,1.00\n")
    #expect(found.accepted == 2 && found.rejected == 1 && found.revenue == 1100)
  }

  @Test func `a policy with nonsense names line and key`() throws {
    let scratch = try Scratch()
    let workspace = try scratch.workspace()
    try Data("bands:\n  count: many\n".utf8).write(to: URL(fileURLWithPath: workspace + "/policy.yaml"))
    let result = try Program.run("report", "ranking", "-w", workspace)
    #expect(result.status == 1 && result.remarks.contains("line 2") && result.remarks.contains("bands.count"))
  }

  @Test func `a rule that nothing reads yet is said when it is changed`() throws {
    let scratch = try Scratch()
    let workspace = try scratch.workspace()
    #expect(try Program.run("policy", "check", "-w", workspace).output == "policy.yaml can be read.\n")
    try Data("bands: {count: 4}\nalerts:\n  months: 4\n".utf8)
      .write(to: URL(fileURLWithPath: workspace + "/policy.yaml"))
    let result = try Program.run("policy", "check", "-w", workspace)
    #expect(
      result.status == 0
        && result.output.hasSuffix("Nothing reads yet what you changed in: alerts.months.\n"))
  }

  @Test func `a window as long as the policy says is looked at`() throws {
    let scratch = try Scratch()
    let workspace = try scratch.workspace()
    let rows = (1...6).map { "F\($0),2025-0\($0)-28,A,P,1,10.00\n" }.joined()
    let file = try scratch.file("sales.csv", Self.header + rows)
    #expect(try Program.run("import", file, "-w", workspace).status == 0)
    try Data("calendar: {windowMonths: 2}\n".utf8).write(to: URL(fileURLWithPath: workspace + "/policy.yaml"))
    let ranking = try Program.run("report", "ranking", "-w", workspace, "--as-of", "2025-05", "--format", "json")
    #expect(try ranking.totals()["revenueCents"] as? Int == 2000)
    let asked = try Program.run(
      "report", "ranking", "-w", workspace, "--as-of", "2025-05", "--format", "json", "--months", "3")
    #expect(try asked.totals()["revenueCents"] as? Int == 3000)
  }

  @Test func `wrong usage is exit code 2`() throws {
    let scratch = try Scratch()
    let workspace = try scratch.workspace()
    #expect(try Program.run("report", "nonsense", "-w", workspace).status == 2)
    #expect(try Program.run("report", "ranking", "-w", workspace, "--as-of", "2025-13").status == 2)
    #expect(try Program.run("import").status == 2)
    #expect(try Program.run("nonsense").status == 2)
    #expect(try Program.run("report", "ranking", "-w", scratch.path + "/none").status == 1)
  }
}
