import Decisions
import Ledger
import Portfolio
import Units

extension ReportDocument {
  /// When each customer's next order is expected, the soonest and the overdue first.
  static func nextOrders(_ analysis: CompanyAnalysis) -> ReportDocument {
    let (books, window) = (analysis.books, analysis.books.window)
    guard let next = analysis.life.forecast?.next, let forecast = analysis.life.forecast, !next.places.isEmpty else {
      return ReportDocument(
        name: .nextorders, window: window,
        title: Phrase(fr: "Aucune commande n'est attendue", en: "No order is expected"),
        subtitle: .months(window), totals: totals(nil), grid: ReportGrid(columns: columns, rows: ReportRows([])))
    }
    let due = next.due(within: 30)
    let names = Dictionary(books.people.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
    return ReportDocument(
      name: .nextorders, window: window,
      title: Phrase(
        fr: """
          \(due.orders, "commande attendue", "commandes attendues") en trente jours (\(euros: due.value, .compact)) ; \
          \(next.late.customers, "client tarde", "clients tardent") plus que d'habitude
          """,
        en: """
          \(due.orders, "order", "orders") expected within thirty days (\(euros: due.value, .compact)); \
          \(next.late.customers, "customer is", "customers are") later than usual
          """),
      subtitle: Phrase(
        fr: "Vu du \(next.end), au rythme de chacun ; les clients perdus n'y sont pas.",
        en: "Seen from \(next.end), by each customer's rhythm; the lost are left out."),
      totals: totals(next),
      grid: ReportGrid(
        columns: columns,
        rows: ReportRows(count: next.places.count) { place in
          let customer = next.places[place]
          guard let order = next[customer].value else { return columns.map { _ in .unknown } }
          let seller = books.customers.details[customer]?.salesperson
          let row = forecast.row(of: customer)
          return [
            books.idCell(customer), books.nameCell(customer), .day(order.day), .day(order.earliest),
            order.latest.map { .day($0) } ?? .unknown(.longerThanEver), .tag(order.tag), .cents(order.value),
            .day(order.lastOrder), .integer(order.typicalGap), .integer(order.usualGap.lowerBound),
            .integer(order.usualGap.upperBound), .tag(ReportCell.Tag(order.basis.code, order.basis.label)),
            .share(row?.probabilityActive, else: forecast.refusal?.words),
            .text(seller.map { names[$0] ?? $0.text }),
          ]
        }))
  }

  private static let columns: [ReportColumn] = [
    .customer, .name, ReportColumn("expected", Phrase(fr: "Attendue le", en: "Expected on"), .day),
    ReportColumn("earliest", Phrase(fr: "Au plus tôt", en: "Earliest"), .day, .optional(6)),
    ReportColumn("latest", Phrase(fr: "Au plus tard", en: "Latest"), .day, .optional(5)),
    ReportColumn("state", Phrase(fr: "État", en: "State"), .text),
    ReportColumn("valueCents", Phrase(fr: "Montant attendu", en: "Amount expected"), .euros),
    ReportColumn("lastOrder", Phrase(fr: "Dernière commande", en: "Last order"), .day, .optional(4)),
    ReportColumn("gapDays", Phrase(fr: "Rythme, jours", en: "Rhythm, days"), .integer, .optional(3)),
    ReportColumn("shortGapDays", Phrase(fr: "Au plus court", en: "Shortest"), .integer, .hidden),
    ReportColumn("longGapDays", Phrase(fr: "Au plus long", en: "Longest"), .integer, .hidden),
    ReportColumn("basis", Phrase(fr: "D'après", en: "Going by"), .text, .optional(8)),
    ReportColumn(
      "probabilityActive", Phrase(fr: "Encore actif", en: "Still active"), .percent(digits: 0), .optional(7)),
    ReportColumn("salesperson", Phrase(fr: "Commercial", en: "Salesperson"), .text, .optional(9)),
  ]

  private static func totals(_ next: NextOrders?) -> [ReportTotal] {
    let (month, quarter, late) = (next?.due(within: 30), next?.due(within: 91), next?.late)
    return [
      ReportTotal(
        "customers", .integer(next?.places.count ?? 0), Phrase(fr: "Clients attendus", en: "Customers expected")),
      ReportTotal("ordersIn30Days", .integer(month?.orders ?? 0), Phrase(fr: "En 30 jours", en: "Within 30 days")),
      ReportTotal("valueIn30DaysCents", .cents(month?.value ?? .zero)),
      ReportTotal(
        "ordersIn91Days", .integer(quarter?.orders ?? 0), Phrase(fr: "En 13 semaines", en: "Within 13 weeks")),
      ReportTotal("valueIn91DaysCents", .cents(quarter?.value ?? .zero)),
      ReportTotal("late", .integer(late?.customers ?? 0), Phrase(fr: "En retard", en: "Late")),
      ReportTotal("lateValueCents", .cents(late?.value ?? .zero)),
    ]
  }
}

extension Phrase {
  /// Why there is no last day to an expectation.
  static let longerThanEver = Phrase(
    fr: "Le silence dépasse tous les intervalles connus.", en: "The silence is longer than every gap known.")
}
