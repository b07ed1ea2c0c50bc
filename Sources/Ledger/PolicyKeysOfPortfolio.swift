import Units

/// What the books are made by, and what ranks, bands and costs customers.
extension PolicyKey {
  static let company: [PolicyKey] = [
    text("company.name", \.company.name, fr: "nom affiché sur les pages", en: "name shown on the pages"),
    PolicyKey(
      "company.address", \.company.address, .text,
      fr: "adresse de vos lettres, ligne par ligne, par exemple [12 rue Neuve, 44000 Nantes]",
      en: "address of your letters, line by line, such as [12 High Street, Bristol BS1 2AB]"),
    text(
      "company.place", \.company.place, fr: "ville où vos lettres sont signées",
      en: "town where your letters are signed"
    ),
    text("company.signatory", \.company.signatory, fr: "qui signe vos lettres", en: "who signs your letters"),
    text(
      "company.signatoryRole", \.company.signatoryRole, fr: "fonction de qui les signe", en: "role of who signs them"),
    text("company.currency", \.company.currency, fr: "devise des montants", en: "currency of the amounts"),
    PolicyKey(
      "company.siren", \.company.sirens, .siren,
      fr: "SIREN de l’entreprise, un ou plusieurs : ses factures d’achat sont alors écartées",
      en: "SIREN of the company, one or several: the invoices it receives are then set aside"),
    month(
      "company.started", \.company.started, fr: "premier mois d’activité (AAAA-MM)",
      en: "first month of business (YYYY-MM)"),
    money(
      "company.fixedCosts", \.company.fixedCosts, fr: "coûts fixes que les marges doivent payer, sur 12 mois",
      en: "fixed costs that the margins have to pay, over 12 months"),
    month(
      "calendar.completeMonths", \.calendar.completeMonths,
      fr: "mois que vous déclarez terminés, par exemple [2026-10]", en: "months you declare complete, such as [2026-10]"
    ),
    whole(
      "calendar.windowMonths", \.calendar.windowMonths, 1...1200,
      fr: "mois regardés quand on n’en demande pas d’autres", en: "months looked at when no others are asked for"),
  ]

  static let orders: [PolicyKey] = [
    whole(
      "orders.creditNoteDays", \.orders.creditNoteDays, 0...3660,
      fr: "jours après une facture où un avoir du même montant, sans référence, lui revient",
      en: "days after an invoice in which a credit note of its amount, without reference, belongs to it"),
    whole(
      "orders.censoredMonths", \.orders.censoredMonths, 0...120,
      fr: "premiers mois des données où une première commande n’est peut-être pas la première",
      en: "first months of the data in which a first order may not be the first"),
  ]

  static let ranking: [PolicyKey] = [
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

  static let oneOff: [PolicyKey] = [
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

  static let bands: [PolicyKey] = [
    choice("bands.method", \.bands.method, fr: "comment les tranches sont coupées", en: "how bands are cut"),
    whole("bands.count", \.bands.count, 1...50, fr: "nombre de tranches", en: "number of bands"),
    money(
      "bands.bounds", \.bands.bounds,
      fr: "bas de chaque tranche en partant du haut, pour la méthode bounds, par exemple [100000, 20000]",
      en: "lower end of each band from the top, for the method bounds, such as [100000, 20000]"),
  ]

  static let service: [PolicyKey] =
    [
      whole(
        "service.budgetHours", \.service.budgetHours, 0...10_000_000,
        fr: "heures à répartir sur 12 mois ; vide : celles du journal de service",
        en: "hours to allot over 12 months; empty: those of the service log"),
      whole(
        "service.maxHoursPerCustomer", \.service.maxHoursPerCustomer, 1...100_000,
        fr: "le plus d’heures par an pour un client ; le reste descend à la tranche suivante",
        en: "the most hours a year for one customer; the rest pours down to the next band"),
      choice(
        "service.levels", \.service.levels,
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

  static let costs: [PolicyKey] =
    [
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
        "costs.financingRate", \.costs.financingRate, 0...100,
        fr: "coût annuel de l’argent, pour les délais de paiement",
        en: "yearly cost of money, for days to pay"),
      flag(
        "costs.standIn.enabled", \.costs.standIn.enabled,
        fr: "sans journal de service, estimer les minutes par commande et par ligne",
        en: "without a service log, estimate minutes by order and line"),
      whole(
        "costs.standIn.minutesPerOrder", \.costs.standIn.minutesPerOrder, 0...10_000,
        fr: "minutes estimées par commande",
        en: "estimated minutes per order"),
      whole(
        "costs.standIn.minutesPerLine", \.costs.standIn.minutesPerLine, 0...10_000, fr: "minutes estimées par ligne",
        en: "estimated minutes per line"),
      money(
        "costs.standIn.costPerHour", \.costs.standIn.costPerHour, fr: "coût d’une heure estimée",
        en: "cost of an estimated hour"),
    ] + ServiceKind.allCases.map(avoidable)

  private static func avoidable(_ kind: ServiceKind) -> PolicyKey {
    rate(
      "costs.kinds.\(kind.rawValue).avoidableShare", \.costs.avoidableShares[kind, orElse: Rate(millionths: 0)],
      fr: "part de ce coût qui part avec le client", en: "part of this cost that goes with the customer"
    )
  }

  static let margin: [PolicyKey] = [
    rate(
      "margin.minimumCostedShare", \.margin.minimumCostedShare, 1...100,
      fr: "part du chiffre d’affaires dont le coût doit être connu pour dire une marge",
      en: "share of revenue whose cost must be known for a margin to be told"),
    flag(
      "margin.estimateFromPurchases", \.margin.estimateFromPurchases,
      fr: "supposer le coût direct inconnu au taux des achats de la comptabilité (60) : une estimation",
      en: "take unknown direct costs at the rate of the purchases in the accounts (60): an estimate"),
    money(
      "margin.overheads", \.margin.overheads, fr: "frais généraux sur 12 mois, pour la vue en coût complet seulement",
      en: "overheads over 12 months, for the full-cost view only"),
    choice("margin.overheadKey", \.margin.overheadKey, fr: "clé qui les répartit", en: "key that allocates them"),
  ]

  static let floors: [PolicyKey] = [
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

  static let adequacy: [PolicyKey] = [
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
}
