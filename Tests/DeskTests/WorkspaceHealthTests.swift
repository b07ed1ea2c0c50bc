import Foundation
import Testing

@testable import Desk

@Suite struct WorkspaceHealthTests {
  @Test func `a lost or damaged file is found`() throws {
    let desk = try TinyDesk()
    try desk.bring(try desk.file("a.csv", ImporterTests.header + "F1,2025-01-10,A,P,1,10.00\n"))
    #expect(try WorkspaceHealth(of: desk.workspace, settings: desk.settings).findings.isEmpty)
    let facts = desk.workspace.ledger + "/sales/1.parquet"
    try Data("rubbish".utf8).write(to: URL(fileURLWithPath: facts))
    #expect(try WorkspaceHealth(of: desk.workspace, settings: desk.settings).findings.count == 1)
    try FileManager.default.removeItem(atPath: facts)
    #expect(try WorkspaceHealth(of: desk.workspace, settings: desk.settings).findings.count == 1)
  }

  @Test func `a damaged manifest is said, not guessed around`() throws {
    let desk = try TinyDesk()
    try desk.bring(try desk.file("a.csv", ImporterTests.header + "F1,2025-01-10,A,P,1,10.00\n"))
    try Data("{".utf8).write(to: URL(fileURLWithPath: desk.workspace.manifestFile))
    #expect(throws: DeskError.self) { try desk.workspace.imports() }
  }
}
