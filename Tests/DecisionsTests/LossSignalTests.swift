import Decisions
import Ledger
import Portfolio
import Testing
import Units

struct LossSignalTests {
  private func row(_ id: String, stated cause: LossFacts.StatedCause) -> Losses.Row? {
    LossExample { books, facts in facts.stated[books.place(id)] = cause }.row(id)
  }

  @Test func `what the customer said itself counts for more than what was found`() {
    #expect(row("Gil", stated: .ownSituation)?.cause == .external)
    #expect(row("Ida", stated: .price)?.cause == .internal)
    #expect(row("Ida", stated: .price)?.evidence == [.stated(.price)])
    #expect(row("Hal", stated: .delivery)?.cause == .internal)
  }

  @Test func `another cause, untold, leaves what was found`() {
    #expect(row("Gil", stated: .other)?.cause == .internal && row("Ida", stated: .other)?.cause == .unknown)
  }

  @Test func `a sector's fall alone is external, beside our own doing it explains only who fell no further`() {
    let fall = LossSignal.sectorFall(sector: "Hotels", current: Cents(50), previous: Cents(100), members: 3)
    #expect(!fall.isInternal && LossSignal.serviceDrop(contacts: 0, before: 4).isInternal)
    // The inns fell with each other, to half: Inn1 declines in 2024 as its sector does, though it complained twice.
    let books = tradeBooks(
      asOf: "2024-08",
      ["Inn1", "Inn2", "Inn3", "Inn4"].map {
        let inn = Trader($0, sector: "Hotels").monthly("2022-01", "2023-08", 1_000).monthly("2023-09", "2024-08", 500)
        return $0 == "Inn1" ? inn.given(.complaint, "2024-05", 3) : inn
      })
    let losses = Losses(
      Stages(books.source), books.source, books: books, policy: Policy(),
      categories: .init(books: books, policy: Policy()))
    #expect(losses.rows.count == 4 && losses.rows.allSatisfy { $0.cause == .external })
  }
}
