import Units

/// A run of text as a page shows it: formatted, in one language, with what kind of text it is.
public indirect enum Inline: Equatable, Sendable {
  /// Our own words and figures.
  case text(String)
  /// A name out of the data: isolated, so that its direction stays its own.
  case name(String)
  /// A word of a file or a program, the same in every language.
  case code(String)
  /// Good or bad news, always with a sign or a word beside the colour.
  case toned(ReportCell.Tone, [Inline])
  case link(Link, [Inline])
  /// Words that matter.
  case strong([Inline])
  /// What stands there and why, under the pointer.
  case hint(String, [Inline])
  /// A series as a small picture, with its words for those who do not see it.
  case trend([Cents], first: String, last: String)

  /// The text alone.
  public var plain: String {
    switch self {
    case .text(let text), .name(let text), .code(let text): text
    case .toned(_, let parts), .link(_, let parts), .strong(let parts), .hint(_, let parts): parts.plain
    case .trend(_, let first, let last): first + " → " + last
    }
  }
}

extension [Inline] {
  /// The text alone.
  public var plain: String { map(\.plain).joined() }
}

extension Voice {
  /// A sentence, its names apart.
  public func inline(_ phrase: Phrase) -> [Inline] {
    phrase.pieces(in: language).map { piece in
      if case .name(let name) = piece { .name(name) } else { .text(text(of: piece)) }
    }
  }

  /// A cell under its column's header.
  func inline(_ cell: ReportCell, under column: ReportColumn) -> [Inline] {
    inline(cell, text: text(of: cell, under: column))
  }

  /// A cell that stands alone.
  func inline(_ cell: ReportCell) -> [Inline] { inline(cell, text: text(of: cell)) }

  private func inline(_ cell: ReportCell, text: String) -> [Inline] {
    switch cell {
    case .text(let name): [.name(name)]
    case .phrase(let phrase): inline(phrase)
    case .cents(let money) where money < .zero: [.toned(.bad, [.text(text)])]
    case .share(let share) where share < 0: [.toned(.bad, [.text(text)])]
    case .tag(let tag) where tag.tone == .plain: inline(tag.label)
    case .tag(let tag): [.toned(tag.tone, inline(tag.label))]
    case .unknown(let reason):
      reason.map { [.hint($0.text(in: self), [.toned(.faint, [.text(text)])])] } ?? [.toned(.faint, [.text(text)])]
    case .trend(let amounts):
      amounts.isEmpty
        ? []
        : [.trend(amounts, first: compactEuros(amounts[0]), last: compactEuros(amounts[amounts.count - 1]))]
    case .list(let cells):
      cells.enumerated().flatMap { place, part in
        (place == 0 ? [] : [Inline.text(" · ")]) + inline(part, text: self.text(of: part))
      }
    default: [.text(text)]
    }
  }
}

extension Inline {
  var markup: Markup {
    switch self {
    case .text(let text): hasEndlessWord(text) ? .element(.span, "long") { text } : .text(text)
    case .name(let name): hasEndlessWord(name) ? .element(.bdi, "long") { name } : .element(.bdi) { name }
    case .code(let word): .element(.code) { word }
    case .toned(let tone, let parts): .element(.span, tone.style) { parts.markup }
    case .link(let link, let parts): .element(.a, [.href: link.href]) { parts.markup }
    case .strong(let parts): .element(.strong) { parts.markup }
    case .hint(let words, let parts): .element(.span, [.title: words]) { parts.markup }
    case .trend(let amounts, let first, let last): trendPicture(amounts, title: first + " → " + last)
    }
  }
}

/// Whether a text has a word that no column has room for, so that it is broken anywhere; other words stay whole.
private func hasEndlessWord(_ text: String) -> Bool {
  var run = 0
  for byte in text.utf8 {
    run = byte == 0x20 || byte == 0x2D ? 0 : run + 1
    if run > 28 { return true }
  }
  return false
}

extension [Inline] {
  var markup: [Markup] { map(\.markup) }
}

extension ReportCell.Tone {
  /// The name of the tone in the style sheet.
  var style: String {
    switch self {
    case .plain: "plain"
    case .good: "good"
    case .bad: "bad"
    case .faint: "faint"
    }
  }
}

/// A series as a line in a table's cell.
func trendPicture(_ amounts: [Cents], title: String, description: String? = nil) -> Markup {
  var drawing = Drawing(width: 96, height: 22)
  let across = Scale(low: 0, high: Double(max(amounts.count - 1, 1)), from: 3, to: 93)
  let values = amounts.map { Double($0.value) }
  let up = Scale(low: min(0, values.min() ?? 0), high: max(values.max() ?? 0, 1), from: 20, to: 3)
  drawing.line(3, up(0), 93, up(0), .grid)
  drawing.path(values.enumerated().map { (x: across(Double($0)), y: up($1)) }, .curve)
  return drawing.markup("cell", title: title, description: description ?? title)
}
