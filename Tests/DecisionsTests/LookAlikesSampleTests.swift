import Decisions
import Ledger
import Portfolio
import Sample
import Testing
import Units

/// A fifth of the best customers of the sample company, hidden among prospects, is found again.
struct LookAlikesSampleTests {
  /// What hiding told: how often a hidden one of the best scores more than the other customers that were hidden, and than
  /// the prospects of the file, of whom nobody knows what they are worth.
  private struct Found {
    let againstCustomers: Double
    let againstProspects: Double
  }

  private func found(seed: Int) throws -> Found {
    let books = SampleFacts(seed: UInt64(seed)).books
    let known = try #require(lookAlikes(books).value).profile.customers
    var random = SplitMix64(seed: UInt64(seed))
    let hidden = Set(known.best.shuffled(using: &random).prefix((known.best.count + 4) / 5))
    // As many in proportion of the others, so that being hidden tells nothing.
    let others = known.compared.filter { !known.best.contains($0) }.shuffled(using: &random)
    let ordinary = Set(others.prefix((others.count + 4) / 5))
    let without = books.hiding(hidden.union(ordinary).sorted())
    let rows = try #require(lookAlikes(without).value).prospects
    func scores(_ isIn: (Int?) -> Bool) -> [Double] {
      rows.filter { row in
        let id = without.prospects[row.subject.place].id.text
        return isIn(id.hasPrefix("hidden ") ? books.customers.index(of: ID(String(id.dropFirst(7)))) : nil)
      }.map(\.score)
    }
    let best = scores { $0.map(hidden.contains) ?? false }
    #expect(best.count == hidden.count)
    let found = Found(
      againstCustomers: areaUnderCurve(best, scores { $0.map(ordinary.contains) ?? false }),
      againstProspects: areaUnderCurve(best, scores { $0 == nil }))
    print(
      "Look-alikes, seed \(seed): AUC \(found.againstCustomers) against other customers, \(found.againstProspects)"
        + " against prospects")
    return found
  }

  @Test func `hidden best customers resemble the best more than hidden others do, and than most prospects`() throws {
    let all = try (1...10).map { try found(seed: $0) }
    #expect(all.allSatisfy { $0.againstCustomers >= 0.75 })
    #expect(all.map(\.againstProspects).reduce(0, +) / 10 >= 0.75)
  }

  private func lookAlikes(_ books: Books) -> Knowable<LookAlikes, LookAlikes.Refusal> {
    RelationAnalysis(PortfolioAnalysis(books: books, policy: Policy())).lookAlikes
  }
}
