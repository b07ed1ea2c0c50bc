import Ledger
import Units

/// What stages and losses are told from beyond the books; empty where nobody delivers it.
public struct RelationFacts: Sendable {
  /// The ranges bought from, month by month.
  public var ranges: RangeMonths?
  /// Orders credited in a later month.
  public var lateCredits: LateCredits
  /// The month in which a relation was ended by decision, by place.
  public var ceased: [Int: Month]
  /// What is known of the months before customers left.
  public var losses: LossFacts

  /// Bundles what is known.
  public init(
    ranges: RangeMonths? = nil, lateCredits: LateCredits = .none, ceased: [Int: Month] = [:],
    losses: LossFacts = LossFacts()
  ) {
    self.ranges = ranges
    self.lateCredits = lateCredits
    self.ceased = ceased
    self.losses = losses
  }
}
