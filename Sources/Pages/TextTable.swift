import Units

/// A report for a terminal: the finding, its figures, a table aligned to the cell, what limits it.
public struct TextTable: Sendable {
  /// How a terminal shows things.
  public struct Style: Hashable, Sendable {
    /// Whether to use colours and bold.
    public let isColored: Bool
    /// The terminal's width in cells; nothing means as wide as it needs.
    public let width: Int?
    /// The most rows shown; nothing shows all.
    public let rows: Int?

    /// Makes a style.
    public init(isColored: Bool = false, width: Int? = 100, rows: Int? = 20) {
      self.isColored = isColored
      self.width = width.map { max($0, 40) }
      self.rows = rows
    }
  }

  private let title: Phrase
  private let subtitle: Phrase?
  private let totals: [ReportTotal]
  private let grid: ReportGrid
  private let remarks: [Phrase]
  private let voice: Voice
  private let style: Style
  private let fit: ColumnFit
  private let shown: [[ReportCell]]
  /// The columns that hold nothing in any row shown.
  private let blank: [ReportColumn]

  /// Lays a report out.
  public init(_ document: ReportDocument, in voice: Voice, style: Style = Style()) {
    self.init(
      title: document.title, subtitle: document.subtitle, totals: document.totals, grid: document.table,
      notes: document.notes, in: voice, style: style)
  }

  /// Lays out what is not a report of its own.
  init(
    title: Phrase, subtitle: Phrase?, totals: [ReportTotal], grid: ReportGrid, notes: [Phrase], in voice: Voice,
    style: Style
  ) {
    self.title = title
    self.subtitle = subtitle
    self.totals = totals
    self.grid = grid
    remarks = notes
    self.voice = voice
    self.style = style
    // A line that says "… and 1 more" would take the room of the row itself.
    let limit = style.rows.map { grid.rows.count == $0 + 1 ? $0 + 1 : $0 } ?? grid.rows.count
    shown = grid.rows.prefix(limit).map { $0 }
    let rows = shown
    let without = grid.columns.indices.filter { place in
      grid.columns[place].place != .hidden && !rows.isEmpty && rows.allSatisfy { $0[place].isBlank }
    }
    blank = without.map { grid.columns[$0] }
    fit = ColumnFit(grid.columns, rows: shown, without: Set(without), voice: voice, width: style.width)
  }

  /// The report as text, each line ended.
  public var text: String {
    var parts = [paragraph(title.text(in: voice, name: neutralised)).map(bold)]
    if let subtitle { parts[0] += paragraph(subtitle.text(in: voice, name: neutralised)).map(faint) }
    parts.append(figures)
    parts.append(table)
    parts.append(notes)
    return parts.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
  }

  /// The lines of the table alone; all take the same width.
  public var table: [String] {
    guard !fit.columns.isEmpty, !shown.isEmpty else { return [] }
    let headers = fit.columns.map { wrapped(voice.header(of: $0.column), to: $0.width) }
    let height = headers.map(\.count).max() ?? 0
    let header = (0..<height).map { line in
      zip(fit.columns, headers).map { column, lines in
        let place = line - (height - lines.count)
        return pad(place < 0 ? "" : lines[place], column)
      }.joined(separator: "  ")
    }
    let rule = fit.columns.map { String(repeating: "─", count: $0.width) }.joined(separator: "──")
    let lines = shown.map { row in
      fit.columns.map { pad(voice.plain(row[$0.place], under: $0.column), $0, cell: row[$0.place]) }
        .joined(separator: "  ")
    }
    return header.map(faint) + [faint(rule)] + lines
  }

  private var figures: [String] {
    let labelled = totals.compactMap { total in
      total.label.map { ($0.text(in: voice), voice.plain(total.cell)) }
    }
    let width = labelled.map { displayWidth($0.0) }.max() ?? 0
    return labelled.flatMap { label, value -> [String] in
      let gap = String(repeating: " ", count: width - displayWidth(label) + 2)
      let room = style.width.map { max(20, $0 - width - 2) }
      let lines = room.map { wrapped(value, to: $0) } ?? [value]
      return zip(lines.indices, lines).map { place, line in
        place == 0 ? faint(label) + gap + line : String(repeating: " ", count: width + 2) + line
      }
    }
  }

  private var notes: [String] {
    var notes: [Phrase] = []
    let left = grid.rows.count - shown.count
    if left > 0 {
      notes.append(Phrase(fr: "… et \(left, "autre", "autres").", en: "… and \(left) more."))
    }
    if !blank.isEmpty {
      let names = blank.map { voice.header(of: $0) }.joined(separator: " · ")
      notes.append(Phrase(fr: "Vide dans ces lignes : \(name: names).", en: "Empty in these rows: \(name: names)."))
    }
    if !fit.dropped.isEmpty {
      let names = fit.dropped.map { voice.header(of: $0) }.joined(separator: " · ")
      notes.append(
        Phrase(
          fr: "Faute de place, sans : \(name: names). Un terminal plus large ou --format csv les montre.",
          en: "Not shown for want of room: \(name: names). A wider terminal or --format csv shows them."))
    }
    return (notes + remarks).flatMap { paragraph($0.text(in: voice, name: neutralised)).map(faint) }
  }

  private func paragraph(_ text: String) -> [String] { style.width.map { wrapped(text, to: $0) } ?? [text] }

  private func pad(_ text: String, _ layout: ColumnFit.Fitted, cell: ReportCell? = nil) -> String {
    let short = shortened(text, to: layout.width)
    let gap = String(repeating: " ", count: layout.width - displayWidth(short))
    let colored = cell.map { tinted(short, $0) } ?? short
    return layout.column.isNumeric ? gap + colored : colored + gap
  }

  private func bold(_ text: String) -> String { style.isColored ? "\u{1B}[1m" + text + "\u{1B}[0m" : text }
  private func faint(_ text: String) -> String { style.isColored ? "\u{1B}[2m" + text + "\u{1B}[0m" : text }

  private func tinted(_ text: String, _ cell: ReportCell) -> String {
    guard style.isColored else { return text }
    switch cell {
    case .cents(let money) where money < .zero: return "\u{1B}[31m" + text + "\u{1B}[0m"
    case .share(let share) where share < 0: return "\u{1B}[31m" + text + "\u{1B}[0m"
    case .tag(let tag) where tag.tone == .bad: return "\u{1B}[31m" + text + "\u{1B}[0m"
    case .tag(let tag) where tag.tone == .good: return "\u{1B}[32m" + text + "\u{1B}[0m"
    case .unknown: return faint(text)
    default: return text
    }
  }
}

extension ReportCell {
  /// Whether it holds nothing, not even why.
  fileprivate var isBlank: Bool {
    switch self {
    case .unknown(nil), .text(""), .list([]): true
    default: false
    }
  }
}

extension Voice {
  /// A cell for a terminal, the data's own texts made harmless.
  func plain(_ cell: ReportCell, under column: ReportColumn) -> String {
    neutralised(text(of: cell, under: column))
  }

  /// A cell that stands alone, for a terminal.
  func plain(_ cell: ReportCell) -> String { neutralised(text(of: cell)) }
}
