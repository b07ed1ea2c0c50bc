import Ledger
import Units

/// How much monthly revenue swings: the coefficient of variation of the months of W.
///
/// Source: docs/methods/volatility.md; seed 003, "enjeux commerciaux : érosion, volatilité".
public struct Volatility: Sendable {
  /// Why a volatility cannot be known.
  public enum Unknown: String, CaseIterable, Sendable {
    /// W has a single month.
    case oneMonth
    /// The revenue of W is not above zero.
    case noRevenue
    /// The data, or the relation, begin within W.
    case tooShort
  }

  /// That of all revenue, unattributed lines too.
  public let company: Knowable<Double, Unknown>
  /// All revenue of each month of W, in order.
  public let months: [Cents]
  /// Each customer's, in the order of the customer file.
  public let customers: [Knowable<Double, Unknown>]

  /// Measures the company and every customer.
  ///
  /// Linear in the activity of W.
  public init(books: Books) {
    let span = books.window.current
    var all = [Cents](repeating: .zero, count: span.count)
    func add(_ activity: Activity, _ place: Int) -> [Cents] {
      let series = activity.series(of: place, in: span).map(\.revenue)
      for index in series.indices { all[index] += series[index] }
      return series
    }
    let isShort = books.history.map { $0.first > span.first } ?? false
    customers = books.customers.ids.indices.map { customer in
      let series = add(books.activity, customer)
      let isYoung = Tenure(of: customer, in: books).map { $0.since > span.first } ?? false
      return isShort || isYoung ? .unknown(.tooShort) : volatility(of: series)
    }
    for place in 0..<books.unattributed.customers { _ = add(books.unattributed, place) }
    months = all
    company = isShort ? .unknown(.tooShort) : volatility(of: all)
  }
}

/// Standard deviation ÷ mean of a series, the deviation over all its n values.
///
/// Deviations are exact whole numbers, n·v − Σv; only their squares are not.
func volatility(of series: [Cents]) -> Knowable<Double, Volatility.Unknown> {
  guard series.count > 1 else { return .unknown(.oneMonth) }
  let sum = Int128(series.sum.value)
  guard sum > 0 else { return .unknown(.noRevenue) }
  let n = Int128(series.count)
  let squares = series.reduce(0.0) { total, month in
    let deviation = Double(n * Int128(month.value) - sum) / Double(sum)
    return total + deviation * deviation
  }
  return .known((squares / Double(series.count)).squareRoot())
}
