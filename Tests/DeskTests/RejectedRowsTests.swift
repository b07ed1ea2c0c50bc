import Foundation
import SourceFiles
import Testing

@testable import Desk

@Suite struct RejectedRowsTests {
  private func desk() throws -> (TinyDesk, ImportRecord) {
    let desk = try TinyDesk()
    let bad = (0..<30).map { "F\($0),2025-02-31,A,P,1,1\n" }.joined() + "F99,2025-02-01,A,P,1,oops\n"
    let record = try desk.bring(try desk.file("a.csv", ImporterTests.header + "F0,2025-01-10,A,P,1,10.00\n" + bad))[0]
      .record
    return (desk, record)
  }

  @Test func `rejected rows come a stretch at a time, with the count of each reason`() throws {
    let (desk, record) = try desk()
    let rows = try RejectedRows(of: record, in: desk.workspace, code: nil, places: 10..<15)
    #expect(rows.counts.map(\.code) == ["notADay", "notANumber"])
    #expect(rows.counts.map(\.rows) == [30, 1])
    #expect(rows.counts[0].firstLine == 3 && rows.counts[0].column == "date")
    #expect(rows.rows.map(\.line) == Array(13...17))
    #expect(rows.rows[0].raw == "F10,2025-02-31,A,P,1,1")
    #expect(rows.matching == 31)
  }

  @Test func `one reason can be looked at alone`() throws {
    let (desk, record) = try desk()
    let rows = try RejectedRows(of: record, in: desk.workspace, code: "notANumber", places: 0..<50)
    #expect(rows.rows.map(\.line) == [33] && rows.matching == 1)
    #expect(rows.counts.count == 2)
  }

  @Test func `a rejects file that a person took away is told`() throws {
    let (desk, record) = try desk()
    try FileManager.default.removeItem(atPath: try #require(desk.workspace.rejects(of: record)))
    #expect(throws: SourceFileError.self) {
      try RejectedRows(of: record, in: desk.workspace, code: nil, places: 0..<50)
    }
  }
}
