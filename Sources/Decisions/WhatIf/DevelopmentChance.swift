import Ledger
import Portfolio
import Units

/// A customer to develop: the gross margin of its headroom, and the time that would take, served as today for each euro.
public struct DevelopmentChance: Hashable, Sendable {
  /// A place in the customer file.
  public let customer: Int
  /// The gross margin of its whole headroom over a year.
  public let margin: Cents
  /// The time for it by pool, rounded up; nobody has more than `total`.
  public let minutes: PoolMinutes

  /// Nothing for who is not to be developed, has no headroom or margin known, or takes no time that a log tells.
  init?(_ row: Verdicts.Row, minutes: (Int) -> PoolMinutes) {
    let margin = row.facts.atStake(.develop)
    guard row.verdict.value == .develop, let headroom = row.facts.headroom, margin > .zero else { return nil }
    let (part, whole) = (headroom.amount.value, row.facts.current.revenue.value)
    let needed = minutes(row.customer).values.map { minutes in
      Int((Int128(minutes) * Int128(part) + Int128(whole) - 1) / Int128(whole))
    }
    self.init(customer: row.customer, margin: margin, minutes: PoolMinutes(needed))
  }

  /// Nothing without a margin or without time.
  init?(customer: Int, margin: Cents, minutes: PoolMinutes) {
    guard margin > .zero, minutes.total > 0 else { return nil }
    self.customer = customer
    self.margin = margin
    self.minutes = minutes
  }

  /// The margin that an hour brings, rounded to the cent.
  public var marginPerHour: Cents { margin.times(60, over: Int64(minutes.total)) }

  /// Whether its hour brings more, or as much to an earlier place of the file.
  func precedes(_ other: DevelopmentChance) -> Bool {
    let own = Int128(margin.value) * Int128(other.minutes.total)
    let others = Int128(other.margin.value) * Int128(minutes.total)
    return own == others ? customer < other.customer : own > others
  }
}

/// What freed hours could do for a customer to develop.
public struct Development: Hashable, Sendable {
  /// The customer and what it needs.
  public let chance: DevelopmentChance
  /// The freed time it takes, by pool.
  public let minutes: PoolMinutes
  /// The gross margin that this part of its needs would bring.
  public let margin: Cents
}

extension Development {
  /// Gives freed time to whom its hours bring most, each as much as the scarcest of its pools allows.
  ///
  /// Linear in the chances until the time is spent.
  /// - Parameter gone: who ends, may leave or is to take less time, and is not developed.
  static func list(_ chances: [DevelopmentChance], freed: PoolMinutes, without gone: Set<Int>) -> [Development] {
    var left = freed.values.map { max(0, $0) }
    var list: [Development] = []
    for chance in chances where !gone.contains(chance.customer) {
      guard left.contains(where: { $0 > 0 }) else { break }
      var (part, whole) = (1, 1)
      for (pool, needed) in chance.minutes.values.enumerated() where needed > 0 {
        let has = pool < left.count ? left[pool] : 0
        if Int128(has) * Int128(whole) < Int128(part) * Int128(needed) { (part, whole) = (has, needed) }
      }
      guard part > 0 else { continue }
      let taken = chance.minutes.times(part, over: whole)
      let margin = chance.margin.times(Int64(part), over: Int64(whole))
      for (pool, minutes) in taken.values.enumerated() { left[pool] -= minutes }
      list.append(Development(chance: chance, minutes: taken, margin: margin))
    }
    return list
  }
}
