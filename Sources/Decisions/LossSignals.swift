import Ledger
import Portfolio
import Units

/// Looks for what happened before customers' last orders, against what happened to the others in the same months.
struct LossSignals {
  private let books: Books
  private let facts: LossFacts
  private let rule: Policy.Losses
  private let newMonths: Int
  private let months: MonthSpan
  /// All customers' orders, complaints, contacts and timed deliveries, month by month.
  private var orders: [Int]
  private var complaints: [Int]
  private var contacts: [Int]
  private var timed: [Int]
  private var late: [Int]
  private var sectors: SectorTrends
  private let enquiries: [Int: [Enquiry]]
  private let people: [ID<Person>: Int]
  private var medianRises: [Month: Share?] = [:]

  /// Adds up what happened to everybody.
  ///
  /// Linear in orders, services and deliveries.
  init(books: Books, months: MonthSpan, facts: LossFacts, categories: CategoryOf, policy: Policy) {
    self.books = books
    self.facts = facts
    self.months = months
    rule = policy.losses
    newMonths = policy.lifeCycle.newMonths
    let none = [Int](repeating: 0, count: months.count)
    (orders, complaints, contacts, timed, late) = (none, none, none, none, none)
    sectors = SectorTrends(books: books, months: months, categories: categories, rule: policy.losses)
    people = Dictionary(
      books.people.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    enquiries = (facts.enquiries ?? []).reduce(into: [:]) { asked, enquiry in
      if let customer = enquiry.customer { asked[customer, default: []].append(enquiry) }
    }
    for order in books.orders.orders where months.contains(order.month) {
      orders[months.first.distance(to: order.month)] += 1
    }
    for cell in books.services.cells where months.contains(cell.month) {
      let month = months.first.distance(to: cell.month)
      if cell.kind == .complaint { complaints[month] += cell.events }
      if cell.isContact { contacts[month] += cell.events }
    }
    if let deliveries = facts.deliveries {
      for (month, value) in zip(deliveries.months, deliveries.values) where months.contains(month) {
        timed[months.first.distance(to: month)] += value.timed
        late[months.first.distance(to: month)] += value.late
      }
    }
  }

  /// What speaks for a cause, the strongest first: what began it before what followed from it.
  mutating func signals(of customer: Int, reading: StageReading) -> [LossSignal] {
    let last = reading.silence.lastOrder
    let span = span(upTo: last.month)
    // A delivery and a complaint follow the order they are about.
    let after = MonthSpan(span.first, min(last.month.advanced(by: 1), months.last))
    let isYoung = reading.beginning.month.distance(to: last.month) < newMonths
    let least = isYoung ? rule.leastEventsWhenNew : rule.leastEvents
    return [
      facts.stated[customer].map(LossSignal.stated), enquiry(of: customer, last: last, in: span),
      lateDeliveries(to: customer, in: after, least: least), complaints(of: customer, in: after, least: least),
      priceRise(of: customer, in: span), salespersonChange(of: customer, in: span),
      withdrawal(for: customer, in: span), serviceDrop(for: customer, in: span),
      sectors.fall(around: customer, at: last.month),
    ].compactMap { $0 }
  }

  /// Who sold to the customer last: by the lines, else by the customer file.
  func salesperson(of customer: Int, upTo month: Month) -> Int? {
    let span = MonthSpan(months.first, max(months.first, month))
    if let seller = facts.sellers?.values(of: customer, in: span).last?.value { return seller }
    return books.customers.details[customer]?.salesperson.flatMap { people[$0] }
  }

  /// What the customer paid in the months before its last order against the prices of before; nothing where unknown.
  func ownRise(of customer: Int, upTo month: Month) -> Share? { rise(of: customer, in: span(upTo: month)) }

  private func span(upTo month: Month) -> MonthSpan {
    MonthSpan(max(months.first, month.advanced(by: 1 - rule.signalMonths)), month)
  }

  private func sum(_ list: [Int], _ span: MonthSpan) -> Int {
    span.months.reduce(0) { $0 + (months.contains($1) ? list[months.first.distance(to: $1)] : 0) }
  }

  /// Whether something happened often enough, and much more often than to all others.
  private func isMany(_ count: Int, of whole: Int, others: Share?, least: Int) -> Bool {
    guard count >= least else { return false }
    guard let others, others.part > 0 else { return true }
    return Int128(count) * Int128(others.whole) * 1_000_000
      >= Int128(others.part) * Int128(max(1, whole)) * Int128(rule.timesOthers.millionths)
  }

  private func enquiry(of customer: Int, last: Day, in span: MonthSpan) -> LossSignal? {
    let found = enquiries[customer]?.filter {
      $0.asked <= last && $0.asked.month >= span.first.advanced(by: -1)
        && $0.waited(at: last) > rule.answerDays
    }.max { $0.waited(at: last) < $1.waited(at: last) }
    return found.map {
      .enquiryBadlyAnswered(
        asked: $0.asked, days: $0.waited(at: last), isAnswered: $0.answered != nil, handler: $0.handler)
    }
  }

  private func lateDeliveries(to customer: Int, in span: MonthSpan, least: Int) -> LossSignal? {
    guard let deliveries = facts.deliveries else { return nil }
    let own = deliveries.values(of: customer, in: span).map(\.value)
    let (all, missed) = (own.reduce(0) { $0 + $1.timed }, own.reduce(0) { $0 + $1.late })
    let others = Share(Int64(sum(late, span) - missed), of: Int64(sum(timed, span) - all))
    guard isMany(missed, of: all, others: others, least: least) else { return nil }
    return .lateDeliveries(late: missed, of: all, others: others)
  }

  private func complaints(of customer: Int, in span: MonthSpan, least: Int) -> LossSignal? {
    let own = books.services[customer].lazy.filter { $0.kind == .complaint && span.contains($0.month) }
      .reduce(0) { $0 + $1.events }
    let ordered = books.orders[customer].lazy.filter { span.contains($0.month) }.count
    let others = Share(Int64(sum(complaints, span) - own), of: Int64(sum(orders, span) - ordered))
    guard isMany(own, of: ordered, others: others, least: least) else { return nil }
    return .complaints(own, orders: ordered, others: others)
  }

  private func rise(of customer: Int, in span: MonthSpan) -> Share? {
    guard let prices = facts.prices else { return nil }
    let paid = prices.values(of: customer, in: span).map(\.value)
    let before = paid.map(\.atEarlierPrices).sum
    return before > .zero ? Share(paid.map(\.revenue).sum, of: before) : nil
  }

  private mutating func priceRise(of customer: Int, in span: MonthSpan) -> LossSignal? {
    guard let own = rise(of: customer, in: span), let median = medianRise(in: span),
      own.exceeds(median, by: rule.priceRise)
    else { return nil }
    return .priceRise(own: own, median: median)
  }

  private mutating func medianRise(in span: MonthSpan) -> Share? {
    if let known = medianRises[span.last] { return known }
    let rises = books.customers.ids.indices.compactMap { rise(of: $0, in: span) }.sorted { $0.isBelow($1) }
    let median = nearestRank(Rate(percent: 50), of: rises)
    medianRises[span.last] = median
    return median
  }

  private func salespersonChange(of customer: Int, in span: MonthSpan) -> LossSignal? {
    guard let sellers = facts.sellers else { return nil }
    let before = sellers.values(of: customer, in: MonthSpan(span.first.advanced(by: -12), span.first.advanced(by: -1)))
    let counts = Dictionary(before.map { ($0.value, 1) }, uniquingKeysWith: +)
    let usual = counts.max { $0.value == $1.value ? $0.key > $1.key : $0.value < $1.value }?.key
    let now = sellers.values(of: customer, in: span)
    guard let usual, let last = now.last?.value, last != usual,
      let change = now.first(where: { $0.value == last })
    else { return nil }
    return .salespersonChange(from: usual, to: last, month: change.month)
  }

  private func withdrawal(for customer: Int, in span: MonthSpan) -> LossSignal? {
    let found = facts.withdrawals?.values(of: customer, in: span).max {
      Int128($0.value.revenue.value) * Int128($1.value.whole.value)
        < Int128($1.value.revenue.value) * Int128($0.value.whole.value)
    }
    guard let found, let share = Share(found.value.revenue, of: found.value.whole), share.whole > 0,
      share.isAtLeast(rule.withdrawnShare)
    else { return nil }
    return .rangeWithdrawn(revenue: found.value.revenue, of: found.value.whole, month: found.month)
  }

  /// Less contact than the year before, and not because contacts are logged for nobody any more.
  private func serviceDrop(for customer: Int, in span: MonthSpan) -> LossSignal? {
    let earlier = MonthSpan(span.first.advanced(by: -12), span.last.advanced(by: -12))
    func own(_ span: MonthSpan) -> Int {
      books.services[customer].lazy.filter { $0.isContact && span.contains($0.month) }.reduce(0) { $0 + $1.events }
    }
    let (now, before) = (own(span), own(earlier))
    guard before >= rule.leastContacts, Int64(now) * 1_000_000 <= Int64(before) * rule.serviceRatio.millionths,
      sum(contacts, span) * before > now * sum(contacts, earlier)
    else { return nil }
    return .serviceDrop(contacts: now, before: before)
  }
}

extension ServiceActivity.Cell {
  /// Whether somebody of the company spoke to the customer.
  fileprivate var isContact: Bool { kind == .visit || kind == .call }
}
