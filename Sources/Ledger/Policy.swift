import Units

/// The company's own rules: every threshold an analysis uses, with the default it has until a person changes it.
///
/// Shares and rates are exact millionths (`Rate`), money is in cents. `PolicyKey` names each rule in `policy.yaml`.
public struct Policy: Hashable, Sendable {
  /// What the company is.
  public var company = Company()
  /// Which months are over, and how many are looked at.
  public var calendar = Calendar()
  /// Orders and how long somebody has been a customer.
  public var orders = Orders()
  /// Pareto and classes.
  public var ranking = Ranking()
  /// One-off customers and records to archive.
  public var oneOff = OneOff()
  /// Revenue bands.
  public var bands = Bands()
  /// Hours to allot and service levels.
  public var service = Service()
  /// Cost to serve.
  public var costs = Costs()
  /// Margins.
  public var margin = Margin()
  /// Least margins and revenues.
  public var floors = Floors()
  /// Categories made by hand or by rule, the first that fits first.
  public var categories: [CategoryRule] = []
  /// Whether there are customers enough.
  public var adequacy = Adequacy()
  /// Growth, and tomorrow's customers.
  public var growth = Growth()
  /// Suggested categories.
  public var suggestions = Suggestions()
  /// The customer file.
  public var file = File()
  /// Stages of the relation, and the health of the portfolio.
  public var lifeCycle = LifeCycle()
  /// Why customers were lost.
  public var losses = Losses()
  /// Regaining lost customers.
  public var winBack = WinBack()
  /// Forecasts.
  public var prediction = Prediction()
  /// Prices.
  public var prices = Prices()
  /// The price policy proposed.
  public var pricePolicy = PricePolicy()
  /// Cease, maintain or develop.
  public var verdict = Verdict()
  /// The steps by which a relation is brought to its floor.
  public var ladder = Ladder()
  /// Where the salespeople's hours go.
  public var effort = Effort()
  /// Notice when a relation is ceased.
  public var ceasing = Ceasing()
  /// The score of prospects.
  public var targets = Targets()
  /// Whom the best customers are, and how many of their like to seek.
  public var replication = Replication()
  /// What is to be acted on now.
  public var alerts = Alerts()

  /// The policy of a company that has not changed anything.
  public init() {}

  /// What the company is.
  public struct Company: Hashable, Sendable {
    /// The name shown on pages.
    public var name = ""
    /// Where it gets its letters, line by line, without its name.
    public var address: [String] = []
    /// The town in which its letters are signed.
    public var place = ""
    /// Who signs its letters.
    public var signatory = ""
    /// As what they sign.
    public var signatoryRole = ""
    /// The ISO 4217 code of the currency that amounts are in.
    public var currency = "EUR"
    /// The numbers of the company and of those whose invoices are its own: they tell its sales from its purchases.
    public var sirens: [Siren] = []
    /// The month the company started; under `adequacy.exemptMonths` later it is exempt from the alarm.
    public var started: Month?
    /// Costs that the margins of all customers have to pay, over 12 months.
    public var fixedCosts: Cents?
    /// What one unit of a foreign currency is worth in the company's.
    public var rates: [String: Rate] = [:]
  }

  /// Which months are over, and how many are looked at.
  public struct Calendar: Hashable, Sendable {
    /// Months that a person declares complete.
    public var completeMonths: [Month] = []
    /// The length of W where nobody asks for another.
    public var windowMonths = 12
  }

  /// Orders and how long somebody has been a customer.
  public struct Orders: Hashable, Sendable {
    /// How long after an invoice a credit note of the same amount that names none may still belong to it.
    public var creditNoteDays = 30
    /// The months at the beginning of the data in which a first order may not be the first.
    public var censoredMonths = 12

    /// The rules of a company that has not changed any.
    public init() {}
  }

  /// Pareto and classes.
  public struct Ranking: Hashable, Sendable {
    /// What ranks the customers.
    public var criterion = Criterion.revenue
    /// Class A while the cumulative share before the customer is below.
    public var cutA = Rate(percent: 80)
    /// Class B up to here, C beyond.
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
    /// The age of a single order, in months, from which it may count as one-off.
    public var months = 12
    /// The percentile of the category's order gaps that a one-off must be older than.
    public var gapPercentile = Rate(percent: 90)
    /// Months without any order after which a record is proposed for archiving.
    public var deadMonths = 24
  }

  /// Revenue bands.
  public struct Bands: Hashable, Sendable {
    /// How bands are cut.
    public var method = BandMethod.equalRevenue
    /// How many bands are asked for.
    public var count = 5
    /// Lower ends of the bands from the biggest down, for the method `bounds`.
    public var bounds: [Cents] = []
  }

  /// How bands are cut.
  public enum BandMethod: String, CaseIterable, Sendable { case equalRevenue, bounds, naturalBreaks }

  /// How a band is served.
  public enum ServiceLevel: String, CaseIterable, Sendable {
    case personal, delegated, automated

    /// The next closer one; nothing above the closest.
    public var above: ServiceLevel? {
      switch self {
      case .personal: nil
      case .delegated: .personal
      case .automated: .delegated
      }
    }
  }

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
    /// What each level promises.
    public var catalogue: [ServiceLevel: LevelPromise] = [
      .personal: LevelPromise(visits: 12, calls: 24, replyHours: 4, paymentDays: 45, servedBy: "director"),
      .delegated: LevelPromise(visits: 4, calls: 8, replyHours: 24, paymentDays: 30, servedBy: "salesperson"),
      .automated: LevelPromise(visits: 0, calls: 2, replyHours: 48, paymentDays: 30, servedBy: "desk"),
    ]
  }

  /// What a level of service promises a customer over a year.
  public struct LevelPromise: Hashable, Sendable {
    /// Visits a year.
    public var visits: Int
    /// Calls a year.
    public var calls: Int
    /// The longest time to a reply, in hours.
    public var replyHours: Int
    /// The payment term, in days.
    public var paymentDays: Int
    /// Who serves.
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
    /// The part of each kind's cost that goes with the customer within `verdict.strandedMonths`.
    public var avoidableShares = Dictionary(
      uniqueKeysWithValues: ServiceKind.allCases.map {
        ($0, [.delivery, .mailing].contains($0) ? Rate(percent: 100) : Rate(percent: 30))
      })
    /// What handling one order costs beyond its lines; nothing means unknown.
    public var handlingPerOrder: Cents?
    /// Minutes that stand in for a service log: only with `enabled`, and labelled an estimate.
    public var standIn = StandIn()
    /// Yearly cost of money, for days to pay.
    public var financingRate: Rate?
  }

  /// How one kind of service is costed when its events do not say.
  public struct KindRule: Hashable, Sendable {
    /// Minutes of an event that does not tell them.
    public var standardMinutes: Int?
    /// Cost of an event with neither cost nor minutes.
    public var unitCost: Cents?
    /// What the books say the unit-cost events of this kind cost over 12 months.
    public var actualCost: Cents?

    /// Makes a rule.
    public init(standardMinutes: Int? = nil, unitCost: Cents? = nil, actualCost: Cents? = nil) {
      self.standardMinutes = standardMinutes
      self.unitCost = unitCost
      self.actualCost = actualCost
    }
  }

  /// The time equation that stands in for a missing service log.
  public struct StandIn: Hashable, Sendable {
    /// Whether estimates may stand in.
    public var enabled = false
    /// Estimated minutes an order.
    public var minutesPerOrder = 20
    /// Estimated minutes a line.
    public var minutesPerLine = 2
    /// What an estimated hour costs.
    public var costPerHour = Cents(4000)
  }

  /// Margins.
  public struct Margin: Hashable, Sendable {
    /// The share of a customer's revenue whose cost must be known for its margin to be.
    public var minimumCostedShare = Rate(percent: 100)
    /// Whether what the accounts say was bought may stand in for the direct cost of lines that have none.
    public var estimateFromPurchases = false
    /// Overheads over 12 months for the full-cost view; never part of a margin otherwise.
    public var overheads: Cents?
    /// What overheads are allocated by in the full-cost view.
    public var overheadKey = OverheadKey.revenue
  }

  /// What overheads are allocated by.
  public enum OverheadKey: String, CaseIterable, Sendable { case revenue, orders, lines, hours }

  /// Least margins and revenues.
  public struct Floors: Hashable, Sendable {
    /// The company's floor.
    public var company = Floor(rate: Rate(percent: 8), revenue: nil)
    /// A category's own floor, by its name.
    public var byCategory: [String: Floor] = [:]
    /// Age from which a customer is tested.
    public var testedFromMonths = 12
  }

  /// A least operating margin rate and a least revenue over 12 months.
  public struct Floor: Hashable, Sendable {
    /// The least operating margin as a share of revenue; nothing sets none.
    public var rate: Rate?
    /// The least revenue over 12 months; nothing sets none.
    public var revenue: Cents?

    /// Makes a floor.
    public init(rate: Rate?, revenue: Cents?) {
      self.rate = rate
      self.revenue = revenue
    }
  }

  /// A category made by hand or by rule; the first rule that holds wins over the customer file.
  public struct CategoryRule: Hashable, Sendable {
    /// The category's name.
    public var name: String
    /// Customers put in by hand, by identifier.
    public var customers: [String]
    /// Values of the customer file that put a customer in; all lists that are not empty must hold.
    public var sectors: [String]
    /// Regions that put a customer in.
    public var regions: [String]
    /// Sizes that put a customer in.
    public var sizes: [String]
    /// Product ranges of which one must make at least half of the customer's revenue in W.
    public var ranges: [String]
    /// What the files call the category: customers and prospects of that word are in it.
    public var labels: [String]

    /// Makes a rule.
    public init(
      name: String, customers: [String] = [], sectors: [String] = [], regions: [String] = [], sizes: [String] = [],
      ranges: [String] = [], labels: [String] = []
    ) {
      self.name = name
      self.customers = customers
      self.sectors = sectors
      self.regions = regions
      self.sizes = sizes
      self.ranges = ranges
      self.labels = labels
    }
  }

  /// Number of customers × average order against the revenue expected.
  public struct Adequacy: Hashable, Sendable {
    /// Revenue expected over 12 months.
    public var expectedRevenue: Cents?
    /// Months in a row below from which it is watched.
    public var watchMonths = 3
    /// Months in a row below from which it alarms.
    public var alarmMonths = 12
    /// The company's age in months up to which it is exempt.
    public var exemptMonths = 24
  }

  /// Suggested categories.
  public struct Suggestions: Hashable, Sendable {
    /// The most categories proposed.
    public var mostCategories = 8
    /// Customers with revenue in W under which no category is proposed.
    public var leastCustomers = 20
    /// Customers whose distances are compared one by one; the others join the nearest typical customer.
    public var sample = 600
    /// The fewest customers of a proposed category, among those compared one by one.
    public var leastMembers = 3
    /// The same, as a share of them.
    public var leastMemberShare = Rate(percent: 2)
    /// Mean silhouette under which the customers are said to form no categories.
    ///
    /// Source: Kaufman & Rousseeuw, "Finding Groups in Data", 1990, table 4: "no substantial structure" up to 0.25.
    public var leastSilhouette = Rate(percent: 25)
  }
}
