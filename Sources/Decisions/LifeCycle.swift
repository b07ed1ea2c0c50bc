import Ledger
import Units

/// Where all customers stand at the last month looked at, how they came there, and how the portfolio is.
///
/// Source: seed 001. Method: docs/methods/stages.md.
public struct LifeCycle: Sendable {
  /// What stages are told from.
  public let source: StageSource
  /// The stage of every customer at every month's end.
  public let stages: Stages
  /// What each stage comes to, month by month.
  public let flow: StageFlow
  /// The last month looked at.
  public let month: Month
  /// Who changed stage in it.
  public let changes: StageChanges
  /// The ways customers went in it.
  public let monthly: StageTransitions
  /// The ways they went in the twelve months up to it; nothing when the data do not reach back.
  public let yearly: StageTransitions?
  /// How the portfolio is; nothing without an active customer.
  public let health: PortfolioHealth?

  /// Adds up what the stages of some books come to.
  ///
  /// Linear in customers × months.
  public init(_ source: StageSource, stages: Stages, books: Books, policy: Policy) {
    self.source = source
    self.stages = stages
    month = source.months.last
    flow = StageFlow(stages, activity: books.activity, policy: policy)
    changes = StageChanges(stages, source, month: month)
    monthly = StageTransitions(stages, orders: source.orders, from: month.advanced(by: -1), to: month)
    let before = month.advanced(by: -12)
    yearly =
      source.months.contains(before)
      ? StageTransitions(stages, orders: source.orders, from: before, to: month) : nil
    health = PortfolioHealth(flow, month: month, policy: policy)
  }

  /// A customer's stage, and since when it has been in it; nothing for one that never ordered.
  public func stay(of customer: Int) -> Stages.Stay? { stages.stay(of: customer, at: month) }
}
