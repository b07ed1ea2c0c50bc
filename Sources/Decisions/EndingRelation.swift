import Ledger
import Portfolio
import Units

/// A relation that is to be ended, or made much less of: what the notice is proposed on.
public struct EndingRelation: Hashable, Sendable {
  /// What happens to it.
  public enum Rupture: Hashable, Sendable {
    /// It ends.
    case whole
    /// Prices rise by a part of themselves.
    case priceRise(Rate)
    /// It is served at a leaner level.
    case serviceCut(from: Policy.ServiceLevel, to: Policy.ServiceLevel)
  }

  /// Why no notice may be owed.
  public enum Excuse: String, CaseIterable, Sendable { case seriousNonPerformance, forceMajeure }

  /// Who buys.
  public var buyer = Buyer.business
  /// What happens to the relation.
  public var rupture = Rupture.whole
  /// Its first day, as far as it is known; nothing when it is not.
  public var since: Day?
  /// The first day as a person wrote it, where invoices go back further: the earlier one holds.
  public var saidLater: Day?
  /// Whether it may be older: the data begin with it.
  public var isLeftCensored = false
  /// The last day of a contract of fixed term that runs.
  public var fixedTerm: Day?
  /// Tenders of the customer that were won one after another.
  public var tendersWon = 0
  /// Months of notice that a contract or the trade's usage names.
  public var usualMonths: Int?
  /// The part of the customer's purchases that it makes here, as far as its potential tells.
  public var dependence: Share?
  /// Why no notice may be owed.
  public var excuse: Excuse?

  /// Describes a relation of which nothing is known.
  public init() {}

  /// Describes a relation as old as it is known to be.
  public init(tenure: Tenure?, since: Day? = nil) {
    self.since = tenure.map { tenure in
      since.flatMap { $0.month == tenure.since ? $0 : nil } ?? tenure.since.firstDay
    }
    isLeftCensored = tenure?.censored ?? false
  }
}
