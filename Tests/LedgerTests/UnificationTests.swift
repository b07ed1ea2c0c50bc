import Ledger
import Testing
import Units

@Suite struct UnificationTests {
  /// Merges on a few customers from a seed; every third is taken back.
  private func decisions(_ seed: UInt64) -> [PairDecision] {
    var random = SplitMix64(seed: seed)
    return (1...30).map { number in
      let (kept, other) = (Int(random.next() % 12), Int(random.next() % 12))
      return PairDecision(
        number: number, kept == other ? .never : .merge, kept: ID("\(kept)"),
        other: ID(kept == other ? "x" : "\(other)"),
        made: Authorship("Anne", at: number), undone: random.next() % 3 == 0 ? Authorship("Anne", at: 99) : nil)
    }
  }

  @Test(arguments: 1...40) func `whoever is kept is never merged further`(seed: UInt64) {
    let unification = Unification(decisions(seed))
    for (merged, kept) in unification.pairs {
      #expect(merged != kept && unification[kept] == kept && unification.kept[kept] == nil)
    }
  }

  @Test(arguments: 1...40)
  func `both customers of every merge that holds are one, and the same in whatever order they come`(
    seed: UInt64
  ) {
    let all = decisions(seed)
    let unification = Unification(all)
    for merge in all where merge.holds && merge.verdict == .merge {
      #expect(unification[merge.kept] == unification[merge.other])
    }
    #expect(Unification(all.reversed()) == unification)
  }

  @Test(arguments: 1...40) func `a merge that is taken back leaves what was`(seed: UInt64) {
    let all = decisions(seed)
    let undone = PairDecision(
      number: 31, .merge, kept: ID("0"), other: ID("11"), made: Authorship("Anne", at: 31),
      undone: Authorship("Anne", at: 32))
    #expect(Unification(all + [undone]) == Unification(all))
  }

  @Test func `a long chain is walked in time`() {
    let chain = (1...20_000).map { number in
      PairDecision(
        number: number, .merge, kept: ID("\(number)"), other: ID("\(number - 1)"), made: Authorship("Anne", at: 0))
    }
    let unification = Unification(chain)
    #expect(unification.kept.count == 20_000 && unification[ID("0")] == ID("20000"))
  }

  @Test func `unifying further goes on from what is kept`() {
    let merge = PairDecision(number: 1, .merge, kept: ID("A"), other: ID("B"), made: Authorship("Anne", at: 0))
    let further = Unification([merge]).followed(by: [ID("A"): ID("G"), ID("C"): ID("G"), ID("G"): ID("G")])
    #expect(further.kept == [ID("A"): ID("G"), ID("B"): ID("G"), ID("C"): ID("G")])
  }
}
