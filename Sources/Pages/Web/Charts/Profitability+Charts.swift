import Decisions
import Ledger
import Portfolio
import Units

extension PanelWriter {
  /// Who makes the margin and who takes it back, and where it goes.
  var profitability: [Panel] {
    let report = analysis.profitability
    return [
      whale(), ends(report), sizes(report), waterfall(report), toxic(report), smallOrders(report.smallOrders),
      pools(report.margins.costs), payments(report.margins),
    ].compactMap { $0 }
  }

  /// Who makes the margin and who takes it back, on one curve.
  func whale(isHalf: Bool = false) -> Panel? {
    let report = analysis.profitability
    let whale = report.whale
    guard whale.cumulated.count > 1 else { return nil }
    let after = whale.customers.count - whale.peakCustomers
    let finding: Phrase
    if whale.peakCustomers == 0 {
      finding = Phrase(
        fr: "Aucun client ne laisse de marge : \(euros: whale.total, .compact) à eux tous",
        en: "No customer leaves a margin: \(euros: whale.total, .compact) all together")
    } else if whale.destroyed == .zero {
      finding = Phrase(
        fr: "\(whale.peakCustomers, "client porte", "clients portent") la marge et personne n'en reprend",
        en: "\(whale.peakCustomers, "customer makes", "customers make") the margin and nobody takes any back")
    } else {
      finding = Phrase(
        fr: """
          \(whale.peakCustomers, "client porte", "clients portent") la marge à \(euros: whale.peak, .compact) ; \
          \(after, "autre en reprend", "autres en reprennent") \(euros: whale.destroyed, .compact)
          """,
        en: """
          \(whale.peakCustomers, "customer lifts", "customers lift") the margin to \(euros: whale.peak, .compact); \
          \(after, "other takes", "others take") back \(euros: whale.destroyed, .compact)
          """)
    }
    let last = whale.cumulated.count - 1
    let kept = places(whale.cumulated.count, keeping: [max(whale.peakCustomers - 1, 0)])
    var marks = [
      ChartModel.Mark(
        Double(last + 1), whale.total.height, words: say(whale.endWords),
        tone: whale.destroyed == .zero ? .accent : .bad)
    ]
    if whale.peakCustomers > 0, whale.destroyed > .zero {
      marks.insert(
        ChartModel.Mark(
          Double(whale.peakCustomers), whale.peak.height, words: say(whale.peakWords), tone: .good), at: 0)
    }
    let plot = Plot(
      id: "whale-chart", kind: .upright, title: finding,
      columns: PanelWriter.cumulatedColumns, lines: [Plot.Line(column: 3, form: .line)],
      rows: kept.map { place in
        let customer = whale.customers[place]
        return cumulatedRow(
          customer, at: place, margin: report.margins.rows[customer].operatingMargin, cumulated: whale.cumulated[place])
      },
      across: .init(
        say(Phrase(fr: "Clients, du meilleur au pire", en: "Customers, from the best to the worst"))),
      marks: marks)
    return panel(
      "whale", finding,
      how: Phrase(
        fr: "Marge opérationnelle cumulée, du meilleur client au pire, pour ceux dont la marge est connue.",
        en: "Operating margin cumulated from the best customer to the worst, for those whose margin is known.")
        + thinned(kept.count, of: whale.cumulated.count), isHalf: isHalf, [plot.part(self)])
  }

  /// Who stands at both ends of the whale curve.
  private func ends(_ report: Profitability) -> Panel? {
    let customers = report.whale.customers
    guard customers.count > 1, let best = customers.first, let worst = customers.last,
      let most = report.margins.rows[best].operatingMargin, let least = report.margins.rows[worst].operatingMargin
    else { return nil }
    let (first, last) = (books.customers.names[best], books.customers.names[worst])
    let finding = Phrase(
      fr: """
        « \(name: first) » laisse le plus (\(euros: most, .compact)), « \(name: last) » \
        \(words: least < .zero ? "coûte" : "laisse") le \(words: least < .zero ? "plus" : "moins") \
        (\(euros: least, .compact))
        """,
      en: """
        “\(name: first)” leaves the most (\(euros: most, .compact)), “\(name: last)” \
        \(words: least < .zero ? "costs the most" : "leaves the least") (\(euros: least, .compact))
        """)
    let count = customers.count
    let places = count <= 10 ? Array(0..<count) : Array(0..<5) + Array(count - 5..<count)
    let table = table(
      "ends-table", finding,
      [
        .name, ReportColumn("rank", Phrase(fr: "Rang", en: "Rank"), .integer), .revenue(), .operatingMargin(), .rate(),
      ],
      places.map { place in
        let row = report.margins.rows[customers[place]]
        return Row(
          cells: [
            name(of: customers[place]), .integer(place + 1), .cents(row.revenue), .cents(row.operatingMargin),
            .share(row.rate),
          ], link: link(to: customers[place]))
      })
    return panel(
      "ends", finding,
      how: count <= 10
        ? Phrase(fr: "Du meilleur client au pire.", en: "From the best customer to the worst.")
        : Phrase(fr: "Les cinq meilleurs et les cinq derniers.", en: "The five best and the five last."),
      [.table(table)])
  }

  /// Each customer by its size and its rate, losers marked.
  private func sizes(_ report: Profitability) -> Panel? {
    let rows = report.margins.rows
    let judged = report.whale.customers.filter { rows[$0].rate != nil }
    guard judged.count > 1 else { return nil }
    let losers = judged.filter { (rows[$0].operatingMargin ?? .zero) < .zero }
    let bySize = judged.sorted { rows[$0].revenue == rows[$1].revenue ? $0 < $1 : rows[$0].revenue > rows[$1].revenue }
    let (most, worst) = (250, 150)
    // The curve's order ends with the greatest losses.
    let kept =
      judged.count <= most + worst
      ? bySize : Array(bySize.prefix(most)) + judged.suffix(worst).filter { !bySize.prefix(most).contains($0) }
    let half = bySize.prefix((bySize.count + 1) / 2)
    let bigLosers = half.count { (rows[$0].operatingMargin ?? .zero) < .zero }
    let finding =
      losers.isEmpty
      ? Phrase(
        fr: "Du plus petit au plus gros, chaque client laisse une marge",
        en: "From the smallest to the biggest, every customer leaves a margin")
      : Phrase(
        fr: """
          \(losers.count, "client est sous zéro", "clients sont sous zéro"), dont \(bigLosers) dans la moitié la plus \
          grosse
          """,
        en: """
          \(losers.count, "customer is", "customers are") below zero, \(bigLosers) of them in the bigger half
          """)
    let named = Set(losers.suffix(2) + bySize.prefix(1))
    let isOnEdge = kept.contains { (rows[$0].rate?.value ?? 0) < -1 }
    let plot = Plot(
      id: "sizes-chart", kind: .scatter, title: finding,
      columns: [.name, .revenue(), .rate(), .operatingMargin()],
      lines: [Plot.Line(column: 2, form: .point)],
      rows: kept.map { customer in
        let row = rows[customer]
        let isLoser = (row.operatingMargin ?? .zero) < .zero
        return Plot.Row(
          cells: [name(of: customer), .cents(row.revenue), .share(row.rate), .cents(row.operatingMargin)],
          x: row.revenue.height, y: row.rate.map { min(1, max(-1, $0.value)) }, link: link(to: customer),
          tone: isLoser ? .bad : .accent,
          label: named.contains(customer) ? Phrase(name: books.customers.names[customer]) : nil)
      },
      across: .init(say(ReportColumn.revenue().title), unit: .euros, isLogarithmic: true),
      levels: [.init(0, words: say(Phrase(fr: "ni gain ni perte", en: "neither gain nor loss")))])
    return panel(
      "sizes", finding,
      how: Phrase(
        fr: "Un point par client : chiffre d'affaires (échelle logarithmique) et taux de marge opérationnelle.",
        en: "A point for each customer: revenue (logarithmic scale) and operating margin rate.")
        + (kept.count < judged.count
          ? Phrase(
            fr: " Sont montrés les \(most) plus gros et les \(worst) derniers sur \(judged.count).",
            en: " Shown are the \(most) biggest and the \(worst) last of \(judged.count).") : .nothing)
        + (isOnEdge
          ? Phrase(
            fr: " Les taux sous −100 % sont posés au bord.", en: " Rates below −100% stand on the edge.") : .nothing),
      [plot.part(self)])
  }

  private func waterfall(_ report: Profitability) -> Panel? {
    let sum = MarginWaterfall(margins: report.margins, customers: report.whale.customers)
    guard sum.revenue != .zero || sum.operatingMargin != .zero else { return nil }
    let service = sum.costs.map(\.cost).sum
    let finding =
      sum.revenue > .zero
      ? Phrase(
        fr: """
          Sur 100 vendus, \(number: 100 * ratio(sum.directCost, sum.revenue), digits: 0) paient les marchandises, \
          \(number: 100 * ratio(service, sum.revenue), digits: 0) le service ; il en reste \
          \(number: 100 * ratio(sum.operatingMargin, sum.revenue), digits: 0)
          """,
        en: """
          Of every 100 sold, \(number: 100 * ratio(sum.directCost, sum.revenue), digits: 0) pay the goods, \
          \(number: 100 * ratio(service, sum.revenue), digits: 0) the service; \
          \(number: 100 * ratio(sum.operatingMargin, sum.revenue), digits: 0) are left
          """)
      : Phrase(
        fr: "Il reste \(euros: sum.operatingMargin, .compact) une fois payés marchandises et service",
        en: "\(euros: sum.operatingMargin, .compact) are left once goods and service are paid")
    let isSupposed = report.margins.estimatedFromPurchases > 0
    let direct =
      isSupposed
      ? Phrase(fr: "Coût direct supposé", en: "Supposed direct cost") : Phrase(fr: "Coût direct", en: "Direct cost")
    var steps: [(label: Phrase, amount: Cents, isBase: Bool)] = [
      (ReportColumn.revenue().title, sum.revenue, true), (direct, -sum.directCost, false),
    ]
    steps += sum.costs.map { ($0.kind.label, -$0.cost, false) }
    steps.append((ReportColumn.operatingMargin().title, sum.operatingMargin, true))
    let plot = Plot(
      id: "waterfall-chart", kind: .waterfall, title: finding,
      columns: [
        ReportColumn("step", Phrase(fr: "Étape", en: "Step"), .text),
        ReportColumn("amount", Phrase(fr: "Montant", en: "Amount"), .euros),
        ReportColumn("share", Phrase(fr: "Part du CA", en: "Share of revenue"), .percent(digits: 1)),
      ],
      lines: [Plot.Line(column: 1, form: .bar, showsFigures: true)],
      rows: steps.map { step in
        Plot.Row(
          cells: [.phrase(step.label), .cents(step.amount), .share(Share(step.amount, of: sum.revenue))],
          tone: step.isBase ? .ink : step.amount < .zero ? .bad : .good, isBase: step.isBase)
      })
    return panel(
      "waterfall", finding,
      how: Phrase(
        fr: "Du chiffre d'affaires à la marge opérationnelle, pour les clients dont la marge est connue.",
        en: "From revenue to operating margin, for the customers whose margin is known.")
        + (isSupposed
          ? Phrase(
            fr: " Le coût direct inconnu est estimé d'après les achats.",
            en: " Unknown direct costs are estimated from purchases.") : .nothing)
        + (report.margins.costs.knowledge == .noServiceLog
          ? Phrase(fr: " Aucun service n'est relevé.", en: " No service was logged.") : .nothing),
      isHalf: true,
      [plot.part(self)])
  }

  private func toxic(_ report: Profitability) -> Panel? {
    let rows = report.toxicByCategory.filter { $0.customers > 0 }.sorted { $0.revenue > $1.revenue }
    guard rows.contains(where: { $0.category != nil }), let first = rows.first else { return nil }
    let label = first.category.map { Phrase(fr: "« \(name: $0) »", en: "“\(name: $0)”") } ?? .noCategoryAtHead
    let finding =
      label
      + Phrase(
        fr: """
           : \(euros: first.revenue, .compact) de ventes à perte, \(percent: first.share?.value ?? 0) de la catégorie
          """,
        en: """
          : \(euros: first.revenue, .compact) sold at a loss, \(percent: first.share?.value ?? 0) of the category
          """)
    let most = 12
    let plot = Plot(
      id: "toxic-chart", kind: .lying, title: finding,
      columns: [
        ReportColumn("category", Phrase(fr: "Catégorie", en: "Category"), .text),
        ReportColumn("customers", Phrase(fr: "Clients à perte", en: "Customers at a loss"), .integer),
        ReportColumn("revenue", Phrase(fr: "CA toxique", en: "Toxic revenue"), .euros),
        ReportColumn("share", Phrase(fr: "Part de la catégorie", en: "Share of the category"), .percent(digits: 1)),
        ReportColumn("margin", Phrase(fr: "Perte", en: "Loss"), .euros),
      ],
      lines: [Plot.Line(column: 2, form: .bar, tone: .bad, showsFigures: true)],
      rows: rows.prefix(most).map { row in
        Plot.Row(
          cells: [
            category(row.category), .integer(row.customers), .cents(row.revenue), .share(row.share), .cents(row.margin),
          ], link: link(toCategory: row.category))
      })
    return panel(
      "toxic", finding,
      how: Phrase(
        fr: "Chiffre d'affaires des clients dont la marge est sous zéro, par catégorie.",
        en: "Revenue of the customers whose margin is below zero, by category.")
        + cut(at: most, of: rows.count), isHalf: true, [plot.part(self)])
  }

  private func smallOrders(_ small: SmallOrders) -> Panel? {
    guard let handling = small.handling, small.orders > 0 else { return nil }
    let most = 10
    var figures = [
      Figure(
        label: context.say(Phrase(fr: "Petites commandes", en: "Small orders")),
        value: [.text(voice.integer(small.smallOrders))],
        context: [voice.inline(Phrase(fr: "sur \(small.orders)", en: "of \(small.orders)"))]),
      Figure(
        label: context.say(Phrase(fr: "Perte", en: "Loss")), value: voice.inline(.cents(-small.loss))),
      Figure(
        label: context.say(Phrase(fr: "Traiter une commande", en: "Handling an order")),
        value: [.text(voice.euros(handling, cents: true))]),
    ]
    if let order = small.company.order.value {
      figures.append(
        Figure(
          label: context.say(Phrase(fr: "Commande minimum", en: "Minimum order")), value: [.text(voice.euros(order))],
          context: [
            voice.inline(
              Phrase(
                fr: "laisse encore \(percent: small.company.floor.value, digits: 0)",
                en: "still leaves \(percent: small.company.floor.value, digits: 0)"))
          ]))
    }
    let table =
      small.rows.isEmpty
      ? nil
      : self.table(
        "small-orders-table", small.title, SmallOrders.columns,
        small.rows.prefix(most).map { Row(cells: SmallOrders.cells($0, in: books), link: link(to: $0.customer)) })
    return panel(
      "small-orders", small.title, how: small.how + cut(at: most, of: small.rows.count), isHalf: true,
      [.figures(figures), table.map { .table($0) }])
  }

  private func pools(_ costs: CostToServe) -> Panel? {
    let pools = costs.pools
    let unused = pools.compactMap(\.unused).sum
    guard pools.contains(where: { $0.cost != nil }) else { return nil }
    let finding =
      unused >= .zero
      ? Phrase(
        fr: "\(euros: unused, .compact) de temps payé n'ont servi aucun client",
        en: "\(euros: unused, .compact) of paid time served no customer")
      : Phrase(
        fr: "Plus de temps relevé que payé : \(euros: -unused, .compact) de trop",
        en: "More time logged than paid: \(euros: -unused, .compact) too much")
    let plot = Plot(
      id: "pools-chart", kind: .lying, title: finding,
      columns: [
        ReportColumn("pool", Phrase(fr: "Équipe", en: "Team"), .text),
        ReportColumn("allocated", Phrase(fr: "Donné aux clients", en: "Given to customers"), .euros),
        ReportColumn("unused", Phrase(fr: "Non employé", en: "Unused"), .euros),
        ReportColumn("cost", Phrase(fr: "Coût", en: "Cost"), .euros),
        ReportColumn("rate", Phrase(fr: "Coût d'une heure", en: "Cost of an hour"), .cents),
        ReportColumn("hours", Phrase(fr: "Temps relevé", en: "Time logged"), .hours),
      ],
      lines: [
        Plot.Line(column: 3, form: .hollow, tone: .ink, label: Phrase(fr: "payés", en: "paid"), showsFigures: true),
        Plot.Line(
          column: 1, form: .bar, label: Phrase(fr: "donnés aux clients", en: "given to customers"), showsFigures: true),
      ],
      rows: pools.map { pool in
        Plot.Row(
          cells: [
            pool.role.map { .text($0) } ?? .phrase(Phrase(fr: "sans rôle", en: "no role")), .cents(pool.allocated),
            .cents(pool.unused), .cents(pool.cost), .cents(pool.ratePerHour), .minutes(pool.minutes),
          ])
      })
    return panel(
      "pools", finding,
      how: Phrase(
        fr: "Coût des heures payées de chaque équipe, en ce qui est allé aux clients et ce qui reste.",
        en: "Cost of each team's paid hours, in what went to customers and what is left."), isHalf: true,
      [plot.part(self)])
  }
}

/// One amount over another, above zero.
private func ratio(_ part: Cents, _ whole: Cents) -> Double { Share(part, of: whole)?.value ?? 0 }

extension Phrase {
  /// Customers in no category, at the head of a sentence.
  static let noCategoryAtHead = Phrase(fr: "Sans catégorie", en: "No category")
}
