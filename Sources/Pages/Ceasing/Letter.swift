import Units

/// A letter ready to be signed: paragraphs of text in which blanks stand out.
public struct Letter: Equatable, Sendable {
  /// A paragraph.
  public struct Paragraph: Equatable, Sendable {
    /// Where it stands.
    public let place: Place
    /// Its lines.
    public let lines: [[Piece]]
  }

  /// Where a paragraph stands.
  public enum Place: Equatable, Sendable {
    case left
    /// On the right half, where a window envelope shows it.
    case right
    /// A heading.
    case heading
  }

  /// A part of a line.
  public enum Piece: Equatable, Sendable {
    case text(String)
    /// What is missing.
    case blank(String)
  }

  /// The paragraphs, in order.
  public let paragraphs: [Paragraph]
  /// In which language.
  public let language: Language

  /// Fills in a template.
  public init(_ template: LetterTemplate, _ values: LetterValues, in language: Language) {
    self.init(template.filled(with: values), in: language) {
      language == .fr ? French.typeset($0) : English.typeset($0)
    }
  }

  /// The letter as it was kept, no mark of it changed.
  public init(kept text: String, in language: Language) { self.init(text, in: language) { $0 } }

  private init(_ text: String, in language: Language, typeset: (String) -> String) {
    self.language = language
    var blocks: [[Substring]] = [[]]
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.allSatisfy(\.isWhitespace) {
        blocks.append([])
      } else {
        blocks[blocks.count - 1].append(line)
      }
    }
    paragraphs = blocks.filter { !$0.isEmpty }.map { lines in
      let (place, first) = Self.place(lines[0])
      return Paragraph(
        place: place,
        lines: ([first] + lines.dropFirst()).map { line in
          Self.pieces(typeset(String(line)))
        })
    }
  }

  /// What has to be filled in by hand.
  public var blanks: [String] {
    paragraphs.flatMap(\.lines).joined().compactMap { if case .blank(let words) = $0 { words } else { nil } }
  }

  /// What has to be filled in by hand, in a sentence of the letter's language; nothing where all is known.
  public var asked: String? {
    let missing = blanks
    guard !missing.isEmpty else { return nil }
    let list = missing.joined(separator: ", ")
    return language == .fr ? French.typeset("À remplir : \(list).") : English.typeset("To be filled in: \(list).")
  }

  /// The letter as plain text, blanks in brackets.
  public var text: String {
    paragraphs.map { paragraph in
      paragraph.lines.map { line in
        (paragraph.place == .right ? String(repeating: " ", count: 40) : "")
          + line.map { piece in
            switch piece {
            case .text(let text): text
            case .blank(let words): "[" + words + "]"
            }
          }.joined()
      }.joined(separator: "\n")
    }.joined(separator: "\n\n") + "\n"
  }

  /// The letter as it is kept: its lines with the marks of a template, blanks between their own.
  var kept: String {
    let (open, close) = (String(LetterValues.blankMarks.open), String(LetterValues.blankMarks.close))
    return paragraphs.map { paragraph in
      paragraph.place.mark
        + paragraph.lines.map { line in
          line.map { piece in
            switch piece {
            case .text(let text): text
            case .blank(let words): open + words + close
            }
          }.joined()
        }.joined(separator: "\n")
    }.joined(separator: "\n\n")
  }

  private static func place(_ line: Substring) -> (Place, Substring) {
    if line.hasPrefix(">>") { return (.right, line.dropFirst(2).drop { $0 == " " }) }
    if line.hasPrefix("##") { return (.heading, line.dropFirst(2).drop { $0 == " " }) }
    return (.left, line)
  }

  private static func pieces(_ line: String) -> [Piece] {
    var pieces: [Piece] = []
    var rest = line[...]
    while let start = rest.firstIndex(of: LetterValues.blankMarks.open) {
      if start > rest.startIndex { pieces.append(.text(String(rest[..<start]))) }
      let inner = rest[rest.index(after: start)...]
      let end = inner.firstIndex(of: LetterValues.blankMarks.close) ?? inner.endIndex
      pieces.append(.blank(String(inner[..<end])))
      rest = end < inner.endIndex ? inner[inner.index(after: end)...] : inner[end...]
    }
    if !rest.isEmpty { pieces.append(.text(String(rest))) }
    return pieces
  }
}

extension Letter {
  /// The letter on its sheet.
  var markup: Markup { markup(namesBlanks: false) }

  /// - Parameter namesBlanks: whether blanks hold the names of a template's values and not what is missing.
  func markup(namesBlanks: Bool) -> Markup {
    .element(.article, [.class: "letter", .lang: language.rawValue]) {
      for paragraph in paragraphs {
        Markup.element(.p, paragraph.place.style) {
          for (place, line) in paragraph.lines.enumerated() {
            if place > 0 { Markup.element(.br) }
            line.map { $0.markup(namesBlank: namesBlanks) }
          }
        }
      }
    }
  }
}

extension Letter.Place {
  /// What stands before a paragraph of the place in a template.
  fileprivate var mark: String {
    switch self {
    case .left: ""
    case .right: ">> "
    case .heading: "## "
    }
  }

  /// The name of the place in the style sheet.
  fileprivate var style: String {
    switch self {
    case .left: ""
    case .right: "right"
    case .heading: "heading"
    }
  }
}

extension Letter.Piece {
  fileprivate func markup(namesBlank: Bool) -> Markup {
    switch self {
    case .text(let text): .text(text)
    case .blank(let name) where namesBlank: .element(.code, "blank") { "[" + name + "]" }
    case .blank(let words): .element(.span, "blank") { "[" + words + "]" }
    }
  }
}
