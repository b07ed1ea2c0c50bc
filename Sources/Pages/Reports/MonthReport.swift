import Decisions
import Ledger
import Portfolio
import Units

extension ReportDocument {
  /// Why the last month differs from the same month a year earlier.
  static func month(_ analysis: CompanyAnalysis) -> ReportDocument {
    let (books, change) = (analysis.books, analysis.monthChange)
    let rows = change?.rows ?? []
    return ReportDocument(
      name: .month, window: books.window, title: title(change, asOf: books.window.asOf),
      subtitle: Phrase(
        fr: "Chaque client, ce mois-ci contre le même mois un an plus tôt ; la somme des écarts est celle du mois.",
        en: "Each customer, this month against the same month a year earlier; the differences sum to the month's."),
      totals: totals(change),
      grid: ReportGrid(
        columns: [
          .customer, .name, ReportColumn("part", Phrase(fr: "Ce qui se passe", en: "What happens"), .text),
          ReportColumn("beforeCents", Phrase(fr: "Un an plus tôt", en: "A year earlier"), .euros),
          ReportColumn("nowCents", Phrase(fr: "Ce mois-ci", en: "This month"), .euros),
          ReportColumn("changeCents", Phrase(fr: "Écart", en: "Difference"), .euros),
        ],
        rows: ReportRows(count: rows.count) { place in
          let row = rows[place]
          return [
            books.idCell(row.customer), books.nameCell(row.customer), .tag(row.part.tag), .cents(row.before),
            .cents(row.now), .cents(row.change),
          ]
        }),
      notes: sentences {
        if let change, change.unattributed != .zero {
          Phrase(
            fr: "\(euros: change.unattributed, .signed) viennent de ventes sans client.",
            en: "\(euros: change.unattributed, .signed) come from sales without a customer.")
        }
      })
  }

  private static func title(_ change: MonthChange?, asOf: Month) -> Phrase {
    guard let change else {
      return Phrase(
        fr: "Il n'y a pas de mois à comparer un an avant \(asOf)",
        en: "There is no month to compare a year before \(asOf)")
    }
    let difference = change.now - change.before
    let (gone, here) = (change.change(.absent), change.change(.less))
    let loser = Phrase(
      fr: """
         : \(change.customers(.absent), "client absent", "clients absents") (\(euros: gone, .compact)), \
        \(change.customers(.less)) qui achètent moins (\(euros: here, .compact))
        """,
      en: """
        : \(change.customers(.absent), "customer", "customers") away (\(euros: gone, .compact)), \
        \(change.customers(.less)) that buy less (\(euros: here, .compact))
        """)
    let (more, fresh) = (change.change(.more), change.change(.new) + change.change(.back))
    let winner = Phrase(
      fr:
        " : \(euros: more, .compact) de plus chez les mêmes, \(euros: fresh, .compact) de clients nouveaux ou revenus",
      en: ": \(euros: more, .compact) more from the same, \(euros: fresh, .compact) from new or returning customers")
    guard let share = Share(difference, of: change.before), change.before > .zero else {
      return Phrase(
        fr: "\(capital: asOf) : \(euros: difference, .signed) sur un an",
        en: "\(capital: asOf): \(euros: difference, .signed) in a year")
    }
    let size = abs(share.value)
    return difference < .zero
      ? Phrase(
        fr: "\(capital: asOf) recule de \(percent: size, digits: 1) sur un an",
        en: "\(capital: asOf) is down \(percent: size, digits: 1) on the year") + loser
      : Phrase(
        fr: "\(capital: asOf) progresse de \(percent: size, digits: 1) sur un an",
        en: "\(capital: asOf) is up \(percent: size, digits: 1) on the year") + winner
  }

  private static func totals(_ change: MonthChange?) -> [ReportTotal] {
    [
      ReportTotal(
        "beforeCents", .cents(change?.before), Phrase(fr: "Un an plus tôt", en: "A year earlier")),
      ReportTotal("absentCents", .cents(change?.change(.absent)), Phrase(fr: "Clients absents", en: "Customers away")),
      ReportTotal("lessCents", .cents(change?.change(.less)), Phrase(fr: "Achètent moins", en: "Buy less")),
      ReportTotal("moreCents", .cents(change?.change(.more)), Phrase(fr: "Achètent plus", en: "Buy more")),
      ReportTotal("backCents", .cents(change?.change(.back)), Phrase(fr: "De retour", en: "Back again")),
      ReportTotal("newCents", .cents(change?.change(.new)), Phrase(fr: "Nouveaux", en: "New")),
      ReportTotal("unattributedCents", .cents(change?.unattributed)),
      ReportTotal("nowCents", .cents(change?.now), Phrase(fr: "Ce mois-ci", en: "This month")),
    ]
  }
}

extension MonthChange.Part {
  /// What happens, as a cell.
  var tag: ReportCell.Tag {
    switch self {
    case .absent: ReportCell.Tag(rawValue, Phrase(fr: "▼ absent", en: "▼ away"), tone: .bad)
    case .less: ReportCell.Tag(rawValue, Phrase(fr: "▼ achète moins", en: "▼ buys less"), tone: .bad)
    case .more: ReportCell.Tag(rawValue, Phrase(fr: "▲ achète plus", en: "▲ buys more"), tone: .good)
    case .back: ReportCell.Tag(rawValue, Phrase(fr: "▲ de retour", en: "▲ back again"), tone: .good)
    case .new: ReportCell.Tag(rawValue, Phrase(fr: "▲ nouveau", en: "▲ new"), tone: .good)
    }
  }
}
