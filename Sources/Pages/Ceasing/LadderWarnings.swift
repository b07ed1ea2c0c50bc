import Decisions
import Ledger
import Portfolio
import Units

extension SheetDocument {
  /// What is to be told beforehand of the steps of a customer's ladder: a steep rise and leaner service are ruptures in part.
  static func warnings(of customer: Int, in analysis: CompanyAnalysis) -> [Phrase] {
    let row = analysis.life.verdicts.rows[customer]
    let ladder = row.ladder
    var warnings = analysis.belowCost(customer).map { [$0] } ?? []
    // What is asked of it: the last offer where the relation is to end, else the rise, or the firm one.
    let isCeased = row.verdict.value == .cease
    let rises = [
      isCeased ? nil : row.ladder.firmRise?.price.asked,
      analysis.proposedRise(of: customer, isCeased ? .lastOffer : .rise)?.rate,
    ]
    if let notice = rises.compactMap(\.self).max().flatMap({ analysis.notice(beforeRise: $0, of: customer) }) {
      for case .steepPriceRise(let rate) in notice.reasons {
        warnings.append(
          Phrase(
            fr: "Une hausse de \(percent: rate.value, digits: rate.digits) s'annonce par écrit, comme une fin : ",
            en: "A rise of \(percent: rate.value, digits: rate.digits) is told in writing, as an end is: ")
            + notice.length)
      }
    }
    let isLeaner = ladder.contains { step in
      switch step {
      case .serveLeaner, .both: true
      default: false
      }
    }
    if isLeaner {
      warnings.append(
        Phrase(
          fr: """
            Servir nettement moins que d'habitude peut être une rupture partielle : annoncez-le par écrit, avec le même \
            préavis.
            """,
          en: """
            Serving clearly less than usual may be a rupture in part: tell it in writing, with the same notice.
            """))
    }
    return warnings.isEmpty ? [] : warnings + [.haveCounselCheck]
  }
}

extension CompanyAnalysis {
  /// What is to be told of a customer whose goods were sold below what they cost; nothing for others.
  ///
  /// The margin is that of all its lines of W: a single line below its cost does not show.
  func belowCost(_ customer: Int) -> Phrase? {
    guard let gross = life.verdicts.rows[customer].facts.current.grossMargin, gross < .zero else { return nil }
    return Phrase(
      fr: """
        Ses achats de l'année sont vendus \(euros: Cents(-gross.value)) sous leur coût. Revendre à perte est interdit, sauf \
        exceptions (\(words: LegalSource.resaleBelowCost.citation(in: .fr))) : faites vérifier par votre conseil.
        """,
      en: """
        What it bought was sold \(euros: Cents(-gross.value)) below cost. Resale below cost is forbidden, with exceptions \
        (\(words: LegalSource.resaleBelowCost.citation(in: .en))): have counsel check.
        """)
  }

  /// The customers sold to below cost.
  public var soldBelowCost: Set<ID<Customer>> {
    Set(
      life.verdicts.rows.filter { $0.facts.current.grossMargin.map { $0 < .zero } ?? false }
        .map { books.customers.ids[$0.customer] })
  }
}

extension Notice {
  /// How long it is, in a few words.
  var length: Phrase {
    switch proposal {
    case .months(let months):
      Phrase(fr: "\(months, "mois", "mois") de préavis.", en: "\(months, "month", "months") of notice.")
    case .ask(let least):
      Phrase(
        fr: "au moins \(least, "mois", "mois") de préavis.", en: "at least \(least, "month", "months") of notice.")
    case .none: Phrase(fr: "aucun préavis n'est dû.", en: "no notice is owed.")
    }
  }
}
