import Units

/// The company's own rules: every threshold an analysis uses, with the default it has until a person changes it.
///
/// Shares and rates are exact millionths (`Rate`), money is in cents. `PolicyKey` names each rule in `policy.yaml`.
public struct Policy: Hashable, Sendable {
  public var company = Company()
  public var calendar = Calendar()
  public var ranking = Ranking()
  public var oneOff = OneOff()
  public var bands = Bands()
  public var service = Service()
  public var costs = Costs()
  public var margin = Margin()
  public var floors = Floors()
  public var categories: [CategoryRule] = []
  public var adequacy = Adequacy()
  public var growth = Growth()
  public var suggestions = Suggestions()

  /// The policy of a company that has not changed anything.
  public init() {}

  /// What the company is.
  public struct Company: Hashable, Sendable {
    public var name = ""
    public var currency = "EUR"
    /// The month the company started; under `adequacy.exemptMonths` later it is exempt from the alarm.
    public var started: Month?
    /// Costs that the margins of all customers have to pay, over 12 months.
    public var fixedCosts: Cents?
    /// What one unit of a foreign currency is worth in the company's.
    public var rates: [String: Rate] = [:]
  }

  /// Which months are over.
  public struct Calendar: Hashable, Sendable {
    /// Months that a person declares complete.
    public var completeMonths: [Month] = []
  }

  /// Pareto and classes.
  public struct Ranking: Hashable, Sendable {
    public var criterion = Criterion.revenue
    public var cutA = Rate(percent: 80)
    public var cutB = Rate(percent: 95)
    /// The part of the customers whose share of the total is looked at.
    public var topShare = Rate(percent: 20)
    /// The part of the total whose fewest customers are counted.
    public var paretoShare = Rate(percent: 80)
  }

  /// What customers are ranked by.
  public enum Criterion: String, CaseIterable, Sendable { case revenue, grossMargin, operatingMargin }

  /// When a customer with a single order counts as a one-off.
  public struct OneOff: Hashable, Sendable {
    public var months = 12
    /// The percentile of the category's order gaps that a one-off must be older than.
    public var gapPercentile = Rate(percent: 90)
    /// Months without any order after which a record is proposed for archiving.
    public var deadMonths = 24
  }

  /// Revenue bands.
  public struct Bands: Hashable, Sendable {
    public var method = BandMethod.equalRevenue
    public var count = 5
    /// Lower ends of the bands from the biggest down, for the method `bounds`.
    public var bounds: [Cents] = []
  }

  /// How bands are cut.
  public enum BandMethod: String, CaseIterable, Sendable { case equalRevenue, bounds, naturalBreaks }

  /// How a band is served.
  public enum ServiceLevel: String, CaseIterable, Sendable { case personal, delegated, automated }

  /// Resources and levels.
  public struct Service: Hashable, Sendable {
    /// Hours to allot over the window's 12 months; nothing means the service hours logged.
    public var budgetHours: Int?
    /// The most hours a year one customer is allotted; the excess pours down to the next band.
    public var maxHoursPerCustomer = 120
    /// The level of each band from the first; bands beyond the list take its last entry.
    public var levels: [ServiceLevel] = [.personal, .delegated, .delegated, .automated]
    /// Months during which a new customer is at least delegated.
    public var newCustomerMonths = 12
    /// Served above (below) the level when actual ÷ allotted hours is over (under) 1 ± this.
    public var tolerance = Rate(percent: 25)
    public var catalogue: [ServiceLevel: LevelPromise] = [
      .personal: LevelPromise(visits: 12, calls: 24, replyHours: 4, paymentDays: 45, servedBy: "director"),
      .delegated: LevelPromise(visits: 4, calls: 8, replyHours: 24, paymentDays: 30, servedBy: "salesperson"),
      .automated: LevelPromise(visits: 0, calls: 2, replyHours: 48, paymentDays: 30, servedBy: "desk"),
    ]
  }

  /// What a level of service promises a customer over a year.
  public struct LevelPromise: Hashable, Sendable {
    public var visits: Int
    public var calls: Int
    public var replyHours: Int
    public var paymentDays: Int
    public var servedBy: String

    /// Makes a promise.
    public init(visits: Int, calls: Int, replyHours: Int, paymentDays: Int, servedBy: String) {
      self.visits = visits
      self.calls = calls
      self.replyHours = replyHours
      self.paymentDays = paymentDays
      self.servedBy = servedBy
    }
  }

  /// Cost to serve.
  public struct Costs: Hashable, Sendable {
    /// The part of paid hours that can be given to customers.
    public var practicalCapacity = Rate(percent: 80)
    /// Logged ÷ capacity under which cost to serve reads "not fully known".
    public var fullyKnownFrom = Rate(percent: 60)
    /// The rule of each kind of service that has one.
    public var kinds: [ServiceKind: KindRule] = [:]
    /// What handling one order costs beyond its lines; nothing means unknown.
    public var handlingPerOrder: Cents?
    /// Minutes that stand in for a service log: only with `enabled`, and labelled an estimate.
    public var standIn = StandIn()
    /// Yearly cost of money, for days to pay.
    public var financingRate: Rate?
  }

  /// How one kind of service is costed when its events do not say.
  public struct KindRule: Hashable, Sendable {
    public var standardMinutes: Int?
    public var unitCost: Cents?
    /// What the books say the unit-cost events of this kind cost over 12 months.
    public var actualCost: Cents?
    /// The part of the cost that goes when the customer goes, within 12 months.
    public var avoidableShare: Rate?

    /// Makes a rule.
    public init(
      standardMinutes: Int? = nil, unitCost: Cents? = nil, actualCost: Cents? = nil, avoidableShare: Rate? = nil
    ) {
      self.standardMinutes = standardMinutes
      self.unitCost = unitCost
      self.actualCost = actualCost
      self.avoidableShare = avoidableShare
    }
  }

  /// The time equation that stands in for a missing service log.
  public struct StandIn: Hashable, Sendable {
    public var enabled = false
    public var minutesPerOrder = 20
    public var minutesPerLine = 2
    public var costPerHour = Cents(4000)
  }

  /// Margins.
  public struct Margin: Hashable, Sendable {
    /// The share of a customer's revenue whose cost must be known for its margin to be.
    public var minimumCostedShare = Rate(percent: 100)
    /// Overheads over 12 months for the full-cost view; never part of a margin otherwise.
    public var overheads: Cents?
    /// What overheads are allocated by in the full-cost view.
    public var overheadKey = OverheadKey.revenue
  }

  /// What overheads are allocated by.
  public enum OverheadKey: String, CaseIterable, Sendable { case revenue, orders, lines, hours }

  /// Least margins and revenues.
  public struct Floors: Hashable, Sendable {
    public var company = Floor(rate: Rate(percent: 8), revenue: nil)
    public var byCategory: [String: Floor] = [:]
    /// Age from which a customer is tested.
    public var testedFromMonths = 12
  }

  /// A least operating margin rate and a least revenue over 12 months.
  public struct Floor: Hashable, Sendable {
    public var rate: Rate?
    public var revenue: Cents?

    /// Makes a floor.
    public init(rate: Rate?, revenue: Cents?) {
      self.rate = rate
      self.revenue = revenue
    }
  }

  /// A category made by hand or by rule; the first rule that holds wins over the customer file.
  public struct CategoryRule: Hashable, Sendable {
    public var name: String
    /// Customers put in by hand, by identifier.
    public var customers: [String]
    /// Values of the customer file that put a customer in; all lists that are not empty must hold.
    public var sectors: [String]
    public var regions: [String]
    public var sizes: [String]
    /// Product ranges of which one must make at least half of the customer's revenue in W.
    public var ranges: [String]

    /// Makes a rule.
    public init(
      name: String, customers: [String] = [], sectors: [String] = [], regions: [String] = [], sizes: [String] = [],
      ranges: [String] = []
    ) {
      self.name = name
      self.customers = customers
      self.sectors = sectors
      self.regions = regions
      self.sizes = sizes
      self.ranges = ranges
    }
  }

  /// Number of customers × average order against the revenue expected.
  public struct Adequacy: Hashable, Sendable {
    /// Revenue expected over 12 months.
    public var expectedRevenue: Cents?
    public var watchMonths = 3
    public var alarmMonths = 12
    public var exemptMonths = 24
  }

  /// The noise gate that growth and decline have to pass, and tomorrow's customers.
  public struct Growth: Hashable, Sendable {
    /// Change in median orders that always counts as noise.
    public var gateMedianOrders = 2
    /// Standard deviations of one-sided noise.
    public var gateDeviations = Rate(millionths: 1_280_000)
    /// W ÷ P from which growth counts.
    public var growthRatio = Rate(percent: 115)
    /// Headroom ÷ revenue from which a small customer is one of tomorrow's.
    public var highHeadroom = Rate(percent: 100)
    /// The last bands of which tomorrow's customers are looked for.
    public var smallBands = 2
    /// Months for which a judged potential holds.
    public var potentialMonths = 24
    /// Age up to which a customer's rhythm is an early one.
    public var earlyMonths = 24
    /// Customers of the first band whose own beginnings must be known to compare with.
    public var earlyPeers = 3
    /// Falling margin rates in a row from which a customer is listed.
    public var marginFallYears = 2
  }

  /// Suggested categories.
  public struct Suggestions: Hashable, Sendable {
    /// The most categories proposed.
    public var mostCategories = 8
    /// Customers with revenue in W under which no category is proposed.
    public var leastCustomers = 20
    /// Customers whose distances are compared one by one; the others join the nearest typical customer.
    public var sample = 600
    /// Mean silhouette under which the customers are said to form no categories.
    ///
    /// Source: Kaufman & Rousseeuw, "Finding Groups in Data", 1990, table 4: "no substantial structure" up to 0.25.
    public var leastSilhouette = Rate(percent: 25)
  }
}
