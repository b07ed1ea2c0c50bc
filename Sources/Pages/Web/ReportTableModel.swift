import Ledger
import Units

/// The table of a report's rows: one page of what was asked, each row leading to what is behind it.
struct ReportTableModel {
  let model: TableModel

  /// - Parameter page: the page itself with all that is asked of it.
  init(
    _ grid: ReportGrid, id: String, caption: String, request: TableRequest, places: [Int], facets: [ReportFacet],
    page: Link, exports: [[Inline]], context: PageContext
  ) {
    let voice = context.voice
    let pages = max(1, (places.count + TableRequest.pageSize - 1) / TableRequest.pageSize)
    let number = min(request.page, pages)
    let start = (number - 1) * TableRequest.pageSize
    let shown = places[min(start, places.count)..<min(start + TableRequest.pageSize, places.count)]
    let rows = shown.map { grid.rows[$0] }
    let fit = ColumnFit(grid.columns, rows: rows, voice: voice, width: 150)
    let name =
      fit.columns.firstIndex { $0.column.key == "name" } ?? fit.columns.firstIndex { !$0.column.isNumeric } ?? 0
    let links = RowLinks(grid.columns, context: context)
    let needsTools = grid.rows.count > 10
    model = TableModel(
      id: id, caption: caption,
      columns: fit.columns.enumerated().map { place, fitted in
        TableModel.Column(
          voice.header(of: fitted.column), isNumeric: fitted.column.isNumeric, isName: place == name,
          width: fitted.width,
          sort: needsTools ? ReportTableModel.sort(fitted.column, request: request, page: page) : nil)
      },
      rows: rows.map { row in
        fit.columns.enumerated().map { place, fitted in
          let cell = voice.inline(row[fitted.place], under: fitted.column)
          let link = place == name ? links.link(of: row) : links.link(of: row[fitted.place], under: fitted.column)
          return link.map { [.link($0, cell)] } ?? cell
        }
      },
      filter: needsTools
        ? TableModel.Filter(
          link: page.with(Link.Item("q", ""), Link.Item("page", "")), text: request.text,
          label: context.say(Phrase(fr: "Chercher dans ces lignes", en: "Search these rows")),
          button: context.say(Phrase(fr: "Chercher", en: "Search"))) : nil,
      facets: facets.map { facet in ReportTableModel.facet(facet, request: request, page: page, context: context) },
      paging: pages == 1 && !needsTools
        ? nil
        : ReportTableModel.paging(
          number, of: pages, rows: places.count, start: start, shown: rows.count, page: page, context: context),
      exports: exports,
      nothing: context.say(
        request.text.isEmpty && request.only.isEmpty
          ? Phrase(fr: "Aucune ligne sur cette période.", en: "No row in this period.")
          : Phrase(
            fr: "Aucune ligne ne répond à cette recherche : élargissez-la.", en: "No row answers this search: widen it."
          )
      ))
  }

  static func sort(_ column: ReportColumn, request: TableRequest, page: Link) -> TableModel.Sort {
    let isThis = request.sort == column.key
    // Numbers are first asked for from the greatest, words from the first letter.
    let descends = isThis ? !request.isDescending : column.isNumeric || column.kind == .trend
    return TableModel.Sort(
      state: isThis ? (request.isDescending ? .descending : .ascending) : .none,
      link: page.with(Link.Item("sort", (descends ? "-" : "") + column.key), Link.Item("page", "")))
  }

  private static func facet(
    _ facet: ReportFacet, request: TableRequest, page: Link, context: PageContext
  ) -> TableModel.Facet {
    let chosen = request.only[facet.key]
    let all = TableModel.Facet.Option(
      label: context.say(Phrase(fr: "tous", en: "all")),
      link: page.with(Link.Item("is." + facet.key, ""), Link.Item("page", "")), isChosen: chosen == nil)
    return TableModel.Facet(
      label: facet.label,
      options: [all]
        + facet.values.map { value in
          TableModel.Facet.Option(
            label: value.label + " (" + context.voice.integer(value.count) + ")",
            link: page.with(Link.Item("is." + facet.key, value.code), Link.Item("page", "")),
            isChosen: chosen == value.code, isName: value.isName)
        })
  }

  static func paging(
    _ number: Int, of pages: Int, rows: Int, start: Int, shown: Int, page: Link, context: PageContext
  ) -> TableModel.Paging {
    TableModel.Paging(
      words: context.say(
        shown == 0
          ? Phrase(fr: "0 ligne", en: "0 rows")
          : pages == 1
            ? Phrase(fr: "\(rows, "ligne", "lignes")", en: "\(rows, "row", "rows")")
            : Phrase(
              fr: "\(start + 1) à \(start + shown) sur \(rows)", en: "\(start + 1) to \(start + shown) of \(rows)")),
      previous: number > 1 ? page.with(Link.Item("page", number == 2 ? "" : String(number - 1))) : nil,
      next: number < pages ? page.with(Link.Item("page", String(number + 1))) : nil,
      previousWords: context.say(Phrase(fr: "précédentes", en: "previous")),
      nextWords: context.say(Phrase(fr: "suivantes", en: "next")),
      label: context.say(Phrase(fr: "Pages du tableau", en: "Pages of the table")))
  }
}

/// What is behind the rows of a table: a customer, a prospect, an import, the lines of some months, a category's customers.
struct RowLinks {
  private let customer: Int?
  private let prospect: Int?
  private let source: Int?
  private let first: Int?
  private let last: Int?
  private let month: Int?
  private let category: Int?
  private let context: PageContext

  init(_ columns: [ReportColumn], context: PageContext) {
    func place(_ key: String) -> Int? { columns.firstIndex { $0.key == key } }
    customer = place("customer")
    prospect = place("prospect")
    source = place("import")
    first = place("firstMonth")
    last = place("lastMonth")
    month = place("month")
    category = place("category")
    self.context = context
  }

  /// What is behind a row, where its name leads.
  func link(of row: [ReportCell]) -> Link? {
    if let customer, case .text(let id) = row[customer] { return context.link(.customer(ID(id))) }
    if let prospect, case .text(let id) = row[prospect] { return context.link(.prospect(ID(id))) }
    if let source, case .text(let id) = row[source] { return context.link(.importDetail(id)) }
    if let first, let last, case .month(let from) = row[first], case .month(let to) = row[last] {
      return context.linesLink(MonthSpan(from, to))
    }
    if let category, case .text(let name) = row[category] { return link(toCategory: name) }
    if let month, case .month(let only) = row[month] { return context.linesLink(MonthSpan(only, only)) }
    return nil
  }

  /// What is behind another cell than the name.
  func link(of cell: ReportCell, under column: ReportColumn) -> Link? {
    switch (column.key, cell) {
    case ("category", .text(let name)): link(toCategory: name)
    case ("month", .month(let month)): context.linesLink(MonthSpan(month, month))
    default: nil
    }
  }

  private func link(toCategory name: String) -> Link {
    context.link(.customers, [Link.Item("is.category", name)])
  }
}
