import Ledger
import Units

/// How the events of a cell are costed, exactly one way each: own cost, else minutes × rate, else unit cost.
struct EventCosting {
  let rates: PoolRates
  /// The minutes of an event of a kind that carries none, by the kind's place; whether they are an estimate.
  private let minutes: [(each: Int, estimated: Bool)?]
  private let unitCosts: [Cents?]
  /// The pool that events by nobody known are charged to, by the kind's place.
  private let assumedPools: [Int?]

  init(books: Books, policy: Policy) {
    let rates = PoolRates(people: books.people, practicalCapacity: policy.costs.practicalCapacity)
    minutes = ServiceKind.allCases.map { kind in
      if let standard = policy.costs.kinds[kind]?.standardMinutes { return (max(0, standard), false) }
      let median = books.services.medianMinutes[kind] ?? books.unattributedServices.medianMinutes[kind]
      return median.map { (max(0, $0), true) }
    }
    unitCosts = ServiceKind.allCases.map { policy.costs.kinds[$0]?.unitCost }
    assumedPools = Self.assumedPools(books: books, rates: rates)
    self.rates = rates
  }

  /// For each kind the rated pool whose people log most minutes of it over all of history, else most minutes of any
  /// kind, else the dearest one; the first by role among equals.
  private static func assumedPools(books: Books, rates: PoolRates) -> [Int?] {
    let rated = rates.pools.indices.filter(rates.isRated)
    var logged = [[Int]](repeating: [Int](repeating: 0, count: rates.pools.count), count: ServiceKind.allCases.count)
    for services in [books.services, books.unattributedServices] {
      for cell in services.cells {
        guard let person = cell.person else { continue }
        logged[cell.kind.place][rates.poolOfPerson[person]] += cell.minutes + cell.costedMinutes
      }
    }
    let all = rates.pools.indices.map { pool in logged.reduce(0) { $0 + $1[pool] } }
    func most<Size: Comparable>(_ size: (Int) -> Size) -> Int? {
      rated.max { size($0) == size($1) ? $0 > $1 : size($0) < size($1) }
    }
    let fallback =
      all.contains { $0 > 0 } ? most { all[$0] } : most { rates.pools[$0].sixtyfoldCost }
    return logged.map { byPool in
      rated.contains { byPool[$0] > 0 } ? most { byPool[$0] } : fallback
    }
  }

  /// A cell's costs but the time cost, which waits for the whole month's minutes; and the minutes to charge for.
  func costed(_ cell: ServiceActivity.Cell) -> CostToServe.Cell {
    let place = cell.kind.place
    let pool = cell.person.map { rates.poolOfPerson[$0] } ?? assumedPools[place]
    let rated = pool.map(rates.isRated) ?? false
    let bareMinutes = minutes[place].map { cell.bareEvents * $0.each }
    let charged = rated ? max(0, cell.minutes) + (bareMinutes ?? 0) : 0
    let ratedEvents = rated ? cell.timedEvents + (bareMinutes == nil ? 0 : cell.bareEvents) : 0
    let otherEvents = cell.events - cell.costedEvents - ratedEvents
    let estimated = cell.person == nil ? charged : minutes[place]?.estimated == true && rated ? bareMinutes ?? 0 : 0
    return CostToServe.Cell(
      month: cell.month, kind: cell.kind, person: cell.person, pool: charged > 0 ? pool : nil, events: cell.events,
      own: cell.ownCost, time: .zero, unit: unitCosts[place].map { $0.times(Int64(otherEvents)) } ?? .zero,
      minutes: cell.minutes + cell.costedMinutes + (bareMinutes ?? 0), chargedMinutes: charged,
      estimatedMinutes: estimated, uncostedEvents: unitCosts[place] == nil ? otherEvents : 0)
  }
}
