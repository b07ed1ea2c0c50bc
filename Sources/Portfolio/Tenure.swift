import Ledger
import Units

/// How long somebody has been a customer.
///
/// Source: docs/methods/tenure.md.
public struct Tenure: Hashable, Sendable {
  /// The month the relation began, as far as the data and the customer file know.
  public let since: Month
  /// Months since that month, up to `asOf`: 0 in the month itself, so that n months have passed in full.
  public let months: Int
  /// Whether the relation may be older: its first order is in the first months of the data (policy: 12), and the customer file
  /// does not say since when; `months` is then "at least".
  public let censored: Bool

  /// The tenure of a customer, or nothing for one that never ordered and of whom the file says nothing.
  ///
  /// The relation begins at `since` of the customer file or at the first order, whichever is earlier.
  /// - Parameter customer: a place in the customer file.
  public init?(of customer: Int, in books: Books) {
    let asOf = books.window.asOf
    let said = books.customers.details[customer]?.since?.month
    let ordered = books.orders[customer].first?.month
    guard let since = [said, ordered].compactMap({ $0 }).filter({ $0 <= asOf }).min() else { return nil }
    self.since = since
    months = since.distance(to: asOf)
    let start = books.history?.first ?? since
    censored = said.map { $0 > asOf } ?? true && start.distance(to: since) < books.orderRules.censoredMonths
  }
}
