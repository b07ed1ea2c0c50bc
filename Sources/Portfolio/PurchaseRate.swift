import Ledger
import Units

/// What goods cost for each euro sold, as the company's accounts have it: purchases ÷ revenue of the same months.
///
/// It stands in for the direct cost of lines that have none, where policy allows it: an estimate throughout, the same for
/// every customer.
///
/// Source: docs/methods/profitability.md; Plan comptable général, accounts 60, variations of stock (603) included.
public struct PurchaseRate: Hashable, Sendable {
  /// What was bought in these months.
  public let purchases: Cents
  /// What was sold in them, the lines of nobody known included.
  public let revenue: Cents

  /// Why there is no such rate.
  public enum Refusal: Hashable, Sendable {
    /// Policy does not ask for it.
    case off
    /// No accounts cover some of the months since the first sale, or all of them.
    case missing(months: Int, of: Int)
    /// Nothing was sold.
    case noRevenue
    /// Nothing was bought, or more was taken back.
    case notPositive
    /// As much was bought as was sold, or more.
    case tooHigh
  }

  /// The rate of some months, or why there is none.
  ///
  /// Linear in the activity.
  public static func of(_ span: MonthSpan, books: Books, policy: Policy.Margin) -> Knowable<PurchaseRate, Refusal> {
    guard policy.estimateFromPurchases else { return .unknown(.off) }
    // Before the first sale there is nothing that purchases could have been for.
    let months = span.months.filter { month in books.history.map { $0.first <= month } ?? false }
    guard !months.isEmpty else { return .unknown(.noRevenue) }
    let known = months.compactMap { books.purchases[$0] }
    guard known.count == months.count else {
      return .unknown(.missing(months: months.count - known.count, of: months.count))
    }
    let (purchases, revenue) = (known.sum, books.activity.revenue(in: span) + books.unattributed.revenue(in: span))
    guard revenue > .zero else { return .unknown(.noRevenue) }
    guard purchases > .zero else { return .unknown(.notPositive) }
    guard purchases < revenue else { return .unknown(.tooHigh) }
    return .known(PurchaseRate(purchases: purchases, revenue: revenue))
  }

  /// The rate, above 0 and below 1.
  public var value: Double { Double(purchases.value) / Double(revenue.value) }

  /// What goods sold for an amount are taken to cost.
  public func cost(of amount: Cents) -> Cents { amount.times(purchases.value, over: revenue.value) }
}

extension Activity {
  /// The revenue of all customers in some months.
  fileprivate func revenue(in span: MonthSpan) -> Cents {
    zip(months, cells).reduce(.zero) { span.contains($1.0) ? $0 + $1.1.revenue : $0 }
  }
}
