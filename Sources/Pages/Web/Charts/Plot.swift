import Units

/// A chart and its table out of the same cells: what is drawn and what is read cannot differ.
struct Plot {
  /// One column that is drawn.
  struct Line {
    /// The column's place among the plot's columns.
    let column: Int
    let form: ChartModel.Form
    var tone = ChartModel.Tone.accent
    /// What stands at its end; the column's title where it is not said.
    var label: Phrase?
    /// Whether each of its points carries its figure.
    var showsFigures = false
  }

  /// One place along the chart and one row of the table.
  struct Row {
    /// A cell for each column, the first its name.
    let cells: [ReportCell]
    /// Where it stands; its place among the rows where it is not said.
    var x: Double?
    /// How high it stands where that is not its figure: on the edge, for one that would squash all others.
    var y: Double?
    /// What is behind it.
    var link: Link?
    var tone: ChartModel.Tone?
    /// What stands beside its points instead of their figures.
    var label: Phrase?
    /// In a waterfall, whether it stands on the axis.
    var isBase = false
  }

  let id: String
  let kind: ChartModel.Kind
  /// What it shows.
  let title: Phrase
  /// The columns of the table, the first names the rows.
  let columns: [ReportColumn]
  let lines: [Line]
  let rows: [Row]
  /// The axis of numbers; nothing where rows stand by their names.
  var across: ChartModel.Axis?
  /// The axis of amounts, where it is not the first line's.
  var up: ChartModel.Axis?
  var marks: [ChartModel.Mark] = []
  var levels: [ChartModel.Level] = []
  var isStacked = false

  /// The chart, or nothing where there is no amount to draw.
  func part(_ writer: PanelWriter) -> Panel.Part? { model(writer).map { .chart($0) } }

  /// The chart as a model.
  func model(_ writer: PanelWriter) -> ChartModel? {
    let series = lines.map { line in
      ChartModel.Series(
        writer.say(columns[line.column].title), line.form, tone: line.tone,
        points: rows.enumerated().compactMap { place, row in point(row, at: place, of: line, writer) },
        label: lines.count == 1 && line.label == nil ? "" : writer.say(line.label ?? columns[line.column].title))
    }.filter { !$0.points.isEmpty }
    guard let first = lines.first, !series.isEmpty else { return nil }
    return ChartModel(
      id: id, kind, title: writer.say(title),
      x: across
        ?? ChartModel.Axis(
          writer.say(columns[0].title),
          names: rows.map { writer.words(of: $0.cells[0], most: kind == .lying ? 64 : 40) }),
      y: up ?? ChartModel.Axis(writer.say(columns[first.column].title), unit: columns[first.column].unit),
      series: series, marks: marks, levels: levels, isStacked: isStacked,
      table: writer.table(
        id + "-table", title, columns, rows.map { PanelWriter.Row(cells: $0.cells, link: $0.link) }),
      voice: writer.voice)
  }

  private func point(_ row: Row, at place: Int, of line: Line, _ writer: PanelWriter) -> ChartModel.Point? {
    guard let height = row.cells[line.column].height else { return nil }
    return ChartModel.Point(
      row.x ?? Double(place), row.y ?? height, words: words(row, line, writer), link: row.link, tone: row.tone,
      label: row.label.map { writer.say($0) }
        ?? (line.showsFigures ? writer.voice.short(row.cells[line.column]) : ""), isBase: row.isBase)
  }

  /// What a point says under the pointer: its name and figure; all figures of the row where points stand alone.
  private func words(_ row: Row, _ line: Line, _ writer: PanelWriter) -> String {
    let shown = line.form == .point ? Array(columns.indices.dropFirst()) : [line.column]
    let figures = shown.filter { $0 > 0 }.map { place in
      writer.say(columns[place].title) + writer.say(Phrase(fr: " : ", en: ": "))
        + writer.words(of: row.cells[place])
    }
    return ([writer.words(of: row.cells[0])] + figures).joined(separator: "\n")
  }
}

extension ReportColumn {
  /// What an axis of such amounts measures.
  var unit: ChartModel.Unit {
    switch kind {
    case .euros, .cents: .euros
    case .percent: .percent
    case .hours: .hours
    default: .count
    }
  }
}

extension ReportCell {
  /// How high the cell stands on its axis; nothing for words and what is not known.
  var height: Double? {
    switch self {
    case .cents(let money): money.height
    case .share(let share): share
    case .number(let number): number
    case .integer(let number): Double(number)
    case .minutes(let minutes): Double(minutes) / 60
    default: nil
    }
  }
}

extension Cents {
  /// The amount on an axis of euros.
  var height: Double { Double(value) / 100 }
}

extension Voice {
  /// A figure as it stands beside its mark.
  func short(_ cell: ReportCell) -> String {
    switch cell {
    case .cents(let money): compactEuros(money)
    case .share(let share): percent(share, digits: share != 0 && share.magnitude < 0.1 ? 1 : 0)
    case .number(let value): number(value, digits: 1)
    default: text(of: cell)
    }
  }
}
