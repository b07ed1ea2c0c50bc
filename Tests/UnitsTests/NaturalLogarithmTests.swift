import Testing
import Units

struct NaturalLogarithmTests {
  @Test func `known logarithms are met`() {
    #expect(naturalLogarithm(1) == 0)
    #expect(abs(naturalLogarithm(2.718_281_828_459_045) - 1) < 1e-15)
    #expect(abs(naturalLogarithm(10) - 2.302_585_092_994_046) < 1e-15)
    #expect(abs(naturalLogarithm(9_223_372_036_854_775_808) - 43.668_272_375_276_55) < 1e-13)
    #expect(abs(naturalLogarithm(1e-3) + 6.907_755_278_982_137) < 1e-14)
  }

  @Test func `a product's logarithm is the sum of the logarithms`() {
    var random = SplitMix64(seed: 1)
    for _ in 0..<1_000 {
      let (a, b) = (Double.random(in: 1e-6...1e12, using: &random), Double.random(in: 1e-6...1e12, using: &random))
      #expect(abs(naturalLogarithm(a * b) - naturalLogarithm(a) - naturalLogarithm(b)) < 1e-13)
    }
  }
}
