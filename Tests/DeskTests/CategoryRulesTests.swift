import Foundation
import Ledger
import Testing
import Units

@testable import Desk

@Suite struct CategoryRulesTests {
  private let rule = Policy.CategoryRule(
    name: "Hôtels \"du parc\": \\ #1", customers: ["A, B", "- x"], sectors: ["[a]"])

  @Test(arguments: Language.allCases) func `a rule is added at the head, all else as it stands`(language: Language)
    throws
  {
    let commented = PolicyFile.commented(in: language)
    let once = try PolicyFile.text(commented, adding: rule)
    #expect(try PolicyFile.policy(from: once).categories == [rule])
    let other = Policy.CategoryRule(name: "Others", ranges: ["Gants"])
    let twice = try PolicyFile.text(once, adding: other)
    #expect(try PolicyFile.policy(from: twice).categories == [other, rule])
    #expect(
      twice.split(separator: "\n").filter { $0.contains("#") }.count
        >= commented.split(separator: "\n").filter { $0.contains("#") }.count)
  }

  @Test func `a file without the key, or with its list on one line`() throws {
    #expect(try PolicyFile.policy(from: PolicyFile.text("company:\n  name: X\n", adding: rule)).categories == [rule])
    #expect(throws: DeskError.self) { try PolicyFile.text("categories: [{name: A}]\n", adding: rule) }
  }

  @Test func `a rule written to a workspace is read back from it`() throws {
    let desk = try TinyDesk()
    try desk.workspace.add(rule, by: Authorship("Anne", at: 1))
    #expect(try PolicyFile.policy(of: desk.workspace).categories == [rule])
    let audit = try desk.workspace.audit()
    #expect(audit.map(\.action) == ["categoryRule"] && audit[0].made.author == "Anne")
  }
}
