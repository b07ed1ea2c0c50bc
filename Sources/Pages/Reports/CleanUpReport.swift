import Decisions
import Ledger
import Portfolio
import Units

extension ReportDocument {
  /// Records proposed for archiving.
  static func cleanUp(_ analysis: CompanyAnalysis) -> ReportDocument {
    let (cleanUp, books) = (analysis.cleanUp, analysis.books)
    let count = cleanUp.proposals.count
    return ReportDocument(
      name: .cleanup, window: books.window,
      title: count == 0
        ? Phrase(fr: "Aucune fiche à archiver", en: "No record to archive")
        : Phrase(
          fr:
            "\(count, "fiche", "fiches") sur \(cleanUp.before) \(agreeing: count, "peut", "peuvent") quitter vos listes",
          en: "\(count) of \(cleanUp.before) records may leave your working lists"),
      subtitle: Phrase(
        fr: "Une seule commande ancienne, plus rien depuis longtemps, ou fiche vide. Rien n'est ôté des totaux.",
        en: "A single old order, nothing for long, or an empty record. Nothing leaves the totals."),
      totals: [
        ReportTotal("before", .integer(cleanUp.before), Phrase(fr: "Fiches", en: "Records")),
        ReportTotal("after", .integer(cleanUp.after), Phrase(fr: "Après le tri", en: "After the clean-up")),
        ReportTotal(
          "oneOff", .integer(cleanUp.count(.oneOff)), Phrase(fr: "Une seule commande", en: "A single order")),
        ReportTotal("dead", .integer(cleanUp.count(.dead)), Phrase(fr: "Éteintes", en: "Dead")),
        ReportTotal("empty", .integer(cleanUp.count(.empty)), Phrase(fr: "Vides", en: "Empty")),
        ReportTotal("revenueCents", .cents(cleanUp.revenue)),
      ],
      grid: ReportGrid(
        columns: [
          .customer, .name, ReportColumn("reason", Phrase(fr: "Pourquoi", en: "Why"), .text),
          ReportColumn("lastOrder", Phrase(fr: "Dernière commande", en: "Last order"), .day, .optional(1)),
          ReportColumn("revenueCents", Phrase(fr: "CA de toujours", en: "Revenue ever"), .euros, .optional(2)),
          ReportColumn("served", Phrase(fr: "Encore servi", en: "Still served"), .flag, .optional(3)),
        ],
        rows: ReportRows(count: count) { place in
          let row = cleanUp.proposals[place]
          return [
            books.idCell(row.customer), books.nameCell(row.customer), .tag(row.reason.tag),
            row.lastOrder.map { .day($0) } ?? .unknown, .cents(row.revenue), .flag(row.servedInWindow),
          ]
        }))
  }
}

extension CleanUp.Reason {
  /// The reason as a cell.
  var tag: ReportCell.Tag {
    switch self {
    case .oneOff: ReportCell.Tag(rawValue, Phrase(fr: "une seule commande", en: "a single order"))
    case .dead: ReportCell.Tag(rawValue, Phrase(fr: "éteinte", en: "dead"))
    case .empty: ReportCell.Tag(rawValue, Phrase(fr: "vide", en: "empty"))
    }
  }
}
