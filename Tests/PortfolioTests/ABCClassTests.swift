import Ledger
import Portfolio
import Testing
import Units

struct ABCClassTests {
  private func letters(_ values: [Int64], a: Int64 = 80, b: Int64 = 95) -> String {
    ABCClass.classes(of: values.map(Cents.init), cutA: Rate(percent: a), cutB: Rate(percent: b)).map(\.letter).joined()
  }

  @Test func `the worked example: a customer is judged by those before it`() {
    #expect(letters([50, 30, 15, 5]) == "AABC")
  }

  @Test func `a single customer, however big, is an A`() { #expect(letters([1]) == "A") }

  @Test func `equal values are in one class, even across a cut`() {
    #expect(letters([40, 40, 5, 5, 5, 5]) == "AABBBB")
    #expect(letters(Array(repeating: 10, count: 10)) == "AAAAAAAAAA")
  }

  @Test func `a cut is met to the cent`() {
    #expect(letters([7_999_999_999, 2_000_000_001]) == "AA")
    #expect(letters([8_000_000_000, 2_000_000_000]) == "AB")
  }

  @Test func `classes never rise down the ranking, and A holds the fewest that reach the cut or more`() {
    var random = SplitMix64(seed: 3)
    for _ in 0..<200 {
      let values = (0..<Int.random(in: 1...40, using: &random)).map { _ in Int64.random(in: 1...50, using: &random) }
        .sorted(by: >)
      let found = letters(values)
      #expect(found == String(found.sorted()))
      let inA = found.count { $0 == "A" }
      let (held, whole) = (values.prefix(inA).reduce(0, +), values.reduce(0, +))
      #expect(held * 100 >= whole * 80)
    }
  }

  @Test func `no customers have no classes`() { #expect(letters([]).isEmpty) }
}
