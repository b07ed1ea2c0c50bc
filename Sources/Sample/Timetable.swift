import Units

/// The days of the sample company's books, counted from the first.
struct Timetable {
  let first: Month
  let months: Int
  /// Each day's month, counted from the first.
  let monthOfDay: [Int]
  /// Each month's first day.
  let starts: [Int]
  /// Each day's nearest working day of the same month: later, or else earlier.
  let working: [Int]

  /// The `months` months that end with `end`.
  init(end: Month, months: Int) {
    first = end.advanced(by: 1 - months)
    self.months = months
    var monthOfDay: [Int] = []
    var starts: [Int] = []
    var working: [Int] = []
    for month in 0..<months {
      let opening = first.advanced(by: month).firstDay
      let length = opening.distance(to: first.advanced(by: month + 1).firstDay)
      let start = monthOfDay.count
      starts.append(start)
      let open = (0..<length).filter { Timetable.isWorking(opening.advanced(by: $0)) }
      for day in 0..<length {
        monthOfDay.append(month)
        working.append(start + (open.first { $0 >= day } ?? open.last ?? day))
      }
    }
    starts.append(monthOfDay.count)
    self.monthOfDay = monthOfDay
    self.starts = starts
    self.working = working
  }

  /// How many days.
  var days: Int { monthOfDay.count }

  /// The calendar day of a day's number; numbers before the first and after the last day work, too.
  func day(_ number: Int) -> Day { first.firstDay.advanced(by: number) }

  /// The place in the year, 0…11, of a month.
  func season(_ month: Int) -> Int { (first.monthOfYear - 1 + month) % 12 }

  /// Whether the company works: no weekend, no fixed public holiday.
  private static func isWorking(_ day: Day) -> Bool {
    let (_, month, date) = day.civil
    let holidays = [101, 501, 508, 714, 815, 1101, 1111, 1225]
    return day.weekday <= 5 && !holidays.contains(month * 100 + date)
  }
}
