import Decisions
import Ledger
import Portfolio
import Units

extension ReportDocument {
  /// What customers do not buy though customers like them do.
  static func whitespace(_ analysis: CompanyAnalysis) -> ReportDocument {
    let (books, grid) = (analysis.books, analysis.life.whitespace)
    let totals = grid.totals
    return ReportDocument(
      name: .whitespace, window: books.window, title: title(grid),
      subtitle: .months(books.window)
        + Phrase(
          fr: "Estimation : ce que dépensent, au milieu, les clients de la même catégorie qui achètent la gamme.",
          en: "An estimate: what customers of the same category who buy the range spend, in the middle."),
      totals: [
        ReportTotal("openings", .integer(grid.openings.count), Phrase(fr: "Gammes manquantes", en: "Ranges missed")),
        ReportTotal(
          "customers", .integer(grid.expectedByCustomer.count), Phrase(fr: "Clients concernés", en: "Customers missing")
        ),
        ReportTotal(
          "expectedCents", .cents(totals.map(\.expected).sum), Phrase(fr: "Attendu, estimé", en: "Expected, estimated")),
        ReportTotal("revenueCents", .cents(grid.rows.map(\.revenue).sum)),
        ReportTotal("withoutRangeCents", .cents(grid.rows.map(\.withoutRange).sum)),
        ReportTotal(
          "ranges",
          .list(zip(grid.ranges, totals).map { range, cell in .object([.init("range", .text(range))] + members(cell)) })
        ),
        ReportTotal(
          "categories",
          .list(
            grid.rows.map { row in
              .object([
                .init("category", .text(row.category)), .init("members", .integer(row.members)),
                .init("revenueCents", .cents(row.revenue)), .init("withoutRangeCents", .cents(row.withoutRange)),
                .init("expectedCents", .cents(row.expected)),
                .init(
                  "ranges",
                  .list(
                    zip(grid.ranges, row.cells).map { range, cell in
                      .object([.init("range", .text(range))] + members(cell))
                    })),
              ])
            })),
      ],
      grid: ReportGrid(
        columns: [
          .customer, .name, .category, ReportColumn("range", Phrase(fr: "Gamme", en: "Range"), .text),
          ReportColumn(
            "buyerShare", Phrase(fr: "L'achètent, dans sa catégorie", en: "Buy it, in its category"),
            .percent(digits: 0)),
          ReportColumn("buyers", Phrase(fr: "Acheteurs", en: "Buyers"), .integer, .hidden),
          ReportColumn("members", Phrase(fr: "Membres", en: "Members"), .integer, .hidden),
          ReportColumn("expectedCents", Phrase(fr: "Attendu, estimé", en: "Expected, estimated"), .euros),
          ReportColumn("highCents", Phrase(fr: "Au mieux, estimé", en: "At best, estimated"), .euros, .optional(1)),
        ],
        rows: ReportRows(count: grid.openings.count) { place in
          let opening = grid.openings[place]
          return [
            books.idCell(opening.customer), books.nameCell(opening.customer),
            .text(analysis.categories[opening.customer]), .text(grid.ranges[opening.range]),
            .share(Share(Int64(opening.buyers), of: Int64(opening.members))), .integer(opening.buyers),
            .integer(opening.members), .cents(opening.expected), .cents(opening.high),
          ]
        }),
      notes: sentences {
        if grid.ranges.isEmpty, !grid.rows.isEmpty {
          Phrase(
            fr: "Aucune ligne ne nomme de gamme : donnez une colonne « gamme » aux ventes ou aux articles.",
            en: "No line names a range: give sales or products a “range” column.")
        }
        if grid.cut > 0 {
          Phrase(
            fr: """
              L'attendu de \(grid.cut, "client est plafonné", "clients est plafonné") : jamais plus que ce qu'\
              \(agreeing: grid.cut, "il achète", "ils achètent") déjà, ni que \(agreeing: grid.cut, "son", "leur") potentiel jugé.
              """,
            en: """
              What is expected of \(grid.cut, "customer", "customers") is capped: never more than \
              \(agreeing: grid.cut, "it buys", "they buy") already, nor than \(agreeing: grid.cut, "its", "their") judged potential.
              """)
        }
        if grid.rows.contains(where: { $0.category == nil }), !grid.openings.isEmpty {
          Phrase(
            fr: "Les clients sans catégorie sont comparés entre eux.",
            en: "Customers in no category are compared with each other.")
        }
      })
  }

  private static func members(_ cell: WhitespaceGrid.Cell) -> [ReportCell.Member] {
    [
      .init("buyers", .integer(cell.buyers)), .init("boughtCents", .cents(cell.bought)),
      .init("openings", .integer(cell.openings)), .init("expectedCents", .cents(cell.expected)),
    ]
  }

  private static func title(_ grid: WhitespaceGrid) -> Phrase {
    let totals = grid.totals
    guard let best = totals.indices.max(by: { totals[$0].expected < totals[$1].expected }), !grid.openings.isEmpty
    else {
      if grid.ranges.isEmpty, !grid.rows.isEmpty {
        return Phrase(
          fr: "Les ventes ne nomment aucune gamme : on ne peut pas dire ce qui manque à qui",
          en: "Sales name no range: nobody can tell who misses what")
      }
      return Phrase(
        fr: "Aucune gamme ne manque à un client que ses semblables achètent",
        en: "No customer misses a range that its like buy")
    }
    return Phrase(
      fr: """
        \(grid.openings.count, "gamme manquante", "gammes manquantes") chez \
        \(grid.expectedByCustomer.count, "client", "clients") : \(euros: totals.map(\.expected).sum, .compact) par an \
        estimés, « \(name: grid.ranges[best]) » d'abord
        """,
      en: """
        \(grid.openings.count, "range", "ranges") missed by \(grid.expectedByCustomer.count, "customer", "customers"): \
        \(euros: totals.map(\.expected).sum, .compact) a year, estimated, “\(name: grid.ranges[best])” first
        """)
  }
}
