import Units

extension PolicyKey {
  /// Every rule with a fixed place, in the order of `policy.yaml`.
  public static let fixed: [PolicyKey] =
    company + orders + ranking + oneOff + bands + service + costs + margin + floors + adequacy + growth + suggestions
    + file + stages + losses + renewal + prediction + prices + pricePolicy + verdict + ladder + lastOffer
    + effort + ceasing + targets + replication + alerts.map(\.toCome)

  /// The sections, in order, with what each is about.
  public static func help(ofSection name: String, in language: Language) -> String? {
    switch name {
    case "company": language(fr: "L’entreprise", en: "The company")
    case "calendar": language(fr: "Les mois terminés et regardés", en: "Months that are over, and looked at")
    case "orders": language(fr: "Commandes et ancienneté", en: "Orders and tenure")
    case "ranking": language(fr: "Classement, Pareto et classes A, B, C", en: "Ranking, Pareto and classes A, B, C")
    case "oneOff":
      language(fr: "Clients d’une seule fois et fiches à archiver", en: "One-off customers and records to archive")
    case "bands": language(fr: "Tranches de chiffre d’affaires", en: "Revenue bands")
    case "service": language(fr: "Niveaux de service et heures à répartir", en: "Service levels and hours to allot")
    case "costs": language(fr: "Coût de service", en: "Cost to serve")
    case "margin": language(fr: "Marges", en: "Margins")
    case "floors": language(fr: "Planchers de marge et de chiffre d’affaires", en: "Least margins and revenues")
    case "adequacy": language(fr: "Le nombre de clients suffit-il ?", en: "Are there customers enough?")
    case "growth":
      language(
        fr: "Croissance, rythme des commandes et clients de demain",
        en: "Growth, the rhythm of orders, and tomorrow's customers")
    case "suggestions": language(fr: "Catégories suggérées", en: "Suggested categories")
    case "file": language(fr: "Le fichier client", en: "The customer file")
    case "lifeCycle":
      language(fr: "Cycle de vie des clients et santé du portefeuille", en: "Life cycle and the portfolio's health")
    case "losses": language(fr: "Pourquoi des clients sont perdus", en: "Why customers are lost")
    case "winBack": language(fr: "Reconquête des clients perdus", en: "Winning lost customers back")
    case "prediction": language(fr: "Prévisions", en: "Forecasts")
    case "prices": language(fr: "Prix", en: "Prices")
    case "pricePolicy":
      language(
        fr: "Politique tarifaire : volume, niveau de service, paiement",
        en: "Price policy: volume, service level, payment")
    case "verdict": language(fr: "Cesser, maintenir ou développer", en: "Cease, maintain or develop")
    case "ladder": language(fr: "Les étapes avant de cesser", en: "The steps before ceasing")
    case "effort": language(fr: "Où vont les heures des commerciaux", en: "Where the salespeople's hours go")
    case "ceasing": language(fr: "Préavis de rupture", en: "Notice when a relation is ceased")
    case "targets": language(fr: "Note des clients cibles", en: "The score of target customers")
    case "replication":
      language(fr: "Reproduire les meilleures ventes", en: "Doing the best sales again")
    case "alerts": language(fr: "Alertes commerciales", en: "Alerts")
    default: nil
    }
  }
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
    default: return nil
    }
  }
}

extension Dictionary {
  /// The value of a key, or another: like the standard one, but fit for a key path.
  subscript(_ key: Key, orElse other: Value) -> Value {
    get { self[key] ?? other }
    set { self[key] = newValue }
  }
}
