import Ledger
import Units

/// What serving each customer cost over a span: every service event costed exactly one way, waiting for its money and losing
/// it, every sum to the cent.
///
/// Time is charged per pool and month: the month's minutes × rate, rounded once, then cut over the events' cells by
/// largest remainder. A month's costs are thus the same in whatever span they are looked at.
///
/// Source: Kaplan & Anderson, "Time-Driven Activity-Based Costing", Harvard Business Review, November 2004.
public struct CostToServe: Sendable {
  /// The costs of one customer's, month's, kind's and person's events.
  public struct Cell: Hashable, Sendable {
    /// The month.
    public let month: Month
    /// What was given.
    public let kind: ServiceKind
    /// A place in `Books.people`, or nothing when unknown.
    public let person: Int?
    /// The pool charged, a place in `pools`; nothing when no minutes are charged.
    public let pool: Int?
    /// All events.
    public let events: Int
    /// The costs that events carry themselves.
    public let own: Cents
    /// Charged minutes × rate, or the stand-in time equation.
    public internal(set) var time: Cents
    /// Events × unit cost.
    public let unit: Cents
    /// Minutes served, those of events with a cost of their own included.
    public let minutes: Int
    /// The minutes that `time` pays for.
    public let chargedMinutes: Int
    /// Those of them that are a median, or charged to an assumed pool, or stand in for a log.
    public let estimatedMinutes: Int
    /// Events that nothing allows to cost.
    public let uncostedEvents: Int

    /// The cost of the cell.
    public var cost: Cents { own + time + unit }
    /// The part of the cost that is an estimate.
    public var estimated: Cents {
      chargedMinutes == 0 ? .zero : time.times(Int64(estimatedMinutes), over: Int64(chargedMinutes))
    }
  }

  /// How far the cost to serve can be relied on.
  public enum Knowledge: String, CaseIterable, Sendable {
    /// No service was ever logged: of the cost to serve at most what payments tell is known.
    case noServiceLog
    /// No service was ever logged: a time equation on orders and lines stands in.
    case standIn
    /// Too little of the capacity is logged, or too few events can be costed, to cease anybody on it.
    case partly
    /// Enough of the capacity is logged and enough of the events are costed.
    case fully
  }

  /// The months costed.
  public let span: MonthSpan
  /// By role in byte order, the people without a role last.
  public let pools: [CostPool]
  /// The kinds that occur, in their own order.
  public let kinds: [KindCost]
  /// A line for each person, in the order of `Books.people`.
  public let people: [PersonLoad]
  /// Whether the cost of services is known well enough to decide on.
  public let knowledge: Knowledge
  /// What waiting for customers' money cost, and what was lost of it.
  public let payments: PaymentCosts
  private let offsets: [Int]
  private let all: [Cell]

  /// Costs the services of a span.
  ///
  /// O(n log n) in the span's service cells.
  public init(books: Books, policy: Policy, span: MonthSpan) {
    self.span = span
    let costing = EventCosting(books: books, policy: policy)
    let rates = costing.rates
    let hasLog = !(books.services.cells.isEmpty && books.unattributedServices.cells.isEmpty)
    let usesStandIn = !hasLog && policy.costs.standIn.enabled
    var columns: (offsets: [Int], cells: [Cell])
    if usesStandIn {
      columns = Self.standIn(policy.costs.standIn, books: books, span: span)
    } else {
      columns = Self.untimed(books: books, span: span, costing: costing)
      Self.chargeTime(to: &columns.cells, span: span, rates: rates)
    }
    offsets = columns.offsets
    all = columns.cells
    pools = Self.pools(columns.cells, months: span.count, rates: rates)
    kinds = Self.kinds(columns.cells, months: span.count, rules: policy.costs.kinds)
    payments = PaymentCosts(books: books, policy: policy, span: span)
    people = Self.loads(columns.cells, people: books.people, months: span.count, rates: rates)
    knowledge =
      hasLog
      ? Self.knowledge(kinds: kinds, people: people, from: policy.costs.fullyKnownFrom)
      : usesStandIn ? .standIn : .noServiceLog
  }

  /// One customer's cells, by month, kind and person.
  public func cells(of customer: Int) -> ArraySlice<Cell> { all[offsets[customer]..<offsets[customer + 1]] }

  /// The cells of services given to nobody known.
  public var unattributedCells: ArraySlice<Cell> { cells(of: offsets.count - 2) }

  /// What one customer cost to serve, as far as it is known.
  public func cost(of customer: Int) -> Cents {
    costAndMinutes(of: customer).cost + payments.cost(of: customer).known
  }

  /// The minutes one customer was served.
  public func minutes(of customer: Int) -> Int { cells(of: customer).reduce(0) { $0 + $1.minutes } }

  /// What the services of one customer cost, and how long they took.
  func costAndMinutes(of customer: Int) -> (cost: Cents, minutes: Int) {
    cells(of: customer).reduce((.zero, 0)) { ($0.0 + $1.cost, $0.1 + $1.minutes) }
  }

  /// What services given to nobody known, and losses on nobody known, cost.
  public var unattributed: Cents {
    unattributedCells.reduce(.zero) { $0 + $1.cost } + payments.unattributed.known
  }

  /// The whole cost, customers and nobody known together.
  public var total: Cents { kinds.reduce(.zero) { $0 + $1.cost } + payments.total.known }

  /// Whether any of it is known: without a service log, only where a payment or a loss did cost something.
  public var isTold: Bool { knowledge != .noServiceLog || payments.isCosted }

  /// Whether any of one customer's is known: that it lost us nothing is no cost to serve by itself.
  public func isTold(of customer: Int) -> Bool {
    knowledge != .noServiceLog || !payments.cost(of: customer).parts.isEmpty
  }

  /// The part of the whole cost that is an estimate; nothing when there is no cost.
  public var estimatedShare: Share? { Share(kinds.reduce(.zero) { $0 + $1.estimated }, of: total) }

  /// Events that nothing allows to cost, of all kinds.
  public var uncostedEvents: Int { kinds.reduce(0) { $0 + $1.uncostedEvents } }

  /// The minutes logged by people whose capacity is known ÷ that capacity; nothing when nobody's is.
  public var logged: Share? { Self.logged(people) }
}

extension CostToServe {
  /// Every cell of the span with its own and unit costs; those of nobody known come last.
  private static func untimed(
    books: Books, span: MonthSpan, costing: EventCosting
  ) -> (offsets: [Int], cells: [Cell]) {
    var offsets = [0]
    offsets.reserveCapacity(books.customers.count + 2)
    var cells: [Cell] = []
    cells.reserveCapacity(books.services.cells.count + books.unattributedServices.cells.count)
    for customer in 0..<books.customers.count {
      for cell in books.services[customer] where span.contains(cell.month) { cells.append(costing.costed(cell)) }
      offsets.append(cells.count)
    }
    for cell in books.unattributedServices.cells where span.contains(cell.month) { cells.append(costing.costed(cell)) }
    offsets.append(cells.count)
    return (offsets, cells)
  }

  /// The time equation on each month's orders and lines, as order time of nobody known.
  private static func standIn(
    _ equation: Policy.StandIn, books: Books, span: MonthSpan
  ) -> (offsets: [Int], cells: [Cell]) {
    var offsets = [0]
    offsets.reserveCapacity(books.customers.count + 2)
    var cells: [Cell] = []
    func append(_ activity: Activity, _ customer: Int) {
      for place in activity.range(of: customer) where span.contains(activity.months[place]) {
        let cell = activity.cells[place]
        let minutes = cell.orders * equation.minutesPerOrder + cell.lines * equation.minutesPerLine
        guard minutes > 0 else { continue }
        cells.append(
          Cell(
            month: activity.months[place], kind: .order, person: nil, pool: nil, events: cell.orders, own: .zero,
            time: equation.costPerHour.times(Int64(minutes), over: 60), unit: .zero, minutes: minutes,
            chargedMinutes: minutes, estimatedMinutes: minutes, uncostedEvents: 0))
      }
      offsets.append(cells.count)
    }
    for customer in 0..<books.customers.count { append(books.activity, customer) }
    if books.unattributed.customers > 0 { append(books.unattributed, 0) } else { offsets.append(cells.count) }
    return (offsets, cells)
  }

  /// Cuts each pool's and month's time cost over its cells.
  private static func chargeTime(to cells: inout [Cell], span: MonthSpan, rates: PoolRates) {
    let slots = rates.pools.count * span.count
    func slot(_ cell: Cell) -> Int? { cell.pool.map { $0 * span.count + span.first.distance(to: cell.month) } }
    var ends = [Int](repeating: 0, count: slots + 1)
    for cell in cells { if let slot = slot(cell) { ends[slot + 1] += 1 } }
    for slot in 0..<slots { ends[slot + 1] += ends[slot] }
    var next = ends
    var order = [Int](repeating: 0, count: ends[slots])
    for place in cells.indices {
      guard let slot = slot(cells[place]) else { continue }
      order[next[slot]] = place
      next[slot] += 1
    }
    for slot in 0..<slots where ends[slot] < ends[slot + 1] {
      let places = order[ends[slot]..<ends[slot + 1]]
      let weights = places.map { Int64(cells[$0].chargedMinutes) }
      let cost = rates.cost(ofMinutes: Int(weights.reduce(0, +)), in: slot / span.count)
      for (place, part) in zip(places, cost.split(by: weights)) { cells[place].time = part }
    }
  }

  private static func pools(_ cells: [Cell], months: Int, rates: PoolRates) -> [CostPool] {
    var minutes = [Int](repeating: 0, count: rates.pools.count)
    var allocated = [Cents](repeating: .zero, count: rates.pools.count)
    for cell in cells {
      guard let pool = cell.pool else { continue }
      minutes[pool] += cell.chargedMinutes
      allocated[pool] += cell.time
    }
    return rates.pools.enumerated().map { place, pool in
      let rated = rates.isRated(place)
      return CostPool(
        role: pool.role, people: pool.people, unknownPeople: pool.unknownPeople,
        cost: rated ? rates.cost(of: place, months: months) : nil,
        capacity: rated ? rates.givable(pool.paidMinutes, months: months) : nil, minutes: minutes[place],
        allocated: allocated[place], ratePerHour: rated ? rates.cost(ofMinutes: 60, in: place) : nil)
    }
  }

  private static func kinds(_ cells: [Cell], months: Int, rules: [ServiceKind: Policy.KindRule]) -> [KindCost] {
    var kinds = ServiceKind.allCases.map { kind in
      var cost = KindCost(kind: kind)
      cost.actual = rules[kind]?.actualCost?.times(Int64(months), over: 12)
      return cost
    }
    for cell in cells {
      let place = cell.kind.place
      kinds[place].events += cell.events
      kinds[place].own += cell.own
      kinds[place].time += cell.time
      kinds[place].unit += cell.unit
      kinds[place].minutes += cell.minutes
      kinds[place].estimated += cell.estimated
      kinds[place].uncostedEvents += cell.uncostedEvents
    }
    return kinds.filter { $0.events > 0 || $0.cost != .zero || $0.actual != nil }
  }

  private static func loads(_ cells: [Cell], people: [Person], months: Int, rates: PoolRates) -> [PersonLoad] {
    var logged = [Int](repeating: 0, count: people.count)
    for cell in cells { if let person = cell.person { logged[person] += cell.minutes } }
    return people.indices.map { person in
      PersonLoad(
        person: person, logged: logged[person],
        capacity: people[person].minutesPerMonth.map { rates.givable(Int64($0), months: months) })
    }
  }

  private static func logged(_ people: [PersonLoad]) -> Share? {
    let known = people.filter { $0.capacity != nil }
    return Share(
      Int64(known.reduce(0) { $0 + $1.logged }), of: Int64(known.reduce(0) { $0 + ($1.capacity ?? 0) }))
  }

  /// Fully known when enough of the events can be costed and enough of the capacity, where it is known, is logged.
  private static func knowledge(kinds: [KindCost], people: [PersonLoad], from least: Rate) -> Knowledge {
    func reaches(_ share: Share?) -> Bool {
      guard let share else { return true }
      return Int128(share.part) * 1_000_000 >= Int128(share.whole) * Int128(least.millionths)
    }
    let events = Int64(kinds.reduce(0) { $0 + $1.events })
    let uncosted = Int64(kinds.reduce(0) { $0 + $1.uncostedEvents })
    return reaches(logged(people)) && reaches(Share(events - uncosted, of: events)) ? .fully : .partly
  }
}
