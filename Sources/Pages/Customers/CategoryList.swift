import Decisions
import Ledger
import Portfolio
import Units

extension ListDocument {
  /// The categories with their customers, what they leave, and what people wrote of their need.
  public static func categories(_ analysis: CompanyAnalysis) -> ListDocument {
    let totals = analysis.categoryTable.totals.filter { $0.category != nil }
    let outside = analysis.categoryTable.totals.first { $0.category == nil }?.members ?? 0
    let places = Dictionary(
      analysis.attractiveness.rows.map { ($0.category, $0) }, uniquingKeysWith: { first, _ in first })
    let notes = analysis.life.categoryNotes
    return ListDocument(
      "categories",
      title: Phrase(
        fr: "\(totals.count, "catégorie", "catégories"), \(outside, "client", "clients") sans catégorie",
        en: "\(totals.count, "category", "categories"), \(outside, "customer", "customers") in none"),
      subtitle: .months(analysis.books.window)
        + Phrase(
          fr: "Des clients qui ont les mêmes besoins, pensent et décident de même.",
          en: "Customers with the same needs, who think and decide alike."),
      totals: [
        ReportTotal("categories", .integer(totals.count)), ReportTotal("withoutCategory", .integer(outside)),
      ],
      grid: ReportGrid(
        columns: [
          ReportColumn("category", Phrase(fr: "Catégorie", en: "Category"), .text),
          ReportColumn("customers", Phrase(fr: "Clients", en: "Customers"), .integer),
          ReportColumn("active", Phrase(fr: "Actifs", en: "Active"), .integer), .revenue(), .rate(),
          .attraction("attraction", among: analysis.attractiveness),
          ReportColumn("need", CategoryField.need.label, .text, .optional(1)),
        ],
        rows: ReportRows(
          totals.map { total in
            let name = total.category ?? ""
            let place = places[name]
            return [
              .text(name), .integer(total.members), .integer(total.sums.active), .cents(total.sums.revenue),
              .share(total.sums.rate), .integer(place?.meanRank == nil ? nil : place?.place),
              notes.text(name, .need).map { .text($0) } ?? .unknown,
            ]
          })))
  }
}
