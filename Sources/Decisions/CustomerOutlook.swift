import Forecast
import Ledger
import Portfolio
import Units

/// What is expected of one customer, and what speaks for it: its rhythm, its season, the model and how near it was.
public struct CustomerOutlook: Sendable {
  /// The prediction; nothing for one that never bought.
  public let row: PurchaseForecast.Row?
  /// The margin it is still to bring, discounted.
  public let residualValue: Cents?
  /// The next order, or why none is expected.
  public let next: Knowable<NextOrder, NextOrder.Unknown>
  /// Its orders in each month of the year, January's first.
  public let ordersByMonth: [Int]
  /// Its own season: how much of a year falls into each month, 1 is the mean.
  public let season: SeasonIndex
  /// The company's season; nothing under two years of data.
  public let companySeason: SeasonIndex?
  /// How its orders are told.
  public let method: OrdersMethod?
  /// The mean error of that on the past: Σ |predicted − came| ÷ Σ came, over all customers.
  public let error: Double?
  /// Why there is no model.
  public let refusal: FitRefusal?
  /// The months predicted.
  public let months: Int
  /// The last day known.
  public let end: Day
}

extension RelationAnalysis {
  /// What is expected of a customer; nothing where the books hold no sale.
  ///
  /// Linear in its orders.
  public func outlook(of customer: Int) -> CustomerOutlook? {
    guard let forecast else { return nil }
    let orders = portfolio.books.orders[customer]
    var counts = [Int](repeating: 0, count: 12)
    for order in orders { counts[order.month.monthOfYear - 1] += 1 }
    let company = forecast.companySeason
    let known = orders.first.map { MonthSpan($0.month, max($0.month, month)) }
    return CustomerOutlook(
      row: forecast.row(of: customer), residualValue: forecast.residualValue(of: customer),
      next: forecast.next[customer], ordersByMonth: counts,
      season: known.map { SeasonIndex(own: orders, in: $0, company: company ?? .flat) } ?? .flat,
      companySeason: company, method: forecast.method,
      error: forecast.method.flatMap { forecast.trial.error(of: $0) },
      refusal: forecast.refusal, months: forecast.months, end: forecast.until)
  }
}
