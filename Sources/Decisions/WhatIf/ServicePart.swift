import Ledger
import Portfolio
import Units

/// Some of a customer's services over W: what they cost, what of that would stay, and the time they take.
struct ServicePart: Hashable, Sendable {
  /// Visits, orders or whatever the part counts.
  var events = 0
  /// What they cost.
  var cost = Cents.zero
  /// What of it would stay to be paid for a year.
  var stranded = Cents.zero
  /// The charged minutes by pool, those of no pool last.
  var minutes = PoolMinutes()

  /// A part of it, each figure rounded once, minutes down; it counts as many events as before.
  /// - Parameter whole: above zero.
  func times(_ part: Int, over whole: Int) -> ServicePart {
    ServicePart(
      events: events, cost: cost.times(Int64(part), over: Int64(whole)),
      stranded: stranded.times(Int64(part), over: Int64(whole)), minutes: minutes.times(part, over: whole))
  }

  /// What is left when a part goes, as many events as before.
  func less(_ part: ServicePart) -> ServicePart {
    ServicePart(
      events: events, cost: cost - part.cost, stranded: stranded - part.stranded, minutes: minutes - part.minutes)
  }
}

/// Minutes of each pool, negative where they are asked for instead of freed.
public struct PoolMinutes: Hashable, Sendable {
  /// By place in `CostToServe.pools`, one more for time of no pool; shorter when the rest is zero.
  public private(set) var values: [Int]

  /// The minutes of a pool.
  public subscript(pool: Int) -> Int { pool < values.count ? values[pool] : 0 }

  /// All minutes.
  public var total: Int { values.reduce(0, +) }

  /// Takes the minutes.
  public init(_ values: [Int] = []) {
    let end = values.lastIndex { $0 != 0 }.map { $0 + 1 } ?? 0
    self.values = Array(values[..<end])
  }

  /// Minutes × part ÷ whole, toward zero.
  func times(_ part: Int, over whole: Int) -> PoolMinutes {
    PoolMinutes(values.map { Int(Int128($0) * Int128(part) / Int128(whole)) })
  }

  static func + (left: PoolMinutes, right: PoolMinutes) -> PoolMinutes { left.joined(right, +) }
  static func - (left: PoolMinutes, right: PoolMinutes) -> PoolMinutes { left.joined(right, -) }

  private func joined(_ other: PoolMinutes, _ join: (Int, Int) -> Int) -> PoolMinutes {
    PoolMinutes((0..<max(values.count, other.values.count)).map { join(self[$0], other[$0]) })
  }
}

extension StrandedCost {
  /// What a customer's services of some kinds cost, leave and take.
  ///
  /// Linear in its service cells.
  func part(of customer: Int, in costs: CostToServe, _ kinds: Set<ServiceKind>) -> ServicePart {
    var part = ServicePart()
    var minutes = [Int](repeating: 0, count: costs.pools.count + 1)
    for cell in costs.cells(of: customer) where kinds.contains(cell.kind) {
      part.events += cell.events
      part.cost += cell.cost
      minutes[cell.pool ?? costs.pools.count] += cell.chargedMinutes
    }
    part.stranded = cost(of: customer, kinds: kinds)
    part.minutes = PoolMinutes(minutes)
    return part
  }
}
