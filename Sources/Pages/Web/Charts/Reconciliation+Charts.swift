import Decisions
import Ledger
import Portfolio
import Units

extension PanelWriter {
  /// Each month's revenue with and without a customer.
  var reconciliation: [Panel] {
    [months, strays].compactMap { $0 } + (analysis.reconciliation.comparison.map(comparison) ?? [])
  }

  /// Why lines have no customer, as far as accounts say it.
  private var strays: Panel? {
    let strays = analysis.reconciliation.strays
    guard let biggest = strays.max(by: { $0.revenue.magnitude < $1.revenue.magnitude }),
      strays.contains(where: { $0.nature != nil })
    else { return nil }
    let why = biggest.nature?.label ?? Phrase(fr: "sans raison connue", en: "for no known reason")
    let finding =
      Phrase(fr: "Sans client : d'abord « ", en: "Without a customer: first of all “") + why
      + Phrase(fr: " », \(euros: biggest.revenue)", en: "”, \(euros: biggest.revenue)")
    let grid = ReportGrid(
      columns: [
        ReportColumn("nature", Phrase(fr: "Pourquoi", en: "Why"), .text), .revenue(),
        ReportColumn("lines", Phrase(fr: "Lignes", en: "Lines"), .integer),
      ],
      rows: ReportRows(
        strays.map { stray in
          [
            stray.nature.map { .phrase($0.label) } ?? .phrase(Phrase(fr: "non dit", en: "not said")),
            .cents(stray.revenue), .integer(stray.lines),
          ]
        }))
    return panel(
      "strays", finding,
      how: Phrase(
        fr: "Ce que les écritures ne rattachent à aucun client, par raison ; rien n'est inventé.",
        en: "What entries tie to no customer, by reason; nothing is made up."),
      behind: [],
      [.table(TableModel(grid, id: "strays-table", caption: say(finding), context: context) { _, _ in nil })])
  }

  /// Accounts against invoices: what differs, and what only one side knows.
  private func comparison(_ comparison: BooksAgainstInvoices) -> [Panel] {
    let groups: [(id: String, group: BooksAgainstInvoices.Group, title: Phrase, how: Phrase)] = [
      (
        "differing", comparison.differing,
        Phrase(
          fr:
            "\(comparison.differing.count) factures diffèrent des livres, de \(euros: comparison.differing.amount, .cents)",
          en:
            "\(comparison.differing.count) invoices differ from the books, by \(euros: comparison.differing.amount, .cents)"
        ),
        Phrase(
          fr: "Total des livres − lignes de la facture ; l'écart est une ligne à part chez le client.",
          en: "The books' total − the invoice's lines; the difference is a line of the customer's own.")
      ),
      (
        "only-books", comparison.onlyBooks,
        Phrase(
          fr:
            "\(comparison.onlyBooks.count, "pièce", "pièces") dans les livres seuls : \(euros: comparison.onlyBooks.amount)",
          en:
            "\(comparison.onlyBooks.count, "document", "documents") in the books alone: \(euros: comparison.onlyBooks.amount)"
        ),
        Phrase(
          fr: "Elles comptent, sans détail d'articles.", en: "They count, without the detail of products.")
      ),
      (
        "only-invoices", comparison.onlyInvoices,
        Phrase(
          fr:
            "\(comparison.onlyInvoices.count) factures hors des livres : \(euros: comparison.onlyInvoices.amount) qui ne comptent pas",
          en:
            "\(comparison.onlyInvoices.count) invoices outside the books: \(euros: comparison.onlyInvoices.amount) that do not count"
        ),
        Phrase(
          fr: "Datées de jours que les livres couvrent, et absentes de ceux-ci : à vérifier.",
          en: "Dated on days that the books cover, and missing there: to be checked.")
      ),
    ]
    return groups.filter { $0.group.count > 0 }.compactMap { entry in
      let grid = ReportGrid(
        columns: [
          ReportColumn("invoice", Phrase(fr: "Pièce", en: "Document"), .text),
          ReportColumn("day", Phrase(fr: "Date", en: "Date"), .day), .name,
          ReportColumn("amountCents", Phrase(fr: "Montant", en: "Amount"), .cents),
        ],
        rows: ReportRows(
          entry.group.biggest.prefix(20).map { document in
            [
              .text(document.invoice), .day(document.day), .text(document.customer), .cents(document.amount),
            ]
          }))
      return panel(
        entry.id, entry.title, how: entry.how, behind: [],
        [
          .table(
            TableModel(grid, id: entry.id + "-table", caption: say(entry.title), context: context) { row, key in
              guard key == "invoice", let invoice = entry.group.biggest[row].invoice else { return nil }
              return context.link(.lines, [Link.Item("invoice", invoice)])
            })
        ])
    }
  }

  private var months: Panel? {
    let months = analysis.company.months
    guard months.contains(where: { $0.revenue != .zero }) else { return nil }
    let stray = months.map { $0.revenue - $0.customerRevenue }
    let worst = stray.indices.max { stray[$0].magnitude < stray[$1].magnitude }
    let finding: Phrase
    if let worst, stray[worst] != .zero {
      finding = Phrase(
        fr: "\(capital: months[worst].span.first) a le plus de ventes sans client : \(euros: stray[worst])",
        en: "\(capital: months[worst].span.first) has the most sales without a customer: \(euros: stray[worst])")
    } else {
      finding = Phrase(
        fr: "Chaque mois, toutes les ventes ont leur client", en: "Every month all sales have their customer")
    }
    let hasStray = stray.contains { $0 != .zero }
    let plot = Plot(
      id: "months-chart", kind: .upright, title: finding,
      columns: [
        ReportColumn("month", Phrase(fr: "Mois", en: "Month"), .text),
        ReportColumn("customers", Phrase(fr: "Avec client", en: "With a customer"), .euros),
        ReportColumn("unattributed", Phrase(fr: "Sans client", en: "Without a customer"), .euros),
        ReportColumn("all", Phrase(fr: "Tout", en: "All"), .euros),
      ],
      lines: [Plot.Line(column: 1, form: .bar)]
        + (hasStray ? [Plot.Line(column: 2, form: .hollow, tone: .bad)] : []),
      rows: zip(months, stray).map { month, stray in
        Plot.Row(
          cells: [.month(month.span.first), .cents(month.customerRevenue), .cents(stray), .cents(month.revenue)],
          link: link(toLinesOf: month.span))
      }, up: .init(say(ReportColumn.revenue().title), unit: .euros), isStacked: true)
    // Seldom a hundredth of the whole: alone, it can be seen.
    let alone = Plot(
      id: "stray-chart", kind: .upright,
      title: Phrase(fr: "Ventes sans client, mois par mois", en: "Sales without a customer, month by month"),
      columns: [plot.columns[0], plot.columns[2]], lines: [Plot.Line(column: 1, form: .bar, tone: .bad)],
      rows: plot.rows.map { Plot.Row(cells: [$0.cells[0], $0.cells[2]], link: $0.link) })
    return panel(
      "months", finding,
      how: Phrase(
        fr: "Chiffre d'affaires des derniers mois, avec et sans client ; un mois mène à ses lignes.",
        en: "Revenue of the last months, with and without a customer; a month leads to its lines."),
      behind: hasStray
        ? [
          .link(
            context.link(.lines, [Link.Item("unattributed", "1")]),
            [.text(context.say(Phrase(fr: "Les lignes sans client", en: "The lines without a customer")))])
        ] : [], [plot.part(self), hasStray ? alone.part(self) : nil])
  }
}
