import Decisions
import Ledger
import Portfolio
import Units

extension Verdicts.Row {
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
    if verdict == .cease { return opening + why + offeredBefore }
    guard let step = ladder.leading else { return opening + why }
    if case .substitute(let atRisk, let rise) = step {
      guard isSecured, let rise else { return opening + why + Phrase(fr: " ; ", en: "; ") + step.words }
      return opening + why
        + Phrase(
          fr: " ; les \(euros: atRisk, .compact) en jeu sont gagnés ailleurs : ",
          en: "; the \(euros: atRisk, .compact) at risk are won elsewhere: ") + rise.words
    }
    // Who is retained first is not begun with by taking something away.
    guard action == .retention else { return opening + why + Phrase(fr: " ; d'abord ", en: "; first ") + step.words }
    return opening + why + Phrase(fr: " ; d'abord ", en: "; first ") + means.label
      + Phrase(fr: ", puis ", en: ", then ")
      + step.words
  }

  /// The last offer that comes before the end, and what it would bring; nothing once one was refused.
  private var offeredBefore: Phrase {
    guard !facts.hasRefusedLastOffer, let offer = ladder.lastOffer else { return Phrase(fr: "", en: "") }
    let small = ladder.minimumOrder
    let worth = offer.worth + (small?.saving ?? .zero)
    let isMore = worth > facts.current.effectOfCeasing ?? .zero
    let order =
      small.map {
        Phrase(
          fr: " et \(euros: $0.minimum, .compact) par commande au moins rapporteraient ",
          en: " and \(euros: $0.minimum, .compact) an order at least would bring ")
      } ?? Phrase(fr: " rapporterait ", en: " would bring ")
    return Phrase(
      fr: " ; avant, une dernière offre : une hausse de \(percent: offer.asked.value, digits: offer.asked.digits)",
      en: "; before that a last offer: a rise of \(percent: offer.asked.value, digits: offer.asked.digits)")
      + order
      + Phrase(
        fr: "\(euros: worth, .compact) à volume égal", en: "\(euros: worth, .compact) at the same volume")
      + (isMore ? Phrase(fr: ", plus que d'y mettre fin", en: ", more than ending it") : Phrase(fr: "", en: ""))
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
      let known = (refuting.first { $0.code == .tenure } ?? refuting.first).map(words) ?? Phrase(fr: "", en: "")
      return known
        + Phrase(
          fr: " ; nouveau client, à laisser grandir avant de le juger",
          en: "; a new customer, to be left to grow before it is judged")
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
