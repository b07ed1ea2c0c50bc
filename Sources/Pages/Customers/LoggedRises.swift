import Decisions
import Ledger
import Portfolio
import Units

extension SheetDocument {
  /// The price rises and last offers put to a customer, the newest first, and whether today's figures hold what was agreed.
  static func loggedRises(of customer: Int, in analysis: CompanyAnalysis) -> [Phrase] {
    let offers = analysis.life.offers(to: customer)
    guard !offers.isEmpty else { return [] }
    let window = analysis.books.window.current
    let most = 3
    let since = offers.filter { $0.granted != nil && $0.terms.day.month >= window.first }
    return sentences {
      for offer in offers.prefix(most) { offer.sentence }
      if offers.count > most {
        Phrase(
          fr: "\(offers.count - most, "autre est notée", "autres sont notées") avant.",
          en: "\(offers.count - most, "other is", "others are") noted before.")
      }
      if !since.isEmpty {
        Phrase(
          fr: """
            Les chiffres d'aujourd'hui ne contiennent pas encore toute une année à ces prix : attendez avant d'en demander \
            davantage.
            """,
          en: "Today's figures do not hold a whole year at these prices yet: wait before you ask for more.")
      }
    }
  }
}

extension PriceOffer {
  /// What was asked, when, and what the customer said.
  fileprivate var sentence: Phrase {
    let asked =
      switch terms.kind {
      case .rise:
        Phrase(
          fr: "Hausse de \(percent: terms.asked.value, digits: terms.asked.digits) demandée le \(terms.day)",
          en: "A rise of \(percent: terms.asked.value, digits: terms.asked.digits) was asked on \(terms.day)")
      case .lastOffer:
        Phrase(
          fr: "Dernière offre de \(percent: terms.asked.value, digits: terms.asked.digits) faite le \(terms.day)",
          en: "A last offer of \(percent: terms.asked.value, digits: terms.asked.digits) was made on \(terms.day)")
      }
    return asked
      + (terms.outcome == .asked
        ? Phrase(fr: " : pas encore de réponse", en: ": no answer yet")
        : Phrase(fr: " : ", en: ": ") + terms.outcome.label) + .stop
  }
}
