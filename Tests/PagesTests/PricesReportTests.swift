import Decisions
import Ledger
import Portfolio
import Testing
import Units

@testable import Pages

struct PricesReportTests {
  private func total(_ document: ReportDocument, _ key: String) -> ReportCell? {
    document.totals.first { $0.key == key }?.cell
  }

  private func cents(_ document: ReportDocument, _ key: String) -> Cents {
    if case .cents(let money)? = total(document, key) { money } else { .zero }
  }

  @Test func `whose price is to be looked at again comes first, with the figures of each reason`() throws {
    let document = pricedBooks().report(.prices)
    let title = document.title.text(in: Voice(.en))
    #expect(title.contains("to look at again: ") && title.hasSuffix(" a year may be asked") && !title.hasSuffix("."))
    #expect(total(document, "belowPeers") == .integer(3))
    let first = document.grid.rows[0]
    #expect(first[0] == .text("C1"))
    guard case .list(let reasons) = first[12], case .tag(let reason)? = reasons.first else {
      Issue.record("no reason")
      return
    }
    #expect(reason.code == "belowPeers" && reason.figures.map(\.key) == ["index", "medianIndex", "gapCents"])
    #expect(total(document, "indexed") == .integer(7))
  }

  @Test func `without products nothing is compared, and it says what to bring`() {
    let analysis = CompanyAnalysis(books: tradingBooks(), policy: tradingPolicy())
    let prices = analysis.report(.prices)
    #expect(prices.title.text(in: Voice(.en)).hasPrefix("No prices to compare"))
    #expect(prices.grid.rows.count > 0 && prices.grid.rows.allSatisfy { $0[2] == .unknown(.noProducts) })
    #expect(prices.notes.contains { $0.text(in: Voice(.en)).contains("Import sales with product and quantity") })
    let bridge = analysis.report(.pvm)
    #expect(bridge.title.text(in: Voice(.en)).hasPrefix("No bridge") && bridge.grid.rows.isEmpty)
    #expect(bridge.totals.allSatisfy { $0.cell == .unknown(.noProducts) })
  }

  @Test func `the parts of the contract sum to the period, in all and for each customer`() {
    let keys = [
      "previousCents", "priceCents", "volumeCents", "mixCents", "returnsCents", "rangesCents", "newCents",
      "wonBackCents", "lostCents",
    ]
    for document in [pricedBooks(), pricedBooks(unit: nil), pricedBooks(costed: false)].map({ $0.report(.pvm) }) {
      #expect(keys.map { cents(document, $0) }.sum == cents(document, "currentCents"))
      #expect(cents(document, "newCents") > .zero && cents(document, "lostCents") < .zero)
      let columns = document.grid.columns.map(\.key)
      for row in document.grid.rows {
        func amount(_ key: String) -> Cents {
          if let place = columns.firstIndex(of: key), case .cents(let money) = row[place] { money } else { Cents(.max) }
        }
        #expect(keys.map(amount).sum == amount("currentCents"))
      }
    }
  }

  @Test func `what limits the bridge is said`() {
    func notes(_ analysis: CompanyAnalysis) -> [String] { analysis.report(.pvm).notes.map { $0.text(in: Voice(.en)) } }
    #expect(!notes(pricedBooks()).contains { $0.contains("no unit of measure") || $0.contains("leaves out") })
    #expect(notes(pricedBooks(unit: nil)).contains { $0.contains("no unit of measure") })
    #expect(notes(pricedBooks(costed: false)).contains { $0.contains("leaves out") })
  }

  @Test func `the bridge's title names the two biggest effects, and nothing that is none`() throws {
    let document = pricedBooks().report(.pvm)
    let keys = ["priceCents", "volumeCents", "mixCents", "returnsCents", "rangesCents", "newCents", "lostCents"]
    let biggest = keys.map { cents(document, $0).magnitude }.sorted().suffix(2)
    let title = document.title.text(in: Voice(.en))
    #expect(title.contains(", mostly by ") && biggest.allSatisfy { $0 > .zero })
    for money in biggest {
      #expect(title.contains("(+" + Voice(.en).euros(money) + ")") || title.contains(Voice(.en).euros(-money)))
    }
  }

  @Test func `the newest rise in the log stands beside what may be asked, and on the sheet`() throws {
    let offers = [
      PriceOffer(
        number: 1, customer: ID("C0"),
        terms: try .init(.rise, asked: Rate(percent: 4), on: "2025-11-03", outcome: .accepted),
        made: Authorship("Anne", at: 1))
    ]
    let books = pricedBooks()
    let analysis = CompanyAnalysis(
      books: books.books, policy: books.policy, relations: RelationFacts(offers: [ID("C0"): offers]))
    let sheet = SheetDocument(of: try #require(analysis.books.customers.index(of: ID("C0"))), in: analysis)
    let notes = sheet[.ladder].notes.map { $0.text(in: Voice(.en)) }
    #expect(notes.contains { $0.hasPrefix("A rise of 4% was asked on ") && $0.hasSuffix(": accepted.") })
    #expect(notes.contains { $0.hasPrefix("Today’s figures do not hold a whole year") })
    let document = analysis.report(.prices)
    let (code, rise) = (
      try #require(document.grid.columns.firstIndex { $0.key == "customer" }),
      try #require(document.grid.columns.firstIndex { $0.key == "lastRise" })
    )
    for row in document.grid.rows {
      if case .tag(let tag) = row[rise] {
        #expect(row[code] == .text("C0") && tag.code == "accepted")
      } else {
        #expect(row[code] != .text("C0"))
      }
    }
  }

  @Test func `the rise that may be asked is the one that is proposed to be noted`() {
    let analysis = pricedBooks()
    let due = analysis.portfolio.prices.revaluation
    #expect(!due.rows.isEmpty)
    for row in due.rows { #expect(analysis.proposedRise(of: row.customer, .rise)?.rate == row.asked) }
  }

  @Test func `without a category the title tells the margin that is known`() {
    let books = TinyBooks(asOf: "2025-12") { customer("A") { monthly("2025-01", "2025-12", 100, cost: 60) } }.books
    let title = CompanyAnalysis(books: books, policy: Policy()).report(.categories).title.text(in: Voice(.en))
    #expect(title.hasPrefix("No category: nobody sees which needs leave the margin of"))
  }

  @Test func `neighbouring tiers with one discount are shown as one`() throws {
    let grid = try #require(pricedBooks().portfolio.prices.policy.grid.value)
    let steps = grid.volumeSteps
    #expect(steps.flatMap { $0 } == grid.tiers)
    #expect(zip(steps, steps.dropFirst()).allSatisfy { $0[0].discount != $1[0].discount })
    #expect(steps.allSatisfy { tiers in tiers.allSatisfy { $0.discount == tiers[0].discount } })
  }

  @Test func `each finding has its panel`() {
    let analysis = pricedBooks()
    func panels(_ name: ReportName) -> [String] {
      ReportCharts(name, analysis: analysis, context: pageContext(.fr)).panels.map(\.id)
    }
    #expect(panels(.prices) == ["price-index", "price-band", "revaluation", "disparity", "category-prices"])
    #expect(panels(.pvm) == ["pvm-revenue", "pvm-margin", "pvm-moved"])
  }
}
