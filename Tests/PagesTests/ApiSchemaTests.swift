import Decisions
import Ledger
import Portfolio
import Testing
import Units

@testable import Pages

/// Holds every report against what programs are told of it.
struct ApiSchemaTests {
  static let books: [CompanyAnalysis] = [
    seekingBooks(), callingBooks(), estimatingBooks(), payingBooks(), payingBooks(rate: nil), pricedBooks(),
    pricedBooks(unit: nil, costed: false),
    CompanyAnalysis(books: tradingBooks(), policy: tradingPolicy()),
    CompanyAnalysis(books: tradingBooks(), policy: Policy()),
    CompanyAnalysis(books: TinyBooks(asOf: "2025-12", months: 12, entries: []).books, policy: Policy()),
    CompanyAnalysis(
      books: TinyBooks(asOf: "2025-12", months: 12) { customer("A") { monthly("2024-01", "2025-12", 10) } }.books,
      policy: Policy()),
  ]

  @Test(arguments: ReportName.allCases) func `a report holds what is described, no more and no less`(name: ReportName) {
    for analysis in Self.books {
      let document = analysis.report(name)
      var faults: [String] = []
      let totals = document.totals.map { ReportCell.Member($0.key, $0.cell) }
      check(totals, name.schema.totals, "\(name).totals", &faults)
      let columns = document.grid.columns.map(\.key)
      #expect(columns == name.schema.rows.filter { !$0.mayBeAbsent || columns.contains($0.key) }.map(\.key), "\(name)")
      for row in document.grid.rows {
        let members = zip(document.grid.columns, row).map { ReportCell.Member($0.key, $1) }
        check(members, name.schema.rows, "\(name).rows", &faults)
      }
      #expect(faults == [])
    }
  }

  @Test func `a sheet holds what is described, no more and no less`() {
    var sheets = 0
    for analysis in Self.books {
      for place in 0..<analysis.books.customers.count {
        let document = SheetDocument(of: place, in: analysis)
        var faults: [String] = []
        check(document.members, SheetSchema.fields, "sheet", &faults)
        #expect(faults == [])
        sheets += 1
      }
    }
    #expect(sheets > 3)
  }

  @Test func `lists of categories and prospects hold what is described, no more and no less`() {
    var (categories, prospects) = (0, 0)
    for analysis in Self.books {
      for (list, described) in [
        (ListDocument.categories(analysis), DecisionSchemas.categories),
        (ListDocument.prospects(analysis), DecisionSchemas.prospects),
      ] {
        #expect(faults(of: list, described) == [])
        if list.name == "prospects" { prospects += list.grid.rows.count } else { categories += list.grid.rows.count }
      }
    }
    #expect(categories > 0 && prospects > 0)
  }

  @Test func `the list of letters holds what is described, no more and no less`() {
    let analysis = CompanyAnalysis(books: tradingBooks(), policy: tradingPolicy())
    let today = Month(year: 2026, month: 1).firstDay
    func known(_ number: Int, _ id: String, _ states: [CeasingCase.State]) -> CeasingCase {
      CeasingCase(
        number: number, customer: ID(id),
        steps: states.enumerated().map { place, state in
          CeasingCase.Step(number: place + 1, state: state, day: today, made: Authorship("Anne", at: 1))
        })
    }
    let judgements = Judgements(ceasing: [
      known(1, "B1", [.prepared, .decided, .sent, .ended]), known(2, "B2", [.prepared]),
    ])
    for entries in [[], analysis.letterEntries(judgements)] {
      #expect(faults(of: .letters(entries, today: today), DecisionSchemas.letters) == [])
    }
    #expect(analysis.letterEntries(judgements).count == 2)
  }

  private func faults(of list: ListDocument, _ described: [FieldShape]) -> [String] {
    var faults: [String] = []
    let rows = list.grid.rows.map { row in
      ReportCell.object(zip(list.grid.columns, row).map { .init($0.key, $1) })
    }
    check(
      [
        .init("report", .text(list.name)), .init("title", .phrase(list.title)),
        .init("totals", .object(list.totals.map { .init($0.key, $0.cell) })), .init("rows", .list(rows)),
      ], described, list.name, &faults)
    return faults
  }

  @Test func `the check finds a key too many, a key too few and a value of another kind`() {
    let fields = [FieldShape("a", .cents, "A."), FieldShape("b", .count, "B.")]
    for members in [
      [ReportCell.Member("a", .cents(.zero))],
      [.init("a", .cents(.zero)), .init("b", .integer(1)), .init("c", .integer(1))],
      [.init("a", .integer(0)), .init("b", .integer(1))], [.init("a", .unknown), .init("b", .integer(1))],
      [.init("a", .cents(.zero)), .init("b", .integer(-1))],
    ] {
      var faults: [String] = []
      check(members, fields, "x", &faults)
      #expect(!faults.isEmpty)
    }
  }

  private func check(_ members: [ReportCell.Member], _ fields: [FieldShape], _ place: String, _ faults: inout [String])
  {
    let fields = fields.filter { field in !field.mayBeAbsent || members.contains { $0.key == field.key } }
    guard members.map(\.key) == fields.map(\.key) else {
      return faults.append("\(place): \(members.map(\.key)) for \(fields.map(\.key))")
    }
    for (member, field) in zip(members, fields) {
      if case .unknown = member.cell {
        if !field.isNullable { faults.append("\(place).\(field.key) is null") }
      } else {
        check(member.cell, field.shape, place + "." + field.key, &faults)
      }
    }
  }

  private func check(_ cell: ReportCell, _ shape: ValueShape, _ place: String, _ faults: inout [String]) {
    switch (cell, shape) {
    case (.text, .text), (.phrase, .text), (.cents, .cents), (.month, .month), (.day, .day), (.flag, .flag): return
    case (.minutes, .hours): return
    case (.share(let number), .share), (.number(let number), .number), (.number(let number), .share):
      if number.isFinite { return }
    case (.integer(let number), .count): if number >= 0 { return }
    case (.integer, .whole): return
    case (.text(let word), .word(let words)): if words.contains(word) { return }
    case (.tag(let tag), .word(let words)): if tag.figures.isEmpty, words.contains(tag.code) { return }
    case (.tag(let tag), .text): if tag.figures.isEmpty { return }
    case (.trend, .list(of: .cents)): return
    case (.list(let cells), .list(of: let shape)):
      for cell in cells { check(cell, shape, place + "[]", &faults) }
      return
    case (.object(let members), .window): if members.map(\.key) == ["from", "to"] { return }
    case (.object(let members), .record(let fields)): return check(members, fields, place, &faults)
    case (.tag(let tag), .record(let fields)):
      return check([.init("code", .text(tag.code))] + tag.figures, fields, place, &faults)
    case (.tag(let tag), .either(let forms)):
      if let form = forms.first(where: { $0.code == tag.code }) {
        return check(tag.figures, form.fields, place + "." + form.code, &faults)
      }
    default: break
    }
    faults.append("\(place): \(cell) is no \(shape)")
  }
}
