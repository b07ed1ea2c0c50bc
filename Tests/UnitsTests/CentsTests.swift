import Testing
import Units

@Suite struct CentsTests {
  @Test func `amounts are multiplied with one rounding, half away from zero`() {
    #expect(Cents(5).times(1, over: 2) == Cents(3))
    #expect(Cents(-5).times(1, over: 2) == Cents(-3))
    #expect(Cents(1).times(1, over: 3) == Cents(0))
    #expect(Cents(1_200_000).at(Rate(percent: 8)) == Cents(96_000))
    #expect(Cents(Int64.max / 2).times(1_000_000, over: 1_000_000) == Cents(Int64.max / 2))
  }

  @Test func `an amount is split by weight, the cents left over to the largest remainders`() {
    #expect(Cents(100).split(by: [1, 1, 1]) == [34, 33, 33].map { Cents($0) })
    #expect(Cents(-100).split(by: [1, 1, 1]) == [-34, -33, -33].map { Cents($0) })
    #expect(Cents(10).split(by: [0, 0]) == [5, 5].map { Cents($0) })
    #expect(Cents.zero.split(by: []).isEmpty)
  }

  @Test func `every split sums to its amount, and no part is a cent off its share`() {
    var random = SplitMix64(seed: 3)
    for _ in 0..<500 {
      let amount = Cents(Int64.random(in: -1_000_000...1_000_000, using: &random))
      let weights = (0..<Int.random(in: 1...9, using: &random)).map { _ in Int64.random(in: 0...50, using: &random) }
      let parts = amount.split(by: weights)
      #expect(parts.sum == amount)
      let total = weights.reduce(0, +)
      guard total > 0 else { continue }
      for (part, weight) in zip(parts, weights) {
        let exact = Double(amount.value) * Double(weight) / Double(total)
        #expect(abs(Double(part.value) - exact) < 1)
      }
    }
  }
}
