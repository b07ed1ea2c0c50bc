import Decisions
import Ledger
import Portfolio
import Units

extension ReportDocument {
  /// Whether every euro of the books is somewhere.
  static func reconciliation(_ analysis: CompanyAnalysis) -> ReportDocument {
    let (report, window) = (analysis.reconciliation, analysis.books.window)
    let part = report.window
    return ReportDocument(
      name: .reconciliation, window: window, title: title(report),
      subtitle: Phrase(
        fr: "Clients + ventes sans client = tout le chiffre d'affaires, au centime.",
        en: "Customers + sales without a customer = all revenue, to the cent."),
      totals: [
        ReportTotal("customersCents", .cents(part.customers)),
        ReportTotal("unattributedCents", .cents(part.unattributed)),
        ReportTotal("allCents", .cents(part.all)),
        ReportTotal("lines", .integer(part.lines)),
        ReportTotal("unattributedLines", .integer(part.unattributedLines)),
        ReportTotal("waitingLines", .integer(report.waitingLines)),
        ReportTotal("laterLines", .integer(report.later.lines)),
        ReportTotal("laterCents", .cents(report.later.revenue)),
        ReportTotal("differenceCents", .cents(report.difference)),
        ReportTotal("accrualsCents", .cents(report.accruals)),
        ReportTotal(
          "strays",
          .list(
            report.strays.map {
              .object([
                .init("nature", $0.nature.map { .tag($0.tag) } ?? .unknown), .init("revenueCents", .cents($0.revenue)),
                .init("lines", .integer($0.lines)),
              ])
            })),
        ReportTotal("books", report.comparison.map { .object($0.members) } ?? .unknown),
        ReportTotal(
          "history",
          .object([
            .init("from", report.history.span.map { .month($0.first) } ?? .unknown),
            .init("to", report.history.span.map { .month($0.last) } ?? .unknown),
            .init("customersCents", .cents(report.history.customers)),
            .init("unattributedCents", .cents(report.history.unattributed)),
            .init("allCents", .cents(report.history.all)), .init("lines", .integer(report.history.lines)),
            .init("unattributedLines", .integer(report.history.unattributedLines)),
          ])),
        ReportTotal(
          "imports",
          .list(
            report.imports.map {
              .object([
                .init("id", .text($0.id)), .init("file", .text($0.file)), .init("revenueCents", .cents($0.revenue)),
                .init("unattributedCents", .cents($0.unattributed)), .init("lines", .integer($0.lines)),
              ])
            })),
      ],
      reading: reading(report),
      notes: sentences {
        if part.unattributed != .zero {
          Phrase(
            fr: """
              \(part.unattributedLines, "ligne", "lignes") sans client : \(euros: part.unattributed, .cents). Elles \
              comptent dans le chiffre d'affaires, dans la marge de personne.
              """,
            en: """
              \(part.unattributedLines, "line", "lines") without a customer: \(euros: part.unattributed, .cents). They \
              count in the revenue, in nobody's margin.
              """)
        }
        for stray in report.strays where stray.nature != nil {
          stray.sentence
        }
        if let comparison = report.comparison { comparison.sentence }
        if report.waitingLines > 0 {
          Phrase(
            fr: """
              \(report.waitingLines, "ligne attend", "lignes attendent") un prix ou un en-tête de facture : dans aucun \
              chiffre.
              """,
            en: """
              \(report.waitingLines, "line waits", "lines wait") for a price or an invoice header: in no figure.
              """)
        }
      })
  }

  private static func title(_ report: Reconciliation) -> Phrase {
    if let difference = report.difference, difference != .zero {
      return Phrase(
        fr: "Les imports et les livres diffèrent de \(euros: difference, .cents)",
        en: "Imports and books differ by \(euros: difference, .cents)")
    }
    guard let share = Share(report.window.customers, of: report.window.all), report.window.unattributed != .zero else {
      return Phrase(
        fr: "Chaque euro est à sa place : tout le chiffre d'affaires a son client",
        en: "Every euro is in its place: all revenue has its customer")
    }
    return Phrase(
      fr: "Chaque euro est à sa place ; \(percent: share.value, digits: 1) du chiffre d'affaires a son client",
      en: "Every euro is in its place; \(percent: share.value, digits: 1) of the revenue has its customer")
  }

  private static func reading(_ report: Reconciliation) -> ReportGrid {
    func row(_ label: Phrase, _ span: MonthSpan, _ part: Reconciliation.Part) -> [ReportCell] {
      [
        .phrase(label), .cents(part.customers), .cents(part.unattributed), .cents(part.all), .integer(part.lines),
        .month(span.first), .month(span.last), .unknown,
      ]
    }
    var rows: [[ReportCell]] = []
    if let span = report.window.span { rows.append(row(Phrase(fr: "\(span)", en: "\(span)"), span, report.window)) }
    if let span = report.history.span, span != report.window.span {
      rows.append(row(Phrase(fr: "Tout : \(span)", en: "All: \(span)"), span, report.history))
    }
    for source in report.imports {
      rows.append([
        .text(source.file), .cents(source.revenue - source.unattributed), .cents(source.unattributed),
        .cents(source.revenue), .integer(source.lines), .unknown, .unknown, .text(source.id),
      ])
    }
    return ReportGrid(
      columns: [
        ReportColumn("months", Phrase(fr: "Mois ou import", en: "Months or import"), .text),
        ReportColumn("customersCents", Phrase(fr: "Clients", en: "Customers"), .cents),
        ReportColumn("unattributedCents", Phrase(fr: "Sans client", en: "No customer"), .cents),
        ReportColumn("allCents", Phrase(fr: "Tout", en: "All"), .cents),
        ReportColumn("lines", Phrase(fr: "Lignes", en: "Lines"), .integer, .optional(1)),
        ReportColumn("firstMonth", Phrase(fr: "De", en: "From"), .month, .hidden),
        ReportColumn("lastMonth", Phrase(fr: "À", en: "To"), .month, .hidden),
        ReportColumn("import", Phrase(fr: "Import", en: "Import"), .text, .hidden),
      ], rows: ReportRows(rows))
  }
}
