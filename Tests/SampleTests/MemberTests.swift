import Testing
import Units

@testable import Sample

@Suite struct MemberTests {
  private let timetable = Timetable(end: Month(year: 2026, month: 10), months: 42)

  private func member(_ story: Story.Kind, season: Season, keepsRhythm: Bool) -> Member {
    Member(
      rank: 0, sector: 0, story: story, season: season, since: 20, firstDay: 0, lastDay: timetable.days - 1,
      gap: 16 * 16, jitter: 0, keepsRhythm: keepsRhythm, lines: 48, value: 9000, discount: 0, place: 0,
      visitsPerYear: 4, callsPerYear: 4)
  }

  private func number(_ iso: String) -> Int { Day(iso: iso).map { timetable.day(0).distance(to: $0) } ?? -1 }

  @Test func `the worked example of demand time`() {
    let school = member(.seasonal, season: .schoolOnly, keepsRhythm: true)
    let next = school.nextDay(after: number("2023-07-24"), gap: 16 * 16, in: timetable)
    #expect(next == number("2023-08-10"))
  }

  @Test func `off-season time stands still`() {
    let summer = member(.seasonal, season: .summerOnly, keepsRhythm: true)
    let next = summer.nextDay(after: number("2023-09-30"), gap: 16, in: timetable)
    #expect(next == number("2024-04-12"))
  }

  @Test func `a pause is skipped and nothing comes after the last day`() {
    var member = member(.wonBack, season: .flat, keepsRhythm: true)
    member.pauseFrom = number("2024-01-01")
    member.pauseUntil = number("2025-08-05")
    #expect(member.nextDay(after: number("2023-12-28"), gap: 160, in: timetable) == number("2025-08-05"))
    member.lastDay = number("2025-01-01")
    #expect(member.nextDay(after: number("2023-12-28"), gap: 160, in: timetable) == nil)
  }

  @Test func `growth and decline begin with the story`() {
    let growing = member(.growing, season: .flat, keepsRhythm: false)
    let declining = member(.suddenDecline, season: .flat, keepsRhythm: false)
    #expect(growing.trend(40) > 2 * growing.trend(19))
    #expect(declining.trend(20) * 3 < declining.trend(19))
  }

  @Test func `episodic gaps leave no rhythm`() {
    let member = member(.episodic, season: .flat, keepsRhythm: true)
    var draws = Draws(1, .rhythm)
    let gaps = (1...6).map { member.gap(before: $0, &draws) / 16 }
    #expect(gaps.max().map { $0 >= 600 } == true && gaps.min().map { $0 <= 150 } == true)
  }
}
