import Ledger
import Units

/// What customers of a month's first orders bring in their first twelve months: the mean of the last two years' cohorts.
public struct NewcomerCurve: Hashable, Sendable {
  /// Cohorts that are looked at, at most.
  private static let mostCohorts = 24
  /// Orders' revenue of a cohort in each month of its first year, the month of the first order first.
  public let months: [Double]

  /// Measures the cohorts that the data show to be new: none begins in the first months, when everybody seems to.
  ///
  /// Linear in the orders.
  /// - Parameter censoredMonths: how many months that is.
  public init(_ history: SalesHistory, censoredMonths: Int) {
    let span = history.months
    let firstCohort = max(
      span.first.advanced(by: censoredMonths), span.last.advanced(by: 1 - Self.mostCohorts))
    var sums = [Double](repeating: 0, count: 12)
    for customer in 0..<history.customers {
      guard let begin = history.orders[customer].first?.month, begin >= firstCohort else { continue }
      for order in history.orders[customer] {
        let age = begin.distance(to: order.month)
        guard age < 12 else { break }
        sums[age] += Double(order.revenue.value)
      }
    }
    months = sums.indices.map { age in
      let cohorts = firstCohort.distance(to: span.last) + 1 - age
      return cohorts > 0 ? sums[age] / Double(cohorts) : 0
    }
  }

  /// What those yet to come bring in a month ahead, 1 the first.
  func revenue(ahead: Int) -> Double { months.prefix(ahead).reduce(0, +) }
}
