import Testing
import Units

@Suite struct DecimalNumberTests {
  @Test func `a line's total is rounded once, half away from zero`() {
    func number(_ mantissa: Int64, _ scale: Int) -> DecimalNumber { DecimalNumber(mantissa: mantissa, scale: scale) }
    #expect(DecimalNumber.cents(number(3, 0), number(335, 3)) == Cents(101))
    #expect(DecimalNumber.cents(number(-3, 0), number(335, 3)) == Cents(-101))
    #expect(DecimalNumber.cents(number(12, 1), number(5, 0)) == Cents(600))
    #expect(DecimalNumber.cents(number(Int64.max, 0), number(Int64.max, 0)) == nil)
    #expect(number(12_345, 3).rounded(to: 2) == 1235)
    #expect(number(-12_345, 3).rounded(to: 2) == -1235)
    #expect(number(5, 0).rounded(to: 6) == 5_000_000)
    #expect(number(Int64.max, 0).rounded(to: 2) == nil)
  }
}

@Suite struct ShareTests {
  @Test func `a share of nothing is not known`() {
    #expect(Share(Cents(1), of: Cents(0)) == nil)
    #expect(Share(Cents(1), of: Cents(4))?.value == 0.25)
  }
}

@Suite struct IdentifierTests {
  private enum Thing {}

  @Test func `identifiers sort by the bytes of their text, as engines do`() {
    let sorted = ["é", "z", "Z", "a", "10", "9"].map { ID<Thing>($0) }.sorted()
    #expect(sorted.map(\.text) == ["10", "9", "Z", "a", "z", "é"])
  }
}

@Suite struct SplitMix64Tests {
  @Test func `a seed gives the published numbers`() {
    var random = SplitMix64(seed: 1_234_567)
    #expect(
      (0..<3).map { _ in random.next() } == [
        6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
      ])
  }
}

@Suite struct LanguageTests {
  @Test func `each language gives its own text`() {
    #expect(Language.fr(fr: "oui", en: "yes") == "oui" && Language.en(fr: "oui", en: "yes") == "yes")
  }
}
