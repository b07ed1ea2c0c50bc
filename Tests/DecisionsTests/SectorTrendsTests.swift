import Decisions
import Ledger
import Portfolio
import Testing
import Units

struct SectorTrendsTests {
  private func evidence(_ sector: String?, category: String? = nil, inns: Int) -> [LossSignal]? {
    let books = tradeBooks(
      asOf: "2025-12",
      (1...inns).map {
        Trader("Inn\($0)", sector: sector, category: category).monthly("2022-01", "2023-08", 1_000)
          .monthly("2023-09", "2025-12", 900)
      } + [Trader("A", sector: sector, category: category).monthly("2022-01", "2024-08", 100)])
    let losses = Losses(
      Stages(books.source), books.source, books: books, policy: Policy(),
      categories: .init(books: books, policy: Policy()))
    return losses.rows.first { $0.customer == books.place("A") }?.evidence
  }

  @Test func `nine tenths are a fall, with three others or more`() {
    let fall = LossSignal.sectorFall(
      sector: "Inns", current: Cents(3_240_000), previous: Cents(3_600_000), members: 3)
    #expect(evidence("Inns", inns: 3) == [fall])
    #expect(evidence("Inns", inns: 2) == [])
  }

  @Test func `without a sector the category stands in, without either there is no trend`() {
    #expect(evidence(nil, category: "Inns", inns: 3)?.count == 1)
    #expect(evidence(nil, inns: 3) == [])
  }

  @Test func `where the data do not reach back two years, the first year that can be compared stands in`() {
    func evidence(lastOrder: Month) -> [LossSignal]? {
      let inns = (1...3).map {
        Trader("Inn\($0)", sector: "Inns").monthly("2023-01", "2023-12", 1_000).monthly("2024-01", "2025-12", 800)
      }
      let books = tradeBooks(
        asOf: "2025-12", inns + [Trader("A", sector: "Inns").monthly("2023-01", lastOrder, 100)])
      let losses = Losses(
        Stages(books.source), books.source, books: books, policy: Policy(),
        categories: .init(books: books, policy: Policy()))
      return losses.rows.first { $0.customer == books.place("A") }?.evidence
    }
    #expect(evidence(lastOrder: "2024-03")?.count == 1)
    // 2024 can be compared with 2023, but nobody knows how 2023 went.
    #expect(evidence(lastOrder: "2023-12") == [])
  }
}
