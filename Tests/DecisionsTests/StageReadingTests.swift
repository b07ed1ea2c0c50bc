import Decisions
import Ledger
import Portfolio
import Testing
import Units

/// The worked examples of docs/methods/stages.md.
struct StageReadingTests {
  private let books = stageExampleBooks()
  private var source: StageSource { books.source }

  private func reading(_ id: String, _ month: Month) throws -> StageReading {
    try #require(source.reading(of: books.place(id), at: month))
  }

  @Test func `Ann declines from August on, when her year is four fifths of the one before`() throws {
    let july = try reading("Ann", "2025-07")
    #expect(july.stage == .mature)
    let august = try reading("Ann", "2025-08")
    #expect(august.reason == .fell && august.comparison?.gate.width == Cents(200_000))
    let end = try reading("Ann", "2025-12")
    let compared = try #require(end.comparison)
    #expect(end.stage == .declining && end.age == 35 && compared.months == 12)
    #expect(compared.current == Cents(840_000) && compared.previous == Cents(1_200_000))
    #expect(compared.earlier == Cents(1_100_000) && compared.gate.width == Cents(170_000) && compared.passesGate)
  }

  @Test func `Carl orders twice a year and is mature, not episodic`() throws {
    let end = try reading("Carl", "2025-12")
    #expect(end.reason == .steady && end.rhythm == .regular)
    #expect(end.presence.orders == 4 && end.presence.activeMonths == 4 && end.presence.months == 24)
  }

  @Test func `Dora is new for a year, then episodic, then lost`() throws {
    #expect(try reading("Dora", "2025-02").reason == .firstOrder)
    #expect(try reading("Dora", "2025-03").reason == .fewOrders)
    #expect(try reading("Dora", "2025-05").stage == .episodic)
    let lost = try reading("Dora", "2025-06")
    #expect(lost.reason == .silentTooLong && lost.silence.months == 15 && lost.silence.lossPercentile == nil)
  }

  @Test func `Emil falls silent, is lost a year after his last order, and is won back`() throws {
    #expect(try reading("Emil", "2024-05").stage == .mature)
    let silent = try reading("Emil", "2024-06")
    #expect(silent.reason == .silent && silent.silence.days == 81)
    #expect(silent.silence.ownPercentile == 31 && silent.silence.longestGap == 31 && silent.silence.ownGaps == 15)
    #expect(try reading("Emil", "2025-03").stage == .declining)
    #expect(try reading("Emil", "2025-04").reason == .silentTooLong)
    let back = try reading("Emil", "2025-12")
    #expect(back.reason == .returned && back.stage == .wonBack && back.isReturned && back.age == 1)
    #expect(back.stage.name == "new")
  }

  @Test func `a little growth is development where a range was gained`() throws {
    // Every Monday, 100 in 2023 and 2024, 108 in 2025: the change passes, 1.06 alone would not do (2024 had 53 Mondays).
    let start: Day = "2023-01-02"
    let weekly = (0..<157).reduce(Trader("A")) { trader, week in
      let day = start.advanced(by: week * 7)
      return trader.buying(day, day.month < "2025-01" ? 100 : 108)
    }
    let books = tradeBooks(asOf: "2025-12", [weekly])
    func reading(_ ranges: RangeMonths?) throws -> StageReading {
      let source = try #require(StageSource(books: books, policy: Policy(), ranges: ranges))
      return try #require(source.reading(of: 0, at: "2025-12"))
    }
    let second = RangeMonths(offsets: [0, 3], months: ["2024-03", "2025-06", "2025-06"], ranges: [0, 0, 1])
    let found = try reading(second)
    #expect(found.reason == .grewWithRange && found.ranges == RangeChange(current: 2, previous: 1, gained: [1]))
    #expect(found.comparison?.passesGate == true && found.comparison?.currentOrders == 52)
    let swapped = RangeMonths(offsets: [0, 2], months: ["2024-03", "2025-06"], ranges: [0, 1])
    #expect(try reading(swapped).reason == .steady && reading(nil).reason == .steady)
    #expect(try reading(nil).ranges == nil)
  }

  @Test func `before the first order there is nothing to read`() {
    #expect(source.reading(of: books.place("Dora"), at: "2024-02") == nil)
    #expect(source.reading(of: books.place("Dora"), at: "2026-01") == nil)
  }

  @Test func `the reading says what the stages say, for everybody and every month`() {
    let stages = Stages(source)
    for month in source.months.months {
      for reading in source.readings(of: books.customers.ids.indices, at: month) {
        #expect(reading.reason == stages.reason(of: reading.customer, at: month))
      }
    }
  }
}
