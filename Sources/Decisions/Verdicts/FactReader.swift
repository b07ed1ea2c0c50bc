import Ledger
import Portfolio
import Units

/// Reads the figures of each customer's verdict out of the analyses.
struct FactReader: Sendable {
  private let portfolio: PortfolioAnalysis
  private let stages: Stages?
  private let decisions: VerdictDecisions
  private let (stranded, strandedBefore): (StrandedCost, StrandedCost?)
  private let promises: [Int: ServicePromises.Row]
  /// Whether anybody's visits of W are logged.
  private let knowsVisits: Bool
  private let categories: CategoryFacts
  private let tomorrow: Set<Int>
  /// Who has orders that do not pay their handling.
  private let small: Set<Int>
  private let minimums: [String?: Cents]
  private let prices: PriceIndex?
  private let handOvers: [Int: VerdictFacts.HandOver]
  /// Groups in which a company earns money, and how many do.
  private let earners: [String: Int]

  init(life: RelationAnalysis, decisions: VerdictDecisions) {
    let portfolio = life.judged
    self.portfolio = portfolio
    self.decisions = decisions
    stages = life.stages
    let (books, policy) = (portfolio.books, portfolio.policy)
    let plan = life.judgedPlan
    stranded = StrandedCost(portfolio.margins.costs, policy: policy, plan: plan)
    strandedBefore = portfolio.previousMargins.map { StrandedCost($0.costs, policy: policy, plan: plan) }
    promises = Dictionary(portfolio.promises.rows.map { ($0.customer, $0) }, uniquingKeysWith: { $1 })
    knowsVisits = portfolio.promises.rows.contains { $0.givenVisits > 0 }
    categories = CategoryFacts(books: books, categories: portfolio.categories, policy: policy)
    tomorrow = Set(portfolio.tomorrow.rows.map(\.customer))
    prices = life.portfolio.priceIndex
    handOvers = plan?.handOvers(books) ?? [:]
    let orders = portfolio.profitability.smallOrders
    small = Set(orders.rows.map(\.customer))
    var minimums: [String?: Cents] = [:]
    for category in orders.categories { minimums[category.category] = category.order.value }
    self.minimums = minimums
    var earners: [String: Int] = [:]
    for (customer, details) in books.customers.details {
      guard let group = details.group, (portfolio.margins.rows[customer].operatingMargin ?? .zero) > .zero else {
        continue
      }
      earners[group, default: 0] += 1
    }
    self.earners = earners
  }

  /// The figures of one customer.
  func facts(of customer: Int) -> VerdictFacts {
    let (books, policy) = (portfolio.books, portfolio.policy)
    var facts = VerdictFacts(
      current: year(of: customer, portfolio.margins, stranded), previous: previousYear(of: customer))
    facts.stage = stages?.stage(of: customer, at: books.window.asOf)
    if let tenure = Tenure(of: customer, in: books) {
      facts.tenureMonths = tenure.months
      facts.isNew = !tenure.censored && tenure.months < policy.lifeCycle.newMonths
    }
    let details = books.customers.details[customer]
    facts.strategicUntil = details?.strategicUntil(policy.verdict, asOf: books.window.asOf)
    facts.strategicLack = details?.strategicLack(policy.verdict, asOf: books.window.asOf)
    if let group = details?.group {
      let own = (facts.current.margin ?? .zero) > .zero ? 1 : 0
      facts.hasProfitableSister = (earners[group] ?? 0) > own
    }
    facts.costsAreKnown = portfolio.margins.costs.knowledge == .fully
    facts.hasRefusedLastOffer = decisions.refusedLastOffers.contains(books.customers.ids[customer])
    let category = portfolio.categories[customer]
    let floor = policy.floors.floor(of: category)
    facts.floor = floor.rate ?? Rate(millionths: 0)
    facts.floorRevenue = floor.revenue.map { $0.times(Int64(books.window.current.count), over: 12) }
    facts.rebates = policy.ladder.rebates
    facts.priceIndex = prices?[customer]?.index.value
    facts.excess = stranded.excess(of: customer, beyond: promises[customer])
    facts.headroom = categories.headroom(of: customer, revenue: facts.current.revenue)
    facts.handOver = handOvers[customer]
    facts.isTomorrow = tomorrow.contains(customer)
    if small.contains(customer), let minimum = minimums[category] {
      let span = portfolio.margins.span
      facts.smallOrders = OrderGrouping(
        books.orders[customer].filter { span.contains($0.month) }.map(\.revenue), below: minimum,
        handling: stranded.part(of: customer, in: portfolio.margins.costs, WhatIfSubject.handlingKinds)
      ).map {
        VerdictFacts.SmallOrdering(orders: $0.small, saving: $0.saved.cost - $0.saved.stranded, minimum: minimum)
      }
    }
    return facts
  }

  /// P, where the data cover all of it and the relation had begun.
  private func previousYear(of customer: Int) -> VerdictFacts.Year? {
    let books = portfolio.books
    guard let margins = portfolio.previousMargins, let strandedBefore, let start = books.history?.first,
      start <= margins.span.first, let first = books.orders[customer].first?.month, first <= margins.span.last
    else { return nil }
    return year(of: customer, margins, strandedBefore)
  }

  private func year(of customer: Int, _ margins: Margins, _ stranded: StrandedCost) -> VerdictFacts.Year {
    let row = margins.rows[customer]
    var active = 0
    var last: Month?
    for order in portfolio.books.orders[customer] where margins.span.contains(order.month) && order.month != last {
      active += 1
      last = order.month
    }
    return VerdictFacts.Year(
      revenue: row.revenue, grossMargin: row.grossMargin, serviceCost: row.serviceCost,
      paymentCost: row.payments.known, stranded: stranded.cost(of: customer), activeMonths: active)
  }

  /// Complaints of a customer in W.
  func complaints(of customer: Int) -> Int {
    portfolio.books.services[customer].reduce(0) { count, cell in
      cell.kind == .complaint && portfolio.books.window.current.contains(cell.month) ? count + cell.events : count
    }
  }

  /// Whether fewer visits than promised were given; never where nobody's are logged.
  func isVisitedTooLittle(_ customer: Int) -> Bool {
    knowsVisits && promises[customer].map { $0.givenVisits < $0.promisedVisits } ?? false
  }
}

extension Customer {
  /// Until when it is kept for reasons of the company's own: it takes somebody who answers for it, and an end within the
  /// policy's months.
  func strategicUntil(_ rule: Policy.Verdict, asOf: Month) -> Day? {
    let isKept = strategic && (sponsor.map { !$0.isEmpty } ?? false)
    return strategicUntil.flatMap { isKept && $0 <= rule.lastStrategicDay(asOf) ? $0 : nil }
  }

  /// Why its flag does not keep it; nothing for one that is kept, or has no flag.
  func strategicLack(_ rule: Policy.Verdict, asOf: Month) -> VerdictFacts.StrategicLack? {
    guard strategic else { return nil }
    guard let sponsor, !sponsor.isEmpty else { return .sponsor }
    guard let until = strategicUntil else { return .end }
    if until > rule.lastStrategicDay(asOf) { return .tooFar }
    return until > asOf.lastDay ? nil : .over
  }
}

extension Policy.Verdict {
  /// The last day until which a relation may be kept as strategic.
  fileprivate func lastStrategicDay(_ asOf: Month) -> Day { asOf.advanced(by: strategicMonths).lastDay }
}

extension CallPlan {
  /// Who would take over whom, by place in the customer file.
  fileprivate func handOvers(_ books: Books) -> [Int: VerdictFacts.HandOver] {
    Dictionary(
      reassignments.map { change in
        let seller = loads[change.to].seller
        return (
          change.customer, VerdictFacts.HandOver(to: seller.id, name: seller.name(in: books), gain: change.gain)
        )
      }, uniquingKeysWith: { first, _ in first })
  }
}
