import Decisions
import Ledger
import Portfolio
import Units

/// A customer of tests: what it bought and what was given to it.
struct Trader {
  var id: String
  var sector: String?
  var category: String?
  var since: Day?
  var region: String?
  var size: String?
  var interest: String?
  var culture: String?
  var potential: Cents?
  var risk: String?
  var sales: [Sale] = []
  var services: [(month: Month, kind: ServiceKind, events: Int)] = []

  struct Sale {
    let day: Day
    let amount: Cents
    let cost: Cents?
    let range: String?
  }

  init(_ id: String, sector: String? = nil, category: String? = nil) {
    self.id = id
    self.sector = sector
    self.category = category
  }

  /// One order; whole euros.
  func buying(_ day: Day, _ euros: Int64, cost: Int64? = nil, range: String? = nil) -> Trader {
    var trader = self
    trader.sales.append(Sale(day: day, amount: Cents(euros * 100), cost: cost.map { Cents($0 * 100) }, range: range))
    return trader
  }

  /// What the customer file says of it beside; the potential in whole euros, judged at the end of 2025.
  func described(
    region: String? = nil, size: String? = nil, interest: String? = nil, culture: String? = nil,
    potential: Int64? = nil,
    risk: String? = nil
  ) -> Trader {
    var trader = self
    trader.risk = risk
    (trader.region, trader.size, trader.interest, trader.culture) = (region, size, interest, culture)
    trader.potential = potential.map { Cents($0 * 100) }
    return trader
  }

  /// The same order on the tenth of each month, both ends included.
  func monthly(_ first: Month, _ last: Month, _ euros: Int64, cost: Int64? = nil) -> Trader {
    MonthSpan(first, last).months.reduce(self) {
      $0.buying($1.firstDay.advanced(by: 9), euros, cost: cost)
    }
  }

  /// Services of a kind in a month.
  func given(_ kind: ServiceKind, _ month: Month, _ events: Int = 1) -> Trader {
    var trader = self
    trader.services.append((month, kind, events))
    return trader
  }
}

/// Books of some customers, in the order of their identifiers; W is the twelve months up to `asOf`.
///
/// - Parameter secured: who has a contract that runs; nothing where no file tells.
func tradeBooks(
  asOf: Month, people: [Person], prospects: [Prospect] = [], secured: Set<Int>? = nil, _ traders: [Trader]
) -> Books {
  let traders = traders.sorted { precedes($0.id, $1.id) }
  var (orders, orderOffsets): ([OrderLog.Order], [Int]) = ([], [0])
  var (months, cells, offsets): ([Month], [Activity.Cell], [Int]) = ([], [], [0])
  var (services, serviceOffsets): ([ServiceActivity.Cell], [Int]) = ([], [0])
  for trader in traders {
    let sales = trader.sales.filter { $0.day.month <= asOf }.sorted { $0.day < $1.day }
    for sale in sales {
      let costed = sale.cost == nil ? Cents.zero : sale.amount
      orders.append(
        OrderLog.Order(
          day: sale.day, revenue: sale.amount, directCost: sale.cost ?? .zero, costedRevenue: costed,
          costedLines: sale.cost == nil ? 0 : 1))
      let cell = Activity.Cell(
        revenue: sale.amount, directCost: sale.cost ?? .zero, costedRevenue: costed, orders: 1, lines: 1,
        costedLines: sale.cost == nil ? 0 : 1)
      if months.count > (offsets.last ?? 0), months.last == sale.day.month {
        cells[cells.count - 1] += cell
      } else {
        months.append(sale.day.month)
        cells.append(cell)
      }
    }
    orderOffsets.append(orders.count)
    offsets.append(cells.count)
    for service in trader.services.sorted(by: { ($0.month, $0.kind.rawValue) < ($1.month, $1.kind.rawValue) }) {
      services.append(
        ServiceActivity.Cell(
          month: service.month, kind: service.kind, person: nil, events: service.events, costedEvents: 0,
          ownCost: .zero, timedEvents: 0, minutes: 0, costedMinutes: 0))
    }
    serviceOffsets.append(services.count)
  }
  let details = traders.map { trader in
    var details = Customer(
      category: trader.category, sector: trader.sector, region: trader.region, size: trader.size,
      potential: trader.potential, potentialDate: trader.potential.map { _ in "2025-12-31" },
      risk: trader.risk, since: trader.since)
    (details.interest, details.culture) = (trader.interest, trader.culture)
    return details
  }
  let first = months.min()
  return Books(
    window: Window(asOf: asOf, months: 12), history: first.map { MonthSpan($0, months.max() ?? $0) },
    customers: CustomerFile(
      ids: traders.map { ID($0.id) }, names: traders.map(\.id),
      details: Dictionary(uniqueKeysWithValues: details.enumerated().map { ($0, $1) })),
    activity: Activity(offsets: offsets, months: months, cells: cells),
    unattributed: Activity(offsets: [0, 0], months: [], cells: []),
    orders: OrderLog(offsets: orderOffsets, orders: orders),
    ranges: rangeUse(traders, window: Window(asOf: asOf, months: 12)),
    services: ServiceActivity(offsets: serviceOffsets, cells: services, medianMinutes: [:]),
    unattributedServices: ServiceActivity(offsets: [0, 0], cells: [], medianMinutes: [:]),
    people: people, prospects: prospects.sorted { $0.id < $1.id }, waitingLines: 0, secured: secured)
}

/// The same with people of whom nothing is known.
func tradeBooks(asOf: Month, people: [String] = [], _ traders: [Trader]) -> Books {
  tradeBooks(asOf: asOf, people: people.map { Person(id: ID($0), name: $0) }, traders)
}

private func rangeUse(_ traders: [Trader], window: Window) -> RangeUse {
  let names = Set(traders.flatMap { $0.sales.compactMap(\.range) }).sorted(by: precedes)
  let cells = traders.map { trader in
    names.indices.compactMap { range -> RangeUse.Cell? in
      let sales = trader.sales.filter { $0.range == names[range] }
      guard !sales.isEmpty else { return nil }
      return RangeUse.Cell(
        range: range, current: sales.filter { window.current.contains($0.day.month) }.map(\.amount).sum,
        previous: sales.filter { window.previous?.contains($0.day.month) ?? false }.map(\.amount).sum)
    }
  }
  return RangeUse(
    names: names, offsets: cells.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1.count) }, cells: cells.flatMap { $0 }
  )
}

extension Books {
  /// The place of a customer that the test wrote.
  func place(_ id: String) -> Int {
    guard let place = customers.index(of: ID(id)) else { preconditionFailure("\(id) is in the books") }
    return place
  }

  /// What stages are told from.
  var source: StageSource {
    guard let source = StageSource(books: self, policy: Policy()) else { preconditionFailure("the books have lines") }
    return source
  }
}

extension Month: ExpressibleByUnicodeScalarLiteral {}
extension Month: ExpressibleByExtendedGraphemeClusterLiteral {}
extension Month: ExpressibleByStringLiteral {
  /// Reads an ISO text; a text that is none ends the test run.
  public init(stringLiteral text: String) {
    guard let month = Month(iso: text) else { preconditionFailure("\(text) is not a month") }
    self = month
  }
}

extension Day: ExpressibleByUnicodeScalarLiteral {}
extension Day: ExpressibleByExtendedGraphemeClusterLiteral {}
extension Day: ExpressibleByStringLiteral {
  /// Reads an ISO text; a text that is none ends the test run.
  public init(stringLiteral text: String) {
    guard let day = Day(iso: text) else { preconditionFailure("\(text) is not a day") }
    self = day
  }
}
