import Decisions
import Ledger
import Portfolio
import Testing
import Units

@testable import Pages

struct PricePolicyReportTests {
  private func total(_ document: ReportDocument, _ key: String) -> Cents? {
    if case .cents(let money)? = document.totals.first(where: { $0.key == key })?.cell { money } else { nil }
  }

  @Test func `the columns of each customer close, and their sums are the totals`() {
    let document = pricedBooks().report(.pricepolicy)
    let columns = document.grid.columns.map(\.key)
    var sums: [String: Cents] = [:]
    var compared = 0
    for row in document.grid.rows {
      func amount(_ key: String) -> Cents? {
        if let place = columns.firstIndex(of: key), case .cents(let money) = row[place] { money } else { nil }
      }
      guard let paid = amount("paidCents"), let price = amount("priceCents") else { continue }
      compared += 1
      let parts = ["listCents", "volumeCents", "serviceCents", "paymentCents", "floorCents"].compactMap(amount)
      #expect(parts.sum == price && paid + (amount("changeCents") ?? .zero) + (amount("laterCents") ?? .zero) == price)
      for key in ["paidCents", "priceCents", "changeCents", "laterCents", "listCents", "newMarginCents"] {
        sums[key, default: .zero] += amount(key) ?? .zero
      }
    }
    #expect(compared == 7)
    for (key, sum) in sums { #expect(total(document, key) == sum, "\(key)") }
    #expect(
      total(document, "revenueCents") == (total(document, "comparedRevenueCents") ?? .zero)
        + (total(document, "notComparedCents") ?? .zero))
  }

  @Test func `the finding counts who would pay more and less, and each panel has its own`() {
    let analysis = pricedBooks()
    let title = analysis.report(.pricepolicy).title
    #expect(title.text(in: Voice(.en)).contains("would pay") && !title.text(in: Voice(.en)).hasSuffix("."))
    #expect(title.text(in: Voice(.fr)).contains("de plus et"))
    let panels = ReportCharts(.pricepolicy, analysis: analysis, context: pageContext(.fr)).panels.map(\.id)
    #expect(panels.prefix(2) == ["grid", "policy-path"] && panels.contains("policy-bridge"))
    #expect(panels.suffix(3) == ["pays-more", "pays-less", "price-list"])
  }

  @Test func `where something is missing it says what to bring first, and every customer is listed`() {
    let uncosted = pricedBooks(costed: false).report(.pricepolicy)
    #expect(uncosted.title.text(in: Voice(.en)).hasPrefix("No price grid: too few direct costs"))
    #expect(uncosted.notes.contains { $0.text(in: Voice(.en)).hasPrefix("First import direct costs") })
    #expect(uncosted.grid.rows.count == 7)
    let plain = CompanyAnalysis(books: tradingBooks(), policy: tradingPolicy())
    let silent = plain.report(.pricepolicy)
    #expect(silent.title.text(in: Voice(.fr)).hasPrefix("Pas de grille de prix"))
    #expect(silent.notes.contains { $0.text(in: Voice(.en)).hasPrefix("First import sales with product") })
    #expect(silent.grid.rows.count > 3)
    #expect(ReportCharts(.pricepolicy, analysis: plain, context: pageContext(.en)).panels.isEmpty)
    let told = pricedBooks().report(.pricepolicy).notes.map { $0.text(in: Voice(.en)) }
    #expect(told.contains { $0.contains("no service was logged") && $0.contains("Import visits") })
    #expect(told.contains { $0.contains("no payment is known") })
  }

  @Test func `every reason has its words in both languages`() {
    for language in [Language.fr, .en] {
      let voice = Voice(language)
      for reason in PricePolicy.Unknown.allCases {
        #expect(reason.sentence.text(in: voice).hasSuffix(".") && !reason.title.text(in: voice).hasSuffix("."))
        #expect(!reason.tag.label.text(in: voice).isEmpty)
      }
      for reason in [ServiceSteps.Unknown.noLog, .noPromise, .noCost(.visit), .noCost(.call)] {
        #expect(reason.sentence.text(in: voice).hasSuffix("."))
      }
      for reason in [PriceGrid.PaymentUnknown.noRate, .noDays] {
        #expect(reason.sentence.text(in: voice).hasSuffix("."))
      }
    }
  }
}
