import Ledger
import Portfolio
import Units

/// Why a customer is in its stage at the end of a month, with the figures behind.
public struct StageReading: Hashable, Sendable {
  /// The last months against the same months a year earlier.
  public struct Comparison: Hashable, Sendable {
    /// How many months are compared, at most twelve.
    public let months: Int
    /// Orders' revenue in them.
    public let current: Cents
    /// The same a year earlier.
    public let previous: Cents
    /// Their revenue in the twelve months before those, where twelve are compared and it is above zero.
    public let earlier: Cents?
    /// Orders in the months compared.
    public let currentOrders: Int
    /// The same a year earlier.
    public let previousOrders: Int
    /// What chance alone may change.
    public let gate: NoiseGate

    /// The last months ÷ the same a year earlier; nothing where those had no revenue.
    public var ratio: Share? { Share(current, of: previous) }
    /// Whether the change is more than chance.
    public var passesGate: Bool { gate.passes(current - previous) }
  }

  /// How long the customer has not ordered, against its own gaps between orders.
  public struct Silence: Hashable, Sendable {
    /// The last order.
    public let lastOrder: Day
    /// Days since, at the end of the month.
    public let days: Int
    /// Whole months since.
    public let months: Int
    /// Gaps between all orders.
    public let gaps: Int
    /// The percentile of them that a loss is measured by; nothing without a gap.
    public let lossPercentile: Int?
    /// Gaps since the relation, or its last beginning after a loss, began.
    public let ownGaps: Int
    /// The percentile of these that silence is measured by, in days.
    public let ownPercentile: Int?
    /// The longest of these, in days.
    public let longestGap: Int?
  }

  /// The last months in which episodic customers are looked for.
  public struct Presence: Hashable, Sendable {
    /// How many months.
    public let months: Int
    /// Orders in them.
    public let orders: Int
    /// Months with an order.
    public let activeMonths: Int
  }

  /// The customer, by place.
  public let customer: Int
  /// The month at whose end it is judged.
  public let month: Month
  /// Why it is in its stage.
  public let reason: StageReason
  /// The first order of the relation, or the one it began anew with after a loss.
  public let beginning: Day
  /// Months since the month of that order.
  public let age: Int
  /// Whether the relation began anew after a loss.
  public let isReturned: Bool
  /// The last clear sign, and its month; nothing before there was one.
  public let sign: StageReason?
  /// The month of that sign.
  public let signMonth: Month?
  /// The comparison with a year earlier; nothing while too few months can be compared.
  public let comparison: Comparison?
  /// How long it has not ordered.
  public let silence: Silence
  /// How often it was there.
  public let presence: Presence
  /// The rhythm of its orders.
  public let rhythm: OrderRhythm
  /// Ranges of the last twelve months against the twelve before; nothing where ranges are not known by month.
  public let ranges: RangeChange?

  /// The stage.
  public var stage: Stage { reason.stage }
}

extension StageSource {
  /// Why each of some customers is in its stage at the end of a month; those without an order by then are left out.
  ///
  /// Linear in their orders and months.
  public func readings(of customers: some Sequence<Int>, at month: Month) -> [StageReading] {
    guard months.contains(month) else { return [] }
    let room = StageScratch(self)
    let place = months.first.distance(to: month)
    var readings: [StageReading] = []
    for customer in customers {
      walk(customer, in: room) { month, reason, walk in
        if month == place { readings.append(walk.reading(at: month, reason)) }
      }
    }
    return readings
  }

  /// Why a customer is in its stage at the end of a month; nothing before its first order.
  public func reading(of customer: Int, at month: Month) -> StageReading? {
    readings(of: CollectionOfOne(customer), at: month).first
  }
}

extension StageWalk {
  /// The figures behind the month just judged.
  mutating func reading(at month: Int, _ reason: StageReason) -> StageReading {
    let start = episodicStart(month)
    let first = room.months.first
    let all = (1..<max(1, seen)).map { Int(room.gaps[$0]) }.sorted()
    let own = (lifeOrder + 1..<max(lifeOrder + 1, seen)).map { Int(room.gaps[$0]) }.sorted()
    return StageReading(
      customer: customer, month: first.advanced(by: month), reason: reason,
      beginning: Day(number: room.orderDays[lifeOrder]), age: month - lifeMonth, isReturned: returned, sign: marker,
      signMonth: marker.map { _ in first.advanced(by: markerMonth) },
      comparison: comparison(at: month),
      silence: StageReading.Silence(
        lastOrder: Day(number: room.orderDays[seen - 1]), days: silence(at: month),
        months: month - Int(room.orderMonths[seen - 1]), gaps: all.count,
        lossPercentile: nearestRank(rule.life.lost.gapPercentile, of: all), ownGaps: own.count,
        ownPercentile: nearestRank(rule.life.silence.gapPercentile, of: own), longestGap: own.last),
      presence: StageReading.Presence(
        months: month + 1 - start, orders: Int(room.orders[month + 1] - room.orders[start]),
        activeMonths: Int(room.active[month + 1] - room.active[start])),
      rhythm: currentRhythm(), ranges: rangeChange(month))
  }

  private mutating func comparison(at month: Int) -> StageReading.Comparison? {
    let months = min(12, month - lifeMonth - 12)
    guard months >= rule.leastMonths, let gate = gate(at: month, compared: months) else { return nil }
    let earlier = months == 12 ? earlier(month) : 0
    return StageReading.Comparison(
      months: months, current: Cents(room.values[month + 1] - room.values[month + 1 - months]),
      previous: Cents(room.values[month - 11] - room.values[month - 11 - months]),
      earlier: earlier > 0 ? Cents(earlier) : nil,
      currentOrders: Int(room.orders[month + 1] - room.orders[month + 1 - months]),
      previousOrders: Int(room.orders[month - 11] - room.orders[month - 11 - months]), gate: gate)
  }
}
