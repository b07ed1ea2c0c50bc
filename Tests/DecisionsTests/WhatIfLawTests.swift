import Portfolio
import Testing
import Units

@testable import Decisions

/// What holds of every scenario.
@Suite struct WhatIfLawTests {
  private static let seeds: ClosedRange<UInt64> = 1...60

  private func base(_ seed: UInt64) -> WhatIfBase { whatIfBase(randomSubjects(40, seed: seed)) }

  private func isSame(_ one: WhatIf, _ other: WhatIf) -> Bool {
    one.effects == other.effects && one.voids == other.voids && one.freed == other.freed
      && one.developments == other.developments
  }

  @Test func `the bridges by step and by customer close in every figure, whatever is asked`() throws {
    var kinds: Set<WhatIfStep.Kind> = []
    var reasons: Set<VoidStep.Reason> = []
    for seed in Self.seeds {
      let base = base(seed)
      let scenario = try WhatIf(base, randomChoices(40, seed: seed))
      #expect(scenario.byStep.reduce(base.figures) { $0 + $1.change } == scenario.figures)
      #expect(scenario.byCustomer.reduce(base.figures) { $0 + $1.change } == scenario.figures)
      #expect(Set(scenario.byCustomer.map(\.cause)).count == scenario.byCustomer.count)
      let pairs = scenario.effects.map { [$0.customer, WhatIfStep.Kind.allCases.firstIndex(of: $0.step.kind) ?? 9] }
      #expect(Set(pairs).count == pairs.count)
      kinds.formUnion(scenario.effects.map(\.step.kind))
      reasons.formUnion(scenario.voids.map(\.reason))
    }
    #expect(kinds.count == 5)
    #expect(reasons.isSuperset(of: [.ended, .outdone, .marginUnknown, .noRevenue, .serviceUnknown]))
  }

  @Test func `no step leaves a service cost below zero, nor strands more than is no longer spent`() throws {
    for seed in Self.seeds {
      let subjects = randomSubjects(40, seed: seed)
      let scenario = try WhatIf(whatIfBase(subjects), randomChoices(40, seed: seed))
      for bar in scenario.byCustomer {
        let before = subjects[bar.cause].figures?.serviceCost ?? .zero
        // Three parts are each rounded to the cent, twice.
        #expect(before + bar.change.serviceCost >= Cents(-6))
        #expect(bar.change.stranded >= .zero && bar.change.stranded <= before + Cents(6))
      }
    }
  }

  @Test func `an empty scenario is the base`() throws {
    for choices in [[], [WhatIfChoice([0, 1], [])], [WhatIfChoice([], [.drop])]] {
      let scenario = try WhatIf(base(1), choices)
      #expect(scenario.figures == scenario.base && scenario.effects.isEmpty && scenario.voids.isEmpty)
      #expect(scenario.freed.total == 0 && scenario.developments.isEmpty)
    }
  }

  @Test func `the order and the repetitions of a request change nothing`() throws {
    for seed in Self.seeds {
      let choices = randomChoices(40, seed: seed)
      let once = try WhatIf(base(seed), choices)
      let turned = choices.reversed().map { WhatIfChoice($0.customers.reversed(), $0.steps.reversed()) }
      #expect(isSame(once, try WhatIf(base(seed), turned)))
      #expect(isSame(once, try WhatIf(base(seed), choices + turned)))
      let single = choices.flatMap { choice in
        choice.customers.flatMap { customer in choice.steps.map { WhatIfChoice([customer, customer], [$0]) } }
      }
      #expect(isSame(once, try WhatIf(base(seed), single)))
    }
  }

  @Test func `dropping everybody leaves nothing but what stays`() throws {
    for seed in Self.seeds {
      let subjects = randomSubjects(40, seed: seed)
      let scenario = try WhatIf(whatIfBase(subjects), [WhatIfChoice(Array(0..<40), [.drop])])
      let stays = subjects.filter { $0.figures != nil }.map(\.services.stranded).sum
      #expect(scenario.figures == WhatIfFigures(stranded: stays))
      #expect(scenario.change.operatingMargin == .zero - scenario.base.operatingMargin - stays)
    }
  }

  @Test func `losing with no chance is nothing, and surely is dropping, whatever else is asked`() throws {
    for seed in Self.seeds {
      let (base, everybody) = (base(seed), Array(0..<40))
      let others = randomChoices(40, seed: seed).map { choice in
        WhatIfChoice(choice.customers, choice.steps.filter { $0.kind != .lose && $0.kind != .drop })
      }
      let plain = try WhatIf(base, others)
      let never = try WhatIf(base, others + [WhatIfChoice(everybody, [.lose(Rate(millionths: 0))])])
      #expect(never.figures == plain.figures && never.freed == plain.freed)
      let surely = try WhatIf(base, others + [WhatIfChoice(everybody, [.lose(Rate(percent: 100))])])
      let dropped = try WhatIf(base, others + [WhatIfChoice(everybody, [.drop])])
      #expect(surely.effects.map(\.change) == dropped.effects.map(\.change) && surely.freed == dropped.freed)
      // Where the margin is unknown the loss and the drop are void themselves, each by its own name.
      let ends: Set<WhatIfStep.Kind> = [.lose, .drop]
      #expect(
        surely.voids.filter { !ends.contains($0.step.kind) } == dropped.voids.filter { !ends.contains($0.step.kind) })
    }
  }
}
