import Ledger
import RealModule
import Units

/// What anybody would say: the same month last year, as it was or with half of the last year's trend.
///
/// Source: the seasonal naive method, Hyndman & Athanasopoulos, "Forecasting: Principles and Practice", § 5.2.
public enum NaiveForecast: String, CaseIterable, Sendable {
  /// The same month last year.
  case sameMonth
  /// The same × √(last twelve months ÷ the twelve before), within the policy's bounds.
  case sameMonthWithTrend

  /// The months after the last one known; nothing under a year of data, or two where the trend is asked for.
  public func months(_ count: Int, after amounts: [Double], rule: Policy.Prediction) -> [Double]? {
    guard amounts.count >= 12 else { return nil }
    let year = amounts.suffix(12)
    var factor = 1.0
    if self == .sameMonthWithTrend {
      guard amounts.count >= 24 else { return nil }
      let before = amounts.suffix(24).prefix(12).reduce(0, +)
      guard before > 0 else { return nil }
      factor = (min(max(year.reduce(0, +) / before, rule.leastTrend.value), rule.mostTrend.value)).squareRoot()
    }
    return (0..<count).map { year[year.startIndex + $0 % 12] * factor }
  }
}
