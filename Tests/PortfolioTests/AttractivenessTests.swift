import Ledger
import Portfolio
import Testing
import Units

struct AttractivenessTests {
  private func attractiveness(_ books: Books) -> Attractiveness {
    let policy = Policy()
    let categories = CategoryOf(books: books, policy: policy)
    let margins = MonthlyMargins(books: books, policy: policy, span: books.window.current)
    return Attractiveness(
      books: books, categories: categories,
      table: CategoryTable(books: books, categories: categories, margins: margins))
  }

  @Test func `the worked example: hotels before schools before bakeries`() {
    let rows = attractiveness(
      TinyBooks(asOf: "2025-12") {
        person("Anne", region: "North")
        customer("A", category: "Bakeries", region: "North") {
          sale("2024-01-10", 1_000, cost: 800)
          sale("2025-05-10", 900, cost: 800)
        }
        customer("B", category: "Hotels", region: "north") {
          sale("2024-01-10", 1_000, cost: 800)
          sale("2025-05-10", 1_500, cost: 1_000)
        }
        customer("C", category: "Schools", region: "North") {
          sale("2024-01-10", 1_000, cost: 800)
          sale("2025-05-10", 1_200, cost: 900)
        }
        customer("D", category: "Schools", region: "South") { sale("2025-05-10", 10, cost: 9) }
        customer("E", category: "Schools") { sale("2024-01-10", 10, cost: 9) }
        prospect("P", category: "Hotels", region: "North")
        prospect("Q", category: "Hotels")
      }.books
    ).rows
    #expect(rows.map(\.category) == ["Hotels", "Schools", "Bakeries"])
    #expect(rows.map(\.withinReach) == [2, 1, 1])
    #expect(rows.map(\.withoutRegion) == [1, 0, 0])
    #expect(rows.map { $0.ranks[.rate]?.twice } == [2, 4, 6])
    #expect(rows.map { $0.ranks[.reach]?.twice } == [2, 5, 5])
    #expect(rows.map { $0.ranks[.growth]?.twice } == [2, 4, 6])
    #expect(rows.map(\.meanRank) == [Share(6, of: 6), Share(13, of: 6), Share(17, of: 6)])
    #expect(rows.map(\.place) == [1, 2, 3])
    #expect(rows[0].growth == Share(150_000, of: 100_000))
  }

  @Test func `a criterion that cannot be known is in no mean and is named`() {
    let rows = attractiveness(
      TinyBooks(asOf: "2025-12") {
        person("Anne")
        customer("A", category: "Bakeries", region: "North") { sale("2025-05-10", 900) }
        customer("B", category: "Hotels", region: "North") { sale("2025-05-10", 900, cost: 400) }
        prospect("P", category: "Farms")
      }.books
    ).rows
    #expect(rows.map(\.category) == ["Hotels", "Bakeries", "Farms"])
    #expect(rows[0].missing == [.reach, .growth] && rows[0].meanRank == Share(2, of: 2))
    #expect(rows[1].meanRank == nil && rows[1].missing.count == 3 && rows[2].withinReach == nil)
    #expect(rows.map(\.place) == [1, 2, 2])
  }

  @Test func `ranks of a criterion sum to those of a plain list`() {
    for seed in 0..<30 {
      let rows = attractiveness(randomBooks(seed: UInt64(seed))).rows
      for criterion in Attractiveness.Criterion.allCases {
        let ranks = rows.compactMap { $0.ranks[criterion] }
        #expect(ranks.reduce(0) { $0 + $1.twice } == ranks.count * (ranks.count + 1))
        #expect(ranks.allSatisfy { $0.among == ranks.count })
      }
    }
  }
}
