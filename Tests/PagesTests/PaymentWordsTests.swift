import Decisions
import Ledger
import Portfolio
import Testing
import Units

@testable import Pages

/// A company whose accounts tell how it is paid and that log no service: Dupont pays after 60 days, Durand never did.
func payingBooks(rate: Rate? = Rate(percent: 6), months: Int = 12) -> CompanyAnalysis {
  var books = TinyBooks(asOf: "2025-12", months: 12) {
    customer("A", name: "Dupont") {
      sale("2025-01-10", 10_000, cost: 6_000)
      paid("2025-03-11", 12_000, invoiced: "2025-01-10")
    }
    customer("B", name: "Durand") {
      sale("2025-01-10", 1_000, cost: 400)
      lost("2025-09-01", 250)
    }
    customer("C", name: "Martin") { monthly("2024-01", "2025-12", 40, cost: 20) }
    unattributed { lost("2025-10-05", 80) }
  }
  for month in MonthSpan("2025-01", "2025-12").months.suffix(months) { books.purchases[month] = .zero }
  var policy = Policy()
  policy.costs.financingRate = rate
  return CompanyAnalysis(books: books.books, policy: policy)
}

struct PaymentWordsTests {
  private let french = Voice(.fr)
  private let english = Voice(.en)

  @Test func `profitability tells days, cost and losses of each customer, and what is nobody's`() throws {
    let document = payingBooks().report(.profitability)
    let keys = document.grid.columns.map(\.key)
    func cell(_ customer: String, _ key: String) throws -> ReportCell {
      let row = try #require(document.grid.rows.first { $0[0] == .text(customer) })
      return row[try #require(keys.firstIndex(of: key))]
    }
    #expect(try cell("A", "daysToPay") == .integer(60) && cell("A", "timeToPayCents") == .cents(Cents(11_836)))
    #expect(try cell("A", "costToServeCents") == .cents(Cents(11_836)))
    #expect(try cell("A", "operatingMarginCents") == .cents(Cents(400_000 - 11_836)))
    #expect(try cell("B", "badDebtCents") == .cents(Cents(25_000)))
    #expect(try cell("B", "timeToPayCents") == .unknown(PaymentCosts.Unknown.noDays.sentence))
    func total(_ key: String) -> ReportCell? { document.totals.first { $0.key == key }?.cell }
    #expect(total("costToServeCents") == .cents(Cents(36_836)))
    #expect(total("unattributedCostToServeCents") == .cents(Cents(8_000)))
    #expect(
      total("costsByKind")
        == .list([
          .object([
            .init("kind", .text("timeToPay")), .init("customersCents", .cents(Cents(11_836))),
            .init("unattributedCents", .cents(.zero)), .init("totalCents", .cents(Cents(11_836))),
          ]),
          .object([
            .init("kind", .text("badDebt")), .init("customersCents", .cents(Cents(25_000))),
            .init("unattributedCents", .cents(Cents(8_000))), .init("totalCents", .cents(Cents(33_000))),
          ]),
        ]))
    #expect(
      notes(payingBooks(), .profitability, in: english).contains("Bad debt of no known customer: 80.00 €, apart."))
  }

  @Test(arguments: [ReportName.ranking, .bands, .profitability, .categories, .floors, .stakes])
  func `without a service log margins are said to be known in part, no longer gross`(name: ReportName) {
    let said = notes(payingBooks(), name, in: english)
    #expect(said.contains { $0.contains("only time to pay and bad debt are known") })
    #expect(!said.contains { $0.contains("gross margin") })
    #expect(
      notes(payingBooks(), name, in: french).contains {
        $0.contains("seuls le délai de paiement et les créances irrécouvrables sont connus")
      })
  }

  @Test func `without a rate the days are shown, and why they cost nothing is said`() throws {
    let analysis = payingBooks(rate: nil)
    let said = notes(analysis, .profitability, in: english)
    #expect(said.contains { $0.hasPrefix("Time to pay: 60 days on average; its cost is not counted") })
    #expect(
      notes(analysis, .profitability, in: french).contains {
        $0.hasPrefix("Délai de paiement : 60 jours en moyenne ; son coût n’est pas compté")
      })
    let sheet = SheetDocument(of: 0, in: analysis)
    #expect(sheet.figures.first { $0.key == "daysToPay" }?.cell == .integer(60))
    #expect(
      sheet.figures.first { $0.key == "timeToPayCents" }?.cell == .unknown(PaymentCosts.Unknown.noRate.sentence))
    #expect(sheet[.waterfall].notes.contains { plain($0, in: english).hasPrefix("Paid after 60 days;") })
  }

  @Test func `months that no accounts cover are counted, and a company without payments hears nothing of them`() {
    #expect(
      notes(payingBooks(months: 8), .profitability, in: english).contains {
        $0.hasPrefix("The accounts cover 8 of 12 months")
      })
    let silent = estimatingBooks().report(.profitability)
    #expect(!silent.grid.columns.contains { $0.key == "timeToPayCents" })
    #expect(!silent.notes.contains { plain($0, in: english).contains("ime to pay") })
  }

  @Test func `the waterfalls of the report's page and of a sheet have a step for each`() throws {
    let analysis = payingBooks()
    let steps = SheetDocument(of: 1, in: analysis)[.waterfall].grid.rows.map { $0[0] }
    #expect(steps.contains(.tag(.init("badDebt", CostKind.badDebt.words))))
    let fall = MarginWaterfall(margins: analysis.margins, customers: analysis.profitability.whale.customers)
    #expect(fall.costs.map(\.kind) == [.timeToPay, .badDebt])
  }

  @Test(arguments: [Language.fr, .en]) func `the page shows who is waited for, and the losses of nobody known`(
    language: Language
  ) throws {
    let panels = PanelWriter(analysis: payingBooks(), context: pageContext(language)).profitability
    let panel = try #require(panels.first { $0.id == "payments" })
    #expect(
      panel.title.plain.split { $0.isWhitespace || $0 == "\u{202F}" }.joined(separator: " ").hasPrefix(
        language == .fr ? "Les clients paient à 60 jours, ce qui coûte" : "Customers pay after 60 days, which costs"))
    let table = try #require(panel.parts.compactMap { if case .table(let table) = $0 { table } else { nil } }.first)
    #expect(
      table.rows.map { $0[0].plain } == [
        "Durand", "Dupont", language == .fr ? "Sans client connu" : "No known customer",
      ])
  }
}
