import Units

extension Policy {
  /// Cease, maintain or develop.
  public struct Verdict: Hashable, Sendable {
    /// The months that costs stay paid after a relation ended.
    public var strandedMonths = 12
    /// The used part of a pool from which freed hours are worth something.
    public var fullPool = Rate(percent: 95)
    /// The longest end date of a strategic customer, in months.
    public var strategicMonths = 12
    /// How much cost rates are moved, up and down, to tell firm verdicts from fragile ones.
    public var costSpread = Rate(percent: 20)
    /// When to cease.
    public var cease = Cease()
    /// When to develop.
    public var develop = Develop()
    /// When a category is toxic.
    public var toxicCategory = ToxicCategory()
    /// Hidden gems.
    public var hiddenGems = HiddenGems()

    /// When to cease.
    public struct Cease: Hashable, Sendable {
      /// Active months that W and P must have each.
      public var activeMonths = 6
      /// Tenure in months that a relation must have.
      public var tenureMonths = 24
      /// The price rise to the floor, after serving leaner, beyond which no last offer has to be tried.
      public var priceRise = Rate(percent: 25)
    }

    /// When to develop.
    public struct Develop: Hashable, Sendable {
      /// Headroom ÷ revenue from which it is worth it.
      public var headroomShare = Rate(percent: 25)
      /// The percentile of the category's potentials above which none is believed.
      public var potentialPercentile = Rate(percent: 90)
      /// The percentile of the ranges bought in the category that stands in for an unknown potential.
      public var whiteSpacePercentile = Rate(percent: 75)
    }

    /// When a category is toxic.
    public struct ToxicCategory: Hashable, Sendable {
      /// Members under which it is not judged.
      public var leastMembers = 5
      /// The part of them with a negative margin: two thirds, rounded down so that two of three are enough.
      public var negativeShare = Rate(millionths: 666_666)
    }

    /// Hidden gems.
    public struct HiddenGems: Hashable, Sendable {
      /// Headroom ÷ revenue from which a customer may be one.
      public var headroomShare = Rate(percent: 20)
    }
  }

  /// The steps by which a relation is brought to its floor.
  public struct Ladder: Hashable, Sendable {
    /// The price rise that may be asked of anybody.
    public var priceCap = Rate(percent: 5)
    /// The most times that cap that a price below the others' may be raised.
    public var indexFactor = Rate(percent: 200)
    /// The price rise that a last offer may ask.
    public var lastOfferCap = Rate(percent: 25)
    /// Rebates and commissions that follow revenue, as a part of it.
    public var rebates = Rate(percent: 0)
  }

  /// Where the salespeople's hours go.
  ///
  /// Source: Lodish, "CALLPLAN: an interactive salesman's call planning system", 1971.
  public struct Effort: Hashable, Sendable {
    /// δ: the part of the margin that would go without any hour.
    public var marginAtRisk = Rate(percent: 75)
    /// The least margin that hours without end would bring, in times today's.
    public var leastLift = Rate(percent: 105)
    /// The greatest one.
    public var mostLift = Rate(percent: 150)
    /// The most hours a year that visits and calls may take one customer of a level.
    public var mostHours: [ServiceLevel: Int] = [.personal: 120, .delegated: 80, .automated: 40]
    /// What the way to one visit costs; nothing leaves ways out.
    public var travelPerVisit: Cents?
    /// Minutes of a visit where neither the log nor a rule of the kind tells them.
    public var visitMinutes = 60
    /// The same for a call.
    public var callMinutes = 15
    /// The most customers proposed to another salesperson.
    public var mostReassignments = 10
    /// What such a change has to bring a year.
    public var leastReassignmentGain = Cents(50_000)

    /// The rules of a company that has not changed any.
    public init() {}
  }

  /// Notice when a relation is ceased.
  ///
  /// Source: article L442-1 II of the French commercial code: 18 months always suffice.
  public struct Ceasing: Hashable, Sendable {
    /// Months of notice for each year begun.
    public var noticeMonthsPerYear = 1
    /// The shortest notice, in months.
    public var leastNoticeMonths = 1
    /// The longest one.
    public var mostNoticeMonths = 18
    /// The part of its purchases from which a customer depends on the company.
    public var dependentFrom = Rate(percent: 30)

    /// The rules of a company that has not changed any.
    public init() {}
  }

  /// The score of prospects: the mean of criteria from 0 to 1, by weight.
  public struct Targets: Hashable, Sendable {
    /// How much each criterion weighs; only their proportions count.
    public var weights = Weights()
    /// What a criterion that is not known counts as.
    public var neutral = Rate(percent: 50)
    /// Sizes that are wanted, in the files' words; where none is named, those of the best customers.
    public var sizes: [String] = []
    /// Lines of business that are wanted; where none is named, those of the best customers.
    public var activities: [String] = []
    /// Regions that are wanted; where none is named, those that somebody serves.
    public var regions: [String] = []
    /// Cultures that are wanted; where none is named, those of the best customers.
    public var cultures: [String] = []

    /// How much each criterion weighs.
    public struct Weights: Hashable, Sendable {
      /// The company's size.
      public var size = Rate(percent: 100)
      /// What it does.
      public var activity = Rate(percent: 100)
      /// Where it is.
      public var region = Rate(percent: 100)
      /// How much it wants what is sold.
      public var interest = Rate(percent: 100)
      /// How well both get on.
      public var culture = Rate(percent: 100)
    }
  }

  /// What is to be acted on now.
  public struct Alerts: Hashable, Sendable {
    /// The last months compared with the same ones a year earlier.
    public var months = 3
    /// Revenue ÷ a year earlier, up to which volume is lost.
    public var ratio = Rate(percent: 75)
    /// The drop in median orders that volume is lost from.
    public var medianOrders = Rate(percent: 150)
    /// And in standard deviations of the customer's own variation.
    public var deviations = Rate(millionths: 1_280_000)
    /// And in money; nothing sets none.
    public var leastDrop: Cents?
    /// The company-wide drop beyond which there is one alert and not one for each customer.
    public var companyDrop = Rate(percent: 15)
    /// Months before the customer's own season at which it is announced.
    public var seasonLeadMonths = 1
    /// Months after its start at which a season without orders is missed.
    public var seasonMissedMonths = 1
    /// Clear months after which the same alert may sound again.
    public var clearMonths = 3
    /// Months after an alert by which it is judged.
    public var judgedMonths = 6
    /// Revenue of those months ÷ a year earlier, up to which the alert was right.
    public var judgedRatio = Rate(percent: 80)
  }
}
