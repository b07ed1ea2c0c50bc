import Ledger
import Units

/// What a customer's next order is worth: the mean of its last twelve months' orders, drawn towards all of its orders.
///
/// (Σ last twelve months' orders + 3 × the mean of all) ÷ (their number + 3). Method: docs/methods/company-forecast.md.
public struct OrderValue: Hashable, Sendable {
  /// Orders that a customer's mean over all its time weighs as much as.
  private static let priorOrders = 3.0

  /// What the last twelve months' orders came to, in cents.
  public let lastYearSum: Double
  /// What the next order is worth, in cents; 0 without any order.
  public let next: Double

  /// Measures a customer's orders, linear in them.
  public init(of orders: ArraySlice<OrderLog.Order>, lastYear: MonthSpan) {
    let recent = orders.lazy.filter { lastYear.contains($0.month) }
    lastYearSum = recent.reduce(0) { $0 + Double($1.revenue.value) }
    let mean = orders.reduce(0) { $0 + Double($1.revenue.value) } / Double(max(1, orders.count))
    next = (lastYearSum + Self.priorOrders * mean) / (Double(recent.count) + Self.priorOrders)
  }
}

extension Cents {
  /// A predicted amount, rounded half away from zero to the cent; what no amount can hold is the largest that one can.
  public init(predicted amount: Double) {
    let limit = 9e18
    self.init(amount.isNaN ? 0 : Int64(min(max(amount.rounded(), -limit), limit)))
  }
}
