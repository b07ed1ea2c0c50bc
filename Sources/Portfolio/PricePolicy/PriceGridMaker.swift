import Ledger
import Units

/// Makes the grid out of the comparable customers, and prices each of them by it.
struct PriceGridMaker {
  let grid: PriceGrid
  private let reader: PriceSubjects
  /// List prices, in the order of `ReferencePrices.articles`.
  private let lists: [Int64]

  init(_ reader: PriceSubjects, subjects: [PriceSubject]) {
    self.reader = reader
    let rules = reader.policy.pricePolicy
    let bands = reader.bands.rows
    let medians = bands.map { band in
      Cents(median(band.members.map { reader.revenue(of: $0).value })).times(12, over: Int64(reader.months))
    }
    let service = medians.map { median in
      (reader.service.value?.levels ?? []).map { level -> PriceGrid.ServiceStep in
        let cost = level.cost - (reader.service.value?.levels.first?.cost ?? .zero)
        let rate = Self.rate(cost, of: median, step: rules.rounding)
        return rate <= rules.mostServiceStep || cost == .zero
          ? .added(rate, cost: cost) : .notOffered(rate, cost: cost)
      }
    }
    let fit = PriceGridFit(
      subjects.map { reader.fitted($0, service: service[$0.tier]) }, tiers: bands.count, rules: rules)
    let compared = Dictionary(grouping: subjects, by: \.tier).mapValues(\.count)
    let articles = reader.references.articles
    let lists = articles.map { $0.listPrice(at: fit.level) }
    self.lists = lists
    grid = PriceGrid(
      tiers: bands.indices.map { tier in
        PriceGrid.Tier(
          number: bands[tier].number,
          from: tier == bands.count - 1 ? .zero : bands[tier].from.times(12, over: Int64(reader.months)),
          customers: bands[tier].members.count, compared: compared[tier] ?? 0, medianRevenue: medians[tier],
          level: reader.allotment.bands[tier].level, discount: fit.discounts[tier], reason: fit.reasons[tier],
          left: fit.left[tier], service: service[tier])
      },
      service: reader.service, payment: reader.payment, includedDays: rules.includedDays,
      products: zip(articles, lists).compactMap { article, list in
        let own = reader.sales.articles[article.place]
        return own.product.map { product in
          PriceGrid.Product(
            product: reader.sales.products[product], unit: own.unit, reference: article.listPrice(at: 1_000_000_000),
            list: list, buyers: article.buyers, revenue: article.revenue, quantity: article.sold)
        }
      }.enumerated().sorted { ($1.element.revenue, $0.offset) < ($0.element.revenue, $1.offset) }.map(\.element),
      compared: subjects.count, level: fit.level)
  }

  /// A cost ÷ an amount, to the nearest whole step.
  private static func rate(_ cost: Cents, of amount: Cents, step: Rate) -> Rate {
    let step = max(1, step.millionths)
    let steps = divided(Int128(cost.value) * 1_000_000, by: Int128(max(1, amount.value)) * Int128(step))
    return Rate(millionths: Int64(clamping: steps * Int128(step)))
  }

  /// What the grid changes for one customer.
  /// - Parameters:
  ///   - index: its prices ÷ the others', which its cap goes by; nothing when unknown.
  ///   - isBound: whether a contract that runs holds its prices in the first year.
  func effect(on subject: PriceSubject, index: Share?, isBound: Bool) -> PriceEffect {
    let policy = reader.policy
    let (rules, tier) = (policy.pricePolicy, grid.tiers[subject.tier])
    let paid = subject.paid
    let list = subject.purchases.map { Cents(listPrice: lists[$0.article], quantity: $0.quantity) }.sum
    let volume = -list.at(tier.discount)
    let priced = reader.priced(subject, service: tier.service)
    let service = (list + volume).at(priced.flatMap { tier.service[$0].rate } ?? Rate(percent: 0))
    let days = subject.margin.payments.daysToPay
    let payment = (list + volume).at(days.flatMap { grid.paymentStep(days: $0) } ?? Rate(percent: 0))
    let whole = list + volume + service + payment
    let floor = subject.isTested ? max(.zero, reader.leastChange(subject) - (whole - paid)) : .zero
    let levels = reader.service.value?.levels ?? []
    return PriceEffect(
      tier: subject.tier, used: subject.use.map { levels[$0.level].level }, priced: priced.map { levels[$0].level },
      daysToPay: days, coverage: subject.coverage, paid: paid, list: list, volume: volume, service: service,
      payment: payment, floor: floor, cap: policy.ladder.mostRise(at: index), revenue: subject.margin.revenue,
      grossMargin: subject.grossMargin, margin: subject.operatingMargin, isEstimated: subject.isEstimated,
      isBound: isBound,
      rounding: rules.rounding, rebates: policy.ladder.rebates)
  }
}

extension PriceSubjects {
  /// The level that a customer is priced at, a place among the levels: the costliest offered that it does not exceed.
  func priced(_ subject: PriceSubject, service: [PriceGrid.ServiceStep]) -> Int? {
    subject.use.map { use in (0...use.level).last { service[$0].rate != nil } ?? 0 }
  }

  /// What its price must at least change by for its floor: (f·R − M) ÷ (1 − v − f), rounded up.
  ///
  /// Below zero where there is room. A floor that no price reaches asks for nothing.
  func leastChange(_ subject: PriceSubject) -> Cents {
    let kept = keptOfRise(rebates: policy.ladder.rebates, floor: subject.floor)
    guard kept > 0 else { return -subject.paid }
    let lacks = subject.margin.revenue.roundedUp(at: subject.floor) - subject.operatingMargin
    // A floor near the whole of the price asks for amounts beyond all money: they are cut off where sums of them still hold.
    return Cents(Int64(min(1 << 52, max(-1 << 52, roundedUp(Int128(lacks.value) * 1_000_000, by: Int128(kept))))))
  }

  /// A customer as the fit sees it.
  fileprivate func fitted(_ subject: PriceSubject, service: [PriceGrid.ServiceStep]) -> PriceGridFit.Subject {
    let level = priced(subject, service: service)
    let added = level.flatMap { service[$0].rate } ?? Rate(percent: 0)
    let days = subject.margin.payments.daysToPay
    let late = payment.value.flatMap { rate in
      days.map { PriceGrid.step(rate, days: $0, included: policy.pricePolicy.includedDays) }
    }
    // Service beyond the level priced is to be served leaner, not to be paid by the tier.
    let excess = subject.use.flatMap { use in level.flatMap { place in self.service.value?.excess(use, beyond: place) }
    }
    let margin = subject.grossMargin - max(.zero, subject.margin.costToServe - (excess ?? .zero))
    let kept = keptOfRise(rebates: policy.ladder.rebates, floor: subject.floor)
    let needed =
      Int128(subject.floor.millionths) * Int128(subject.margin.revenue.value) - Int128(margin.value) * 1_000_000
      + Int128(kept) * Int128(subject.paid.value)
    return PriceGridFit.Subject(
      tier: subject.tier, paid: subject.paid, reference: subject.reference,
      steps: max(1, 1_000_000 + added.millionths + (late?.millionths ?? 0)), needed: needed, kept: kept)
  }
}
