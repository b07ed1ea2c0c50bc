import Testing
import Units

@testable import Sample

@Suite struct DrawsTests {
  @Test func `draws stay in their range and reach its ends`() {
    var draws = Draws(1, .order, 3, 4)
    let numbers = (0..<2000).map { _ in draws.within(5, 9) }
    #expect(Set(numbers) == [5, 6, 7, 8, 9])
  }

  @Test func `bell factors average one and keep their spread`() {
    var draws = Draws(2, .rhythm)
    let factors = (0..<20_000).map { _ in draws.bell(400) }
    #expect(abs(factors.reduce(0, +) / factors.count - 1000) <= 4)
    #expect(factors.allSatisfy { (600...1400).contains($0) })
  }

  @Test func `streams differ by seed, purpose and each key`() {
    let streams = [
      Draws(1, .order, 1, 1), Draws(2, .order, 1, 1), Draws(1, .basket, 1, 1), Draws(1, .order, 2, 1),
      Draws(1, .order, 1, 2), Draws(1, .order, 2, 2),
    ]
    let firsts = streams.map { stream in
      var stream = stream
      return stream.next()
    }
    #expect(Set(firsts).count == streams.count)
  }

  @Test func `the mix is that of SplitMix64`() {
    var reference = SplitMix64(seed: 42)
    #expect(scrambled(42 &+ 0x9E37_79B9_7F4A_7C15) == reference.next())
  }
}
