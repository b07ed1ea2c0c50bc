import Ledger
import Testing
import Units

@Suite struct WindowTests {
  @Test func `W ends at its month and P stands right before it`() {
    let window = Window(asOf: Month(year: 2026, month: 10), months: 12)
    #expect(window.current.first.iso == "2025-11" && window.current.count == 12)
    #expect(window.previous?.first.iso == "2024-11" && window.previous?.last.iso == "2025-10")
    #expect(Window(all: window.current).previous == nil)
    #expect(window.current.months.count == 12 && !window.current.contains(Month(year: 2025, month: 10)))
  }
}

@Suite struct ActivityTests {
  private let january = Month(year: 2025, month: 1)

  @Test func `a customer's span sums and spreads its cells`() {
    let cells = [1, 2, 4].map { Activity.Cell(revenue: Cents($0), lines: 1) }
    let activity = Activity(
      offsets: [0, 2, 3], months: [january, january.advanced(by: 2), january], cells: cells)
    let span = MonthSpan(january, january.advanced(by: 2))
    #expect(activity.total(of: 0, in: span).revenue == Cents(3) && activity.total(of: 0, in: span).lines == 2)
    #expect(activity.series(of: 0, in: span).map(\.revenue) == [Cents(1), Cents(0), Cents(2)])
    #expect(activity.total(of: 1, in: MonthSpan(january.advanced(by: 1), january.advanced(by: 2))) == Activity.Cell())
  }
}

@Suite struct CustomerFileTests {
  @Test func `a customer is found by its identifier, or not at all`() {
    let ids = ["A", "B", "b", "é"].map { ID<Customer>($0) }
    let file = CustomerFile(ids: ids, names: ["", "", "", ""])
    for (place, id) in ids.enumerated() { #expect(file.index(of: id) == place) }
    for text in ["", "a", "z", "éé", "AA"] { #expect(file.index(of: ID(text)) == nil) }
    #expect(CustomerFile(ids: [], names: []).index(of: ID("A")) == nil)
  }
}
