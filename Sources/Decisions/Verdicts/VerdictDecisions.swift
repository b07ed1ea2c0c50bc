import Ledger
import Units

/// What people decided about verdicts; nothing of it is computed.
public struct VerdictDecisions: Sendable {
  /// What holds instead of the verdict of the figures.
  public let overrides: [ID<Customer>: VerdictOverride]
  /// Who refused a last offer.
  public let refusedLastOffers: Set<ID<Customer>>

  /// Nobody decided anything.
  public static let none = VerdictDecisions()

  /// Gathers what was decided.
  public init(overrides: [ID<Customer>: VerdictOverride] = [:], refusedLastOffers: Set<ID<Customer>> = []) {
    self.overrides = overrides
    self.refusedLastOffers = refusedLastOffers
  }

  /// What people decided, customers as they are unified.
  public init(_ judgements: Judgements) {
    self.init(
      overrides: judgements.overrides.compactMapValues { decision in
        decision.choice.map {
          VerdictOverride(verdict: $0.verdict, by: decision.made.author, why: $0.why, until: $0.until)
        }
      }, refusedLastOffers: judgements.refusedLastOffers)
  }

  /// What holds of a customer on a day; nothing once it ran out.
  func override(of customer: ID<Customer>, on day: Day) -> VerdictOverride? {
    overrides[customer].flatMap { $0.until >= day ? $0 : nil }
  }
}
