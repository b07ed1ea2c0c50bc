import Decisions
import Ledger
import Portfolio
import Units

extension ListDocument {
  /// Every prospect with what its file says, its score and how much it resembles the best customers.
  public static func prospects(_ analysis: CompanyAnalysis) -> ListDocument {
    let (books, alike) = (analysis.books, analysis.life.lookAlikes.value)
    let resemblance = Dictionary(
      (alike?.prospects ?? []).map { ($0.subject.place, $0.score) }, uniquingKeysWith: { first, _ in first })
    let rows = analysis.targetRows.filter(\.subject.isProspect)
    let names = Dictionary(books.people.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
    return ListDocument(
      "prospects",
      title: Phrase(fr: "\(rows.count, "prospect", "prospects")", en: "\(rows.count, "prospect", "prospects")"),
      subtitle: Phrase(
        fr: "Note : ce que vous cherchez ; ressemblance : ce que sont vos meilleurs clients.",
        en: "Score: what you seek; resemblance: what your best customers are."),
      grid: ReportGrid(
        columns: [
          ReportColumn("prospect", Phrase(fr: "Code", en: "Code"), .text),
          ReportColumn("name", Phrase(fr: "Prospect", en: "Prospect"), .text),
          ReportColumn("category", Phrase(fr: "Catégorie", en: "Category"), .text, .optional(3)),
          ReportColumn("sector", Phrase(fr: "Secteur", en: "Sector"), .text, .optional(8)),
          ReportColumn("region", Phrase(fr: "Région", en: "Region"), .text, .optional(5)),
          ReportColumn("size", Phrase(fr: "Taille", en: "Size"), .text, .optional(6)),
          ReportColumn("potentialCents", Phrase(fr: "Potentiel", en: "Potential"), .euros, .optional(4)),
          ReportColumn("salesperson", Phrase(fr: "Commercial", en: "Salesperson"), .text, .optional(7)),
          ReportColumn("source", Phrase(fr: "Origine", en: "Source"), .text, .optional(9)),
          ReportColumn("score", Phrase(fr: "Note", en: "Score"), .percent(digits: 0)),
          ReportColumn("completeness", Phrase(fr: "Connu", en: "Known"), .percent(digits: 0), .optional(2)),
          ReportColumn("resemblance", Phrase(fr: "Ressemblance", en: "Resemblance"), .percent(digits: 0), .optional(1)),
          .doorBar,
        ],
        rows: ReportRows(count: rows.count) { place in
          let row = rows[place]
          let prospect = books.prospects[row.subject.place]
          return [
            .text(prospect.id.text), .text(prospect.name), .text(row.category), .text(prospect.sector),
            .text(prospect.region), .text(prospect.size), .cents(prospect.potential),
            .text(prospect.salesperson.map { names[$0] ?? $0.text }), .text(prospect.source),
            .share(row.score.value), .share(row.completeness.value), .share(resemblance[row.subject.place]),
            analysis.life.bar(of: row.subject).cell,
          ]
        }))
  }
}
