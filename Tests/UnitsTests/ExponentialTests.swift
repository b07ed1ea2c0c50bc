import Testing
import Units

struct ExponentialTests {
  @Test func `known powers are met`() {
    #expect(exponential(0) == 1)
    #expect(abs(exponential(1) - 2.718_281_828_459_045) < 1e-15)
    #expect(abs(exponential(-1) - 0.367_879_441_171_442_3) < 1e-16)
    #expect(abs(exponential(20) / 485_165_195.409_790_3 - 1) < 1e-15)
    #expect(exponential(-800) == 0)
    #expect(exponential(800) == .infinity)
    #expect(exponential(709) > 8e307)
  }

  @Test func `the exponential of a logarithm is the number`() {
    var random = SplitMix64(seed: 1)
    for _ in 0..<1_000 {
      let number = Double.random(in: 1e-9...1e9, using: &random)
      #expect(abs(exponential(naturalLogarithm(number)) / number - 1) < 1e-14)
    }
  }
}
