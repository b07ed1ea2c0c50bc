import Testing
import Units

@testable import Forecast

@Suite struct ResidualValueTests {
  private let model = ParetoNBD(r: 0.5533, alpha: 10.578, s: 0.6062, beta: 11.669)

  @Test func `without discount, it is the purchases of the horizon times their value`() throws {
    let history = try #require(PurchaseHistory(repeats: 4, recency: 30, age: 39))
    let value = model.residualValue(of: history, valuePerPurchase: 25, months: 24, yearlyRate: 0)
    let purchases = model.expectedPurchases(of: history, weeks: 24 * ParetoNBD.weeksPerMonth)
    #expect(value.isWithin(1e-12, of: 25 * purchases))
    #expect(model.residualValue(of: history, valuePerPurchase: 25, months: 0, yearlyRate: 0) == 0)
    #expect(model.residualValue(of: history, valuePerPurchase: -25, months: 24, yearlyRate: 0) == -value)
  }

  @Test func `the higher the rate, the less; the longer the horizon, the more`() {
    var before = Double.infinity
    for rate in [0, 0.05, 0.1, 0.3, 1] {
      let value = model.residualValue(ofNewWithin: 60, valuePerPurchase: 10, yearlyRate: rate)
      #expect(value < before && value > 0)
      #expect(model.residualValue(ofNewWithin: 61, valuePerPurchase: 10, yearlyRate: rate) > value)
      before = value
    }
  }

  /// DERT = r-posterior mean × P(alive) × (β + T)^s ∫ e^(−δt) (β + T + t)^(−s) dt.
  @Test func `over a century it is the discounted expected residual transactions of Pareto/NBD`() throws {
    let history = try #require(PurchaseHistory(repeats: 4, recency: 30, age: 39))
    let yearly = 0.15
    // Continuous discounting at the same yearly rate.
    let delta = naturalLogarithm(1 + yearly) * 7 / 365.2425
    let rate = (model.r + 4) / (model.alpha + 39) * (try #require(model.probabilityAlive(history)))
    let step = 0.05
    var integral = 0.0
    for index in 0..<100_000 {
      let time = (Double(index) + 0.5) * step
      integral += exponential(-delta * time - model.s * naturalLogarithm(1 + time / (model.beta + 39))) * step
    }
    let value = model.residualValue(of: history, valuePerPurchase: 1, months: 1_150, yearlyRate: yearly)
    // Discounting from the middle of each month is what is left between them.
    #expect(value.isWithin(1e-4, of: rate * integral))
  }
}
