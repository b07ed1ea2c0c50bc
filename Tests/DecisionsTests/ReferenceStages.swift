import Decisions
import Ledger
import Portfolio
import Units

/// The stages as docs/methods/stages.md says them, written down plainly and slowly: what the fast walk is held against.
struct ReferenceStages {
  let months: MonthSpan
  let policy: Policy
  var since: Month?
  var ceased: Month?
  var ranges: RangeMonths?
  var customer = 0

  func course(of orders: [OrderLog.Order]) -> [StageReason?] {
    var result: [StageReason?] = []
    var life: [OrderLog.Order] = []
    var (returned, lost) = (false, false)
    var marker: StageReason?
    for month in months.months {
      let known = orders.filter { $0.month <= month }
      let new = known.filter { $0.month == month }
      if !new.isEmpty {
        if lost { (returned, life, marker) = (true, [], nil) }
        life += new
        lost = false
      }
      guard let first = life.first, let last = known.last else {
        result.append(nil)
        continue
      }
      let gaps = zip(known, known.dropFirst()).map { $0.day.distance(to: $1.day) }
      if let reason = loss(gaps, last, month) {
        lost = true
        result.append(reason)
        continue
      }
      let age = first.month.distance(to: month)
      let begins = since.map { $0 >= months.first } ?? (months.first.distance(to: known[0].month) >= 12)
      if returned && age < 12 || !returned && begins && age < 12 {
        result.append(returned ? .returned : .firstOrder)
        continue
      }
      guard age >= 12 else {
        result.append(.unproven)
        continue
      }
      let found = sign(known, life, age, month)
      if let found { marker = found }
      let still: StageReason? = marker.map {
        $0.stage == .declining ? .stillDeclining : $0.stage == .developing ? .stillDeveloping : .stillMature
      }
      let two = life.filter { $0.month > month.advanced(by: -24) }
      let (active, whole) = (Set(two.map(\.month)).count, min(24, age))
      let (isRare, isIdle) = (two.count * 24 <= 2 * whole, active * 24 < 4 * whole)
      let isOpen =
        life.count == 2
        && last.day.distance(to: month.lastDay) * 2 <= life[0].day.distance(to: life[1].day) * 3
      if isRare || isIdle, !isOpen, OrderRhythm(of: life[...], rule: policy.growth.rhythm) == .irregular {
        result.append(isRare ? .fewOrders : .fewActiveMonths)
      } else {
        result.append(found ?? still ?? .stillMature)
      }
    }
    return result
  }

  private func loss(_ gaps: [Int], _ last: OrderLog.Order, _ month: Month) -> StageReason? {
    if let ceased, month >= ceased, last.month <= ceased { return .ceased }
    let silent = last.month.distance(to: month)
    guard gaps.count >= 2, let percentile = nearestRank(Rate(percent: 90), of: gaps.sorted()) else {
      return silent >= 15 ? .silentTooLong : nil
    }
    let isLong = last.day.distance(to: month.lastDay) >= 2 * percentile
    return silent >= 24 || silent >= 12 && isLong ? .silentTooLong : nil
  }

  private func sign(
    _ known: [OrderLog.Order], _ life: [OrderLog.Order], _ age: Int, _ month: Month
  ) -> StageReason? {
    let gaps = zip(life, life.dropFirst()).map { $0.day.distance(to: $1.day) }.sorted()
    let rhythm = OrderRhythm(of: life[...], rule: policy.growth.rhythm)
    var isSilent = false
    if let longest = gaps.last, gaps.count >= 4, let percentile = nearestRank(Rate(percent: 90), of: gaps) {
      let days = known.last.map { $0.day.distance(to: month.lastDay) } ?? 0
      isSilent = days > 2 * percentile && days * 10 > 11 * longest && days > 60
      if case .seasonal(let from) = rhythm, (month.monthOfYear - from + 12) % 12 >= 4 { isSilent = false }
    }
    // YearOnYear compares as many months of a relation that begins with its first order.
    guard let year = YearOnYear(orders: life[...], asOf: month, rule: policy.growth) else {
      return isSilent ? .silent : .unproven
    }
    let (w, p) = (year.current.value, year.previous.value)
    let old = life.filter {
      $0.month > month.advanced(by: -36) && $0.month <= month.advanced(by: -24) && $0.month > life[0].month
    }.map(\.revenue.value).reduce(0, +)
    if p > 0, year.passesGate {
      if w * 100 <= p * 80 { return .fell }
      if year.months == 12, old > 0, w * 100 <= old * 80, w * 100 <= p * 95 { return .fellSlowly }
    }
    if isSilent { return .silent }
    if p > 0, year.passesGate {
      if w * 100 >= p * 115 { return .grew }
      let wider = ranges?.change(
        of: customer, current: MonthSpan(month.advanced(by: -11), month),
        previous: MonthSpan(month.advanced(by: -23), month.advanced(by: -12)))
      if w * 100 >= p * 105, wider?.isWider == true { return .grewWithRange }
    }
    if p > 0, w * 100 >= p * 85, w * 100 <= p * 110 { return .steady }
    return abs(w - p) * 2 < year.gate.width.value ? .withinNoise : nil
  }
}
