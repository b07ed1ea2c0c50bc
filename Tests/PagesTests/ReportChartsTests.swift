import Decisions
import Ledger
import Portfolio
import Testing
import Units

@testable import Pages

/// A context to write pages in, without a server.
func pageContext(_ language: Language, window: Window? = nil, choice: ViewChoice = ViewChoice()) -> PageContext {
  PageContext(
    voice: Voice(language), company: "Mill", window: window, months: [], choice: choice,
    usualLength: .months(12),
    assets: .init(style: "/s.css", paper: "/p.css", program: "/p.js", htmx: "/h.js", charts: "/c.js"), banners: [],
    token: "")
}

/// Books at the edges of what reports know.
enum EdgeBooks: String, CaseIterable, Sendable {
  case trading, empty, oneCustomer, noCosts, noServices, allNegative, creditsOnly, manyCustomers, hostile, calling
  case priced, pricedWithoutUnits, pricedHostile, seeking

  var analysis: CompanyAnalysis {
    switch self {
    case .calling: callingBooks()
    case .seeking: seekingBooks()
    case .trading: CompanyAnalysis(books: tradingBooks(), policy: tradingPolicy(), imports: imports)
    case .empty: CompanyAnalysis(books: TinyBooks(asOf: "2025-12", months: 12, entries: []).books, policy: Policy())
    case .oneCustomer:
      CompanyAnalysis(
        books: TinyBooks(asOf: "2025-12") {
          customer("A") { sale("2025-05-05", 100, cost: 40) }
        }.books, policy: tradingPolicy())
    case .noCosts:
      CompanyAnalysis(
        books: TinyBooks(asOf: "2025-12") {
          customer("A", category: "Shops") { monthly("2024-01", "2025-12", 100) }
          customer("B", category: "Shops") { monthly("2024-06", "2025-12", 50) }
        }.books, policy: tradingPolicy())
    case .noServices:
      CompanyAnalysis(
        books: TinyBooks(asOf: "2025-12") {
          customer("A", category: "Shops") { monthly("2024-01", "2025-12", 100, cost: 60) }
          customer("B", category: "Inns") { monthly("2024-06", "2025-12", 50, cost: 70) }
        }.books, policy: Policy())
    case .allNegative:
      CompanyAnalysis(
        books: TinyBooks(asOf: "2025-12") {
          person("Anne", hoursPerMonth: 1, costPerHour: 60)
          for name in ["A", "B", "C"] {
            customer(name, category: "Shops") {
              monthly("2024-01", "2025-12", 100, cost: 130)
              visit("2025-03", events: 30, minutes: 90, by: "Anne")
            }
          }
        }.books, policy: tradingPolicy())
    case .creditsOnly:
      CompanyAnalysis(
        books: TinyBooks(asOf: "2025-12") {
          customer("A", category: "Shops") { credit("2025-03-03", 50, cost: 20) }
          customer("B") { credit("2025-04-03", 10) }
        }.books, policy: tradingPolicy())
    case .manyCustomers:
      CompanyAnalysis(
        books: TinyBooks(asOf: "2025-12") {
          for place in 1...700 {
            customer("C\(place)", category: ["Shops", "Inns", "Schools"][place % 3]) {
              sale(
                "2025-03-03", Euros(cents: Int64(1_000 + place * 137)), cost: Euros(cents: Int64(900 + place * 120)))
            }
          }
        }.books, policy: tradingPolicy())
    case .priced: pricedBooks()
    case .pricedWithoutUnits: pricedBooks(unit: nil, costed: false)
    case .pricedHostile: pricedBooks(unit: "\u{202E}<kg>", naming: String(repeating: "é<b>", count: 5_000))
    case .hostile:
      CompanyAnalysis(
        books: TinyBooks(asOf: "2025-12") {
          customer("A/?#&", name: String(repeating: "é", count: 10_000), category: "\u{202E}a\"b'<c>") {
            monthly("2024-01", "2025-12", 100, cost: 60)
          }
          customer("B", name: "\u{5D0}\u{5D1}\u{202E}", category: "") { monthly("2024-01", "2025-12", 10, cost: 60) }
        }.books, policy: tradingPolicy())
    }
  }

  private var imports: [Reconciliation.Import] {
    [.init(id: "0001", file: "sales & more.csv", revenue: .euros(100), unattributed: .euros(30), lines: 12)]
  }
}

struct ReportChartsTests {
  private static let all = EdgeBooks.allCases.map { ($0, $0.analysis) }

  private static func chart(_ id: String, _ name: ReportName, _ analysis: CompanyAnalysis) -> ChartModel? {
    panels(name, analysis, .en).flatMap(\.charts).first { $0.id == id }
  }

  private static func panels(_ name: ReportName, _ analysis: CompanyAnalysis, _ language: Language) -> [Panel] {
    ReportCharts(name, analysis: analysis, context: pageContext(language)).panels
  }

  @Test(arguments: ReportName.allCases)
  func `no chart is empty, no panel is, and no place in the page is taken twice`(name: ReportName) {
    for (books, analysis) in Self.all {
      let panels = Self.panels(name, analysis, .fr)
      #expect(Set(panels.map(\.id)).count == panels.count, "\(books)")
      let ids = panels.flatMap { [$0.id] + $0.charts.flatMap { [$0.id, $0.table.id] } + $0.tables.map(\.id) }
      #expect(Set(ids).count == ids.count, "\(books)")
      for panel in panels {
        #expect(!panel.parts.isEmpty && !panel.title.isEmpty && !panel.how.isEmpty)
        for chart in panel.charts {
          #expect(!chart.series.isEmpty || !chart.flows.isEmpty, "\(books) \(chart.id)")
          #expect(chart.series.allSatisfy { !$0.points.isEmpty }, "\(books) \(chart.id)")
          #expect(chart.flows.allSatisfy { $0.amount > 0 && $0.from < $0.to && $0.to < chart.x.names.count })
          #expect(chart.series.flatMap(\.points).allSatisfy { ($0.y ?? .nan).isFinite && $0.x.isFinite })
          #expect(chart.series.flatMap(\.points).count <= 3 * 400)
          #expect(
            chart.x.names.isEmpty
              || (chart.flows.isEmpty ? chart.x.names : chart.flows.map(\.words)).count == chart.table.rows.count)
          if chart.x.isLogarithmic { #expect(chart.series.flatMap(\.points).allSatisfy { $0.x > 0 }) }
        }
        for table in panel.tables { #expect(!table.rows.isEmpty, "\(books) \(table.id)") }
      }
    }
  }

  @Test(arguments: ReportName.allCases)
  func `every finding is there in both languages, without a full stop`(name: ReportName) {
    for (books, analysis) in Self.all {
      let (french, english) = (Self.panels(name, analysis, .fr), Self.panels(name, analysis, .en))
      #expect(french.map(\.id) == english.map(\.id), "\(books)")
      for (fr, en) in zip(french, english) {
        #expect(fr.title.plain != en.title.plain && fr.how.plain != en.how.plain, "\(books) \(fr.id)")
        #expect(!fr.title.plain.hasSuffix(".") && !en.title.plain.hasSuffix("."), "\(books) \(fr.id)")
        #expect(fr.title.plain.first.map { !$0.isLowercase } ?? false, "\(fr.title.plain)")
        #expect(fr.how.words.hasSuffix(".") && en.how.words.hasSuffix("."), "\(books) \(fr.id)")
        for (left, right) in zip(fr.charts, en.charts) {
          #expect(left.json != right.json && left.table.columns != right.table.columns)
          #expect(left.series.map { $0.points.map(\.y) } == right.series.map { $0.points.map(\.y) })
        }
      }
    }
  }

  @Test func `classes, whale, waterfall and bands add up to the report's own figures`() throws {
    for (books, analysis) in Self.all {
      let ranking = analysis.report(.ranking).totals
      func total(_ totals: [ReportTotal], _ key: String) -> ReportCell? { totals.first { $0.key == key }?.cell }
      if let classes = Self.chart("classes-chart", .ranking, analysis) {
        #expect(abs(classes.series[0].points.compactMap(\.y).reduce(0, +) - 1) < 1e-9, "\(books)")
        let revenue = analysis.ranking.classes.map(\.revenue).sum
        #expect(total(ranking, "revenueCents") == .cents(revenue), "\(books)")
      }
      let profit = analysis.report(.profitability).totals
      if let whale = Self.chart("whale-chart", .profitability, analysis) {
        let heights = whale.series[0].points.compactMap(\.y)
        #expect(
          heights.last.map { .cents(Cents(Int64(($0 * 100).rounded()))) } == total(profit, "operatingMarginCents"))
        if case .cents(let peak)? = total(profit, "peakCents"), peak > .zero {
          #expect(heights.max() == peak.height, "\(books)")
        }
        #expect(whale.marks.last?.y == heights.last)
      }
      if let steps = Self.chart("waterfall-chart", .profitability, analysis)?.series[0].points {
        let changes = steps.dropLast().compactMap(\.y).reduce(0, +)
        #expect(abs(changes - (steps.last?.y ?? .nan)) < 0.005, "\(books)")
        #expect(steps.last?.y == analysis.profitability.operatingMargin.height)
      }
      if let bridge = Self.chart("bridge-chart", .stakes, analysis)?.series[0].points {
        let changes = bridge.dropLast().compactMap(\.y).reduce(0, +)
        #expect(abs(changes - (bridge.last?.y ?? .nan)) < 0.005, "\(books)")
      }
      if let records = Self.chart("records-chart", .cleanup, analysis)?.series[0].points {
        #expect(records.dropLast().compactMap(\.y).reduce(0, +) == records.last?.y, "\(books)")
      }
      if let shares = Self.chart("band-shares-chart", .bands, analysis) {
        #expect(abs(shares.series[0].points.compactMap(\.y).reduce(0, +) - 1) < 1e-9, "\(books)")
      }
    }
  }

  @Test func `the trading books show every kind of panel`() {
    let analysis = EdgeBooks.trading.analysis
    let ids = ReportName.allCases.map { Self.panels($0, analysis, .en).map(\.id) }
    let all: [[String]] = [
      ["pareto", "classes", "break-even", "single-losses", "dependence"], ["band-hours", "band-shares"],
      ["deciles", "judgements", "yields", "work"],
      ["whale", "ends", "sizes", "waterfall", "toxic", "small-orders", "pools"],
      ["months", "means", "attractiveness"], ["distances", "shortfalls"],
      ["bridge", "volatility", "rates", "dependence"],
      ["rolling", "gap"], ["reasons"], ["records"], ["months"], [], ["month-bridge", "two-years"],
    ]
    for (found, expected) in zip(ids, all) { #expect(found == expected) }
  }

  @Test func `points lead to what is behind them and levels are named`() throws {
    let analysis = EdgeBooks.trading.analysis
    let whale = try #require(Self.chart("whale-chart", .profitability, analysis))
    #expect(whale.series[0].points[0].link?.href == "/customers/B1")
    let classes = try #require(Self.chart("classes-chart", .ranking, analysis))
    #expect(classes.series[0].points[0].link?.href == "/reports/ranking?is.class=A#rows")
    let volatility = try #require(Self.chart("volatility-chart", .stakes, analysis))
    #expect(volatility.series[0].points[0].link?.href == "/lines?from=2025-01&to=2025-01")
    let rolling = try #require(Self.chart("rolling-chart", .adequacy, analysis))
    #expect(rolling.levels.map(\.value) == [40_000])
    #expect(rolling.json.contains(#""levels":[{"value":40000,"words":"expected: 40.0\#u{A0}k€","tone":"ink"}]"#))
    #expect(rolling.json.contains(#""stacked":false"#))
  }

  @Test func `a long ranking is thinned, and says so`() throws {
    let analysis = EdgeBooks.manyCustomers.analysis
    let pareto = try #require(Self.chart("pareto-chart", .ranking, analysis))
    #expect((200...245).contains(pareto.series[0].points.count))
    let fewest = Double(try #require(analysis.ranking.customersForPareto))
    #expect(pareto.marks.map(\.x) == [fewest / 700])
    #expect(pareto.series[0].points.contains { $0.x == fewest / 700 })
    let sizes = Self.panels(.profitability, analysis, .en).first { $0.id == "sizes" }
    #expect(sizes?.how.plain.contains("250 biggest and the 150 last of 700") ?? false)
    #expect(sizes?.charts[0].series[0].points.count ?? 0 <= 400)
  }

  @Test func `the grid of months prints every figure and marks what it tints`() throws {
    let panel = try #require(Self.panels(.categories, EdgeBooks.trading.analysis, .en).first)
    guard case .heat(let grid) = panel.parts[0] else {
      Issue.record("the first panel is the grid")
      return
    }
    #expect(grid.heads.count == 12 && grid.rows.count == 3)
    var bytes: [UInt8] = []
    grid.markup.write(to: &bytes)
    let html = String(decoding: bytes, as: UTF8.self)
    #expect(html.contains(#"href="/customers?is.category=Bakeries""#))
    #expect(html.contains(#"href="/lines?from=2025-03&amp;to=2025-03""#))
    let tinted = grid.rows.flatMap(\.cells).filter { $0.heat != .plain }
    #expect(!tinted.isEmpty && html.ranges(of: "↓").count + html.ranges(of: "↑").count == tinted.count)
  }

  @Test(arguments: ReportName.allCases)
  func `names of the data cannot turn a chart's words nor make them endless`(name: ReportName) {
    for panel in Self.panels(name, EdgeBooks.hostile.analysis, .en) {
      for chart in panel.charts {
        let words = chart.x.names + chart.series.flatMap { $0.points.flatMap { [$0.words, $0.label] } }
        for word in words {
          #expect(!word.contains("\u{202E}") && word.count < 400)
        }
      }
    }
  }
}

extension [Inline] {
  /// The text without what links lead to, and without what parts them from it.
  fileprivate var words: String {
    var text = filter { if case .link = $0 { false } else { true } }.plain
    while text.last == " " { text.removeLast() }
    return text
  }
}

extension Panel {
  var charts: [ChartModel] { parts.compactMap { if case .chart(let chart) = $0 { chart } else { nil } } }
  var tables: [TableModel] { parts.compactMap { if case .table(let table) = $0 { table } else { nil } } }
}
