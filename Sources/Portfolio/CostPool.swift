import Ledger
import Units

/// The people of one role, what their paid time costs over a span, and how much of it customers were charged.
///
/// `allocated` + `unused` = `cost`, to the cent.
///
/// Source: Kaplan & Anderson, "Time-Driven Activity-Based Costing", Harvard Business Review, November 2004.
public struct CostPool: Hashable, Sendable {
  /// The role; nothing for the pool of the people without one.
  public let role: String?
  /// The people, as places in `Books.people`.
  public let people: [Int]
  /// Those of them whose hours or hourly cost is unknown: neither in the cost nor in the capacity.
  public let unknownPeople: [Int]
  /// The cost of the paid time over the span; nothing when nobody's hours and hourly cost are known.
  public let cost: Cents?
  /// The minutes that can be given to customers over the span; nothing when the cost is unknown.
  public let capacity: Int?
  /// The minutes charged to customers and to nobody known.
  public let minutes: Int
  /// What these minutes cost.
  public let allocated: Cents
  /// The cost of an hour given, at practical capacity, rounded to the cent; nothing when the cost is unknown.
  public let ratePerHour: Cents?

  /// What no customer was charged; negative when more was logged than the pool can give.
  public var unused: Cents? { cost.map { $0 - allocated } }
  /// Whether more minutes were charged than the pool can give.
  public var isOverCapacity: Bool { capacity.map { minutes > $0 } ?? false }
}

/// The pools of a company with the rate of each, the same for every month.
struct PoolRates {
  /// One pool's people and sums over a month.
  struct Pool {
    let role: String?
    var people: [Int] = []
    var unknownPeople: [Int] = []
    /// Paid minutes a month of the people whose hours and cost are known.
    var paidMinutes: Int64 = 0
    /// Σ paid minutes × cost of an hour: sixty times the month's cost.
    var sixtyfoldCost = Int128(0)
  }

  /// By role in byte order, the people without a role last.
  let pools: [Pool]
  /// The pool of each person.
  let poolOfPerson: [Int]
  private let capacity: Int64

  init(people: [Person], practicalCapacity: Rate) {
    let roles = Array(Set(people.compactMap(\.role))).sorted(by: precedes)
    var places = Dictionary(uniqueKeysWithValues: roles.enumerated().map { ($1 as String?, $0) })
    var pools = roles.map { Pool(role: $0) }
    if people.contains(where: { $0.role == nil }) {
      places[nil] = pools.count
      pools.append(Pool(role: nil))
    }
    var poolOfPerson: [Int] = []
    for (person, value) in people.enumerated() {
      guard let place = places[value.role] else { preconditionFailure("every role has a pool") }
      poolOfPerson.append(place)
      pools[place].people.append(person)
      if let minutes = value.minutesPerMonth, let cost = value.costPerHour {
        pools[place].paidMinutes += Int64(minutes)
        pools[place].sixtyfoldCost += Int128(minutes) * Int128(cost.value)
      } else {
        pools[place].unknownPeople.append(person)
      }
    }
    self.pools = pools
    self.poolOfPerson = poolOfPerson
    capacity = practicalCapacity.millionths
  }

  /// Whether an hour of the pool has a price.
  func isRated(_ pool: Int) -> Bool { pools[pool].paidMinutes > 0 && capacity > 0 }

  /// What minutes given by a rated pool cost, rounded to the cent.
  func cost(ofMinutes minutes: Int, in pool: Int) -> Cents {
    let whole = Int128(60) * Int128(capacity) * Int128(pools[pool].paidMinutes)
    return Cents(Int64(divided(Int128(minutes) * pools[pool].sixtyfoldCost * 1_000_000, by: whole)))
  }

  /// The cost of a rated pool over some months, rounded once.
  func cost(of pool: Int, months: Int) -> Cents {
    Cents(Int64(divided(pools[pool].sixtyfoldCost * Int128(months), by: 60)))
  }

  /// The minutes that people paid for `minutes` can give to customers.
  func givable(_ minutes: Int64, months: Int) -> Int {
    Int(Int128(minutes) * Int128(months) * Int128(capacity) / 1_000_000)
  }
}
