import Decisions
import Ledger
import Portfolio
import Testing
import Units

/// Customers worth more than they are given.
struct HiddenGemsTests {
  /// Five customers, one a band; the third earns most of each euro, and could buy twice as much, as could all.
  private func gems(
    risk: String? = nil, potential: Int64? = 60_000, cost: Int64 = 800, secured: Set<Int>? = nil
  ) -> [Int] {
    func trader(_ id: String, _ amount: Int64, _ cost: Int64) -> Trader {
      Trader(id).monthly("2023-01", "2025-12", amount, cost: cost).described(potential: potential)
    }
    let third = Trader("C").monthly("2023-01", "2025-12", 2_000, cost: cost)
      .described(potential: potential, risk: risk)
    let books = tradeBooks(
      asOf: "2025-12", people: [], secured: secured,
      [trader("A", 3_000, 1_800), trader("B", 2_500, 1_500), third, trader("D", 1_500, 900), trader("E", 1_000, 600)])
    return CompanyAnalysis(books: books, policy: Policy()).life.verdicts.hiddenGems
  }

  @Test func `who earns more of a euro than all, could buy more, and is at a high risk is a gem`() {
    #expect(gems(risk: "élevé") == [2] && gems(risk: "high") == [2])
    #expect(gems(risk: "faible").isEmpty && gems().isEmpty)
  }

  @Test func `where contracts are known, one that no contract binds is hardly secured`() {
    #expect(gems(secured: []) == [2])
    #expect(gems(secured: [0, 1]) == [2])
    #expect(gems(secured: [2]).isEmpty)
    #expect(gems(risk: "high", secured: [2]) == [2])
  }

  @Test func `one that earns no more than all, or can buy no more, is none`() {
    #expect(gems(cost: 1_200, secured: []).isEmpty)
    #expect(gems(potential: 24_000, secured: []).isEmpty)
    #expect(gems(potential: nil, secured: []).isEmpty)
  }
}
