import Ledger
import Portfolio
import Units

extension PanelWriter {
  /// Each month's revenue with and without a customer.
  var reconciliation: [Panel] { [months].compactMap { $0 } }

  private var months: Panel? {
    let months = analysis.company.months
    guard months.contains(where: { $0.revenue != .zero }) else { return nil }
    let stray = months.map { $0.revenue - $0.customerRevenue }
    let worst = stray.indices.max { stray[$0].magnitude < stray[$1].magnitude }
    let finding: Phrase
    if let worst, stray[worst] != .zero {
      finding = Phrase(
        fr: "\(capital: months[worst].span.first) a le plus de ventes sans client : \(euros: stray[worst])",
        en: "\(capital: months[worst].span.first) has the most sales without a customer: \(euros: stray[worst])")
    } else {
      finding = Phrase(
        fr: "Chaque mois, toutes les ventes ont leur client", en: "Every month all sales have their customer")
    }
    let hasStray = stray.contains { $0 != .zero }
    let plot = Plot(
      id: "months-chart", kind: .upright, title: finding,
      columns: [
        ReportColumn("month", Phrase(fr: "Mois", en: "Month"), .text),
        ReportColumn("customers", Phrase(fr: "Avec client", en: "With a customer"), .euros),
        ReportColumn("unattributed", Phrase(fr: "Sans client", en: "Without a customer"), .euros),
        ReportColumn("all", Phrase(fr: "Tout", en: "All"), .euros),
      ],
      lines: [Plot.Line(column: 1, form: .bar)]
        + (hasStray ? [Plot.Line(column: 2, form: .hollow, tone: .bad)] : []),
      rows: zip(months, stray).map { month, stray in
        Plot.Row(
          cells: [.month(month.span.first), .cents(month.customerRevenue), .cents(stray), .cents(month.revenue)],
          link: link(toLinesOf: month.span))
      }, up: .init(say(ReportColumn.revenue().title), unit: .euros), isStacked: true)
    // Seldom a hundredth of the whole: alone, it can be seen.
    let alone = Plot(
      id: "stray-chart", kind: .upright,
      title: Phrase(fr: "Ventes sans client, mois par mois", en: "Sales without a customer, month by month"),
      columns: [plot.columns[0], plot.columns[2]], lines: [Plot.Line(column: 1, form: .bar, tone: .bad)],
      rows: plot.rows.map { Plot.Row(cells: [$0.cells[0], $0.cells[2]], link: $0.link) })
    return panel(
      "months", finding,
      how: Phrase(
        fr: "Chiffre d'affaires des derniers mois, avec et sans client ; un mois mène à ses lignes.",
        en: "Revenue of the last months, with and without a customer; a month leads to its lines."),
      behind: hasStray
        ? [
          .link(
            context.link(.lines, [Link.Item("unattributed", "1")]),
            [.text(context.say(Phrase(fr: "Les lignes sans client", en: "The lines without a customer")))])
        ] : [], [plot.part(self), hasStray ? alone.part(self) : nil])
  }
}
