import Testing
import Units

@testable import Forecast

@Suite struct ParetoNBDTests {
  static let cdnow = ParetoNBD(r: 0.5533, alpha: 10.578, s: 0.6062, beta: 11.669)

  @Test(.enabled(if: dataFolder != nil)) func `CDNOW gives the published parameters, likelihood and errors`() throws {
    let fit = try ParetoNBD.fit(Cdnow.summary)
    #expect(abs(fit.model.r - 0.5533) < 1e-4)
    #expect(abs(fit.model.alpha - 10.578) < 1e-3)
    #expect(abs(fit.model.s - 0.6062) < 1e-4)
    #expect(abs(fit.model.beta - 11.669) < 2e-3)
    #expect(abs(fit.logLikelihood + 9_594.976) < 5e-4)
    let errors = try #require(fit.standardErrors)
    #expect(abs(errors[0] - 0.0476) < 1e-4)
    #expect(abs(errors[1] - 0.843) < 1e-3)
    #expect(abs(errors[2] - 0.187) < 1e-3)
    #expect(abs(errors[3] - 6.21) < 1e-2)
    #expect(!fit.isBoundary)
    #expect(fit.steepness < 1e-9 && fit.agreeing == fit.starts)
    let customer = try #require(PurchaseHistory(repeats: 26, recency: 216.0 / 7, age: 31))
    #expect(abs(fit.model.expectedPurchases(of: customer, weeks: 52) - 25.456) < 1e-3)
    #expect(abs(try #require(fit.model.probabilityAlive(customer)) - 0.9979) < 5e-5)
  }

  @Test(arguments: [(400, 5.0, 6.0), (500, 1, 37), (500, 4, 37)])
  func `histories over which the published form overflows are read`(_ x: Int, _ recency: Double, _ age: Double) throws {
    let model = ParetoNBD(r: 10.465, alpha: 0.00799, s: 3.0516, beta: 2.820)
    let history = try #require(PurchaseHistory(repeats: x, recency: recency, age: age))
    let alive = try #require(model.probabilityAlive(history))
    #expect((0...1).contains(alive))
    #expect(model.expectedPurchases(of: history, weeks: 52).isFinite)
    #expect(model.logLikelihood(of: PurchaseSummary([history])).isFinite)
  }

  @Test func `the mixture is what a fine sum over all days of dropout gives`() throws {
    var draw = Simulated(seed: 8)
    for _ in 0..<15 {
      let (r, alpha, s, beta) = (draw.parameter(), draw.parameter(), draw.parameter(), draw.parameter())
      let exponent = r + Double(draw.whole(0...6))
      let (start, end) = (draw.uniform() * 3, 3 + draw.uniform() * 10)
      func integrand(_ u: Double) -> Double {
        exponential(
          -exponent * naturalLogarithm(1 + u / alpha) - (s + 1) * naturalLogarithm(1 + u / beta)) * s / beta
      }
      // Simpson's rule over a logarithmic scale from the nearer singularity.
      let near = min(alpha, beta)
      let (low, high) = (naturalLogarithm(near + start), naturalLogarithm(near + end))
      let pieces = 20_000
      var sum = 0.0
      for piece in 0...pieces {
        let u = exponential(low + (high - low) * Double(piece) / Double(pieces)) - near
        sum += integrand(max(0, u)) * (u + near) * (piece == 0 || piece == pieces ? 1 : piece % 2 == 1 ? 4 : 2)
      }
      let dropped = sum * (high - low) / Double(pieces) / 3
      let still = exponential(-exponent * naturalLogarithm(1 + end / alpha) - s * naturalLogarithm(1 + end / beta))
      let dropout = SilentDropout(alpha: alpha, s: s, beta: beta)
      let mixture = dropout.mixture(exponent: exponent, from: dropout.moment(start), to: dropout.moment(end))
      if still + dropped > 1e-250 {
        #expect(abs(mixture.alive - still / (still + dropped)) < 1e-9)
        #expect(abs(mixture.log - naturalLogarithm(still + dropped)) < 1e-9 * max(1, abs(mixture.log)))
      }
    }
  }

  @Test func `nothing happens where s passes 1`() throws {
    let history = try #require(PurchaseHistory(repeats: 3, recency: 20, age: 40))
    let expected = [1 - 1e-9, 1, 1 + 1e-9].map {
      ParetoNBD(r: 1, alpha: 8, s: $0, beta: 20).expectedPurchases(of: history, weeks: 52)
    }
    #expect(expected[0].isWithin(1e-8, of: expected[1]) && expected[2].isWithin(1e-8, of: expected[1]))
  }

  @Test func `parameters come back from customers drawn with them`() throws {
    var draw = Simulated(seed: 5)
    let truth = ParetoNBD(r: 1, alpha: 20, s: 0.8, beta: 20)
    let fit = try ParetoNBD.fit(PurchaseSummary((0..<3_000).map { _ in draw.silentCustomer(truth, weeks: 100) }))
    let errors = try #require(fit.standardErrors)
    for (index, value) in fit.model.parameters.enumerated() {
      #expect(abs(value - truth.parameters[index]) < 5 * errors[index])
    }
  }

  @Test func `the worked example of the method's page`() throws {
    let model = ParetoNBD(r: 1, alpha: 10, s: 1, beta: 10)
    let customer = try #require(PurchaseHistory(repeats: 1, recency: 10, age: 30))
    #expect(try #require(model.probabilityAlive(customer)).isWithin(1e-12, of: 0.3))
    #expect(model.expectedPurchases(ofNewWithin: 10).isWithin(1e-12, of: naturalLogarithm(2)))
  }
}
