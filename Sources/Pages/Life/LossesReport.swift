import Decisions
import Ledger
import Portfolio
import Units

extension ReportDocument {
  /// Why customers were lost or decline, and whom to win back.
  static func losses(_ analysis: CompanyAnalysis) -> ReportDocument {
    let (books, window) = (analysis.books, analysis.books.window)
    let (losses, winBack) = (analysis.life.losses, analysis.life.winBack)
    let rows = byWorth(losses?.rows ?? [], winBack)
    return ReportDocument(
      name: .losses, window: window, title: title(losses),
      subtitle: Phrase(
        fr: "Clients perdus ou en déclin à la fin \(of: window.asOf) ; causes présumées, d'après ce qui a précédé.",
        en: "Customers lost or declining at the end of \(window.asOf); presumed causes, from what came before."),
      totals: totals(losses, winBack, analysis.life.enquiries),
      grid: ReportGrid(
        columns: columns,
        rows: ReportRows(count: rows.count) { place in
          let row = rows[place]
          let back = winBack?.row(of: row.customer)
          return [
            books.idCell(row.customer), books.nameCell(row.customer), .tag(row.reading.stage.tag),
            .month(row.since), .day(row.reading.silence.lastOrder),
            .tag(ReportCell.Tag(row.path.rawValue, row.path.label)), .tag(row.cause.tag),
            .list(row.evidence.map { .tag($0.tag(books.people)) }),
            row.salesperson.map { .text(books.people[$0].name) } ?? .unknown, .share(row.priceRise),
            .cents(row.revenue), chance(back?.chance), worth(back?.worth), .cents(back?.margin),
            .number(back?.upliftNeeded),
          ]
        }),
      notes: sentences {
        if let losses, losses.ceased > 0 {
          Phrase(
            fr: "\(losses.ceased, "relation terminée", "relations terminées") par nous : rien à chercher.",
            en: "\(losses.ceased, "relation", "relations") that we ended: nothing to find out.")
        }
        if let winBack, winBack.curve.losses > 0, winBack.rows.contains(where: { $0.chance.value == nil }) {
          Phrase(
            fr: """
              \(winBack.curve.losses, "perte", "pertes") observées : trop peu pour dire la chance d'un retour.
              """,
            en: "\(winBack.curve.losses, "loss", "losses") seen: too few to tell the chance of a return.")
        }
        if analysis.life.knowsNothingOfLosses, !rows.isEmpty {
          Phrase(
            fr: """
              Sans services, produits ni vendeurs dans les fichiers, peu de signaux peuvent être vus : la cause reste \
              souvent inconnue.
              """,
            en: """
              Without services, products or sellers in the files few signals can be seen: the cause often stays unknown.
              """)
        }
      })
  }

  /// Those most worth winning back first; then those whose worth is not known, by what they bought.
  private static func byWorth(_ rows: [Losses.Row], _ winBack: WinBack?) -> [Losses.Row] {
    let ranked = rows.enumerated().map { place, row in
      (row, worth: winBack?.row(of: row.customer)?.worth.value, place: place)
    }
    return ranked.sorted { left, right in
      switch (left.worth, right.worth) {
      case (let one?, let other?) where one != other: one > other
      case (_?, nil): true
      case (nil, _?): false
      default: left.place < right.place
      }
    }.map(\.0)
  }

  private static func title(_ losses: Losses?) -> Phrase {
    guard let losses, !losses.rows.isEmpty else {
      return Phrase(fr: "Aucun client perdu ni en déclin", en: "No customer is lost or declining")
    }
    let (lost, declining) = (losses.sum(stage: .lost) { _ in true }, losses.sum(stage: .declining) { _ in true })
    return Phrase(
      fr: """
        \(lost.customers, "client perdu", "clients perdus") (\(euros: lost.revenue, .compact) par an alors), \
        \(declining.customers) en déclin (\(euros: declining.revenue, .compact))
        """,
      en: """
        \(lost.customers, "customer", "customers") lost (\(euros: lost.revenue, .compact) a year then), \
        \(declining.customers) declining (\(euros: declining.revenue, .compact))
        """)
  }

  private static func totals(_ losses: Losses?, _ winBack: WinBack?, _ enquiries: LostEnquiries?) -> [ReportTotal] {
    let rows = losses?.rows ?? []
    func sum(_ stage: Stage, _ fits: (Losses.Row) -> Bool = { _ in true }) -> (customers: Int, revenue: Cents) {
      losses?.sum(stage: stage, where: fits) ?? (0, .zero)
    }
    return [
      ReportTotal("lost", .integer(sum(.lost).customers), Phrase(fr: "Perdus", en: "Lost")),
      ReportTotal("lostRevenueCents", .cents(sum(.lost).revenue)),
      ReportTotal("declining", .integer(sum(.declining).customers), Phrase(fr: "En déclin", en: "Declining")),
      ReportTotal("decliningRevenueCents", .cents(sum(.declining).revenue)),
      ReportTotal(
        "internal", .integer(rows.count { $0.cause == .internal }), Phrase(fr: "Cause chez nous", en: "Our doing")),
      ReportTotal(
        "external", .integer(rows.count { $0.cause == .external }), Phrase(fr: "Cause chez eux", en: "Their doing")),
      ReportTotal(
        "unknown", .integer(rows.count { $0.cause == .unknown }), Phrase(fr: "Cause inconnue", en: "Cause unknown")),
      ReportTotal("ceased", .integer(losses?.ceased ?? 0)),
      ReportTotal("observedLosses", .integer(winBack?.curve.losses ?? 0)),
      ReportTotal("observedReturns", .integer(winBack?.curve.returns ?? 0)),
      ReportTotal("keptRatio", .share(winBack?.keptRatio)),
      ReportTotal("effortCents", .cents(winBack?.effort)),
      ReportTotal("enquiries", .integer(enquiries?.all.enquiries)),
      ReportTotal("lostEnquiries", .integer(enquiries?.all.lost)),
      ReportTotal("lateEnquiries", .integer(enquiries?.all.late)),
    ]
  }

  private static let columns: [ReportColumn] = [
    .customer, .name, ReportColumn("stage", Phrase(fr: "Étape", en: "Stage"), .text),
    ReportColumn("since", Phrase(fr: "Depuis", en: "Since"), .month, .optional(5)),
    ReportColumn("lastOrder", Phrase(fr: "Dernière commande", en: "Last order"), .day, .optional(2)),
    ReportColumn("path", Phrase(fr: "Parcours", en: "Path"), .text, .optional(3)),
    ReportColumn("cause", Phrase(fr: "Cause présumée", en: "Presumed cause"), .text),
    ReportColumn("evidence", Phrase(fr: "Indices", en: "Evidence"), .text, .optional(1)),
    ReportColumn("salesperson", Phrase(fr: "Commercial", en: "Salesperson"), .text, .optional(6)),
    ReportColumn(
      "priceChange", Phrase(fr: "Prix payé ÷ prix d'avant", en: "Paid ÷ prices of before"), .percent(digits: 0), .hidden
    ),
    ReportColumn("revenueCents", Phrase(fr: "CA de la dernière année", en: "Last year's revenue"), .euros),
    ReportColumn(
      "winBackChance", Phrase(fr: "Chance de retour", en: "Chance of return"), .percent(digits: 0), .optional(4)),
    ReportColumn(
      "winBackWorthCents", Phrase(fr: "Valeur d'une reconquête", en: "Worth of winning back"), .euros, .optional(4)),
    ReportColumn("winBackMarginCents", Phrase(fr: "Marge d'alors", en: "Margin then"), .euros, .hidden),
    ReportColumn("upliftNeeded", Phrase(fr: "Chance à ajouter", en: "Chance to add"), .number(digits: 2), .hidden),
  ]

  private static func chance(_ chance: Knowable<WinBack.Chance, WinBack.Unknown>?) -> ReportCell {
    switch chance {
    case .known(let chance)?: .share(chance.value)
    case .unknown(let reason)?: .unknown(reason.label)
    case nil: .unknown
    }
  }

  private static func worth(_ worth: Knowable<Cents, WinBack.Unknown>?) -> ReportCell {
    switch worth {
    case .known(let worth)?: .cents(worth)
    case .unknown(let reason)?: .unknown(reason.label)
    case nil: .unknown
    }
  }
}
