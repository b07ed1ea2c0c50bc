import Decisions
import Ledger
import Testing
import Units

struct StageTransitionsTests {
  private let books = stageExampleBooks()

  @Test func `over 2025 one came to decline, one was won back and one was lost`() {
    let year = StageTransitions(Stages(books.source), orders: books.orders, from: "2024-12", to: "2025-12")
    func row(_ from: Stage?, _ to: Stage) -> StageTransitions.Row? {
      year.rows.first { $0.from == from && $0.to == to }
    }
    #expect(row(.mature, .mature)?.customers == 6 && row(.new, .lost)?.customers == 1)
    #expect(row(.mature, .declining)?.revenueBefore == Cents(1_200_000))
    #expect(row(.mature, .declining)?.revenueAfter == Cents(840_000))
    // Emil fell silent in June 2024, and was lost from April to October 2025.
    #expect(row(.declining, .wonBack)?.customers == 1)
    #expect(year.share(from: .mature, to: .declining) == Share(1, of: 7))
    #expect(year.share(from: .episodic, to: .lost) == nil)
  }

  @Test func `customers that went any way are all that have ordered by the end`() {
    let simulated = SimulatedCustomers(each: 10, seed: 4)
    let source = StageSource(months: SimulatedCustomers.months, orders: simulated.log, policy: Policy())
    let stages = Stages(source)
    for (from, to) in [(0, 1), (11, 23), (20, 47), (30, 30)] {
      let (start, end) = (source.months.first.advanced(by: from), source.months.first.advanced(by: to))
      let rows = StageTransitions(stages, orders: simulated.log, from: start, to: end).rows
      let ordered = (0..<stages.customers).count { stages.stage(of: $0, at: end) != nil }
      #expect(rows.reduce(0) { $0 + $1.customers } == ordered)
      let revenue = simulated.log.orders.filter { $0.month <= end && $0.month > end.advanced(by: -12) }
      #expect(rows.map(\.revenueAfter).sum == revenue.map(\.revenue).sum)
      if from == to { #expect(rows.allSatisfy { $0.from == $0.to }) }
    }
  }
}
