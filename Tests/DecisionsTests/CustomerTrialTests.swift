import Forecast
import Ledger
import Testing
import Units

@testable import Decisions

/// Predictions customer by customer, held against years that came.
@Suite struct CustomerTrialTests {
  private func trial(_ sample: SampleFacts) throws -> (CustomerTrial, PurchaseLog, MonthSpan) {
    let log = PurchaseLog(orders: sample.books.orders)
    let span = MonthSpan(try #require(sample.books.history).first, sample.books.window.asOf)
    return (
      CustomerTrial(log, span: span, kinds: PurchaseModelKind.allCases, rule: Policy().prediction), log, span
    )
  }

  @Test func `on the sample every model is fitted at every origin, and the nearest way is taken`() throws {
    for seed in UInt64(1)...3 {
      let (trial, _, _) = try trial(SampleFacts(seed: seed))
      #expect(trial.origins.map(\.heldOut) == [12, 12, 12])
      #expect(trial.origins.allSatisfy { $0.errors.count == 9 && $0.naive != nil })
      let kind = try #require(trial.nearest)
      let method = trial.method(beside: kind)
      let taken = try #require(trial.error(of: method))
      #expect(taken <= (trial.error(of: .model(kind)) ?? 0))
      for other in PurchaseModelKind.allCases {
        #expect((trial.error(of: .model(kind)) ?? 1) <= (trial.error(of: .model(other)) ?? 0))
      }
    }
  }

  @Test func `data too short for an origin are not tried`() throws {
    let log = PurchaseLog(orders: SampleFacts(seed: 1).books.orders)
    let last = try #require(Month(iso: "2026-10"))
    let trial = CustomerTrial(
      log, span: MonthSpan(last.advanced(by: -20), last), kinds: [.bgnbd], rule: Policy().prediction)
    #expect(
      trial.origins.isEmpty && trial.nearest == nil && trial.error(of: .lastYear(.bgnbd)) == nil
        && trial.naiveError == nil)
    #expect(trial.method(beside: .bgnbd) == .model(.bgnbd))
  }
}
