import Decisions
import Ledger
import Portfolio
import Units

extension PanelWriter {
  /// Who pays what against the others, whose price to look at again, and where prices lie far apart.
  var prices: [Panel] {
    let prices = analysis.portfolio.prices
    return [
      prices.index.flatMap { scatter($0, due: prices.revaluation) },
      prices.index.flatMap { PriceBand($0) }.flatMap { priceBand($0) }, revaluation(prices.revaluation),
      prices.disparity.flatMap { products($0) },
      prices.disparity.flatMap { categories($0) },
    ].compactMap { $0 }
  }

  private func scatter(_ index: PriceIndex, due: Revaluation) -> Panel? {
    let known = index.rows.filter { $0.index.value != nil && $0.revenue > .zero }.sorted {
      $0.revenue == $1.revenue ? $0.customer < $1.customer : $0.revenue > $1.revenue
    }
    let most = 400
    guard known.count > 1, let biggest = known.first else { return nil }
    let cheap = known.count { ($0.index.value?.value ?? 1) < 1 }
    let finding = Phrase(
      fr: """
        \(cheap, "client sur", "clients sur") \(known.count) \(agreeing: cheap, "paie", "paient") moins que les autres ; \
        le plus gros, « \(name: books.customers.names[biggest.customer]) », paie \
        \(percent: biggest.index.value?.value ?? 1) de leurs prix
        """,
      en: """
        \(cheap) of \(known.count, "customer", "customers") \(agreeing: cheap, "pays", "pay") less than the others; the \
        biggest, “\(name: books.customers.names[biggest.customer])”, pays \(percent: biggest.index.value?.value ?? 1) of \
        their prices
        """)
    let shown = known.prefix(most)
    let lowest = shown.min { $0.index.value?.value ?? 1 < $1.index.value?.value ?? 1 }?.customer
    func edge(_ value: Double) -> Double { min(1.5, max(0.5, value)) }
    let below = Set(
      due.rows.lazy.filter { $0.reasons.contains { if case .belowPeers = $0 { true } else { false } } }.map(\.customer))
    let isOnEdge = shown.contains { row in row.index.value.map { edge($0.value) != $0.value } ?? false }
    let plot = Plot(
      id: "price-index-chart", kind: .scatter, title: finding,
      columns: [
        .name, .revenue(), .priceIndex,
        ReportColumn("median", Phrase(fr: "Ses semblables", en: "Its like"), .percent(digits: 1)),
        ReportColumn("gap", Phrase(fr: "Manque", en: "Lacks"), .euros),
      ],
      lines: [Plot.Line(column: 2, form: .point)],
      rows: shown.map { row in
        Plot.Row(
          cells: [
            name(of: row.customer), .cents(row.revenue), .share(row.index.value), .share(row.place?.median),
            .cents(row.place?.gap),
          ],
          x: row.revenue.height, y: row.index.value.map { edge($0.value) - 1 }, link: link(to: row.customer),
          tone: below.contains(row.customer) ? .bad : .accent,
          label: row.customer == biggest.customer || row.customer == lowest
            ? Phrase(name: books.customers.names[row.customer]) : nil)
      },
      across: .init(say(ReportColumn.revenue().title), unit: .euros, isLogarithmic: true),
      up: .init(
        say(Phrase(fr: "Écart aux prix des autres", en: "Difference from the others' prices")), unit: .percent),
      levels: [.init(0, words: say(Phrase(fr: "prix des autres", en: "the others' prices")))])
    return panel(
      "price-index", finding,
      how: Phrase(
        fr: """
          Un point par client : chiffre d'affaires (échelle logarithmique) et écart aux prix des autres ; en rouge, ceux qui \
          paient nettement moins que leurs semblables.
          """,
        en: """
          A point for each customer: revenue (logarithmic scale) and difference from the others' prices; in red those \
          who pay clearly less than their like.
          """) + cut(at: most, of: known.count)
        + (isOnEdge
          ? Phrase(
            fr: " Les écarts de plus de 50 % sont posés au bord.",
            en: " Differences beyond 50% stand on the edge.") : .nothing),
      [plot.part(self)])
  }

  private func priceBand(_ band: PriceBand) -> Panel? {
    guard band.steps.count > 1 else { return nil }
    let finding = Phrase(
      fr:
        "Quatre cinquièmes des ventes se font de \(percent: band.low.value) à \(percent: band.high.value) des prix des autres",
      en:
        "Four fifths of sales are made at \(percent: band.low.value) to \(percent: band.high.value) of the others' prices"
    )
    let plot = Plot(
      id: "price-band-chart", kind: .upright, title: finding,
      columns: [
        ReportColumn("band", Phrase(fr: "Indice de prix", en: "Price index"), .text),
        ReportColumn("share", Phrase(fr: "Part des ventes", en: "Share of sales"), .percent(digits: 1)),
        ReportColumn("customers", Phrase(fr: "Clients", en: "Customers"), .integer), .revenue(),
      ],
      lines: [Plot.Line(column: 1, form: .bar)],
      rows: band.steps.map { step in
        let share = Share(step.revenue, of: band.revenue)?.value ?? 0
        return Plot.Row(
          cells: [
            .phrase(step.label), .share(share), .integer(step.customers),
            .cents(step.revenue),
          ], tone: (step.to ?? 200) <= 100 ? .soft : .accent,
          // Small bars stand too close for their figures.
          label: share < 0.1 ? nil : Phrase(fr: "\(percent: share)", en: "\(percent: share)"))
      })
    return panel(
      "price-band", finding,
      how: Phrase(
        fr: """
          Ventes comparables par indice de prix, cinq points par barre, pâles sous les prix des autres : un dixième se fait \
          plus bas, un dixième plus haut que ce qui est dit.
          """,
        en: """
          Comparable sales by price index, five points a bar, pale below the others' prices: a tenth is made lower, a tenth \
          higher than what is said.
          """), [plot.part(self)])
  }

  private func revaluation(_ due: Revaluation) -> Panel? {
    guard let first = due.rows.first else { return nil }
    let most = 15
    let finding = Phrase(
      fr: """
        \(due.rows.count, "prix à revoir", "prix à revoir"), d'abord « \(name: books.customers.names[first.customer]) » : \
        \(euros: first.askedAmount, .compact) à demander
        """,
      en: """
        \(due.rows.count, "price", "prices") to look at again, first “\(name: books.customers.names[first.customer])”: \
        \(euros: first.askedAmount, .compact) to ask
        """)
    let table = table(
      "revaluation-table", finding,
      [
        .name, ReportColumn("verdict", Phrase(fr: "Verdict", en: "Verdict"), .text), .revenue(),
        ReportColumn("reasons", Phrase(fr: "Pourquoi", en: "Why"), .text),
        ReportColumn("asked", Phrase(fr: "Demandable", en: "May be asked"), .percent(digits: 2)),
        ReportColumn("askedCents", Phrase(fr: "soit par an", en: "that is a year"), .euros),
        ReportColumn("left", Phrase(fr: "Reste au plancher", en: "Left to its floor"), .euros),
        ReportColumn("lastRise", Phrase(fr: "Dernière hausse", en: "Last rise"), .text),
      ],
      act: (
        Phrase(fr: "Agir", en: "Act"), Phrase(fr: "Noter la hausse", en: "Note the rise"),
        { place in
          context.link(
            .offers, [Link.Item("customer", books.customers.ids[due.rows[place].customer].text)], fragment: "log")
        }
      ),
      due.rows.prefix(most).map { row in
        let reasons = row.reasons.map(\.sentence) + (row.rise == nil ? [.noPriceAloneInBrief] : [])
        return Row(
          cells: [
            name(of: row.customer), analysis.life.verdicts.rows[row.customer].verdictCell, .cents(row.revenue),
            .list(reasons.map { .phrase($0) }), .share(row.asked.value), .cents(row.askedAmount), .cents(row.left),
            analysis.life.offers(to: row.customer).first.map { .tag($0.tag) } ?? .unknown,
          ], link: link(to: row.customer))
      })
    return panel(
      "revaluation", finding,
      how: Phrase(
        fr: """
          Ceux dont le prix est la cause, et ce qui se demande en un an : le plafond de l'échelle, ou ce qui mène aux prix des \
          autres. Le reste au plancher se gagne autrement que par le prix.
          """,
        en: """
          Those whose price is the cause, and what may be asked in a year: the ladder's cap, or what leads to the others' prices. \
          What is left to the floor is won by other means than prices.
          """) + cut(at: most, of: due.rows.count),
      behind: [
        .link(
          context.link(.report(.pricepolicy)),
          [.text(say(Phrase(fr: "La politique tarifaire proposée", en: "The price policy proposed")))])
      ],
      [
        .table(table),
        due.otherwiseSentence.map { sentence in
          .notes([
            voice.inline(sentence) + [
              .text(" "),
              .link(context.link(.report(.verdicts)), [.text(say(Phrase(fr: "Les verdicts", en: "The verdicts")))]),
            ]
          ])
        },
      ])
  }

  private func products(_ disparity: PriceDisparity) -> Panel? {
    let most = 15
    let leaving = disparity.products.filter { $0.left > .zero }
    guard let first = leaving.first else { return nil }
    let finding = Phrase(
      fr: """
        « \(name: first.product.name) » se vend de \(euros: first.spread.low.cents, .cents) à \
        \(euros: first.spread.high.cents, .cents) : \(euros: first.left, .compact) laissés sous le prix médian
        """,
      en: """
        “\(name: first.product.name)” sells at \(euros: first.spread.low.cents, .cents) to \
        \(euros: first.spread.high.cents, .cents): \(euros: first.left, .compact) left below the median price
        """)
    let plot = Plot(
      id: "disparity-chart", kind: .lying, title: finding,
      columns: [
        ReportColumn("product", Phrase(fr: "Produit", en: "Product"), .text),
        ReportColumn("left", Phrase(fr: "Laissé sous la médiane", en: "Left below the median"), .euros),
        ReportColumn("buyers", Phrase(fr: "Acheteurs", en: "Buyers"), .integer),
        ReportColumn("below", Phrase(fr: "sous la médiane", en: "below the median"), .integer),
        ReportColumn("low", Phrase(fr: "Prix du dixième le moins cher", en: "Price of the cheapest tenth"), .cents),
        ReportColumn("median", Phrase(fr: "Prix médian", en: "Median price"), .cents),
        ReportColumn("high", Phrase(fr: "Prix du dixième le plus cher", en: "Price of the dearest tenth"), .cents),
        ReportColumn("variation", Phrase(fr: "Dispersion", en: "Spread"), .percent(digits: 1)),
      ],
      lines: [Plot.Line(column: 1, form: .bar, showsFigures: true)],
      rows: leaving.prefix(most).map { product in
        Plot.Row(cells: [
          .text(product.unit.map { product.product.name + " (" + $0 + ")" } ?? product.product.name),
          .cents(product.left), .integer(product.spread.count), .integer(product.below),
          .cents(product.spread.low.cents), .cents(product.spread.median.cents), .cents(product.spread.high.cents),
          .share(product.spread.variation),
        ])
      })
    return panel(
      "disparity", finding,
      how: Phrase(
        fr: """
          Ce que paieraient de plus ceux qui sont sous le prix médian des autres acheteurs de volume semblable, produit par \
          produit. En tout \(euros: disparity.left, .compact).
          """,
        en: """
          What those below the median price of the other buyers of like volume would pay more, product by product. In all \
          \(euros: disparity.left, .compact).
          """) + cut(at: most, of: leaving.count), [plot.part(self)])
  }

  private func categories(_ disparity: PriceDisparity) -> Panel? {
    guard disparity.categories.count > 1,
      let widest = disparity.categories.max(by: { $0.spread.variation < $1.spread.variation })
    else { return nil }
    let finding =
      widest.category.map { category in
        Phrase(
          fr: "Les prix vont le plus loin l'un de l'autre chez « \(name: category) »",
          en: "Prices lie furthest apart in “\(name: category)”")
      }
      ?? Phrase(
        fr: "Les prix vont le plus loin l'un de l'autre chez les clients sans catégorie",
        en: "Prices lie furthest apart among customers in no category")
    let table = table(
      "category-prices-table", finding,
      [
        .category, ReportColumn("customers", Phrase(fr: "Clients", en: "Customers"), .integer),
        ReportColumn("low", Phrase(fr: "Indice du dixième bas", en: "Index of the low tenth"), .percent(digits: 1)),
        ReportColumn("median", Phrase(fr: "Indice médian", en: "Median index"), .percent(digits: 1)),
        ReportColumn("high", Phrase(fr: "Indice du dixième haut", en: "Index of the high tenth"), .percent(digits: 1)),
        ReportColumn("variation", Phrase(fr: "Dispersion", en: "Spread"), .percent(digits: 1)),
        ReportColumn("left", Phrase(fr: "Laissé sous la médiane", en: "Left below the median"), .euros),
      ],
      disparity.categories.map { row in
        Row(
          cells: [
            category(row.category), .integer(row.spread.count), .share(row.spread.low), .share(row.spread.median),
            .share(row.spread.high), .share(row.spread.variation), .cents(row.left),
          ], link: link(toCategory: row.category))
      })
    return panel(
      "category-prices", finding,
      how: Phrase(
        fr:
          "Indices de prix des clients de chaque catégorie ; la dispersion est leur écart-type divisé par leur moyenne.",
        en: "Price indexes of each category's customers; the spread is their standard deviation divided by their mean."),
      [.table(table)])
  }
}

extension Double {
  /// A price in cents, rounded for the eye.
  var cents: Cents { Cents(Int64(max(-1e15, min(1e15, self.rounded())))) }
}
