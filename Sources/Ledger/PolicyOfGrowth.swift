import Units

extension Policy {
  /// The noise gate that growth and decline have to pass, the rhythm of orders, and tomorrow's customers.
  public struct Growth: Hashable, Sendable {
    /// Months compared with the same ones a year earlier under which nothing is proven.
    public var leastMonths = 6
    /// Change in median orders that always counts as noise.
    public var gateMedianOrders = 2
    /// Standard deviations of one-sided noise.
    public var gateDeviations = Rate(millionths: 1_280_000)
    /// How many of the last orders the gate is measured on.
    public var gateLastOrders = 24
    /// Orders under which no variation is measured.
    public var gateFewOrders = 4
    /// The least coefficient of variation of the orders' values that is believed.
    public var gateLeastValueVariation = Rate(percent: 10)
    /// The greatest one.
    public var gateMostValueVariation = Rate(percent: 150)
    /// The one taken with too few orders.
    public var gateFewValueVariation = Rate(percent: 70)
    /// The least coefficient of variation of the gaps between orders that is believed.
    public var gateLeastGapVariation = Rate(percent: 10)
    /// The greatest one.
    public var gateMostGapVariation = Rate(percent: 100)
    /// The one taken with too few orders.
    public var gateFewGapVariation = Rate(percent: 100)
    /// The greatest one of a regular or seasonal customer.
    public var gateRhythmGapVariation = Rate(percent: 30)
    /// When orders keep a rhythm of their own.
    public var rhythm = Rhythm()
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
    /// Orders under which a young customer has no early rhythm.
    public var earlyOrders = 3
    /// Customers of the first band whose own beginnings must be known to compare with.
    public var earlyPeers = 3
    /// Falling margin rates in a row from which a customer is listed.
    public var marginFallYears = 2
  }

  /// When a customer's orders keep a rhythm of their own.
  public struct Rhythm: Hashable, Sendable {
    /// Gaps between orders under which nobody is regular.
    public var regularGaps = 2
    /// The longest gap less the shortest, at most this part of the median gap.
    public var regularSpread = Rate(percent: 50)
    /// Months in a row that make a season.
    public var seasonMonths = 4
    /// The part of the orders that has to fall in them.
    public var seasonShare = Rate(percent: 75)
    /// Orders that a season counts from.
    public var seasonOrders = 3
    /// How many such seasons there have to be.
    public var seasons = 2

    /// The rules of a company that has not changed any.
    public init() {}
  }
}
