import Ledger
import Portfolio
import Units

/// One sort of service that somebody gave in a month.
struct Given {
  var month: Month = "2025-03"
  var kind = ServiceKind.visit
  var person: Int? = 0
  var events = 1
  var minutes: Int
  var cost: Cents?
}

/// Big is in band 1, the others below; Ann costs 60 an hour and can give 80 hours a month of 100.
func callBooks(
  _ given: [String: [Given]], details: [String: Customer] = [:], hours: Int? = 100, isCosted: Bool = true,
  region: String? = nil
) -> Books {
  func cost(_ euros: Int64) -> Int64? { isCosted ? euros : nil }

  let plain = tradeBooks(
    asOf: "2025-12",
    [
      Trader("Big").monthly("2023-01", "2025-12", 10_000, cost: cost(6_000)),
      Trader("Mid").monthly("2023-01", "2025-12", 1_000, cost: cost(600)),
      Trader("New").monthly("2025-10", "2025-12", 100, cost: cost(60)),
      Trader("Old").monthly("2023-01", "2023-12", 100, cost: cost(60)),
    ])
  var (cells, offsets): ([ServiceActivity.Cell], [Int]) = ([], [0])
  for id in plain.customers.ids {
    cells += (given[id.text] ?? []).map { given in
      ServiceActivity.Cell(
        month: given.month, kind: given.kind, person: given.person, events: given.events,
        costedEvents: given.cost == nil ? 0 : given.events, ownCost: given.cost ?? .zero,
        timedEvents: given.cost == nil ? given.events : 0, minutes: given.cost == nil ? given.minutes : 0,
        costedMinutes: given.cost == nil ? 0 : given.minutes)
    }
    offsets.append(cells.count)
  }
  let ids = plain.customers.ids
  let known = ids.enumerated().map { ($0, details[$1.text] ?? Customer(salesperson: ID("Ann"))) }
  return Books(
    window: plain.window, history: plain.history,
    customers: CustomerFile(ids: ids, names: ids.map(\.text), details: Dictionary(uniqueKeysWithValues: known)),
    activity: plain.activity, unattributed: plain.unattributed, orders: plain.orders, ranges: plain.ranges,
    services: ServiceActivity(offsets: offsets, cells: cells, medianMinutes: [.visit: 60, .call: 10]),
    unattributedServices: plain.unattributedServices,
    people: [
      Person(
        id: ID("Ann"), name: "Ann", role: "sales", minutesPerMonth: hours.map { $0 * 60 },
        costPerHour: Cents(6_000), region: region),
      Person(
        id: ID("Bob"), name: "Bob", role: "desk", minutesPerMonth: 6_000, costPerHour: Cents(3_000), region: region),
    ], prospects: [], waitingLines: 0)
}
