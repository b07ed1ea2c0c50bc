import Decisions
import Ledger
import Portfolio
import Testing
import Units

@testable import Pages

/// A company that knows no cost but what it bought, 40 of each 100 sold.
func estimatingBooks(isOn: Bool = true, missing: Int = 0) -> CompanyAnalysis {
  var books = TinyBooks(asOf: "2025-12", months: 12) {
    customer("A") { monthly("2024-01", "2025-12", 60) }
    customer("B") { monthly("2024-01", "2025-12", 40) }
  }
  for month in MonthSpan("2025-01", "2025-12").months.dropFirst(missing) { books.purchases[month] = Cents(4_000) }
  var policy = Policy()
  policy.margin.estimateFromPurchases = isOn
  return CompanyAnalysis(books: books.books, policy: policy)
}

struct PurchaseWordsTests {
  private let french = Voice(.fr)
  private let english = Voice(.en)

  @Test(arguments: [ReportName.ranking, .bands, .time, .profitability, .categories, .floors, .stakes, .month])
  func `every report with margins says that they rest on purchases`(name: ReportName) {
    #expect(
      notes(estimatingBooks(), name, in: english).contains {
        $0.hasPrefix("Estimate: unknown direct costs are taken to be 40.0%") && $0.contains("2 customers")
      })
    #expect(notes(estimatingBooks(), name, in: french).contains { $0.hasPrefix("Estimation : le coût direct inconnu") })
    #expect(
      notes(estimatingBooks(missing: 3), name, in: english).contains(
        "Direct costs are not estimated from purchases: no accounts tell them for 3 of 12 months."))
  }

  @Test(arguments: ReportName.allCases) func `with the rule off, purchases change nothing`(name: ReportName) {
    let plain = estimatingBooks(isOn: false, missing: 12).report(name)
    let known = estimatingBooks(isOn: false).report(name)
    #expect(known.grid == plain.grid && known.notes == plain.notes && known.title == plain.title)
    // That accounts cover the months, and so that nothing was lost in them, is another matter.
    #expect(known.totals.filter { $0.key != "payments" } == plain.totals.filter { $0.key != "payments" })
    #expect(!known.grid.columns.contains { $0.key == "estimated" || $0.key == "supposedDirectCostCents" })
  }

  @Test func `a sheet says that its margin is an estimate, and shows the supposed cost as a step`() throws {
    let sheet = SheetDocument(of: 0, in: estimatingBooks())
    #expect(sheet.figures.first { $0.key == "estimated" }?.cell == .flag(true))
    let fall = sheet[.waterfall]
    #expect(
      fall.grid.rows.contains {
        $0[0] == .tag(.init("estimatedCost", Phrase(fr: "coût direct supposé", en: "supposed direct cost")))
          && $0[1] == .cents(Cents(-28_800))
      })
    #expect(fall.notes.contains { plain($0, in: english).hasPrefix("Estimate: ") })
    let refused = SheetDocument(of: 0, in: estimatingBooks(missing: 1))
    #expect(refused[.waterfall].notes.contains { plain($0, in: english).contains("for 1 of 12 months") })
  }
}
