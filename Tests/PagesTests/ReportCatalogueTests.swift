import Decisions
import Ledger
import Pages
import Portfolio
import Testing
import Units

/// Books with everything a report speaks of, hostile names included.
func tradingBooks() -> Books {
  TinyBooks(asOf: "2025-12") {
    person("Anne", role: "sales", hoursPerMonth: 140, costPerHour: 45, region: "North")
    customer("B1", name: "=cmd|' /C calc'!A0", category: "Bakeries", region: "North") {
      monthly("2023-01", "2025-12", 1_000, cost: 600, range: "Flour")
      visit("2025-03", events: 2, minutes: 60, by: "Anne")
    }
    customer("B2", name: "<script>alert(1)</script>", category: "Bakeries", region: "North") {
      monthly("2023-01", "2025-12", 100, cost: 95, range: "Flour")
      visit("2025-04", events: 12, minutes: 90, by: "Anne")
      service(.order, "2025-05", events: 10, minutes: 30, by: "Anne")
    }
    customer("H1", name: "\u{202E}\u{1B}[2J\u{7}東京 \"Hôtel\"", category: "Hotels") {
      monthly("2024-01", "2024-12", 400, cost: 200, range: "Ovens")
      monthly("2025-01", "2025-04", 200, cost: 100, range: "Ovens")
    }
    customer("N1", name: "New", category: "Hotels", potential: 50_000, potentialDate: "2025-06-01") {
      monthly("2025-02", "2025-12", 50, cost: 30, range: "Ovens")
      sale("2025-12-20", 80, cost: 40, range: "Flour")
    }
    customer("O1", name: "Once") { sale("2023-02-02", 12, cost: 6) }
    customer("U1", name: "Uncosted") { monthly("2025-01", "2025-12", 300) }
    customer("Z1", name: "Empty")
    unattributed { sale("2025-05-02", 30) }
  }.books
}

func tradingPolicy() -> Policy {
  var policy = Policy()
  policy.company.name = "Mill & Sons \"</style>\""
  policy.company.fixedCosts = .euros(3_000)
  policy.adequacy.expectedRevenue = .euros(40_000)
  return policy
}

struct ReportCatalogueTests {
  private let analysis = CompanyAnalysis(books: tradingBooks(), policy: tradingPolicy())
  private let empty = CompanyAnalysis(
    books: TinyBooks(asOf: "2025-12", months: 12, entries: []).books, policy: Policy())

  /// The keys that the contract names, rows before totals.
  private static let contract: [(ReportName, rows: String, totals: String)] = [
    (
      .ranking,
      """
      rank customer name category stage valueCents previousValueCents previousRank revenueCents grossMarginCents \
      operatingMarginCents share cumulativeShare class orders averageOrderCents averagePriceCents tenureMonths \
      tenureCensored ranges
      """,
      """
      customers positiveCustomers revenueCents unattributedCents top20Share lorenz20 customersFor80 gini hhi \
      top1Share top5Share top10Share breakEvenRank oneOffs
      """
    ),
    (
      .bands,
      """
      band customers fromCents toCents revenueCents revenueShare marginCents effortShare allottedHoursPerCustomer \
      actualHoursPerCustomer serviceLevel
      """, ""
    ),
    (
      .time, "customer name hours revenuePerHourCents marginPerHourCents allottedHours judgement",
      "hours hoursOutsideTop20Share"
    ),
    (
      .profitability,
      "customer name revenueCents directCostCents costToServeCents operatingMarginCents rate costedShare",
      "peakCents peakCustomers destroyedCents toxicRevenueCents toxicShare pools smallOrders"
    ),
    (
      .categories, "category month customers revenueCents operatingMarginCents rate meanRevenueCents meanMarginCents",
      ""
    ),
    (.floors, "customer name category rate floorRate revenueCents floorRevenueCents shortfallCents", ""),
    (
      .reconciliation, "", "customersCents unattributedCents allCents lines unattributedLines imports"
    ),
    (
      .adequacy, "",
      "expectedCents actualCents customers ordersPerCustomer averageOrderCents missing monthsBelow level"
    ),
    (.effort, "salesperson customer name hours plannedHours gainCents", ""),
    (.stakes, "", "grr nrr bridge volatility top1Share top5Share marginRateByYear"),
  ]

  @Test(arguments: contract.indices)
  func `every key of the contract is there`(place: Int) {
    let (name, rows, totals) = Self.contract[place]
    for analysis in [analysis, empty] {
      let document = analysis.report(name)
      let columns = Set(document.grid.columns.map(\.key))
      let keys = Set(document.totals.map(\.key))
      #expect(Set(rows.split(separator: " ").map(String.init)).subtracting(columns).isEmpty)
      #expect(Set(totals.split(separator: " ").map(String.init)).subtracting(keys).isEmpty)
    }
  }

  @Test(arguments: ReportName.allCases)
  func `every row has a cell for each column and keys never repeat`(name: ReportName) {
    for analysis in [analysis, empty] {
      let document = analysis.report(name)
      for grid in [document.grid, document.table] {
        #expect(grid.rows.allSatisfy { $0.count == grid.columns.count })
        #expect(Set(grid.columns.map(\.key)).count == grid.columns.count)
      }
      #expect(Set(document.totals.map(\.key)).count == document.totals.count)
    }
  }

  @Test(arguments: ReportName.allCases)
  func `every sentence is there in both languages and no table breaks`(name: ReportName) {
    for analysis in [analysis, empty] {
      let document = analysis.report(name)
      for language in Language.allCases {
        let voice = Voice(language)
        for phrase in [document.title, document.subtitle] + document.notes {
          #expect(!phrase.text(in: voice).isEmpty)
        }
        #expect(!document.title.text(in: voice).hasSuffix("."))
        for width in [40, 60, 80, 100, 160] {
          let lines = TextTable(document, in: voice, style: .init(width: width)).table
          #expect(Set(lines.map(displayWidth)).count <= 1)
          #expect(lines.allSatisfy { displayWidth($0) <= width })
        }
      }
    }
  }

  @Test(arguments: ReportName.allCases)
  func `the same books give the same bytes`(name: ReportName) {
    let again = CompanyAnalysis(books: tradingBooks(), policy: tradingPolicy())
    #expect(
      ReportJSON.bytes(analysis.report(name), in: Voice(.fr)) == ReportJSON.bytes(again.report(name), in: Voice(.fr)))
    #expect(analysis.report(name) == again.report(name))
  }

  @Test func `the ranking says who makes most of the revenue`() {
    let document = analysis.report(.ranking)
    #expect(
      document.title.text(in: Voice(.en)) == "2 of 5 customers make 80% of the revenue; the first weighs 66%")
    #expect(
      document.title.text(in: Voice(.fr))
        == "2\u{A0}clients sur 5 font 80\u{202F}% du chiffre d’affaires\u{202F}; le premier pèse 66\u{202F}%")
    #expect(document.grid.rows[0].prefix(3) == [.integer(1), .text("B1"), .text("=cmd|' /C calc'!A0")])
  }

  @Test func `what is not known is null and never zero`() {
    let json = String(
      decoding: ReportJSON.bytes(analysis.report(.profitability), in: Voice(.en), form: .compact), as: UTF8.self)
    #expect(json.contains(#""name":"Uncosted","revenueCents":360000,"directCostCents":null"#))
    let bare = CompanyAnalysis(
      books: TinyBooks(asOf: "2025-12") { customer("A") { sale("2025-05-05", 10) } }.books, policy: Policy())
    let totals = bare.report(.profitability).totals
    #expect(totals.first { $0.key == "peakCents" }?.cell == .unknown(nil))
    if case .unknown = bare.report(.time).grid.rows[0][2] {} else { Issue.record("hours are not known") }
  }

  @Test func `every report of empty books says so without a figure it cannot have`() {
    #expect(empty.report(.ranking).title.text(in: Voice(.en)) == "No customer has a revenue above zero")
    #expect(empty.report(.profitability).title.text(in: Voice(.en)) == "No customer’s margin is known")
    #expect(empty.report(.bands).title.text(in: Voice(.fr)) == "Aucun client n’a de chiffre d’affaires")
  }
}
