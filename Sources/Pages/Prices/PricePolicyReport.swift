import Decisions
import Ledger
import Portfolio
import Units

extension ReportDocument {
  /// A price policy out of volume, service level and payment, and what it changes for each customer.
  static func pricePolicy(_ analysis: CompanyAnalysis) -> ReportDocument {
    let (books, prices) = (analysis.books, analysis.portfolio.prices)
    let policy = prices.policy
    let rows = policy.byEffect
    let grid = policy.grid.value
    return ReportDocument(
      name: .pricepolicy, window: books.window, title: title(policy),
      subtitle: .months(books.window)
        + Phrase(
          fr: """
            Un prix par produit, une remise selon le volume, des suppléments selon le service et le délai de paiement, \
            tirés de ce que les clients paient et coûtent ; l'effet est à volume égal.
            """,
          en: """
            A price a product, a discount by volume, steps by service and days to pay, out of what customers pay and cost; \
            the effect is at equal volume.
            """),
      totals: totals(policy, analysis),
      grid: ReportGrid(
        columns: columns,
        rows: ReportRows(count: rows.count) { place in
          let row = rows[place]
          let (effect, reason) = (row.effect.value, row.effect.reason?.sentence)
          func cents(_ amount: (PriceEffect) -> Cents) -> ReportCell { .cents(effect.map(amount), else: reason) }
          let noStep = effect == nil ? reason : grid?.service.reason?.sentence
          let done: ReportCell =
            effect.map { .integer($0.years, else: $0.later > .zero ? .priceAloneFails : .fallWaits) }
            ?? .unknown(reason)
          return [
            books.idCell(row.customer), books.nameCell(row.customer), .tag(row.side.tag), cents(\.change),
            .share(effect?.rate, else: reason), cents(\.later), .share(effect?.wantedRate, else: reason), done,
            .cents(row.revenue), cents(\.margin), cents(\.newMargin), .share(effect?.newRate, else: reason),
            .share(
              effect?.breakEvenLoss, else: effect.map { $0.change > .zero ? .soldBelowCost : .noRise } ?? reason),
            .share(prices.index?[row.customer]?.index.value),
            .integer(effect.flatMap { grid?.tiers[$0.tier].number }, else: reason),
            effect?.priced.map { .tag($0.tag) } ?? .unknown(noStep),
            effect?.used.map { .tag($0.tag) } ?? .unknown(noStep),
            .integer(effect?.daysToPay, else: effect == nil ? reason : .noDaysToPay),
            .share(effect?.coverage, else: reason), cents(\.paid), cents(\.list), cents(\.volume),
            effect?.serviceCell(grid) ?? .unknown(reason),
            effect?.paymentCell(grid) ?? .unknown(reason), cents(\.floor), cents(\.price),
            .flag(effect?.isBound ?? false), .flag(effect?.isEstimated ?? false),
            row.effect.reason.map { .tag($0.tag) } ?? .unknown,
          ]
        }),
      notes: PricePolicyNotes(policy, analysis).all)
  }

  private static func title(_ policy: PricePolicy) -> Phrase {
    guard let grid = policy.grid.value else { return (policy.grid.reason ?? .nothingCompared).title }
    func side(_ side: PriceEffect.Side) -> (count: Int, change: Cents) {
      let own = policy.effects.filter { $0.side == side }
      return (own.count, own.map(\.change).sum)
    }
    let (up, down) = (side(.paysMore), side(.paysLess))
    let tiers = grid.volumeSteps.count
    let most = max(up.change, -down.change)
    guard most.value > policy.revenue.value / 1_000 else {
      return Phrase(
        fr: "Une grille en \(tiers, "tranche", "tranches") : la première année ne change presque rien",
        en: "A grid of \(tiers, "tier", "tiers"): the first year changes hardly anything")
    }
    return Phrase(
      fr: """
        Une grille en \(tiers, "tranche", "tranches") : la première année, \
        \(up.count, "client paierait", "clients paieraient") \(euros: up.change, .compact) de plus et \
        \(down.count, "paierait", "paieraient") \(euros: -down.change, .compact) de moins
        """,
      en: """
        A grid of \(tiers, "tier", "tiers"): in the first year \(up.count, "customer", "customers") would pay \
        \(euros: up.change, .compact) more and \(down.count) would pay \(euros: -down.change, .compact) less
        """)
  }

  private static func totals(_ policy: PricePolicy, _ analysis: CompanyAnalysis) -> [ReportTotal] {
    let (grid, isKnown) = (policy.grid.value, policy.grid.value != nil)
    let reason = policy.grid.reason?.sentence
    let effects = policy.effects
    func sum(_ key: String, _ amount: (PriceEffect) -> Cents, _ label: Phrase? = nil) -> ReportTotal {
      ReportTotal(key, .cents(isKnown ? effects.map(amount).sum : nil, else: reason), label)
    }
    func side(
      _ side: PriceEffect.Side, _ key: String, _ label: Phrase? = nil, _ amount: Phrase? = nil
    ) -> [ReportTotal] {
      let own = effects.filter { $0.side == side }
      return [
        ReportTotal(key, .integer(isKnown ? own.count : nil, else: reason), label),
        ReportTotal(key + "Cents", .cents(isKnown ? own.map(\.change).sum : nil, else: reason), amount),
      ]
    }
    let comparedRevenue = effects.map(\.revenue).sum
    let unattributed = analysis.portfolio.margins.unattributed.revenue
    return [
      ReportTotal("customers", .integer(policy.rows.count)),
      ReportTotal("compared", .integer(effects.count), Phrase(fr: "Clients comparés", en: "Customers compared")),
    ]
      + side(
        .paysMore, "payMore", Phrase(fr: "Paieraient plus", en: "Would pay more"),
        Phrase(fr: "de plus la 1re année", en: "more in the 1st year")
      )
      + side(
        .paysLess, "payLess", Phrase(fr: "Paieraient moins", en: "Would pay less"),
        Phrase(fr: "de moins la 1re année", en: "less in the 1st year")
      )
      + side(.same, "same")
      + [
        sum("changeCents", \.change), sum("laterCents", \.later),
        ReportTotal(
          "reachableLaterCents", .cents(policy.reachableLater, else: reason ?? .priceAloneFails),
          Phrase(fr: "Années suivantes", en: "Years after")),
        ReportTotal("revenueCents", .cents(policy.revenue)),
        ReportTotal("comparedRevenueCents", .cents(comparedRevenue)),
        ReportTotal("notComparedCents", .cents(policy.revenue - comparedRevenue)),
        ReportTotal("unattributedCents", .cents(unattributed)),
        sum("paidCents", \.paid), sum("listCents", \.list), sum("volumeCents", \.volume),
        ReportTotal(
          "serviceCents",
          .cents(
            grid?.service.value == nil ? nil : effects.map(\.service).sum,
            else: grid?.service.reason?.sentence ?? reason)),
        ReportTotal(
          "paymentCents",
          .cents(
            grid?.payment.value == nil ? nil : effects.map(\.payment).sum,
            else: grid?.payment.reason?.sentence ?? reason)), sum("floorCents", \.floor), sum("priceCents", \.price),
        sum("marginCents", \.margin, Phrase(fr: "Marge aujourd'hui", en: "Margin today")),
        sum("newMarginCents", \.newMargin, Phrase(fr: "Marge après un an", en: "Margin after a year")),
        sum("lastMarginCents", \.lastMargin),
        ReportTotal("listLevel", .share(grid.map { Double($0.level) / 1e9 }, else: reason)),
        ReportTotal(
          "path",
          .list(
            policy.path.enumerated().map { year, change in
              .object([.init("year", .integer(year + 1)), .init("changeCents", .cents(change))])
            })),
        ReportTotal("notCompared", .list(policy.notCompared.map { .object($0.members) })),
        ReportTotal("tiers", .list((grid?.tiers ?? []).map { .object($0.members(grid?.service.value?.levels ?? [])) })),
        ReportTotal("serviceLevels", .list((grid?.service.value?.levels ?? []).map { .object($0.members) })),
        ReportTotal(
          "financingRate", .share(grid?.payment.value?.value, else: grid?.payment.reason?.sentence ?? reason)),
        ReportTotal("includedDays", .integer(analysis.policy.pricePolicy.includedDays)),
        ReportTotal(
          "paymentSteps",
          .list(
            PriceGrid.shownDays.compactMap { days in
              grid?.paymentStep(days: days).map {
                .object([.init("days", .integer(days)), .init("step", .share($0.value))])
              }
            })),
        ReportTotal("products", .integer(grid?.products.count, else: reason)),
        ReportTotal(
          "priceList", .list((grid?.products.prefix(mostProducts) ?? []).map { .object($0.members) })),
      ]
  }

  /// Programs get the products that sell most; all of them may be hundreds of thousands.
  private static let mostProducts = 1_000

  private static let columns: [ReportColumn] = [
    .customer, .name, ReportColumn("side", Phrase(fr: "Effet", en: "Effect"), .text),
    ReportColumn("changeCents", Phrase(fr: "1re année", en: "1st year"), .euros),
    ReportColumn("change", Phrase(fr: "soit", en: "that is"), .percent(digits: 1)),
    ReportColumn("laterCents", Phrase(fr: "Ensuite", en: "Then"), .euros, .optional(3)),
    ReportColumn("wanted", Phrase(fr: "En tout", en: "In all"), .percent(digits: 1), .optional(4)),
    ReportColumn("years", Phrase(fr: "Années", en: "Years"), .integer, .optional(7)), .revenue(.optional(2)),
    .operatingMargin(.hidden),
    ReportColumn("newMarginCents", Phrase(fr: "Marge après", en: "Margin after"), .euros, .optional(1)),
    ReportColumn("newRate", Phrase(fr: "Taux après", en: "Rate after"), .percent(digits: 1), .optional(1)),
    ReportColumn(
      "breakEvenLoss", Phrase(fr: "Perte de volume admissible", en: "Loss of volume it bears"), .percent(digits: 1),
      .optional(8)),
    ReportColumn("index", ReportColumn.priceIndex.title, .percent(digits: 1), .optional(5)),
    ReportColumn("tier", Phrase(fr: "Tranche", en: "Tier"), .integer, .optional(6)),
    ReportColumn("level", Phrase(fr: "Relation", en: "Relation"), .text, .optional(9)),
    ReportColumn("usedLevel", Phrase(fr: "Relation reçue", en: "Relation received"), .text, .hidden),
    ReportColumn("daysToPay", Phrase(fr: "Jours de paiement", en: "Days to pay"), .integer, .optional(10)),
    ReportColumn("coverage", Phrase(fr: "Part comparée", en: "Share compared"), .percent(digits: 0), .optional(12)),
    ReportColumn("paidCents", Phrase(fr: "Payé", en: "Paid"), .euros, .optional(11)),
    ReportColumn("listCents", Phrase(fr: "Au tarif", en: "At list prices"), .euros, .hidden),
    ReportColumn("volumeCents", Phrase(fr: "Volume", en: "Volume"), .euros, .hidden),
    ReportColumn("serviceCents", Phrase(fr: "Service", en: "Service"), .euros, .hidden),
    ReportColumn("paymentCents", Phrase(fr: "Paiement", en: "Payment"), .euros, .hidden),
    ReportColumn("floorCents", Phrase(fr: "Plancher", en: "Floor"), .euros, .hidden),
    ReportColumn("priceCents", Phrase(fr: "Prix visé", en: "Price aimed at"), .euros, .hidden),
    ReportColumn("underContract", Phrase(fr: "Sous contrat", en: "Under contract"), .flag, .optional(14)),
    ReportColumn("costEstimated", Phrase(fr: "Coût estimé", en: "Cost estimated"), .flag, .hidden),
    ReportColumn("reason", Phrase(fr: "Pourquoi pas comparé", en: "Why not compared"), .text, .optional(13)),
  ]
}
