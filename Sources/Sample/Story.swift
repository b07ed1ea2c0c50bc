import Units

/// What happens to a customer of the sample company: true of the generated lines, and what an analysis should find.
public struct Story: Hashable, Sendable {
  /// The customer's code in the files.
  public let customer: String
  /// What happens.
  public let kind: Kind
  /// The month from which it shows.
  public let since: Month
  /// More, such as the cause of a loss, the rhythm, or the other record of a duplicate; may be empty.
  public let detail: String

  /// The kinds of stories.
  public enum Kind: String, CaseIterable, Sendable {
    /// Orders at its rhythm; `detail` is `monthly`, `quarterly`, `halfYearly`, `yearly` or `infrequent`.
    case stable
    /// At least three quarters of its orders within the same four months; `detail` is `summer`, `school`, `christmas`.
    case seasonal
    /// Buys more month by month since `since`.
    case growing
    /// Small, growing fast and over more ranges: one of tomorrow's customers.
    case tomorrow
    /// Buys a little less each month since `since`.
    case slowDecline
    /// Bought much less from one month to the next.
    case suddenDecline
    /// No order for 15 months or more; `since` is its last month, `detail` the planted cause.
    case lost
    /// Came back in `since` after 15 months or more without an order.
    case wonBack
    /// A single order, more than 14 months old.
    case oneOff
    /// First order in the last 11 months.
    case new
    /// A few orders far apart, without a rhythm.
    case episodic
    /// Costs more to serve than its gross margin; `detail` is `big` for those among the biggest customers, whose gross
    /// margin pays for all but their visits and calls.
    case toxic
    /// A member of the category that loses money as a whole.
    case toxicCategory
    /// Earns well in the category that loses money as a whole.
    case goodInToxic
    /// Loses money by its prices alone: large orders, no visits, sold close to cost.
    case underpriced
    /// Small orders that all go by express, for more than they earn: money that is saved once it is gone.
    case expressOnly
    /// Small orders that take more hours than they earn, of people who stay paid once it is gone.
    case laborious
    /// Gets far more visits than its revenue pays.
    case overServed
    /// A good margin, hardly ever visited.
    case underServed
    /// Refuses price rises: its margin rate falls each year.
    case marginSqueeze
    /// Belongs to a group; `detail` is the group's name.
    case group
    /// Flagged strategic in the customer file; `detail` is `losing` for one that is as costly as `expressOnly`.
    case strategic
    /// Bound by a tender; `detail` is the renewal date.
    case tender
    /// The same company as the customer in `detail`, spelled differently.
    case duplicate
    /// Buys something whose cost nobody knows.
    case uncosted
  }

  /// Why a lost customer left: the `detail` of a `lost` story.
  public enum Cause: String, CaseIterable, Sendable {
    /// Complaints in its last months.
    case complaint
    /// Late deliveries in its last months.
    case lateDelivery
    /// Prices raised by much more than the others'.
    case priceRise
    /// Another salesperson shortly before the end.
    case salespersonChange
    /// Its whole sector declines.
    case sectorDecline
    /// Its first enquiry was badly answered; it left soon after its first order.
    case badlyAnswered
    /// Nothing in the data explains it.
    case none
  }
}
