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

  /// Takes the rates.
  /// - Parameter margins: those of all years that the data cover, the newest first, of the same customers.
  init(_ margins: [Margins]) {
    let margins = margins.prefix(Self.most)
    years = margins.map(\.span)
    rates = (margins.first?.rows.indices ?? 0..<0).flatMap { customer in
      margins.map { margins in
        let row = margins.rows[customer]
        return row.lines > 0 ? row.grossRate : nil
      }
    }
  }

  /// A customer's rate so many years before the last; nothing where it is not known or the data do not reach back.
  public func rate(of customer: Int, yearsBefore: Int) -> Share? {
    yearsBefore < years.count ? rates[customer * years.count + yearsBefore] : nil
  }
}
