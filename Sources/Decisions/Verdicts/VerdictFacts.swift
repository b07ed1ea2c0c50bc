import Ledger
import Portfolio
import Units

/// The figures of one customer that its verdict is made of, and nothing else.
public struct VerdictFacts: Hashable, Sendable {
  /// What it brought and cost over W, or over P.
  public struct Year: Hashable, Sendable {
    /// Net invoicing.
    public let revenue: Cents
    /// Revenue less direct cost; nothing when that is unknown.
    public let grossMargin: Cents?
    /// What its services cost.
    public let serviceCost: Cents
    /// What waiting for its money and losing it cost.
    public let paymentCost: Cents
    /// The part of the service cost that would stay for a year if the relation ended.
    public let stranded: Cents
    /// Months with an order.
    public let activeMonths: Int

    /// Gross margin less the cost to serve.
    public var margin: Cents? { grossMargin.map { $0 - serviceCost - paymentCost } }
    /// What ceasing would bring over as many months: the margin lost, less the cost that stays.
    public var effectOfCeasing: Cents? { margin.map { .zero - $0 - stranded } }
    /// Margin ÷ revenue.
    public var rate: Share? { revenue > .zero ? margin.flatMap { Share($0, of: revenue) } : nil }

    /// Takes the figures.
    public init(
      revenue: Cents, grossMargin: Cents?, serviceCost: Cents, paymentCost: Cents = .zero, stranded: Cents = .zero,
      activeMonths: Int = 12
    ) {
      self.revenue = revenue
      self.grossMargin = grossMargin
      self.serviceCost = serviceCost
      self.paymentCost = paymentCost
      self.stranded = stranded
      self.activeMonths = activeMonths
    }

    /// The same with services that cost more or less.
    func costed(at factor: Rate) -> Year {
      Year(
        revenue: revenue, grossMargin: grossMargin, serviceCost: serviceCost.at(factor), paymentCost: paymentCost,
        stranded: stranded.at(factor), activeMonths: activeMonths)
    }
  }

  /// Visits and calls beyond those that its service level promises, over W.
  public struct Excess: Hashable, Sendable {
    /// What they cost in money.
    public let cash: Cents
    /// What their time costs.
    public let time: Cents
    /// The time.
    public let minutes: Int

    /// Both costs.
    public var cost: Cents { cash + time }

    /// No excess.
    public static let none = Excess(cash: .zero, time: .zero, minutes: 0)

    /// Takes the figures.
    public init(cash: Cents, time: Cents, minutes: Int) {
      self.cash = cash
      self.time = time
      self.minutes = minutes
    }

    func costed(at factor: Rate) -> Excess { Excess(cash: cash.at(factor), time: time.at(factor), minutes: minutes) }
  }

  /// What it could buy beyond the last twelve months' revenue.
  public struct Headroom: Hashable, Sendable {
    /// The amount, never negative.
    public let amount: Cents
    /// Whether nobody judged the potential, and the ranges that others of its category buy stand in.
    public let isEstimate: Bool
    /// The potential on file, where less of it is counted; nothing where all of it is.
    public let cut: Cut?

    /// A potential greater than those its category lets believe.
    public struct Cut: Hashable, Sendable {
      /// What somebody judged.
      public let written: Cents
      /// What is counted.
      public let counted: Cents

      /// Takes the figures.
      public init(written: Cents, counted: Cents) {
        self.written = written
        self.counted = counted
      }
    }

    /// Takes the figures.
    public init(amount: Cents, isEstimate: Bool, cut: Cut? = nil) {
      self.amount = amount
      self.isEstimate = isEstimate
      self.cut = cut
    }
  }

  /// Its stage.
  public var stage: Stage?
  /// Whether its first order is known and younger than the policy's months.
  public var isNew = false
  /// W.
  public var current: Year
  /// P; nothing where there is none.
  public var previous: Year?
  /// Months since the relation began, at least.
  public var tenureMonths = 0
  /// Until when it is kept for reasons of the company's own; nothing where it is not, or where nobody answers for it.
  public var strategicUntil: Day?
  /// Why a flag of the customer file does not keep it as strategic; nothing where it is not flagged, or is kept.
  public var strategicLack: StrategicLack?

  /// What a relation needs to be kept for reasons of the company's own, and lacks.
  public enum StrategicLack: String, CaseIterable, Sendable {
    /// Nobody answers for it.
    case sponsor
    /// It has no last day.
    case end
    /// Its last day is too far.
    case tooFar
    /// Its last day is past.
    case over
  }

  /// Whether another company of its group earns money.
  public var hasProfitableSister = false
  /// Whether the cost of services is known well enough to cease anybody on it.
  public var costsAreKnown = true
  /// Whether it refused a last offer.
  public var hasRefusedLastOffer = false
  /// The least operating margin rate; zero where policy sets none.
  public var floor = Rate(millionths: 0)
  /// The least revenue of the window; nothing where policy sets none.
  public var floorRevenue: Cents?
  /// Rebates and commissions, as a part of revenue.
  public var rebates = Rate(millionths: 0)
  /// Its prices ÷ those of others for the same goods; nothing when unknown.
  public var priceIndex: Share?
  /// Service beyond its level.
  public var excess = Excess.none
  /// What is left to win; nothing when nobody knows.
  public var headroom: Headroom?
  /// Whether it is one of tomorrow's customers.
  public var isTomorrow = false
  /// Orders below the one that pays its handling: how many, what asking for that saves, and how big it is.
  public var smallOrders: SmallOrdering?

  /// Who would take it over in hours that nobody needs; nothing where the plan of visits and calls names nobody.
  public var handOver: HandOver?

  /// Another salesperson of its region with hours to spare.
  public struct HandOver: Hashable, Sendable {
    /// Who takes it over.
    public let to: ID<Person>
    /// As people say it.
    public let name: String
    /// What that brings in a year.
    public let gain: Cents

    /// Takes who and what it brings.
    public init(to: ID<Person>, name: String, gain: Cents) {
      self.to = to
      self.name = name
      self.gain = gain
    }
  }

  /// Orders too small to pay their handling.
  public struct SmallOrdering: Hashable, Sendable {
    /// How many.
    public let orders: Int
    /// What asking for the minimum saves of their handling, less what stays to be paid.
    public let saving: Cents
    /// The least order that pays.
    public let minimum: Cents

    /// Takes the figures.
    public init(orders: Int, saving: Cents, minimum: Cents) {
      self.orders = orders
      self.saving = saving
      self.minimum = minimum
    }
  }

  /// Begins with a year's figures; everything else is as of somebody unremarkable.
  public init(current: Year, previous: Year? = nil) {
    self.current = current
    self.previous = previous
  }

  /// The margin that the floor asks for, f·R, rounded up.
  public var floorMargin: Cents { floorMargin(of: current) }

  /// The margin that the floor asks for in a year of its revenue.
  func floorMargin(of year: Year) -> Cents { max(.zero, year.revenue).roundedUp(at: floor) }

  /// What the margin lacks to it; zero when it lacks nothing.
  public var gap: Cents { max(.zero, current.margin.map { floorMargin - $0 } ?? .zero) }

  /// The same customer had the rates of services been others.
  func costed(at factor: Rate) -> VerdictFacts {
    var facts = self
    facts.current = current.costed(at: factor)
    facts.previous = previous?.costed(at: factor)
    facts.excess = excess.costed(at: factor)
    return facts
  }
}
