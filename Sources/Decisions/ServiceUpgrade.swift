import Ledger
import Units

/// A customer that takes all the hours its service level allows, and would earn more than it costs others with the next one.
///
/// The hours come from the other customers of the same salesperson, or from those that nobody can use.
public struct ServiceUpgrade: Hashable, Sendable {
  /// A place in the customer file.
  public let customer: Int
  /// Who serves it, a place among the plan's sellers.
  public let seller: Int
  /// The level it is raised to.
  public let level: Policy.ServiceLevel
  /// Minutes it would get there.
  public let minutes: Int
  /// Minutes more than the plan gives it.
  public let more: Int
  /// What that brings beyond the plan, less what the minutes would bring elsewhere.
  public let gain: Cents

  /// The best ones, each weighed after those before it; as many and worth as much as changes of salesperson have to be.
  static func best(_ teams: [CallTeam]) -> [ServiceUpgrade] {
    guard let terms = teams.first?.terms else { return [] }
    var teams = teams
    var found: [ServiceUpgrade] = []
    while found.count < terms.rule.mostReassignments {
      // To weigh one, a team is planned anew: only those that promise most are.
      let few = candidates(teams).prefix(12).compactMap { weighed($0, teams) }
      let best = few.max { $0.gain == $1.gain ? $0.customer > $1.customer : $0.gain < $1.gain }
      guard let best, best.gain >= terms.leastChange else { return found }
      found.append(best)
      let team = teams[best.seller]
      teams[best.seller] = team.raising(best.customer)
    }
    return found
  }

  private struct Candidate {
    let team: Int
    let place: Int
    /// In cents, its minutes priced at what the next hour of its salesperson brings elsewhere.
    let promise: Double
  }

  /// Who is held back by the level, those that promise most first.
  private static func candidates(_ teams: [CallTeam]) -> [Candidate] {
    var candidates: [Candidate] = []
    for (number, team) in teams.enumerated() {
      let price = (team.split.used + HourSplit.step > team.plannable ? team.split.nextHour / 60 : 0)
      let cost = team.terms.travelPerMinute + price
      for (place, account) in team.accounts.enumerated() {
        let (planned, share) = (team.split.minutes[place], team.shares[place])
        guard let curve = share.curve, let above = account.above, planned >= share.most else { continue }
        let most = max(planned, above.limits.upperBound / HourSplit.step * HourSplit.step)
        let minutes = curve.best(planned...most, travel: cost)
        let rise = Double((curve.margin(at: minutes) - curve.margin(at: planned)).value)
        candidates.append(Candidate(team: number, place: place, promise: rise - cost * Double(minutes - planned)))
      }
    }
    return candidates.filter { $0.promise > 0 }.sorted {
      $0.promise == $1.promise ? ($0.team, $0.place) < ($1.team, $1.place) : $0.promise > $1.promise
    }
  }

  /// What a candidate brings, its team planned anew with it on the level above; nothing where there are no hours for what that
  /// level promises.
  private static func weighed(_ candidate: Candidate, _ teams: [CallTeam]) -> ServiceUpgrade? {
    let team = teams[candidate.team]
    let account = team.accounts[candidate.place]
    let raised = team.raising(account.customer)
    guard raised.split.used <= raised.plannable else { return nil }
    let minutes = raised.split.minutes[candidate.place]
    return ServiceUpgrade(
      customer: account.customer, seller: candidate.team, level: raised.accounts[candidate.place].level ?? .personal,
      minutes: minutes, more: minutes - team.split.minutes[candidate.place], gain: raised.gain - team.gain)
  }
}

extension CallTeam {
  /// The same with one customer on the level above its own.
  fileprivate func raising(_ customer: Int) -> CallTeam {
    CallTeam(seller, accounts.map { $0.customer == customer ? $0.raised : $0 }, terms)
  }
}

extension CallPlan.Terms {
  /// What a change beyond the plan has to bring over the months planned.
  var leastChange: Cents { max(Cents(1), rule.leastReassignmentGain.times(Int64(months), over: 12)) }
}
