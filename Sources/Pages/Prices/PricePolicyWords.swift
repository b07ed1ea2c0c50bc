import Ledger
import Portfolio
import Units

extension PricePolicy {
  /// What the years after the first bring within the policy's years and caps; nothing without a grid, or where customers wait
  /// for rises and a price alone brings none of them to its place.
  var reachableLater: Cents? {
    guard grid.value != nil else { return nil }
    let waiting = effects.filter { $0.later > .zero }
    guard waiting.isEmpty || waiting.contains(where: { $0.years != nil }) else { return nil }
    return effects.map { ($0.path.last ?? .zero) - $0.change }.sum
  }

  /// The customers whose prices rise, most first, then those whose prices fall least, those not compared last by revenue.
  var byEffect: [Row] {
    let known = rows.filter { $0.effect.value != nil }.sorted {
      let (one, other) = ($0.effect.value?.change ?? .zero, $1.effect.value?.change ?? .zero)
      return (other, $1.revenue, $0.customer) < (one, $0.revenue, $1.customer)
    }
    return known + rows.filter { $0.effect.value == nil }
  }

  /// The customers that are not compared, by reason, with their revenue.
  struct NotCompared {
    let reason: Unknown
    let customers: Int
    let revenue: Cents

    var members: [ReportCell.Member] {
      [
        .init("reason", .tag(reason.tag)), .init("customers", .integer(customers)),
        .init("revenueCents", .cents(revenue)),
      ]
    }
  }

  var notCompared: [NotCompared] {
    Unknown.allCases.compactMap { reason in
      let own = rows.filter { $0.effect.reason == reason }
      return own.isEmpty ? nil : NotCompared(reason: reason, customers: own.count, revenue: own.map(\.revenue).sum)
    }
  }
}

extension PricePolicy.Row {
  /// Which way its prices go, or that this is not known.
  enum Side: Hashable {
    case known(PriceEffect.Side)
    case notCompared

    var tag: ReportCell.Tag {
      switch self {
      case .known(.paysMore): ReportCell.Tag("paysMore", Phrase(fr: "hausse", en: "rise"))
      case .known(.paysLess): ReportCell.Tag("paysLess", Phrase(fr: "baisse", en: "fall"))
      case .known(.same): ReportCell.Tag("same", Phrase(fr: "inchangé", en: "unchanged"))
      case .notCompared: ReportCell.Tag("notCompared", Phrase(fr: "non comparé", en: "not compared"), tone: .faint)
      }
    }

    static let codes = PriceEffect.Side.allCases.map(\.rawValue) + ["notCompared"]
  }

  var side: Side { effect.value.map { .known($0.side) } ?? .notCompared }
}

extension Phrase {
  static let priceAloneFails = Phrase(
    fr: "Le prix seul n'y suffit pas dans le délai : servir autrement, ou revoir la relation.",
    en: "A price alone does not do within the time: serve otherwise, or look at the relation again.")
  static let fallWaits = Phrase(
    fr: "Sa baisse attend que des hausses la paient.", en: "Its fall waits for rises to pay it.")
  static let noDaysToPay = Phrase(
    fr: "Aucun paiement ne dit son délai.", en: "No payment tells its days.")
  static let soldBelowCost = Phrase(
    fr: "Vendu sous le coût direct : un volume qui part ne coûte rien.",
    en: "Sold below direct cost: volume that goes costs nothing.")
  static let noRise = Phrase(fr: "Ses prix ne montent pas.", en: "Its prices do not rise.")
}

extension PricePolicy.Unknown {
  /// Why, for a cell.
  var sentence: Phrase {
    switch self {
    case .noProducts: .noProducts
    case .nothingCompared:
      Phrase(
        fr: "Aucun produit n'est acheté par assez de clients.", en: "No product is bought by enough customers.")
    case .noCosts:
      Phrase(fr: "Trop peu de coûts directs sont connus.", en: "Too few direct costs are known.")
    case .noRevenue:
      Phrase(fr: "Pas de chiffre d'affaires positif.", en: "No revenue above zero.")
    case .tooLittleCompared:
      Phrase(
        fr: "Trop peu de ses achats se comparent à ceux des autres.",
        en: "Too little of what it buys compares with what others buy.")
    case .tooLittleCosted:
      Phrase(
        fr: "Le coût de trop peu de ses achats est connu.", en: "The cost of too little of what it buys is known.")
    }
  }

  /// The finding where there is no grid.
  var title: Phrase {
    switch self {
    case .noProducts:
      Phrase(
        fr: "Pas de grille de prix : aucune ligne ne dit le produit et la quantité",
        en: "No price grid: no line tells product and quantity")
    case .noCosts, .tooLittleCosted:
      Phrase(
        fr: "Pas de grille de prix : trop peu de coûts directs sont connus pour tenir les planchers",
        en: "No price grid: too few direct costs are known to keep to floors")
    case .nothingCompared, .tooLittleCompared, .noRevenue:
      Phrase(
        fr: "Pas de grille de prix : aucun produit n'est acheté par assez de clients",
        en: "No price grid: no product is bought by enough customers")
    }
  }

  /// The reason as a word.
  var tag: ReportCell.Tag {
    let label =
      switch self {
      case .noProducts: Phrase(fr: "ni produit ni quantité", en: "no product or quantity")
      case .nothingCompared: Phrase(fr: "aucun prix à comparer", en: "no price to compare")
      case .noCosts, .tooLittleCosted: Phrase(fr: "coûts trop peu connus", en: "costs too little known")
      case .noRevenue: Phrase(fr: "pas de chiffre d'affaires", en: "no revenue")
      case .tooLittleCompared: Phrase(fr: "achats peu comparables", en: "purchases hard to compare")
      }
    return ReportCell.Tag(rawValue, label)
  }
}

extension ServiceSteps.Unknown {
  /// Why there is no step, and what to bring.
  var sentence: Phrase {
    switch self {
    case .noLog:
      Phrase(
        fr: "Le niveau de service ne change pas les prix : aucun service n'est noté. Importez visites et appels.",
        en: "The level of service does not change prices: no service was logged. Import visits and calls.")
    case .noCost(let kind):
      Phrase(
        fr: "Le niveau de service ne change pas les prix : rien ne dit le coût des ",
        en: "The level of service does not change prices: nothing tells the cost of ")
        + kind.words
        + Phrase(
          fr: " ; fixez-le (costs.kinds.\(words: kind.rawValue).unitCost).",
          en: "; set it (costs.kinds.\(words: kind.rawValue).unitCost).")
    case .noPromise:
      Phrase(
        fr: "Le niveau de service ne change pas les prix : vos règles n'en promettent aucun.",
        en: "The level of service does not change prices: your rules promise none.")
    }
  }
}

extension PriceGrid.PaymentUnknown {
  /// Why there is no step, and what to bring.
  var sentence: Phrase {
    switch self {
    case .noRate:
      Phrase(
        fr: "Le délai de paiement ne change pas les prix : fixez le coût de l'argent (costs.financingRate).",
        en: "Days to pay do not change prices: set the cost of money (costs.financingRate).")
    case .noDays:
      Phrase(
        fr: "Le délai de paiement ne change pas les prix : aucun paiement n'est connu. Importez le FEC.",
        en: "Days to pay do not change prices: no payment is known. Import the accounts (FEC).")
    }
  }
}

extension PriceGrid.DiscountReason {
  /// Where the discount comes from.
  func sentence(_ discount: Rate) -> Phrase {
    switch self {
    case .list: Phrase(fr: "le tarif", en: "the list price")
    case .observed: Phrase(fr: "ce que ses clients obtiennent aujourd'hui", en: "what its customers get today")
    case .tooFew(let pooled):
      Phrase(
        fr: "trop peu de clients à elle seule : \(pooled) avec ses voisines",
        en: "too few customers of its own: \(pooled) with its neighbours")
    case .levelled(let own, let pooled) where own < discount:
      Phrase(
        fr: "\(percent: own.value, digits: 1) aujourd'hui, de plus petits ont davantage : médiane des \(pooled)",
        en: "\(percent: own.value, digits: 1) today, smaller ones get more: the median of the \(pooled)")
    case .levelled(let own, let pooled):
      Phrase(
        fr: "\(percent: own.value, digits: 1) aujourd'hui, de plus gros ont moins : médiane des \(pooled)",
        en: "\(percent: own.value, digits: 1) today, bigger ones get less: the median of the \(pooled)")
    case .bounded(let today):
      Phrase(
        fr: "\(percent: today.value, digits: 1) aujourd'hui ; davantage ne paierait pas service et plancher",
        en: "\(percent: today.value, digits: 1) today; more would not pay for service and floor")
    }
  }

  /// The word for programs.
  var code: String {
    switch self {
    case .list: "list"
    case .observed: "observed"
    case .tooFew: "tooFew"
    case .levelled: "levelled"
    case .bounded: "bounded"
    }
  }

  static let codes = ["list", "observed", "tooFew", "levelled", "bounded"]

  /// What its own customers get today, where that is another discount.
  var today: Rate? {
    switch self {
    case .list, .tooFew: nil
    case .observed(let rate), .levelled(let rate, _), .bounded(let rate): rate
    }
  }
}

extension PriceEffect {
  /// What its level of service adds; unknown where no step is.
  func serviceCell(_ grid: PriceGrid?) -> ReportCell {
    guard let reason = grid?.service.reason else { return .cents(service) }
    return .unknown(reason.sentence)
  }

  /// What its days to pay add or take off; unknown where no step is, or its days are not.
  func paymentCell(_ grid: PriceGrid?) -> ReportCell {
    if let reason = grid?.payment.reason { return .unknown(reason.sentence) }
    return daysToPay == nil ? .unknown(.noDaysToPay) : .cents(payment)
  }
}

extension PriceGrid {
  /// Neighbouring tiers with the same discount, the biggest volume first.
  var volumeSteps: [[Tier]] {
    tiers.reduce(into: []) { steps, tier in
      if let last = steps.last?.last, last.discount == tier.discount {
        steps[steps.count - 1].append(tier)
      } else {
        steps.append([tier])
      }
    }
  }

  /// The days to pay that a price list names.
  ///
  /// Source: article L441-10 of the French commercial code: 60 days at the most.
  static let shownDays = [0, 15, 30, 45, 60]
}

extension PriceGrid.Tier {
  func members(_ levels: [ServiceSteps.Level]) -> [ReportCell.Member] {
    [
      .init("tier", .integer(number)), .init("fromCents", .cents(from)), .init("customers", .integer(customers)),
      .init("compared", .integer(compared)), .init("medianRevenueCents", .cents(medianRevenue)),
      .init("serviceLevel", .tag(level.tag)), .init("discount", .share(discount.value)),
      .init("reason", .text(reason.code)), .init("todayDiscount", .share(reason.today?.value)),
      .init("leftCents", .cents(left)),
      .init(
        "serviceSteps",
        .list(
          zip(levels, service).map { level, step in
            .object([
              .init("level", .tag(level.level.tag)), .init("offered", .flag(step.rate != nil)),
              .init("step", .share(step.share)), .init("costCents", .cents(step.cost)),
            ])
          })),
    ]
  }
}

extension PriceGrid.ServiceStep {
  /// The step, offered or not.
  var share: Double {
    switch self {
    case .added(let rate, _), .notOffered(let rate, _): rate.value
    }
  }

  /// What the level costs more than the cheapest, a year.
  var cost: Cents {
    switch self {
    case .added(_, let cost), .notOffered(_, let cost): cost
    }
  }
}

extension ServiceSteps.Level {
  var members: [ReportCell.Member] {
    [
      .init("level", .tag(level.tag)), .init("visits", .integer(promise.visits)),
      .init("calls", .integer(promise.calls)),
      .init("costCents", .cents(cost)),
    ]
  }
}

extension PriceGrid.Product {
  var members: [ReportCell.Member] {
    [
      .init("product", .text(product.code)), .init("name", .text(product.name)), .init("unit", .text(unit)),
      .init("buyers", .integer(buyers)), .init("revenueCents", .cents(revenue)),
      .init("meanPriceCents", .number(mean)), .init("referencePriceCents", .number(Double(reference) / 10_000)),
      .init("listPriceCents", .number(Double(list) / 10_000)),
    ]
  }

  /// What a unit cost on average, in cents.
  var mean: Double { Double(revenue.value) * 1_000_000 / Double(quantity) }
}
