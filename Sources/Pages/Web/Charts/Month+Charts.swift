import Decisions
import Ledger
import Portfolio
import Units

extension PanelWriter {
  /// Why the last month differs from a year earlier, and how the months before went.
  var month: [Panel] { [monthBridge, twoYears].compactMap { $0 } }

  private var monthBridge: Panel? {
    guard let change = analysis.monthChange else { return nil }
    let difference = change.now - change.before
    let finding = Phrase(
      fr: "De \(euros: change.before, .compact) à \(euros: change.now, .compact) : \(euros: difference, .signed)",
      en: "From \(euros: change.before, .compact) to \(euros: change.now, .compact): \(euros: difference, .signed)")
    func level(_ month: Month, _ amount: Cents) -> Plot.Row {
      Plot.Row(
        cells: [.month(month), .cents(amount), .unknown], link: link(toLinesOf: MonthSpan(month, month)), tone: .ink,
        isBase: true)
    }
    let parts = MonthChange.Part.allCases.filter { change.customers($0) > 0 }.map { part in
      Plot.Row(
        cells: [.tag(part.tag), .cents(change.change(part)), .integer(change.customers(part))],
        link: link(toRowsOf: .month, "part", part.rawValue), tone: change.change(part) < .zero ? .bad : .good)
    }
    let nobody =
      change.unattributed == .zero
      ? []
      : [
        Plot.Row(
          cells: [
            .phrase(Phrase(fr: "ventes sans client", en: "without a customer")), .cents(change.unattributed), .unknown,
          ], tone: change.unattributed < .zero ? .bad : .good)
      ]
    let plot = Plot(
      id: "month-chart", kind: .waterfall, title: finding,
      columns: [
        ReportColumn("step", Phrase(fr: "Ce qui s'est passé", en: "What happened"), .text),
        ReportColumn("amount", Phrase(fr: "Chiffre d'affaires", en: "Revenue"), .euros),
        ReportColumn("customers", Phrase(fr: "Clients", en: "Customers"), .integer),
      ],
      lines: [Plot.Line(column: 1, form: .bar, showsFigures: true)],
      rows: [level(change.month.advanced(by: -12), change.before)] + parts + nobody + [level(change.month, change.now)])
    return panel(
      "month-bridge", finding,
      how: Phrase(
        fr: "Le même mois un an plus tôt, puis chaque client qui a changé ; la somme est celle du mois, au centime.",
        en: "The same month a year earlier, then each customer that changed; the sum is the month's, to the cent."),
      isHalf: true, [plot.part(self)])
  }

  /// The last 24 months, this year's over last year's.
  private var twoYears: Panel? {
    let months = analysis.company.months
    guard months.count > 12, let last = months.last else { return nil }
    let year = months.suffix(12)
    let better = zip(year, months.suffix(24).dropLast(12)).suffix(months.count - 12).count { $0.revenue > $1.revenue }
    let compared = min(12, months.count - 12)
    let finding = Phrase(
      fr: "\(better, "mois", "mois") sur \(compared) au-dessus de l'année d'avant",
      en: "\(better) of \(compared, "month", "months") above the year before")
    let plot = Plot(
      id: "two-years-chart", kind: .upright, title: finding,
      columns: [
        ReportColumn("month", Phrase(fr: "Mois", en: "Month"), .text), .revenue(),
        ReportColumn("before", Phrase(fr: "Un an plus tôt", en: "A year earlier"), .euros),
      ],
      lines: [
        Plot.Line(column: 1, form: .bar, label: Phrase(fr: "", en: "")),
        Plot.Line(
          column: 2, form: .line, tone: .ink, label: Phrase(fr: "un an plus tôt", en: "a year earlier")),
      ],
      rows: year.map { sums in
        let month = sums.span.first
        let before = months.first { $0.span.first == month.advanced(by: -12) }
        return Plot.Row(
          cells: [.month(month), .cents(sums.revenue), .cents(before?.revenue)],
          link: link(toLinesOf: MonthSpan(month, month)))
      })
    return panel(
      "two-years", finding,
      how: Phrase(
        fr: "Chiffre d'affaires de chaque mois jusqu'à \(last.span.first), ventes sans client comprises.",
        en: "Revenue of each month up to \(last.span.first), sales without a customer included."),
      isHalf: true, [plot.part(self)])
  }

  /// Where the margin comes from, one bar a category.
  var categoryMargins: Panel? {
    let totals = analysis.categoryTable.totals.filter { $0.category != nil && $0.sums.operatingMargin != nil }
      .sorted { ($0.sums.operatingMargin ?? .zero) > ($1.sums.operatingMargin ?? .zero) }
    guard totals.count > 1, let best = totals.first, let name = best.category, let margin = best.sums.operatingMargin
    else { return nil }
    let losing = totals.count { ($0.sums.operatingMargin ?? .zero) < .zero }
    let finding =
      losing == 0
      ? Phrase(
        fr: "« \(name: name) » apporte le plus de marge : \(euros: margin, .compact)",
        en: "“\(name: name)” brings the most margin: \(euros: margin, .compact)")
      : Phrase(
        fr: """
          « \(name: name) » apporte \(euros: margin, .compact) de marge ; \
          \(losing, "catégorie en perd", "catégories en perdent")
          """,
        en: """
          “\(name: name)” brings \(euros: margin, .compact) of margin; \
          \(losing, "category loses", "categories lose") some
          """)
    let shown = totals.count <= 12 ? totals : Array(totals.prefix(9) + totals.suffix(3))
    let plot = Plot(
      id: "category-margins-chart", kind: .lying, title: finding,
      columns: [.category, .operatingMargin(), .revenue(), .rate()],
      lines: [Plot.Line(column: 1, form: .bar)],
      rows: shown.map { total in
        Plot.Row(
          cells: [
            category(total.category), .cents(total.sums.operatingMargin), .cents(total.sums.revenue),
            .share(total.sums.rate),
          ], link: link(toCategory: total.category),
          tone: (total.sums.operatingMargin ?? .zero) < .zero ? .bad : nil)
      })
    return panel(
      "category-margins", finding,
      how: Phrase(
        fr: "Marge opérationnelle de chaque catégorie sur la période.",
        en: "Operating margin of each category over the period."),
      isHalf: true,
      behind: [
        .link(context.link(.report(.categories)), [.text(say(Phrase(fr: "Mois par mois", en: "Month by month")))])
      ],
      [plot.part(self)])
  }
}
