import Ledger
import Units

/// A company of many customers: three years of orders in eight ranges, services of fifty salespeople and a desk, potentials.
func drawnBooks(customers: Int) -> Books {
  let window = Window(asOf: Month(year: 2024, month: 12), months: 12)
  let months = MonthSpan(Month(year: 2022, month: 1), window.asOf)
  var random = SplitMix64(seed: 36)
  func below(_ bound: Int) -> Int { Int(random.next() % UInt64(bound)) }
  var (orders, orderOffsets): ([OrderLog.Order], [Int]) = ([], [0])
  var (cells, cellMonths, offsets): ([Activity.Cell], [Month], [Int]) = ([], [], [0])
  var (services, serviceOffsets): ([ServiceActivity.Cell], [Int]) = ([], [0])
  var (ranges, rangeOffsets): ([RangeUse.Cell], [Int]) = ([], [0])
  var details: [Int: Customer] = [:]
  for customer in 0..<customers {
    let (every, size, margin) = (1 + below(4), Int64(2_000 << below(7)), Int64(5 + below(40)))
    var (current, previous) = (Cents.zero, Cents.zero)
    for place in stride(from: below(every), to: months.count, by: every) {
      let month = months.first.advanced(by: place)
      let revenue = Cents(size + Int64(below(Int(size))))
      let cost = revenue.times(100 - margin, over: 100)
      orders.append(
        OrderLog.Order(
          day: month.firstDay.advanced(by: below(28)), revenue: revenue, directCost: cost, costedRevenue: revenue,
          costedLines: 3))
      cells.append(
        Activity.Cell(
          revenue: revenue, directCost: cost, costedRevenue: revenue, orders: 1, lines: 3, costedLines: 3))
      cellMonths.append(month)
      if window.current.contains(month) { current += revenue }
      if window.previous?.contains(month) ?? false { previous += revenue }
      for kind in [ServiceKind.visit, .order, .delivery] where below(3) > 0 {
        services.append(
          ServiceActivity.Cell(
            month: month, kind: kind, person: kind == .visit ? customer % 50 : 50, events: 1, costedEvents: 0,
            ownCost: .zero, timedEvents: 1, minutes: kind == .visit ? 60 : 10, costedMinutes: 0))
      }
    }
    orderOffsets.append(orders.count)
    offsets.append(cells.count)
    serviceOffsets.append(services.count)
    let bought = 1 + below(8)
    ranges += (0..<bought).map { range in
      RangeUse.Cell(
        range: range, current: current.times(1, over: Int64(bought)), previous: previous.times(1, over: Int64(bought)))
    }
    rangeOffsets.append(ranges.count)
    details[customer] = Customer(
      category: ["Hotels", "Schools", "Care", "Shops", "Bars"][customer % 5], sector: "S\(customer % 40)",
      region: "R\(customer % 12)", size: ["S", "M", "L"][customer % 3], salesperson: ID("P\(customer % 50)"),
      potential: customer % 3 == 0 ? current.times(Int64(1 + below(3)), over: 1) : nil,
      potentialDate: Day(iso: "2024-06-01"))
  }
  let ids = (0..<customers).map { number in
    ID<Customer>("C" + String(repeating: "0", count: 7 - String(number).count) + String(number))
  }
  // Four fifths of what they can give is taken.
  let people =
    (0..<50).map { number in
      Person(
        id: ID("P\(number)"), name: "P\(number)", role: "sales", minutesPerMonth: customers * 2 / 5,
        costPerHour: Cents(4_500))
    } + [
      Person(id: ID("Desk"), name: "Desk", role: "desk", minutesPerMonth: customers * 13 / 2, costPerHour: Cents(3_000))
    ]
  return Books(
    window: window, history: months,
    customers: CustomerFile(ids: ids, names: ids.map(\.text), details: details),
    activity: Activity(offsets: offsets, months: cellMonths, cells: cells),
    unattributed: Activity(offsets: [0, 0], months: [], cells: []),
    orders: OrderLog(offsets: orderOffsets, orders: orders),
    ranges: RangeUse(names: (0..<8).map { "Range \($0)" }, offsets: rangeOffsets, cells: ranges),
    services: ServiceActivity(offsets: serviceOffsets, cells: services, medianMinutes: [.visit: 60]),
    unattributedServices: ServiceActivity(offsets: [0, 0], cells: [], medianMinutes: [:]), people: people,
    prospects: (0..<1_000).map {
      Prospect(id: ID("X\($0)"), name: "X\($0)", category: "Hotels", sector: "S\($0 % 40)", region: "R\($0 % 12)")
    }, waitingLines: 0)
}
