import Decisions
import Ledger
import Portfolio
import Units

extension PanelWriter {
  /// The grid, what it costs whom, the way there, and the list.
  var pricePolicy: [Panel] {
    let policy = analysis.portfolio.prices.policy
    guard let grid = policy.grid.value else { return [] }
    return [
      tiers(grid), serviceLevels(grid), paymentSteps(grid), policyBridge(policy), policyEffects(policy),
      policyMoves(policy, .paysMore), policyMoves(policy, .paysLess), policyPath(policy), priceList(grid),
    ].compactMap { $0 }
  }

  private func tiers(_ grid: PriceGrid) -> Panel? {
    let levels = grid.service.value?.levels ?? []
    let most = grid.tiers.map(\.discount).max() ?? Rate(percent: 0)
    let finding =
      most > Rate(percent: 0)
      ? Phrase(
        fr: "Jusqu'à \(percent: most.value, digits: 1) de remise selon le volume, au même service et au même délai",
        en: "Up to \(percent: most.value, digits: 1) off for volume, at the same service and days to pay")
      : Phrase(
        fr: "Aucune remise de volume : les gros clients ne paient pas moins, ou ne le peuvent pas",
        en: "No discount for volume: big customers pay no less, or cannot")
    let table = table(
      "tiers-table", finding,
      [
        ReportColumn("tier", Phrase(fr: "Volume par an", en: "Volume a year"), .text),
        ReportColumn("customers", Phrase(fr: "Clients", en: "Customers"), .integer),
        ReportColumn("compared", Phrase(fr: "comparés", en: "compared"), .integer),
        ReportColumn("discount", Phrase(fr: "Remise", en: "Discount"), .percent(digits: 1)),
        ReportColumn("reason", Phrase(fr: "D'où elle vient", en: "Where it comes from"), .text),
      ]
        + levels.map {
          ReportColumn(
            $0.level.rawValue, Phrase(fr: "Relation ", en: "Service: ") + $0.level.label, .percent(digits: 1))
        } + [ReportColumn("left", Phrase(fr: "Reste au-delà du plancher", en: "Left beyond the floor"), .euros)],
      grid.tiers.map { tier in
        Row(
          cells: [
            .phrase(
              tier.from > .zero
                ? Phrase(fr: "dès \(euros: tier.from)", en: "from \(euros: tier.from)")
                : Phrase(fr: "en dessous", en: "below")), .integer(tier.customers), .integer(tier.compared),
            .share(-tier.discount.value), .phrase(tier.reason.sentence),
          ]
            + tier.service.map { step in
              step.rate.map { .share($0.value) }
                ?? .unknown(
                  Phrase(
                    fr: "Coûterait \(percent: step.share) : non proposé.",
                    en: "Would cost \(percent: step.share): not offered."))
            } + [.cents(tier.left)])
      })
    return panel(
      "grid", finding,
      how: Phrase(
        fr: """
          Prix = tarif × (1 − remise) × (1 + supplément de service + supplément de paiement). La remise est celle du client \
          médian de la tranche aujourd'hui, jamais moindre pour plus de volume, bornée par ce que la tranche doit laisser ; \
          le supplément est le coût du niveau de service rapporté au chiffre d'affaires médian de la tranche.
          """,
        en: """
          Price = list price × (1 − discount) × (1 + service step + payment step). The discount is that of the tier's median \
          customer today, never less for more volume, bounded by what the tier has to leave; the step is what the level of \
          service costs against the tier's median revenue.
          """), [.table(table)])
  }

  private func serviceLevels(_ grid: PriceGrid) -> Panel? {
    guard let service = grid.service.value, let dearest = service.levels.last else { return nil }
    let finding =
      Phrase(
        fr: "Une relation ", en: "The ") + dearest.level.label
      + Phrase(
        fr: " coûte \(euros: dearest.cost) par an et par client",
        en: " level costs \(euros: dearest.cost) a year and customer")
    let table = table(
      "service-levels-table", finding,
      [
        ReportColumn("level", Phrase(fr: "Relation", en: "Level"), .text),
        ReportColumn("visits", Phrase(fr: "Visites par an", en: "Visits a year"), .integer),
        ReportColumn("calls", Phrase(fr: "Appels par an", en: "Calls a year"), .integer),
        ReportColumn("cost", Phrase(fr: "Coût par an", en: "Cost a year"), .euros),
      ],
      service.levels.map {
        Row(cells: [.tag($0.level.tag), .integer($0.promise.visits), .integer($0.promise.calls), .cents($0.cost)])
      })
    return panel(
      "service-levels", finding,
      how: Phrase(
        fr: """
          Ce que promettent vos niveaux, au coût moyen d'une visite (\(euros: service.visit, .cents)) et d'un appel \
          (\(euros: service.call, .cents)). Chaque client est mis au niveau que ses visites et appels approchent le plus.
          """,
        en: """
          What your levels promise, at the mean cost of a visit (\(euros: service.visit, .cents)) and a call \
          (\(euros: service.call, .cents)). Each customer counts for the level that its visits and calls come nearest to.
          """), isHalf: true, [.table(table)])
  }

  private func paymentSteps(_ grid: PriceGrid) -> Panel? {
    guard let rate = grid.payment.value, let month = grid.paymentStep(days: grid.includedDays + 30) else { return nil }
    let finding = Phrase(
      fr: "Payer trente jours plus tard coûte \(percent: month.value, digits: 2) du prix",
      en: "Paying thirty days later costs \(percent: month.value, digits: 2) of the price")
    let table = table(
      "payment-steps-table", finding,
      [
        ReportColumn("days", Phrase(fr: "Délai, en jours", en: "Days to pay"), .integer),
        ReportColumn("step", Phrase(fr: "Sur le prix", en: "On the price"), .percent(digits: 2)),
      ],
      PriceGrid.shownDays.compactMap { days in
        grid.paymentStep(days: days).map { Row(cells: [.integer(days), .share($0.value)]) }
      })
    return panel(
      "payment-steps", finding,
      how: Phrase(
        fr: """
          Coût de l'argent (\(percent: rate.value, digits: 1) par an) × jours au-delà de \(grid.includedDays) ÷ 365. Au-delà de \
          60 jours, un délai est un retard, pas une condition.
          """,
        en: """
          Cost of money (\(percent: rate.value, digits: 1) a year) × days beyond \(grid.includedDays) ÷ 365. Beyond 60 days \
          it is lateness, not a condition.
          """), isHalf: true, [.table(table)])
  }

  private func policyBridge(_ policy: PricePolicy) -> Panel? {
    func sum(_ amount: (PriceEffect) -> Cents) -> Cents { policy.sum(amount) }
    let paid = sum(\.paid)
    let (rises, falls) = (sum { max(.zero, $0.grid - $0.paid) }, sum { min(.zero, $0.grid - $0.paid) })
    let (floors, later, change) = (sum(\.floor), sum(\.later), sum(\.change))
    let finding = Phrase(
      fr: """
        \(euros: rises, .signed) de hausses, \(euros: falls, .signed) de baisses, \(euros: floors, .signed) de planchers : \
        \(euros: change, .signed) la première année
        """,
      en: """
        \(euros: rises, .signed) of rises, \(euros: falls, .signed) of falls, \(euros: floors, .signed) of floors: \
        \(euros: change, .signed) in the first year
        """)
    let steps: [(Phrase, Cents, Bool)] = [
      (Phrase(fr: "Payé aujourd'hui", en: "Paid today"), paid, true),
      (Phrase(fr: "Hausses", en: "Rises"), rises, false), (Phrase(fr: "Baisses", en: "Falls"), falls, false),
      (Phrase(fr: "Planchers", en: "Floors"), floors, false),
      (Phrase(fr: "Laissé aux ans suivants", en: "Left to later years"), -later, false),
      (Phrase(fr: "Première année", en: "First year"), paid + change, true),
    ]
    return panel(
      "policy-bridge", finding,
      how: Phrase(
        fr: """
          Ce que les clients comparés ont payé pour les produits du tarif, puis ce qu'en fait la grille, à volume égal, au \
          centime. Un plancher est ce qu'un client doit payer de plus que la grille pour laisser sa marge minimale.
          """,
        en: """
          What the customers compared paid for the products on the list, then what the grid makes of it, at equal volume, to \
          the cent. A floor is what a customer has to pay beyond the grid to leave its least margin.
          """),
      [
        Plot(
          id: "policy-bridge-chart", kind: .waterfall, title: finding,
          columns: [
            ReportColumn("step", Phrase(fr: "Ce qui change", en: "What changes"), .text),
            ReportColumn("amount", ReportColumn.revenue().title, .euros),
          ],
          lines: [Plot.Line(column: 1, form: .bar, showsFigures: true)],
          rows: steps.filter { $0.2 || $0.1 != .zero }.map { label, amount, isLevel in
            Plot.Row(
              cells: [.phrase(label), .cents(amount)], tone: isLevel ? .ink : amount < .zero ? .bad : .good,
              isBase: isLevel)
          }
        ).part(self)
      ])
  }

  private func policyEffects(_ policy: PricePolicy) -> Panel? {
    let rows = policy.rows.compactMap { row in row.effect.value.map { (row.customer, $0) } }
    let most = 400
    guard rows.count > 1, let biggest = rows.first else { return nil }
    let within = rows.count { $0.1.years == 1 }
    let finding = Phrase(
      fr: "\(within, "client serait", "clients seraient") à son prix dès la première année, sur \(rows.count)",
      en: "\(within) of \(rows.count, "customer", "customers") would be at its price within the first year")
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
          tone: effect.years == nil ? .bad : .accent,
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

  private func policyMoves(_ policy: PricePolicy, _ side: PriceEffect.Side) -> Panel? {
    let rows = policy.byEffect.compactMap { row in row.effect.value.map { (row.customer, $0) } }.filter {
      $0.1.side == side
    }
    let sorted = side == .paysMore ? rows : rows.reversed()
    guard let first = sorted.first else { return nil }
    let most = 15
    let total = rows.map(\.1.change).sum
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
            .cents(effect.service), .cents(effect.payment), .cents(effect.floor), .cents(effect.price),
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
      ) + cut(at: most, of: rows.count), [.table(table)])
  }

  private func policyPath(_ policy: PricePolicy) -> Panel? {
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
          Chaque année, un prix monte au plus de la hausse permise et baisse au plus de la baisse permise par vos règles. Ce \
          que les clients feraient de ces prix n'y est pas.
          """,
        en: """
          Each year a price rises by no more than the rise allowed and falls by no more than the fall that your rules allow. \
          What customers would make of these prices is not in it.
          """), isHalf: true, [plot.part(self)])
  }

  private func priceList(_ grid: PriceGrid) -> Panel? {
    guard let first = grid.products.first else { return nil }
    let most = 25
    let finding = Phrase(
      fr: "\(grid.products.count, "produit", "produits") au tarif, d'abord « \(name: first.product.name) »",
      en: "\(grid.products.count, "product", "products") on the list, first “\(name: first.product.name)”")
    let table = table(
      "price-list-table", finding,
      [
        ReportColumn("product", Phrase(fr: "Produit", en: "Product"), .text),
        ReportColumn("buyers", Phrase(fr: "Acheteurs", en: "Buyers"), .integer), .revenue(),
        ReportColumn("mean", Phrase(fr: "Prix moyen", en: "Mean price"), .cents),
        ReportColumn("reference", Phrase(fr: "Prix de référence", en: "Reference price"), .cents),
        ReportColumn("list", Phrase(fr: "Tarif", en: "List price"), .cents),
      ],
      grid.products.prefix(most).map { product in
        Row(cells: [
          .text(product.unit.map { product.product.name + " (" + $0 + ")" } ?? product.product.name),
          .integer(product.buyers), .cents(product.revenue), .cents(product.mean.cents),
          .cents((Double(product.reference) / 10_000).cents), .cents((Double(product.list) / 10_000).cents),
        ])
      })
    return panel(
      "price-list", finding,
      how: Phrase(
        fr: """
          Référence : le prix médian, pondéré par le chiffre d'affaires. Tarif : ce que paie la plus petite tranche, au \
          service le moins cher et à \(grid.includedDays) jours ; \(percent: Double(grid.level) / 1e9, digits: 1) de la \
          référence, pour qu'ensemble les clients paient ce que vos règles veulent.
          """,
        en: """
          Reference: the median price, weighted by revenue. List price: what the smallest tier pays, at the cheapest service \
          and \(grid.includedDays) days; \(percent: Double(grid.level) / 1e9, digits: 1) of the reference, so that together \
          customers pay what your rules want.
          """) + cut(at: most, of: grid.products.count), [.table(table)])
  }
}
