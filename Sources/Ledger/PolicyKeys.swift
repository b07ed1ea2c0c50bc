import Units

extension PolicyKey {
  /// Every rule with a fixed place, in the order of `policy.yaml`.
  public static let fixed: [PolicyKey] =
    company + ranking + oneOff + bands + service + costs + margin + floors + adequacy + growth + suggestions

  /// The sections, in order, with what each is about.
  public static func help(ofSection name: String, in language: Language) -> String? {
    switch name {
    case "company": language(fr: "L’entreprise", en: "The company")
    case "calendar": language(fr: "Les mois terminés", en: "Months that are over")
    case "ranking": language(fr: "Classement, Pareto et classes A, B, C", en: "Ranking, Pareto and classes A, B, C")
    case "oneOff":
      language(fr: "Clients d’une seule fois et fiches à archiver", en: "One-off customers and records to archive")
    case "bands": language(fr: "Tranches de chiffre d’affaires", en: "Revenue bands")
    case "service": language(fr: "Niveaux de service et heures à répartir", en: "Service levels and hours to allot")
    case "costs": language(fr: "Coût de service", en: "Cost to serve")
    case "margin": language(fr: "Marges", en: "Margins")
    case "floors": language(fr: "Planchers de marge et de chiffre d’affaires", en: "Least margins and revenues")
    case "adequacy": language(fr: "Le nombre de clients suffit-il ?", en: "Are there customers enough?")
    case "growth": language(fr: "Croissance et clients de demain", en: "Growth and tomorrow's customers")
    case "suggestions": language(fr: "Catégories suggérées", en: "Suggested categories")
    default: nil
    }
  }

  private static let company: [PolicyKey] = [
    text("company.name", \.company.name, fr: "nom affiché sur les pages", en: "name shown on the pages"),
    text("company.currency", \.company.currency, fr: "devise des montants", en: "currency of the amounts"),
    month(
      "company.started", \.company.started, fr: "premier mois d’activité (AAAA-MM)",
      en: "first month of business (YYYY-MM)"),
    money(
      "company.fixedCosts", \.company.fixedCosts, fr: "coûts fixes que les marges doivent payer, sur 12 mois",
      en: "fixed costs that the margins have to pay, over 12 months"),
    list(
      "calendar.completeMonths", \.calendar.completeMonths, .month, { .month($0) }, { $0.asMonth },
      fr: "mois que vous déclarez terminés, par exemple [2026-10]", en: "months you declare complete, such as [2026-10]"
    ),
  ]

  private static let ranking: [PolicyKey] = [
    choice("ranking.criterion", \.ranking.criterion, fr: "ce qui classe les clients", en: "what ranks the customers"),
    rate(
      "ranking.cutA", \.ranking.cutA, fr: "classe A tant que le cumul avant le client est au-dessous",
      en: "class A while the cumulative share before the customer is below"),
    rate("ranking.cutB", \.ranking.cutB, fr: "classe B jusqu’ici, C au-delà", en: "class B up to here, C beyond"),
    rate(
      "ranking.topShare", \.ranking.topShare, fr: "part des clients dont on regarde le poids (le 20 de 20/80)",
      en: "part of the customers whose weight is looked at (the 20 of 20/80)"),
    rate(
      "ranking.paretoShare", \.ranking.paretoShare, fr: "part du total à couvrir (le 80 de 20/80)",
      en: "part of the total to be covered (the 80 of 20/80)"),
  ]

  private static let oneOff: [PolicyKey] = [
    whole(
      "oneOff.months", \.oneOff.months, 1...120, fr: "une seule commande, plus vieille que ce nombre de mois",
      en: "a single order, older than this many months"),
    rate(
      "oneOff.gapPercentile", \.oneOff.gapPercentile,
      fr: "… et que ce centile des intervalles entre commandes de la catégorie",
      en: "… and than this percentile of the category's gaps between orders"),
    whole(
      "oneOff.deadMonths", \.oneOff.deadMonths, 1...240,
      fr: "mois sans commande après lesquels une fiche est à archiver",
      en: "months without an order after which a record is to be archived"),
  ]

  private static let bands: [PolicyKey] = [
    choice("bands.method", \.bands.method, fr: "comment les tranches sont coupées", en: "how bands are cut"),
    whole("bands.count", \.bands.count, 1...50, fr: "nombre de tranches", en: "number of bands"),
    list(
      "bands.bounds", \.bands.bounds, .money, { .money($0) }, { $0.asMoney },
      fr: "bas de chaque tranche en partant du haut, pour la méthode bounds, par exemple [100000, 20000]",
      en: "lower end of each band from the top, for the method bounds, such as [100000, 20000]"),
  ]

  private static let service: [PolicyKey] =
    [
      whole(
        "service.budgetHours", \.service.budgetHours, 0...10_000_000,
        fr: "heures à répartir sur 12 mois ; vide : celles du journal de service",
        en: "hours to allot over 12 months; empty: those of the service log"),
      whole(
        "service.maxHoursPerCustomer", \.service.maxHoursPerCustomer, 1...100_000,
        fr: "le plus d’heures par an pour un client ; le reste descend à la tranche suivante",
        en: "the most hours a year for one customer; the rest pours down to the next band"),
      list(
        "service.levels", \.service.levels, .choice(Policy.ServiceLevel.allCases.map(\.rawValue)),
        { .text($0.rawValue) }, { $0.asText.flatMap(Policy.ServiceLevel.init(rawValue:)) },
        fr: "niveau de chaque tranche, la dernière valeur pour les suivantes",
        en: "level of each band, the last value for those beyond"),
      whole(
        "service.newCustomerMonths", \.service.newCustomerMonths, 0...60,
        fr: "mois pendant lesquels un nouveau client est au moins délégué",
        en: "months during which a new customer is at least delegated"),
      rate(
        "service.tolerance", \.service.tolerance, fr: "écart toléré entre heures passées et heures prévues",
        en: "tolerated gap between hours given and hours allotted"),
    ] + Policy.ServiceLevel.allCases.flatMap(promise)

  private static func promise(_ level: Policy.ServiceLevel) -> [PolicyKey] {
    let none = Policy.LevelPromise(visits: 0, calls: 0, replyHours: 48, paymentDays: 30, servedBy: "")
    let path = "service.catalogue.\(level.rawValue)."
    return [
      whole(
        path + "visits", \.service.catalogue[level, orElse: none].visits, 0...366, fr: "visites par an",
        en: "visits a year"),
      whole(
        path + "calls", \.service.catalogue[level, orElse: none].calls, 0...1000, fr: "appels par an",
        en: "calls a year"),
      whole(
        path + "replyHours", \.service.catalogue[level, orElse: none].replyHours, 0...1000,
        fr: "délai de réponse, en heures", en: "time to reply, in hours"),
      whole(
        path + "paymentDays", \.service.catalogue[level, orElse: none].paymentDays, 0...365,
        fr: "délai de paiement, en jours", en: "payment term, in days"),
      text(path + "servedBy", \.service.catalogue[level, orElse: none].servedBy, fr: "qui sert", en: "who serves"),
    ]
  }

  private static let costs: [PolicyKey] = [
    rate(
      "costs.practicalCapacity", \.costs.practicalCapacity, 1...100,
      fr: "part des heures payées qui peut aller aux clients", en: "part of paid hours that can go to customers"),
    rate(
      "costs.fullyKnownFrom", \.costs.fullyKnownFrom,
      fr: "au-dessous de cette part d’heures notées, le coût de service n’est « pas entièrement connu »",
      en: "below this part of hours logged, cost to serve is “not fully known”"),
    money(
      "costs.handlingPerOrder", \.costs.handlingPerOrder, fr: "ce que coûte le traitement d’une commande",
      en: "what handling an order costs"),
    rate(
      "costs.financingRate", \.costs.financingRate, 0...100, fr: "coût annuel de l’argent, pour les délais de paiement",
      en: "yearly cost of money, for days to pay"),
    flag(
      "costs.standIn.enabled", \.costs.standIn.enabled,
      fr: "sans journal de service, estimer les minutes par commande et par ligne",
      en: "without a service log, estimate minutes by order and line"),
    whole(
      "costs.standIn.minutesPerOrder", \.costs.standIn.minutesPerOrder, 0...10_000, fr: "minutes estimées par commande",
      en: "estimated minutes per order"),
    whole(
      "costs.standIn.minutesPerLine", \.costs.standIn.minutesPerLine, 0...10_000, fr: "minutes estimées par ligne",
      en: "estimated minutes per line"),
    money(
      "costs.standIn.costPerHour", \.costs.standIn.costPerHour, fr: "coût d’une heure estimée",
      en: "cost of an estimated hour"),
  ]

  private static let margin: [PolicyKey] = [
    rate(
      "margin.minimumCostedShare", \.margin.minimumCostedShare, 1...100,
      fr: "part du chiffre d’affaires dont le coût doit être connu pour dire une marge",
      en: "share of revenue whose cost must be known for a margin to be told"),
    money(
      "margin.overheads", \.margin.overheads, fr: "frais généraux sur 12 mois, pour la vue en coût complet seulement",
      en: "overheads over 12 months, for the full-cost view only"),
    choice("margin.overheadKey", \.margin.overheadKey, fr: "clé qui les répartit", en: "key that allocates them"),
  ]

  private static let floors: [PolicyKey] = [
    rate(
      "floors.company.rate", \.floors.company.rate, fr: "marge opérationnelle minimale, en part du chiffre d’affaires",
      en: "least operating margin, as a share of revenue"),
    money(
      "floors.company.revenue", \.floors.company.revenue, fr: "chiffre d’affaires minimal sur 12 mois",
      en: "least revenue over 12 months"),
    whole(
      "floors.testedFromMonths", \.floors.testedFromMonths, 0...120,
      fr: "ancienneté à partir de laquelle un client est tenu aux planchers",
      en: "age from which a customer is held to the floors"),
  ]

  private static let adequacy: [PolicyKey] = [
    money(
      "adequacy.expectedRevenue", \.adequacy.expectedRevenue, fr: "chiffre d’affaires attendu sur 12 mois",
      en: "revenue expected over 12 months"),
    whole(
      "adequacy.watchMonths", \.adequacy.watchMonths, 1...120, fr: "mois d’affilée au-dessous avant de surveiller",
      en: "months in a row below before watching"),
    whole(
      "adequacy.alarmMonths", \.adequacy.alarmMonths, 1...120, fr: "mois d’affilée au-dessous avant l’alarme",
      en: "months in a row below before the alarm"),
    whole(
      "adequacy.exemptMonths", \.adequacy.exemptMonths, 0...120,
      fr: "âge de l’entreprise jusqu’auquel il n’y a pas d’alarme", en: "company age up to which there is no alarm"),
  ]

  private static let growth: [PolicyKey] = [
    whole(
      "growth.gateMedianOrders", \.growth.gateMedianOrders, 0...20,
      fr: "une variation de moins de tant de commandes médianes est du bruit",
      en: "a change of fewer median orders than this is noise"),
    rate(
      "growth.gateDeviations", \.growth.gateDeviations, 0...1000,
      fr: "… ou de moins de tant d’écarts-types (1.28 : une chance sur dix)",
      en: "… or of fewer standard deviations than this (1.28: one chance in ten)"),
    rate(
      "growth.growthRatio", \.growth.growthRatio, 100...1000, fr: "12 mois ÷ 12 mois d’avant à partir duquel on croît",
      en: "12 months ÷ the 12 before from which it is growth"),
    rate(
      "growth.highHeadroom", \.growth.highHeadroom, 0...10_000,
      fr: "potentiel restant ÷ chiffre d’affaires à partir duquel il compte",
      en: "headroom ÷ revenue from which it counts"),
    whole(
      "growth.smallBands", \.growth.smallBands, 1...50, fr: "tranches du bas où chercher les clients de demain",
      en: "bottom bands in which tomorrow's customers are looked for"),
    whole(
      "growth.potentialMonths", \.growth.potentialMonths, 1...240, fr: "mois pendant lesquels un potentiel jugé vaut",
      en: "months for which a judged potential holds"),
    whole(
      "growth.earlyMonths", \.growth.earlyMonths, 1...120, fr: "âge jusqu’auquel un rythme est un rythme de début",
      en: "age up to which a rhythm is an early one"),
    whole(
      "growth.earlyPeers", \.growth.earlyPeers, 1...1000,
      fr: "clients de la première tranche dont les débuts doivent être connus pour comparer",
      en: "customers of the first band whose beginnings must be known to compare"),
    whole(
      "growth.marginFallYears", \.growth.marginFallYears, 1...10,
      fr: "baisses annuelles de suite du taux de marge à partir desquelles un client est signalé",
      en: "yearly falls in a row of the margin rate from which a customer is listed"),
  ]

  private static let suggestions: [PolicyKey] = [
    whole(
      "suggestions.mostCategories", \.suggestions.mostCategories, 2...50, fr: "nombre maximal de catégories proposées",
      en: "the most categories proposed"),
    whole(
      "suggestions.leastCustomers", \.suggestions.leastCustomers, 2...100_000,
      fr: "clients actifs au-dessous desquels rien n’est proposé",
      en: "active customers below which nothing is proposed"),
    whole(
      "suggestions.sample", \.suggestions.sample, 10...5000,
      fr: "clients comparés un à un ; les autres rejoignent le plus proche",
      en: "customers compared one by one; the others join the nearest"),
    rate(
      "suggestions.leastSilhouette", \.suggestions.leastSilhouette,
      fr: "netteté moyenne au-dessous de laquelle on dit qu’il n’y a pas de catégories",
      en: "mean silhouette below which there are said to be no categories"),
  ]
}

extension PolicyKey {
  /// The rule at a path, fixed or made for a name: a currency, a kind of service, a category.
  public static func named(_ path: [String]) -> PolicyKey? {
    if let key = byPath[path.joined(separator: ".")] { return key }
    switch (path.count, path.first, path.dropFirst().first) {
    case (3, "company", "rates"):
      return rate(
        path.joined(separator: "."), \.company.rates[path[2], orElse: Rate(percent: 100)], 0...100_000_000,
        fr: "valeur d’une unité de cette devise", en: "what one unit of that currency is worth")
    case (4, "floors", "byCategory"): return floor(path[2], path[3])
    case (4, "costs", "kinds"): return ServiceKind(rawValue: path[2]).flatMap { kind($0, path[3]) }
    default: return nil
    }
  }

  /// Whether rules may stand below a path.
  public static func isSection(_ path: [String]) -> Bool {
    let joined = path.joined(separator: ".") + "."
    if fixed.contains(where: { $0.path.hasPrefix(joined) }) { return true }
    switch (path.count, path.first, path.dropFirst().first) {
    case (2, "company", "rates"), (2, "floors", "byCategory"), (3, "floors", "byCategory"), (2, "costs", "kinds"):
      return true
    case (3, "costs", "kinds"): return ServiceKind(rawValue: path[2]) != nil
    default: return false
    }
  }

  private static let byPath = Dictionary(uniqueKeysWithValues: fixed.map { ($0.path, $0) })

  private static func floor(_ category: String, _ name: String) -> PolicyKey? {
    let none = Policy.Floor(rate: nil, revenue: nil)
    switch name {
    case "rate":
      return rate(
        "floors.byCategory.\(category).rate", \.floors.byCategory[category, orElse: none].rate,
        fr: "marge minimale de la catégorie", en: "the category's least margin")
    case "revenue":
      return money(
        "floors.byCategory.\(category).revenue", \.floors.byCategory[category, orElse: none].revenue,
        fr: "chiffre d’affaires minimal de la catégorie", en: "the category's least revenue")
    default: return nil
    }
  }

  private static func kind(_ kind: ServiceKind, _ name: String) -> PolicyKey? {
    let path = "costs.kinds.\(kind.rawValue).\(name)"
    let none = Policy.KindRule()
    switch name {
    case "standardMinutes":
      return whole(
        path, \.costs.kinds[kind, orElse: none].standardMinutes, 0...100_000,
        fr: "minutes d’un événement qui ne les dit pas",
        en: "minutes of an event that does not tell them")
    case "unitCost":
      return money(
        path, \.costs.kinds[kind, orElse: none].unitCost, fr: "coût d’un événement sans coût ni minutes",
        en: "cost of an event with neither cost nor minutes")
    case "actualCost":
      return money(
        path, \.costs.kinds[kind, orElse: none].actualCost, fr: "ce que disent les comptes sur 12 mois",
        en: "what the books say over 12 months")
    case "avoidableShare":
      return rate(
        path, \.costs.kinds[kind, orElse: none].avoidableShare, fr: "part du coût qui part avec le client en 12 mois",
        en: "part of the cost that goes with the customer within 12 months")
    default: return nil
    }
  }
}

extension Dictionary {
  /// The value of a key, or another: like the standard one, but fit for a key path.
  fileprivate subscript(_ key: Key, orElse other: Value) -> Value {
    get { self[key] ?? other }
    set { self[key] = newValue }
  }
}
