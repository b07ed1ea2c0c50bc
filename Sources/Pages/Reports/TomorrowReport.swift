import Decisions
import Ledger
import Portfolio
import Units

extension ReportDocument {
  /// Small customers that may become big.
  static func tomorrow(_ analysis: CompanyAnalysis) -> ReportDocument {
    let (tomorrow, books) = (analysis.tomorrow, analysis.books)
    return ReportDocument(
      name: .tomorrow, window: books.window, title: title(tomorrow),
      subtitle: .months(books.window)
        + Phrase(
          fr:
            "Petits clients des dernières tranches : croissance au-delà du hasard, gammes, potentiel, rythme précoce.",
          en: "Small customers of the last bands: growth beyond chance, ranges, potential, early rhythm."),
      totals: [
        ReportTotal("customers", .integer(tomorrow.rows.count), Phrase(fr: "Clients de demain", en: "Of tomorrow")),
        ReportTotal("looked", .integer(tomorrow.looked), Phrase(fr: "Petits clients examinés", en: "Looked at")),
        ReportTotal("tooYoung", .integer(tomorrow.tooYoung)),
        ReportTotal("withoutPotential", .integer(tomorrow.withoutPotential)),
      ],
      grid: ReportGrid(
        columns: [
          .customer, .name, ReportColumn("band", Phrase(fr: "Tranche", en: "Band"), .integer, .optional(2)),
          .revenue(), ReportColumn("reasons", Phrase(fr: "Pourquoi", en: "Why"), .text),
        ],
        rows: ReportRows(count: tomorrow.rows.count) { place in
          let row = tomorrow.rows[place]
          return [
            books.idCell(row.customer), books.nameCell(row.customer), .integer(row.band), .cents(row.revenue),
            .list(row.reasons.map { .tag($0.tag) }),
          ]
        }),
      notes: sentences {
        if tomorrow.withoutPotential > 0 {
          Phrase(
            fr: "Potentiel inconnu, ou trop ancien, pour \(tomorrow.withoutPotential) d'entre eux.",
            en: "Potential not known, or too old, for \(tomorrow.withoutPotential) of them.")
        }
        if tomorrow.tooYoung > 0 {
          Phrase(
            fr:
              "\(tomorrow.tooYoung, "client trop récent", "clients trop récents") pour être comparés à un an plus tôt.",
            en: "\(tomorrow.tooYoung, "customer", "customers") too young to compare with a year earlier.")
        }
      })
  }

  private static func title(_ tomorrow: Tomorrow) -> Phrase {
    let found = tomorrow.rows.count
    if found == 0 {
      return Phrase(
        fr: "Aucun des \(tomorrow.looked) petits clients ne montre encore qu'il peut grandir",
        en: "None of the \(tomorrow.looked) small customers shows yet that it may grow")
    }
    return Phrase(
      fr:
        "\(found, "petit client", "petits clients") sur \(tomorrow.looked) \(agreeing: found, "peut", "peuvent") devenir grands",
      en: "\(found) of \(tomorrow.looked) small customers may become big")
  }
}

extension Tomorrow.Reason {
  /// The reason as a cell.
  var tag: ReportCell.Tag {
    switch self {
    case .growth(let change):
      let ratio = Share(change.current - change.previous, of: change.previous)?.value ?? 0
      return ReportCell.Tag(
        "growth",
        Phrase(
          fr: "croissance \(percent: ratio, signed: true)", en: "growth \(percent: ratio, signed: true)"), tone: .good,
        figures: [
          .init("currentCents", .cents(change.current)), .init("previousCents", .cents(change.previous)),
          .init("months", .integer(change.months)), .init("gateCents", .cents(change.gate.width)),
        ])
    case .widerRange(let current, let previous, _):
      return ReportCell.Tag(
        "widerRange", Phrase(fr: "\(previous) → \(current) gammes", en: "\(previous) → \(current) ranges"), tone: .good,
        figures: [.init("current", .integer(current)), .init("previous", .integer(previous))])
    case .headroom(let potential, let judged, let revenue):
      return ReportCell.Tag(
        "headroom",
        Phrase(fr: "potentiel \(euros: potential, .compact)", en: "potential \(euros: potential, .compact)"),
        tone: .good,
        figures: [
          .init("potentialCents", .cents(potential)), .init("judged", .day(judged)),
          .init("revenueCents", .cents(revenue)),
        ])
    case .earlyRhythm(let orders, let firstBand, let months, let peers):
      return ReportCell.Tag(
        "earlyRhythm",
        Phrase(
          fr: "\(orders, "commande", "commandes") en \(months) mois, comme les grands au même âge",
          en: "\(orders, "order", "orders") in \(months) months, like the big ones at that age"), tone: .good,
        figures: [
          .init("orders", .integer(orders)), .init("firstBandOrders", .integer(firstBand)),
          .init("months", .integer(months)), .init("peers", .integer(peers)),
        ])
    }
  }
}
