import Ledger
import Units

/// Room that one customer after another is judged in, so that nothing is allocated per customer or per month.
final class StageScratch {
  /// The thresholds: kept here so that nothing copies them, and threads share nothing that is counted.
  let rule: StageRule
  /// The months judged.
  let months: MonthSpan
  /// The last day of each month.
  let lastDays: UnsafeMutablePointer<Int32>
  /// Orders of each month, and their value, orders and active months up to and without each month; one more at the end.
  let counts: UnsafeMutablePointer<Int32>
  let values: UnsafeMutablePointer<Int64>
  let orders: UnsafeMutablePointer<Int32>
  let active: UnsafeMutablePointer<Int32>
  /// The middle of a gate's orders is found here.
  let sorting: UnsafeMutablePointer<Int64>

  /// The customer's orders: day, value, month counted from the first judged, and days since the order before.
  private(set) var orderDays: UnsafeMutablePointer<Int32>
  private(set) var orderValues: UnsafeMutablePointer<Int64>
  private(set) var orderMonths: UnsafeMutablePointer<Int32>
  private(set) var gaps: UnsafeMutablePointer<Int32>
  /// Another list of gaps, to sort.
  private(set) var sortedGaps: UnsafeMutablePointer<Int32>
  private var capacity: Int

  init(_ source: StageSource) {
    rule = source.rule
    months = source.months
    let count = months.count
    lastDays = .allocate(capacity: count)
    for index in 0..<count { lastDays[index] = months.first.advanced(by: index).lastDay.number }
    counts = .allocate(capacity: count + 1)
    values = .allocate(capacity: count + 1)
    orders = .allocate(capacity: count + 1)
    active = .allocate(capacity: count + 1)
    sorting = .allocate(capacity: rule.gateLastOrders)
    capacity = 64
    orderDays = .allocate(capacity: capacity)
    orderValues = .allocate(capacity: capacity)
    orderMonths = .allocate(capacity: capacity)
    gaps = .allocate(capacity: capacity)
    sortedGaps = .allocate(capacity: capacity)
  }

  deinit {
    for list in [lastDays, counts, orders, active, orderDays, orderMonths, gaps, sortedGaps] { list.deallocate() }
    for list in [values, sorting, orderValues] { list.deallocate() }
  }

  /// Takes a customer's orders, oldest first; none of them outside the months judged.
  /// - Returns: how many there are.
  func take(_ slice: ArraySlice<OrderLog.Order>) -> Int {
    let count = slice.count
    if count > capacity { grow(to: count) }
    let first = months.first.number
    slice.withUnsafeBufferPointer { slice in
      var before: Int32 = 0
      for index in 0..<count {
        let order = slice[index]
        let day = order.day.number
        orderDays[index] = day
        orderValues[index] = order.revenue.value
        orderMonths[index] = order.month.number - first
        gaps[index] = day - before
        before = day
      }
    }
    sumUp(count)
    return count
  }

  /// Adds orders up month by month.
  private func sumUp(_ count: Int) {
    let end = months.count
    var (index, value, seen, active): (Int, Int64, Int32, Int32) = (0, 0, 0, 0)
    for month in 0..<end {
      values[month] = value
      orders[month] = seen
      self.active[month] = active
      let start = seen
      while index < count, orderMonths[index] == month {
        value += orderValues[index]
        seen += 1
        index += 1
      }
      counts[month] = seen - start
      if seen > start { active += 1 }
    }
    values[end] = value
    orders[end] = seen
    self.active[end] = active
    precondition(index == count, "orders lie within the months judged")
  }

  private func grow(to count: Int) {
    for list in [orderDays, orderMonths, gaps, sortedGaps] { list.deallocate() }
    orderValues.deallocate()
    capacity = count * 2
    orderDays = .allocate(capacity: capacity)
    orderMonths = .allocate(capacity: capacity)
    gaps = .allocate(capacity: capacity)
    sortedGaps = .allocate(capacity: capacity)
    orderValues = .allocate(capacity: capacity)
  }
}
