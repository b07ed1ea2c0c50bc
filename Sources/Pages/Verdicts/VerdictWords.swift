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
    case .substitute(let revenue, _):
      Phrase(
        fr: "gagner d'abord \(euros: revenue, .compact) chez de meilleurs clients, puis relever fermement ses prix",
        en: "win \(euros: revenue, .compact) of better customers first, then reprice firmly")
    case .lastOffer(let rise):
      Phrase(fr: "une dernière offre : ", en: "a last offer: ") + rise.served
        + Phrase(fr: "relever ses prix de ", en: "raise its prices by ") + rise.price.words
    case .cease(let effect):
      Phrase(
        fr: "cesser, avec préavis : \(euros: effect, .compact) de mieux dans l'année qui suit",
        en: "cease, with notice: \(euros: effect, .compact) better in the year that follows")
    }
  }

  /// The figure that says most of it, as a number: cents, or of a price rise the rate.
  var figure: ReportCell {
    switch self {
    case .serveLeaner(let leaner): .number(Double(leaner.saving.value))
    case .reprice(let price), .both(_, let price): .number(price.asked.value)
    case .lastOffer(let rise): .number(rise.price.asked.value)
    case .minimumOrder(let small): .number(Double(small.minimum.value))
    case .substitute(let revenue, _): .number(Double(revenue.value))
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

extension FirmRise {
  /// What is asked once others secure what may be lost.
  var words: Phrase {
    served + Phrase(fr: "relever fermement ses prix de ", en: "raise its prices firmly by ") + price.words
  }

  /// The service that is left out before; empty where there is none.
  fileprivate var served: Phrase {
    leaner == nil
      ? .nothing : Phrase(fr: "le servir à son niveau et ", en: "serve it at its level and ")
  }
}
