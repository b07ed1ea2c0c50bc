import Decisions
import Ledger
import Portfolio
import Units

extension ReportDocument {
  /// From which stage to which customers went in a year; in the last month where the data are shorter.
  static func transitions(_ analysis: CompanyAnalysis) -> ReportDocument {
    let window = analysis.books.window
    let monthly = analysis.life.monthly
    guard let shown = analysis.life.yearly ?? monthly else {
      return ReportDocument(
        name: .transitions, window: window,
        title: Phrase(fr: "Aucune vente : aucun client n'a d'étape", en: "No sale: no customer has a stage"),
        subtitle: .months(window), totals: totals(nil, nil, window.asOf),
        grid: ReportGrid(columns: columns, rows: ReportRows([])))
    }
    return ReportDocument(
      name: .transitions, window: window, title: title(shown),
      subtitle: Phrase(
        fr: "De la fin \(of: shown.from) à la fin \(of: shown.to) ; chiffre d'affaires des douze mois d'avant.",
        en: "From the end of \(shown.from) to the end of \(shown.to); revenue of the twelve months before."),
      totals: totals(shown, monthly, window.asOf),
      grid: ReportGrid(
        columns: columns,
        rows: ReportRows(count: shown.rows.count) { place in
          let row = shown.rows[place]
          return [
            row.from.map { .tag($0.tag) } ?? .unknown(.noOrderYet), .tag(row.to.tag), .integer(row.customers),
            .share(shown.share(from: row.from, to: row.to)), .cents(row.revenueBefore), .cents(row.revenueAfter),
            .flag(row.to == .wonBack),
          ]
        }))
  }

  private static let columns: [ReportColumn] = [
    ReportColumn("from", Phrase(fr: "De", en: "From"), .text),
    ReportColumn("to", Phrase(fr: "À", en: "To"), .text),
    ReportColumn("customers", Phrase(fr: "Clients", en: "Customers"), .integer),
    ReportColumn("share", Phrase(fr: "Part de l'étape de départ", en: "Share of the stage left"), .percent(digits: 0)),
    ReportColumn("revenueCents", Phrase(fr: "CA avant", en: "Revenue before"), .euros, .optional(1)),
    ReportColumn("revenueAfterCents", Phrase(fr: "CA après", en: "Revenue after"), .euros, .optional(2)),
    ReportColumn("wonBack", Phrase(fr: "Regagné", en: "Won back"), .flag, .hidden),
  ]

  private static func totals(
    _ shown: StageTransitions?, _ monthly: StageTransitions?, _ month: Month
  ) -> [ReportTotal] {
    let rows = shown?.rows ?? []
    return [
      ReportTotal("from", .month(shown?.from ?? month.advanced(by: -1))), ReportTotal("to", .month(shown?.to ?? month)),
      ReportTotal("customers", .integer(rows.reduce(0) { $0 + $1.customers }), Phrase(fr: "Clients", en: "Customers")),
      ReportTotal(
        "moved", .integer(shown?.moved { _ in true } ?? 0), Phrase(fr: "Ont changé d'étape", en: "Changed stage")),
      ReportTotal(
        "declined", .integer(shown?.moved { $0.to == .declining } ?? 0),
        Phrase(fr: "Entrés en déclin", en: "Began to decline")),
      ReportTotal("lost", .integer(shown?.moved { $0.to == .lost } ?? 0), Phrase(fr: "Perdus", en: "Lost")),
      ReportTotal("months", .list((monthly?.rows ?? []).map { .object(members(of: $0)) })),
    ]
  }

  private static func members(of row: StageTransitions.Row) -> [ReportCell.Member] {
    [
      .init("from", .text(row.from?.name)), .init("to", .text(row.to.name)),
      .init("customers", .integer(row.customers)), .init("revenueCents", .cents(row.revenueBefore)),
      .init("wonBack", .flag(row.to == .wonBack)),
    ]
  }

  private static func title(_ shown: StageTransitions) -> Phrase {
    let sound: Set<Stage?> = [.developing, .mature]
    let fell = shown.moved { sound.contains($0.from) && ($0.to == .declining || $0.to == .lost) }
    let rose = shown.moved { $0.from == .declining && sound.contains($0.to) }
    return Phrase(
      fr: """
        \(fell, "client sain est passé en déclin ou perdu", "clients sains sont passés en déclin ou perdus") ; \
        \(rose, "en est revenu", "en sont revenus")
        """,
      en: """
        \(fell, "sound customer", "sound customers") went into decline or loss; \(rose) came back
        """)
  }
}

extension StageTransitions {
  /// Customers that changed stage in a way.
  func moved(where fits: (Row) -> Bool) -> Int {
    rows.reduce(0) { $0 + ($1.from != nil && $1.from != $1.to && fits($1) ? $1.customers : 0) }
  }
}

extension Phrase {
  /// Before the first order.
  static let noOrderYet = Phrase(fr: "pas encore client", en: "not a customer yet")
}
