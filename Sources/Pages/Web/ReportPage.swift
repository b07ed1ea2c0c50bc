import Ledger
import Portfolio
import Units

/// A report as a page: its finding, its figures, its charts, its table, what limits it.
public struct ReportPage: Equatable, Sendable {
  /// The finding.
  public let title: [Inline]
  /// The title of the window.
  public let plainTitle: String
  /// How it is computed, and where that is explained.
  public let how: [Inline]
  /// The report's own figures.
  public let figures: [Figure]
  /// Charts and other parts, before the table.
  public let panels: [Panel]
  /// The rows.
  public let table: TableModel?
  /// What limits the figures or explains them.
  public let notes: [[Inline]]

  /// Makes the page of a report.
  /// - Parameters:
  ///   - charts: the report's panels.
  ///   - places: the rows that the request asks for, in its order, as `ReportGrid.places(for:in:)` gives them.
  ///   - choice: what else is asked of the report; its links keep it.
  ///   - facets: the values of the columns by which rows can be looked at alone.
  public init(
    _ document: ReportDocument, charts: ReportCharts, request: TableRequest, places: [Int], facets: [ReportFacet],
    choice: ReportChoice = ReportChoice(), context: PageContext
  ) {
    let voice = context.voice
    title = voice.inline(document.title)
    plainTitle = document.title.text(in: voice)
    how =
      voice.inline(document.subtitle)
      + [
        .text(" "),
        .link(context.link(.method(document.name)), [.text(context.say(Phrase(fr: "La méthode", en: "The method")))]),
      ]
    figures = document.totals.compactMap { Figure($0, in: voice) }
    panels = charts.panels
    notes = document.notes.map { voice.inline($0) }
    let page = context.link(.report(document.name), choice.items + request.items)
    table =
      document.webGrid.columns.isEmpty
      ? nil
      : ReportTableModel(
        document.webGrid, id: "rows", caption: document.title.text(in: voice), request: request, places: places,
        facets: facets, page: page, exports: ReportPage.exports(document, choice, context: context), context: context
      ).model
  }

  private static func exports(
    _ document: ReportDocument, _ choice: ReportChoice, context: PageContext
  ) -> [[Inline]] {
    ["csv", "xlsx", "json"].map { format in
      [
        .link(
          context.link(
            .action("/api/v1/reports/" + document.name.rawValue), choice.items + [Link.Item("format", format)]),
          [.text(format.uppercased())])
      ]
    }
  }

  /// The page's content.
  public var content: [Markup] {
    [
      .element(.h1) { title.markup }, .element(.p, "sub") { how.markup }, figures.markup,
      .element(.div, "panels") { panels.map(\.markup) },
      table?.markup ?? .nothing, Panel.Part.notes(notes).markup,
    ]
  }

  /// The whole page.
  public func frame(_ context: PageContext, address: Address) -> PageFrame {
    PageFrame(context: context, address: address, title: plainTitle, content: content)
  }
}

extension ReportDocument {
  /// The rows a page shows: those of the contract, each of which can be looked behind, but for reports whose rows are
  /// too many to read.
  public var webGrid: ReportGrid {
    switch name {
    case .categories, .stakes: table
    default: grid.columns.isEmpty ? table : grid
    }
  }
}

/// The values of a column by which rows can be looked at alone.
public struct ReportFacet: Equatable, Sendable {
  /// The column's key.
  public let key: String
  /// What the column is called.
  public let label: String
  /// Its values, each with how people read it and how many rows have it.
  public let values: [Value]

  /// One value.
  public struct Value: Equatable, Sendable {
    let code: String
    let label: String
    let count: Int
    /// Whether the label is a name of the data.
    var isName = false
  }

  /// The facets of a report's rows; columns with one value or too many give none.
  public static func all(of document: ReportDocument, in voice: Voice) -> [ReportFacet] {
    let grid = document.webGrid
    guard grid.rows.count > 10 else { return [] }
    return keys(of: document.name).compactMap { key in
      guard let column = grid.columns.first(where: { $0.key == key }), let values = grid.values(of: key, in: voice),
        values.count > 1
      else { return nil }
      return ReportFacet(
        key: key, label: column.title.text(in: voice),
        values: values.map {
          Value(code: $0.code, label: $0.label, count: $0.count, isName: key == "salespersonName")
        })
    }
  }

  private static func keys(of report: ReportName) -> [String] {
    switch report {
    case .ranking: ["class"]
    case .time: ["judgement"]
    case .floors: ["misses"]
    case .tomorrow: ["band"]
    case .cleanup: ["reason"]
    case .month: ["part"]
    case .effort: ["salespersonName", "standing"]
    default: []
    }
  }
}
