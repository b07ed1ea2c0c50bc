import Decisions
import Ledger
import Testing
import Units

struct StageChangesTests {
  private let books = stageExampleBooks()

  @Test func `August 2025 has one change, Ann's, with what is at stake`() throws {
    let changes = StageChanges(Stages(books.source), books.source, month: "2025-08")
    let row = try #require(changes.rows.first)
    #expect(changes.rows.count == 1 && row.customer == books.place("Ann"))
    #expect(row.from == .mature && row.to == .declining && row.reading.reason == .fell)
    // August 2024 to July 2025: five months at 1,000 and seven at 700.
    #expect(row.revenueBefore == Cents(990_000))
  }

  @Test func `a first order is a change from nothing, a return one from lost`() {
    let stages = Stages(books.source)
    #expect(StageChanges(stages, books.source, month: "2024-03").rows.map(\.from) == [nil])
    let november = StageChanges(stages, books.source, month: "2025-11").rows
    #expect(november.map(\.from) == [.lost] && november.map(\.to) == [.wonBack])
  }

  @Test func `changes add up: each stage now is the one before, but for them`() {
    let simulated = SimulatedCustomers(each: 10, seed: 3)
    let source = StageSource(months: SimulatedCustomers.months, orders: simulated.log, policy: Policy())
    let stages = Stages(source)
    for month in source.months.months.dropFirst() {
      let changed = Dictionary(
        uniqueKeysWithValues: StageChanges(stages, source, month: month).rows.map { ($0.customer, $0) })
      for customer in 0..<stages.customers {
        let before = stages.stage(of: customer, at: month.advanced(by: -1))
        let now = stages.stage(of: customer, at: month)
        #expect((changed[customer] != nil) == (before != now))
        if let row = changed[customer] { #expect(row.from == before && row.to == now) }
      }
    }
  }
}
