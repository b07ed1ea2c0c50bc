import Decisions
import Ledger
import Portfolio
import Testing
import Units

struct LookAlikesTests {
  /// Ten hotels: two big ones of the North that leave most, eight small ones, half of them in the North.
  private static func hotels(_ prospects: [Prospect] = []) -> Books {
    tradeBooks(
      asOf: "2025-12", people: [Person](), prospects: prospects,
      (0..<10).map { number in
        Trader("\(number)", category: "Hotels").monthly("2025-01", "2025-12", number < 2 ? 1_000 : 100, cost: 50)
          .described(region: number < 6 ? "North" : "South", size: number < 2 ? "big" : "small")
      })
  }

  private func lookAlikes(
    _ books: Books, _ change: (inout Policy) -> Void = { _ in }
  ) -> Knowable<LookAlikes, LookAlikes.Refusal> {
    var policy = Policy()
    change(&policy)
    return RelationAnalysis(PortfolioAnalysis(books: books, policy: policy)).lookAlikes
  }

  @Test func `the worked example: the best are two big hotels of the North, and a big prospect resembles them`() throws
  {
    let books = Self.hotels([
      Prospect(id: ID("A"), name: "Alpha", region: "North", size: "big"),
      Prospect(id: ID("B"), name: "Beta", region: "South", size: "small"),
    ])
    let found = try #require(lookAlikes(books).value)
    #expect(found.profile.customers.measure == .operatingMargin && found.profile.customers.best == [0, 1])
    #expect(found.profile.traits == [.region, .size])
    let shared = found.profile.shared
    #expect(shared.map(\.value) == [.text("North"), .text("big")])
    #expect(shared.map(\.best) == [2, 2] && shared.map(\.all) == [6, 2])
    // Of big ones (2 + 10 × 0.2) ÷ (2 + 10) = ⅓ are the best: odds ½ against ¼. Of the North's, 4 ÷ 16: odds ⅓ against ¼.
    #expect(abs(shared[1].weight - naturalLogarithm(2)) < 1e-12)
    #expect(abs(shared[0].weight - naturalLogarithm(4.0 / 3)) < 1e-12)
    #expect(found.prospects.map { $0.subject.place } == [0, 1])
    // Together the odds are 2 × 4/3 : 1.
    #expect(abs(found.prospects[0].score - (8.0 / 3) / (1 + 8.0 / 3)) < 1e-12)
    #expect(found.prospects[0].reasons.map(\.trait) == [.size, .region])
    #expect(found.prospects[1].score < 0.5)
  }

  @Test func `the best are not listed, the others are weighed without themselves`() throws {
    let found = try #require(lookAlikes(Self.hotels()).value)
    #expect(found.customers.map { $0.subject.place }.sorted() == Array(2..<10))
    let first = try #require(found.customers.first)
    // Five of the North's beside itself, of nine customers.
    #expect(first.reasons.first { $0.trait == .region }.map { [$0.best, $0.all, $0.allKnown] } == [2, 5, 9])
    #expect(found.customers.map(\.score) == found.customers.map(\.score).sorted(by: >))
  }

  @Test func `what is not known neither helps nor harms, and is named`() throws {
    let books = Self.hotels([
      Prospect(id: ID("A"), name: "Alpha", region: "North", size: "big"),
      Prospect(id: ID("B"), name: "Beta", region: "North"),
      Prospect(id: ID("C"), name: "Gamma", region: "North", size: "small"),
      Prospect(id: ID("D"), name: "Delta", region: "North", size: "huge"),
    ])
    let rows = try #require(lookAlikes(books).value).prospects
    #expect(rows.map { books.prospects[$0.subject.place].name } == ["Alpha", "Beta", "Delta", "Gamma"])
    #expect(rows[1].missing == [.size] && rows[1].completeness == Share(1, of: 2))
    // No customer is huge: that tells as little as silence.
    #expect(rows[2].missing == [.size] && rows[2].score == rows[1].score)
    #expect(rows[0].missing.isEmpty)
  }

  @Test func `a trait that another tells already counts once`() throws {
    let books = tradeBooks(
      asOf: "2025-12", people: [Person](),
      prospects: [
        Prospect(id: ID("A"), name: "A", category: "Hotels", sector: "55.10"),
        Prospect(id: ID("B"), name: "B", sector: "55.10"),
      ],
      (0..<10).map { number in
        Trader("\(number)", sector: number < 4 ? "55.10" : "10.71", category: number < 4 ? "Hotels" : "Bakers")
          .monthly("2025-01", "2025-12", number < 2 ? 1_000 : 100, cost: 50)
      })
    let found = try #require(lookAlikes(books).value)
    #expect(found.profile.repeated == [.sector: .category])
    #expect(found.prospects.map { $0.reasons.map(\.trait) } == [[.category], [.sector]])
    #expect(found.prospects[0].score == found.prospects[1].score)
  }

  @Test func `a category has best ones of its own from five active customers on`() throws {
    let traders = (0..<9).map { number -> Trader in
      let category = number < 5 ? "Hotels" : number < 8 ? "Bars" : "Alone"
      let amount = Int64(1_000 - 100 * number)
      return Trader("\(number)", category: category).monthly("2025-01", "2025-12", amount, cost: 50)
        .described(size: number < 3 ? "big" : "small")
    }
    let books = tradeBooks(asOf: "2025-12", traders)
    let found = try #require(lookAlikes(books).value)
    #expect(Set(found.byCategory.keys) == ["Hotels"])
    #expect(found.byCategory["Hotels"]?.customers.best == [0])
    #expect(found.prospects.isEmpty)
  }

  @Test func `too few customers, or nothing known of them, is refused`() {
    let few = tradeBooks(asOf: "2025-12", [Trader("A").monthly("2025-01", "2025-12", 100, cost: 10)])
    #expect(lookAlikes(few).reason == .tooFewCustomers(found: 1, needed: 5))
    let silent = tradeBooks(
      asOf: "2025-12", (0..<6).map { Trader("\($0)").monthly("2025-01", "2025-12", 100 + Int64($0), cost: 10) })
    #expect(lookAlikes(silent).reason == .nothingTells)
    let losers = tradeBooks(
      asOf: "2025-12",
      (0..<6).map {
        Trader("\($0)").monthly("2025-01", "2025-12", 100, cost: 200).described(size: $0 < 2 ? "big" : "small")
      })
    #expect(lookAlikes(losers).reason == .nothingTells)
  }

  @Test func `where fewer than half of the margins are known the best are those with most revenue`() throws {
    let books = tradeBooks(
      asOf: "2025-12",
      (0..<6).map { number in
        Trader("\(number)").monthly("2025-01", "2025-12", 100 + Int64(number)).described(
          size: number > 3 ? "big" : "small")
      })
    let best = try #require(lookAlikes(books).value).profile.customers
    #expect(best.measure == .revenue && best.best == [5, 4])
  }

  @Test func `more of the best with a value never weighs less, and a share of all weighs nothing`() {
    for all in 1...20 {
      let weights = (0...all).map {
        TraitEvidence(trait: .size, value: .text("x"), best: $0, bestKnown: 20, all: all, allKnown: 100, smoothing: 10)
          .weight
      }
      #expect(weights == weights.sorted())
    }
    let usual = TraitEvidence(
      trait: .size, value: .text("x"), best: 4, bestKnown: 20, all: 20, allKnown: 100, smoothing: 10)
    #expect(abs(usual.weight) < 1e-12)
  }

  @Test func `what the best have no more often than chance is no reason`() {
    func evidence(_ best: Int, _ all: Int) -> TraitEvidence {
      TraitEvidence(
        trait: .interest, value: .text("low"), best: best, bestKnown: 47, all: all, allKnown: 255, smoothing: 10)
    }
    // 16.8 of 91 would be usual, give or take 3.7.
    #expect(evidence(20, 91).weight > 0 && !evidence(20, 91).isBeyondChance)
    #expect(evidence(22, 91).isBeyondChance && evidence(12, 91).isBeyondChance)
    #expect(!evidence(0, 0).isBeyondChance)
  }
}
