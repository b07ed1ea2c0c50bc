import Ledger
import Testing
import Units

@testable import Portfolio

@Suite struct CustomerSheetTests {
  /// The company of docs/methods/customer-sheet.md.
  private let example = PortfolioAnalysis(
    books: TinyBooks(asOf: "2025-12") {
      person("Anne", role: "sales", hoursPerMonth: 100, costPerHour: 48)
      customer("Dupont", salesperson: "Anne", potential: 3_000, potentialDate: "2025-03-01") {
        monthly("2024-01", "2025-12", 100, cost: 60, range: "Flour")
        sale("2025-06-20", 600, cost: 450, range: "Ovens")
        sale("2024-03-05", 50, cost: 20, range: "Yeast")
        visit("2025-05", minutes: 120, by: "Anne")
        call("2025-06", minutes: 30, by: "Anne")
      }
      customer("Durand") {
        sale("2023-01-10", 1_250, cost: 900)
        sale("2025-02-10", 4_200, cost: 3_000)
      }
    }.books, policy: Policy())

  @Test func `the worked example weighs the years and the margin`() throws {
    let sheet = example.sheet(of: 0)
    #expect(sheet.years.map(\.revenue) == [.zero, .euros(1_250), .euros(1_800)])
    #expect(sheet.years.map { $0.share?.value } == [0, 1, 0.3])
    #expect(sheet.years.map(\.rank) == [nil, 1, 2])
    #expect(sheet.years.map(\.ranked) == [1, 1, 2])
    #expect(sheet.years.map(\.operatingMargin) == [.zero, .euros(510), .euros(480)])
    #expect(sheet.years.map(\.isWhole) == [true, true, true])
    #expect(sheet.growth?.value == 0.44)
    #expect(sheet.averageOrder == .euros(138.46))
    #expect(sheet.standing.rank == 2 && sheet.standing.previousRank == 1 && sheet.standing.share?.value == 0.3)
    let waterfall = try #require(sheet.waterfall.value)
    #expect(waterfall.directCost == .euros(1_170) && waterfall.estimatedCost == .zero)
    #expect(waterfall.grossMargin == .euros(630) && waterfall.operatingMargin == .euros(480))
    #expect(waterfall.services.map(\.kind) == [.visit, .call])
    #expect(waterfall.services.map(\.cost) == [.euros(120), .euros(30)])
  }

  @Test func `the worked example tells ranges, orders and what is promised`() {
    let sheet = example.sheet(of: 0)
    #expect(sheet.ranges.map(\.name) == ["Flour", "Ovens", "Yeast"])
    #expect(sheet.ranges.map(\.change) == [.kept, .gained, .lost])
    #expect(sheet.orders.first?.day == "2025-12-10" && sheet.orders.first?.gap == 30)
    #expect(sheet.orderCount == 26 && sheet.orders.count == 24 && sheet.usualGap == 31)
    #expect(sheet.daysSinceLastOrder == 21)
    #expect(sheet.salesperson == "Anne")
    #expect(sheet.potential?.headroom == .known(.euros(1_200)))
    #expect(sheet.services.first { $0.kind == .visit }?.promised == example.promises.rows[0].promisedVisits)
    #expect(sheet.daysToPay == .unknown(.noPayments))
  }

  @Test func `a potential that does not hold gives no headroom, and says why`() {
    let books = TinyBooks(asOf: "2025-12") {
      customer("a undated", potential: 10) { sale("2025-01-01", 1) }
      customer("b old", potential: 10, potentialDate: "2019-01-01") { sale("2025-01-01", 1) }
      customer("c later", potential: 10, potentialDate: "2026-01-01") { sale("2025-01-01", 1) }
      customer("d untold") { sale("2025-01-01", 1) }
    }.books
    let analysis = PortfolioAnalysis(books: books, policy: Policy())
    #expect((0..<3).map { analysis.sheet(of: $0).potential?.headroom.reason } == [.undated, .expired, .later])
    #expect(analysis.sheet(of: 3).potential == nil)
  }

  @Test func `where the cost is not known there is no waterfall, and no year has a margin`() {
    let books = TinyBooks(asOf: "2025-12") {
      customer("a uncosted") { sale("2025-01-01", 100) }
      customer("b partly") {
        sale("2025-01-01", 100, cost: 60)
        sale("2025-02-01", 300)
      }
      customer("c nothing")
    }.books
    let analysis = PortfolioAnalysis(books: books, policy: Policy())
    #expect(analysis.sheet(of: 0).waterfall == .unknown(.noCost))
    #expect(analysis.sheet(of: 1).waterfall == .unknown(.partlyCosted(Share(10_000, of: 40_000)!)))
    #expect(analysis.sheet(of: 1).years.last?.operatingMargin == nil)
    let silent = analysis.sheet(of: 2)
    #expect(silent.waterfall == .unknown(.noLine) && silent.orders.isEmpty && silent.tenure == nil)
    #expect(silent.standing.rank == nil && silent.averageOrder == nil && silent.findings.isEmpty)
  }

  @Test func `the first year may be incomplete, and nothing is compared with a P the data do not cover`() {
    let books = TinyBooks(asOf: "2025-12") {
      customer("Dupont") { monthly("2024-06", "2025-12", 100) }
    }.books
    let sheet = PortfolioAnalysis(books: books, policy: Policy()).sheet(of: 0)
    #expect(sheet.years.map(\.isWhole) == [false, true])
    #expect(sheet.years.map(\.revenue) == [.euros(700), .euros(1_200)])
    #expect(sheet.months.first?.month == "2024-06" && sheet.months.count == 19)
    #expect(sheet.previous == nil && sheet.growth == nil)
  }

  @Test func `the lists are told, the gravest first`() {
    let books = TinyBooks(asOf: "2025-12") {
      person("Anne", role: "sales", hoursPerMonth: 100, costPerHour: 48)
      customer("Costly") {
        monthly("2024-01", "2025-12", 10, cost: 9)
        visit("2025-03", events: 4, minutes: 60, by: "Anne")
      }
      customer("Good") { monthly("2024-01", "2025-12", 1_000, cost: 500) }
    }.books
    var policy = Policy()
    policy.floors.company.rate = Rate(percent: 5)
    let findings = PortfolioAnalysis(books: books, policy: policy).sheet(of: 0).findings
    guard case .losesMoney(let loss)? = findings.first, case .underFloor? = findings.dropFirst().first else {
      Issue.record("loses money, then under a floor: \(findings)")
      return
    }
    #expect(loss == .euros(-228))
    #expect(findings.contains { if case .time(let row) = $0 { row.judgement == .notJustified } else { false } })
  }

  @Test func `years sum to months and to all of history, shares never pass one, waterfalls close`() {
    for seed in 0..<30 as Range<UInt64> {
      var policy = Policy()
      policy.margin.minimumCostedShare = Rate(percent: 50)
      let books = randomBooks(seed: seed)
      let analysis = PortfolioAnalysis(books: books, policy: policy)
      for customer in books.customers.ids.indices {
        let sheet = analysis.sheet(of: customer)
        #expect(
          sheet.years.map(\.revenue).sum == books.activity.cells[books.activity.range(of: customer)].map(\.revenue).sum)
        for year in sheet.years.suffix(3) {
          let months = sheet.months.filter { year.span.contains($0.month) }
          #expect(months.map(\.revenue).sum == year.revenue)
          #expect(months.reduce(0) { $0 + $1.orders } == year.orders)
          if let margin = year.operatingMargin { #expect(months.compactMap(\.operatingMargin).sum == margin) }
        }
        for share in sheet.years.compactMap(\.share) + [sheet.standing.share].compactMap({ $0 }) {
          #expect(share.part >= 0 && share.part <= share.whole)
        }
        if !sheet.ranges.isEmpty { #expect(sheet.ranges.map(\.current).sum == sheet.margin.revenue) }
        guard let fall = sheet.waterfall.value else { continue }
        let left =
          fall.revenue - fall.directCost - fall.estimatedCost - fall.services.map(\.cost).sum
          - fall.payments.map(\.cost).sum
        #expect(left == fall.operatingMargin && fall.operatingMargin == sheet.margin.operatingMargin)
      }
      for place in analysis.customerYears.years.indices {
        let shares = books.customers.ids.indices.map { analysis.sheet(of: $0).years.reversed()[place] }
        if let whole = shares.first?.share?.whole { #expect(shares.compactMap(\.share?.part).reduce(0, +) == whole) }
        #expect(shares.compactMap(\.rank).sorted() == Array(1..<(shares.compactMap(\.rank).count + 1)))
      }
    }
  }
}
