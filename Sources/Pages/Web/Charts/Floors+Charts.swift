import Decisions
import Ledger
import Portfolio
import Units

extension PanelWriter {
  /// How far customers stand from their floors, and what categories lack.
  var floors: [Panel] { [distances, shortfalls].compactMap { $0 } }

  private var distances: Panel? {
    let found = FloorDistances(
      floors: analysis.floors, margins: analysis.margins, categories: analysis.categories, policy: analysis.policy)
    guard !found.steps.isEmpty else { return nil }
    let under = found.steps.filter(\.isUnder).reduce(0) { $0 + $1.customers }
    let finding =
      under == 0
      ? Phrase(
        fr: "Aucun des \(found.customers) clients jugés n'est sous son plancher de marge",
        en: "None of the \(found.customers) customers judged is under its margin floor")
      : Phrase(
        fr: """
          \(under, "client", "clients") sur \(found.customers) \(agreeing: under, "est", "sont") sous \
          \(agreeing: under, "son", "leur") plancher de marge
          """,
        en:
          "\(under) of \(found.customers) customers \(agreeing: under, "is", "are") under \(agreeing: under, "its", "their") margin floor"
      )
    let floor = found.commonFloor.map { $0.value * 100 }
    let plot = Plot(
      id: "distances-chart", kind: .upright, title: finding,
      columns: [
        floor == nil
          ? ReportColumn("step", Phrase(fr: "Points au-dessus du plancher", en: "Points above the floor"), .text)
          : ReportColumn("step", Phrase(fr: "Taux de marge, %", en: "Margin rate, %"), .text),
        ReportColumn("customers", Phrase(fr: "Clients", en: "Customers"), .integer),
      ],
      lines: [Plot.Line(column: 1, form: .bar, showsFigures: true)],
      rows: found.steps.map { step in
        Plot.Row(
          cells: [.phrase(name(of: step, floor: floor)), .integer(step.customers)],
          tone: step.isUnder ? .bad : .accent)
      },
      marks: mark(found.steps, floor: found.commonFloor))
    return panel(
      "distances", finding,
      how: floor == nil
        ? Phrase(
          fr:
            "Taux de marge opérationnelle de chaque client moins le plancher de sa catégorie, par pas de cinq points.",
          en: "Each customer's operating margin rate less its category's floor, in steps of five points.")
        : Phrase(
          fr: "Clients par taux de marge opérationnelle, par pas de cinq points à partir du plancher.",
          en: "Customers by operating margin rate, in steps of five points from the floor."), [plot.part(self)])
  }

  /// The floor is named at the first step that keeps it.
  private func mark(_ steps: [FloorDistances.Step], floor: Rate?) -> [ChartModel.Mark] {
    guard let place = steps.firstIndex(where: { !$0.isUnder }), place > 0 else { return [] }
    let words =
      floor.map { floor in
        Phrase(fr: "plancher : \(percent: floor.value, digits: 1)", en: "floor: \(percent: floor.value, digits: 1)")
      } ?? Phrase(fr: "plancher", en: "floor")
    let highest = steps.map(\.customers).max() ?? 0
    return [ChartModel.Mark(Double(place), Double(highest), words: say(words))]
  }

  private func name(of step: FloorDistances.Step, floor: Double?) -> Phrase {
    func end(_ distance: Int) -> Double { Double(distance) + (floor ?? 0) }
    let digits = floor.map { $0 == $0.rounded() ? 0 : 1 } ?? 0
    switch (step.from, step.to) {
    case (nil, let to?):
      return Phrase(
        fr: "sous \(number: end(to), digits: digits)", en: "under \(number: end(to), digits: digits)")
    case (let from?, nil):
      return Phrase(
        fr: "\(number: end(from), digits: digits) et plus", en: "\(number: end(from), digits: digits) and more")
    case (let from?, let to?):
      return Phrase(
        fr: "\(number: end(from), digits: digits) à \(number: end(to), digits: digits)",
        en: "\(number: end(from), digits: digits) to \(number: end(to), digits: digits)")
    case (nil, nil): return Phrase(fr: "tous", en: "all")
    }
  }

  private var shortfalls: Panel? {
    let rows = analysis.floors.byCategory(analysis.categories).filter { $0.margin > .zero || $0.revenue > .zero }
      .sorted { ($0.margin, $0.revenue) > ($1.margin, $1.revenue) }
    guard let first = rows.first, analysis.categories.names.count > 0 else { return nil }
    let label = first.category.map { Phrase(fr: "« \(name: $0) »", en: "“\(name: $0)”") } ?? .noCategoryAtHead
    let lacks = first.margin > .zero ? first.margin : first.revenue
    let finding =
      label
      + (first.margin > .zero
        ? Phrase(
          fr: " : il manque \(euros: lacks, .compact) de marge chez \(first.under, "client", "clients")",
          en: ": \(euros: lacks, .compact) of margin are missing with \(first.under, "customer", "customers")")
        : Phrase(
          fr: " : il manque \(euros: lacks, .compact) de chiffre d'affaires chez \(first.under, "client", "clients")",
          en: ": \(euros: lacks, .compact) of revenue are missing with \(first.under, "customer", "customers")"))
    let plot = Plot(
      id: "shortfalls-chart", kind: .lying, title: finding,
      columns: [
        ReportColumn("category", Phrase(fr: "Catégorie", en: "Category"), .text),
        ReportColumn("tested", Phrase(fr: "Jugés", en: "Tested"), .integer),
        ReportColumn("under", Phrase(fr: "Sous un plancher", en: "Under a floor"), .integer),
        ReportColumn("margin", Phrase(fr: "Marge qui manque", en: "Margin missing"), .euros),
        ReportColumn("revenue", Phrase(fr: "CA qui manque", en: "Revenue missing"), .euros),
      ],
      lines: [Plot.Line(column: first.margin > .zero ? 3 : 4, form: .bar, tone: .bad, showsFigures: true)],
      rows: rows.map { row in
        Plot.Row(
          cells: [
            category(row.category), .integer(row.tested), .integer(row.under), .cents(row.margin), .cents(row.revenue),
          ], link: link(toCategory: row.category))
      })
    return panel(
      "shortfalls", finding,
      how: Phrase(
        fr: "Ce qui manque aux clients sous leur plancher, additionné par catégorie.",
        en: "What customers under their floor lack, added up by category."), [plot.part(self)])
  }
}
