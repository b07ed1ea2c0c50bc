import Units

/// From which product ranges each customer bought, month by month: flat columns sorted by customer, month, range.
///
/// A cell stands for a customer, a month and a range whose lines of that month come to more than zero:
/// `select customer, month, range from sale where customer and range are known and month ≤ asOf group by 1, 2, 3 having
/// sum(revenue) > 0 order by 1, 2, 3`.
public struct RangeMonths: Sendable {
  /// Where each customer's cells begin; one more at the end.
  public let offsets: [Int]
  /// The month of each cell.
  public let months: [Month]
  /// The range of each cell, a place in `RangeUse.names` or in any other list of them.
  public let ranges: [Int32]

  /// Makes the columns.
  /// - Parameter offsets: ascending, the first 0, the last the number of cells.
  public init(offsets: [Int], months: [Month], ranges: [Int32]) {
    precondition(offsets.first == 0 && offsets.last == months.count && ranges.count == months.count, "columns agree")
    self.offsets = offsets
    self.months = months
    self.ranges = ranges
  }

  /// How many ranges a customer bought from within a span, and which of them it did not buy from within another.
  ///
  /// O(n log n) in the customer's cells.
  public func change(of customer: Int, current: MonthSpan, previous: MonthSpan) -> RangeChange {
    var (now, before): (Set<Int32>, Set<Int32>) = ([], [])
    for cell in offsets[customer]..<offsets[customer + 1] {
      if current.contains(months[cell]) { now.insert(ranges[cell]) }
      if previous.contains(months[cell]) { before.insert(ranges[cell]) }
    }
    return RangeChange(
      current: now.count, previous: before.count, gained: now.subtracting(before).map(Int.init).sorted())
  }
}

/// The ranges a customer bought from in one span and in the one before.
public struct RangeChange: Hashable, Sendable {
  /// Ranges bought in the later span.
  public let current: Int
  /// Ranges bought in the earlier one.
  public let previous: Int
  /// Those bought only in the later, ascending.
  public let gained: [Int]

  /// Makes a change.
  public init(current: Int, previous: Int, gained: [Int]) {
    self.current = current
    self.previous = previous
    self.gained = gained
  }

  /// Whether the customer buys from more ranges than before: one swapped for another is none gained.
  public var isWider: Bool { previous > 0 && current > previous }
}
