import Ledger
import Units

/// How much of a year falls into each of its months: twelve factors around 1.
///
/// Source: ratio to the centred moving average, Makridakis, Wheelwright & Hyndman, "Forecasting: Methods and
/// Applications", 1998, § 3.4. Method: docs/methods/company-forecast.md.
public struct SeasonIndex: Hashable, Sendable {
  /// The factors, January's first; their mean is 1.
  public let factors: [Double]

  /// No season at all.
  public static let flat = SeasonIndex(normalising: [Double](repeating: 1, count: 12))

  /// The factor of a month.
  public subscript(month: Month) -> Double { factors[month.monthOfYear - 1] }

  /// Takes factors of any mean above zero.
  init(normalising factors: [Double]) {
    let mean = factors.reduce(0, +) / Double(factors.count)
    self.factors = mean > 0 ? factors.map { $0 / mean } : [Double](repeating: 1, count: 12)
  }

  /// The season of monthly amounts; nothing under two years of them, or where they are not above zero over a year.
  ///
  /// A month is held against the mean of the year around it, so that growth is no season.
  public init?(of amounts: [Double], from first: Month) {
    guard amounts.count >= 24 else { return nil }
    var ratios = [[Double]](repeating: [], count: 12)
    for place in 6..<(amounts.count - 6) {
      var year = (amounts[place - 6] + amounts[place + 6]) / 2
      for near in (place - 5)...(place + 5) { year += amounts[near] }
      guard year > 0 else { return nil }
      ratios[first.advanced(by: place).monthOfYear - 1].append(amounts[place] * 12 / year)
    }
    guard ratios.allSatisfy({ !$0.isEmpty }) else { return nil }
    self.init(normalising: ratios.map { max(0, $0.reduce(0, +) / Double($0.count)) })
  }

  /// Orders that the company's season weighs as much as, in a customer's own.
  static let priorOrders = 24.0

  /// A customer's own season: its orders by month of the year, drawn towards the company's.
  ///
  /// Orders come at random at a rate of the month; a gamma prior of the company's shape weighs as much as 24 orders.
  /// - Parameter months: the whole months it could have ordered in.
  public init(own orders: ArraySlice<OrderLog.Order>, in months: MonthSpan, company: SeasonIndex) {
    var counts = [Double](repeating: 0, count: 12)
    var exposures = [Double](repeating: 0, count: 12)
    for order in orders where months.contains(order.month) { counts[order.month.monthOfYear - 1] += 1 }
    for month in months.months { exposures[month.monthOfYear - 1] += 1 }
    let rate = counts.reduce(0, +) / Double(months.count)
    guard rate > 0 else {
      self = company
      return
    }
    // As many months as make the prior's orders at the customer's own rate.
    let weight = Self.priorOrders / rate / 12
    self.init(
      normalising: (0..<12).map { month in
        (counts[month] + weight * rate * company.factors[month]) / (exposures[month] + weight)
      })
  }
}
