import Decisions
import Ledger
import Portfolio
import Testing
import Units

/// The worked example of docs/methods/losses.md, and the rules it stands on.
struct LossesTests {
  @Test func `who complained twice before the last order was presumably lost by our doing`() throws {
    let gil = try #require(LossExample().row("Gil"))
    #expect(gil.reading.stage == .lost && gil.since == "2025-08" && gil.path == .sudden && gil.cause == .internal)
    // All others together, from March to September: fifty orders, and one complaint.
    #expect(gil.evidence == [.complaints(2, orders: 6, others: Share(1, of: 50))])
    #expect(gil.revenue == Cents(1_200_000))
  }

  @Test func `who left a sector that fell was presumably lost to it`() throws {
    let hal = try #require(LossExample().row("Hal"))
    #expect(hal.cause == .external)
    #expect(
      hal.evidence == [
        .sectorFall(sector: "Hotels", current: Cents(1_800_000), previous: Cents(3_600_000), members: 3)
      ])
  }

  @Test func `without evidence the cause is unknown`() throws {
    let ida = try #require(LossExample().row("Ida"))
    #expect(ida.cause == .unknown && ida.evidence.isEmpty && ida.priceRise == nil && ida.salesperson == nil)
  }

  @Test func `an enquiry answered after seventeen days, three orders and no more: born and died`() throws {
    let jon = try #require(LossExample().row("Jon"))
    #expect(jon.path == .bornDied && jon.cause == .internal)
    #expect(
      jon.evidence == [.enquiryBadlyAnswered(asked: "2024-02-19", days: 17, isAnswered: true, handler: 1)])
  }

  @Test func `the declining are looked into as well`() throws {
    let kim = try #require(LossExample().row("Kim"))
    #expect(kim.reading.stage == .declining && kim.since == "2025-08" && kim.path == .slowDecline)
  }

  @Test func `rows begin with the most revenue, and sums are those of the rows`() {
    let losses = LossExample().losses
    #expect(losses.rows.map(\.revenue) == losses.rows.map(\.revenue).sorted(by: >))
    let lost = losses.sum(stage: .lost) { _ in true }
    let byCause = LossCause.allCases.map { cause in losses.sum(stage: .lost) { $0.cause == cause } }
    #expect(lost.customers == 4 && byCause.map(\.customers).reduce(0, +) == 4)
    #expect(byCause.map(\.revenue).sum == lost.revenue)
  }

  @Test func `a relation that was ended by decision needs no post-mortem`() throws {
    let example = LossExample()
    let ida = example.books.place("Ida")
    let source = try #require(StageSource(books: example.books, policy: Policy(), ceased: [ida: "2024-09"]))
    let losses = Losses(
      Stages(source), source, books: example.books, policy: Policy(),
      categories: CategoryOf(books: example.books, policy: Policy()))
    #expect(losses.ceased == 1 && !losses.rows.contains { $0.customer == ida })
  }
}
