import Decisions
import Foundation
import Ledger
import Testing
import Units

@testable import Store

@Suite struct PlanDraftsTests {
  private let draft = PlanDraft(
    name: "Hausse des D",
    actions: [
      .init(
        customer: ID("C1"), action: .substitution, means: .reprice,
        step: .reprice(Rate(percent: 5), elasticity: Rate(percent: 120)),
        expected: Cents(12_345)),
      .init(
        owner: ID("P1"), customer: ID("C2"), action: .costReduction, means: .minimumOrder,
        step: .minimumOrder(Cents(15_050)), expected: Cents(-10)),
    ], assumed: Cents(-700))

  @Test func `a draft comes back as it was kept, and stays readable once given up`() throws {
    let tiny = try TinyStore()
    let store = try tiny.open()
    let month = Month(year: 2026, month: 10)
    let lines = ["reprice:5%/1.2@C1", "minimum:150.5@C2"]
    let number = try store.keep(draft, lines: lines, month: month, by: Authorship("Ada", at: 5))
    let kept = try #require(try JudgementStore.drafts(at: tiny.path).first)
    #expect(kept.number == number && kept.draft == draft && kept.lines == lines && kept.month == month)
    #expect(kept.made == Authorship("Ada", at: 5) && kept.dropped == nil)
    #expect(try store.dropDraft(number, by: Authorship("Bob", at: 9)))
    #expect(try !store.dropDraft(number, by: Authorship("Bob", at: 10)))
    #expect(try JudgementStore.drafts(at: tiny.path).first?.dropped == Authorship("Bob", at: 9))
    #expect(try JudgementStore.audit(at: tiny.path).filter { $0.action == "planDraft" }.count == 2)
  }
}
