import Ledger
import Portfolio
import Testing
import Units

struct ConcentrationTests {
  let example = Concentration(of: [15, 50, -10, 0, 5, 30].map { .euros(Euros(integerLiteral: $0 * 1_000)) })

  @Test func `the worked example`() {
    #expect(example.count == 4 && example.total == .euros(100_000))
    #expect(example.gini == 0.375)
    #expect(abs((example.hhi ?? 0) - 0.365) < 1e-15)
    #expect(example.share(ofTop: Rate(percent: 20))?.value == 0.5)
    #expect(example.lorenz(ofTop: Rate(percent: 20)) == 0.4)
    #expect(example.fewest(reaching: Rate(percent: 80)) == 2)
    #expect(example.share(ofTop: 1)?.value == 0.5 && example.share(ofTop: 10)?.value == 1)
  }

  @Test func `nothing is said of nobody, and no inequality of one`() {
    let nobody = Concentration(of: [.zero, Cents(-5)])
    #expect(nobody.count == 0 && nobody.gini == nil && nobody.hhi == nil)
    #expect(nobody.share(ofTop: 1) == nil && nobody.share(ofTop: Rate(percent: 20)) == nil)
    #expect(nobody.lorenz(ofTop: Rate(percent: 20)) == nil && nobody.fewest(reaching: Rate(percent: 80)) == nil)
    let one = Concentration(of: [Cents(7)])
    #expect(one.gini == nil && one.hhi == 1 && one.fewest(reaching: Rate(percent: 80)) == 1)
    #expect(one.lorenz(ofTop: Rate(percent: 100)) == 1)
  }

  @Test func `equal customers are not concentrated`() {
    let equal = Concentration(of: Array(repeating: Cents(123), count: 10))
    #expect(equal.gini == 0)
    #expect(abs((equal.hhi ?? 0) - 0.1) < 1e-15)
    #expect(equal.lorenz(ofTop: Rate(percent: 20)) == 0.2)
    #expect(equal.fewest(reaching: Rate(percent: 80)) == 8)
  }

  @Test func `order does not matter, nor does scale, and every measure keeps its bounds`() throws {
    var random = SplitMix64(seed: 11)
    for _ in 0..<200 {
      let values = (0..<Int.random(in: 2...60, using: &random)).map { _ in
        Cents(Int64.random(in: -1_000...100_000, using: &random))
      }
      let measured = Concentration(of: values)
      guard measured.count > 1 else { continue }
      let shuffled = Concentration(of: values.shuffled(using: &random))
      let scaled = Concentration(of: values.map { $0.times(17) })
      let gini = try #require(measured.gini)
      #expect(shuffled.gini == gini && shuffled.hhi == measured.hhi)
      #expect(abs((scaled.gini ?? 9) - gini) < 1e-12)
      #expect((0..<1).contains(gini))
      let hhi = try #require(measured.hhi)
      #expect(hhi <= 1 && hhi >= 1 / Double(measured.count) - 1e-12)
      #expect(measured.share(ofTop: measured.count)?.value == 1)
      let fewest = try #require(measured.fewest(reaching: Rate(percent: 80)))
      #expect(try #require(measured.share(ofTop: fewest)).value >= 0.8)
      #expect(try #require(measured.share(ofTop: fewest - 1)).value < 0.8)
      let lorenz = try #require(measured.lorenz(ofTop: Rate(percent: 20)))
      #expect(lorenz <= (try #require(measured.share(ofTop: Rate(percent: 20)))).value + 1e-12 && lorenz >= 0.2 - 1e-12)
    }
  }

  @Test func `the Gini agrees with the mean absolute difference of all pairs`() throws {
    var random = SplitMix64(seed: 5)
    for _ in 0..<30 {
      let values = (0..<Int.random(in: 2...25, using: &random)).map { _ in Int64.random(in: 1...9_999, using: &random) }
      let differences = values.reduce(0) { sum, left in sum + values.reduce(0) { $0 + abs(left - $1) } }
      let expected = Double(differences) / Double(2 * Int64(values.count) * values.reduce(0, +))
      #expect(abs(try #require(Concentration(of: values.map(Cents.init)).gini) - expected) < 1e-12)
    }
  }

  @Test func `huge amounts are summed without overflow`() {
    let huge = Concentration(of: Array(repeating: Cents(Int64.max / 100), count: 100))
    #expect(huge.gini == 0 && huge.share(ofTop: 50)?.value == 0.5)
  }
}
