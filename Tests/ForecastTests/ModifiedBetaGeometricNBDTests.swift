import Testing
import Units

@testable import Forecast

@Suite struct ModifiedBetaGeometricNBDTests {
  @Test(.enabled(if: dataFolder != nil)) func `the rounded CDNOW summary gives the published parameters`() throws {
    let fit = try ModifiedBetaGeometricNBD.fit(PurchaseSummary(Cdnow.rounded))
    for (value, published) in zip(fit.model.parameters, [0.5248, 6.1830, 0.8914, 1.6140]) {
      #expect(abs(value - published) < 1e-4)
    }
    #expect(abs(fit.logLikelihood + 9_582.133) < 5e-4)
    #expect(fit.agreeing == fit.starts)
  }

  @Test func `a customer who never came back may be gone`() throws {
    let model = ModifiedBetaGeometricNBD(r: 1, alpha: 10, a: 1, b: 2)
    let silent = try #require(PurchaseHistory(repeats: 0, recency: 0, age: 30))
    let alive = try #require(model.probabilityAlive(silent))
    #expect(alive.isWithin(1e-12, of: 1.0 / 3))
    #expect(model.expectedPurchases(of: silent, weeks: 20) < model.expectedPurchases(ofNewWithin: 20))
  }

  @Test func `the chances of a small count sum to its part of the likelihood`() throws {
    // One repeat or none within a week of age, over all recencies, is all that can happen but more repeats.
    let model = ModifiedBetaGeometricNBD(r: 0.7, alpha: 50, a: 0.8, b: 1.5)
    func chance(_ history: PurchaseHistory) -> Double {
      exponential(model.logLikelihood(of: PurchaseSummary([history])))
    }
    let none = chance(try #require(PurchaseHistory(repeats: 0, recency: 0, age: 1)))
    var one = 0.0
    for step in 0..<200 {
      one += chance(try #require(PurchaseHistory(repeats: 1, recency: (Double(step) + 0.5) / 200, age: 1))) / 200
    }
    #expect(none + one < 1 && none + one > 0.999)
  }
}
