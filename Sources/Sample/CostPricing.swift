/// Prices that follow what goods cost, set so that a part of the services is paid by them.
struct CostPricing {
  /// The part of visits and calls that prices pay for, in thousandths; other services are paid for whole.
  let paidVisits: Int
  /// What is left of revenue once the services paid for are paid, in thousandths; below zero where they are not.
  let margin: Int
  /// The gross margin that comes of it, in thousandths of revenue.
  private(set) var gross = 0

  init(paidVisits: Int, margin: Int) {
    self.paidVisits = paidVisits
    self.margin = margin
  }

  /// Sets the gross margin for goods of a cost and services of two costs a year, all in cents.
  ///
  /// What is left of R = goods ÷ (1 − gross) is gross × R − services: margin × R.
  mutating func settle(goods: Int, services: Int, visits: Int) {
    let paid = services + visits * paidVisits / 1000
    gross = (margin * goods + 1000 * paid) / max(1, goods + paid)
  }

  /// The discount, in thousandths, that brings a list price to cost ÷ (1 − gross); none where that is above it.
  func discount(cost: Int, price: Int) -> Int {
    max(0, 1000 - (cost * 1_000_000 / (1000 - gross) + price / 2) / max(1, price))
  }
}

extension Member {
  /// Sets prices that follow cost by what the member may be expected to buy and to be served; a list price costs about
  /// three fifths of it.
  mutating func price(meanLines: Int) {
    guard var pricing else { return }
    let orders = 365 * 16 / max(1, gap)
    pricing.settle(
      goods: orders * meanLines * value / 16 * 6 / 10,
      services: orders * costPerOrder(meanLines: meanLines) + Member.yearlyCost,
      visits: visitsPerYear * 9400 + callsPerYear * 1330)
    discount = pricing.discount(cost: 600, price: 1000)
    self.pricing = pricing
  }

  /// What invoicing each month, reminders, support and catalogues cost a year, in cents.
  private static let yearlyCost = 2600

  /// What taking, delivering, invoicing and mending an order costs on average, in cents: `ServiceLog`'s minutes at the
  /// cost of those that can be given to customers.
  private func costPerOrder(meanLines: Int) -> Int {
    let taking = 770 + 133 * meanLines / 16
    let driving = 1910 + place % 4 * 525 + 150 * meanLines / 16
    let invoicing = 410
    // A complaint takes half an hour, and nearly every second ends with a gesture.
    let mending = (returns * 2250 + (complaints + 14) * 4100) / 1000
    return taking + (express * 6000 + (1000 - express) * driving) / 1000 + invoicing + mending
  }
}
