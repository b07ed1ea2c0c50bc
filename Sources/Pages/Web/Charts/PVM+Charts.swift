import Decisions
import Ledger
import Portfolio
import Units

extension PanelWriter {
  /// Why revenue changed, why the margin did, and with whom prices moved most.
  var pvm: [Panel] {
    guard let found = analysis.portfolio.prices.bridge?.value, !found.rows.isEmpty else { return [] }
    return [revenueBridge(found), marginBridge(found), moved(found)].compactMap { $0 }
  }

  private func waterfall(
    _ id: String, _ finding: Phrase, _ amount: Phrase, _ bridge: PriceVolumeMix.Bridge, ofMargin: Bool
  ) -> Panel.Part? {
    let parts = BridgePart.bars(ofMargin: ofMargin).filter { $0.isLevel || bridge[keyPath: $0.amount] != .zero }
    return Plot(
      id: id, kind: .waterfall, title: finding,
      columns: [
        ReportColumn("step", Phrase(fr: "Ce qui s'est passé", en: "What happened"), .text),
        ReportColumn("amount", amount, .euros),
      ],
      lines: [Plot.Line(column: 1, form: .bar, showsFigures: true)],
      rows: parts.map { part in
        let amount = bridge[keyPath: part.amount]
        return Plot.Row(
          cells: [.phrase(part.label), .cents(amount)],
          tone: part.isLevel ? .ink : amount < .zero ? .bad : .good, isBase: part.isLevel)
      }
    ).part(self)
  }

  private func revenueBridge(_ found: PriceVolumeMix) -> Panel? {
    let bridge = found.revenue
    let finding = Phrase(
      fr: """
        Chez les clients restés, prix \(euros: bridge.price, .signed), volume \(euros: bridge.volume, .signed), mix \
        \(euros: bridge.mix, .signed)
        """,
      en: """
        With customers that stayed: price \(euros: bridge.price, .signed), volume \(euros: bridge.volume, .signed), mix \
        \(euros: bridge.mix, .signed)
        """)
    return panel(
      "pvm-revenue", finding,
      how: Phrase(
        fr: """
          Prix : mêmes quantités, autre prix. Volume : mêmes produits en plus ou moins. Mix : des produits plus ou moins \
          chers parmi eux, dans une même unité de mesure.
          """,
        en: """
          Price: the same quantities at another price. Volume: more or less of the same products. Mix: dearer or cheaper \
          ones among them, within one unit of measure.
          """),
      [waterfall("pvm-revenue-chart", finding, ReportColumn.revenue().title, bridge, ofMargin: false)])
  }

  private func marginBridge(_ found: PriceVolumeMix) -> Panel? {
    let bridge = found.margin
    guard bridge != PriceVolumeMix.Bridge() else { return nil }
    let finding =
      bridge.price + bridge.cost < .zero
      ? Phrase(
        fr: "Les prix n'ont pas suivi les coûts : \(euros: bridge.price + bridge.cost, .signed) de marge",
        en: "Prices did not keep up with costs: \(euros: bridge.price + bridge.cost, .signed) of margin")
      : Phrase(
        fr: "Prix et coûts ensemble ont apporté \(euros: bridge.price + bridge.cost, .signed) de marge",
        en: "Prices and costs together brought \(euros: bridge.price + bridge.cost, .signed) of margin")
    return panel(
      "pvm-margin", finding,
      how: Phrase(
        fr: "La marge brute des produits dont le coût direct est connu dans les deux périodes.",
        en: "The gross margin of the products whose direct cost is known in both periods."),
      [
        waterfall(
          "pvm-margin-chart", finding, Phrase(fr: "Marge brute", en: "Gross margin"), bridge, ofMargin: true)
      ])
  }

  private func moved(_ found: PriceVolumeMix) -> Panel? {
    let rows = found.rows.filter { $0.revenue.price != .zero }.sorted {
      $0.revenue.price == $1.revenue.price ? $0.customer < $1.customer : $0.revenue.price < $1.revenue.price
    }
    guard let worst = rows.first, let best = rows.last else { return nil }
    let each = 8
    let down = rows.prefix(each).filter { $0.revenue.price < .zero }
    let up = rows.suffix(each).filter { $0.revenue.price > .zero }
    let finding =
      worst.revenue.price < .zero
      ? Phrase(
        fr: """
          Les prix ont le plus baissé chez « \(name: books.customers.names[worst.customer]) » : \
          \(euros: worst.revenue.price, .signed)
          """,
        en: """
          Prices fell most with “\(name: books.customers.names[worst.customer])”: \
          \(euros: worst.revenue.price, .signed)
          """)
      : Phrase(
        fr: """
          Les prix ont le plus monté chez « \(name: books.customers.names[best.customer]) » : \
          \(euros: best.revenue.price, .signed)
          """,
        en: """
          Prices rose most with “\(name: books.customers.names[best.customer])”: \
          \(euros: best.revenue.price, .signed)
          """)
    let plot = Plot(
      id: "pvm-moved-chart", kind: .lying, title: finding,
      columns: [
        .name, ReportColumn("price", Phrase(fr: "Effet des prix", en: "Effect of prices"), .euros),
        ReportColumn("volume", Phrase(fr: "Volume et mix", en: "Volume and mix"), .euros),
        ReportColumn("change", Phrase(fr: "Écart en tout", en: "Change in all"), .euros),
      ],
      lines: [Plot.Line(column: 1, form: .bar, showsFigures: true)],
      rows: (down + up).map { row in
        Plot.Row(
          cells: [
            name(of: row.customer), .cents(row.revenue.price), .cents(row.revenue.volume + row.revenue.mix),
            .cents(row.revenue.current - row.revenue.previous),
          ], link: link(to: row.customer), tone: row.revenue.price < .zero ? .bad : .good)
      })
    return panel(
      "pvm-moved", finding,
      how: Phrase(
        fr: "Les clients chez qui les prix ont fait le plus baisser puis le plus monter le chiffre d'affaires.",
        en: "The customers with whom prices lowered revenue most, then those with whom they raised it most."),
      [plot.part(self)])
  }
}
