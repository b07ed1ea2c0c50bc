/// A calendar month, counted as year × 12 + month − 1 so that months subtract.
public struct Month: Hashable, Comparable, Sendable, Strideable {
  /// Year × 12 + month − 1.
  public let number: Int32

  /// Makes a month from its count.
  public init(number: Int32) { self.number = number }

  /// Makes a month from its year and its place 1…12 in it.
  public init(year: Int, month: Int) {
    precondition((1...12).contains(month), "a year has twelve months")
    number = Int32(year * 12 + month - 1)
  }

  /// Reads `YYYY-MM`, or nothing.
  public init?(iso text: some StringProtocol) {
    guard let first = Day(iso: String(text) + "-01") else { return nil }
    self = first.month
  }

  /// The year.
  public var year: Int { Int(number) / 12 }
  /// The place in the year, 1…12.
  public var monthOfYear: Int { Int(number) % 12 + 1 }

  /// The first day.
  public var firstDay: Day {
    guard let day = Day(year: year, month: monthOfYear, day: 1) else { preconditionFailure("months start on a day") }
    return day
  }
  /// The last day.
  public var lastDay: Day { firstDay.advanced(by: Day.length(ofMonth: monthOfYear, year: year) - 1) }

  /// The last day of the month that is neither a Saturday nor a Sunday.
  public var lastWorkingDay: Day {
    let last = lastDay
    return last.advanced(by: -max(0, last.weekday - 5))
  }

  /// `YYYY-MM`.
  public var iso: String { padded(year, 4) + "-" + padded(monthOfYear, 2) }

  /// Whether one month comes before another.
  public static func < (left: Month, right: Month) -> Bool { left.number < right.number }
  /// Months from this one to another; negative when that is earlier.
  public func distance(to other: Month) -> Int { Int(other.number) - Int(number) }
  /// The month so many months later.
  public func advanced(by months: Int) -> Month { Month(number: number + Int32(months)) }
}
