import Ledger
import Testing
import Units

struct CustomerMonthsTests {
  @Test func `a customer's values within a span are its own, in order`() {
    let months = [1, 5, 9, 2].map { Month(number: 24_000 + $0) }
    let columns = CustomerMonths(offsets: [0, 3, 3, 4], months: months, values: ["a", "b", "c", "d"])
    let span = MonthSpan(months[1], months[2])
    #expect(columns.customers == 3 && columns.values(of: 0, in: span).map(\.value) == ["b", "c"])
    #expect(columns.values(of: 1, in: span).isEmpty && columns.values(of: 2, in: span).isEmpty)
    #expect(columns.values(of: 2, in: MonthSpan(months[0], months[1])).map(\.month) == [months[3]])
  }
}
