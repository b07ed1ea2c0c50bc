import Decisions
import Ledger
import Portfolio
import Units

extension PanelWriter {
  /// The categories month by month, where to invest, and who is big and pays.
  var categories: [Panel] {
    guard analysis.categoryTable.totals.contains(where: { $0.category != nil && $0.sums.active > 0 }) else { return [] }
    return [monthGrid, means, attractiveness].compactMap { $0 }
  }

  private var monthGrid: Panel? {
    let table = analysis.categoryTable
    let grid = MonthGrid(table: table, most: 24)
    return panel(
      "months", bestMonth(table) ?? grid.title,
      how: Phrase(
        fr: "Moyenne par client actif de chaque mois ; un mois mène à ses lignes, une catégorie à ses clients. ",
        en: "Mean per active customer of each month; a month leads to its lines, a category to its customers. ")
        + grid.how,
      [
        .heat(
          grid.grid(in: voice, category: { link(toCategory: $0) }, month: { link(toLinesOf: MonthSpan($0, $0)) }))
      ])
  }

  /// The best month of a category, of all.
  private func bestMonth(_ table: CategoryTable) -> Phrase? {
    let rows = table.rows.filter { $0.category != nil && $0.sums.meanMargin != nil }
    guard rows.count > 1,
      let best = rows.max(by: { ($0.sums.meanMargin ?? .zero) < ($1.sums.meanMargin ?? .zero) }),
      let name = best.category, let mean = best.sums.meanMargin
    else { return nil }
    return Phrase(
      fr: "Le meilleur mois : \(best.month) chez « \(name: name) », \(euros: mean) par client",
      en: "The best month: \(best.month) with “\(name: name)”, \(euros: mean) a customer")
  }

  private var means: Panel? {
    let totals = analysis.categoryTable.totals.filter { $0.sums.meanRevenue != nil && $0.sums.meanMargin != nil }
    guard totals.count > 1,
      let best = totals.filter({ $0.category != nil }).max(by: {
        ($0.sums.meanMargin ?? .zero) < ($1.sums.meanMargin ?? .zero)
      }), let name = best.category, let margin = best.sums.meanMargin, let revenue = best.sums.meanRevenue
    else { return nil }
    let finding = Phrase(
      fr: """
        Un client « \(name: name) » laisse \(euros: margin, .compact) sur \(euros: revenue, .compact) : le plus de toutes
        """,
      en: """
        A “\(name: name)” customer leaves \(euros: margin, .compact) of \(euros: revenue, .compact): the most of all
        """)
    let plot = Plot(
      id: "means-chart", kind: .scatter, title: finding,
      columns: [
        ReportColumn("category", Phrase(fr: "Catégorie", en: "Category"), .text),
        ReportColumn("customers", Phrase(fr: "Actifs", en: "Active"), .integer),
        ReportColumn("meanRevenue", Phrase(fr: "CA moyen", en: "Mean revenue"), .euros), .meanMargin, .rate(),
      ],
      lines: [Plot.Line(column: 3, form: .point)],
      rows: totals.map { total in
        Plot.Row(
          cells: [
            category(total.category), .integer(total.sums.active), .cents(total.sums.meanRevenue),
            .cents(total.sums.meanMargin), .share(total.sums.rate),
          ], x: total.sums.meanRevenue?.height, link: link(toCategory: total.category),
          tone: (total.sums.meanMargin ?? .zero) < .zero ? .bad : .accent,
          label: total.category.map { Phrase(name: $0) } ?? .noCategory)
      },
      across: .init(say(Phrase(fr: "CA moyen", en: "Mean revenue")), unit: .euros),
      levels: [.init(0, words: say(Phrase(fr: "ni gain ni perte", en: "neither gain nor loss")))])
    return panel(
      "means", finding,
      how: Phrase(
        fr: "Un point par catégorie : chiffre d'affaires moyen et marge moyenne par client actif de la période.",
        en: "A point for each category: mean revenue and mean margin per active customer of the period."),
      isHalf: true, [plot.part(self)])
  }

  private var attractiveness: Panel? {
    let rows = analysis.attractiveness.rows.filter { $0.meanRank != nil }
    guard let best = analysis.attractiveness.best else { return nil }
    let finding = Phrase(
      fr: "Où investir d'abord : « \(name: best.category) »", en: "Where to invest first: “\(name: best.category)”")
    let table = table(
      "attractiveness-table", finding,
      [
        ReportColumn("category", Phrase(fr: "Catégorie", en: "Category"), .text),
        ReportColumn("place", Phrase(fr: "Place", en: "Place"), .integer), .rate(),
        ReportColumn("active", Phrase(fr: "Clients à portée", en: "Customers within reach"), .integer),
        ReportColumn("prospects", Phrase(fr: "Prospects à portée", en: "Prospects within reach"), .integer),
        ReportColumn("growth", Phrase(fr: "Croissance", en: "Growth"), .percent(digits: 1)),
        ReportColumn("rank", Phrase(fr: "Rang moyen", en: "Mean rank"), .number(digits: 2)),
      ],
      rows.map { row in
        Row(
          cells: [
            .text(row.category), .integer(row.place), .share(row.rate, else: .marginUnknown),
            .integer(row.activeWithinReach, else: .noRegion), .integer(row.prospectsWithinReach, else: .noRegion),
            .share(row.growth.map { $0.value - 1 }), .number(row.meanRank?.value),
          ], link: link(toCategory: row.category))
      })
    return panel(
      "attractiveness", finding,
      how: Phrase(
        fr: "Rang moyen de marge, de clients et prospects à portée, de croissance ; ce qui manque ne compte pas.",
        en: "Mean rank of margin, of customers and prospects within reach, of growth; what is missing does not count."),
      isHalf: true, [.table(table)])
  }
}

extension Phrase {
  /// Why nobody's reach is known.
  static let noRegion = Phrase(
    fr: "La région de personne n'est connue dans l'équipe.", en: "Nobody's region is known in the team.")
}
