import Units

/// A part of a page: its finding, how it is computed, a chart, its figures, a table with its tail folded away.
struct PageSection {
  /// The part's place in the page's address.
  let id: String
  let title: Phrase
  let how: Phrase
  var chart: Markup?
  var totals: [ReportTotal] = []
  var grid = ReportGrid.none
  var notes: [Phrase] = []
  /// What stands across the page between the figures and the table.
  var across: Markup = .nothing
  /// What to bring, and why, where the part cannot be computed.
  var missing: [Phrase] = []

  /// A report as a part of a page.
  init(_ document: ReportDocument, chart: Markup? = nil) {
    id = document.name.rawValue
    title = document.title
    how = document.subtitle
    self.chart = chart
    totals = document.totals.filter { $0.label != nil }
    grid = document.table
    notes = document.notes
  }

  /// Makes a part.
  init(id: String, title: Phrase, how: Phrase) {
    self.id = id
    self.title = title
    self.how = how
  }

  /// The part's markup; `rows` stand open, as many as `tail` more are folded.
  func markup(in voice: Voice, rows: Int = 10, tail: Int = 90) -> Markup {
    .element(.section, [.id: id, .ariaLabelledby: id + "-title"]) {
      // On paper the finding, its chart and its figures stay on one sheet.
      Markup.element(.div, "lead") {
        Markup.element(.h2, [.id: id + "-title"]) { voice.markup(title) }
        Markup.element(.p, "how") { voice.markup(how) }
        if missing.isEmpty {
          side(in: voice)
        } else {
          Markup.element(.div, "missing") {
            for sentence in missing { Markup.element(.p) { voice.markup(sentence) } }
          }
        }
      }
      if missing.isEmpty {
        across
        table(in: voice, rows: rows, tail: tail)
      }
    }
  }

  /// The chart beside its figures and what limits them; without a chart, the figures beside the limits.
  private func side(in voice: Voice) -> Markup {
    let figures = Markup.element(.div) {
      if !totals.isEmpty {
        Markup.element(.dl) {
          for total in totals {
            Markup.element(.dt) { total.label.map(voice.markup) ?? .nothing }
            Markup.element(.dd) { voice.inline(total.cell).markup }
          }
        }
      }
    }
    let limits =
      notes.isEmpty
      ? []
      : [
        Markup.element(.ul, "notes") { for note in notes { Markup.element(.li) { voice.markup(note) } } }
      ]
    guard chart != nil || !totals.isEmpty || !notes.isEmpty else { return .nothing }
    return .element(.div, "side") {
      if let chart {
        chart
        Markup.element(.div) {
          figures
          limits
        }
      } else {
        if !totals.isEmpty { figures }
        limits
      }
    }
  }

  private func table(in voice: Voice, rows: Int, tail: Int) -> Markup {
    guard !grid.rows.isEmpty else { return .nothing }
    let all = grid.rows.prefix(rows + tail).map { $0 }
    let fit = ColumnFit(grid.columns, rows: all, voice: voice, width: 128)
    // A tail of a row or two is no tail.
    let open = all.count <= rows + 2 ? all.count : rows
    let rest = all.count - open
    return .group([
      ReportTable(fit: fit, rows: Array(all.prefix(open)), title: title).markup(in: voice),
      rest == 0
        ? .nothing
        : .element(.details) {
          Markup.element(.summary) {
            voice.markup(Phrase(fr: "Les \(rest) suivants", en: "The next \(rest)"))
          }
          ReportTable(fit: fit, rows: Array(all.dropFirst(open)), title: title).markup(in: voice)
          if grid.rows.count > all.count {
            Markup.element(.p, "how") {
              voice.markup(
                Phrase(
                  fr: "… et \(grid.rows.count - all.count, "autre", "autres"), dans le rapport complet.",
                  en: "… and \(grid.rows.count - all.count) more, in the full report."))
            }
          }
        },
    ])
  }
}

/// Rows under their headers, numbers on the decimal mark, the row's name as its header.
struct ReportTable {
  let fit: ColumnFit
  let rows: [[ReportCell]]
  let title: Phrase

  func markup(in voice: Voice) -> Markup {
    let total = fit.columns.reduce(0) { $0 + $1.width + 2 }
    let name =
      fit.columns.firstIndex { $0.column.key == "name" } ?? fit.columns.firstIndex { !$0.column.isNumeric } ?? 0
    return .element(.div, [.class: "scroll", .tabindex: "0", .role: "group", .ariaLabel: title.text(in: voice)]) {
      Markup.element(.table, "report") {
        Markup.element(.colgroup) {
          for column in fit.columns {
            Markup.element(.col, "w" + String(max(1, (column.width + 2) * 100 / total)))
          }
        }
        Markup.element(.thead) {
          Markup.element(.tr) {
            for (place, column) in fit.columns.enumerated() {
              Markup.element(.th, [.scope: "col", .class: style(column.column, isName: place == name)]) {
                voice.header(of: column.column)
              }
            }
          }
        }
        Markup.element(.tbody) {
          for row in rows {
            Markup.element(.tr) {
              for (place, column) in fit.columns.enumerated() {
                cell(row[column.place], column.column, isName: place == name, in: voice)
              }
            }
          }
        }
      }
    }
  }

  private func style(_ column: ReportColumn, isName: Bool) -> String {
    (column.isNumeric ? "n" : "") + (isName ? "row" : "")
  }

  private func cell(_ cell: ReportCell, _ column: ReportColumn, isName: Bool, in voice: Voice) -> Markup {
    let content = voice.inline(cell, under: column).markup
    if isName { return .element(.th, [.scope: "row"]) { content } }
    return column.isNumeric ? .element(.td, "n") { content } : .element(.td) { content }
  }
}
