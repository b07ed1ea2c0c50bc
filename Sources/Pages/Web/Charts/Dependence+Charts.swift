import Decisions
import Ledger
import Portfolio
import Units

extension PanelWriter {
  /// On whom the company hangs, and what would go with them.
  var dependence: Panel? {
    let dependence = analysis.stakes.dependence
    guard let first = dependence.together.first, let biggest = first.customers.first,
      let last = dependence.together.last
    else { return nil }
    let count = last.customers.count
    let finding =
      count == 1
      ? Phrase(
        fr: "« \(name: books.customers.names[biggest]) » pèse \(percent: first.share.value) du chiffre d'affaires",
        en: "“\(name: books.customers.names[biggest])” weighs \(percent: first.share.value) of the revenue")
      : Phrase(
        fr: """
          « \(name: books.customers.names[biggest]) » pèse \(percent: first.share.value) du chiffre d'affaires, les \
          \(count) premiers \(percent: last.share.value)
          """,
        en: """
          “\(name: books.customers.names[biggest])” weighs \(percent: first.share.value) of the revenue, the first \
          \(count) \(percent: last.share.value)
          """)
    let share = ReportColumn("share", Phrase(fr: "Part du CA", en: "Share of revenue"), .percent(digits: 1))
    let others = [
      ReportColumn.revenue(), .operatingMargin(),
      ReportColumn("result", Phrase(fr: "Résultat sans eux", en: "Result without them"), .euros),
    ]
    func cells(_ loss: Dependence.Loss) -> [ReportCell] {
      [
        .share(loss.share), .cents(loss.revenue), .cents(loss.margin, else: .marginUnknown),
        .cents(loss.result, else: dependence.result == nil ? .fixedCostsUnknown : .marginUnknown),
      ]
    }
    let plot = Plot(
      id: "dependence-chart", kind: .lying, title: finding,
      columns: [ReportColumn("who", Phrase(fr: "Qui", en: "Who"), .text), share] + others,
      lines: [Plot.Line(column: 1, form: .bar, showsFigures: true)],
      rows: dependence.together.map { loss in
        let count = loss.customers.count
        let label =
          count == 1
          ? Phrase(fr: "Le premier", en: "The first")
          : Phrase(fr: "Les \(count) premiers", en: "The first \(count)")
        return Plot.Row(
          cells: [.phrase(label)] + cells(loss), link: count == 1 ? link(to: loss.customers[0]) : nil)
      })
    let table = table(
      "biggest-table", Phrase(fr: "Les plus gros, un par un", en: "The biggest, one by one"), [.name, share] + others,
      dependence.single.compactMap { loss in
        loss.customers.first.map { Row(cells: [name(of: $0)] + cells(loss), link: link(to: $0)) }
      })
    return panel(
      "dependence", finding,
      how: Phrase(
        fr:
          "Part du chiffre d'affaires des clients qui en ont ; ce qui partirait avec eux, et le résultat qui resterait.",
        en: "Share of the revenue of the customers that have any; what would go with them, and the result left."),
      [plot.part(self), .table(table)])
  }
}

extension Phrase {
  /// Why no result is known.
  static let fixedCostsUnknown = Phrase(
    fr: "Les coûts fixes ne sont pas dits dans vos règles.", en: "The fixed costs are not in your rules.")
}
