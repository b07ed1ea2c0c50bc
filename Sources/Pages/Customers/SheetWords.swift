import Ledger
import Portfolio
import Units

/// What a sheet finds, in sentences.
extension CustomerSheet {
  /// What the customer weighs, what it leaves, where it goes.
  var finding: Phrase {
    guard margin.revenue != .zero || margin.lines > 0 else { return Phrase(name: name) + silence }
    guard margin.revenue > .zero else {
      return Phrase(
        fr: "\(name: name) : plus d'avoirs que de ventes, \(euros: margin.revenue)",
        en: "\(name: name): more credit notes than sales, \(euros: margin.revenue)")
    }
    return Phrase(fr: "\(name: name) : ", en: "\(name: name): ")
      + CustomerSheet.weight(standing.share)
      + Phrase(fr: " du chiffre d'affaires, ", en: " of the revenue, ") + marginWords + trendWords
  }

  private var silence: Phrase {
    guard let last = orders.first else { return Phrase(fr: " n'a jamais commandé", en: " has never ordered") }
    return Phrase(
      fr: " n'a rien acheté depuis \(last.day.month)", en: " has bought nothing since \(last.day.month)")
  }

  /// A share that is never shown as nothing when it is something.
  static func weight(_ share: Share?) -> Phrase {
    guard let share else { return Phrase(fr: "0 %", en: "0%") }
    if share.part > 0, share.value < 0.0005 { return Phrase(fr: "moins de 0,1 %", en: "less than 0.1%") }
    let digits = share.value < 0.0995 ? 1 : 0
    return Phrase(fr: "\(percent: share.value, digits: digits)", en: "\(percent: share.value, digits: digits)")
  }

  private var marginWords: Phrase {
    guard let margin = margin.operatingMargin, let rate = self.margin.rate else {
      return Phrase(fr: "marge inconnue", en: "margin not known")
    }
    if margin < .zero {
      return Phrase(
        fr: "coûte \(euros: -margin, .compact) de plus qu'il ne rapporte",
        en: "costs \(euros: -margin, .compact) more than it brings")
    }
    return Phrase(fr: "marge de \(percent: rate.value)", en: "margin of \(percent: rate.value)")
  }

  private var trendWords: Phrase {
    guard let growth = growth?.value else {
      // A new customer has no year before it to compare with.
      if let tenure, !tenure.censored, tenure.months < window.current.count {
        return Phrase(fr: ", client depuis \(tenure.since)", en: ", a customer since \(tenure.since)")
      }
      guard let previous, previous.revenue == .zero, orderCount > margin.orders else { return Phrase(fr: "", en: "") }
      return Phrase(fr: ", de retour", en: ", back again")
    }
    if growth >= 4 {
      return Phrase(
        fr: ", ventes multipliées par \(number: growth + 1, digits: 0)",
        en: ", sales up \(number: growth + 1, digits: 0) times")
    }
    if growth >= 0.005 {
      return Phrase(fr: ", en hausse de \(percent: growth)", en: ", growing by \(percent: growth)")
    }
    if growth <= -0.005 {
      return Phrase(fr: ", en baisse de \(percent: -growth)", en: ", falling by \(percent: -growth)")
    }
    return Phrase(fr: ", stable", en: ", steady")
  }

  /// Since when, and over which months.
  var subtitle: Phrase {
    let since =
      tenure.map { tenure in
        tenure.censored
          ? Phrase(
            fr: "Client depuis \(tenure.since) au moins. ", en: "A customer since \(tenure.since) at least. ")
          : Phrase(fr: "Client depuis \(tenure.since). ", en: "A customer since \(tenure.since). ")
      } ?? Phrase(fr: "", en: "")
    return since + .months(window)
  }

  /// Its place among the others.
  var standingFinding: Phrase {
    guard let rank = standing.rank else { return Phrase(fr: "Hors du classement", en: "Outside the ranking") }
    var finding = Phrase(
      fr: "\(rank: rank) client sur \(standing.ranked)", en: "\(rank: rank) customer of \(standing.ranked)")
    if let abc = standing.abc {
      finding = finding + Phrase(fr: ", classe ", en: ", class ") + abc.tag.label
    }
    guard let level = standing.level else { return finding }
    return finding + Phrase(fr: ", relation ", en: ", relation ") + level.label
  }

  /// How its weight went over the years.
  var yearsFinding: Phrase {
    let whole = years.filter(\.isWhole)
    guard let last = years.last, let share = last.share, last.revenue > .zero, let rank = last.rank else {
      return Phrase(fr: "Aucune vente sur les douze derniers mois", en: "No sale over the last twelve months")
    }
    let now = Phrase(
      fr: " du chiffre d'affaires, \(rank: rank) sur \(last.ranked)",
      en: " of the revenue, \(rank: rank) of \(last.ranked)")
    guard whole.count > 1, let first = whole.first(where: { $0.revenue > .zero }), first != last,
      let before = first.share, let rankBefore = first.rank
    else { return CustomerSheet.weight(share) + now }
    let years = first.span.last.distance(to: last.span.last) / 12
    let weight =
      Phrase(
        fr: "Son poids va de \(percent: before.value, digits: 1) à \(percent: share.value, digits: 1)",
        en: "Its weight goes from \(percent: before.value, digits: 1) to \(percent: share.value, digits: 1)")
      + Phrase(fr: " en \(years, "an", "ans"), ", en: " in \(years, "year", "years"), ")
    return weight
      + (rank == rankBefore
        ? Phrase(fr: "toujours au \(rank: rank) rang", en: "still in \(rank: rank) place")
        : Phrase(
          fr: "du \(rank: rankBefore) au \(rank: rank) rang", en: "from \(rank: rankBefore) to \(rank: rank) place"))
  }

  /// How it buys, month by month.
  var monthsFinding: Phrase {
    guard let best = months.max(by: { $0.revenue < $1.revenue }), best.revenue > .zero else {
      return Phrase(fr: "Aucune vente sur ces mois", en: "No sale in these months")
    }
    let bought = months.count { $0.revenue > .zero }
    return Phrase(
      fr: """
        Achète \(bought) mois sur \(months.count) ; le meilleur : \(best.month), \(euros: best.revenue, .compact)
        """,
      en: """
        Buys in \(bought) of \(months.count, "month", "months"); the best: \(best.month), \
        \(euros: best.revenue, .compact)
        """)
  }

  /// What is left of a hundred sold.
  var waterfallFinding: Phrase {
    switch waterfall {
    case .known(let fall) where fall.revenue > .zero:
      func part(_ money: Cents) -> Double { Share(money, of: fall.revenue).map { $0.value * 100 } ?? 0 }
      let direct = part(fall.directCost + fall.estimatedCost)
      let served = part(fall.grossMargin - fall.operatingMargin)
      return Phrase(
        fr: """
          Sur 100 vendus il reste \(number: part(fall.operatingMargin), digits: 0), après \(number: direct, digits: 0) de \
          coût direct et \(number: served, digits: 0) de service
          """,
        en: """
          Of 100 sold, \(number: part(fall.operatingMargin), digits: 0) remain after \(number: direct, digits: 0) of direct \
          cost and \(number: served, digits: 0) of service
          """)
    case .known(let fall):
      return Phrase(
        fr: "Sans vente, il coûte \(euros: -fall.operatingMargin)",
        en: "Without a sale, it costs \(euros: -fall.operatingMargin)")
    case .unknown(.noLine): return Phrase(fr: "Rien de vendu, rien de servi", en: "Nothing sold, nothing served")
    case .unknown(.noCost):
      return Phrase(
        fr: "Ce qu'il laisse n'est pas connu : aucun coût direct", en: "What it leaves is not known: no direct cost")
    case .unknown(.partlyCosted(let share)):
      return Phrase(
        fr:
          "Ce qu'il laisse n'est pas connu : \(percent: share.value) seulement du chiffre d'affaires a un coût direct",
        en: "What it leaves is not known: only \(percent: share.value) of the revenue has a direct cost")
    }
  }

  /// How wide it buys.
  var rangesFinding: Phrase {
    let named = ranges.filter { $0.name != nil }
    guard !named.isEmpty else {
      return Phrase(fr: "Aucune gamme de produits connue", en: "No product range known")
    }
    let bought = named.count { $0.current > .zero }
    let gained = named.count { $0.change == .gained }
    let lost = named.count { $0.change == .lost }
    var finding = Phrase(fr: "Achète \(bought, "gamme", "gammes")", en: "Buys \(bought, "range", "ranges")")
    if gained > 0 {
      finding =
        finding + Phrase(fr: ", \(gained, "nouvelle", "nouvelles")", en: ", \(gained) new")
    }
    if lost > 0 {
      finding = finding + Phrase(fr: ", \(lost, "abandonnée", "abandonnées")", en: ", \(lost) given up")
    }
    return finding
  }

  /// How often it orders.
  var ordersFinding: Phrase {
    guard let days = daysSinceLastOrder else { return Phrase(fr: "Aucune commande", en: "No order") }
    let count = Phrase(fr: "\(orderCount, "commande", "commandes")", en: "\(orderCount, "order", "orders")")
    let last = Phrase(
      fr: " ; la dernière, \(days, "jour", "jours") avant la fin du mois",
      en: "; the last one \(days, "day", "days") before the end of the month")
    guard let usualGap else { return count + last }
    return count
      + Phrase(
        fr: ", une tous les \(usualGap, "jour", "jours") d'habitude",
        en: ", usually one every \(usualGap, "day", "days")") + last
  }

  /// What it is given.
  var servicesFinding: Phrase {
    guard knowledge != .noServiceLog else {
      return Phrase(fr: "Ce qu'il reçoit n'est pas connu", en: "What it is given is not known")
    }
    guard margin.minutes > 0 || margin.serviceCost > .zero else {
      return Phrase(fr: "Aucun service sur la période", en: "No service in the period")
    }
    let given = Phrase(
      fr: "\(minutes: margin.minutes) de service pour \(euros: margin.serviceCost)",
      en: "\(minutes: margin.minutes) of service for \(euros: margin.serviceCost)")
    let missed = services.filter { $0.promised.map { promised in promised > 0 } ?? false }
    guard let worst = missed.first(where: { $0.events < $0.promised ?? 0 }), let promised = worst.promised else {
      return given
    }
    return given + Phrase(fr: " ; ", en: "; ") + worst.kind.words
      + Phrase(
        fr: " : \(worst.events) sur \(promised, "promis", "promis")", en: ": \(worst.events) of \(promised) promised")
  }

  /// How much the lists say.
  var listsFinding: Phrase {
    guard !findings.isEmpty else {
      return Phrase(fr: "Aucune liste ne le signale", en: "No list points at it")
    }
    return Phrase(
      fr: "\(findings.count, "liste le signale", "listes le signalent")",
      en: "\(findings.count, "list points at it", "lists point at it")")
  }
}

extension ServiceKind {
  /// What is given, in the plural, within a sentence.
  var words: Phrase {
    switch self {
    case .visit: Phrase(fr: "visites", en: "visits")
    case .call: Phrase(fr: "appels", en: "calls")
    case .order: Phrase(fr: "commandes traitées", en: "orders handled")
    case .delivery: Phrase(fr: "livraisons", en: "deliveries")
    case .complaint: Phrase(fr: "réclamations", en: "complaints")
    case .return: Phrase(fr: "retours", en: "returns")
    case .support: Phrase(fr: "assistance", en: "support")
    case .maintenance: Phrase(fr: "maintenance", en: "maintenance")
    case .admin: Phrase(fr: "administration", en: "administration")
    case .collection: Phrase(fr: "recouvrement", en: "collection")
    case .mailing: Phrase(fr: "envois", en: "mailings")
    case .gesture: Phrase(fr: "gestes commerciaux", en: "goodwill gestures")
    }
  }
}
