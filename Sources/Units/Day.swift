/// A day of the Gregorian calendar, without clock or time zone.
public struct Day: Hashable, Comparable, Sendable, Strideable {
  /// Days since 1970-01-01.
  public let number: Int32

  /// Makes a day from its distance to 1970-01-01.
  public init(number: Int32) { self.number = number }

  /// Makes a day from year, month 1…12 and day of month, or nothing when the calendar has no such day.
  ///
  /// Source: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", days_from_civil.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Day.length(ofMonth: month, year: year)
    else { return nil }
    let shifted = month <= 2 ? year - 1 : year
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    number = Int32(era * 146_097 + dayOfEra - 719_468)
  }

  /// Makes the day, in universal time, of a moment.
  public init(secondsSince1970 time: Int) {
    let (day, rest) = time.quotientAndRemainder(dividingBy: 86_400)
    number = Int32(clamping: rest < 0 ? day - 1 : day)
  }

  /// The number of days of a month.
  public static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Year, month and day of month.
  ///
  /// Source: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", civil_from_days.
  public var civil: (year: Int, month: Int, day: Int) {
    let shifted = Int(number) + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }

  /// The month this day is in.
  public var month: Month {
    let (year, month, _) = civil
    return Month(year: year, month: month)
  }

  /// 1 = Monday … 7 = Sunday.
  public var weekday: Int { Int(((number % 7) + 10) % 7) + 1 }

  /// Whether one day comes before another.
  public static func < (left: Day, right: Day) -> Bool { left.number < right.number }
  /// Days from this one to another; negative when that is earlier.
  public func distance(to other: Day) -> Int { Int(other.number) - Int(number) }
  /// The day so many days later.
  public func advanced(by days: Int) -> Day { Day(number: number + Int32(days)) }

  /// Reads `YYYY-MM-DD`, or nothing.
  public init?(iso text: some StringProtocol) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].utf8.count == 4, parts[1].utf8.count == 2, parts[2].utf8.count == 2,
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// `YYYY-MM-DD`.
  public var iso: String {
    let (year, month, day) = civil
    return padded(year, 4) + "-" + padded(month, 2) + "-" + padded(day, 2)
  }
}

/// A whole number written with at least `width` digits.
public func padded(_ number: Int, _ width: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
