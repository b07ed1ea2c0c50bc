import Testing
import Units

@testable import Forecast

@Suite struct GammaGammaTests {
  @Test(.enabled(if: dataFolder != nil)) func `CDNOW gives the published parameters and likelihood`() throws {
    let fit = try GammaGamma.fit(Cdnow.customers.compactMap { $0.spend(through: Cdnow.end) })
    #expect(fit.customers == 946)
    #expect(abs(fit.model.p - 6.2496) < 1e-3)
    #expect(abs(fit.model.q - 3.7442) < 1e-3)
    #expect(abs(fit.model.gamma - 15.4435) < 5e-3)
    #expect(abs(fit.logLikelihood + 4_055.918) < 5e-3)
    #expect(fit.steepness < 1e-9)
    #expect(fit.standardErrors != nil)
  }

  @Test func `the worked example of the method's page`() throws {
    let model = GammaGamma(p: 6, q: 4, gamma: 15)
    #expect(model.meanSpend == 30)
    let spend = try #require(SpendHistory(repeats: 2, mean: 60))
    #expect(try #require(model.expectedSpend(of: spend)).isWithin(1e-12, of: 54))
    #expect(model.expectedSpend(of: nil) == 30)
  }

  @Test func `zero and negative spend is left out and counted`() throws {
    var draw = Simulated(seed: 12)
    let spends = (0..<400).map { _ in
      let shape = 3 * 4.0
      return checked(SpendHistory(repeats: 4, mean: draw.gamma(shape) / (draw.gamma(4) / 20) / 4))
    }
    let fit = try GammaGamma.fit(spends)
    let bad = [checked(SpendHistory(repeats: 1, mean: 0)), checked(SpendHistory(repeats: 3, mean: -20))]
    let same = try GammaGamma.fit(bad + spends)
    #expect(same.leftOut == 2 && same.model == fit.model && same.logLikelihood == fit.logLikelihood)
    #expect(fit.model.expectedSpend(of: bad[1]) == fit.model.meanSpend)
  }

  @Test func `the currency changes nothing but the scale`() throws {
    var draw = Simulated(seed: 13)
    let spends = (0..<500).map { _ in
      let repeats = draw.whole(1...6)
      return (repeats, draw.gamma(2 * Double(repeats)) / (draw.gamma(3) / 50) / Double(repeats))
    }
    let one = try GammaGamma.fit(spends.map { checked(SpendHistory(repeats: $0.0, mean: $0.1)) })
    let other = try GammaGamma.fit(spends.map { checked(SpendHistory(repeats: $0.0, mean: $0.1 * 1_000)) })
    #expect(other.model.p.isWithin(1e-5, of: one.model.p))
    #expect(other.model.gamma.isWithin(1e-5, of: one.model.gamma * 1_000))
  }

  @Test func `identical means and few customers are refused or finite`() {
    let alike = [SpendHistory](repeating: checked(SpendHistory(repeats: 2, mean: 10)), count: 50)
    if let fit = try? GammaGamma.fit(alike) {
      #expect(fit.model.expectedSpend(of: alike[0])?.isFinite ?? true)
      #expect(fit.logLikelihood.isFinite)
    }
    #expect(throws: FitRefusal.tooFewRepeaters(3)) { try GammaGamma.fit(alike.prefix(3)) }
  }

  @Test func `expected spend lies between the customer's mean and everybody's`() throws {
    var draw = Simulated(seed: 14)
    for _ in 0..<500 {
      let model = GammaGamma(p: draw.parameter(), q: 1 + draw.parameter(), gamma: draw.parameter())
      let spend = checked(SpendHistory(repeats: draw.whole(1...2_000), mean: draw.parameter()))
      let (own, all) = (spend.mean, try #require(model.meanSpend))
      let expected = try #require(model.expectedSpend(of: spend))
      #expect(expected >= min(own, all) * (1 - 1e-9) && expected <= max(own, all) * (1 + 1e-9))
    }
  }
}
