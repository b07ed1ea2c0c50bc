import Decisions
import Ledger
import Portfolio
import Units

extension PanelWriter {
  /// The grid, what it costs whom, the way there, and the list.
  var pricePolicy: [Panel] {
    let policy = analysis.portfolio.prices.policy
    guard let grid = policy.grid.value else { return [] }
    // What takes half the page goes by twos.
    let halves = [serviceLevels(grid), paymentSteps(grid)].compactMap { $0 }
    return
      ([tiers(grid)] + halves
      + [
        policyPath(policy, isHalf: halves.count == 1), policyBridge(policy), policyEffects(policy),
        policyMoves(policy, .paysMore), policyMoves(policy, .paysLess), priceList(grid),
      ]).compactMap { $0 }
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
      grid.volumeSteps.map { tiers in
        let smallest = tiers.reduce(tiers[0]) { $1 }
        // The reason of most customers compared.
        let main = tiers.max { $0.compared < $1.compared } ?? smallest
        return Row(
          cells: [
            .phrase(
              smallest.from > .zero
                ? Phrase(fr: "dès \(euros: smallest.from)", en: "from \(euros: smallest.from)")
                : Phrase(fr: "en dessous", en: "below")), .integer(tiers.reduce(0) { $0 + $1.customers }),
            .integer(tiers.reduce(0) { $0 + $1.compared }), .share(main.discount.value),
            .phrase(main.reason.sentence(main.discount)),
          ] + levels.indices.map { PanelWriter.step(tiers.map(\.service), at: $0) } + [.cents(tiers.map(\.left).sum)])
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

  /// What a level of service adds to tiers with the same discount: one figure, or from the least to the most.
  private static func step(_ tiers: [[PriceGrid.ServiceStep]], at level: Int) -> ReportCell {
    let rates = tiers.map { $0[level].rate }
    let offered = rates.compactMap { $0 }
    guard let least = offered.min(), let most = offered.max() else {
      return .phrase(Phrase(fr: "non proposé", en: "not offered"))
    }
    let isEverywhere = offered.count == rates.count
    if least == most, isEverywhere { return .share(least.value) }
    let span =
      least == most
      ? Phrase(fr: "\(percent: most.value, digits: 1)", en: "\(percent: most.value, digits: 1)")
      : Phrase(
        fr: "de \(percent: least.value, digits: 1) à \(percent: most.value, digits: 1) selon le volume",
        en: "\(percent: least.value, digits: 1) to \(percent: most.value, digits: 1) by volume")
    return .phrase(
      isEverywhere ? span : span + Phrase(fr: ", ou non proposé", en: ", or not offered"))
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
        ReportColumn("days", Phrase(fr: "Délai", en: "Days to pay"), .text),
        ReportColumn("step", Phrase(fr: "Sur le prix", en: "On the price"), .percent(digits: 2)),
      ],
      PriceGrid.shownDays.compactMap { days in
        grid.paymentStep(days: days).map {
          Row(cells: [.phrase(Phrase(fr: "\(days, "jour", "jours")", en: "\(days, "day", "days")")), .share($0.value)])
        }
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
