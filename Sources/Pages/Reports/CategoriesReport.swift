import Decisions
import Ledger
import Portfolio
import Units

extension ReportDocument {
  /// Mean revenue and mean operating margin per category, month by month.
  static func categories(_ analysis: CompanyAnalysis) -> ReportDocument {
    let (table, attractiveness) = (analysis.categoryTable, analysis.attractiveness)
    return ReportDocument(
      name: .categories, window: analysis.books.window, title: title(table),
      subtitle: .months(analysis.books.window)
        + Phrase(
          fr: "Moyennes par client actif du mois ; marges des clients dont la marge est connue.",
          en: "Means per customer active in the month; margins of the customers whose margin is known."),
      totals: [
        ReportTotal(
          "categories", .integer(table.totals.count { $0.category != nil }),
          Phrase(fr: "Catégories", en: "Categories")),
        ReportTotal("list", .list(table.totals.map { .object([.init("category", .text($0.category))] + members($0)) })),
        ReportTotal("attractiveness", .list(attractiveness.rows.map(attraction))),
      ],
      grid: ReportGrid(
        columns: [
          .category, ReportColumn("month", Phrase(fr: "Mois", en: "Month"), .month),
          ReportColumn("customers", Phrase(fr: "Clients actifs", en: "Active customers"), .integer), .revenue(),
          .operatingMargin(), .rate(),
          ReportColumn("meanRevenueCents", Phrase(fr: "CA moyen", en: "Mean revenue"), .euros),
          .meanMargin,
        ],
        rows: ReportRows(count: table.rows.count) { place in
          let row = table.rows[place]
          return [
            .text(row.category), .month(row.month), .integer(row.sums.active), .cents(row.sums.revenue),
            .cents(row.sums.operatingMargin, else: .marginUnknown), .share(row.sums.rate, else: .marginUnknown),
            .cents(row.sums.meanRevenue), .cents(row.sums.meanMargin, else: .marginUnknown),
          ]
        }),
      reading: reading(table, attractiveness),
      notes: sentences {
        if table.totals.contains(where: { $0.category != nil }) {
          attractiveness.sentence
        } else {
          Phrase(
            fr: """
              Aucune catégorie : donnez une colonne « catégorie » au fichier clients, ou des règles dans policy.yaml. \
              Sans elle, on ne voit pas quels besoins rapportent.
              """,
            en: """
              No category: give the customer file a "category" column, or rules in policy.yaml. Without it nobody sees \
              which needs pay.
              """)
        }
      })
  }

  private static func title(_ table: CategoryTable) -> Phrase {
    guard table.totals.contains(where: { $0.category != nil }) else {
      guard let margin = table.totals.first?.sums.operatingMargin else {
        return Phrase(fr: "Aucune catégorie, et aucune marge connue", en: "No category, and no margin known")
      }
      return Phrase(
        fr: "Aucune catégorie : on ne voit pas quels besoins laissent les \(euros: margin, .compact) de marge",
        en: "No category: nobody sees which needs leave the margin of \(euros: margin, .compact)")
    }
    let rated = table.totals.filter { $0.category != nil }.compactMap { total in
      total.sums.rate.map { (name: total.category ?? "", rate: $0.value) }
    }
    guard let best = rated.max(by: { $0.rate < $1.rate }), let worst = rated.min(by: { $0.rate < $1.rate }) else {
      return Phrase(
        fr: "\(table.totals.count { $0.category != nil }, "catégorie", "catégories"), sans marge connue",
        en: "\(table.totals.count { $0.category != nil }, "category", "categories"), no margin known")
    }
    if rated.count == 1 {
      return Phrase(
        fr: "« \(name: best.name) » laisse \(percent: best.rate, digits: 1) de marge",
        en: "“\(name: best.name)” leaves a margin of \(percent: best.rate, digits: 1)")
    }
    return Phrase(
      fr: """
        « \(name: best.name) » laisse \(percent: best.rate, digits: 1) de marge, « \(name: worst.name) » \
        \(percent: worst.rate, digits: 1)
        """,
      en: """
        “\(name: best.name)” leaves a margin of \(percent: best.rate, digits: 1), “\(name: worst.name)” \
        \(percent: worst.rate, digits: 1)
        """)
  }

  private static func members(_ total: CategoryTable.Total) -> [ReportCell.Member] {
    [
      .init("members", .integer(total.members)), .init("customers", .integer(total.sums.active)),
      .init("revenueCents", .cents(total.sums.revenue)),
      .init("operatingMarginCents", .cents(total.sums.operatingMargin)), .init("rate", .share(total.sums.rate)),
      .init("meanRevenueCents", .cents(total.sums.meanRevenue)),
      .init("meanMarginCents", .cents(total.sums.meanMargin)), .init("coverage", .share(total.sums.coverage)),
      .init("hours", .minutes(total.sums.minutes)),
    ]
  }

  private static func attraction(_ row: Attractiveness.Row) -> ReportCell {
    .object([
      .init("category", .text(row.category)), .init("place", .integer(row.place)), .init("rate", .share(row.rate)),
      .init("activeWithinReach", .integer(row.activeWithinReach)),
      .init("prospectsWithinReach", .integer(row.prospectsWithinReach)), .init("growth", .share(row.growth)),
      .init("meanRank", .number(row.meanRank?.value)),
    ])
  }

  /// A line for each category, its months as a small picture.
  private static func reading(_ table: CategoryTable, _ attractiveness: Attractiveness) -> ReportGrid {
    let places = Dictionary(uniqueKeysWithValues: attractiveness.rows.map { ($0.category, $0) })
    let months = table.span.count
    let rows = table.totals.enumerated().map { place, total -> [ReportCell] in
      let attractive = total.category.flatMap { places[$0] }
      let trend = table.rows[place * months..<(place + 1) * months].suffix(24).map { $0.sums.meanMargin ?? .zero }
      return [
        total.category.map { .text($0) } ?? .tag(.init("none", .noCategory, tone: .faint)),
        .integer(total.sums.active), .cents(total.sums.revenue),
        .cents(total.sums.operatingMargin, else: .marginUnknown), .share(total.sums.rate, else: .marginUnknown),
        .cents(total.sums.meanRevenue), .cents(total.sums.meanMargin, else: .marginUnknown),
        total.sums.operatingMargin == nil ? .unknown(.marginUnknown) : .trend(trend),
        .share(attractive?.growth.map { $0.value - 1 }), .integer(attractive?.withinReach),
        .integer(attractive?.meanRank == nil ? nil : attractive?.place),
      ]
    }
    return ReportGrid(
      columns: [
        ReportColumn("category", Phrase(fr: "Catégorie", en: "Category"), .text),
        ReportColumn("customers", Phrase(fr: "Actifs", en: "Active"), .integer), .revenue(.optional(3)),
        .operatingMargin(.optional(2)), .rate(),
        ReportColumn("meanRevenueCents", Phrase(fr: "CA moyen", en: "Mean revenue"), .euros),
        .meanMargin,
        ReportColumn("trend", Phrase(fr: "Marge moyenne par mois", en: "Mean margin by month"), .trend, .optional(1)),
        ReportColumn("growth", Phrase(fr: "Croissance", en: "Growth"), .percent(digits: 1), .optional(4)),
        ReportColumn("reach", Phrase(fr: "À portée", en: "Within reach"), .integer, .optional(6)),
        .attraction("place", among: attractiveness, .optional(5)),
      ],
      rows: ReportRows(rows))
  }
}

extension ReportColumn {
  /// The place of a category by attraction, with how many are ranked.
  static func attraction(_ key: String, among all: Attractiveness, _ place: Place = .essential) -> ReportColumn {
    let ranked = all.ranked
    return ReportColumn(
      key, Phrase(fr: "Attrait, rang sur \(ranked)", en: "Attraction, rank of \(ranked)"), .integer, place)
  }
}

extension Attractiveness {
  /// How many categories have a place.
  var ranked: Int { rows.count { $0.meanRank != nil } }

  /// The first of several that does not lose money; nothing where all do, or where one alone is ranked.
  var best: Row? {
    let ranked = rows.filter { $0.meanRank != nil }
    return ranked.count > 1 ? ranked.first { $0.rate.map { $0.part > 0 } ?? true } : nil
  }

  /// Where to invest first.
  var sentence: Phrase? {
    best.map { best in
      Phrase(
        fr: """
          La plus attrayante : « \(name: best.category) », au rang moyen de marge, de clients à portée et de croissance.
          """,
        en: """
          The most attractive: “\(name: best.category)”, by its mean rank of margin, customers within reach and growth.
          """)
    }
  }
}
