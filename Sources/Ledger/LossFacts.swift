import Units

/// What is known of the months before customers left, beyond what the books hold; nothing where nobody tells it.
///
/// Each column is one reduction of lines or services up to `asOf`, for every customer.
public struct LossFacts: Sendable {
  /// Deliveries of a month that were both promised for a day and done: `services` of kind `delivery` with `promised` and
  /// `done`, by the month of `done`.
  public struct Deliveries: Hashable, Sendable {
    /// All of them.
    public let timed: Int
    /// Those done after the day promised.
    public let late: Int

    /// Makes a month's deliveries.
    public init(timed: Int, late: Int) {
      self.timed = timed
      self.late = late
    }
  }

  /// A month's purchases at the prices of before: lines of products that the customer bought in the twelve months before,
  /// quantities above zero on both sides; `atEarlierPrices` is Σ quantity × (revenue ÷ quantity of those twelve months).
  public struct PricePaid: Hashable, Sendable {
    /// Their revenue.
    public let revenue: Cents
    /// What the same quantities came to at the mean price of the twelve months before.
    public let atEarlierPrices: Cents

    /// Makes a month's prices.
    public init(revenue: Cents, atEarlierPrices: Cents) {
      self.revenue = revenue
      self.atEarlierPrices = atEarlierPrices
    }
  }

  /// Products that were withdrawn in a month, and what the customer had bought of them in the twelve months before.
  public struct Withdrawal: Hashable, Sendable {
    /// The customer's revenue in these products.
    public let revenue: Cents
    /// All its revenue in these twelve months.
    public let whole: Cents

    /// Makes a month's withdrawals.
    public init(revenue: Cents, whole: Cents) {
      self.revenue = revenue
      self.whole = whole
    }
  }

  /// What a customer said itself of why it left, in a questionnaire or to somebody.
  public enum StatedCause: String, CaseIterable, Sendable {
    case quality, delivery, price, contact, range, service
    /// It closed, moved, or needs the goods no longer.
    case ownSituation
    /// Something else.
    case other
  }

  /// Deliveries kept and missed.
  public var deliveries: CustomerMonths<Deliveries>?
  /// Prices paid against those of before.
  public var prices: CustomerMonths<PricePaid>?
  /// Who made the most of the month's sales, a place in `Books.people`: the `salesperson` of most of the lines' revenue, the
  /// first by identifier where several are equal.
  public var sellers: CustomerMonths<Int>?
  /// What was withdrawn.
  public var withdrawals: CustomerMonths<Withdrawal>?
  /// What was asked before anything was bought, and how it was answered.
  public var enquiries: [Enquiry]?
  /// Causes that customers stated themselves, by place.
  public var stated: [Int: StatedCause]

  /// Whether no file tells anything of it.
  public var isEmpty: Bool {
    deliveries == nil && prices == nil && sellers == nil && withdrawals == nil && enquiries == nil && stated.isEmpty
  }

  /// Bundles what is known.
  public init(
    deliveries: CustomerMonths<Deliveries>? = nil, prices: CustomerMonths<PricePaid>? = nil,
    sellers: CustomerMonths<Int>? = nil, withdrawals: CustomerMonths<Withdrawal>? = nil, enquiries: [Enquiry]? = nil,
    stated: [Int: StatedCause] = [:]
  ) {
    self.deliveries = deliveries
    self.prices = prices
    self.sellers = sellers
    self.withdrawals = withdrawals
    self.enquiries = enquiries
    self.stated = stated
  }
}
