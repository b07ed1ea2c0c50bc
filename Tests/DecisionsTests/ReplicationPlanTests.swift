import Decisions
import Ledger
import Portfolio
import Testing
import Units

struct ReplicationPlanTests {
  /// Ten hotels that leave half of what they pay, the two biggest best; ten bars that leave a tenth.
  private func books(_ prospects: [Prospect] = []) -> Books {
    tradeBooks(
      asOf: "2025-12", people: [Person(id: ID("Anne"), name: "Anne", region: "North")], prospects: prospects,
      (0..<20).map { number in
        let isHotel = number < 10
        var trader = Trader(number < 10 ? "H\(number)" : "K\(number)", category: isHotel ? "Hotels" : "Bars")
          .described(region: "North", size: number < 2 || number == 5 ? "big" : "small")
        for month in MonthSpan("2024-01", "2025-12").months {
          let amount: Int64 = number < 2 ? 1_000 : 100
          trader = trader.buying(
            month.firstDay.advanced(by: 9), amount, cost: isHotel ? amount / 2 : amount * 9 / 10, range: "Soap")
        }
        return number % 2 == 0 ? trader.buying("2025-06-20", 60, cost: 30, range: "Towels") : trader
      })
  }

  private func life(_ books: Books, notes: CategoryNotes = .none, _ change: (inout Policy) -> Void = { _ in })
    -> RelationAnalysis
  {
    var policy = Policy()
    change(&policy)
    return RelationAnalysis(PortfolioAnalysis(books: books, policy: policy), facts: RelationFacts(categories: notes))
  }

  private let prospects = [
    Prospect(id: ID("A"), name: "Alpha", category: "Hotels", region: "North", size: "big"),
    Prospect(id: ID("B"), name: "Beta", category: "Hotels", region: "North", size: "big", potential: Cents(50_000)),
    Prospect(id: ID("C"), name: "Gamma", category: "Bars", region: "North", size: "small"),
    Prospect(id: ID("D"), name: "Delta", size: "big"),
  ]

  @Test func `the most attractive category has its prospects to win and its customers to develop`() throws {
    let plan = life(books(prospects)) { $0.replication.winShare = Rate(percent: 100) }.replication
    let hotels = try #require(plan.rows.first)
    #expect(hotels.category == "Hotels" && hotels.profile?.customers.best == [0, 1])
    #expect(hotels.prospects.map(\.row.subject) == [.prospect(0), .prospect(1)] && hotels.toWin == 2)
    // The median hotel buys 1,200 a year, or 1,260 with towels; Beta could buy 500.
    #expect(hotels.prospects.map(\.expected) == [Cents(126_000), Cents(50_000)])
    // Of the hotels that are not among the best the third, fifth, seventh and ninth miss towels; the big one is most alike.
    #expect(hotels.customers.map(\.row.subject.place) == [5, 3, 7, 9] && hotels.toDevelop == 2)
    #expect(
      hotels.expected
        == hotels.prospects.map(\.expected).sum + hotels.customers[0].expected + hotels.customers[1].expected)
    #expect(hotels.expectedMargin == hotels.rate.map { hotels.expected.times($0.part, over: $0.whole) })
    #expect(plan.prospectsWithoutCategory == 1)
  }

  @Test func `who is refused at the door is in nobody's plan, and comes last`() throws {
    func rule(_ subject: DoorRule.Subject, _ ruling: DoorRule.Ruling) throws -> DoorRule {
      DoorRule(
        number: 1, content: try DoorRule.Content(subject, ruling, ground: .noCapacity), made: Authorship("Anne", at: 1))
    }
    func life(_ rules: [DoorRule]) -> RelationAnalysis {
      RelationAnalysis(
        PortfolioAnalysis(books: books(prospects), policy: Policy()), facts: RelationFacts(door: rules))
    }
    let refused = life([try rule(.company("alpha"), .refused), try rule(.category("bars"), .conditions)])
    #expect(refused.bars == [.refused, nil, .conditions, nil])
    #expect(refused.replication.rows.first?.prospects.map(\.row.subject) == [.prospect(1)])
    let alike = try #require(refused.lookAlikes.value)
    #expect(refused.prospectsToWin(alike).last?.subject == .prospect(0) && alike.prospects.count == 4)
    #expect(refused.isClosed(.prospect(0)) && !refused.isClosed(.prospect(2)) && !refused.isClosed(.customer(0)))
    #expect(life([]).bars == [nil, nil, nil, nil])
  }

  @Test func `who lacks its floor is not to be developed`() {
    let rows = life(books(prospects)) {
      $0.floors.byCategory["Hotels"] = Policy.Floor(rate: Rate(percent: 60), revenue: nil)
    }
    .replication.rows
    // All hotels leave half.
    #expect(rows.first { $0.category == "Hotels" }?.customers.isEmpty == true)
  }

  @Test func `a quarter of the prospects alike is to be won, rounded up`() {
    let plan = life(books(prospects)).replication
    #expect(plan.rows.first?.toWin == 1)
    #expect(life(books(prospects)) { $0.replication.winShare = Rate(percent: 0) }.replication.rows.first?.toWin == 0)
  }

  @Test func `without prospects or customers the plan is empty, not an error`() {
    let plan = life(books()).replication
    #expect(Set(plan.rows.map(\.category)) == ["Hotels", "Bars"] && plan.rows.allSatisfy { $0.prospects.isEmpty })
    let nobody = life(tradeBooks(asOf: "2025-12", [])).replication
    #expect(nobody.rows.isEmpty && nobody.prospectsWithoutCategory == 0)
    let alone = life(tradeBooks(asOf: "2025-12", [Trader("A", category: "One").monthly("2024-01", "2025-12", 100)]))
    #expect(alone.replication.rows.allSatisfy { $0.profile == nil && $0.expected == .zero })
  }

  @Test func `an investment is followed: the margin since against the target and against before`() throws {
    let made = Authorship("Anne", at: 0)
    let notes = CategoryNotes(
      ([
        (.skill, "Housekeeping advice"), (.budget, "1000000"), (.owner, "Anne"), (.targetRate, "600000"),
        (.started, "2025-07"), (.state, "underway"),
      ] as [(CategoryField, String)]).enumerated().map { number, note in
        CategoryEdit(number: number + 1, category: "Hotels", field: note.0, value: note.1, made: made)
      })
    let life = life(books(), notes: notes)
    let row = try #require(life.expertise.rows.first { $0.category == "Hotels" })
    #expect(row.expertise?.targetRate == Rate(percent: 60) && row.expertise?.budget == Cents(1_000_000))
    // The best leave half.
    #expect(row.proposedRate?.value == 0.5)
    let follow = try #require(row.followUp)
    // Six months of 2 × 1,000 and 8 × 100.
    #expect(follow.span == MonthSpan("2025-07", "2025-12") && follow.revenue == Cents(1_680_000))
    #expect(follow.margin == Cents(840_000) && follow.expected == Cents(1_008_000))
    #expect(follow.rateBefore?.value == 0.5 && follow.gain == .zero)
    #expect(life.expertise.rows.first { $0.category == "Bars" }?.expertise == nil)
  }

  @Test func `the newest word on a category counts, and one taken back is none`() {
    let made = Authorship("Anne", at: 0)
    func note(_ number: Int, _ value: String?) -> CategoryEdit {
      CategoryEdit(number: number, category: "Hotels", field: .need, value: value, made: made)
    }
    #expect(CategoryNotes([note(1, "quick"), note(2, "cheap")]).text("Hotels", .need) == "cheap")
    #expect(CategoryNotes([note(1, "quick"), note(2, nil)]).text("Hotels", .need) == nil)
    #expect(CategoryNotes([note(1, "quick")]).expertise(of: "Hotels") == nil)
  }
}
