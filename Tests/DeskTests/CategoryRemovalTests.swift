import Foundation
import Ledger
import Testing
import Units

@testable import Desk

@Suite struct CategoryRemovalTests {
  private let text = """
    categories: # ours
      # in front
      - name: Inns
        sectors: [55.10]
      # the bars
      - name: "Bars" # late
        customers: [C1]

      - name: Inns
        regions:
          - Nord
    growth:
      leastMonths: 7
    """

  private func removed(_ places: Int...) throws -> String {
    try places.reduce(text) { try PolicyFile.text($0, removingRule: $1) }
  }

  @Test func `a rule goes, the others and the remarks stay`() throws {
    let all = try PolicyFile.policy(from: text).categories
    for place in 0..<3 {
      var left = all
      left.remove(at: place)
      let changed = try removed(place)
      let policy = try PolicyFile.policy(from: changed)
      #expect(policy.categories == left && policy.growth.leastMonths == 7)
      #expect(changed.contains("# ours") && changed.contains("# in front") && changed.contains("# the bars"))
    }
    #expect(try PolicyFile.policy(from: removed(0, 0, 0)).categories.isEmpty)
    #expect(throws: DeskError.self) { try removed(3) }
    #expect(throws: DeskError.self) { try PolicyFile.text("categories: [{name: A}]\n", removingRule: 0) }
    #expect(throws: DeskError.self) { try PolicyFile.text("company:\n  name: X\n", removingRule: 0) }
  }

  @Test func `what is taken out is the rule that was seen, and the audit keeps it`() throws {
    let desk = try TinyDesk()
    let made = Authorship("Anne", at: 1)
    let bars = Policy.CategoryRule(name: "Bars", regions: ["Atlantide"])
    try desk.workspace.add(Policy.CategoryRule(name: "Inns", sectors: ["a"]), by: made)
    try desk.workspace.add(bars, by: made)
    #expect(throws: CategoryTextFault.rulesChanged) { try desk.workspace.removeCategoryRule(0, of: "Inns", by: made) }
    #expect(throws: CategoryTextFault.rulesChanged) { try desk.workspace.removeCategoryRule(2, of: "Inns", by: made) }
    try desk.workspace.removeCategoryRule(0, of: "Bars", by: made)
    #expect(try PolicyFile.policy(of: desk.workspace).categories.map(\.name) == ["Inns"])
    let line = try #require(try desk.workspace.audit().first)
    #expect(line.action == "categoryRule" && line.after == nil)
    #expect(line.before == PolicyFile.written(bars).joined(separator: "\n"))
  }
}
