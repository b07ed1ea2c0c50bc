import Decisions
import Ledger
import Portfolio
import Units

extension PanelWriter {
  /// The prospects nearest to what the company seeks, and what is not known of them.
  var targets: [Panel] { [firstTargets, unknownCriteria].compactMap { $0 } }

  private var firstTargets: Panel? {
    let rows = analysis.life.targets.rows.filter(\.subject.isProspect)
    guard let first = rows.first else { return nil }
    let name = books.prospects[first.subject.place].name
    let finding = Phrase(
      fr: "« \(name: name) » est le plus près de ce que vous cherchez : \(percent: first.score.value)",
      en: "“\(name: name)” is nearest to what you seek: \(percent: first.score.value)")
    let plot = Plot(
      id: "score-chart", kind: .lying, title: finding,
      columns: [
        ReportColumn("name", Phrase(fr: "Prospect", en: "Prospect"), .text),
        ReportColumn("score", Phrase(fr: "Note", en: "Score"), .percent(digits: 0)),
        ReportColumn("known", Phrase(fr: "Connu", en: "Known"), .percent(digits: 0)),
        ReportColumn("unknown", Phrase(fr: "Inconnu", en: "Unknown"), .text),
      ],
      lines: [Plot.Line(column: 1, form: .bar, tone: .accent, showsFigures: true)],
      rows: rows.prefix(15).map { row in
        Plot.Row(
          cells: [
            row.subject.cells(in: books)[2], .share(row.score.value), .share(row.completeness.value),
            .list(row.unknown.map { .phrase($0.label) }),
          ], tone: row.unknown.isEmpty ? .accent : .soft)
      })
    return panel(
      "score", finding,
      how: Phrase(
        fr: "Les quinze premiers ; en clair, ceux dont un critère au moins est inconnu.",
        en: "The first fifteen; paler, those of whom a criterion at least is not known."),
      [plot.part(self)])
  }

  private var unknownCriteria: Panel? {
    let rows = analysis.life.targets.rows.filter(\.subject.isProspect)
    let counts = TargetCriterion.allCases.map { criterion in
      (criterion, rows.count { $0.unknown.contains(criterion) })
    }.filter { $0.1 > 0 }
    guard let most = counts.max(by: { $0.1 < $1.1 }), !rows.isEmpty else { return nil }
    let finding =
      Phrase(fr: "À demander d'abord : ", en: "To ask first: ") + most.0.label
      + Phrase(
        fr: ", inconnue chez \(most.1, "prospect", "prospects") sur \(rows.count)",
        en: ", not known of \(most.1) of \(rows.count, "prospect", "prospects")")
    let plot = Plot(
      id: "unknown-chart", kind: .lying, title: finding,
      columns: [
        ReportColumn("criterion", Phrase(fr: "Critère", en: "Criterion"), .text),
        ReportColumn("prospects", Phrase(fr: "Prospects sans lui", en: "Prospects without it"), .integer),
      ],
      lines: [Plot.Line(column: 1, form: .bar, tone: .soft, showsFigures: true)],
      rows: counts.map { Plot.Row(cells: [.phrase($0.0.label), .integer($0.1)]) })
    return panel(
      "unknown", finding,
      how: Phrase(
        fr: "Un critère inconnu compte pour neutre : le demander change la note.",
        en: "A criterion that is not known counts as neutral: asking changes the score."),
      isHalf: true, [plot.part(self)])
  }

  /// Categories by ranges: who buys what, and what the others would bring.
  var whitespace: [Panel] {
    let grid = analysis.life.whitespace
    guard !grid.ranges.isEmpty, !grid.rows.isEmpty else { return [] }
    return [map(grid), openings(grid)].compactMap { $0 }
  }

  private func map(_ grid: WhitespaceGrid) -> Panel? {
    let totals = grid.totals
    // A page has room for so many ranges, those that are bought most.
    let shown = totals.indices.sorted {
      totals[$0].bought == totals[$1].bought ? $0 < $1 : totals[$0].bought > totals[$1].bought
    }.prefix(12).sorted()
    func most(_ row: WhitespaceGrid.Row) -> Int? {
      row.cells.indices.filter { row.cells[$0].openings > 0 }.max { row.cells[$0].expected < row.cells[$1].expected }
    }
    let finding = Phrase(
      fr: "Quelle part de chaque catégorie achète chaque gamme", en: "What part of each category buys each range")
    let heat = HeatTable(
      caption: context.say(finding), corner: context.say(Phrase(fr: "Catégorie", en: "Category")),
      heads: shown.map { voice.inline(Phrase(name: shortened(neutralised(grid.ranges[$0]), to: 24))) },
      rows: grid.rows.map { row in
        HeatTable.Row(
          voice.inline(row.category.map { Phrase(name: $0) } ?? .noCategory),
          shown.map { range in
            let share = Share(Int64(row.cells[range].buyers), of: Int64(row.members))?.value ?? 0
            return HeatTable.Cell(
              [.text(voice.percent(share, digits: 0))],
              range == most(row) ? .low : share >= 0.8 ? .high : .plain)
          })
      })
    return panel(
      "map", finding,
      how: Phrase(
        fr: "↓ : la gamme manquante qui rapporterait le plus à la catégorie ; ↑ : quatre clients sur cinq l'achètent.",
        en: "↓: the range missed that would bring the category most; ↑: four customers in five buy it."),
      [.heat(heat)])
  }

  private func openings(_ grid: WhitespaceGrid) -> Panel? {
    let totals = grid.totals
    let order = totals.indices.filter { totals[$0].openings > 0 }.sorted {
      totals[$0].expected == totals[$1].expected ? $0 < $1 : totals[$0].expected > totals[$1].expected
    }
    guard let first = order.first else { return nil }
    let finding = Phrase(
      fr: """
        « \(name: grid.ranges[first]) » manque à \(totals[first].openings, "client", "clients") : \
        \(euros: totals[first].expected, .compact) par an, estimés
        """,
      en: """
        “\(name: grid.ranges[first])” is missed by \(totals[first].openings, "customer", "customers"): \
        \(euros: totals[first].expected, .compact) a year, estimated
        """)
    let plot = Plot(
      id: "openings-chart", kind: .lying, title: finding,
      columns: [
        ReportColumn("range", Phrase(fr: "Gamme", en: "Range"), .text),
        ReportColumn("expected", Phrase(fr: "Attendu, estimé", en: "Expected, estimated"), .euros),
        ReportColumn("openings", Phrase(fr: "Clients à qui elle manque", en: "Customers missing it"), .integer),
        ReportColumn("buyers", Phrase(fr: "Clients qui l'achètent", en: "Customers buying it"), .integer),
      ],
      lines: [Plot.Line(column: 1, form: .bar, tone: .good, showsFigures: true)],
      rows: order.prefix(12).map { range in
        Plot.Row(cells: [
          .text(grid.ranges[range]), .cents(totals[range].expected), .integer(totals[range].openings),
          .integer(totals[range].buyers),
        ])
      })
    return panel(
      "openings", finding,
      how: Phrase(
        fr: "Somme des estimations par client, au milieu de ce que dépensent ses semblables.",
        en: "The sum of the estimates by customer, in the middle of what its like spend."),
      [plot.part(self)])
  }
}
