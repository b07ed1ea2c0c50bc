import Decisions
import Ledger
import Portfolio
import Units

extension PanelWriter {
  /// What left and what came, how revenue swings, where margins go, on whom the company hangs.
  var stakes: [Panel] {
    [bridge, volatility, marginRates, falling, dependence].compactMap { $0 }
  }

  private var bridge: Panel? {
    guard let erosion = analysis.stakes.erosion.value else { return nil }
    let gone = -(erosion.bridge.lost + erosion.bridge.contraction)
    let come = erosion.bridge.new + erosion.bridge.wonBack + erosion.bridge.expansion
    let finding = Phrase(
      fr: "\(euros: gone, .compact) sont partis, \(euros: come, .compact) sont venus",
      en: "\(euros: gone, .compact) went, \(euros: come, .compact) came")
    let plot = Plot(
      id: "bridge-chart", kind: .waterfall, title: finding,
      columns: [
        ReportColumn("step", Phrase(fr: "Ce qui s'est passé", en: "What happened"), .text),
        ReportColumn("amount", Phrase(fr: "Chiffre d'affaires", en: "Revenue"), .euros),
        ReportColumn("customers", Phrase(fr: "Clients", en: "Customers"), .integer),
      ],
      lines: [Plot.Line(column: 1, form: .bar, showsFigures: true)],
      rows: erosion.steps(books.window).map { step in
        Plot.Row(
          cells: [.phrase(step.label), .cents(step.amount), .integer(step.customers)],
          tone: step.isLevel ? .ink : step.amount < .zero ? .bad : .good, isBase: step.isLevel)
      })
    return panel(
      "bridge", finding,
      how: Phrase(
        fr: "Du chiffre d'affaires de la période d'avant à celui de la période, client par client, au centime.",
        en: "From the revenue of the period before to that of the period, customer by customer, to the cent."),
      [plot.part(self)])
  }

  private var volatility: Panel? {
    let volatility = analysis.stakes.volatility
    let span = books.window.current
    guard span.count > 1, volatility.months.contains(where: { $0 != .zero }) else { return nil }
    let mean = volatility.months.sum.times(1, over: Int64(span.count))
    let finding =
      volatility.company.value.map { value in
        Phrase(
          fr: "D'un mois à l'autre le chiffre d'affaires s'écarte de \(percent: value) de sa moyenne",
          en: "From month to month revenue strays \(percent: value) from its mean")
      } ?? Phrase(fr: "Le chiffre d'affaires de chaque mois", en: "The revenue of each month")
    let plot = Plot(
      id: "volatility-chart", kind: .upright, title: finding,
      columns: [ReportColumn("month", Phrase(fr: "Mois", en: "Month"), .text), .revenue()],
      lines: [Plot.Line(column: 1, form: .bar)],
      rows: zip(span.months, volatility.months).map { month, revenue in
        Plot.Row(cells: [.month(month), .cents(revenue)], link: link(toLinesOf: MonthSpan(month, month)))
      },
      levels: [
        .init(
          mean.height,
          words: say(Phrase(fr: "moyenne : \(euros: mean, .compact)", en: "mean: \(euros: mean, .compact)")))
      ])
    return panel(
      "volatility", finding,
      how: Phrase(
        fr: "Écart-type des mois de la période divisé par leur moyenne, ventes sans client comprises.",
        en: "Standard deviation of the period's months divided by their mean, sales without a customer included."),
      isHalf: true, [plot.part(self)])
  }

  private var marginRates: Panel? {
    let years = analysis.stakes.marginRates.years
    guard years.count > 1, let first = years.first?.grossRate, let last = years.last?.grossRate else { return nil }
    let points = (last.value - first.value) * 100
    let finding = Phrase(
      fr: """
        Le taux de marge brute a \(words: points < 0 ? "perdu" : "gagné") \(number: points.magnitude, digits: 1) \
        \(words: points.magnitude < 1.95 ? "point" : "points") en \
        \(years.count - 1, "an", "ans")
        """,
      en: """
        The gross margin rate \(words: points < 0 ? "lost" : "gained") \(number: points.magnitude, digits: 1) points in \
        \(years.count - 1, "year", "years")
        """)
    let plot = Plot(
      id: "rates-chart", kind: .upright, title: finding,
      columns: [
        ReportColumn("year", Phrase(fr: "Douze mois jusqu'à", en: "Twelve months to"), .text),
        ReportColumn("gross", Phrase(fr: "Taux brut", en: "Gross rate"), .percent(digits: 1)),
        ReportColumn("operating", Phrase(fr: "Taux opérationnel", en: "Operating rate"), .percent(digits: 1)),
        .revenue(),
      ],
      lines: [
        Plot.Line(column: 1, form: .line, tone: .ink, label: Phrase(fr: "brut", en: "gross"), showsFigures: true),
        Plot.Line(column: 2, form: .line, label: Phrase(fr: "opérationnel", en: "operating"), showsFigures: true),
      ],
      rows: years.map { year in
        Plot.Row(
          cells: [
            .month(year.span.last), .share(year.grossRate, else: .marginUnknown),
            .share(year.operatingRate, else: .marginUnknown), .cents(year.revenue),
          ], link: link(toLinesOf: year.span))
      }, up: .init(say(ReportColumn.rate().title), unit: .percent))
    return panel(
      "rates", finding,
      how: Phrase(
        fr: "Années glissantes qui finissent avec la période, pour les clients dont la marge est connue.",
        en: "Rolling years that end with the period, for the customers whose margin is known."), isHalf: true,
      [plot.part(self)])
  }

  private var falling: Panel? {
    let falling = analysis.stakes.marginRates.falling
    guard let worst = falling.first, let count = worst.rates.indices.last else { return nil }
    let most = 15
    let finding = Phrase(
      fr: """
        \(falling.count, "client dont le taux de marge baisse", "clients dont le taux de marge baisse") chaque année, \
        d'abord « \(name: books.customers.names[worst.customer]) »
        """,
      en: """
        \(falling.count, "customer whose margin rate falls", "customers whose margin rates fall") every year, first \
        “\(name: books.customers.names[worst.customer])”
        """)
    let rates = (0...count).map { place in
      ReportColumn(
        "rate\(place)",
        place == count
          ? Phrase(fr: "Dernier taux", en: "Last rate")
          : Phrase(fr: "\(count - place, "an", "ans") avant", en: "\(count - place, "year", "years") before"),
        .percent(digits: 1))
    }
    let table = table(
      "falling-table", finding,
      [.name, ReportColumn("lost", Phrase(fr: "Marge perdue", en: "Margin lost"), .euros)] + rates,
      falling.prefix(most).map { fall in
        Row(
          cells: [name(of: fall.customer), .cents(fall.lost)] + fall.rates.map { .share($0) },
          link: link(to: fall.customer))
      })
    return panel(
      "falling", finding,
      how: Phrase(
        fr:
          "Taux de marge brute en baisse \(count, "année", "années") de suite ; la marge perdue est celle du premier taux en moins.",
        en:
          "Gross margin rate falling \(count, "year", "years") in a row; the margin lost is what the first rate would bring more."
      ) + cut(at: most, of: falling.count), [.table(table)])
  }
}
