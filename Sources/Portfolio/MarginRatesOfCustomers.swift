import Ledger
import Units

/// The gross margin rate of every customer in each of the last years that the data cover.
///
/// Source: docs/methods/margin-rate-by-year.md.
public struct MarginRatesOfCustomers: Sendable {
  /// The years, the newest first: three at most.
  public let years: [MonthSpan]
  /// By customer, then by year.
  private let rates: [Share?]

  /// Years that are told.
  public static let most = 3

  /// Measures the years.
  ///
  /// Linear in the activity, for each year.
  public init(books: Books, policy: Policy) {
    let years = Array(books.rollingYears.filter(books.covers).prefix(Self.most))
    let margins = years.map { Margins(books: books, policy: policy, span: $0) }
    self.years = years
    rates = books.customers.ids.indices.flatMap { customer in
      margins.map { margins in
        let row = margins.rows[customer]
        return row.revenue > .zero && row.lines > 0 ? row.grossMargin.flatMap { Share($0, of: row.revenue) } : nil
      }
    }
  }

  /// A customer's rate so many years before the last; nothing where it is not known or the data do not reach back.
  public func rate(of customer: Int, yearsBefore: Int) -> Share? {
    yearsBefore < years.count ? rates[customer * years.count + yearsBefore] : nil
  }
}
