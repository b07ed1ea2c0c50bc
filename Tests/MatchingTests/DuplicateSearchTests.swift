import Ledger
import Matching
import Testing
import Units

struct DuplicateSearchTests {
  private static let generated = GeneratedCustomers(count: 1_500, duplicates: 0.1, seed: 11)

  @Test func `the order of the customers changes nothing`() {
    var random = SplitMix64(seed: 5)
    let records = Self.generated.records
    let found = DuplicateSearch(records).duplicates()
    #expect(found.pairs.count > 50)
    #expect(DuplicateSearch(records.shuffled(using: &random)).duplicates().pairs == found.pairs)
  }

  @Test func `the search shared out in parts finds the same`() {
    let search = DuplicateSearch(Self.generated.records)
    let cuts = [0, 1, 400, 401, 1_200, search.count]
    let parts = zip(cuts, cuts.dropFirst()).map { search.candidates(in: $0..<$1) }
    #expect(search.duplicates(among: parts.reversed().flatMap { $0 }).pairs == search.duplicates().pairs)
  }

  @Test func `a score is made of its reasons, and lies between 0 and 1`() {
    for pair in DuplicateSearch(Self.generated.records).duplicates(from: 0).pairs {
      #expect((0...1).contains(pair.score))
      // Two related customers are a third possibility: the reasons alone can only say more.
      let sum = pair.priorLogOdds + pair.reasons.reduce(0) { $0 + $1.weight }
      #expect(pair.score <= 1 / (1 + exponential(-sum)) + 1e-9)
    }
  }
}
