import Decisions
import Ledger
import Portfolio
import Testing
import Units

@testable import Pages

/// Anne has too many customers for her hours, Bruno of the same region too few, nobody knows what Carl can give.
func callingBooks() -> CompanyAnalysis {
  let books = TinyBooks(asOf: "2025-12") {
    person("A1", name: "Anne", role: "sales", hoursPerMonth: 10, costPerHour: 45, region: "North")
    person("B1", name: "Bruno", role: "sales", hoursPerMonth: 140, costPerHour: 45, region: "North")
    person("C1", name: "Carl \u{202E}<b>", role: "sales")
    customer("X", name: "Xavier & fils", region: "North", salesperson: "A1") {
      monthly("2023-01", "2025-12", 10_000, cost: 6_000)
      visit("2025-03", events: 40, minutes: 60, by: "A1")
      call("2025-04", events: 12, minutes: 10, by: "A1")
    }
    customer(
      "Y", name: "Yves", region: "North", salesperson: "A1", potential: 400_000, potentialDate: "2025-06-01"
    ) {
      monthly("2023-01", "2025-12", 9_000, cost: 5_000)
      visit("2025-03", events: 8, minutes: 60, by: "A1")
    }
    customer("Z", name: "Zoé", region: "North", salesperson: "A1") {
      monthly("2023-01", "2025-12", 50, cost: 60)
      visit("2025-03", events: 6, minutes: 60, by: "A1")
    }
    customer("U", name: "Uncosted", salesperson: "B1") {
      monthly("2024-01", "2025-12", 300)
      visit("2025-05", minutes: 50, by: "B1")
    }
    customer("V", name: "Vera", salesperson: "C1") { monthly("2024-01", "2025-12", 100, cost: 50) }
    customer("W", name: "Nobody's") { monthly("2024-01", "2025-12", 100, cost: 50) }
  }.books
  return CompanyAnalysis(books: books, policy: Policy())
}

struct EffortReportTests {
  private let document = callingBooks().report(.effort)

  private func cell(_ key: String, _ id: String) -> ReportCell? {
    guard let column = document.grid.columns.firstIndex(where: { $0.key == key }),
      let code = document.grid.columns.firstIndex(where: { $0.key == "customer" })
    else { return nil }
    return document.grid.rows.first { $0[code] == .text(id) }?[column]
  }

  private func total(_ key: String) -> ReportCell? { document.totals.first { $0.key == key }?.cell }

  @Test func `the keys of the contract come in its order`() {
    let keys = document.grid.columns.map(\.key)
    let contract = ["salesperson", "customer", "name", "hours", "plannedHours", "gainCents"]
    #expect(keys.filter(contract.contains) == contract)
  }

  @Test func `every customer of a salesperson has a line, with codes and names`() {
    #expect(document.grid.rows.count == 5 && cell("salesperson", "W") == nil)
    #expect(cell("salesperson", "X") == .text("A1") && cell("salespersonName", "X") == .text("Anne"))
    #expect(cell("hours", "X") == .minutes(40 * 60 + 120) && cell("hours", "V") == .minutes(0))
    #expect(cell("gainCents", "U") == .unknown(.marginUnknown) && cell("plannedHours", "U") == .minutes(60))
    if case .cents(let gain)? = cell("gainCents", "Y") { #expect(gain > .zero) } else { Issue.record("Yves gains") }
  }

  @Test func `rows stand by what they gain, the unknown last, and sum to the report's gain`() {
    let column = document.grid.columns.firstIndex { $0.key == "gainCents" } ?? 0
    let gains = document.grid.rows.map { row -> Cents? in if case .cents(let gain) = row[column] { gain } else { nil } }
    let known = gains.compactMap { $0 }
    #expect(known == known.sorted(by: >) && gains.last == .some(nil) && known.count == 4)
    #expect(total("gainCents") == .cents(known.sum) && total("refused") == .unknown)
    guard case .list(let people)? = total("salespeople"), case .list(let moves)? = total("moves") else {
      Issue.record("lists are there")
      return
    }
    #expect(people.count == 3 && !moves.isEmpty)
  }

  @Test func `the first move is told in a sentence, in both languages`() throws {
    let plan = try #require(callingBooks().life.callPlan.value)
    let move = try #require(plan.toldMoves.first)
    let books = callingBooks().books
    let (french, english) = (
      plan.sentence(move, books: books).text(in: Voice(.fr)), plan.sentence(move, books: books).text(in: Voice(.en))
    )
    #expect(french.contains("visites de Xavier & fils à Yves\u{A0}: +") && french.hasSuffix("\u{A0}€ par an"))
    #expect(english.contains("visits from Xavier & fils to Yves: +") && english.hasSuffix("€ a year"))
    #expect(document.notes.map { $0.text(in: Voice(.fr)) }.contains(french + "."))
  }

  @Test func `who is served by its promise or its ceiling is told in these words, and a deep cut is warned of`() throws
  {
    #expect(CallAccount.Standing.atLevel.tag.label.text(in: Voice(.fr)) == "● entre promesse et plafond")
    #expect(CallAccount.Standing.belowLevel.tag.label.text(in: Voice(.en)) == "▼ below its promise")
    let plan = try #require(callingBooks().life.callPlan.value)
    // Xavier's forty-two hours fall below a half.
    #expect(plan.deepCuts > 0 && Phrase.deepCuts(0) == nil)
    let notes = document.notes.map { $0.text(in: Voice(.en)) }
    #expect(notes.contains { $0.contains("rupture in part") })
    #expect(notes.contains(Phrase.haveCounselCheck.text(in: Voice(.en))))
  }

  @Test func `the page shows moves, salespeople, hours and levels`() throws {
    let panels = ReportCharts(.effort, analysis: callingBooks(), context: pageContext(.fr)).panels
    #expect(panels.map(\.id).prefix(4) == ["moves", "sellers", "hours", "standings"])
    let hours = try #require(panels.flatMap(\.charts).first { $0.id == "hours-chart" })
    #expect(hours.series[0].points.count == 4)
    let sellers = try #require(panels.flatMap(\.charts).first { $0.id == "sellers-chart" })
    #expect(sellers.x.names.contains("Anne") && sellers.table.rows.count == 3)
  }

  @Test func `without what it takes it says what is missing`() {
    let cases: [(TinyEntry, CallPlan.Refusal)] = [
      (customer("A") { monthly("2025-01", "2025-12", 10, cost: 5) }, .noSalesperson),
      (customer("A", salesperson: "P") { monthly("2025-01", "2025-12", 10, cost: 5) }, .noSalesTime),
      (
        customer("A", salesperson: "P") {
          monthly("2025-01", "2025-12", 10)
          visit("2025-03", minutes: 60, by: "P")
        }, .noMargin
      ),
    ]
    for (entry, refusal) in cases {
      let books = TinyBooks(asOf: "2025-12") {
        person("P", hoursPerMonth: 100, costPerHour: 40)
        entry
      }.books
      let document = CompanyAnalysis(books: books, policy: Policy()).report(.effort)
      #expect(document.title == refusal.title && document.notes == [refusal.sentence] && document.grid.rows.isEmpty)
      let refused = document.totals.first { $0.key == "refused" }?.cell
      #expect(refused == .tag(ReportCell.Tag(refusal.rawValue, refusal.sentence)))
    }
  }

  @Test func `a plan over other months than twelve says so`() throws {
    let books = TinyBooks(asOf: "2025-12", months: 6) {
      person("P", hoursPerMonth: 100, costPerHour: 40)
      customer("A", salesperson: "P") {
        monthly("2023-01", "2025-12", 1_000, cost: 500)
        visit("2025-09", minutes: 600, by: "P")
      }
    }.books
    let title = CompanyAnalysis(books: books, policy: Policy()).report(.effort).title
    #expect(
      title.text(in: Voice(.fr)).hasSuffix(" en 6 mois") && title.text(in: Voice(.en)).hasSuffix("in 6\u{A0}months"))
  }
}
