import Ledger
import Units

/// The grid that a price policy proposes: a list price for each product, a discount by volume, a step by level of service
/// and one by days to pay, each with the figures that it comes from.
///
/// Price = list price × (1 − discount of the tier) × (1 + service step + payment step).
///
/// Source: docs/methods/price-policy.md; seed 003, « politique tarifaire selon des critères tangibles ».
public struct PriceGrid: Sendable {
  /// One tier of volume.
  public struct Tier: Hashable, Sendable {
    /// The number of its band, 1 for the biggest customers.
    public let number: Int
    /// The least revenue over 12 months; zero for the smallest tier.
    public let from: Cents
    /// Customers with revenue in W.
    public let customers: Int
    /// Those that the grid was fitted on.
    public let compared: Int
    /// The median revenue of its customers over 12 months.
    public let medianRevenue: Cents
    /// How its band is served.
    public let level: Policy.ServiceLevel
    /// Less than the list price.
    public let discount: Rate
    /// Where the discount comes from.
    public let reason: DiscountReason
    /// What a price list at this discount leaves its compared customers beyond cost to serve and floor; below zero where it
    /// does not cover them.
    public let left: Cents
    /// A step for each level of `ServiceSteps.levels`; empty where there are none.
    public let service: [ServiceStep]
  }

  /// Where a discount comes from.
  public enum DiscountReason: Hashable, Sendable {
    /// The smallest tier pays the list price.
    case list
    /// The discount that its median customer gets today against the smallest tier's.
    case observed(Rate)
    /// Its own customers are too few: the median of so many, with tiers beside it.
    case tooFew(pooled: Int)
    /// Its median customer gets this, less than a smaller tier's does: the median of all of them together.
    case levelled(own: Rate, pooled: Int)
    /// More than this would not leave the tier its cost to serve and its floor: what it gets today.
    case bounded(today: Rate)
  }

  /// What a level of service adds to a tier's price.
  public enum ServiceStep: Hashable, Sendable {
    /// (what the level costs − what the cheapest costs) ÷ the median revenue of the tier.
    case added(Rate, cost: Cents)
    /// The same would be beyond what policy allows.
    case notOffered(Rate, cost: Cents)

    /// The step; nothing where it is not offered.
    public var rate: Rate? { if case .added(let rate, _) = self { rate } else { nil } }
  }

  /// One product in one unit of measure.
  public struct Product: Hashable, Sendable {
    /// The product.
    public let product: ProductSales.Product
    /// The unit of measure; nothing where no source tells it.
    public let unit: String?
    /// What the reference is: the price that some customer pays, in millionths of the currency.
    public let reference: Int64
    /// What the list says, in millionths of the currency.
    public let list: Int64
    /// Customers that bought it in W.
    public let buyers: Int
    /// What they paid.
    public let revenue: Cents
    /// Millionths of a unit that they bought.
    public let quantity: Int64
  }

  /// Why days to pay have no step.
  public enum PaymentUnknown: Hashable, Sendable {
    /// Policy names no financing rate.
    case noRate
    /// No payment tells its days.
    case noDays
  }

  /// The tiers, the biggest volume first.
  public let tiers: [Tier]
  /// What levels of service cost, or why they have no step.
  public let service: Knowable<ServiceSteps, ServiceSteps.Unknown>
  /// The yearly rate of the payment step, or why there is none.
  public let payment: Knowable<Rate, PaymentUnknown>
  /// Days to pay that the price includes.
  public let includedDays: Int
  /// The list, the product with most revenue first.
  public let products: [Product]
  /// Customers that the grid was fitted on.
  public let compared: Int
  /// List prices ÷ reference prices, in parts per billion.
  public let level: Int64

  /// What paying after some days adds to a price, or takes off: rate × (days − included days) ÷ 365, to a hundredth of a
  /// percent; nothing without a rate.
  /// - Parameter days: counted from none to a year.
  public func paymentStep(days: Int) -> Rate? {
    payment.value.map { Self.step($0, days: days, included: includedDays) }
  }

  static func step(_ rate: Rate, days: Int, included: Int) -> Rate {
    let late = min(max(0, days), 365) - included
    return Rate(millionths: 100 * Int64(divided(Int128(rate.millionths) * Int128(late), by: 365 * 100)))
  }
}
