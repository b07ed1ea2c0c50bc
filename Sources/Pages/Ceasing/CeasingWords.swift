import Decisions
import Ledger
import Portfolio
import Units

extension CeasingCase.State {
  /// The state, as a label.
  var label: Phrase {
    Phrase(fr: "\(words: word(in: .fr))", en: "\(words: word(in: .en))")
  }

  /// How far it is, at the head of its page.
  var headline: Phrase {
    switch self {
    case .prepared: Phrase(fr: "dossier en préparation", en: "case in preparation")
    case .decided: Phrase(fr: "fin décidée", en: "the end is decided")
    case .sent: Phrase(fr: "lettre envoyée", en: "letter sent")
    case .acknowledged: Phrase(fr: "lettre reçue", en: "letter received")
    case .ended, .withdrawn: label
    }
  }

  /// What a button says that takes the step.
  var verb: Phrase {
    switch self {
    case .prepared: Phrase(fr: "Ouvrir le dossier", en: "Open the case")
    case .decided: Phrase(fr: "Noter la décision", en: "Note the decision")
    case .sent: Phrase(fr: "Noter l'envoi", en: "Note that it was sent")
    case .acknowledged: Phrase(fr: "Noter la réception", en: "Note that it was received")
    case .ended: Phrase(fr: "Noter la fin", en: "Note the end")
    case .withdrawn: Phrase(fr: "Abandonner : la relation continue", en: "Withdraw: the relation goes on")
    }
  }
}

extension PriceOffer.Kind {
  /// What is asked for.
  var label: Phrase {
    switch self {
    case .rise: Phrase(fr: "hausse", en: "rise")
    case .lastOffer: Phrase(fr: "dernière offre", en: "last offer")
    }
  }
}

extension PriceOffer.Outcome {
  /// What became of it.
  var label: Phrase {
    switch self {
    case .asked: Phrase(fr: "demandée", en: "asked")
    case .accepted: Phrase(fr: "acceptée", en: "accepted")
    case .partly(let rate):
      Phrase(
        fr: "acceptée en partie : \(percent: rate.value, digits: rate.digits)",
        en: "accepted in part: \(percent: rate.value, digits: rate.digits)"
      )
    case .refused: Phrase(fr: "refusée", en: "refused")
    }
  }

  /// The name of an outcome where one chooses.
  static func choice(_ code: String) -> Phrase {
    switch code {
    case "accepted": Phrase(fr: "acceptée", en: "accepted")
    case "partly": Phrase(fr: "acceptée en partie", en: "accepted in part")
    case "refused": Phrase(fr: "refusée", en: "refused")
    default: Phrase(fr: "demandée, sans réponse", en: "asked, no answer yet")
    }
  }
}

extension CeasingFile.LastOffer {
  /// How far the last offer is, in a sentence; it comes before the end.
  var sentence: Phrase {
    switch self {
    case .none:
      Phrase(
        fr: "Aucune dernière offre n'est notée : c'est elle qui vient d'abord.",
        en: "No last offer is noted: it comes first.")
    case .waits(let offer):
      Phrase(
        fr: """
          Une dernière offre attend sa réponse : \(percent: offer.terms.asked.value, digits: offer.terms.asked.digits) demandés le \
          \(offer.terms.day).
          """,
        en: """
          A last offer waits for its answer: \(percent: offer.terms.asked.value, digits: offer.terms.asked.digits) asked on \(offer.terms.day).
          """)
    case .refused(let offer):
      Phrase(
        fr: """
          La dernière offre a été refusée : \(percent: offer.terms.asked.value, digits: offer.terms.asked.digits) demandés le \
          \(offer.terms.day).
          """,
        en:
          "The last offer was refused: \(percent: offer.terms.asked.value, digits: offer.terms.asked.digits) asked on \(offer.terms.day)."
      )
    case .agreed(let offer):
      Phrase(
        fr: """
          Un accord a été trouvé le \(offer.terms.day) (\(percent: offer.held.value, digits: offer.held.digits)) : \
          cesser n'est plus le premier pas.
          """,
        en: """
          An agreement was found on \(offer.terms.day) \
          (\(percent: offer.held.value, digits: offer.held.digits)): ceasing is no longer the first step.
          """)
    }
  }

  /// Whether nothing speaks against going on.
  var isDone: Bool { if case .refused = self { true } else { false } }
}

extension CeasingFact {
  /// What it is called.
  var label: Phrase { Phrase(fr: "\(words: word(in: .fr))", en: "\(words: word(in: .en))") }

  /// A word of help.
  var help: Phrase? {
    switch self {
    case .since: Phrase(fr: "Vide : ce que disent les factures.", en: "Empty: what invoices tell.")
    case .fixedTerm, .tendersWon, .usualMonths:
      Phrase(fr: "Vide : ce que disent les contrats importés.", en: "Empty: what imported contracts tell.")
    case .dependence: Phrase(fr: "Vide : CA ÷ potentiel connu.", en: "Empty: revenue ÷ the potential that is known.")
    case .endDay: Phrase(fr: "Vide : le jour proposé.", en: "Empty: the day that is proposed.")
    case .recipient: Phrase(fr: "Vide : ce que dit la fiche.", en: "Empty: what the record says.")
    case .sender, .place, .signatory, .role:
      Phrase(fr: "Vide : ce que disent vos règles (company).", en: "Empty: what your rules say (company).")
    case .reason:
      Phrase(
        fr: "Aucun n'est obligatoire ; tout motif écrit peut être discuté.",
        en: "None is required; any reason in writing may be disputed.")
    default: nil
    }
  }

  /// The words one chooses from.
  func option(_ word: String) -> Phrase {
    switch word {
    case "business": Phrase(fr: "un professionnel", en: "a business")
    case "consumer": Phrase(fr: "un particulier", en: "a consumer")
    case "seriousNonPerformance": Phrase(fr: "manquement grave", en: "serious non-performance")
    case "forceMajeure": Phrase(fr: "force majeure", en: "force majeure")
    default: Phrase(fr: "aucun", en: "none")
    }
  }
}

extension Rate {
  /// As many decimals of a percent as the rate has, two at most.
  var digits: Int { millionths % 10_000 == 0 ? 0 : millionths % 1_000 == 0 ? 1 : 2 }
}

extension Voice {
  /// A rate in percent, with as many decimals as it has.
  func percent(_ rate: Rate) -> String { percent(rate.value, digits: rate.digits) }
}

extension PriceOffer {
  /// What was asked, what became of it, and when.
  var tag: ReportCell.Tag {
    let tone: ReportCell.Tone =
      switch terms.outcome {
      case .asked: .plain
      case .accepted, .partly: .good
      case .refused: .bad
      }
    return ReportCell.Tag(
      terms.outcome.code,
      Phrase(
        fr: "\(percent: terms.asked.value, digits: terms.asked.digits), ",
        en: "\(percent: terms.asked.value, digits: terms.asked.digits), ")
        + terms.outcome.label + Phrase(fr: " le \(terms.day)", en: " on \(terms.day)"), tone: tone,
      figures: [
        .init("asked", .share(terms.asked.value)), .init("granted", .share(granted?.value)),
        .init("day", .day(terms.day)), .init("isLastOffer", .flag(terms.kind == .lastOffer)),
      ])
  }

  /// The rise that was agreed on, else the one asked.
  fileprivate var held: Rate { granted ?? terms.asked }
}

extension Phrase {
  /// That a letter is the one that was sent.
  public static func asSent(on day: Day) -> Phrase {
    Phrase(fr: "Telle qu'envoyée le \(day).", en: "As it was sent on \(day).")
  }

  /// What holds while a notice runs.
  public static let conditionsHold = Phrase(
    fr: "Un préavis court avec ce client : les conditions d'avant valent pendant le préavis, prix compris.",
    en: "A notice runs with this customer: prior conditions hold during the notice, prices too.")
}

extension CeasingFile {
  /// That the last day a person wrote comes too soon; nothing where it does not.
  var shortWarning: Phrase? {
    guard isShort else { return nil }
    return Phrase(
      fr: "Le dernier jour écrit est avant le \(notice.earliestEnd), fin du préavis proposé.",
      en: "The last day that was written is before \(notice.earliestEnd), the end of the notice proposed.")
  }
}
