import Ledger
import Testing
import Units

@testable import Portfolio

struct BreakEvenTests {
  private func breakEven(_ margins: [Int64?], fixed: Int64?, leftOut: Int = 0) -> BreakEven {
    BreakEven(
      margins: margins.enumerated().map { ($0, $1.map { Cents($0 * 100_000) }) }, leftOut: leftOut,
      fixedCosts: fixed.map { Cents($0 * 100_000) })
  }

  @Test func `the worked example`() {
    let found = breakEven([60, 50, -20, 30, 10], fixed: 100)
    #expect(found.point == .known(.init(rank: 2, afterRank: .euros(20_000), unknownAfterRank: 0)))
    #expect(found.margin == .euros(130_000) && found.result == .euros(30_000))
    #expect(found.singleLosses.map(\.customer) == [0, 1])
    #expect(found.singleLosses.map(\.result) == [.euros(-30_000), .euros(-20_000)])
  }

  @Test func `small customers can eat into the result`() {
    let found = breakEven([60, 50, -20, -30], fixed: 100)
    #expect(found.point.value?.afterRank == .euros(-50_000))
    #expect(found.result == .euros(-40_000) && found.singleLosses.isEmpty)
  }

  @Test func `when the costs are paid to the cent, any loss takes the company below`() {
    let found = breakEven([60, 40, -10, 10], fixed: 100)
    #expect(found.result == .zero && found.singleLosses.map(\.customer) == [0, 1, 3])
  }

  @Test func `costs that are never covered say by how much at best`() {
    #expect(breakEven([60, 20, -20], fixed: 100).point == .unknown(.neverCovered(missing: .euros(20_000))))
  }

  @Test func `unknown margins before the costs are covered leave the rank unknown`() {
    #expect(breakEven([60, nil, 20], fixed: 100, leftOut: 2).point == .unknown(.marginsUnknown(customers: 3)))
    #expect(breakEven([nil, nil], fixed: 100).point == .unknown(.noMarginKnown))
    #expect(breakEven([60, nil, 50, nil], fixed: 100, leftOut: 1).point.value?.unknownAfterRank == 2)
  }

  @Test func `without fixed costs in policy nothing is said, and none to pay are paid at once`() {
    #expect(breakEven([60], fixed: nil).point == .unknown(.fixedCostsNotSet))
    #expect(breakEven([60], fixed: nil).result == nil)
    #expect(breakEven([60], fixed: 0).point.value?.rank == 0)
  }

  @Test func `fixed costs follow the length of the window`() {
    var policy = Policy()
    policy.company.fixedCosts = .euros(1_000)
    let books = TinyBooks(asOf: "2025-12", months: 5) { customer("A") { sale("2025-12-01", 500, cost: 0) } }.books
    let found = BreakEven(ranking: books.ranking(policy), policy: policy)
    #expect(found.fixedCosts == .euros(416.67))
    #expect(found.point.value?.rank == 1 && found.result == .euros(83.33))
  }

  @Test func `up to the rank and after it make the whole, and one rank less is not enough`() {
    var policy = Policy()
    policy.company.fixedCosts = .euros(5_000)
    for seed in 1...30 {
      let ranking = randomBooks(seed: UInt64(seed)).ranking(policy, by: .operatingMargin)
      let found = BreakEven(ranking: ranking, policy: policy)
      guard let point = found.point.value else { continue }
      let upTo = ranking.rows.prefix(point.rank).map(\.value).sum
      #expect(upTo + point.afterRank == found.margin)
      #expect(upTo >= .euros(5_000))
      #expect(ranking.rows.prefix(point.rank - 1).map(\.value).sum < .euros(5_000))
      #expect(found.singleLosses.allSatisfy { $0.result < .zero && found.margin - $0.margin < .euros(5_000) })
    }
  }
}
