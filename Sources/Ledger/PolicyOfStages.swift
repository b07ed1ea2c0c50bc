import Units

extension Policy {
  /// Stages of the relation, and the health of the portfolio.
  public struct LifeCycle: Hashable, Sendable {
    /// When a customer is lost.
    public var lost = Lost()
    /// Months after the first order during which a customer is new.
    public var newMonths = 12
    /// Months after the return of a lost customer during which it is won back.
    public var wonBackMonths = 12
    /// When a customer is episodic.
    public var episodic = Episodic()
    /// When revenue declines.
    public var declining = Declining()
    /// When silence alone is decline.
    public var silence = Silence()
    /// When revenue develops.
    public var developing = Developing()
    /// When revenue stays.
    public var mature = Mature()
    /// The health of the portfolio.
    public var health = Health()

    /// When a customer is lost.
    public struct Lost: Hashable, Sendable {
      /// Gaps between orders under which a customer has no measure of its own.
      public var leastGaps = 2
      /// Months without an order after which such a customer is lost.
      public var months = 15
      /// The percentile of its own gaps that another one is measured by.
      public var gapPercentile = Rate(percent: 90)
      /// It is lost after this many times that percentile.
      public var gapFactor = Rate(percent: 200)
      /// But never before this many months.
      public var leastMonths = 12
      /// And at the latest after this many.
      public var mostMonths = 24
    }

    /// When a customer is episodic.
    public struct Episodic: Hashable, Sendable {
      /// The months looked at.
      public var months = 24
      /// So few orders in them are episodic.
      public var mostOrders = 2
      /// Fewer active months than this are too: a sixth of 24.
      public var leastActiveMonths = 4
    }

    /// When revenue declines.
    public struct Declining: Hashable, Sendable {
      /// W ÷ P up to which it declines.
      public var ratio = Rate(percent: 80)
      /// W ÷ the months two years before, up to which it declines slowly.
      public var slowRatio = Rate(percent: 80)
      /// W ÷ P that a slow decline must not be above.
      public var slowYearRatio = Rate(percent: 95)
    }

    /// When silence alone is decline: beyond all three measures.
    public struct Silence: Hashable, Sendable {
      /// Gaps between orders under which silence says nothing.
      public var leastGaps = 4
      /// The percentile of its own gaps that silence is measured by.
      public var gapPercentile = Rate(percent: 90)
      /// Silence is longer than this many times that percentile.
      public var gapFactor = Rate(percent: 200)
      /// And than this many times the longest gap.
      public var longestGapFactor = Rate(percent: 110)
      /// And than this many days.
      public var leastDays = 60
    }

    /// When revenue develops.
    public struct Developing: Hashable, Sendable {
      /// W ÷ P from which it develops.
      public var ratio = Rate(percent: 115)
      /// W ÷ P from which it develops when a range was gained.
      public var ratioWithRange = Rate(percent: 105)
    }

    /// When revenue stays.
    public struct Mature: Hashable, Sendable {
      /// The least W ÷ P that is steady.
      public var leastRatio = Rate(percent: 85)
      /// The greatest one.
      public var mostRatio = Rate(percent: 110)
      /// A change under this part of the noise gate is steady too.
      public var gateShare = Rate(percent: 50)
    }

    /// The health of the portfolio.
    public struct Health: Hashable, Sendable {
      /// Healthy when developing and mature customers are above this share, of customers and of revenue.
      public var leastShare = Rate(percent: 50)
      /// Alarm when the share of the declining rises by this many points.
      public var alarmPoints = Rate(percent: 3)
      /// Within this many months.
      public var alarmMonths = 6
    }
  }

  /// Why customers were lost.
  public struct Losses: Hashable, Sendable {
    /// Months before the last order in which signals are looked for.
    public var signalMonths = 6
    /// Complaints, and deliveries that came late, from which they are a signal.
    public var leastEvents = 2
    /// The same for a customer whose relation was younger than `lifeCycle.newMonths`.
    ///
    /// Source: seed 001, « Un nouveau client demande davantage d'attentions, les moindres faux pas sont parfois fatals ».
    public var leastEventsWhenNew = 1
    /// And how many times as many as with all others they have to be.
    public var timesOthers = Rate(percent: 200)
    /// Points by which prices rose above the median customer's.
    public var priceRise = Rate(percent: 3)
    /// Visits and calls ÷ those of the same months a year earlier up to which service dropped.
    public var serviceRatio = Rate(percent: 50)
    /// Visits and calls a year earlier under which there is no drop to speak of.
    public var leastContacts = 3
    /// The part of the customer's purchases that withdrawn products made.
    public var withdrawnShare = Rate(percent: 20)
    /// Days after which an answer to an enquiry comes too late.
    public var answerDays = 5
    /// W ÷ P of the other customers of the sector up to which the sector falls.
    public var sectorRatio = Rate(percent: 90)
    /// Other customers of a sector under which it has no trend of its own.
    public var sectorMembers = 3
  }

  /// Regaining lost customers.
  public struct WinBack: Hashable, Sendable {
    /// The months within which a return counts.
    public var returnMonths = 24
    /// The company's losses under which the chance of a return is not known.
    public var leastLosses = 20
    /// Losses of a class from which its own are counted.
    public var classLosses = 30
    /// Returns that the estimate starts from: α of its Beta distribution.
    public var priorReturns = Rate(percent: 100)
    /// Losses for good that it starts from: β.
    public var priorLosses = Rate(percent: 900)
    /// The years of margin that a return is worth.
    public var marginYears = Rate(percent: 200)
    /// What a margin a year later is worth less than one today.
    public var discountRate = Rate(percent: 8)
    /// What trying to win one customer back costs; nothing means unknown.
    public var effort: Cents?
  }

  /// Forecasts.
  public struct Prediction: Hashable, Sendable {
    /// Twice the gain in log likelihood under which customers cannot be said to drop out.
    ///
    /// Source: the 95 % point of the χ² distribution with one degree of freedom.
    public var dropoutGain = Rate(millionths: 3_840_000)
    /// The least W ÷ P that the rival's trend is taken from.
    public var leastTrend = Rate(percent: 70)
    /// The greatest one.
    public var mostTrend = Rate(percent: 140)
    /// How many months back the forecasts are made that are held against what came.
    public var origins = [12, 18, 24]
    /// The most months held out.
    public var holdOutMonths = 12
    /// At most one month in this many is held out.
    public var holdOutPart = 3
    /// The part of the outcomes that the intervals are meant to hold.
    public var coverage = Rate(percent: 80)
    /// How much smaller the model's error has to be than the rival's.
    public var leastGain = Rate(percent: 5)
    /// On what part of the origins: two of three, rounded down so that two of three are enough.
    public var winningShare = Rate(millionths: 666_666)
    /// The months over which erosion has to be made good.
    public var renewalMonths = 12
    /// The months that are predicted.
    public var horizonMonths = 12
    /// The months over which a customer's residual value is counted.
    public var residualMonths = 60
    /// What a margin a year later is worth less than one today.
    public var discountRate = Rate(percent: 8)
    /// Own gaps between orders under which those of the category tell the rhythm.
    public var ownGaps = 5
    /// The last gaps that a rhythm is told from, at most.
    public var lastGaps = 24
  }

  /// Prices.
  public struct Prices: Hashable, Sendable {
    /// Other buyers of a product and quarter under which there is no price to compare with.
    public var otherBuyers = 3
    /// The share of revenue compared under which a customer has no index.
    public var leastCoverage = Rate(percent: 50)
    /// How many times as much, or as little, still counts as a like volume.
    public var volumeFactor = Rate(percent: 200)
    /// What a customer pays less than the median of like volume from which its price should be looked at again.
    public var leastGap = Rate(percent: 3)
  }
}
