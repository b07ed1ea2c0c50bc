import Ledger
import Portfolio
import Units

/// What the page of invoice lines says, and its table.
struct LineWords {
  let filter: LineFilter
  let books: Books
  let sources: [Int: LinesPage.Source]
  /// How the lines are sorted, and the page itself with what else is asked of it.
  let request: TableRequest
  let page: Link
  let context: PageContext

  private var voice: Voice { context.voice }

  private func name(of id: ID<Customer>) -> String {
    books.customers.index(of: id).map { books.customers.names[$0] } ?? id.text
  }

  private var importSource: LinesPage.Source? {
    filter.importID.flatMap { id in sources.values.first { $0.id == id } }
  }

  /// Whose lines, and which.
  var subject: Phrase {
    var parts: [Phrase] = []
    if let invoice = filter.invoice {
      parts.append(Phrase(fr: "Facture \(name: invoice)", en: "Invoice \(name: invoice)"))
    }
    switch filter.whose {
    case .everybody:
      if parts.isEmpty, importSource == nil { parts.append(Phrase(fr: "Toutes les ventes", en: "All sales")) }
    case .nobody: parts.append(Phrase(fr: "Sans client", en: "Without a customer"))
    case .customer(let id): parts.append(Phrase(name: name(of: id)))
    }
    switch filter.range {
    case nil: break
    case .some(.none): parts.append(Phrase(fr: "sans gamme", en: "no range"))
    case .some(.named(let range)):
      parts.append(Phrase(fr: "gamme « \(name: range) »", en: "range “\(name: range)”"))
    }
    if let source = importSource {
      parts.append(
        Phrase(
          fr: "import \(name: source.id) (\(name: source.file))", en: "import \(name: source.id) (\(name: source.file))"
        ))
    }
    if let day = filter.day {
      parts.append(Phrase(fr: "\(day)", en: "\(day)"))
    } else if let span = filter.span, filter.invoice == nil {
      parts.append(Phrase(fr: "\(span)", en: "\(span)"))
    }
    return .list(parts)
  }

  /// How many lines, and their sum.
  static func sum(_ page: LinePage) -> Phrase {
    page.count == 0
      ? Phrase(fr: " : aucune ligne de facture", en: ": no invoice line")
      : Phrase(
        fr: " : \(page.count, "ligne", "lignes") de facture, \(euros: page.revenue, .cents)",
        en: ": \(page.count, "invoice line", "invoice lines"), \(euros: page.revenue, .cents)")
  }

  /// Where the figure stands that these lines are behind.
  var back: [Inline] {
    switch (filter.whose, importSource) {
    case (.customer(let id), _): [.link(context.link(.customer(id)), [.text("← "), .name(name(of: id))])]
    case (_, let source?): [.link(context.link(.importDetail(source.id)), [.text("← "), .name(source.file)])]
    default:
      [.link(context.link(.report(.reconciliation)), [.text("← ")] + voice.inline(ReportName.reconciliation.label))]
    }
  }

  /// Whether the lines may be of several customers.
  private var showsCustomer: Bool { if case .customer = filter.whose { false } else { true } }

  var columns: [TableModel.Column] {
    func column(_ column: ReportColumn, isName: Bool = false) -> TableModel.Column {
      TableModel.Column(
        voice.header(of: column), isNumeric: column.isNumeric, isName: isName,
        sort: LineRequest.SortKey(rawValue: column.key).map { _ in
          ReportTableModel.sort(column, request: request, page: page)
        })
    }
    return [
      column(ReportColumn("date", Phrase(fr: "Date", en: "Date"), .day), isName: true),
      column(ReportColumn("invoice", Phrase(fr: "Facture", en: "Invoice"), .text)),
    ] + (showsCustomer ? [column(.name)] : []) + [
      column(ReportColumn("product", Phrase(fr: "Article", en: "Product"), .text)),
      column(ReportColumn("range", Phrase(fr: "Gamme", en: "Range"), .text)),
      column(ReportColumn("quantity", Phrase(fr: "Quantité", en: "Quantity"), .number(digits: 2))),
      column(ReportColumn("revenueCents", Phrase(fr: "Chiffre d'affaires", en: "Revenue"), .cents)),
      column(ReportColumn("directCostCents", Phrase(fr: "Coût direct", en: "Direct cost"), .cents)),
      column(ReportColumn("marginCents", Phrase(fr: "Marge", en: "Margin"), .cents)),
      column(ReportColumn("salesperson", Phrase(fr: "Commercial", en: "Salesperson"), .text)),
      column(ReportColumn("file", Phrase(fr: "Fichier", en: "File"), .text)),
    ]
  }

  func row(_ line: SaleLine) -> [[Inline]] {
    let unknown = [Inline.toned(.faint, [.text(Mark.unknown)])]
    func amount(_ money: Cents?) -> [Inline] {
      guard let money else { return unknown }
      let text = Inline.text(voice.amount(money, cents: true))
      return money < .zero ? [.toned(.bad, [text])] : [text]
    }
    let product = line.productName ?? line.product
    return [
      line.day.map { [.text(voice.day($0))] } ?? unknown, invoice(line) ?? unknown,
    ]
      + (showsCustomer
        ? [line.customer.map { [.link(context.link(.customer($0)), [.name(name(of: $0))])] } ?? unknown] : [])
      + [
        product.map { text in
          // The code after the name: both are the data's own words.
          [.name(text)]
            + (line.product.map { $0 == text ? [] : [.toned(.faint, [.text(" "), .name($0)])] } ?? [])
        } ?? unknown,
        line.range.map { [.name($0)] } ?? unknown,
        line.quantity.map { [.text(quantity($0))] } ?? unknown, amount(line.revenue),
        amount(line.directCost), amount(line.revenue.flatMap { revenue in line.directCost.map { revenue - $0 } }),
        line.salesperson.map { [.name(books.name(of: $0))] } ?? unknown,
        sources[line.importSequence].map { [.link(context.link(.importDetail($0.id)), [.name($0.file)])] } ?? unknown,
      ]
  }

  /// The whole invoice: numbers are told apart by year.
  private func invoice(_ line: SaleLine) -> [Inline]? {
    guard let number = line.invoice else { return nil }
    var items = [Link.Item("invoice", number)]
    if let day = line.day {
      let year = day.month.year
      items += [
        .init("from", Month(year: year, month: 1).iso), .init("to", Month(year: year, month: 12).iso),
      ]
    }
    return [.link(context.link(.lines, items), [.name(number)])]
  }

  /// A quantity with the decimals it has.
  private func quantity(_ millionths: Int64) -> String {
    var (digits, rest) = (6, millionths)
    while digits > 0, rest % 10 == 0 {
      digits -= 1
      rest /= 10
    }
    return voice.number(Double(millionths) / 1_000_000, digits: digits)
  }
}
