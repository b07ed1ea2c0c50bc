import Testing

@testable import Sample

@Suite struct FixedPointTests {
  @Test func `powers of two are exact at whole exponents and close between them`() {
    #expect(powerOfTwo(0) == 1024)
    #expect(powerOfTwo(3 * 1024) == 8192)
    #expect(powerOfTwo(-1024) == 512)
    #expect(abs(powerOfTwo(512) - 1448) <= 5)
    #expect((1..<4096).allSatisfy { powerOfTwo($0) >= powerOfTwo($0 - 1) })
  }

  @Test func `logarithms undo powers`() {
    for number in [1, 2, 3, 1024, 1500, 3000, 100_000] {
      #expect(abs(powerOfTwo(logarithm(number)) - number) * 100 <= number + 200)
    }
  }

  @Test func `sizes fall with the rank and are one in the middle`() {
    for count in [2, 9, 400, 100_000] {
      let exponents = (0..<min(count, 3000)).map { sizeExponent(rank: $0 * count / min(count, 3000), of: count) }
      #expect(zip(exponents, exponents.dropFirst()).allSatisfy { $0 >= $1 })
    }
    #expect(abs(sizeExponent(rank: 200, of: 400)) <= 20)
    #expect(sizeExponent(rank: 0, of: 400) > sizeExponent(rank: 0, of: 100))
  }

  @Test func `roots are of thousandths`() {
    #expect(root(permille: 1000) == 1000)
    #expect(root(permille: 250) == 500)
    #expect(root(permille: 4000) == 2000)
  }
}
