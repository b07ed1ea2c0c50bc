import Decisions
import Ledger
import Portfolio
import Units

extension Verdict {
  /// What to do, as a word.
  var label: Phrase {
    switch self {
    case .cease: Phrase(fr: "cesser", en: "cease")
    case .maintain: Phrase(fr: "maintenir", en: "maintain")
    case .develop: Phrase(fr: "développer", en: "develop")
    }
  }

  /// Its shape, so that no verdict is told by colour alone.
  var mark: String {
    switch self {
    case .cease: "▲"
    case .maintain: "■"
    case .develop: "●"
    }
  }

  /// Its shape and its label, which stay together.
  var tag: ReportCell.Tag {
    switch self {
    case .cease: ReportCell.Tag(rawValue, Phrase(fr: "▲\u{A0}", en: "▲\u{A0}") + label, tone: .bad)
    case .maintain: ReportCell.Tag(rawValue, Phrase(fr: "■\u{A0}", en: "■\u{A0}") + label)
    case .develop: ReportCell.Tag(rawValue, Phrase(fr: "●\u{A0}", en: "●\u{A0}") + label, tone: .good)
    }
  }
}

extension Verdict.Unknown {
  /// Why there is no verdict, and what would make one.
  var label: Phrase {
    switch self {
    case .lost: Phrase(fr: "client perdu ; voir la reconquête", en: "lost; see win-back")
    case .neverOrdered: Phrase(fr: "n'a jamais commandé", en: "never ordered")
    // Credit notes may outweigh what was sold.
    case .noRevenue:
      Phrase(
        fr: "ses ventes de ces mois, avoirs déduits, ne dépassent pas zéro",
        en: "its sales of these months, less credit notes, do not exceed zero")
    case .marginUnknown:
      Phrase(
        fr: "marge inconnue ; donnez d'abord les coûts des articles",
        en: "margin unknown; enter the costs of products first")
    }
  }
}

extension PriorityAction {
  /// The sort of action.
  var label: Phrase {
    switch self {
    case .development: Phrase(fr: "développement", en: "development")
    case .retention: Phrase(fr: "rétention", en: "retention")
    case .costReduction: Phrase(fr: "réduction des coûts", en: "cost reduction")
    case .substitution: Phrase(fr: "substitution", en: "substitution")
    case .prospecting: Phrase(fr: "prospection", en: "prospecting")
    }
  }

  var tag: ReportCell.Tag { ReportCell.Tag(rawValue, label) }
}

extension PriorityAction.Means {
  /// What is done.
  var label: Phrase {
    switch self {
    case .gainShare: Phrase(fr: "prendre une plus grande part de ses achats", en: "gain a larger share of what it buys")
    case .diversifyRanges: Phrase(fr: "lui vendre d'autres gammes", en: "sell it other ranges")
    case .accompanyGrowth: Phrase(fr: "accompagner sa croissance", en: "go along with its growth")
    case .loyalty: Phrase(fr: "entretenir la fidélité", en: "keep it loyal")
    case .fewerComplaints: Phrase(fr: "faire baisser les réclamations", en: "bring complaints down")
    case .welcome: Phrase(fr: "bien l'accueillir, et attendre un an", en: "welcome it well, and wait a year")
    case .spaceVisits: Phrase(fr: "espacer les visites", en: "space the visits")
    case .phoneInstead: Phrase(fr: "téléphoner au lieu de visiter", en: "phone instead of visiting")
    case .reassign:
      Phrase(
        fr: "le confier à un collègue qui a des heures libres", en: "hand it over to a colleague with hours to spare")
    case .minimumOrder: Phrase(fr: "demander un minimum de commande", en: "ask for a minimum order")
    case .reprice: Phrase(fr: "relever ses prix", en: "raise its prices")
    case .winBetterThenReprice:
      Phrase(
        fr: "gagner mieux ailleurs, puis relever fermement ses prix", en: "win better customers, then reprice firmly")
    case .lastOffer: Phrase(fr: "faire une dernière offre", en: "make a last offer")
    case .cease: Phrase(fr: "mettre fin à la relation, avec préavis", en: "end the relation, with notice")
    case .winBack: Phrase(fr: "le reconquérir", en: "win it back")
    case .nameProspects: Phrase(fr: "le prospecter", en: "prospect it")
    }
  }

  var tag: ReportCell.Tag { ReportCell.Tag(rawValue, label) }
}

extension VerdictFacts.HandOver {
  /// Who takes it over, and what that brings.
  var words: Phrase {
    Phrase(
      fr: "le confier à \(name: name), qui a des heures libres : \(euros: gain, .compact) de plus par an",
      en: "hand it over to \(name: name), who has hours to spare: \(euros: gain, .compact) more a year")
  }
}

extension LadderStep {
  /// The step with its numbers.
  var words: Phrase {
    switch self {
    case .serveLeaner(let leaner):
      Phrase(fr: "servir à son niveau, sans plus : ", en: "serve it at its level and no more: ") + leaner.words
    case .reprice(let price): Phrase(fr: "relever ses prix de ", en: "raise its prices by ") + price.words
    case .both(let leaner, let price):
      Phrase(
        fr: "servir à son niveau (\(euros: leaner.saving, .compact)) et relever ses prix de ",
        en: "serve it at its level (\(euros: leaner.saving, .compact)) and raise its prices by ") + price.words
    case .minimumOrder(let small):
      Phrase(
        fr: """
          demander au moins \(euros: small.minimum, .compact) par commande : \
          \(small.orders, "commande est", "commandes sont") en dessous, \(euros: small.saving, .compact) de traitement en moins
          """,
        en: """
          ask for \(euros: small.minimum, .compact) an order at least: \(small.orders, "order is", "orders are") below, \
          \(euros: small.saving, .compact) less of handling
          """)
    case .substitute(let revenue):
      Phrase(
        fr: "gagner d'abord \(euros: revenue, .compact) chez de meilleurs clients, puis relever fermement ses prix",
        en: "win \(euros: revenue, .compact) of better customers first, then reprice firmly")
    case .lastOffer(let price): Phrase(fr: "une dernière offre : ", en: "a last offer: ") + price.words
    case .cease(let effect):
      Phrase(
        fr: "cesser, avec préavis : \(euros: effect, .compact) par an de mieux",
        en: "cease, with notice: \(euros: effect, .compact) a year better")
    }
  }

  /// The figure that says most of it, as a number: cents, or of a price rise the rate.
  var figure: ReportCell {
    switch self {
    case .serveLeaner(let leaner): .number(Double(leaner.saving.value))
    case .reprice(let price), .both(_, let price), .lastOffer(let price): .number(price.asked.value)
    case .minimumOrder(let small): .number(Double(small.minimum.value))
    case .substitute(let revenue): .number(Double(revenue.value))
    case .cease(let effect): .number(Double(effect.value))
    }
  }
}

extension LeanerService {
  /// Money that is not spent, and time that is given back though it stays paid.
  fileprivate var words: Phrase {
    let money = Phrase(fr: "\(euros: cash, .compact) dépensés en moins", en: "\(euros: cash, .compact) less spent")
    guard minutes > 0 else { return money }
    let hours = Phrase(
      fr: "\(minutes: minutes) rendues (\(euros: time, .compact) de temps payé)",
      en: "\(minutes: minutes) given back (\(euros: time, .compact) of paid time)")
    return cash > .zero ? money + Phrase(fr: " et ", en: " and ") + hours : hours
  }
}

extension Reprice {
  /// The rise that is asked, what it leaves, and what volume it can cost.
  fileprivate var words: Phrase {
    let rise = Phrase(fr: "\(percent: asked.value, digits: 2)", en: "\(percent: asked.value, digits: 2)")
    let bound =
      isWithin
      ? Phrase(fr: "", en: "")
      : Phrase(
        fr: ", le plus qu'on puisse demander : il manquera encore \(euros: left, .compact)",
        en: ", the most that may be asked: \(euros: left, .compact) will still be missing")
    let loss =
      breakEvenLoss.map {
        Phrase(
          fr: " (vain si le volume baisse de plus de \(percent: $0.value))",
          en: " (in vain if volume falls by more than \(percent: $0.value))")
      } ?? Phrase(fr: "", en: "")
    return rise + bound + loss
  }
}

extension VerdictReason {
  /// The reason in words, its figure against its threshold.
  var words: Phrase {
    switch (code, figure) {
    case (.margin, .cents(let money)?):
      money < .zero
        ? Phrase(
          fr: "perd \(euros: .zero - money, .compact) en douze mois",
          en: "loses \(euros: .zero - money, .compact) in twelve months")
        : Phrase(fr: "rapporte \(euros: money, .compact)", en: "brings \(euros: money, .compact)")
    case (.previousMargin, nil):
      Phrase(fr: "l'année d'avant n'est pas connue", en: "the year before is not known")
    case (.previousMargin, .cents(let money)?):
      money < .zero
        ? Phrase(
          fr: "perdait déjà \(euros: .zero - money, .compact) l'année d'avant",
          en: "lost \(euros: .zero - money, .compact) the year before")
        : Phrase(
          fr: "rapportait \(euros: money, .compact) l'année d'avant",
          en: "brought \(euros: money, .compact) the year before")
    case (.effect, .cents(.zero)?):
      Phrase(
        fr: "s'en séparer ne changerait rien la première année, les coûts qui restent déduits",
        en: "ending it would change nothing in the first year, less the costs that stay")
    case (.effect, .cents(let money)?):
      money > .zero
        ? Phrase(
          fr: "s'en séparer rapporterait \(euros: money, .compact) la première année, les coûts qui restent déduits",
          en: "ending it would bring \(euros: money, .compact) in the first year, less the costs that stay")
        : Phrase(
          fr: "s'en séparer coûterait \(euros: .zero - money, .compact) la première année, avec les coûts qui restent",
          en: "ending it would cost \(euros: .zero - money, .compact) in the first year, with the costs that stay")
    case (.previousEffect, .cents(.zero)?):
      Phrase(
        fr: "s'en séparer n'aurait rien changé l'année d'avant",
        en: "ending it would have changed nothing the year before")
    case (.previousEffect, .cents(let money)?):
      money > .zero
        ? Phrase(
          fr: "s'en séparer aurait rapporté \(euros: money, .compact) l'année d'avant",
          en: "ending it would have brought \(euros: money, .compact) the year before")
        : Phrase(
          fr: "s'en séparer aurait coûté \(euros: .zero - money, .compact) l'année d'avant",
          en: "ending it would have cost \(euros: .zero - money, .compact) the year before")
    case (.activeMonths, .months(let months)?):
      Phrase(
        fr: "est actif \(months, "mois", "mois") sur douze", en: "is active in \(months, "month", "months") of twelve")
    case (.previousActiveMonths, .months(let months)?):
      Phrase(
        fr: "était actif \(months, "mois", "mois") l'année d'avant",
        en: "was active in \(months, "month", "months") the year before")
    case (.tenure, .months(let months)?):
      holds
        ? Phrase(
          fr: "est client depuis \(months, "mois", "mois")",
          en: "has been a customer for \(months, "month", "months")")
        : Phrase(
          fr: "n'est client que depuis \(months, "mois", "mois"), trop peu pour juger s'il faut cesser",
          en: "has been a customer for only \(months, "month", "months"), too short to judge whether to cease")
    case (.strategic, .flag(let flag)?):
      flag
        ? Phrase(fr: "est stratégique, quelqu'un en répond", en: "is strategic, somebody answers for it")
        : Phrase(fr: "n'est pas stratégique", en: "is not strategic")
    case (.sister, .flag(let flag)?):
      flag
        ? Phrase(fr: "une société sœur rapporte", en: "a sister company earns money")
        : Phrase(fr: "aucune société sœur ne rapporte", en: "no sister company earns money")
    case (.costCoverage, .flag(let flag)?):
      flag
        ? Phrase(fr: "le coût de service est bien connu", en: "the cost to serve is well known")
        : Phrase(
          fr: "le coût de service est trop peu connu pour cesser", en: "the cost to serve is too little known to cease")
    case (.lastOfferRefused, .flag(let flag)?):
      flag
        ? Phrase(fr: "a refusé une dernière offre", en: "refused a last offer")
        : Phrase(fr: "une dernière offre reste à faire", en: "a last offer is still to be made")
    case (.priceToFloor, .rate(let rate)?):
      rate.millionths > 10_000_000
        ? Phrase(fr: "aucun prix ne le ramène au plancher", en: "no price brings it to its floor")
        : Phrase(
          fr: "il faudrait relever ses prix de \(percent: rate.value, digits: 1) pour atteindre son plancher",
          en: "reaching its floor would take a rise of \(percent: rate.value, digits: 1)")
    case (.floor, .cents(let money)?):
      (money < .zero
        ? Phrase(fr: "perd \(euros: .zero - money, .compact)", en: "loses \(euros: .zero - money, .compact)")
        : holds
          ? Phrase(fr: "rapporte \(euros: money, .compact)", en: "brings \(euros: money, .compact)")
          : Phrase(fr: "ne rapporte que \(euros: money, .compact)", en: "brings only \(euros: money, .compact)"))
        + Phrase(
          fr: " (son plancher : \(euros: floorOfThreshold, .compact))",
          en: " (its floor: \(euros: floorOfThreshold, .compact))")
    case (.declining, .flag(let flag)?):
      flag ? Phrase(fr: "décline", en: "declines") : Phrase(fr: "ne décline pas", en: "does not decline")
    case (.headroom, .cents(let money)?):
      money > .zero
        ? Phrase(
          fr: "pourrait acheter \(euros: money, .compact) de plus", en: "could buy \(euros: money, .compact) more")
        : Phrase(fr: "achète déjà tout le potentiel retenu", en: "already buys all of the potential that is counted on")
    case (.headroom, _): Phrase(fr: "son potentiel est inconnu", en: "its potential is unknown")
    case (.developing, .flag(let flag)?):
      flag
        ? Phrase(fr: "se développe", en: "is developing") : Phrase(fr: "ne se développe pas", en: "is not developing")
    case (.tomorrow, .flag(let flag)?):
      flag
        ? Phrase(fr: "compte parmi les clients de demain", en: "is one of tomorrow's customers")
        : Phrase(fr: "n'a pas les signes d'un client de demain", en: "has no sign of one of tomorrow's")
    default: Phrase(fr: "inconnu", en: "not known")
    }
  }

  private var floorOfThreshold: Cents { if case .cents(let money) = threshold { money } else { .zero } }

  /// The figure, or the threshold, as a number in its unit; a flag is 1 or 0.
  static func cell(_ figure: Figure?) -> ReportCell {
    switch figure {
    case .cents(let money)?: .number(Double(money.value))
    case .rate(let rate)?: .number(rate.value)
    case .months(let months)?: .number(Double(months))
    case .flag(let flag)?: .number(flag ? 1 : 0)
    case nil: .unknown
    }
  }
}

extension Verdicts.Row {
  /// A reason in words, with what the customer's own facts add to its figure.
  func words(of reason: VerdictReason) -> Phrase {
    switch reason.code {
    case .strategic:
      guard !reason.holds, let until = facts.strategicUntil else { return reason.words }
      return Phrase(fr: "est gardé comme stratégique jusqu'au \(until)", en: "is kept as strategic until \(until)")
    case .headroom:
      if let cut = facts.headroom?.cut {
        return reason.words
          + Phrase(
            fr:
              " (potentiel noté \(euros: cut.written, .compact), retenu \(euros: cut.counted, .compact), le haut de sa catégorie)",
            en:
              " (potential on file \(euros: cut.written, .compact), counted \(euros: cut.counted, .compact), the top of its category)"
          )
      }
      guard let headroom = facts.headroom, headroom.isEstimate else { return reason.words }
      // Nobody wrote a potential: what its category buys stands in, and says so.
      return headroom.amount > .zero
        ? reason.words
          + Phrase(fr: " (estimé d'après les gammes qui lui manquent)", en: " (estimated from the ranges it lacks)")
        : Phrase(
          fr: "n'a ni potentiel connu ni gamme qui lui manque", en: "has neither a known potential nor a missing range")
    default: return reason.words
    }
  }

  /// The verdict as a sentence, with what makes it; without a full stop.
  /// - Parameter isSecured: whether what it brings was won elsewhere, so that its prices may be raised firmly.
  func sentence(isSecured: Bool) -> Phrase {
    if let override {
      return Phrase(fr: "Décidé par \(name: override.by) : ", en: "Decided by \(name: override.by): ")
        + override.verdict.label
        + Phrase(
          fr: " jusqu'au \(override.until), « \(name: override.why) »",
          en: " until \(override.until), “\(name: override.why)”")
    }
    guard case .known(let verdict) = computed else {
      return Phrase(fr: "Sans verdict : ", en: "No verdict: ") + (computed.reason?.label ?? Phrase(fr: "", en: ""))
    }
    let why =
      switch verdict {
      case .cease: ceasing
      case .develop: joined(reasons.filter { $0.holds && $0.code.isOfDeveloping })
      case .maintain: maintaining
      }
    let opening: Phrase =
      switch verdict {
      case .cease: Phrase(fr: "Cesser : ", en: "Cease: ")
      case .develop: Phrase(fr: "Développer : ", en: "Develop: ")
      case .maintain where !ladder.isEmpty:
        Phrase(fr: "Maintenir et ramener au plancher : ", en: "Maintain and bring to its floor: ")
      case .maintain: Phrase(fr: "Maintenir : ", en: "Maintain: ")
      }
    if means == .reassign, let colleague = facts.handOver {
      return opening + why + Phrase(fr: " ; d'abord ", en: "; first ") + colleague.words
    }
    guard verdict != .cease, let step = ladder.leading else { return opening + why }
    if case .substitute(let atRisk) = step {
      guard isSecured, let rise = ladder.firmRise else {
        return opening + why + Phrase(fr: " ; ", en: "; ") + step.words
      }
      return opening + why
        + Phrase(
          fr: """
             ; les \(euros: atRisk, .compact) en jeu sont gagnés ailleurs : relever fermement ses prix de \
            \(percent: rise.rate.value, digits: 2)
            """,
          en: """
            ; the \(euros: atRisk, .compact) at risk are won elsewhere: raise its prices firmly by \
            \(percent: rise.rate.value, digits: 2)
            """)
    }
    // Who is retained first is not begun with by taking something away.
    guard action == .retention else { return opening + why + Phrase(fr: " ; d'abord ", en: "; first ") + step.words }
    return opening + why + Phrase(fr: " ; d'abord ", en: "; first ") + means.label
      + Phrase(fr: ", puis ", en: ", then ")
      + step.words
  }

  /// What it loses and lost, the ground that decides (a refused offer, or a price out of reach), and what ending it brings.
  private var ceasing: Phrase {
    let grounds = reasons.filter { $0.holds && ($0.code == .lastOfferRefused || $0.code == .priceToFloor) }
    let parts = [
      reasons.filter { $0.code == .margin || $0.code == .previousMargin }, Array(grounds.prefix(1)),
      reasons.filter { $0.code == .effect },
    ]
    return Phrase.list(
      parts.filter { !$0.isEmpty }.map(joined), by: Phrase(fr: " ; ", en: "; "))
  }

  private func joined(_ reasons: [VerdictReason]) -> Phrase {
    Phrase.list(reasons.map(words), last: Phrase(fr: " et ", en: " and "))
  }

  /// What it brings, against its floor where that is told, why it is not ceased where it loses, and why it is not developed.
  private var maintaining: Phrase {
    let refuting = reasons.filter(\.code.isOfCeasing)
    if facts.isNew, ladder.isEmpty {
      return (refuting.first { $0.code == .tenure } ?? refuting.first).map(words) ?? Phrase(fr: "", en: "")
    }
    let floor = reasons.first { $0.code == .floor }
    // The margin is told once, against its floor where that is told.
    let spared = refuting.first { !(floor != nil && $0.code == .margin) }
    let rest = reasons.filter { $0.code == .declining || $0.code == .headroom }
    guard let floor else { return joined((spared.map { [$0] } ?? []) + rest) }
    let known = spared.map { floor.words + Phrase(fr: ", mais ", en: ", but ") + words(of: $0) } ?? floor.words
    return Phrase.list([known] + rest.map(words), by: Phrase(fr: " ; ", en: "; "))
  }
}

extension VerdictReason.Code {
  /// Whether it speaks for a development.
  fileprivate var isOfDeveloping: Bool { !isOfCeasing && self != .declining }
}
