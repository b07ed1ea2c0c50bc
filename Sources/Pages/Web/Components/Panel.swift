import Units

/// A part of a page: a finding, how it is computed, and what shows it.
public struct Panel: Equatable, Sendable {
  /// The part's place in the page's address.
  public let id: String
  /// The finding.
  public let title: [Inline]
  /// How it is computed, and a link to more.
  public let how: [Inline]
  /// What is shown, one under another.
  public let parts: [Part]
  /// Whether it takes half the page where there is room.
  public let isHalf: Bool

  /// What a panel shows.
  public enum Part: Equatable, Sendable {
    case chart(ChartModel)
    case table(TableModel)
    case heat(HeatTable)
    case figures([Figure])
    /// Names and values, a line each.
    case facts([Fact])
    case notes([[Inline]])
    case text([Inline])
    case empty(EmptyState)
    case actions(ActionTable)
    case form(FormModel)
    case progress(ProgressModel)
    /// What stands there until the whole panel, asked for at the link, takes its place.
    case later(Link, [Inline])
  }

  /// A name and its value.
  public struct Fact: Equatable, Sendable {
    /// What it is.
    public let label: String
    /// The value.
    public let value: [Inline]
    /// Makes a fact.
    public init(_ label: String, _ value: [Inline]) {
      self.label = label
      self.value = value
    }
  }

  /// Makes a part of a page.
  public init(id: String, title: [Inline], how: [Inline] = [], parts: [Part], isHalf: Bool = false) {
    self.id = id
    self.title = title
    self.how = how
    self.parts = parts
    self.isHalf = isHalf
  }

  var markup: Markup {
    .element(.section, [.id: id, .class: isHalf ? "panel half" : "panel", .ariaLabelledby: id + "-title"]) {
      Markup.element(.h2, [.id: id + "-title"]) { title.markup }
      if !how.isEmpty { Markup.element(.p, "how") { how.markup } }
      parts.map(\.markup)
    }
  }
}

extension Panel.Part {
  var markup: Markup {
    switch self {
    case .chart(let chart): chart.markup
    case .table(let table): table.markup
    case .heat(let heat): heat.markup
    case .figures(let figures): figures.markup
    case .facts(let facts):
      .element(.dl) {
        for fact in facts {
          Markup.element(.dt) { fact.label }
          Markup.element(.dd) { fact.value.markup }
        }
      }
    case .notes(let notes):
      notes.isEmpty
        ? .nothing : .element(.ul, "notes") { for note in notes { Markup.element(.li) { note.markup } } }
    case .text(let text): .element(.p) { text.markup }
    case .empty(let empty): empty.markup
    case .actions(let actions): actions.markup
    case .form(let form): form.markup
    case .progress(let progress): progress.markup
    case .later(let link, let meanwhile):
      .element(
        .p, [.hxGet: link.href, .hxTrigger: "load", .hxTarget: "closest section", .hxSwap: "outerHTML"]
      ) { meanwhile.markup }
    }
  }
}

/// What is missing, why it matters, how to bring it.
public struct EmptyState: Equatable, Sendable {
  /// The sentences, the first in bold.
  public let sentences: [[Inline]]
  /// What to do.
  public let action: [Inline]

  /// Makes an empty state.
  public init(_ sentences: [[Inline]], action: [Inline] = []) {
    self.sentences = sentences
    self.action = action
  }

  var markup: Markup {
    .element(.div, "missing") {
      for (place, sentence) in sentences.enumerated() {
        Markup.element(.p, place == 0 ? "head" : "") { sentence.markup }
      }
      if !action.isEmpty { Markup.element(.p, "do") { action.markup } }
    }
  }
}

/// How far something is.
public struct ProgressModel: Equatable, Sendable {
  /// What is being done.
  public let words: String
  /// The part that is done, 0…1; nothing when it cannot be told.
  public let done: Double?
  /// Where the page asks how it goes on.
  public let poll: Link?

  /// Makes a progress.
  public init(words: String, done: Double?, poll: Link? = nil) {
    self.words = words
    self.done = done
    self.poll = poll
  }

  /// The progress alone, for a page that asks how it goes on.
  public var fragment: [UInt8] {
    var bytes: [UInt8] = []
    markup.write(to: &bytes)
    return bytes
  }

  var markup: Markup {
    let asks: KeyValuePairs<Markup.Name, String> =
      poll.map { [.class: "progress", .role: "status", .hxGet: $0.href, .hxTrigger: "every 1s", .hxSwap: "outerHTML"] }
      ?? [.class: "progress", .role: "status"]
    return .element(.div, asks) {
      Markup.element(.span) { words }
      if let done {
        Markup.element(.progress, [.max: "100", .value: String(Int(done * 100)), .ariaLabel: words])
      } else {
        Markup.element(.progress, [.ariaLabel: words])
      }
    }
  }
}

/// Things to do, the most at stake first; a card each on a phone.
public struct ActionTable: Equatable, Sendable {
  /// What its columns are called.
  public struct Headers: Equatable, Sendable {
    let who: String
    let what: String
    let stake: String
  }
  /// One thing to do.
  public struct Row: Equatable, Sendable {
    let who: [Inline]
    let what: [Inline]
    let action: [Inline]
    let stake: String
  }
  let headers: Headers
  let rows: [Row]

  var markup: Markup {
    .element(.table, "first") {
      Markup.element(.thead) {
        Markup.element(.tr) {
          Markup.element(.th, [.scope: "col"]) { headers.who }
          Markup.element(.th, [.scope: "col"]) { headers.what }
          Markup.element(.th, [.scope: "col", .class: "n"]) { headers.stake }
        }
      }
      Markup.element(.tbody) {
        for row in rows {
          Markup.element(.tr) {
            Markup.element(.th, [.scope: "row"]) { row.who.markup }
            Markup.element(.td) {
              row.what.markup
              Markup.element(.small) {
                Markup.element(.b) { "→ " }
                row.action.markup
              }
            }
            Markup.element(.td, [.class: "n", .dataLabel: headers.stake]) { row.stake }
          }
        }
      }
    }
  }
}
