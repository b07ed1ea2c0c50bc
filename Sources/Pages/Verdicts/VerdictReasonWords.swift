import Decisions
import Ledger
import Portfolio
import Units

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
        en: "ending it would change nothing in the first year, net of the costs that stay")
    case (.effect, .cents(let money)?):
      money > .zero
        ? Phrase(
          fr: "s'en séparer rapporterait \(euros: money, .compact) la première année, les coûts qui restent déduits",
          en: "ending it would bring \(euros: money, .compact) in the first year, net of the costs that stay")
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
      if let lack = facts.strategicLack { return lack.words }
      guard !reason.holds, let until = facts.strategicUntil else { return reason.words }
      return Phrase(fr: "est gardé comme stratégique jusqu'au \(until)", en: "is kept as strategic until \(until)")
    case .previousMargin where facts.previous?.activeMonths == 0 && facts.previous?.margin == .zero:
      return Phrase(fr: "n'a rien acheté l'année d'avant", en: "bought nothing the year before")
    case .headroom:
      return headroomWords(reason) + headroomLacking(reason)
    default: return reason.words
    }
  }

  /// What a headroom that is too small for developing would have to be.
  private func headroomLacking(_ reason: VerdictReason) -> Phrase {
    guard !reason.holds, case .cents(let found)? = reason.figure, found > .zero,
      case .cents(let wanted) = reason.threshold
    else { return Phrase(fr: "", en: "") }
    return Phrase(
      fr: ", moins que les \(euros: wanted, .compact) qui le feraient développer",
      en: ", less than the \(euros: wanted, .compact) that would have it developed")
  }

  private func headroomWords(_ reason: VerdictReason) -> Phrase {
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
  }
}

extension VerdictFacts.StrategicLack {
  /// Why a flag does not keep a relation.
  var words: Phrase {
    switch self {
    case .sponsor:
      Phrase(
        fr: "est noté stratégique, mais personne n'en répond", en: "is noted as strategic, but nobody answers for it")
    case .end: Phrase(fr: "est noté stratégique, mais sans fin", en: "is noted as strategic, but without an end")
    case .tooFar:
      Phrase(
        fr: "est noté stratégique, mais sa fin est trop lointaine",
        en: "is noted as strategic, but its end is too far off")
    case .over:
      Phrase(fr: "était stratégique, mais la fin est passée", en: "was strategic, but the end has passed")
    }
  }
}
