import Units

/// A table as a page shows it: formatted, sortable, filterable, a page of it at a time.
public struct TableModel: Equatable, Sendable {
  /// A column.
  public struct Column: Equatable, Sendable {
    let title: String
    let isNumeric: Bool
    /// Whether its cells name their rows.
    let isName: Bool
    /// The least width in letters.
    let width: Int
    let sort: Sort?

    /// Makes a column.
    public init(_ title: String, isNumeric: Bool = false, isName: Bool = false, width: Int = 8, sort: Sort? = nil) {
      self.title = title
      self.isNumeric = isNumeric
      self.isName = isName
      self.width = width
      self.sort = sort
    }
  }

  /// How a column is sorted now, and where sorting it otherwise leads.
  public struct Sort: Equatable, Sendable {
    /// Which way.
    public enum State: Equatable, Sendable { case none, ascending, descending }
    let state: State
    let link: Link
  }

  /// A part of the rows that can be looked at alone.
  public struct Facet: Equatable, Sendable {
    let label: String
    let options: [Option]
    /// One value of a facet.
    public struct Option: Equatable, Sendable {
      let label: String
      let link: Link
      let isChosen: Bool
      /// Whether the label is a name of the data.
      var isName = false

      fileprivate var words: Markup { isName ? .element(.bdi) { label } : .text(label) }
    }
  }

  /// How rows are searched.
  public struct Filter: Equatable, Sendable {
    /// The page itself, with what stays as it is.
    let link: Link
    let text: String
    let label: String
    let button: String
  }

  /// Which rows are shown out of how many.
  public struct Paging: Equatable, Sendable {
    let words: String
    let previous: Link?
    let next: Link?
    let previousWords: String
    let nextWords: String
    let label: String
  }

  /// The table's place in the page.
  public let id: String
  /// What it shows, for those who do not see it.
  public let caption: String
  /// The columns.
  public let columns: [Column]
  /// The rows; each has a cell for each column.
  public let rows: [[[Inline]]]
  /// How rows are searched, where there are enough of them.
  public let filter: Filter?
  /// Parts that can be looked at alone.
  public let facets: [Facet]
  /// Which page of how many.
  public let paging: Paging?
  /// The same rows as files.
  public let exports: [[Inline]]
  /// What stands in place of rows where none fits.
  public let nothing: String

  /// Makes a table.
  public init(
    id: String, caption: String, columns: [Column], rows: [[[Inline]]], filter: Filter? = nil, facets: [Facet] = [],
    paging: Paging? = nil, exports: [[Inline]] = [], nothing: String = ""
  ) {
    precondition(rows.allSatisfy { $0.count == columns.count }, "a cell for each column")
    self.id = id
    self.caption = caption
    self.columns = columns
    self.rows = rows
    self.filter = filter
    self.facets = facets
    self.paging = paging
    self.exports = exports
    self.nothing = nothing
  }

  var markup: Markup {
    .element(.div, [.class: "table", .id: id]) {
      if let filter { search(filter) }
      Markup.element(.div, [.class: "results", .id: results]) {
        facets.map(\.markup)
        if rows.isEmpty {
          Markup.element(.p, "none") { nothing }
        } else {
          Markup.element(.div, [.class: "scroll", .tabindex: "0", .role: "group", .ariaLabel: caption]) {
            Markup.element(.table, "report") {
              head
              Markup.element(.tbody) { for row in rows { line(row) } }
            }
          }
        }
        if paging != nil || !exports.isEmpty { foot }
      }
    }
  }

  /// What is exchanged when something else is asked; the search field stays, and with it the cursor.
  private var results: String { id + "-results" }

  private var head: Markup {
    .element(.thead) {
      Markup.element(.tr) {
        for column in columns {
          let attributes =
            [(name: Markup.Name.scope, value: "col"), (name: .class, value: style(column))]
            + (column.sort.map { $0.state.attributes } ?? [])
          if let sort = column.sort {
            Markup.element(
              .th, attributes,
              [
                .element(.a, target(sort.link)) {
                  column.title
                  if let mark = sort.state.mark { Markup.element(.span, [.ariaHidden: "true"]) { mark } }
                }
              ])
          } else {
            Markup.element(.th, attributes, [.text(column.title)])
          }
        }
      }
    }
  }

  private func line(_ row: [[Inline]]) -> Markup {
    .element(.tr) {
      for (column, cell) in zip(columns, row) {
        if column.isName {
          Markup.element(.th, [.scope: "row"]) { cell.markup }
        } else if column.isNumeric {
          Markup.element(.td, [.class: "n", .dataLabel: column.title]) { cell.markup }
        } else {
          Markup.element(.td, [.dataLabel: column.title]) { cell.markup }
        }
      }
    }
  }

  private func search(_ filter: Filter) -> Markup {
    .element(
      .form,
      [
        .class: "filter", .method: "get", .action: filter.link.address.path, .role: "search",
        .hxGet: filter.link.address.path, .hxTrigger: "input delay:200ms, submit", .hxTarget: "#" + results,
        .hxSelect: "#" + results, .hxSwap: "outerHTML", .hxPushUrl: "true",
      ]
    ) {
      for item in filter.link.query {
        Markup.element(.input, [.type: "hidden", .name: item.name, .value: item.value])
      }
      Markup.element(
        .input,
        [
          .type: "search", .name: "q", .value: filter.text, .placeholder: filter.label, .ariaLabel: filter.label,
          .autocomplete: "off",
        ])
      Markup.element(.button, [.type: "submit", .class: "quiet"]) { filter.button }
    }
  }

  private var foot: Markup {
    .element(.div, "table-foot") {
      if let paging {
        Markup.element(.nav, [.class: "paging", .ariaLabel: paging.label]) {
          Markup.element(.span, [.ariaLive: "polite"]) { paging.words }
          if let previous = paging.previous {
            Markup.element(.a, target(previous)) { "← " + paging.previousWords }
          }
          if let next = paging.next { Markup.element(.a, target(next)) { paging.nextWords + " →" } }
        }
      }
      if !exports.isEmpty {
        Markup.element(.p, "exports") {
          for (place, export) in exports.enumerated() {
            if place > 0 { " · " }
            export.markup
          }
        }
      }
    }
  }

  /// A link that exchanges the table in place, and the whole page where scripts do not run.
  private func target(_ link: Link) -> KeyValuePairs<Markup.Name, String> {
    [
      .href: link.href, .hxGet: link.href, .hxTarget: "#" + results, .hxSelect: "#" + results,
      .hxSwap: "outerHTML show:none", .hxPushUrl: "true",
    ]
  }

  private func style(_ column: Column) -> String {
    [column.isNumeric ? "n" : "", column.isName ? "row" : "", column.sort == nil ? "" : "sorts"]
      .filter { !$0.isEmpty }.joined(separator: " ")
  }
}

extension TableModel.Sort.State {
  fileprivate var attributes: [(name: Markup.Name, value: String)] {
    switch self {
    case .none: []
    case .ascending: [(name: .ariaSort, value: "ascending")]
    case .descending: [(name: .ariaSort, value: "descending")]
    }
  }
  fileprivate var mark: String? {
    switch self {
    case .none: nil
    case .ascending: Mark.noBreak + "↑"
    case .descending: Mark.noBreak + "↓"
    }
  }
}

extension TableModel.Facet {
  fileprivate var markup: Markup {
    .element(.nav, [.class: "facet", .ariaLabel: label]) {
      Markup.element(.span) { label }
      for option in options {
        option.isChosen
          ? Markup.element(.a, [.href: option.link.href, .ariaCurrent: "true"]) { option.words }
          : Markup.element(.a, [.href: option.link.href]) { option.words }
      }
    }
  }
}
