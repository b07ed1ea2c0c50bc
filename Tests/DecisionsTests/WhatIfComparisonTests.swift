import Testing
import Units

@testable import Decisions

@Suite struct WhatIfComparisonTests {
  @Test func `the bridges between two scenarios close in every figure, and turn with them`() throws {
    for seed in 1...40 as ClosedRange<UInt64> {
      let base = whatIfBase(randomSubjects(40, seed: seed))
      let first = try WhatIf(base, randomChoices(40, seed: seed))
      let second = try WhatIf(base, randomChoices(40, seed: seed + 100))
      let there = WhatIfComparison(first, second)
      #expect(there.byStep.reduce(first.figures) { $0 + $1.change } == second.figures)
      #expect(there.byCustomer.reduce(first.figures) { $0 + $1.change } == second.figures)
      let back = WhatIfComparison(second, first)
      #expect(back.byCustomer.map(\.cause) == there.byCustomer.map(\.cause))
      #expect(there.change + back.change == .zero && there.freed.total == -back.freed.total)
      let same = WhatIfComparison(first, first)
      #expect(same.change == .zero && same.byStep.isEmpty && same.byCustomer.isEmpty && same.developable == .zero)
    }
  }

  @Test func `raising prices instead of dropping is told customer by customer`() throws {
    let base = whatIfBase(whatIfExample)
    let drop = try WhatIf(base, [WhatIfChoice([0], [.drop]), WhatIfChoice([1], [.reprice(Rate(percent: 5))])])
    let raise = try WhatIf(base, [WhatIfChoice([0, 1], [.reprice(Rate(percent: 5))])])
    let comparison = WhatIfComparison(drop, raise)
    // 500 of prices instead of 4,000 of dropping.
    #expect(comparison.byCustomer.map(\.cause) == [0])
    #expect(comparison.change.operatingMargin == Cents(-350_000))
    #expect(comparison.byStep.map(\.change.operatingMargin) == [Cents(-400_000), Cents(50_000)])
  }
}
