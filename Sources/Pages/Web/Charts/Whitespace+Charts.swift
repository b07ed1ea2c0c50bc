import Decisions
import Ledger
import Portfolio
import Units

extension PanelWriter {
  /// Categories by ranges: who buys what, and what the others would bring.
  var whitespace: [Panel] {
    let grid = analysis.life.whitespace
    guard !grid.ranges.isEmpty, !grid.rows.isEmpty else { return [] }
    return [map(grid), openings(grid), customers(grid)].compactMap { $0 }
  }

  private func map(_ grid: WhitespaceGrid) -> Panel? {
    let shown = shownRanges(grid)
    func most(_ row: WhitespaceGrid.Row) -> Int? {
      row.cells.indices.filter { row.cells[$0].openings > 0 }.max { row.cells[$0].expected < row.cells[$1].expected }
    }
    let finding = Phrase(
      fr: "Quelle part de chaque catégorie achète chaque gamme", en: "What part of each category buys each range")
    let heat = HeatTable(
      caption: context.say(finding), corner: context.say(Phrase(fr: "Catégorie", en: "Category")),
      heads: shown.map { voice.inline(Phrase(name: cut(grid.ranges[$0]))) },
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

  /// The customers that miss most, by ranges: what they buy, and what they do not.
  private func customers(_ grid: WhitespaceGrid) -> Panel? {
    let missed = grid.expectedByCustomer
    let order = missed.keys.sorted {
      let (left, right) = (missed[$0] ?? .zero, missed[$1] ?? .zero)
      return left == right ? $0 < $1 : left > right
    }.prefix(12)
    guard let first = order.first, let most = missed[first] else { return nil }
    let ranges = shownRanges(grid)
    let expected = Dictionary(grouping: grid.openings.filter { order.contains($0.customer) }, by: \.customer)
    let name = books.customers.names[first]
    let finding = Phrase(
      fr: "« \(name: cut(name)) » a le plus à gagner : \(euros: most, .compact) par an, estimés",
      en: "“\(name: cut(name))” has most to win: \(euros: most, .compact) a year, estimated")
    let heat = HeatTable(
      caption: context.say(finding), corner: context.say(Phrase(fr: "Client", en: "Customer")),
      heads: ranges.map { voice.inline(Phrase(name: cut(grid.ranges[$0]))) },
      rows: order.map { customer in
        let bought = Dictionary(
          books.ranges[customer].map { ($0.range, $0.current) }, uniquingKeysWith: { first, _ in first })
        let missing = Dictionary(
          (expected[customer] ?? []).map { ($0.range, $0.expected) }, uniquingKeysWith: { first, _ in first })
        return HeatTable.Row(
          [.link(link(to: customer), [.name(cut(books.customers.names[customer]))])],
          ranges.map { range in
            if let missing = missing[range] {
              return HeatTable.Cell([.text("+\(Mark.noBreak)" + voice.amount(missing))], .low)
            }
            let amount = bought[range] ?? .zero
            return HeatTable.Cell([.text(amount > .zero ? voice.amount(amount) : Mark.unknown)])
          })
      })
    return panel(
      "customers", finding,
      how: Phrase(
        fr: "Acheté en euros ; + et ↓ : la gamme qui manque et son estimation ; – : ni acheté ni manquant.",
        en: "Bought in euros; + and ↓: the range that is missed and its estimate; –: neither bought nor missed."),
      [.heat(heat)])
  }

  /// A page has room for so many ranges, those that are bought most.
  private func shownRanges(_ grid: WhitespaceGrid) -> [Int] {
    let totals = grid.totals
    return totals.indices.sorted {
      totals[$0].bought == totals[$1].bought ? $0 < $1 : totals[$0].bought > totals[$1].bought
    }.prefix(12).sorted()
  }

  /// A name short enough for a head.
  private func cut(_ name: String) -> String { shortened(neutralised(name), to: 24) }

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
