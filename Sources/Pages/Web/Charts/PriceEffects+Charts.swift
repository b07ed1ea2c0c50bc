import Decisions
import Ledger
import Portfolio
import Units

/// What a price policy changes.
extension PanelWriter {
  func policyBridge(_ policy: PricePolicy) -> Panel? {
    func sum(_ amount: (PriceEffect) -> Cents) -> Cents { policy.sum(amount) }
    let (rises, falls) = (sum { max(.zero, $0.grid - $0.paid) }, sum { min(.zero, $0.grid - $0.paid) })
    let (floors, change) = (sum(\.floor), sum(\.change))
    // What falls and rises leave of each other may be next to nothing: then it is no finding.
    let isMuch = change.magnitude.value > rises.value / 100
    let finding =
      Phrase(
        fr: """
          \(euros: rises, .signed) de hausses, \(euros: falls, .signed) de baisses, \(euros: floors, .signed) de planchers
          """,
        en: "\(euros: rises, .signed) of rises, \(euros: falls, .signed) of falls, \(euros: floors, .signed) of floors")
      + (isMuch
        ? Phrase(
          fr: ", dont \(euros: change, .signed) la première année",
          en: ", of which \(euros: change, .signed) in the first year") : .nothing)
    let steps: [(Phrase, Cents)] = [
      (Phrase(fr: "Hausses de la grille", en: "Rises by the grid"), rises),
      (Phrase(fr: "Baisses de la grille", en: "Falls by the grid"), falls),
      (Phrase(fr: "Planchers des clients", en: "Customers' floors"), floors),
      (Phrase(fr: "Hausses remises à plus tard", en: "Rises left for later"), -sum { max(.zero, $0.later) }),
      (Phrase(fr: "Baisses remises à plus tard", en: "Falls left for later"), -sum { min(.zero, $0.later) }),
    ]
    return panel(
      "policy-bridge", finding,
      how: Phrase(
        fr: """
          Sur les \(euros: sum(\.paid), .compact) que les clients comparés ont payé pour les produits du tarif, à volume égal, \
          au centime. Un plancher est ce qu'un client doit payer de plus que la grille pour laisser sa marge minimale.
          """,
        en: """
          Of the \(euros: sum(\.paid), .compact) that the customers compared paid for the products on the list, at equal \
          volume, to the cent. A floor is what a customer has to pay beyond the grid to leave its least margin.
          """),
      [
        Plot(
          id: "policy-bridge-chart", kind: .waterfall, title: finding,
          columns: [
            ReportColumn("step", Phrase(fr: "Ce qui change", en: "What changes"), .text),
            ReportColumn("amount", Phrase(fr: "Par an", en: "A year"), .euros),
          ],
          lines: [Plot.Line(column: 1, form: .bar, showsFigures: true)],
          rows: steps.filter { $0.1 != .zero }.map { label, amount in
            Plot.Row(cells: [.phrase(label), .cents(amount)], tone: amount < .zero ? .bad : .good)
          } + [
            Plot.Row(
              cells: [.phrase(Phrase(fr: "Première année", en: "First year")), .cents(change)], tone: .ink, isBase: true
            )
          ]
        ).part(self)
      ])
  }

  func policyEffects(_ policy: PricePolicy) -> Panel? {
    let rows = policy.rows.compactMap { row in row.effect.value.map { (row.customer, $0) } }
    let most = 400
    guard rows.count > 1, let biggest = rows.first else { return nil }
    let within = rows.count { $0.1.years == 1 }
    let finding = Phrase(
      fr: "\(within, "client serait à son", "clients seraient à leur") prix dès la première année, sur \(rows.count)",
      en: "\(within) of \(rows.count, "customer", "customers") would be where the grid wants within the first year")
    func edge(_ value: Double) -> Double { min(0.5, max(-0.5, value)) }
    let shown = rows.prefix(most)
    let isOnEdge = shown.contains { ($0.1.wantedRate?.value).map { edge($0) != $0 } ?? false }
    let plot = Plot(
      id: "policy-effects-chart", kind: .scatter, title: finding,
      columns: [
        .name, .revenue(),
        ReportColumn("wanted", Phrase(fr: "En tout", en: "In all"), .percent(digits: 1)),
        ReportColumn("change", Phrase(fr: "1re année", en: "1st year"), .percent(digits: 1)),
        ReportColumn("cap", Phrase(fr: "Hausse permise", en: "Rise allowed"), .percent(digits: 1)),
      ],
      lines: [Plot.Line(column: 2, form: .point)],
      rows: shown.map { customer, effect in
        Plot.Row(
          cells: [
            name(of: customer), .cents(effect.revenue), .share(effect.wantedRate), .share(effect.rate),
            .share(effect.cap.value),
          ],
          x: effect.revenue.height, y: effect.wantedRate.map { edge($0.value) }, link: link(to: customer),
          tone: effect.years == nil && effect.later > .zero ? .bad : .accent,
          label: customer == biggest.0 ? Phrase(name: books.customers.names[customer]) : nil)
      },
      across: .init(say(ReportColumn.revenue().title), unit: .euros, isLogarithmic: true),
      up: .init(say(Phrase(fr: "Changement de prix en tout", en: "Change of prices in all")), unit: .percent),
      levels: [.init(0, words: say(Phrase(fr: "prix d'aujourd'hui", en: "today's prices")))])
    return panel(
      "policy-effects", finding,
      how: Phrase(
        fr: """
          Un point par client : chiffre d'affaires (échelle logarithmique) et changement de ses prix une fois tout fait ; en \
          rouge, ceux que le prix seul n'amène pas à leur place dans le délai.
          """,
        en: """
          A point for each customer: revenue (logarithmic scale) and change of its prices once all is done; in red those \
          that a price alone does not bring to their place in time.
          """) + cut(at: most, of: rows.count)
        + (isOnEdge
          ? Phrase(
            fr: " Les changements de plus de 50 % sont posés au bord.", en: " Changes beyond 50% stand on the edge.")
          : .nothing),
      [plot.part(self)])
  }

  func policyMoves(_ policy: PricePolicy, _ side: PriceEffect.Side) -> Panel? {
    let rows = policy.byEffect.compactMap { row in row.effect.value.map { (row.customer, $0) } }.filter {
      $0.1.side == side
    }
    let sorted = side == .paysMore ? rows : rows.reversed()
    guard let first = sorted.first else { return nil }
    let most = 15
    let (total, grid) = (rows.map(\.1.change).sum, policy.grid.value)
    let name = books.customers.names[first.0]
    let finding =
      side == .paysMore
      ? Phrase(
        fr: """
          \(rows.count, "client paierait", "clients paieraient") \(euros: total, .compact) de plus la première année, d'abord \
          « \(name: name) »
          """,
        en: """
          \(rows.count, "customer", "customers") would pay \(euros: total, .compact) more in the first year, first “\(name: name)”
          """)
      : Phrase(
        fr: """
          \(rows.count, "client paierait", "clients paieraient") \(euros: -total, .compact) de moins la première année, \
          d'abord « \(name: name) »
          """,
        en: """
          \(rows.count, "customer", "customers") would pay \(euros: -total, .compact) less in the first year, first \
          “\(name: name)”
          """)
    let table = table(
      side == .paysMore ? "pays-more-table" : "pays-less-table", finding,
      [
        .name, ReportColumn("paid", Phrase(fr: "Payé", en: "Paid"), .euros),
        ReportColumn("list", Phrase(fr: "Au tarif", en: "At list prices"), .euros),
        ReportColumn("volume", Phrase(fr: "Volume", en: "Volume"), .euros),
        ReportColumn("service", Phrase(fr: "Service", en: "Service"), .euros),
        ReportColumn("payment", Phrase(fr: "Paiement", en: "Payment"), .euros),
        ReportColumn("floor", Phrase(fr: "Plancher", en: "Floor"), .euros),
        ReportColumn("price", Phrase(fr: "Prix visé", en: "Price aimed at"), .euros),
        ReportColumn("change", Phrase(fr: "1re année", en: "1st year"), .euros),
        ReportColumn("later", Phrase(fr: "Ensuite", en: "Then"), .euros),
      ],
      sorted.prefix(most).map { customer, effect in
        Row(
          cells: [
            self.name(of: customer), .cents(effect.paid), .cents(effect.list), .cents(effect.volume),
            effect.serviceCell(grid), effect.paymentCell(grid), .cents(effect.floor), .cents(effect.price),
            .cents(effect.change), .cents(effect.later),
          ], link: link(to: customer))
      })
    return panel(
      side == .paysMore ? "pays-more" : "pays-less", finding,
      how: Phrase(
        fr: """
          Tarif + volume + service + paiement + plancher = prix visé ; prix visé − payé = première année + ensuite.
          """,
        en: "List + volume + service + payment + floor = price aimed at; that − paid = first year + then."
      )
        + (side == .paysLess
          ? Phrase(
            fr: " Aucune baisse n'est obligatoire : pricePolicy.fallCap à 0 les retient.",
            en: " No fall is compulsory: pricePolicy.fallCap at 0 holds them back.") : .nothing)
        + cut(at: most, of: rows.count),
      behind: side == .paysMore
        ? [
          .link(
            context.link(.offers),
            [.text(say(Phrase(fr: "Noter les hausses demandées", en: "Log the rises asked for")))])
        ] : [], [.table(table)])
  }

  func policyPath(_ policy: PricePolicy, isHalf: Bool) -> Panel? {
    let path = policy.path
    guard path.count > 1, let last = path.last else { return nil }
    let finding = Phrase(
      fr: "En \(path.count) ans, la politique rapporte \(euros: last, .signed) par an, à volume égal",
      en: "Within \(path.count) years the policy brings \(euros: last, .signed) a year, at equal volume")
    let plot = Plot(
      id: "policy-path-chart", kind: .upright, title: finding,
      columns: [
        ReportColumn("year", Phrase(fr: "Année", en: "Year"), .text),
        ReportColumn("change", Phrase(fr: "Changement par an", en: "Change a year"), .euros),
      ],
      lines: [Plot.Line(column: 1, form: .bar, showsFigures: true)],
      rows: path.enumerated().map { year, change in
        Plot.Row(
          cells: [.phrase(Phrase(fr: "année \(year + 1)", en: "year \(year + 1)")), .cents(change)],
          tone: change < .zero ? .bad : .good)
      })
    return panel(
      "policy-path", finding,
      how: Phrase(
        fr: """
          Chaque année, un prix monte au plus de la hausse permise et baisse au plus de la baisse permise par vos règles ; les \
          baisses ne prennent que ce que les hausses ont rapporté. Ce que les clients feraient de ces prix n'y est pas.
          """,
        en: """
          Each year a price rises by no more than the rise allowed and falls by no more than the fall that your rules allow; \
          falls take only what rises have brought. What customers would make of these prices is not in it.
          """), isHalf: isHalf, [plot.part(self)])
  }
}
