import Units

/// A price rise or a last offer that was put to a customer, and what became of it.
public struct PriceOffer: Hashable, Sendable {
  /// Its place among all offers, 1 the first.
  public let number: Int
  /// The customer, by the identifier it was known by.
  public let customer: ID<Customer>
  /// What was asked, and what the customer said to it.
  public let terms: Terms
  /// Whether a person took it out of the log again.
  public let isWithdrawn: Bool
  /// Who wrote it last, and when.
  public let made: Authorship

  /// What is asked for.
  public enum Kind: String, CaseIterable, Sendable {
    /// Higher prices.
    case rise
    /// Higher prices, or the relation ends.
    case lastOffer
  }

  /// What the customer said to it.
  public enum Outcome: Hashable, Sendable {
    /// Nothing yet.
    case asked
    case accepted
    /// A lesser rise than was asked.
    case partly(Rate)
    case refused
  }

  /// What was asked, when, and what became of it.
  public struct Terms: Hashable, Sendable {
    /// What is asked for.
    public let kind: Kind
    /// The rise, as a part of the prices.
    public let asked: Rate
    /// The day it was put to the customer.
    public let day: Day
    /// What the customer said to it.
    public let outcome: Outcome
    /// A word about it; may be empty.
    public let note: String

    /// The greatest rise that is written down: beyond a doubling somebody mistyped.
    public static let mostAsked = Rate(percent: 100)

    /// Describes an offer.
    /// - Throws: `CeasingFault` for a rise that is none or ten times the price, or a part granted that is no part of it.
    public init(
      _ kind: Kind, asked: Rate, on day: Day, outcome: Outcome = .asked, note: String = ""
    ) throws(CeasingFault) {
      guard (1...10_000_000).contains(asked.millionths) else { throw .noRise(asked) }
      if case .partly(let granted) = outcome {
        guard granted.millionths > 0, granted < asked else { throw .noPart(granted, of: asked) }
      }
      self.kind = kind
      self.asked = asked
      self.day = day
      self.outcome = outcome
      self.note = note
    }

    /// The same with another outcome.
    /// - Throws: as when it is described.
    public func with(_ outcome: Outcome) throws(CeasingFault) -> Terms {
      try Terms(kind, asked: asked, on: day, outcome: outcome, note: note)
    }
  }

  /// The rise that holds: all of what was accepted, or the part that was; nothing while it is asked or where it was refused.
  public var granted: Rate? {
    switch terms.outcome {
    case .accepted: terms.asked
    case .partly(let rate): rate
    case .asked, .refused: nil
    }
  }

  /// Describes an offer as it was written.
  public init(number: Int, customer: ID<Customer>, terms: Terms, isWithdrawn: Bool = false, made: Authorship) {
    self.number = number
    self.customer = customer
    self.terms = terms
    self.isWithdrawn = isWithdrawn
    self.made = made
  }
}

extension PriceOffer.Outcome {
  /// The names, in JSON and where people type them.
  public static let codes = ["asked", "accepted", "partly", "refused"]

  /// The name in JSON and where people type it.
  public var code: String {
    switch self {
    case .asked: "asked"
    case .accepted: "accepted"
    case .partly: "partly"
    case .refused: "refused"
    }
  }

  /// The part that was granted, where it is only a part.
  public var part: Rate? {
    if case .partly(let rate) = self { rate } else { nil }
  }

  /// Makes an outcome from its name; nothing for a name that is none, or a part that is not told.
  public init?(code: String, part: Rate?) {
    switch (code, part) {
    case ("asked", _): self = .asked
    case ("accepted", _): self = .accepted
    case ("refused", _): self = .refused
    case ("partly", let part?): self = .partly(part)
    default: return nil
    }
  }
}
