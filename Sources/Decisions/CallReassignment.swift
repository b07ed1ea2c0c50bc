import Ledger
import Units

/// A customer who would earn more with another salesperson of its region, who has hours that no customer can use.
///
/// The hours it leaves go to the other customers of the one it leaves. What a change of person costs with the customer is
/// not in it.
public struct CallReassignment: Hashable, Sendable {
  /// A place in the customer file.
  public let customer: Int
  /// Who serves it today, a place among the plan's sellers.
  public let from: Int
  /// Who would.
  public let to: Int
  /// Minutes it would get there.
  public let minutes: Int
  /// What that brings beyond the plan, with what the hours left bring elsewhere.
  public let gain: Cents

  /// The best ones, each weighed after those before it; at most as many as the rule says, each worth as much as it asks.
  static func best(_ teams: [CallTeam]) -> [CallReassignment] {
    guard let terms = teams.first?.terms else { return [] }
    var teams = teams
    var spare = teams.map { $0.seller.capacity == nil ? 0 : max(0, $0.plannable - $0.split.used) }
    var found: [CallReassignment] = []
    while found.count < terms.rule.mostReassignments {
      // To weigh one, a team is planned anew: only those that promise most are.
      let few = candidates(teams, spare: spare).prefix(12).compactMap { weighed($0, teams) }
      let best = few.max { $0.gain == $1.gain ? $0.customer > $1.customer : $0.gain < $1.gain }
      guard let best, best.gain >= terms.leastChange else { return found }
      found.append(best)
      spare[best.to] -= best.minutes
      let left = teams[best.from]
      teams[best.from] = CallTeam(left.seller, left.accounts.filter { $0.customer != best.customer }, terms)
    }
    return found
  }

  private struct Candidate {
    let from: Int
    let place: Int
    let to: Int
    let minutes: Int
    /// In cents, the hours it leaves at what the next one brings.
    let promise: Double
  }

  /// Who could go where, those that promise most first.
  private static func candidates(_ teams: [CallTeam], spare: [Int]) -> [Candidate] {
    let open = teams.indices.filter { spare[$0] >= HourSplit.step && teams[$0].seller.region != nil }
    guard !open.isEmpty else { return [] }
    var candidates: [Candidate] = []
    for (from, team) in teams.enumerated() where team.split.nextHour > 0 && spare[from] < HourSplit.step {
      for (place, account) in team.accounts.enumerated() {
        guard let curve = team.shares[place].curve, let region = account.region else { continue }
        for to in open where to != from && teams[to].seller.region == region {
          let share = team.shares[place]
          guard share.least <= spare[to] else { continue }
          let minutes = curve.best(share.least...min(share.most, spare[to]), travel: team.terms.travelPerMinute)
          let planned = team.split.minutes[place]
          let there =
            (curve.margin(at: minutes) - curve.margin(at: planned)).value
            - team.terms.travel(minutes - planned).value
          candidates.append(
            Candidate(
              from: from, place: place, to: to, minutes: minutes,
              promise: Double(there) + team.split.nextHour / 60 * Double(planned)))
        }
      }
    }
    return candidates.filter { $0.promise > 0 }.sorted {
      $0.promise == $1.promise ? ($0.from, $0.place, $0.to) < ($1.from, $1.place, $1.to) : $0.promise > $1.promise
    }
  }

  /// What a candidate brings, its old team planned anew without it.
  private static func weighed(_ candidate: Candidate, _ teams: [CallTeam]) -> CallReassignment? {
    let team = teams[candidate.from]
    let customer = team.accounts[candidate.place].customer
    let rest = CallTeam(team.seller, team.accounts.filter { $0.customer != customer }, team.terms)
    guard let there = team.gain(of: candidate.place, at: candidate.minutes) else { return nil }
    return CallReassignment(
      customer: customer, from: candidate.from, to: candidate.to, minutes: candidate.minutes,
      gain: there + rest.gain - team.gain)
  }
}

extension ResponseCurve {
  /// Among minutes in steps, those that bring most less their travel; both ends are whole steps but for the upper one.
  func best(_ range: ClosedRange<Int>, travel: Double) -> Int {
    let step = HourSplit.step
    var (low, high) = (0, (range.upperBound - range.lowerBound) / step)
    while low < high {
      let middle = (low + high) / 2
      if rise(after: range.lowerBound + middle * step, by: step) > travel * Double(step) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return range.lowerBound + low * step
  }
}
