import Ledger
import Pages
import Testing
import Units

@Suite struct DataPagesTests {
  @Test func `imports stand newest first, and their rejects are one click away`() throws {
    let page = ImportsPage(
      [importEntry("1", rejected: 0), importEntry("2", replaces: [.init(id: "1", invoices: 3, lines: 5)])], page: 1,
      context: bareContext())
    #expect(page.title.plain == "2\u{A0}imports\u{A0}: 18\u{A0}lignes gardées, 2\u{A0}mises de côté")
    let rows = try #require(page.table?.rows)
    #expect(rows.map { $0[0] }.map(\.plain) == ["ventes.csv", "ventes.csv"])
    #expect(rows[0][0] == [.link(Link(.importDetail("2")), [.name("ventes.csv")])])
    #expect(rows[0][5] == [.link(Link(.importDetail("2"), fragment: "rejects"), [.text("2")])])
    #expect(rows[1][5] == [.text("0")])
    #expect(rows[0][2].plain == "3\u{A0}nov.\u{A0}2026,\u{A0}9\u{A0}h\u{A0}05")
    #expect(rows[0][6].plain == "1\u{202F}234,56")
    #expect(rows[0][8].plain == "3\u{A0}factures de l’import 1")
  }

  @Test(arguments: Language.allCases)
  func `before the first import the page says what will stand there`(language: Language) {
    let page = ImportsPage([], page: 1, context: bareContext(language))
    #expect(page.table == nil)
    #expect(page.empty?.sentences.count == 2)
    #expect(page.empty?.action.isEmpty == false)
  }

  @Test func `many imports come a page at a time`() throws {
    let page = ImportsPage((1...120).map { importEntry(String($0)) }, page: 3, context: bareContext())
    let table = try #require(page.table)
    #expect(table.rows.count == 20)
    #expect(table.rows.last?[0] == [.link(Link(.importDetail("1")), [.name("ventes.csv")])])
  }

  @Test func `rows that were set aside tell line, column and reason, and can be looked at by reason`() throws {
    let stretch = RejectedStretch(
      tallies: [
        FaultTally(code: "notADay", column: "Date", firstLine: 7, count: 2),
        FaultTally(code: "missing.customer", column: nil, firstLine: 9, count: 1),
      ],
      rows: [RejectedRow(line: 7, column: "Date", code: "notADay", raw: "F1;31/02/2026;A;5")], matching: 1)
    let page = ImportDetailPage(
      importEntry(), notes: ["Une note."], rejects: .success(stretch), code: "notADay", page: 1, context: bareContext())
    let rejects = try #require(page.panels.first { $0.id == "rejects" })
    guard case .table(let table)? = rejects.parts.last else { Issue.record("no table"); return }
    #expect(table.rows[0].map(\.plain) == ["7", "Date", "pas une date", "F1;31/02/2026;A;5"])
    #expect(table.facets.count == 1)
    guard case .notes(let notes) = rejects.parts[0] else { Issue.record("no reasons"); return }
    #expect(notes.map(\.plain).first == "2 × pas une date (Date), la première fois à la ligne 7")
    let reading = try #require(page.panels.first { $0.id == "reading" })
    guard case .table(let columns)? = reading.parts.first(where: { if case .table = $0 { true } else { false } }) else {
      Issue.record("no columns")
      return
    }
    #expect(columns.rows.map { $0.map(\.plain) }.first == ["Numéro de facture", "invoice"])
  }

  @Test func `a rejects file that is gone is said in place of its rows`() throws {
    let page = ImportDetailPage(
      importEntry(), notes: [], rejects: .failure(RejectsGone("parti")), code: nil, page: 1, context: bareContext(.en))
    #expect(page.panels.first?.parts == [.text([.text("parti")])])
  }

  @Test func `hostile names and rows stand as text`() {
    let stretch = RejectedStretch(
      tallies: [FaultTally(code: hostile, column: hostile, firstLine: 1, count: 1)],
      rows: [
        RejectedRow(line: 1, column: hostile, code: hostile, raw: hostile + String(repeating: "x", count: 10_000))
      ], matching: 1)
    let detail = ImportDetailPage(
      importEntry(file: hostile), notes: [hostile], rejects: .success(stretch), code: hostile, page: 1,
      context: bareContext())
    let forget = ForgetPage(importEntry(file: hostile), replacing: [], completing: [], context: bareContext())
    for page in [
      text(detail.frame(bareContext())), text(forget.frame(bareContext())),
      text(ImportsPage([importEntry(file: hostile)], page: 1, context: bareContext()).frame(bareContext())),
    ] {
      #expect(!page.contains("<script>alert") && !page.unicodeScalars.contains("\u{1B}"))
      #expect(!page.contains(String(repeating: "x", count: 1000)))
    }
  }

  @Test func `forgetting tells what goes and what comes back before it is done`() {
    let page = ForgetPage(
      importEntry("2", replaces: [.init(id: "1", invoices: 3, lines: 5)]), replacing: [], completing: [],
      context: bareContext(.en))
    #expect(page.form?.token == "proof")
    #expect(page.form?.method == .post)
    #expect(
      page.effects.map(\.plain).contains(
        "3\u{A0}invoices come back from import 1 (5\u{A0}lines), as before this import."))
  }

  @Test func `an import that others complete cannot be forgotten first`() {
    let page = ForgetPage(
      importEntry("1"), replacing: [], completing: [importEntry("2", completes: "1").summary], context: bareContext())
    #expect(page.form == nil)
    #expect(page.effects.count == 1)
  }

  @Test func `changed rules are marked, and each stands with its default and its name`() throws {
    var policy = Policy()
    policy.company.fixedCosts = Cents(30_000_000)
    policy.company.rates = ["USD": Rate(millionths: 920_000)]
    policy.floors.byCategory = [hostile: Policy.Floor(rate: Rate(percent: 12), revenue: nil)]
    policy.categories = [Policy.CategoryRule(name: "Campings", sectors: ["Plein air"])]
    let page = PolicyPage(policy, file: "/x/policy.yaml", context: bareContext())
    #expect(page.title.plain.hasPrefix("Vos règles\u{A0}: 1\u{A0}valeur changée sur \(PolicyKey.fixed.count)"))
    var rows: [String: [String]] = [:]
    for case .table(let table) in page.panels.flatMap(\.parts) {
      for row in table.rows where row.count == 4 { rows[row[3].plain] = row.map(\.plain) }
    }
    #expect(rows.count == PolicyKey.fixed.count + 2)
    #expect(rows["company.fixedCosts"]?[1] == "300\u{202F}000\u{A0}€ changée")
    #expect(rows["company.fixedCosts"]?[2] == "–")
    #expect(rows["floors.company.rate"]?[1] == "8\u{202F}%")
    #expect(rows["growth.gateDeviations"]?[1] == "1,28")
    #expect(rows["company.rates.USD"]?[1] == "0,92")
    #expect(rows["floors.byCategory.\(hostile).rate"]?[1] == "12\u{202F}%")
    #expect(!text(page.frame(bareContext())).contains("<script>alert"))
  }

  @Test(arguments: Language.allCases)
  func `every field of every kind has its own name, in both languages`(language: Language) {
    for kind in SourceKind.allCases {
      let names = kind.fields.map { $0.label(in: kind).text(in: Voice(language)) }
      #expect(Set(names).count == names.count, "\(kind)")
      #expect(names.allSatisfy { !$0.isEmpty })
    }
  }
}
