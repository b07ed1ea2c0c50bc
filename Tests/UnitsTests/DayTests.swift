import Testing
import Units

@Suite struct DayTests {
  @Test func `every day of four centuries is its own civil date, one after the other`() throws {
    var day = try #require(Day(year: 1800, month: 1, day: 1))
    var weekday = 3
    for _ in 0..<146_097 {
      let (year, month, date) = day.civil
      #expect(Day(year: year, month: month, day: date) == day)
      #expect(day.weekday == weekday)
      day = day.advanced(by: 1)
      weekday = weekday % 7 + 1
    }
    #expect(day.civil == (2200, 1, 1))
  }

  @Test func `the calendar has no 31 February and knows leap years`() {
    #expect(Day(year: 2025, month: 2, day: 31) == nil)
    #expect(Day(year: 2024, month: 2, day: 29) != nil)
    #expect(Day(year: 1900, month: 2, day: 29) == nil)
    #expect(Day(year: 2000, month: 2, day: 29) != nil)
    #expect(Day(iso: "1970-01-01")?.number == 0)
    for text in ["2025-2-03", "25-02-03", "2025-02-30", "2025-02-03 ", "", "2025-02", "２０２５-01-01"] {
      #expect(Day(iso: text) == nil, "\(text)")
    }
  }
}

@Suite struct MonthTests {
  @Test func `months subtract, and know their days`() {
    let october = Month(year: 2026, month: 10)
    #expect(october.distance(to: Month(year: 2027, month: 1)) == 3)
    #expect(october.firstDay.iso == "2026-10-01" && october.lastDay.iso == "2026-10-31")
    #expect(october.lastWorkingDay.iso == "2026-10-30")
    #expect(Month(year: 2026, month: 5).lastWorkingDay.iso == "2026-05-29")
    #expect(Month(iso: "2026-10") == october && october.iso == "2026-10")
    for text in ["2026-13", "2026-1", "202610", "2026-00", ""] { #expect(Month(iso: text) == nil) }
    #expect(october.lastDay.month == october && october.firstDay.month == october)
  }
}
