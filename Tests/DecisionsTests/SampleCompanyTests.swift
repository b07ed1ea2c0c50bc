import Decisions
import Ledger
import Portfolio
import Sample
import Testing
import Units

/// What decisions say of the sample company, against the stories that were planted in it.
struct SampleCompanyTests {
  private struct Told {
    let sample: SampleFacts
    let stages: Stages
    let losses: Losses

    init(seed: UInt64) {
      sample = SampleFacts(seed: seed)
      let (books, policy) = (sample.books, Policy())
      stages = Stages(books.source)
      losses = Losses(
        stages, books.source, books: books, policy: policy, categories: CategoryOf(books: books, policy: policy),
        facts: sample.facts)
    }

    /// The stages, in the last month, of the customers of a story.
    func stages(of kind: Story.Kind) -> [Stage?] {
      sample.stories.filter { $0.kind == kind }.map {
        stages.stage(of: sample.books.place($0.customer), at: sample.books.window.asOf)
      }
    }

    /// The post-mortems of the customers lost to a planted cause.
    func rows(of cause: Story.Cause) -> [Losses.Row] {
      let places = sample.stories.filter { $0.kind == .lost && $0.detail == cause.rawValue }
        .map { sample.books.place($0.customer) }
      return losses.rows.filter { places.contains($0.customer) }
    }
  }

  private static let told = (UInt64(1)...6).map(Told.init)

  private func stages(of kind: Story.Kind) -> [Stage?] { Self.told.flatMap { $0.stages(of: kind) } }
  private func rows(of cause: Story.Cause) -> [Losses.Row] { Self.told.flatMap { $0.rows(of: cause) } }

  @Test func `who grows, falls, leaves, comes, returns or came once is in the stage for it`() {
    #expect(stages(of: .growing).allSatisfy { $0 == .developing })
    #expect(stages(of: .slowDecline).allSatisfy { $0 == .declining })
    #expect(stages(of: .suddenDecline).allSatisfy { $0 == .declining })
    #expect(stages(of: .lost).allSatisfy { $0 == .lost })
    #expect(stages(of: .oneOff).allSatisfy { $0 == .lost })
    #expect(stages(of: .new).allSatisfy { $0 == .new })
    #expect(stages(of: .wonBack).allSatisfy { $0 == .wonBack })
  }

  @Test func `three quarters and more of those who are stable, however unevenly they order, are mature`() {
    let stable = stages(of: .stable)
    #expect(Double(stable.count { $0 == .mature }) / Double(stable.count) >= 0.75)
  }

  @Test func `each planted cause of the company's own doing is found`() {
    func isFound(_ cause: Story.Cause, _ fits: (LossSignal) -> Bool) -> Bool {
      let rows = rows(of: cause)
      return !rows.isEmpty && rows.allSatisfy { $0.cause == .internal && $0.evidence.contains(where: fits) }
    }
    #expect(isFound(.complaint) { if case .complaints = $0 { true } else { false } })
    #expect(isFound(.lateDelivery) { if case .lateDeliveries = $0 { true } else { false } })
    #expect(isFound(.priceRise) { if case .priceRise = $0 { true } else { false } })
    #expect(isFound(.salespersonChange) { if case .salespersonChange = $0 { true } else { false } })
    #expect(isFound(.badlyAnswered) { if case .enquiryBadlyAnswered = $0 { true } else { false } })
  }

  @Test func `a sector's fall is found, and seldom anything where nothing was planted`() {
    for cause in Story.Cause.allCases {
      let own = rows(of: cause)
      print("planted \(cause.rawValue), told:", Dictionary(grouping: own, by: \.cause).mapValues(\.count))
    }
    let sector = rows(of: .sectorDecline)
    #expect(Double(sector.count { $0.cause == .external }) / Double(sector.count) >= 0.8)
    let none = rows(of: .none)
    #expect(Double(none.count { $0.cause == .unknown }) / Double(none.count) >= 0.8)
  }
}
