import Ledger
import Portfolio
import Units

/// What of a customer's service cost would stay for a year if the relation ended, over one span.
///
/// Time stays paid while its pool has hours unused. In a full pool freed hours go to others: a salesperson's are worth what
/// an hour more brings there, at most what they cost; those of people whose hours nobody plans are worth what they cost. Of
/// what is paid by the piece a part of each kind goes, which policy says. What waiting for money and losing it cost goes whole.
///
/// Source: docs/methods/verdicts.md.
struct StrandedCost: Sendable {
  private let costs: CostToServe
  private let avoidable: [Rate]
  private let isFull: [Bool]
  /// What an hour more of a person brings, by place in the books' people; nothing for people whose hours nobody plans.
  private let nextHours: [Int: Cents]
  /// Months that costs stay, of those of the span.
  private let stays: Int64

  init(_ costs: CostToServe, policy: Policy, plan: CallPlan?) {
    self.costs = costs
    nextHours = plan?.nextHours ?? [:]
    stays = Int64(min(costs.span.count, max(0, policy.verdict.strandedMonths)))
    avoidable = ServiceKind.allCases.map { policy.costs.avoidableShares[$0] ?? Rate(millionths: 0) }
    isFull = costs.pools.map { pool in
      guard let capacity = pool.capacity, capacity > 0 else { return false }
      return Int128(pool.minutes) * 1_000_000 >= Int128(capacity) * Int128(policy.verdict.fullPool.millionths)
    }
  }

  /// What would stay of a customer's, or of its services of some kinds.
  ///
  /// Linear in its service cells.
  func cost(of customer: Int, kinds: Set<ServiceKind>? = nil) -> Cents {
    let whole = costs.cells(of: customer).reduce(Cents.zero) { sum, cell in
      guard kinds?.contains(cell.kind) ?? true else { return sum }
      let paid = cell.own + cell.unit
      let goes = paid.at(avoidable[cell.kind.place])
      return sum + paid - goes + cell.time - freed(cell)
    }
    return whole.times(stays, over: Int64(costs.span.count))
  }

  /// What the time of a cell is worth once it is free.
  private func freed(_ cell: CostToServe.Cell) -> Cents {
    // A stand-in for a log has no pool: nobody is paid for it by the hour.
    guard let pool = cell.pool else { return cell.time }
    guard isFull[pool] else { return .zero }
    guard let hour = cell.person.flatMap({ nextHours[$0] }) else { return cell.time }
    return min(cell.time, hour.times(Int64(cell.chargedMinutes), over: 60))
  }

  /// Visits and calls beyond a promise, over the span.
  func excess(of customer: Int, beyond promise: ServicePromises.Row?) -> VerdictFacts.Excess {
    let found = ServiceExcess(of: customer, beyond: promise, in: costs)
    return VerdictFacts.Excess(cash: found.cash, time: found.time, minutes: found.minutes)
  }
}
