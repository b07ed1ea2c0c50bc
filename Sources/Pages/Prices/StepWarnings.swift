import Decisions
import Ledger
import Portfolio
import Units

extension Phrase {
  /// What is to be told of rises beyond what may be asked of anybody: each may be a rupture in part.
  /// - Parameter cap: the rise that may be asked of anybody.
  static func steepRises(_ count: Int, beyond cap: Rate) -> Phrase? {
    guard count > 0 else { return nil }
    return Phrase(
      fr: """
        \(count, "hausse dépasse", "hausses dépassent") \(percent: cap.value, digits: cap.digits) : \
        \(agreeing: count, "elle", "chacune") peut être une rupture partielle, s'écrit et se préavise comme \
        une fin. La fiche du client dit combien de mois.
        """,
      en: """
        \(count, "rise is", "rises are") beyond \(percent: cap.value, digits: cap.digits): \
        \(agreeing: count, "it", "each") may be a rupture in part, written and warned as an end is. The \
        customer's sheet tells how many months.
        """)
  }

  /// What is to be told of visits and calls that a plan takes away: a deep cut may be a rupture in part.
  static func deepCuts(_ count: Int) -> Phrase? {
    guard count > 0 else { return nil }
    return Phrase(
      fr: """
        \(count, "client perdrait", "clients perdraient") plus de la moitié de \(agreeing: count, "son", "leur") temps : servir \
        nettement moins que d'habitude peut être une rupture partielle ; annoncez-le par écrit, avec le préavis d'une fin.
        """,
      en: """
        \(count, "customer", "customers") would lose more than half of \(agreeing: count, "its", "their") time: serving clearly \
        less than usual may be a rupture in part; tell it in writing, with the notice of an end.
        """)
  }
}

extension CompanyAnalysis {
  /// What is to be told of the steep ones among rises that may be asked.
  func steepRises(of rows: [Revaluation.Row]) -> Phrase? {
    let cap = policy.ladder.priceCap
    return .steepRises(rows.count { $0.asked > cap }, beyond: cap)
  }
}
