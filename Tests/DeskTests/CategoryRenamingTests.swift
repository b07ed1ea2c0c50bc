import Foundation
import Ledger
import Testing
import Units

@testable import Desk

@Suite struct CategoryRenamingTests {
  private func rename(
    _ text: String, _ old: String, _ new: String, isWordOfFiles: Bool = false
  ) throws -> (policy: Policy, text: String) {
    let desk = try TinyDesk()
    try Data(text.utf8).write(to: URL(fileURLWithPath: desk.workspace.policyFile))
    try desk.workspace.rename(old, to: new, isWordOfFiles: isWordOfFiles, by: Authorship("Anne", at: 1))
    let after = String(
      decoding: FileManager.default.contents(atPath: desk.workspace.policyFile) ?? Data(), as: UTF8.self)
    return (try PolicyFile.policy(of: desk.workspace), after)
  }

  private let text = """
    floors:
      company: {rate: 0.05}
      byCategory:
        "Inns": # careful
          rate: 0.1
        Bars:
          rate: 0.2
    # the company's own
    categories:
      - name: Inns
        sectors: [55.10]
      - name: "Bars" # late
        customers: [C1]
    growth:
      leastMonths: 7
    """

  @Test func `rules and floors take the new name, all else stays`() throws {
    let (policy, text) = try rename(text, "Inns", "Hôtels : \"du parc\"")
    #expect(policy.categories.map(\.name) == ["Hôtels : \"du parc\"", "Bars"])
    #expect(policy.floors.byCategory["Hôtels : \"du parc\""]?.rate == Rate(percent: 10))
    #expect(policy.floors.byCategory["Inns"] == nil && policy.floors.byCategory["Bars"]?.rate == Rate(percent: 20))
    #expect(policy.growth.leastMonths == 7 && text.contains("# careful") && text.contains("# the company's own"))
  }

  @Test func `a word of the files gets a rule behind all others`() throws {
    let (policy, _) = try rename(text, "Schools", "Teaching", isWordOfFiles: true)
    #expect(policy.categories.map(\.name) == ["Inns", "Bars", "Teaching"])
    #expect(policy.categories.last == Policy.CategoryRule(name: "Teaching", labels: ["Schools"]))
    let bare = try rename("company:\n  name: X\n", "Schools", "Teaching", isWordOfFiles: true).policy
    #expect(bare.categories == [Policy.CategoryRule(name: "Teaching", labels: ["Schools"])])
  }

  @Test(arguments: Language.allCases) func `the commented file keeps its comments`(language: Language) throws {
    let commented = PolicyFile.commented(in: language)
    let (policy, text) = try rename(commented, "Schools", "Teaching", isWordOfFiles: true)
    #expect(policy.categories.map(\.name) == ["Teaching"])
    #expect(text.count { $0 == "#" } == commented.count { $0 == "#" })
    let again = try rename(text, "Teaching", "Classes")
    #expect(again.policy.categories == [Policy.CategoryRule(name: "Classes", labels: ["Schools"])])
  }

  @Test func `rules that are not written as lines are left alone, and nothing is changed`() throws {
    let inline = "categories: [{name: Inns, sectors: [a]}]\n"
    #expect(throws: DeskError.self) { try rename(inline, "Inns", "Hotels") }
    let floors = "floors: {byCategory: {Inns: {rate: 0.1}}}\n"
    #expect(throws: DeskError.self) { try rename(floors, "Inns", "Hotels") }
  }

  @Test func `a name that another category has destroys nothing`() throws {
    #expect(throws: CategoryTextFault.taken("Bars")) { try rename(text, "Inns", "Bars") }
    let desk = try TinyDesk()
    let made = Authorship("Anne", at: 1)
    try desk.workspace.describe(
      [CategoryChange("Inns", .need, "quiet"), CategoryChange("Bars", .need, "late")], by: made)
    #expect(throws: CategoryTextFault.taken("Bars")) {
      try desk.workspace.rename("Inns", to: "Bars", isWordOfFiles: true, by: made)
    }
    let notes = CategoryNotes(try desk.workspace.judgements().categories)
    #expect(notes.text("Bars", .need) == "late" && notes.text("Inns", .need) == "quiet")
    #expect(try PolicyFile.policy(of: desk.workspace).categories.isEmpty)
  }

  @Test func `what people said of it goes with the name`() throws {
    let desk = try TinyDesk()
    let made = Authorship("Anne", at: 1)
    try desk.workspace.describe([CategoryChange("Inns", .need, "quiet")], by: made)
    try desk.workspace.rename("Inns", to: "Hotels", isWordOfFiles: true, by: made)
    let notes = CategoryNotes(try desk.workspace.judgements().categories)
    #expect(notes.text("Hotels", .need) == "quiet" && notes.all(of: "Inns").isEmpty)
  }
}
