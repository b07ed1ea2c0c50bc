import Ledger
import Units

/// What is known of one customer that a salesperson's hours can be planned on.
public struct CallAccount: Hashable, Sendable {
  /// A place in the customer file.
  public let customer: Int
  /// Who serves it: a place among the plan's sellers.
  public let seller: Int
  /// Minutes of visits and calls that the salesperson gave it.
  public let minutes: Int
  /// Its margin before that time was paid; nothing when unknown.
  public let margin: Cents?
  /// The margin on all that it could buy; nothing where that is not known, or not any more.
  public let potential: Cents?
  /// Minutes that stand in for its own where none were given: the median of its band.
  public let standIn: Int
  /// How it is served; nothing for a customer in no band.
  public let level: Policy.ServiceLevel?
  /// The fewest minutes its level promises, and the most it allows.
  public let limits: ClosedRange<Int>
  /// The same for as long as it was a customer: what today's minutes are held against.
  public let dueToday: ClosedRange<Int>
  /// Whether it keeps today's minutes: a small one that may become big.
  public let isGuarded: Bool
  /// Where it is; nothing when unknown.
  public let region: String?
  /// The level above its own; nothing on the highest, and for a customer that is not to be given more.
  public let above: Above?

  /// A level that a customer could be raised to.
  public struct Above: Hashable, Sendable {
    /// The level.
    public let level: Policy.ServiceLevel
    /// The fewest minutes it promises, and the most it allows.
    public let limits: ClosedRange<Int>

    /// Takes a level and its limits.
    public init(_ level: Policy.ServiceLevel, limits: ClosedRange<Int>) {
      self.level = level
      self.limits = limits
    }
  }

  /// Describes a customer.
  public init(
    customer: Int, seller: Int, minutes: Int, margin: Cents?, potential: Cents? = nil, standIn: Int = 60,
    level: Policy.ServiceLevel? = nil, limits: ClosedRange<Int>, dueToday: ClosedRange<Int>? = nil,
    isGuarded: Bool = false, region: String? = nil, above: Above? = nil
  ) {
    precondition(minutes >= 0 && limits.lowerBound >= 0 && standIn > 0, "time is never negative")
    self.customer = customer
    self.seller = seller
    self.minutes = minutes
    self.margin = margin
    self.potential = potential
    self.standIn = standIn
    self.level = level
    self.limits = limits
    self.dueToday = dueToday ?? limits
    self.isGuarded = isGuarded
    self.region = region
    self.above = above
  }

  /// The same customer on the level above its own; itself where there is none.
  var raised: CallAccount {
    guard let above else { return self }
    return CallAccount(
      customer: customer, seller: seller, minutes: minutes, margin: margin, potential: potential, standIn: standIn,
      level: above.level, limits: above.limits, dueToday: dueToday, isGuarded: isGuarded, region: region)
  }

  /// How today's minutes stand against the level.
  public var standing: Standing {
    minutes < dueToday.lowerBound ? .belowLevel : minutes > dueToday.upperBound ? .aboveLevel : .atLevel
  }

  /// How a customer is served, against its level.
  public enum Standing: String, CaseIterable, Sendable { case belowLevel, atLevel, aboveLevel }

  /// What its planned minutes rest on.
  public var basis: Basis {
    guard let margin else { return .marginUnknown }
    return margin > .zero ? .curve : .nothingToEarn
  }

  /// What a customer's planned minutes rest on.
  public enum Basis: String, CaseIterable, Sendable {
    /// What minutes bring.
    case curve
    /// It earns nothing before sales time: no more than its level promises.
    case nothingToEarn
    /// Its margin is not known: today's minutes.
    case marginUnknown
  }

  /// Its curve; nothing where there is none.
  func curve(_ rule: Policy.Effort) -> ResponseCurve? {
    guard let margin, margin > .zero else { return nil }
    return ResponseCurve(margin: margin, minutes: minutes, standIn: standIn, potential: potential, rule: rule)
  }
}

/// A salesperson whose hours are planned.
public struct CallSeller: Hashable, Sendable {
  /// The identifier that customers name.
  public let id: ID<Person>
  /// A place in the books' people; nothing for somebody the team's file does not name.
  public let person: Int?
  /// Minutes that can be given to customers; nothing when the person's hours are unknown.
  public let capacity: Int?
  /// Those of them that go to other things than visits and calls to own customers.
  public let taken: Int
  /// The region served; nothing when unknown.
  public let region: String?

  /// Describes a salesperson.
  public init(id: ID<Person>, person: Int? = nil, capacity: Int?, taken: Int = 0, region: String? = nil) {
    precondition((capacity ?? 0) >= 0 && taken >= 0, "time is never negative")
    self.id = id
    self.person = person
    self.capacity = capacity
    self.taken = taken
    self.region = region
  }

  /// The name, or the identifier of somebody the team's file does not name.
  public func name(in books: Books) -> String { person.map { books.people[$0].name } ?? id.text }
}
