import Ledger
import Portfolio
import Units

/// One customer's way through the months, each judged by what was known at its end.
///
/// Source: docs/methods/stages.md.
struct StageWalk {
  let room: StageScratch
  let customer: Int
  /// How many orders the customer has in all; only those up to the month judged are looked at.
  let count: Int
  /// Whether the data show that the first order is the first.
  let beginningKnown: Bool
  /// The month in which the relation was ended, counted from the first judged.
  let ceased: Int?
  let ranges: RangeMonths?

  /// Orders up to the month judged.
  private(set) var seen = 0
  /// The order and the month that the relation, or its last beginning after a loss, begins with.
  private(set) var lifeOrder = 0
  private(set) var lifeMonth = 0
  private(set) var returned = false
  private(set) var isLost = false
  /// The shortest and the longest gap since then.
  private(set) var leastGap = Int32.max
  private(set) var mostGap: Int32 = 0
  /// The last clear sign since then, and its month.
  private(set) var marker: StageReason?
  private(set) var markerMonth = 0
  /// Spread and rhythm as of so many orders.
  private var spread: OrderSpread?
  private var spreadSeen = 0
  private var rhythm = OrderRhythm.irregular
  private var rhythmSeen = 0

  var rule: StageRule { @inline(__always) get { room.rule } }

  /// Begins a walk; `room` holds the customer's orders already.
  init(_ customer: Int, count: Int, in source: StageSource, room: StageScratch) {
    self.room = room
    self.customer = customer
    self.count = count
    ranges = source.ranges
    let start = source.months.first
    ceased = source.ceased.isEmpty ? nil : source.ceased[customer].map { start.distance(to: $0) }
    if !source.since.isEmpty, let since = source.since[customer] {
      beginningKnown = since >= start
    } else {
      beginningKnown = count > 0 && Int(room.orderMonths[0]) >= source.rule.censoredMonths
    }
  }

  /// Judges the next month; nothing before the first order.
  mutating func step(_ month: Int) -> StageReason? {
    takeOrders(of: month)
    guard seen > 0 else { return nil }
    if let reason = loss(at: month) {
      isLost = true
      return reason
    }
    let age = month - lifeMonth
    if returned {
      if age < rule.wonBackMonths { return .returned }
    } else if beginningKnown, age < rule.newMonths {
      return .firstOrder
    }
    guard age >= 12 else { return .unproven }
    let found = sign(at: month, compared: min(12, age - 12))
    if let found {
      marker = found
      markerMonth = month
    }
    if let reason = episodic(at: month) { return reason }
    if let found { return found }
    switch marker?.stage {
    case .declining: return .stillDeclining
    case .developing: return .stillDeveloping
    default: return .stillMature
    }
  }

  private mutating func takeOrders(of month: Int) {
    while seen < count, Int(room.orderMonths[seen]) <= month {
      if seen == 0 || isLost {
        returned = seen > 0
        isLost = false
        lifeOrder = seen
        lifeMonth = Int(room.orderMonths[seen])
        (leastGap, mostGap) = (Int32.max, 0)
        marker = nil
      } else {
        leastGap = min(leastGap, room.gaps[seen])
        mostGap = max(mostGap, room.gaps[seen])
      }
      seen += 1
    }
  }

  // MARK: Lost and episodic

  /// Days without an order at the end of a month.
  func silence(at month: Int) -> Int { Int(room.lastDays[month]) - Int(room.orderDays[seen - 1]) }

  private func loss(at month: Int) -> StageReason? {
    let last = Int(room.orderMonths[seen - 1])
    if let ceased, month >= ceased, last <= ceased { return .ceased }
    let silent = month - last
    let lost = rule.life.lost
    guard seen - 1 >= lost.leastGaps else { return silent >= lost.months ? .silentTooLong : nil }
    guard silent >= lost.leastMonths else { return nil }
    if silent >= lost.mostMonths { return .silentTooLong }
    let mostGap = Int128(silence(at: month)) * 1_000_000 / Int128(max(1, lost.gapFactor.millionths))
    return isPercentile(lost.gapPercentile, ofGapsFrom: 1, atMost: Int(mostGap)) ? .silentTooLong : nil
  }

  /// Whether a percentile of the gaps from an order on is at most so many days.
  private func isPercentile(_ percentile: Rate, ofGapsFrom first: Int, atMost days: Int) -> Bool {
    let count = seen - first
    var within = 0
    for index in first..<seen where Int(room.gaps[index]) <= days { within += 1 }
    let rank = (count * Int(percentile.millionths) + 999_999) / 1_000_000
    return within >= max(1, rank)
  }

  /// The first of the months up to this one in which an episodic customer is looked for: none before its relation began.
  func episodicStart(_ month: Int) -> Int { max(lifeMonth, month + 1 - rule.episodicMonths) }

  /// A younger relation is held against as large a part of the orders and months asked for as is known of it.
  private mutating func episodic(at month: Int) -> StageReason? {
    let start = episodicStart(month)
    let known = min(rule.episodicMonths, month - lifeMonth)
    let orders = Int(room.orders[month + 1] - room.orders[start])
    let active = Int(room.active[month + 1] - room.active[start])
    let isRare = orders * rule.episodicMonths <= rule.life.episodic.mostOrders * known
    let isIdle = active * rule.episodicMonths < rule.life.episodic.leastActiveMonths * known
    guard isRare || isIdle, currentRhythm() == .irregular, !isRhythmOpen(at: month) else { return nil }
    return isRare ? .fewOrders : .fewActiveMonths
  }

  /// Whether too few gaps are known to tell a rhythm, and the one under way does not speak against it.
  private func isRhythmOpen(at month: Int) -> Bool {
    let gaps = seen - 1 - lifeOrder
    let rhythm = rule.growth.rhythm
    guard gaps >= 1, gaps < max(2, rhythm.regularGaps) else { return false }
    return Int128(silence(at: month)) * 1_000_000
      <= Int128(mostGap) * Int128(1_000_000 + rhythm.regularSpread.millionths)
  }

  // MARK: Signs

  /// A clear sign of the month, or nothing between them.
  private mutating func sign(at month: Int, compared months: Int) -> StageReason? {
    guard months >= rule.leastMonths else { return isSilent(at: month) ? .silent : .unproven }
    let now = room.values[month + 1] - room.values[month + 1 - months]
    let before = room.values[month - 11] - room.values[month - 11 - months]
    let change = now - before
    let (current, previous) = (Int128(now) * 1_000_000, Int128(before))
    // Two years back, without the month of the first order, as everywhere.
    let falls = months == 12 && before > 0 && current <= previous * rule.slowYear && isBelowEarlier(month, current)
    if before > 0, current <= previous * rule.declining || falls, passesGate(change, month, months) {
      return current <= previous * rule.declining ? .fell : .fellSlowly
    }
    if isSilent(at: month) { return .silent }
    if before > 0, current >= previous * rule.developingWithRange {
      if current >= previous * rule.developing {
        if passesGate(change, month, months) { return .grew }
      } else if isRangeGained(month), passesGate(change, month, months) {
        return .grewWithRange
      }
    }
    if before > 0, current >= previous * rule.steadyLeast, current <= previous * rule.steadyMost { return .steady }
    guard let gate = gate(at: month, compared: months) else { return nil }
    return Int128(change.magnitude) * 1_000_000 < Int128(gate.width.value) * rule.gateShare ? .withinNoise : nil
  }

  /// Revenue of the twelve months two years before, without the month of the first order.
  func earlier(_ month: Int) -> Int64 {
    let end = month - 23
    let start = max(lifeMonth + 1, month - 35)
    return start < end ? room.values[end] - room.values[start] : 0
  }

  private func isBelowEarlier(_ month: Int, _ current: Int128) -> Bool {
    let earlier = earlier(month)
    return earlier > 0 && current <= Int128(earlier) * rule.slow
  }

  private mutating func isSilent(at month: Int) -> Bool {
    let days = silence(at: month)
    let silence = rule.life.silence
    let gaps = seen - 1 - lifeOrder
    guard days > silence.leastDays, gaps >= silence.leastGaps,
      days * 1_000_000 > Int(mostGap) * Int(silence.longestGapFactor.millionths)
    else { return false }
    // days > factor × percentile, turned to a whole number of days that the percentile must not exceed.
    let mostGap = (Int128(days) * 1_000_000 - 1) / Int128(max(1, silence.gapFactor.millionths))
    guard isPercentile(silence.gapPercentile, ofGapsFrom: lifeOrder + 1, atMost: Int(mostGap)) else { return false }
    guard case .seasonal(let from) = currentRhythm() else { return true }
    let ofYear = (Int(room.months.first.number) + month) % 12
    return (ofYear - (from - 1) + 12) % 12 < rule.growth.rhythm.seasonMonths
  }

  private func isRangeGained(_ month: Int) -> Bool { rangeChange(month)?.isWider ?? false }

  /// The ranges of the last twelve months against the twelve before.
  func rangeChange(_ month: Int) -> RangeChange? {
    let last = room.months.first.advanced(by: month)
    return ranges?.change(
      of: customer, current: MonthSpan(last.advanced(by: -11), last),
      previous: MonthSpan(last.advanced(by: -23), last.advanced(by: -12)))
  }

  // MARK: The gate

  private mutating func passesGate(_ change: Int64, _ month: Int, _ months: Int) -> Bool {
    gate(at: month, compared: months)?.passes(Cents(change)) ?? false
  }

  /// The noise gate of so many months against the same a year earlier.
  mutating func gate(at month: Int, compared months: Int) -> NoiseGate? {
    if spreadSeen != seen {
      let first = max(lifeOrder, seen - rule.gateLastOrders)
      spread = OrderSpread(
        days: UnsafeBufferPointer(start: room.orderDays + first, count: seen - first),
        values: UnsafeBufferPointer(start: room.orderValues + first, count: seen - first), scratch: room.sorting)
      spreadSeen = seen
    }
    guard let spread else { return nil }
    // A rhythm only narrows gates whose gaps vary more: else there is no need to look for it.
    let isSteady =
      spread.orders >= rule.growth.gateFewOrders && spread.gapVariation.map { $0 <= rule.rhythmGapVariation } ?? false
    return NoiseGate(
      spread: spread, current: Int(room.orders[month + 1] - room.orders[month + 1 - months]),
      previous: Int(room.orders[month - 11] - room.orders[month - 11 - months]),
      rhythm: isSteady ? .irregular : currentRhythm(), rule: rule.growth)
  }

  /// The rhythm of the orders since the relation, or its last beginning, began.
  mutating func currentRhythm() -> OrderRhythm {
    if rhythmSeen != seen {
      rhythm = measuredRhythm()
      rhythmSeen = seen
    }
    return rhythm
  }

  private func measuredRhythm() -> OrderRhythm {
    let gaps = seen - 1 - lifeOrder
    let (least, most) = (Int(leastGap), Int(mostGap))
    let rhythm = rule.growth.rhythm
    // The median is at most the longest gap: most customers are told apart without sorting.
    if OrderRhythm.isRegular(gaps: gaps, least: least, most: most, twoMedians: 2 * most, rule: rhythm) {
      var sorted = UnsafeMutableBufferPointer(start: room.sortedGaps, count: gaps)
      for index in 0..<gaps { sorted[index] = room.gaps[lifeOrder + 1 + index] }
      sorted.sort()
      let twoMedians = Int(sorted[(gaps - 1) / 2]) + Int(sorted[gaps / 2])
      if OrderRhythm.isRegular(gaps: gaps, least: least, most: most, twoMedians: twoMedians, rule: rhythm) {
        return .regular
      }
    }
    guard seen - lifeOrder >= rhythm.seasonOrders * rhythm.seasons else { return .irregular }
    let last = Int(room.orderMonths[seen - 1])
    let counts = UnsafeBufferPointer(start: room.counts + lifeMonth, count: last - lifeMonth + 1)
    return OrderRhythm.season(of: counts, from: room.months.first.advanced(by: lifeMonth), rule: rhythm)
      .map { .seasonal(from: $0) } ?? .irregular
  }
}
