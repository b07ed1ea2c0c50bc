import Ledger
import Testing
import Units

@testable import Portfolio

private let year = MonthSpan("2025-01", "2025-12")

/// The company of docs/methods/profitability.md.
private func books(purchases: Euros? = 825, but months: [Month: Euros?] = [:]) -> Books {
  var books = TinyBooks(asOf: "2025-12") {
    customer("Dupont") {
      sale("2024-12-01", 10, cost: 5)
      sale("2025-02-01", 12_000, cost: 7_000)
    }
    customer("Moreau") { sale("2025-02-01", 3_000) }
    customer("Petit") { sale("2025-02-01", 1_000, cost: 900) }
    unattributed { sale("2025-02-01", 500, cost: 100) }
  }
  for month in year.months { books.purchases[month] = (months[month] ?? purchases)?.cents }
  return books.books
}

private var estimating: Policy {
  var policy = Policy()
  policy.margin.estimateFromPurchases = true
  return policy
}

@Suite struct PurchaseRateTests {
  @Test func `the worked example takes unknown costs at the rate of purchases, known ones as they are`() throws {
    let report = Profitability(books: books(), policy: estimating)
    let rate = try #require(report.margins.purchaseRate.value)
    #expect(rate == PurchaseRate(purchases: .euros(9_900), revenue: .euros(16_500)))
    #expect(rate.value == 0.6)
    let (dupont, moreau, petit) = (report.margins.rows[0], report.margins.rows[1], report.margins.rows[2])
    #expect(moreau.grossMargin == .euros(1_200) && moreau.supposedCost == .euros(1_800))
    #expect(moreau.directCost == .zero && moreau.estimate == .purchases && moreau.isEstimated)
    #expect(dupont.grossMargin == .euros(5_000) && !dupont.isEstimated)
    #expect(petit.grossMargin == .euros(100) && !petit.isEstimated)
    #expect(report.margins.unattributed.estimate == nil)
    #expect(report.supposedCost == .euros(1_800) && report.margins.estimatedFromPurchases == 1)
    #expect(
      report.revenue - report.directCost - report.supposedCost - report.costToServe == report.operatingMargin)
    let fall = try #require(PortfolioAnalysis(books: books(), policy: estimating).sheet(of: 1).waterfall.value)
    #expect(fall.directCost == .zero && fall.estimatedCost == .euros(1_800) && fall.grossMargin == .euros(1_200))
  }

  @Test func `nothing is estimated unless policy asks for it`() {
    let margins = Margins(books: books(), policy: Policy(), span: year)
    #expect(margins.purchaseRate.reason == .off)
    #expect(margins.rows[1].grossMargin == nil && margins.rows[1].estimate == nil)
    let without = Margins(books: books(purchases: nil), policy: Policy(), span: year)
    #expect(margins.rows.map(\.grossMargin) == without.rows.map(\.grossMargin))
    #expect(margins.rows.map(\.operatingMargin) == without.rows.map(\.operatingMargin))
  }

  @Test func `a rate is refused with its reason, and nothing is estimated then`() {
    func reason(_ books: Books) -> PurchaseRate.Refusal? {
      let margins = Margins(books: books, policy: estimating, span: year)
      #expect(margins.rows[1].grossMargin == nil)
      return margins.purchaseRate.reason
    }
    #expect(reason(books(purchases: nil)) == .missing(months: 12, of: 12))
    #expect(reason(books(but: ["2025-08": Optional<Euros>.none])) == .missing(months: 1, of: 12))
    #expect(reason(books(purchases: 0)) == .notPositive)
    #expect(reason(books(purchases: -5)) == .notPositive)
    #expect(reason(books(purchases: 1_375)) == .tooHigh)
    let silent = TinyBooks(asOf: "2025-12") { customer("Silent") { sale("2026-02-01", 3, cost: 1) } }
    #expect(Margins(books: silent.books, policy: estimating, span: year).purchaseRate.reason == .noRevenue)
  }

  @Test func `months before the first sale ask for no purchases`() throws {
    var tiny = TinyBooks(asOf: "2025-12") { customer("Dupont") { monthly("2025-03", "2025-12", 10) } }
    for month in MonthSpan("2025-03", "2025-12").months { tiny.purchases[month] = .euros(4) }
    let rate = try #require(Margins(books: tiny.books, policy: estimating, span: year).purchaseRate.value)
    #expect(rate == PurchaseRate(purchases: .euros(40), revenue: .euros(100)))
  }

  @Test func `lines with a cost keep it, only the others are estimated`() throws {
    var tiny = TinyBooks(asOf: "2025-12") {
      customer("Dupont") {
        sale("2025-01-01", 600, cost: 100)
        sale("2025-03-01", 400)
        credit("2025-04-01", 100)
      }
    }
    for month in year.months { tiny.purchases[month] = .euros(30) }
    // 360 ÷ 900 = 40 % of the 300 without a cost.
    let row = Margins(books: tiny.books, policy: estimating, span: year).rows[0]
    #expect(row.supposedCost == .euros(120) && row.grossMargin == .euros(680))
    // Where policy is content with the costed share, the customer's own lines know better.
    var content = estimating
    content.margin.minimumCostedShare = Rate(percent: 50)
    let own = Margins(books: tiny.books, policy: content, span: year).rows[0]
    #expect(own.estimate == .ownLines && own.grossMargin == .euros(750))
  }

  @Test func `estimated months sum to the margin of the span, to the cent`() {
    for seed in 0..<40 as Range<UInt64> {
      let plain = randomBooks(seed: seed)
      let books = plain.buying(Dictionary(uniqueKeysWithValues: year.months.map { ($0, .euros(123.45)) }))
      let monthly = MonthlyMargins(books: books, policy: estimating, span: year)
      guard monthly.whole.purchaseRate.value != nil else { continue }
      for (customer, row) in monthly.whole.rows.enumerated() {
        #expect(row.grossMargin != nil)
        #expect(monthly.months(of: customer).compactMap(\.grossMargin).sum == row.grossMargin)
      }
    }
  }
}

extension Books {
  /// The same books, with purchases.
  fileprivate func buying(_ purchases: [Month: Cents]) -> Books {
    Books(
      window: window, history: history, customers: customers, activity: activity, unattributed: unattributed,
      orders: orders, ranges: ranges, services: services, unattributedServices: unattributedServices, people: people,
      prospects: prospects, waitingLines: waitingLines, orderRules: orderRules, purchases: purchases)
  }
}
