import Decisions
import Ledger
import Portfolio
import Testing
import Units

/// The worked example of docs/methods/win-back.md.
struct WinBackTests {
  private func example(silent: Int = 16, late: String = "Kay", cost: Int64? = 690) -> Books {
    let stopped = { (id: String) in Trader(id).monthly("2021-01", "2022-06", 1_000, cost: cost) }
    return tradeBooks(
      asOf: "2025-12",
      (0..<4).map { stopped("Back\($0)").monthly("2023-09", "2025-12", 500, cost: cost.map { $0 / 2 }) }
        + (0..<silent).map { stopped("Gone\($0)") }
        + [Trader(late).monthly("2023-01", "2024-12", 1_000, cost: cost)])
  }

  private func winBack(
    _ books: Books, classes: [Int?]? = nil, _ change: (inout Policy) -> Void = { _ in }
  ) -> WinBack {
    var policy = Policy()
    change(&policy)
    return WinBack(Stages(books.source), books: books, policy: policy, classes: classes)
  }

  @Test func `Kay has one chance in six, and is worth 431.94 after an effort of 100`() throws {
    let books = example()
    let winBack = winBack(books) { $0.winBack.effort = Cents(10_000) }
    let kay = try #require(winBack.rows.first)
    let chance = try #require(kay.chance.value)
    #expect(kay.customer == books.place("Kay") && kay.silence == 12)
    #expect(chance.watched == 20 && abs(chance.counted - 0.2) < 1e-12 && abs(chance.value - 1.0 / 6) < 1e-12)
    #expect(winBack.keptRatio?.value == 0.5 && winBack.returners == 4)
    #expect(kay.margin == Cents(372_000) && kay.yearlyMargin == Cents(186_000))
    #expect(abs(winBack.discount - 1.715_947) < 0.000_001)
    #expect(kay.value == Cents(319_166) && kay.worth.value == Cents(43_194))
    #expect(abs((kay.upliftNeeded ?? 0) - 0.031_332) < 0.000_001)
  }

  @Test func `who is silent for longer than anybody was watched has the prior's chance`() {
    let gone = winBack(example()).rows.last?.chance.value
    #expect(gone?.watched == 0 && gone?.value == 0.1)
  }

  @Test func `with fewer than twenty losses no chance is known`() {
    let winBack = winBack(example(silent: 14))
    #expect(winBack.curve.losses == 19 && winBack.rows.allSatisfy { $0.chance == .unknown(.fewLosses) })
    #expect(winBack.rows.allSatisfy { $0.worth == .unknown(.fewLosses) && $0.margin != nil })
  }

  @Test func `an unknown margin leaves the worth unknown, not the chance`() {
    let row = winBack(example(cost: nil)).rows.first
    #expect(row?.worth == .unknown(.margin) && row?.chance.value != nil && row?.value == nil)
  }

  @Test func `a class of thirty losses has a chance of its own`() {
    let books = example(silent: 40)
    // Those who came back are of another class than those who did not.
    let classes: [Int?] = books.customers.names.map { $0.hasPrefix("Back") ? 1 : 0 }
    let kay = winBack(books, classes: classes).rows.first { $0.customer == books.place("Kay") }
    #expect(kay?.chance.value?.isOfClass == true && kay?.chance.value?.counted == 0)
    let few = winBack(books, classes: classes) { $0.winBack.classLosses = 42 }
    #expect(few.rows.allSatisfy { $0.chance.value?.isOfClass == false })
  }

  @Test func `ranks by worth, the unknown last`() {
    let worths = winBack(example()).rows.compactMap(\.worth.value)
    #expect(worths == worths.sorted(by: >) && worths.count == 17)
  }
}
