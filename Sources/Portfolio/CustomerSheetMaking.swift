import Ledger
import Units

extension PortfolioAnalysis {
  /// The sheet of one customer.
  ///
  /// Linear in what the customer bought, after what all sheets share was made once.
  /// - Parameter customer: a place in the customer file.
  public func sheet(of customer: Int) -> CustomerSheet {
    CustomerSheet(of: customer, in: self, places: customerPlaces, years: customerYears)
  }

  /// Makes what all sheets share, so that the first does not wait for it.
  public func prepareSheets() {
    _ = customerPlaces
    _ = customerYears
  }
}

extension CustomerSheet {
  init(of customer: Int, in analysis: PortfolioAnalysis, places: CustomerPlaces, years: CustomerYears) {
    let (books, policy) = (analysis.books, analysis.policy)
    let coversP = books.window.previous.map(books.covers) ?? false
    let margin = analysis.margins.rows[customer]
    let previous = coversP ? analysis.previousMargins?.rows[customer] : nil
    let log = books.orders[customer]
    let promise = places.promises[customer].map { analysis.promises.rows[$0] }
    let details = books.customers.details[customer] ?? Customer()
    self.customer = customer
    id = books.customers.ids[customer]
    name = books.customers.names[customer]
    otherNames = books.customers.otherNames[customer, default: []]
    merged = books.customers.merged[customer, default: []]
    record = RecordLine.all(of: customer, in: analysis.facts)
    quality = analysis.file.row(of: customer)
    self.details = details
    salesperson = details.salesperson.map { id in books.name(of: id) }
    category = analysis.categories[customer]
    window = books.window
    tenure = Tenure(of: customer, in: books)
    potential = Potential(of: customer, in: books, rule: policy.growth)
    standing = Standing(of: customer, in: analysis, places: places)
    self.margin = margin
    self.previous = previous
    averageOrder = margin.averageOrder
    previousAverageOrder = previous?.averageOrder
    averagePrice = Portfolio.averagePrice(books.activity.latest(of: customer, in: books.window.current))
    self.years = years.years.reversed().map { Year($0, of: customer, in: books) }
    let start =
      [books.history?.first, books.services[customer].first?.month, books.payments[customer].first?.month]
      .compactMap { $0 }.min() ?? window.asOf
    months = years.recent.reversed().flatMap { $0.months(of: customer) }.filter { $0.month >= start }
    ranges = RangeLine.all(of: customer, in: books, margin: margin, previous: previous)
    services = ServiceUse.all(analysis.margins.costs.cells(of: customer), promise: promise)
    waterfall = Waterfall.of(margin, services: services)
    knowledge = analysis.margins.costs.knowledge
    isCostTold = analysis.margins.costs.isTold(of: customer)
    purchaseRate = analysis.margins.purchaseRate
    orders = Order.last(CustomerSheet.mostOrders, of: log)
    orderCount = log.count
    let gaps = zip(log, log.dropFirst()).map { $0.day.distance(to: $1.day) }.sorted()
    usualGap = nearestRank(Rate(percent: 50), of: gaps)
    daysToPay = books.payments[customer].daysToPay.map { .known($0) } ?? .unknown(.noPayments)
    findings = Finding.all(of: customer, in: analysis, places: places)
  }
}

extension CustomerSheet.Potential {
  fileprivate init?(of customer: Int, in books: Books, rule: Policy.Growth) {
    guard let details = books.customers.details[customer], let amount = details.potential else { return nil }
    let asOf = books.window.asOf
    self.amount = amount
    judged = details.potentialDate
    if details.potential(at: asOf, rule: rule) != nil {
      let lastYear = MonthSpan(asOf.advanced(by: -11), asOf)
      headroom = .known(max(.zero, amount - books.activity.latest(of: customer, in: lastYear).revenue))
    } else {
      headroom = .unknown(judged.map { $0 > asOf.lastDay ? .later : .expired } ?? .undated)
    }
  }
}

extension CustomerSheet.Standing {
  fileprivate init(of customer: Int, in analysis: PortfolioAnalysis, places: CustomerPlaces) {
    let (ranking, table) = (analysis.ranking, analysis.bandTable)
    let row = places.ranking[customer].map { ranking.rows[$0] }
    let revenue = analysis.margins.rows[customer].revenue
    criterion = ranking.criterion
    rank = row?.rank
    previousRank = row?.previousRank
    ranked = row.map { $0.value > .zero ? ranking.positiveCustomers : ranking.rows.count } ?? ranking.rows.count
    abc = row?.abc
    share = Share(max(.zero, revenue), of: table.bands.revenue)
    band = table.bands.band(of: customer)?.number
    level = table.allotment.levels[customer]
    allotted = table.allotment.minutes[customer]
  }
}

extension CustomerSheet.Year {
  fileprivate init(_ year: CustomerYears.Year, of customer: Int, in books: Books) {
    let cell = books.activity.latest(of: customer, in: year.span)
    span = year.span
    isWhole = year.isWhole
    revenue = cell.revenue
    share = Share(max(.zero, cell.revenue), of: year.revenue)
    grossMargin = year.grossMargins[customer]
    operatingMargin = year.operatingMargins[customer]
    rank = year.ranks[customer] > 0 ? Int(year.ranks[customer]) : nil
    ranked = year.customers
    orders = cell.orders
  }
}

extension CustomerSheet.RangeLine {
  /// The ranges of W and P, with the lines that name none; they sum to the revenues.
  fileprivate static func all(
    of customer: Int, in books: Books, margin: CustomerMargin, previous: CustomerMargin?
  ) -> [CustomerSheet.RangeLine] {
    guard !books.ranges.names.isEmpty else { return [] }
    let cells = books.ranges[customer]
    let comparable = margin.revenue > .zero && previous.map { $0.revenue > .zero } ?? false
    var rows = cells.map { cell in
      CustomerSheet.RangeLine(
        name: books.ranges.names[cell.range], current: cell.current, previous: previous.map { _ in cell.previous },
        change: !comparable
          ? .kept
          : cell.current > .zero && cell.previous <= .zero
            ? .gained : cell.current <= .zero && cell.previous > .zero ? .lost : .kept)
    }
    rows.removeAll { $0.current == .zero && $0.previous ?? .zero == .zero }
    rows.sort {
      let (first, second) = (($0.current, $0.previous ?? .zero), ($1.current, $1.previous ?? .zero))
      return first == second ? precedes($0.name ?? "", $1.name ?? "") : first > second
    }
    let rest = margin.revenue - cells.map(\.current).sum
    let restBefore = previous.map { $0.revenue - cells.map(\.previous).sum }
    guard rest != .zero || restBefore ?? .zero != .zero else { return rows }
    return rows + [CustomerSheet.RangeLine(name: nil, current: rest, previous: restBefore, change: .kept)]
  }
}

extension CustomerSheet.Order {
  /// The newest orders first.
  fileprivate static func last(_ count: Int, of log: ArraySlice<OrderLog.Order>) -> [CustomerSheet.Order] {
    log.indices.suffix(count).reversed().map { place in
      let order = log[place]
      return CustomerSheet.Order(
        day: order.day, revenue: order.revenue,
        grossMargin: order.costedRevenue == order.revenue && order.costedLines > 0
          ? order.revenue - order.directCost : nil,
        lines: order.lines, gap: place > log.startIndex ? log[place - 1].day.distance(to: order.day) : nil)
    }
  }
}

extension CustomerSheet.Finding {
  /// The gravest first.
  fileprivate static func all(
    of customer: Int, in analysis: PortfolioAnalysis, places: CustomerPlaces
  ) -> [CustomerSheet.Finding] {
    var findings: [CustomerSheet.Finding] = []
    if let margin = analysis.margins.rows[customer].operatingMargin, margin < .zero {
      findings.append(.losesMoney(margin))
    }
    if let place = places.floors[customer] { findings.append(.underFloor(analysis.floors.rows[place])) }
    if let place = places.atRisk[customer] { findings.append(.atRisk(analysis.lists[.atRisk][place])) }
    if let place = places.time[customer] {
      let row = analysis.time.rows[place]
      switch row.judgement {
      case .withoutRevenue, .notJustified, .invested, .notServed, .aboveLevel, .belowLevel: findings.append(.time(row))
      case .noServiceLog, .atLevel: break
      }
    }
    if let place = places.falling[customer] {
      findings.append(.marginFalls(analysis.stakes.marginRates.falling[place]))
    }
    if let place = places.cherish[customer] { findings.append(.cherish(analysis.lists[.cherish][place])) }
    if let place = places.tomorrow[customer] { findings.append(.tomorrow(analysis.tomorrow.rows[place].reasons)) }
    if let place = places.oneOffs[customer] { findings.append(.oneOff(analysis.oneOffs.rows[place])) }
    return findings
  }
}

extension CustomerMargin {
  /// Revenue ÷ orders, rounded half away from zero; nothing without an order.
  var averageOrder: Cents? { orders > 0 ? revenue.times(1, over: Int64(orders)) : nil }
}

extension Books {
  /// The name of somebody, or the identifier where the list of people does not know it.
  ///
  /// O(log n).
  public func name(of person: ID<Person>) -> String {
    var (low, high) = (0, people.count)
    while low < high {
      let middle = (low + high) / 2
      if people[middle].id < person { low = middle + 1 } else { high = middle }
    }
    return low < people.count && people[low].id == person ? people[low].name : person.text
  }
}
