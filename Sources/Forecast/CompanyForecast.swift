import Ledger
import RealModule
import Units

/// The company's revenue of the months ahead: what known customers will order, by the model and their seasons, and what
/// those yet to come bring.
public struct CompanyForecast: Sendable {
  /// One month ahead.
  public struct Point: Hashable, Sendable {
    /// The month.
    public let month: Month
    /// Known customers' part, in cents.
    public let known: Double
    /// That of customers yet to come.
    public let newcomers: Double

    /// Both.
    public var revenue: Double { known + newcomers }
  }

  /// The months, the first after the last known.
  public let points: [Point]

  /// Weeks of a mean month.
  static let weeksOfMonth = 365.25 / 7 / 12

  /// Forecasts.
  ///
  /// The model tells how many orders each customer will make in each quarter ahead; they are worth the mean of its last
  /// twelve months' orders, drawn towards all of its orders, and fall into the quarter's months by its own season. What the
  /// books count beside orders, such as credit notes by their own day and sales without a customer, is taken to stay the
  /// part that it was in the last twelve months.
  ///
  /// Linear in customers × quarters.
  public init(
    _ history: SalesHistory, model: some PurchaseModel, months count: Int, censoredMonths: Int
  ) {
    let end = history.months.last
    let ahead = (1...max(1, count)).map { end.advanced(by: $0) }
    let amounts = history.revenue.map { Double($0.value) }
    let company = SeasonIndex(of: amounts, from: history.months.first) ?? .flat
    let lastYear = MonthSpan(end.advanced(by: 1 - min(12, history.months.count)), end)
    let quarters = (count + 2) / 3
    var known = [Double](repeating: 0, count: count)
    var ordered = 0.0
    for customer in 0..<history.customers {
      let orders = history.orders[customer]
      guard let first = orders.first,
        let summary = PurchaseHistory(days: orders.map(\.day), through: end.lastDay)
      else { continue }
      let worth = OrderValue(of: orders, lastYear: lastYear)
      ordered += worth.lastYearSum
      let season = SeasonIndex(own: orders, in: MonthSpan(first.month, end), company: company)
      var before = 0.0
      for quarter in 0..<quarters {
        let upTo = model.expectedPurchases(of: summary, weeks: Self.weeksOfMonth * Double(3 * quarter + 3))
        let monthly = max(0, upTo - before) / 3 * worth.next
        before = upTo
        for place in (3 * quarter)..<min(3 * quarter + 3, count) { known[place] += monthly * season[ahead[place]] }
      }
    }
    let curve = NewcomerCurve(history, censoredMonths: censoredMonths)
    let booked = amounts.suffix(lastYear.count).reduce(0, +)
    let part = ordered > 0 && booked > 0 ? booked / ordered : 1
    points = ahead.enumerated().map { place, month in
      Point(
        month: month, known: known[place] * part, newcomers: curve.revenue(ahead: place + 1) * company[month] * part)
    }
  }
}
