import Decisions
import Ledger
import Portfolio
import Units

/// What the panels of a report's page are written with: the analyses, the language, the links.
struct PanelWriter {
  let analysis: CompanyAnalysis
  let context: PageContext
  /// What is asked of the report.
  var choice = ReportChoice()

  var voice: Voice { context.voice }
  var books: Books { analysis.books }

  /// A sentence for a chart, whose names stand apart from the direction of what surrounds them.
  func say(_ phrase: Phrase) -> String { phrase.text(in: voice, name: { chartName($0) }) }

  /// A cell that stands alone in a chart.
  /// - Parameter most: letters of a name at most; an axis of names cuts them anew where they do not fit.
  func words(of cell: ReportCell, most: Int = 40) -> String {
    switch cell {
    case .text(let name): chartName(name, to: most)
    case .phrase(let phrase): say(phrase)
    case .tag(let tag): say(tag.label)
    default: voice.text(of: cell)
    }
  }

  /// A row of a table: its cells, and what is behind its name.
  struct Row {
    let cells: [ReportCell]
    var link: Link?
  }

  /// What is done with each row of a table: the column's title, the words of its links, and where they lead.
  typealias Act = (title: Phrase, words: Phrase, link: (_ row: Int) -> Link)

  /// A table whose first column names its rows.
  /// - Parameter act: what is done with each row, in a last column; nothing for none.
  func table(
    _ id: String, _ caption: Phrase, _ columns: [ReportColumn], act: Act? = nil, _ rows: [Row]
  ) -> TableModel {
    TableModel(
      id: id, caption: context.say(caption),
      columns: columns.enumerated().map { place, column in
        TableModel.Column(voice.header(of: column), isNumeric: column.isNumeric, isName: place == 0)
      } + (act.map { [TableModel.Column(context.say($0.title), width: 14)] } ?? []),
      rows: rows.enumerated().map { number, row in
        zip(row.cells, columns).enumerated().map { place, pair in
          let cell = voice.inline(pair.0, under: pair.1)
          guard place == 0, let link = row.link else { return cell }
          return [.link(link, cell)]
        } + (act.map { [[.link($0.link(number), voice.inline($0.words))]] } ?? [])
      },
      nothing: context.say(Phrase(fr: "Rien à montrer ici.", en: "Nothing to show here.")))
  }

  /// A panel; nothing where it would show nothing.
  func panel(
    _ id: String, _ finding: Phrase, how: Phrase, isHalf: Bool = false, behind: [Inline] = [], _ parts: [Panel.Part?]
  ) -> Panel? {
    let parts = parts.compactMap { $0 }
    guard !parts.isEmpty else { return nil }
    return Panel(
      id: id, title: voice.inline(finding), how: voice.inline(how) + (behind.isEmpty ? [] : [.text(" ")] + behind),
      parts: parts, isHalf: isHalf)
  }

  /// A customer's sheet.
  func link(to customer: Int) -> Link { context.link(.customer(books.customers.ids[customer])) }

  /// A prospect's page, or a customer's sheet.
  func link(toSubject subject: LookAlikes.Subject) -> Link {
    switch subject {
    case .prospect(let place): context.link(.prospect(books.prospects[place].id))
    case .customer(let place): link(to: place)
    }
  }

  /// The customers of a category.
  func link(toCategory category: String?) -> Link? {
    category.map { context.link(.customers, [Link.Item("is.category", $0)]) }
  }

  /// The invoice lines of some months.
  func link(toLinesOf span: MonthSpan) -> Link { context.linesLink(span) }

  /// The rows of a report that have a value in a column.
  func link(toRowsOf report: ReportName, _ key: String, _ value: String) -> Link {
    context.link(
      .report(report), choice.items + [Link.Item("is." + key, value)], fragment: "rows")
  }

  /// A customer's name, as a cell.
  func name(of customer: Int) -> ReportCell { books.nameCell(customer) }

  /// A category's name, as a cell.
  func category(_ name: String?) -> ReportCell {
    name.map { .text($0) } ?? .tag(.init("none", .noCategory, tone: .faint))
  }
}

extension PageContext {
  /// The invoice lines of some months.
  func linesLink(_ span: MonthSpan) -> Link {
    link(.lines, [Link.Item("from", span.first.iso), Link.Item("to", span.last.iso)])
  }
}

/// A name of the data as a chart shows it: short, without marks of direction, isolated where its letters could turn
/// what surrounds it.
///
/// Source: Unicode Standard Annex #9, "Explicit Directional Isolates".
func chartName(_ name: String, to most: Int = 40) -> String {
  let short = shortened(neutralised(name), to: most)
  let isPlain = short.unicodeScalars.allSatisfy { $0.value < 0x590 }
  return isPlain ? short : "\u{2068}" + short + "\u{2069}"
}
