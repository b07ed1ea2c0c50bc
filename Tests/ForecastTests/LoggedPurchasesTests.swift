import Ledger
import Testing
import Units

@testable import Forecast

@Suite struct LoggedPurchasesTests {
  private let log: PurchaseLog = {
    let days = ["2025-01-01", "2025-01-15", "2025-03-05", "2025-02-01"].compactMap { Day(iso: $0) }
    return PurchaseLog(offsets: [0, 3, 4, 4], days: days, totals: [10_000, 20_000, 30_000, 5_000].map { Cents($0) })
  }()

  @Test func `a history holds what was known on that evening`() throws {
    let evening = try #require(Day(iso: "2025-02-05"))
    let history = try #require(log.history(of: 0, through: evening))
    #expect(history.repeats == 1 && history.recency == 2 && history.age == 5)
    #expect(log.spend(of: 0, through: evening)?.mean == 200)
    #expect(log.spend(of: 1, through: evening) == nil)
    #expect(log.history(of: 1, through: try #require(Day(iso: "2025-01-31"))) == nil)
    #expect(log.history(of: 2, through: evening) == nil)
    #expect(log.count(of: 0, after: evening, through: try #require(Day(iso: "2025-03-05"))) == 1)
  }

  @Test func `the same as purchases gathered by day`() throws {
    for evening in ["2025-01-01", "2025-01-14", "2025-03-05", "2026-01-01"].compactMap({ Day(iso: $0) }) {
      let gathered = PurchaseDays(invoices: zip(log.days, log.totals).prefix(3).map { (day: $0, total: $1) })
      #expect(log.history(of: 0, through: evening) == gathered.history(through: evening))
      #expect(log.spend(of: 0, through: evening) == gathered.spend(through: evening))
    }
  }

  @Test func `the chance of a purchase grows with the time looked ahead, and is P(alive) at the end`() throws {
    let fit = FittedPurchases(
      .bgnbd,
      PurchaseFit(
        model: BetaGeometricNBD(r: 0.2426, alpha: 4.4136, a: 0.7929, b: 2.4259), logLikelihood: 0,
        logLikelihoodWithoutDropout: 0, standardErrors: nil, steepness: 0, leastCurvature: 0, starts: 1, agreeing: 1))
    let history = try #require(PurchaseHistory(repeats: 3, recency: 20, age: 38))
    let chances = [0, 1, 10, 52, 1e7].map { fit.probabilityOfPurchase(of: history, weeks: $0) }
    #expect(chances == chances.sorted() && chances[0] == 0)
    #expect(abs(chances[4] - (fit.model.probabilityAlive(history) ?? 0)) < 1e-6)
  }
}
