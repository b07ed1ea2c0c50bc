import Ledger
import Units

extension TinyBooks {
  /// The books, reduced the plain way: what the engine does over SQL, done in memory.
  var books: Books {
    var files: [(id: ID<Customer>, name: String, details: Customer, lines: [TinyLine])] = []
    var people: [Person] = []
    var prospects: [Prospect] = []
    var nobody: [TinyLine] = []
    for entry in entries {
      switch entry {
      case .customer(let id, let name, let details, let lines): files.append((ID(id), name ?? id, details, lines))
      case .unattributed(let lines): nobody += lines
      case .person(let person): people.append(person)
      case .prospect(let prospect): prospects.append(prospect)
      }
    }
    files.sort { $0.id < $1.id }
    precondition(Set(files.map(\.id)).count == files.count, "a customer is written once")
    people.sort { $0.id < $1.id }
    prospects.sort { $0.id < $1.id }

    let days = (files.map(\.lines) + [nobody]).flatMap { $0.compactMap(\.sale).map(\.day) }
    guard let end = asOf ?? days.max()?.month else { preconditionFailure("books over everything have a line") }
    let sales = files.map { file in file.lines.compactMap(\.sale).filter { $0.day.month <= end } }
    let services = files.map { file in file.lines.compactMap(\.service).filter { $0.month <= end } }
    let noSales = nobody.compactMap(\.sale).filter { $0.day.month <= end }
    let noServices = nobody.compactMap(\.service).filter { $0.month <= end }
    let known = (sales + [noSales]).flatMap { $0.map(\.day.month) }
    let history = known.min().flatMap { first in known.max().map { MonthSpan(first, $0) } }
    let window =
      months.map { Window(asOf: end, months: $0) } ?? Window(all: history ?? MonthSpan(end, end))
    let places = Dictionary(uniqueKeysWithValues: people.enumerated().map { ($1.id.text, $0) })
    let medians = medianMinutes(of: services.flatMap { $0 } + noServices)
    let unknown = Customer()
    return Books(
      window: window, history: history,
      customers: CustomerFile(
        ids: files.map(\.id), names: files.map(\.name),
        details: Dictionary(
          uniqueKeysWithValues: files.enumerated().filter { $1.details != unknown }.map { ($0, $1.details) })),
      activity: activity(of: sales), unattributed: activity(of: [noSales]), orders: log(of: sales),
      ranges: ranges(of: sales, in: window),
      services: ServiceActivity(columns: services, people: places, medians: medians),
      unattributedServices: ServiceActivity(columns: [noServices], people: places, medians: medians), people: people,
      prospects: prospects, waitingLines: 0,
      payments: payments(of: files.map(\.lines), nobody: nobody, upTo: end), purchases: purchases)
  }
}

extension TinyLine {
  fileprivate var sale: TinySale? { if case .sale(let sale) = self { sale } else { nil } }
  fileprivate var payment: TinyPayment? { if case .payment(let payment) = self { payment } else { nil } }
  fileprivate var service: TinyService? { if case .service(let service) = self { service } else { nil } }
}

/// The day each sale counts for in the order log: a credit note counts on its invoice's day.
private func orderDays(of sales: [TinySale]) -> [Day] {
  var taken: Set<Int> = []
  return sales.map { sale in
    guard sale.amount < .zero else { return sale.day }
    if let invoice = sale.of { return invoice }
    let match = sales.indices.filter {
      !taken.contains($0) && sales[$0].amount == -sale.amount
        && (0...30).contains(sales[$0].day.distance(to: sale.day))
    }.max { sales[$0].day < sales[$1].day }
    guard let match else { return sale.day }
    taken.insert(match)
    return sales[match].day
  }
}

private func orders(of sales: [TinySale]) -> [OrderLog.Order] {
  var byDay: [Day: (revenue: Cents, cost: Cents, costed: Cents, lines: Int, costedLines: Int)] = [:]
  for (day, sale) in zip(orderDays(of: sales), sales) {
    var sum = byDay[day] ?? (.zero, .zero, .zero, 0, 0)
    sum.revenue += sale.amount
    sum.cost += sale.cost ?? .zero
    sum.costed += sale.cost == nil ? .zero : sale.amount
    sum.lines += sale.lines
    sum.costedLines += sale.cost == nil ? 0 : sale.lines
    byDay[day] = sum
  }
  return byDay.filter { $1.revenue > .zero }.sorted { $0.key < $1.key }.map {
    OrderLog.Order(
      day: $0, revenue: $1.revenue, directCost: $1.cost, costedRevenue: $1.costed, lines: $1.lines,
      costedLines: $1.costedLines)
  }
}

private func log(of sales: [[TinySale]]) -> OrderLog {
  let columns = sales.map(orders(of:))
  return OrderLog(offsets: runningOffsets(of: columns.map(\.count)), orders: columns.flatMap { $0 })
}

private func activity(of sales: [[TinySale]]) -> Activity {
  let columns = sales.map { sales -> [(key: Month, value: Activity.Cell)] in
    var cells: [Month: Activity.Cell] = [:]
    for sale in sales {
      cells[sale.day.month, default: .init()] += Activity.Cell(
        revenue: sale.amount, directCost: sale.cost ?? .zero, costedRevenue: sale.cost == nil ? .zero : sale.amount,
        quantity: sale.quantity, lines: sale.lines, creditNotes: sale.amount < .zero ? 1 : 0,
        costedLines: sale.cost == nil ? 0 : sale.lines)
    }
    for order in orders(of: sales) { cells[order.day.month, default: .init()].orders += 1 }
    return cells.sorted { $0.key < $1.key }
  }
  return Activity(
    offsets: runningOffsets(of: columns.map(\.count)), months: columns.flatMap { $0.map(\.key) },
    cells: columns.flatMap { $0.map(\.value) })
}

private func payments(of lines: [[TinyLine]], nobody: [TinyLine], upTo last: Month) -> PaymentActivity {
  func cells(_ lines: [TinyLine]) -> [PaymentActivity.Cell] {
    let known = lines.compactMap(\.payment).filter { $0.day.month <= last }
    return Dictionary(grouping: known, by: \.day.month).map { month, all in
      let dated = all.filter { $0.invoiced != nil }
      return PaymentActivity.Cell(
        month: month, paid: all.map(\.amount).sum, dated: dated.map(\.amount).sum,
        centDays: dated.reduce(0) { $0 + $1.amount.value * Int64(($1.invoiced ?? $1.day).distance(to: $1.day)) },
        lost: all.map(\.lost).sum)
    }.sorted { $0.month < $1.month }
  }
  let columns = lines.map(cells)
  return PaymentActivity(
    offsets: runningOffsets(of: columns.map(\.count)), cells: columns.flatMap { $0 }, unattributed: cells(nobody))
}

private func ranges(of sales: [[TinySale]], in window: Window) -> RangeUse {
  let names = Set(sales.flatMap { $0.compactMap(\.range) }).sorted(by: precedes)
  let columns = sales.map { sales in
    names.indices.compactMap { range -> RangeUse.Cell? in
      let bought = sales.filter { $0.range == names[range] }
      func revenue(_ span: MonthSpan?) -> Cents {
        bought.filter { span?.contains($0.day.month) ?? false }.map(\.amount).sum
      }
      let seen = bought.contains {
        window.current.contains($0.day.month) || window.previous?.contains($0.day.month) ?? false
      }
      return seen
        ? RangeUse.Cell(range: range, current: revenue(window.current), previous: revenue(window.previous)) : nil
    }
  }
  return RangeUse(names: names, offsets: runningOffsets(of: columns.map(\.count)), cells: columns.flatMap { $0 })
}

extension ServiceActivity {
  fileprivate init(columns: [[TinyService]], people: [String: Int], medians: [ServiceKind: Int]) {
    struct Key: Hashable {
      let month: Month
      let kind: ServiceKind
      let person: Int?
    }
    let cells = columns.map { services -> [Cell] in
      let groups = Dictionary(grouping: services) {
        Key(month: $0.month, kind: $0.kind, person: $0.person.flatMap { people[$0] })
      }
      return groups.map { key, services in
        func sum(_ value: (TinyService) -> Int) -> Int { services.reduce(0) { $0 + value($1) } }
        return Cell(
          month: key.month, kind: key.kind, person: key.person, events: sum { $0.events },
          costedEvents: sum { $0.cost == nil ? 0 : $0.events },
          ownCost: services.map { ($0.cost ?? .zero).times(Int64($0.events)) }.sum,
          timedEvents: sum { $0.cost == nil && $0.minutes != nil ? $0.events : 0 },
          minutes: sum { $0.cost == nil ? ($0.minutes ?? 0) * $0.events : 0 },
          costedMinutes: sum { $0.cost == nil ? 0 : ($0.minutes ?? 0) * $0.events })
      }.sorted {
        ($0.month.number, $0.kind.rawValue, $0.person ?? -1) < ($1.month.number, $1.kind.rawValue, $1.person ?? -1)
      }
    }
    self.init(
      offsets: runningOffsets(of: cells.map(\.count)), cells: cells.flatMap { $0 }, medianMinutes: medians)
  }
}

private func medianMinutes(of services: [TinyService]) -> [ServiceKind: Int] {
  var minutes: [ServiceKind: [Int]] = [:]
  for service in services {
    guard let each = service.minutes else { continue }
    minutes[service.kind, default: []] += Array(repeating: each, count: service.events)
  }
  return minutes.mapValues { values in
    let sorted = values.sorted()
    return (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
  }
}

private func runningOffsets(of counts: [Int]) -> [Int] {
  counts.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1) }
}
