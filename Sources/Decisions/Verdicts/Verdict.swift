import Ledger
import Units

extension Verdict {
  /// Why there is none.
  public enum Unknown: String, CaseIterable, Sendable {
    /// It is lost: what winning it back is worth is told elsewhere.
    case lost
    /// It never ordered.
    case neverOrdered
    /// It brought nothing, or less, in the window.
    case noRevenue
    /// The direct cost is not known for all of its revenue.
    case marginUnknown
  }
}

/// What a person decided instead, and why.
public struct VerdictOverride: Hashable, Sendable {
  /// The verdict that holds.
  public let verdict: Verdict
  /// Who said so.
  public let by: String
  /// Why.
  public let why: String
  /// The last day on which it holds.
  public let until: Day

  /// Takes a decision.
  public init(verdict: Verdict, by: String, why: String, until: Day) {
    self.verdict = verdict
    self.by = by
    self.why = why
    self.until = until
  }
}
