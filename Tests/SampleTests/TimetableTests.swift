import Testing
import Units

@testable import Sample

@Suite struct TimetableTests {
  private let timetable = Timetable(end: Month(year: 2026, month: 10), months: 42)

  @Test func `it spans the months asked for`() {
    #expect(timetable.first == Month(year: 2023, month: 5))
    #expect(timetable.day(timetable.days - 1).iso == "2026-10-31")
    #expect(timetable.monthOfDay[timetable.starts[5]] == 5)
    #expect(timetable.season(0) == 4)
  }

  @Test func `orders move to working days of the same month`() {
    for day in 0..<timetable.days {
      let moved = timetable.working[day]
      #expect(timetable.monthOfDay[moved] == timetable.monthOfDay[day])
      #expect(timetable.day(moved).weekday <= 5)
      #expect(timetable.working[moved] == moved)
    }
    // 2023-05-01 is a holiday; 2026-10-31 a Saturday with no working day after it.
    #expect(timetable.day(timetable.working[0]).iso == "2023-05-02")
    #expect(timetable.day(timetable.working[timetable.days - 1]).iso == "2026-10-30")
  }
}
