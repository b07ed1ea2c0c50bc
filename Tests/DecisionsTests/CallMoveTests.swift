import Decisions
import Ledger
import Testing
import Units

struct CallMoveTests {
  @Test func `moves sum to what each gives and gets, and to what the plan brings`() {
    for seed in 1...40 as ClosedRange<UInt64> {
      let plan = RandomCalls(seed: seed, sellers: 3, customers: 12, hours: 15, travel: 500).plan()
      for row in plan.rows {
        let given = plan.moves.filter { $0.donor == row.customer }.reduce(0) { $0 + $1.minutes }
        let got = plan.moves.filter { $0.receiver == row.customer }.reduce(0) { $0 + $1.minutes }
        #expect(got - given == row.change && (given == 0 || got == 0))
      }
      #expect(plan.moves.map(\.gain).sum == plan.gain && plan.moves.allSatisfy { $0.minutes > 0 })
      for move in plan.moves {
        let ends = [move.donor, move.receiver].compactMap { $0 }
        #expect(!ends.isEmpty && ends.allSatisfy { plan.rows[$0].account.seller == move.seller })
      }
      // One fewer than there are ends, at most.
      #expect(plan.moves.count <= plan.rows.count { $0.change != 0 } + 3)
      #expect(zip(plan.moves, plan.moves.dropFirst()).allSatisfy { $0.gain >= $1.gain })
    }
  }

  @Test func `minutes that nobody had come from nobody, and those nobody has any more go to nobody`() {
    let more = CallExample.plan(hours: 40).moves
    #expect(more.filter { $0.donor == nil }.map(\.minutes) == [300])
    let fewer = CallExample.plan(hours: 20).moves
    #expect(fewer.filter { $0.receiver == nil }.reduce(0) { $0 + $1.minutes } == 900)
  }
}
