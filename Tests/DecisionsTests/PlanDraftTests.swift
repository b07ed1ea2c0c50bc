import Ledger
import Testing
import Units

@testable import Decisions

@Suite struct PlanDraftTests {
  private func file(_ count: Int) -> CustomerFile {
    CustomerFile(ids: (0..<count).map { ID("C\($0)") }, names: (0..<count).map { "C\($0)" }, details: [:])
  }

  @Test func `each step is an action that nobody owns yet, with what it should bring`() throws {
    let scenario = try WhatIf(
      whatIfBase(whatIfExample),
      [
        WhatIfChoice([0], [.drop, .reprice(Rate(percent: 2))]), WhatIfChoice([1], [.reprice(Rate(percent: 5))]),
        WhatIfChoice([2], [.minimumOrder(Cents(25_000)), .reprice(Rate(percent: -1))]),
      ])
    let draft = PlanDraft(name: "Autumn", scenario, customers: file(3))
    #expect(draft.actions.map(\.customer.text) == ["C0", "C1", "C2", "C2"])
    #expect(draft.actions.map(\.action) == [.substitution, .substitution, .retention, .costReduction])
    #expect(draft.actions.map(\.means) == [.cease, .reprice, .loyalty, .minimumOrder])
    #expect(draft.actions.map(\.expected) == [Cents(400_000), Cents(6_000_000), Cents(-1_400), Cents(4_000)])
    #expect(draft.actions.allSatisfy { $0.owner == nil } && draft.assumed == .zero)
  }

  @Test func `actions and assumed losses are the scenario's difference to the cent`() throws {
    for seed in 1...40 as ClosedRange<UInt64> {
      let scenario = try WhatIf(whatIfBase(randomSubjects(40, seed: seed)), randomChoices(40, seed: seed))
      let draft = PlanDraft(name: "", scenario, customers: file(40))
      #expect(draft.expected + draft.assumed == scenario.change.operatingMargin)
      #expect(draft.actions.count == scenario.effects.count { $0.step.kind != .lose })
    }
  }
}
