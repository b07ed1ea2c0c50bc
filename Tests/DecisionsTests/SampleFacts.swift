import Decisions
import Ledger
import Portfolio
import Sample
import Units

/// The sample company as decisions see it, reduced from its written files the plain way: what an engine has to deliver.
struct SampleFacts {
  let books: Books
  let facts: LossFacts
  let stories: [Story]

  private struct Sale {
    let invoice: String
    let day: Day
    let customer: Int
    let product: String
    let quantity: Int64
    let amount: Int64
    let cost: Int64?
    let range: String
    let seller: String
    let preceding: String
  }

  init(seed: UInt64) {
    let company = SampleCompany(seed: seed)
    var bytes: [SampleFile: [UInt8]] = [:]
    company.write { (file, chunk) in bytes[file, default: []].append(contentsOf: chunk) }
    func rows(_ file: SampleFile) -> [[String]] {
      (bytes[file] ?? []).split(separator: 10).dropFirst().map { line in
        line.split(separator: 59, omittingEmptySubsequences: false).map { String(decoding: $0, as: UTF8.self) }
      }
    }
    stories = company.stories
    let files = rows(.customers).sorted { precedes($0[0], $1[0]) }
    let places = Dictionary(uniqueKeysWithValues: files.enumerated().map { ($1[0], $0) })
    let people = rows(.people).map { $0[0] }.sorted(by: precedes)
    let persons = Dictionary(uniqueKeysWithValues: people.enumerated().map { ($1, $0) })
    let sales = rows(.sales).compactMap { row -> Sale? in
      guard row.count == 15, !row[0].hasPrefix("FX"), let day = day(row[1]), let customer = places[row[2]],
        let amount = number(row[11])
      else { return nil }
      return Sale(
        invoice: row[0], day: day, customer: customer, product: row[4], quantity: number(row[7]) ?? 0, amount: amount,
        cost: number(row[12]).map { $0 * (number(row[7]) ?? 0) }, range: row[6], seller: row[13], preceding: row[14])
    }
    let invoiceDays = Dictionary(sales.map { ($0.invoice, $0.day) }, uniquingKeysWith: { first, _ in first })
    var orderDays = [[Day: Int64]](repeating: [:], count: files.count)
    var months = [[Month: Activity.Cell]](repeating: [:], count: files.count)
    for sale in sales {
      orderDays[sale.customer][invoiceDays[sale.preceding] ?? sale.day, default: 0] += sale.amount
      months[sale.customer][sale.day.month, default: Activity.Cell()] += Activity.Cell(
        revenue: Cents(sale.amount), directCost: Cents(sale.cost ?? 0),
        costedRevenue: Cents(sale.cost == nil ? 0 : sale.amount), lines: 1, costedLines: sale.cost == nil ? 0 : 1)
    }
    for (customer, days) in orderDays.enumerated() {
      for day in days where day.value > 0 { months[customer][day.key.month, default: Activity.Cell()].orders += 1 }
    }
    let orders = orderDays.map { days in
      days.filter { $0.value > 0 }.sorted { $0.key < $1.key }.map {
        OrderLog.Order(day: $0.key, revenue: Cents($0.value))
      }
    }
    let cells = months.map { $0.sorted { $0.key < $1.key } }
    let events = rows(.services).compactMap { row -> (customer: Int, day: Day, row: [String])? in
      guard let customer = places[row[0]], let day = day(row[1]) else { return nil }
      return (customer, day, row)
    }
    var services = [[ServiceActivity.Cell]](repeating: [], count: files.count)
    for event in events {
      guard let kind = SampleFacts.kinds[event.row[2]] else { continue }
      services[event.customer].append(
        ServiceActivity.Cell(
          month: event.day.month, kind: kind, person: persons[event.row[5]], events: 1, costedEvents: 0,
          ownCost: .zero, timedEvents: 0, minutes: 0, costedMinutes: 0))
    }
    let all = sales.map(\.day.month)
    let span = MonthSpan(all.min() ?? Month(number: 0), all.max() ?? Month(number: 0))
    books = Books(
      window: Window(asOf: span.last, months: 12), history: span,
      customers: CustomerFile(
        ids: files.map { ID($0[0]) }, names: files.map { $0[1] },
        details: Dictionary(
          uniqueKeysWithValues: files.enumerated().map {
            ($0, SampleFacts.customer($1))
          })),
      activity: Activity(
        offsets: offsets(of: cells), months: cells.flatMap { $0.map(\.key) },
        cells: cells.flatMap { $0.map(\.value) }),
      unattributed: Activity(offsets: [0, 0], months: [], cells: []),
      orders: OrderLog(offsets: offsets(of: orders), orders: orders.flatMap { $0 }),
      ranges: SampleFacts.ranges(sales, customers: files.count, window: Window(asOf: span.last, months: 12)),
      services: ServiceActivity(
        offsets: offsets(of: services), cells: services.flatMap { $0 }, medianMinutes: [:]),
      unattributedServices: ServiceActivity(offsets: [0, 0], cells: [], medianMinutes: [:]),
      people: people.map { Person(id: ID($0), name: $0) },
      prospects: rows(.prospects).map(SampleFacts.prospect).sorted { $0.id < $1.id }, waitingLines: 0)
    var facts = LossFacts()
    facts.deliveries = SampleFacts.deliveries(events, customers: files.count)
    facts.prices = SampleFacts.prices(sales, customers: files.count)
    facts.sellers = SampleFacts.sellers(sales, persons, customers: files.count)
    facts.enquiries = rows(.enquiries).compactMap { row in
      day(row[1]).map {
        Enquiry(
          customer: places[row[0]], asked: $0, handler: persons[row[2]], answered: day(row[3]),
          outcome: row[4] == "commande" ? .won : row[4] == "perdue" || row[4] == "sans réponse" ? .lost : .pending)
      }
    }
    self.facts = facts
  }

  private static func customer(_ row: [String]) -> Customer {
    var customer = Customer(
      category: row[3], sector: row[4], region: row[5], size: row[6], potential: number(row[8]).map { Cents($0) },
      potentialDate: day(row[9]), since: day(row[16]))
    customer.interest = row[11].isEmpty ? nil : row[11]
    customer.culture = row[12].isEmpty ? nil : row[12]
    return customer
  }

  private static func prospect(_ row: [String]) -> Prospect {
    Prospect(
      id: ID(row[0]), name: row[1], category: row[2], sector: row[3], region: row[4], size: row[5],
      potential: number(row[6]).map { Cents($0) }, interest: row[7].isEmpty ? nil : row[7],
      culture: row[8].isEmpty ? nil : row[8])
  }

  private static func ranges(_ sales: [Sale], customers: Int, window: Window) -> RangeUse {
    let names = Set(sales.map(\.range)).filter { !$0.isEmpty }.sorted(by: precedes)
    var sums = [[Int: (Int64, Int64)]](repeating: [:], count: customers)
    for sale in sales {
      guard let range = names.firstIndex(of: sale.range) else { continue }
      let isCurrent = window.current.contains(sale.day.month)
      let isPrevious = window.previous?.contains(sale.day.month) ?? false
      guard isCurrent || isPrevious else { continue }
      sums[sale.customer][range, default: (0, 0)].0 += isCurrent ? sale.amount : 0
      sums[sale.customer][range, default: (0, 0)].1 += isPrevious ? sale.amount : 0
    }
    let cells = sums.map { own in
      own.sorted { $0.key < $1.key }.map {
        RangeUse.Cell(range: $0.key, current: Cents($0.value.0), previous: Cents($0.value.1))
      }
    }
    return RangeUse(names: names, offsets: offsets(of: cells), cells: cells.flatMap { $0 })
  }

  private static let kinds: [String: ServiceKind] = [
    "visite": .visit, "appel": .call, "réclamation": .complaint, "livraison": .delivery,
  ]

  private static func deliveries(
    _ events: [(customer: Int, day: Day, row: [String])], customers: Int
  ) -> CustomerMonths<LossFacts.Deliveries> {
    var sums = [[Month: (timed: Int, late: Int)]](repeating: [:], count: customers)
    for event in events where event.row[2] == "livraison" {
      guard let promised = day(event.row[6]), let done = day(event.row[7]) else { continue }
      sums[event.customer][done.month, default: (0, 0)].timed += 1
      if done > promised { sums[event.customer][done.month, default: (0, 0)].late += 1 }
    }
    return columns(sums) { LossFacts.Deliveries(timed: $0.timed, late: $0.late) }
  }

  private static func prices(_ sales: [Sale], customers: Int) -> CustomerMonths<LossFacts.PricePaid> {
    struct Key: Hashable {
      let customer: Int
      let product: String
    }
    var sums = [[Month: (revenue: Int64, before: Double)]](repeating: [:], count: customers)
    for (key, sold) in Dictionary(
      grouping: sales.filter { $0.quantity > 0 && $0.amount > 0 },
      by: {
        Key(customer: $0.customer, product: $0.product)
      })
    {
      for sale in sold {
        let before = sold.filter { (1...12).contains($0.day.month.distance(to: sale.day.month)) }
        let quantity = before.reduce(0) { $0 + $1.quantity }
        guard quantity > 0 else { continue }
        let revenue = before.reduce(0) { $0 + $1.amount }
        sums[key.customer][sale.day.month, default: (0, 0)].revenue += sale.amount
        sums[key.customer][sale.day.month, default: (0, 0)].before +=
          Double(revenue) * Double(sale.quantity) / Double(quantity)
      }
    }
    return columns(sums) {
      LossFacts.PricePaid(revenue: Cents($0.revenue), atEarlierPrices: Cents(Int64($0.before.rounded())))
    }
  }

  private static func sellers(_ sales: [Sale], _ persons: [String: Int], customers: Int) -> CustomerMonths<Int> {
    var sums = [[Month: [Int: Int64]]](repeating: [:], count: customers)
    for sale in sales {
      guard let person = persons[sale.seller] else { continue }
      sums[sale.customer][sale.day.month, default: [:]][person, default: 0] += sale.amount
    }
    return columns(sums) { most in
      most.max { $0.value == $1.value ? $0.key > $1.key : $0.value < $1.value }?.key ?? 0
    }
  }

  private static func columns<Sum, Value: Sendable>(
    _ sums: [[Month: Sum]], _ value: (Sum) -> Value
  ) -> CustomerMonths<Value> {
    let sorted = sums.map { $0.sorted { $0.key < $1.key } }
    return CustomerMonths(
      offsets: offsets(of: sorted), months: sorted.flatMap { $0.map(\.key) },
      values: sorted.flatMap { $0.map { value($0.value) } })
  }
}

private func offsets<Item>(of columns: [[Item]]) -> [Int] {
  columns.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1.count) }
}

/// A day written `JJ/MM/AAAA`.
private func day(_ text: String) -> Day? {
  let parts = text.split(separator: "/").compactMap { Int($0) }
  return parts.count == 3 ? Day(year: parts[2], month: parts[1], day: parts[0]) : nil
}

/// The digits of a text, negative behind a minus sign; nothing without digits.
private func number(_ text: String) -> Int64? {
  let digits = text.utf8.filter { (48...57).contains($0) }
  guard !digits.isEmpty else { return nil }
  let value = digits.reduce(Int64(0)) { $0 * 10 + Int64($1) - 48 }
  return text.hasPrefix("-") ? -value : value
}
