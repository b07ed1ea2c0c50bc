import Foundation
import Ledger
import Portfolio
import SourceFiles
import Testing
import Units

@testable import Desk

@Suite struct ImporterTests {
  static let header = "invoice,date,customer,product,quantity,amount\n"

  @Test func `importing twice equals importing once`() throws {
    let desk = try TinyDesk()
    let file = try desk.file("a.csv", Self.header + "F1,2025-01-10,A,P,1,10.00\nF2,2025-02-10,B,P,2,5.50\n")
    try desk.bring(file)
    let before = try desk.content()
    let again = try desk.bring(file)
    #expect(again[0].duplicates == 2 && !again[0].isKept)
    #expect(try desk.content() == before)
    #expect(try desk.revenue() == 1550)
  }

  @Test func `a corrected export restates its invoices, and forgetting it brings the first back`() throws {
    let desk = try TinyDesk()
    try desk.bring(try desk.file("a.csv", Self.header + "F1,2025-01-10,A,P,1,10.00\nF2,2025-02-10,B,P,2,5.50\n"))
    let outcome = try desk.bring(try desk.file("b.csv", Self.header + "F1,2025-01-10,A,P,1,8.00\n"))
    #expect(outcome[0].record.supersedes == [.init(id: "1", invoices: 1, lines: 1)])
    #expect(try desk.revenue() == 1350)
    _ = try desk.workspace.forget("2")
    #expect(try desk.revenue() == 1550)
  }

  @Test func `forgetting the first keeps what restated it`() throws {
    let desk = try TinyDesk()
    try desk.bring(try desk.file("a.csv", Self.header + "F1,2025-01-10,A,P,1,10.00\nF2,2025-02-10,B,P,2,5.50\n"))
    try desk.bring(try desk.file("b.csv", Self.header + "F1,2025-01-10,A,P,1,8.00\n"))
    _ = try desk.workspace.forget("1")
    #expect(try desk.revenue() == 800)
    #expect(throws: DeskError.self) { try desk.workspace.forget("1") }
  }

  @Test func `identical lines within a file are both kept`() throws {
    let desk = try TinyDesk()
    try desk.bring(try desk.file("a.csv", Self.header + "F1,2025-01-10,A,P,1,10.00\nF1,2025-01-10,A,P,1,10.00\n"))
    #expect(try desk.revenue() == 2000)
  }

  @Test func `lines without numbers are refused on dates that are there, unless appended`() throws {
    let desk = try TinyDesk()
    try desk.bring(try desk.file("a.csv", "date,customer,amount\n2025-01-10,A,1.00\n2025-03-10,A,1.00\n"))
    let second = try desk.file("b.csv", "date,customer,amount\n2025-02-10,A,4.00\n2025-04-10,A,1.00\n")
    #expect(throws: DeskError.self) { try desk.bring(second) }
    try desk.bring(second, source: "other shop")
    #expect(try desk.revenue() == 700)
    try desk.bring(second, append: true)
    #expect(try desk.revenue() == 1200)
  }

  @Test func `a mended rejects file completes its import, whichever way it is mended`() throws {
    let desk = try TinyDesk()
    let rows = "F1,2025-01-10,A,P,1,10.00\nF1,2025-02-31,A,P,1,20.00\nF1,2025-01-10,A,P,1,oops\n"
    let first = try desk.bring(try desk.file("a.csv", Self.header + rows))[0]
    #expect(first.record.rejected == 2)
    let path = try #require(first.rejectsFile)
    let text = try String(contentsOfFile: path, encoding: .utf8)
    let half = try desk.file("half.csv", text.replacing("F1,2025-02-31", with: "F1,2025-02-28"))
    let second = try desk.bring(half)[0]
    #expect(second.record.completes == "1" && second.record.accepted == 1 && second.record.rejected == 1)
    #expect(try desk.revenue() == 3000)
    // The whole file mended: the row that is there already is not brought twice.
    let whole = try desk.file(
      "whole.csv", text.replacing("F1,2025-02-31", with: "F1,2025-02-28").replacing("oops", with: "30.00"))
    let third = try desk.bring(whole)[0]
    #expect(third.duplicates == 1 && third.record.accepted == 1)
    #expect(try desk.revenue() == 6000)
    #expect(throws: DeskError.self) { try desk.workspace.forget("1") }
  }

  @Test func `several files come together or not at all`() throws {
    let desk = try TinyDesk()
    let good = try desk.file("a.csv", Self.header + "F1,2025-01-10,A,P,1,10.00\n")
    let before = try desk.content()
    #expect(throws: DeskError.self) { try desk.bring(good, "\(desk.folder)/missing.csv") }
    #expect(throws: SourceFileError.self) { try desk.bring(good, try desk.file("x.csv", "")) }
    #expect(try desk.content() == before)
  }

  @Test func `strict refuses a file with one bad row, a dry run keeps nothing`() throws {
    let desk = try TinyDesk()
    let file = try desk.file("a.csv", Self.header + "F1,2025-01-10,A,P,1,10.00\nF2,2025-02-31,A,P,1,1\n")
    let before = try desk.content()
    #expect(throws: DeskError.self) { try desk.bring(file, strict: true) }
    let dry = try desk.bring(file, dryRun: true)[0]
    #expect(dry.record.accepted == 1 && dry.record.rejected == 1 && !dry.isKept)
    #expect(try desk.content() == before)
  }

  @Test func `one process writes at a time, and the second is told who holds the lock`() throws {
    let desk = try TinyDesk()
    let lock = try WorkspaceLock(desk.workspace, purpose: "import")
    do {
      try desk.bring(try desk.file("a.csv", Self.header + "F1,2025-01-10,A,P,1,10.00\n"))
      Issue.record("the second writer got in")
    } catch let error as DeskError {
      #expect(error.sentence(in: .en).contains("process \(ProcessInfo.processInfo.processIdentifier)"))
    }
    withExtendedLifetime(lock) {}
  }

  @Test func `what a killed import left aside is swept, what people put there is not`() throws {
    let desk = try TinyDesk()
    try desk.bring(try desk.file("a.csv", Self.header + "F1,2025-01-10,A,P,1,10.00\n"))
    let facts = desk.workspace.ledger + "/sales"
    try Data("half".utf8).write(to: URL(fileURLWithPath: facts + "/2.parquet"))
    try Data("mine".utf8).write(to: URL(fileURLWithPath: desk.workspace.rejects + "/mended.csv"))
    try desk.bring(try desk.file("b.csv", Self.header + "F2,2025-01-10,A,P,1,1.00\n"))
    #expect(try desk.revenue() == 1100)
    #expect(FileManager.default.fileExists(atPath: desk.workspace.rejects + "/mended.csv"))
  }

  @Test func `both lanes give the same facts on a clean file`() throws {
    let rows = (0..<500).map { row in
      "F\(row / 3),2025-\(padded(row % 12 + 1, 2))-\(padded(row % 28 + 1, 2)),C\(row % 7),P\(row % 11),"
        + "\(row % 5 - 1).\(row % 10)5,\(Double(row % 97) / 8)"
    }
    let text = "invoice,date,customer,product,quantity,unitPrice\n" + rows.joined(separator: "\n") + "\n"
    let direct = try TinyDesk()
    try direct.bring(try direct.file("a.csv", text))
    let byRow = try TinyDesk()
    // A currency sign on one line of nothing sends the file through the cleaner.
    try byRow.bring(try byRow.file("a.csv", text + "F999,2025-01-01,C0,P0,0,1.00 €\n"))
    func cells(_ desk: TinyDesk) throws -> [Activity.Cell] {
      try Analysis(of: desk.workspace, settings: desk.settings, policy: Policy(), length: .all).books.activity.cells
    }
    #expect(try cells(direct).map(\.revenue) == cells(byRow).map(\.revenue))
    #expect(try cells(direct).map(\.quantity) == cells(byRow).map(\.quantity))
  }

  @Test func `workbooks, Parquet and JSON lines give what CSV gives`() throws {
    let desk = try TinyDesk()
    let json = try desk.file(
      "a.jsonl",
      """
      {"invoice":"F1","date":"2025-01-10","customer":"A","quantity":1,"amount":10.5}
      {"invoice":"F2","date":"2025-02-10","customer":null,"quantity":2,"amount":-3}
      not json at all
      {"invoice":"F3","date":"2025-02-31","customer":"A","quantity":2,"amount":3}
      """)
    let outcome = try desk.bring(json)[0]
    #expect(outcome.record.accepted == 2 && outcome.record.rejected == 2)
    #expect(outcome.record.unattributedCents == -300)
    #expect(try desk.revenue() == 750)
  }
}
