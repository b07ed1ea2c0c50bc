import Units

/// What to do with a relation.
///
/// Source: seed 000, « les clients avec qui tu vas cesser la relation, ceux avec qui tu vas la maintenir et ceux avec qui tu
/// vas la développer ».
public enum Verdict: String, CaseIterable, Sendable {
  case cease, maintain, develop
}

/// What a person decided of a relation in place of the verdict of the figures.
public struct VerdictDecision: Hashable, Sendable {
  /// Its place among all decisions, 1 the first.
  public let number: Int
  /// The customer, by the identifier it was known by.
  public let customer: ID<Customer>
  /// What is decided; nothing where an earlier decision is taken back.
  public let choice: Choice?
  /// Who decided it, and when.
  public let made: Authorship

  /// A verdict, its reason and its end.
  public struct Choice: Hashable, Sendable {
    /// What to do.
    public let verdict: Verdict
    /// Why.
    public let why: String
    /// The last day on which it holds.
    public let until: Day

    /// Decides.
    public init(_ verdict: Verdict, why: String, until: Day) {
      self.verdict = verdict
      self.why = why
      self.until = until
    }
  }

  /// Describes a decision.
  public init(number: Int, customer: ID<Customer>, choice: Choice?, made: Authorship) {
    self.number = number
    self.customer = customer
    self.choice = choice
    self.made = made
  }
}
