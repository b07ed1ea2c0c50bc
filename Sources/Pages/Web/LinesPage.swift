import Ledger
import Portfolio
import Units

/// Which lines a person looks at, as the address says it, with what it names.
public struct LineFilter: Equatable, Sendable {
  /// Whose lines.
  public let whose: LineRequest.Whose
  /// Of which months.
  public let span: MonthSpan?
  /// Of which day.
  public let day: Day?
  /// Of which range.
  public let range: LineRequest.RangeChoice?
  /// Of which invoice.
  public let invoice: String?
  /// Of which import.
  public let importID: String?

  /// Makes a filter.
  public init(
    whose: LineRequest.Whose, span: MonthSpan? = nil, day: Day? = nil, range: LineRequest.RangeChoice? = nil,
    invoice: String? = nil, importID: String? = nil
  ) {
    self.whose = whose
    self.span = span
    self.day = day
    self.range = range
    self.invoice = invoice
    self.importID = importID
  }

  /// Why an address names no lines.
  public enum Fault: Error, Equatable { case notUnderstood(String) }

  /// The filter of an address's items: `customer=`, `unattributed=1`, `from=`, `to=`, `day=`, `range=`, `norange=1`,
  /// `invoice=`, `import=`; of months told by one end alone, the other is that of `history`.
  public init(items: [Link.Item], history: MonthSpan?) throws(Fault) {
    func value(_ name: String) -> String? { items.first { $0.name == name && !$0.value.isEmpty }?.value }
    func month(_ name: String) throws(Fault) -> Month? {
      guard let text = value(name) else { return nil }
      guard let month = Month(iso: text) else { throw .notUnderstood(text) }
      return month
    }
    let (from, to) = (try month("from"), try month("to"))
    var span: MonthSpan?
    if from != nil || to != nil {
      let first = from ?? min(history?.first ?? to ?? Month(number: 0), to ?? Month(number: 0))
      let last = to ?? max(history?.last ?? first, first)
      guard first <= last else { throw .notUnderstood(first.iso + " – " + last.iso) }
      span = MonthSpan(first, last)
    }
    var day: Day?
    if let text = value("day") {
      guard let found = Day(iso: text) else { throw .notUnderstood(text) }
      day = found
    }
    self.init(
      whose: value("unattributed") == "1" ? .nobody : value("customer").map { .customer(ID($0)) } ?? .everybody,
      span: span, day: day,
      range: value("norange") == "1" ? LineRequest.RangeChoice.none : value("range").map { .named($0) },
      invoice: value("invoice"), importID: value("import"))
  }

  /// The items of the address that asks for this.
  var items: [Link.Item] {
    var items: [Link.Item] = []
    switch whose {
    case .everybody: break
    case .nobody: items.append(.init("unattributed", "1"))
    case .customer(let id): items.append(.init("customer", id.text))
    }
    if let span { items += [.init("from", span.first.iso), .init("to", span.last.iso)] }
    if let day { items.append(.init("day", day.iso)) }
    switch range {
    case nil: break
    case .some(.none): items.append(.init("norange", "1"))
    case .some(.named(let name)): items.append(.init("range", name))
    }
    if let invoice { items.append(.init("invoice", invoice)) }
    if let importID { items.append(.init("import", importID)) }
    return items
  }
}

/// The invoice lines behind a figure, and what all of them come to.
public struct LinesPage: Equatable, Sendable {
  /// The way back to where the figure stands.
  public let back: [Inline]
  /// Whose lines, how many, their sum.
  public let title: [Inline]
  /// Sums to the cent.
  public let figures: [Figure]
  /// The lines.
  public let table: TableModel
  /// What is in no sum.
  public let notes: [[Inline]]
  /// The title of the window.
  public let plainTitle: String
  private let filter: LineFilter

  /// Lines on a page.
  public static let pageSize = 100

  /// The file that an import brought.
  public struct Source: Equatable, Sendable {
    /// The import.
    public let id: String
    /// The file's name.
    public let file: String

    /// Makes a source.
    public init(id: String, file: String) {
      self.id = id
      self.file = file
    }
  }

  /// Makes a page of lines.
  /// - Parameters:
  ///   - page: the lines, and what all of them come to.
  ///   - request: how they are sorted, and which page this is.
  ///   - sources: the files by the sequence of their imports.
  public init(
    _ page: LinePage, filter: LineFilter, request: TableRequest, books: Books, sources: [Int: Source],
    context: PageContext
  ) {
    let voice = context.voice
    let link = context.link(.lines, filter.items + request.items)
    let words = LineWords(
      filter: filter, books: books, sources: sources, request: request, page: link, context: context)
    let number = request.page
    self.filter = filter
    let finding = words.subject + LineWords.sum(page)
    title = voice.inline(finding)
    plainTitle = finding.text(in: voice)
    back = words.back
    let costs = page.costedRevenue - page.directCost
    let costed = Share(page.costedRevenue, of: page.revenue)
    figures = [
      Figure(
        label: context.say(ReportColumn.revenue().title), value: [.text(voice.euros(page.revenue, cents: true))]),
      Figure(
        label: context.say(Phrase(fr: "Coût direct", en: "Direct cost")),
        value: page.costedRevenue == .zero && page.directCost == .zero
          ? voice.inline(.unknown(.marginUnknown)) : [.text(voice.euros(page.directCost, cents: true))],
        context: page.costedRevenue == page.revenue
          ? []
          : [
            voice.inline(
              Phrase(
                fr: "connu pour \(percent: costed?.value ?? 0) du chiffre d'affaires",
                en: "known for \(percent: costed?.value ?? 0) of the revenue"))
          ]),
      Figure(
        label: context.say(Phrase(fr: "Marge brute", en: "Gross margin")),
        value: page.costedRevenue == page.revenue && page.count > page.waiting
          ? [.text(voice.euros(costs, cents: true))] : voice.inline(.unknown(.marginUnknown))),
      Figure(
        label: context.say(Phrase(fr: "Lignes", en: "Lines")), value: [.text(voice.integer(page.count))]),
    ]
    let pages = max(1, (page.count + LinesPage.pageSize - 1) / LinesPage.pageSize)
    table = TableModel(
      id: "lines", caption: finding.text(in: voice), columns: words.columns,
      rows: page.lines.map { words.row($0) },
      paging: pages == 1
        ? nil
        : ReportTableModel.paging(
          number, of: pages, rows: page.count, start: (number - 1) * LinesPage.pageSize, shown: page.lines.count,
          page: link, context: context),
      exports: page.count == 0 ? [] : [[.link(Link(.action("/lines.csv"), link.query), [.text("CSV")])]],
      nothing: context.say(
        Phrase(fr: "Aucune ligne de facture n'est là-derrière.", en: "No invoice line stands behind this.")))
    notes =
      page.waiting == 0
      ? []
      : [
        voice.inline(
          Phrase(
            fr: "\(page.waiting, "ligne attend", "lignes attendent") un prix : dans aucune somme.",
            en: "\(page.waiting, "line waits", "lines wait") for a price: in no sum."))
      ]
  }

  /// The page's content.
  public var content: [Markup] {
    [
      .element(.p, "back") { back.markup }, .element(.h1) { title.markup }, figures.markup, table.markup,
      Panel.Part.notes(notes).markup,
    ]
  }

  /// The whole page.
  public func frame(_ context: PageContext) -> PageFrame {
    PageFrame(context: context, address: .lines, title: plainTitle, content: content, items: filter.items)
  }
}
