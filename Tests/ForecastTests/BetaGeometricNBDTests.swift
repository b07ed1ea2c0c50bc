import Testing
import Units

@testable import Forecast

@Suite struct BetaGeometricNBDTests {
  static let cdnow = BetaGeometricNBD(r: 0.2425945, alpha: 4.4136, a: 0.792922, b: 2.425907)

  @Test(.enabled(if: dataFolder != nil)) func `CDNOW gives the published parameters, likelihood and errors`() throws {
    #expect(Cdnow.summary.customers == 2_357)
    let fit = try BetaGeometricNBD.fit(Cdnow.summary)
    #expect(abs(fit.model.r - 0.2426) < 5e-5)
    #expect(abs(fit.model.alpha - 4.4136) < 5e-5)
    #expect(abs(fit.model.a - 0.7929) < 5e-5)
    #expect(abs(fit.model.b - 2.4259) < 5e-5)
    #expect(abs(fit.logLikelihood + 9_582.429) < 5e-4)
    let errors = try #require(fit.standardErrors)
    #expect(abs(errors[0] - 0.0126) < 5e-5)
    #expect(abs(errors[1] - 0.378) < 5e-4)
    #expect(abs(errors[2] - 0.186) < 5e-4)
    #expect(abs(errors[3] - 0.705) < 5e-4)
    #expect(!fit.isBoundary)
    #expect(fit.steepness < 1e-9 && fit.leastCurvature > 1e-3 && fit.agreeing == fit.starts)
    #expect(try BetaGeometricNBD.fit(Cdnow.summary, effort: .quick).model.r.isWithin(1e-6, of: fit.model.r))
  }

  @Test func `customer 1516 and a new customer are told what the papers tell them`() throws {
    let customer = try #require(PurchaseHistory(repeats: 26, recency: 30.857143, age: 31))
    #expect(abs(Self.cdnow.expectedPurchases(of: customer, weeks: 52) - 25.757) < 1e-3)
    #expect(abs(try #require(Self.cdnow.probabilityAlive(customer)) - 0.9689) < 5e-5)
    for (weeks, purchases) in [(1.0 / 7, 0.0078), (1, 0.0532), (3, 0.1506), (32, 1.0437), (78, 1.8580)] {
      #expect(abs(Self.cdnow.expectedPurchases(ofNewWithin: weeks) - purchases) < 1e-4)
    }
  }

  @Test func `silence after a thousand purchases is certain, and without a repeat there is no opinion`() throws {
    let silent = try #require(PurchaseHistory(repeats: 1_000, recency: 10, age: 100))
    #expect(Self.cdnow.probabilityAlive(silent) == 0)
    #expect(Self.cdnow.expectedPurchases(of: silent, weeks: 52) == 0)
    #expect(Self.cdnow.probabilityAlive(try #require(PurchaseHistory(repeats: 0, recency: 0, age: 30))) == nil)
  }

  @Test func `parameters come back from customers drawn with them`() throws {
    var draw = Simulated(seed: 3)
    let truth = BetaGeometricNBD(r: 0.8, alpha: 5, a: 0.6, b: 2)
    let fit = try BetaGeometricNBD.fit(PurchaseSummary((0..<4_000).map { _ in draw.coinCustomer(truth, weeks: 80) }))
    let errors = try #require(fit.standardErrors)
    // Purchases of the same day count once, which the model does not know: hence the wide measure.
    for (index, value) in fit.model.parameters.enumerated() {
      #expect(abs(value - truth.parameters[index]) < 5 * errors[index])
    }
    #expect(!fit.isBoundary)
  }

  @Test func `customers who never drop out are at the boundary`() throws {
    var draw = Simulated(seed: 4)
    let steady = ParetoNBD(r: 2, alpha: 12, s: 1e-3, beta: 1e6)
    let fit = try BetaGeometricNBD.fit(PurchaseSummary((0..<1_000).map { _ in draw.silentCustomer(steady, weeks: 60) }))
    #expect(fit.isBoundary)
    #expect(fit.dropoutGain < 3.84)
  }

  @Test func `where next to nobody drops out, the ridge is followed to its end with little effort too`() throws {
    let truth = BetaGeometricNBD(r: 1.9, alpha: 8, a: 0.3, b: 100)
    // On 28 and 40 the ridge leads out of the edges.
    for seed: UInt64 in [1, 2, 28, 40] {
      var draw = Simulated(seed: seed)
      let drawn = PurchaseSummary((0..<180).map { _ in draw.coinCustomer(truth, weeks: 100) })
      let quick = try BetaGeometricNBD.fit(drawn, effort: .quick)
      #expect(quick.steepness < 1e-6 && quick.leastCurvature > -1e-6)
      #expect(quick.logLikelihood > (try BetaGeometricNBD.fit(drawn)).logLikelihood - 0.5)
    }
  }

  @Test func `the worked example of the method's page`() throws {
    let model = BetaGeometricNBD(r: 1, alpha: 10, a: 1, b: 2)
    let customer = try #require(PurchaseHistory(repeats: 2, recency: 10, age: 30))
    #expect(try #require(model.probabilityAlive(customer)).isWithin(1e-12, of: 3.0 / 11))
    #expect(model.expectedPurchases(ofNewWithin: 10).isWithin(1e-12, of: 4 * naturalLogarithm(2) - 2))
  }
}
