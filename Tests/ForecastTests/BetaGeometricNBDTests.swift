import Testing
import Units

@testable import Forecast

@Suite struct BetaGeometricNBDTests {
  @Test(.enabled(if: dataFolder != nil)) func `CDNOW gives the published parameters, likelihood and errors`() throws {
    let fit = try BetaGeometricNBD.fit(Cdnow.summary)
    print(fit)
  }
}
