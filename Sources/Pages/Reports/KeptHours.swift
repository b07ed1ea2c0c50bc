import Decisions
import Ledger
import Portfolio
import Units

extension CallPlan {
  /// Customers that would lose more than half of their time, a visit at least.
  var deepCuts: Int {
    rows.count { 2 * $0.planned < $0.account.minutes && -$0.change >= terms.visitMinutes }
  }
}

extension CompanyAnalysis {
  /// The customers that verdicts ask to serve no more than promised and that keep their hours in the plan, and why; nothing
  /// where there are none.
  func keptHours(in plan: CallPlan) -> Phrase? {
    let verdicts = life.verdicts.rows
    let kept = plan.rows.filter { row in
      // A quarter of an hour less is no change.
      row.account.minutes > 0 && row.change > -HourQuarter.minutes
        && verdicts[row.customer].ladder.contains { $0.leaner != nil }
    }
    guard !kept.isEmpty else { return nil }
    let hours = kept.reduce(0) { $0 + $1.account.minutes }
    let sellers: Set<Int> = Set(kept.map(\.account.seller))
    let loads: [CallPlan.Load] = sellers.sorted().map { plan.loads[$0] }
    let most: CallPlan.Load? = loads.max { $0.idleToday < $1.idleToday }
    let spare = loads.reduce(0) { $0 + $1.idleToday }
    let head = Phrase(
      fr: """
        \(kept.count, "client que les verdicts disent", "clients que les verdicts disent") de servir moins \
        \(agreeing: kept.count, "garde ses", "gardent leurs") \(minutes: hours) : 
        """,
      en: """
        \(kept.count, "customer that the verdicts ask", "customers that the verdicts ask") to serve less \
        \(agreeing: kept.count, "keeps its", "keep their") \(minutes: hours): 
        """)
    guard let most, spare > 0 else {
      return head
        + Phrase(
          fr: "chez aucun autre client de leur commercial ces heures ne rapporteraient plus.",
          en: "with no other customer of their salesperson would these hours bring more.")
    }
    return head
      + Phrase(
        fr: """
          personne n'emploie mieux ces heures aujourd'hui, car \(minutes: spare) restent libres, dont \
          \(minutes: most.idleToday) chez \(name: most.seller.name(in: books)). Rendues, elles ne valent que ce qu'on en fait.
          """,
        en: """
          nobody can use these hours better today, for \(minutes: spare) are idle already, \(minutes: most.idleToday) of them with \
          \(name: most.seller.name(in: books)). Given back, they are worth what is made of them.
          """)
  }
}

extension CallPlan.Load {
  /// Minutes there are beyond those given to anybody today.
  fileprivate var idleToday: Int { max(0, plannable - today) }
}

/// What the plan counts hours in.
private enum HourQuarter {
  static let minutes = 15
}
