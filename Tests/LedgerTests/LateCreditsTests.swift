import Ledger
import Testing
import Units

struct LateCreditsTests {
  @Test func `entries stand in the order of the credit notes' months`() throws {
    let day = try #require(Day(iso: "2025-03-04"))
    func entry(_ month: Int, _ cents: Int64) -> LateCredits.Entry {
      LateCredits.Entry(day: day, known: day.month.advanced(by: month), before: Cents(cents))
    }
    let late = LateCredits(entries: [7: [entry(3, 50), entry(1, 100), entry(2, 80)]])
    #expect(late.entries[7]?.map(\.before) == [Cents(100), Cents(80), Cents(50)])
    #expect(LateCredits.none.entries.isEmpty)
  }
}
