import Decisions
import Ledger
import Portfolio
import Testing
import Units

struct TargetScoresTests {
  /// Ten customers, the two best of them big and of quality; Anne serves the North.
  private func books(
    _ prospects: [Prospect], people: [Person] = [Person(id: ID("Anne"), name: "Anne", region: "North")]
  ) -> Books {
    tradeBooks(
      asOf: "2025-12", people: people, prospects: prospects,
      (0..<10).map { number in
        Trader("\(number)", sector: "Hotels").monthly("2025-01", "2025-12", number < 2 ? 1_000 : 100, cost: 50)
          .described(
            region: "North", size: number < 2 ? "big" : "small", interest: "fort",
            culture: number < 5 ? "quality" : "price")
      })
  }

  private func rows(
    _ books: Books, _ change: (inout Policy.Targets) -> Void = { _ in }
  ) -> [TargetScores.Row] {
    var policy = Policy()
    change(&policy.targets)
    return RelationAnalysis(PortfolioAnalysis(books: books, policy: policy)).targets.rows
  }

  private func prospect(_ rows: [TargetScores.Row], _ place: Int) -> TargetScores.Row? {
    rows.first { $0.subject == .prospect(place) }
  }

  @Test func `the worked example: four criteria known, one not`() throws {
    let books = books([
      Prospect(id: ID("A"), name: "Alpha", sector: "Hotels", region: "North", size: "small", interest: "moyen")
    ])
    let row = try #require(prospect(rows(books), 0))
    // Small: (0 + 2) ÷ (8 + 10) of them are the best, big: (2 + 2) ÷ (2 + 10); ⅑ ÷ ⅓ = ⅓. All are hotels: 1.
    #expect(row.judgements.map(\.criterion) == TargetCriterion.allCases)
    #expect(row.judgements.map(\.part.millionths) == [333_333, 1_000_000, 1_000_000, 500_000, 500_000])
    #expect(row.judgements[0].ground == .likeBest(best: 0, of: 8) && row.judgements[4].ground == .missing)
    #expect(row.score == Rate(millionths: 666_667) && row.completeness == Rate(percent: 80))
    #expect(row.unknown == [.culture])
  }

  @Test func `what the company names goes before what its best customers are`() throws {
    let books = books([Prospect(id: ID("A"), name: "A", region: "South", size: "Small", culture: "price")])
    let row = try #require(
      prospect(
        rows(books) {
          $0.sizes = ["small"]
          $0.regions = ["South"]
          $0.cultures = ["quality"]
        }, 0))
    #expect(row.judgements.map(\.ground) == [.wanted, .missing, .wanted, .missing, .notWanted])
  }

  @Test func `only proportions of weights count, and a criterion without weight is not looked at`() throws {
    let books = books([Prospect(id: ID("A"), name: "A", region: "South", interest: "fort")])
    let even = try #require(prospect(rows(books), 0))
    let tripled = try #require(
      prospect(
        rows(books) {
          for path in [\Policy.Targets.Weights.size, \.activity, \.region, \.interest, \.culture] {
            $0.weights[keyPath: path] = Rate(percent: 300)
          }
        }, 0))
    #expect(even.score == tripled.score)
    let alone = try #require(
      prospect(
        rows(books) {
          for path in [\Policy.Targets.Weights.size, \.activity, \.region, \.culture] {
            $0.weights[keyPath: path] = Rate(percent: 0)
          }
        }, 0))
    #expect(alone.score == Rate(percent: 100) && alone.completeness == Rate(percent: 100))
    #expect(alone.judgements.map(\.criterion) == [.interest])
  }

  @Test func `what cannot be known counts as neutral, whatever the reason`() throws {
    let books = books(
      [Prospect(id: ID("A"), name: "A", region: "North", size: "huge", interest: "peut-être")], people: [])
    let row = try #require(prospect(rows(books), 0))
    #expect(row.judgements.map(\.ground) == [.unseen, .missing, .nothingToCompare, .unreadable, .missing])
    #expect(row.score == Rate(percent: 50) && row.completeness == Rate(percent: 0))
    let strict = try #require(prospect(rows(books) { $0.neutral = Rate(percent: 20) }, 0))
    #expect(strict.score == Rate(percent: 20))
  }

  @Test func `every prospect and active customer has a score from 0 to 1, the highest first`() {
    let rows = rows(books([Prospect(id: ID("A"), name: "A"), Prospect(id: ID("B"), name: "B", interest: "fort")]))
    #expect(rows.count == 12)
    #expect(rows.allSatisfy { (0...1_000_000).contains($0.score.millionths) })
    #expect(rows.map(\.score) == rows.map(\.score).sorted(by: >))
  }

  @Test func `without customers or prospects there is nobody to score`() {
    #expect(rows(tradeBooks(asOf: "2025-12", [])).isEmpty)
  }
}
