import Decisions
import Testing
import Units

struct ReturnCurveTests {
  private func episode(_ entry: Int, _ exit: Int, _ hasReturned: Bool) -> LossEpisode {
    LossEpisode(
      customer: 0, lastOrder: "2020-01-10", lost: Month(year: 2020, month: 1).advanced(by: entry), entry: entry,
      exit: exit, hasReturned: hasReturned)
  }

  @Test func `four of twenty back after fifteen months are one in five, until then`() {
    let curve = ReturnCurve(
      (0..<4).map { _ in episode(12, 15, true) } + (0..<16).map { _ in episode(12, 36, false) })
    #expect(curve.losses == 20 && curve.returns == 4)
    #expect(curve.steps.map(\.months) == [15] && curve.steps.map(\.watched) == [20])
    #expect(abs(curve.returning(within: 24, after: 12) - 0.2) < 1e-12 && curve.watched(after: 12) == 20)
    #expect(curve.returning(within: 24, after: 15) == 0 && curve.watched(after: 15) == 16)
    #expect(curve.returning(within: 2, after: 12) == 0 && curve.watched(after: 36) == 0)
  }

  @Test func `losses are watched only from the month they are one`() {
    // Of two lost at 12 one comes back at 14; two more are watched from 20 on, and one of three comes back at 22.
    let curve = ReturnCurve([
      episode(12, 14, true), episode(12, 30, false), episode(20, 22, true), episode(20, 40, false),
    ])
    #expect(curve.steps.map(\.watched) == [2, 3])
    #expect(abs(curve.returning(within: 24, after: 12) - (1 - 0.5 * 2 / 3)) < 1e-12)
    #expect(abs(curve.returning(within: 24, after: 14) - 1.0 / 3) < 1e-12)
  }

  @Test func `the chance never falls with more months, and the steps multiply`() {
    for seed in 0..<50 {
      var random = SplitMix64(seed: UInt64(seed))
      let curve = ReturnCurve(
        (0..<40).map { _ in
          let entry = Int.random(in: 12...24, using: &random)
          return episode(entry, entry + Int.random(in: 1...30, using: &random), Bool.random(using: &random))
        })
      let chances = (0...40).map { curve.returning(within: $0, after: 12) }
      #expect(chances == chances.sorted() && chances[0] == 0 && chances.allSatisfy { (0...1).contains($0) })
      let staying = (1 - curve.returning(within: 10, after: 14)) * (1 - curve.returning(within: 8, after: 24))
      #expect(abs(1 - staying - curve.returning(within: 18, after: 14)) < 1e-12)
    }
  }
}
