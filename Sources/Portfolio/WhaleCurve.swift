import Ledger
import Units

/// The cumulated operating margin, customers from the best to the worst: how high it climbs and how much is given back.
///
/// Customers whose margin is unknown, and those without a line, a service or a cost in the span, are not on the curve.
/// Equal margins go by name, then identifier.
///
/// Source: Kaplan & Narayanan, "Measuring and Managing Customer Profitability", Journal of Cost Management, 2001.
public struct WhaleCurve: Sendable {
  /// The customers on the curve, places in the customer file, best first.
  public let customers: [Int]
  /// The margin of each and all before it; the last is the total.
  public let cumulated: [Cents]
  /// The highest point: the sum of all margins above zero.
  public let peak: Cents
  /// How many customers make the peak.
  public let peakCustomers: Int
  /// What the customers after the peak take back, without its sign.
  public let destroyed: Cents

  /// The margin of all customers on the curve.
  public var total: Cents { cumulated.last ?? .zero }

  /// Draws the curve.
  ///
  /// O(n log n).
  public init(margins: Margins, customers file: CustomerFile) {
    var points = margins.activeCustomers.compactMap { customer in
      margins.rows[customer].operatingMargin.map { (customer: customer, margin: $0) }
    }
    points.sort {
      if $0.margin != $1.margin { return $0.margin > $1.margin }
      let (name, other) = (file.names[$0.customer], file.names[$1.customer])
      return name == other ? $0.customer < $1.customer : precedes(name, other)
    }
    customers = points.map(\.customer)
    var sum = Cents.zero
    cumulated = points.map {
      sum += $0.margin
      return sum
    }
    peakCustomers = points.prefix { $0.margin > .zero }.count
    peak = peakCustomers == 0 ? .zero : cumulated[peakCustomers - 1]
    destroyed = peak - sum
  }

  /// A point's height ÷ the peak, the sum of all margins above zero; nothing when there is no margin above zero.
  /// - Parameter rank: 1 for the best customer.
  public func height(at rank: Int) -> Share? { Share(cumulated[rank - 1], of: peak) }
}

extension Margins {
  /// The customers with an invoice line, a service or a cost in the span, in the order of the customer file.
  public var activeCustomers: [Int] { rows.indices.filter(isActive) }

  /// Whether a customer has an invoice line or a service in the span, or its payments cost something.
  public func isActive(_ customer: Int) -> Bool {
    rows[customer].lines > 0 || !costs.cells(of: customer).isEmpty || costs.payments.isCosted(customer)
  }
}
