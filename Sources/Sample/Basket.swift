import Units

/// One line of an invoice, money in cents.
struct InvoiceLine {
  var product: Int
  var quantity: Int
  var price: Int
  /// In thousandths.
  var discount: Int
  var amount: Int
  /// Of one unit; nothing when nobody knows.
  var cost: Int?

  init(product: Int, quantity: Int, price: Int, discount: Int, cost: Int?) {
    self.product = product
    self.quantity = quantity
    self.price = price
    self.discount = discount
    self.cost = cost
    amount = 0
    setQuantity(quantity)
  }

  /// Changes the quantity and with it the amount, rounded half away from zero.
  @inline(__always)
  mutating func setQuantity(_ quantity: Int) {
    self.quantity = quantity
    let exact = quantity * price * (1000 - discount)
    amount = exact < 0 ? (exact - 500) / 1000 : (exact + 500) / 1000
  }
}

/// Fills the orders of a month: what a customer buys, how much of it, at which price.
struct Basket {
  private let plan: Plan
  private let month: Int
  private let prices: [Int]
  private let costs: [Int]
  /// Whether products for a season are sold.
  private let isInSeason: Bool
  private(set) var lines: [InvoiceLine] = []

  /// Orders under the first are charged freight, those close under the second are filled up to it, in cents.
  static let freightBelow = 9000
  static let franco = 15_000

  init(_ plan: Plan, month: Int) {
    self.plan = plan
    self.month = month
    (prices, costs) = plan.catalogue.prices(month: month, since: plan.timetable.first.monthOfYear)
    isInSeason = [4, 5, 6, 9, 10, 11].contains(plan.timetable.season(month))
    lines.reserveCapacity(64)
  }

  /// Fills the lines with the nth order of a member.
  mutating func fill(_ member: Member, _ number: Int, order: Int) {
    lines.removeAll(keepingCapacity: true)
    var draws = Draws(plan.seed, .basket, number, order)
    let mean = plan.meanLines(member)
    let beyond = mean - 16
    let count = (16 + beyond * 3 / 10 + draws.below(beyond * 14 / 10 + 1) + draws.below(16)) / 16
    let vigour = member.story.isMoving ? root(permille: member.trend(month)) : 1000
    // One of tomorrow's widens its range as fast as it grows.
    let widening = member.story == .tomorrow ? member.trend(month) : vigour
    let slots = max(3, min(40, (3 + mean / 10) * widening / 1000))
    let discount = min(600, member.discount + member.yearlyDiscount * (month / 12))
    var total = 0
    for _ in 0..<count {
      let target = member.value * vigour / 1000 * draws.bell(700) / 1000
      let product = product(member, number, slots: slots, target: target, &draws)
      let price = price(of: product, for: member)
      let isSample = draws.chance(4)
      let quantity = isSample ? 1 : max(1, (target + price / 2) / price)
      lines.append(
        InvoiceLine(
          product: product, quantity: quantity, price: price,
          discount: isSample ? 1000 : member.pricing?.discount(cost: costs[product], price: price) ?? discount,
          cost: costs[product]))
      total += lines[lines.count - 1].amount
    }
    complete(member, total: total, &draws)
  }

  /// The list price and the cost of a product.
  func listed(_ product: Int) -> (price: Int, cost: Int) { (prices[product], costs[product]) }

  /// A small order is filled up to free delivery or charged freight.
  private mutating func complete(_ member: Member, total: Int, _ draws: inout Draws) {
    let last = lines.count - 1
    if total >= Basket.franco * 4 / 5, total < Basket.franco, draws.chance(600), lines[last].discount < 1000 {
      var line = lines[last]
      let unit = max(1, line.price * (1000 - line.discount) / 1000)
      line.setQuantity(line.quantity + (Basket.franco - total) / unit + 1)
      lines[last] = line
    } else if total < Basket.freightBelow {
      append(plan.catalogue.freight, costs[plan.catalogue.freight])
    }
    if member.story == .uncosted, draws.chance(250) { append(plan.catalogue.training, nil) }
  }

  private mutating func append(_ product: Int, _ cost: Int?) {
    lines.append(InvoiceLine(product: product, quantity: 1, price: prices[product], discount: 0, cost: cost))
  }

  /// A product of the member's own assortment that the target can pay; favourites come more often.
  private func product(
    _ member: Member, _ number: Int, slots: Int, target: Int, _ draws: inout Draws
  ) -> Int {
    var product = 0
    for _ in 0..<4 {
      let wish = draws.below(slots) * (500 + draws.below(501)) / 1000
      product = self.product(slot: wish, member, number)
      if prices[product] <= target * 2, !lines.contains(where: { $0.product == product }) { break }
    }
    return product
  }

  private func product(slot: Int, _ member: Member, _ number: Int) -> Int {
    var draws = Draws(plan.seed, .assortment, number, slot)
    var range = plan.catalogue.rangeOfHundredth[member.sector * 100 + draws.below(100)]
    if range == ProductRange.seasonal, !isInSeason { range = 1 }
    let starts = plan.catalogue.starts
    let size = starts[range + 1] - starts[range]
    return plan.catalogue.sold(starts[range] + draws.below(size) * (300 + draws.below(701)) / 1000, month: month)
  }

  private func price(of product: Int, for member: Member) -> Int {
    let isRaised = member.isAbandonedBy(.priceRise) && month >= member.since - 4
    return isRaised ? prices[product] * 114 / 100 : prices[product]
  }
}

extension Story.Kind {
  /// Whether demand itself changes, in value as in rhythm.
  var isMoving: Bool {
    switch self {
    case .growing, .tomorrow, .slowDecline, .suddenDecline: true
    default: false
    }
  }
}
