import Ledger
import Portfolio
import Testing
import Units

struct CompleteMonthsTests {
  @Test func `the worked example: May ends on a Saturday, and its last line is of Friday`() {
    // 2025-05-31 is a Saturday; the last working day is Friday the 30th.
    #expect(CompleteMonths(lastSaleDays: ["2025-04-11", "2025-05-30"], declared: []).asOf == "2025-05")
    #expect(CompleteMonths(lastSaleDays: ["2025-04-11", "2025-05-29"], declared: []).asOf == "2025-04")
  }

  @Test func `a later line makes every earlier month complete, even months without a line`() {
    let months = CompleteMonths(lastSaleDays: ["2025-01-02", "2025-06-03"], declared: [])
    #expect(months.asOf == "2025-05")
    #expect(months.isComplete("2025-03") && !months.isComplete("2025-06"))
  }

  @Test func `a person may declare the last month complete, and months without sales after it`() {
    #expect(CompleteMonths(lastSaleDays: ["2025-06-03"], declared: ["2025-06"]).asOf == "2025-06")
    #expect(CompleteMonths(lastSaleDays: ["2025-06-03"], declared: ["2025-08", "2025-07"]).asOf == "2025-08")
  }

  @Test func `a declaration far from the data is not used, and said`() {
    let months = CompleteMonths(lastSaleDays: ["2025-05-02", "2025-06-03"], declared: ["2099-12", "2025-05"])
    #expect(months.asOf == "2025-05")
    #expect(months.unusedDeclarations == ["2099-12"])
  }

  @Test func `an empty ledger has no month to stand on`() {
    let months = CompleteMonths(lastSaleDays: [], declared: ["2025-01"])
    #expect(months.asOf == nil && months.history == nil)
    #expect(throws: WindowFault.noSales) { try months.window(asOf: nil, length: .all) }
  }

  @Test func `a single month that is not over has no default window, but can be asked for`() throws {
    let months = CompleteMonths(lastSaleDays: ["2025-06-03"], declared: [])
    #expect(throws: WindowFault.noCompleteMonth(only: "2025-06")) {
      try months.window(asOf: nil, length: .months(12))
    }
    #expect(try months.window(asOf: "2025-06", length: .months(1)).current == MonthSpan("2025-06", "2025-06"))
  }

  @Test func `the window over everything ends at the month of the last line and has nothing before`() throws {
    let months = CompleteMonths(lastSaleDays: ["2024-11-04", "2025-06-03"], declared: [])
    let window = try months.window(asOf: nil, length: .all)
    #expect(window.current == MonthSpan("2024-11", "2025-06") && window.previous == nil)
    #expect(try months.window(asOf: "2025-02", length: .all).current == MonthSpan("2024-11", "2025-02"))
  }

  @Test func `the usual window is the twelve months up to the last complete one, and twelve before`() throws {
    let months = CompleteMonths(lastSaleDays: ["2023-01-31", "2025-06-30"], declared: [])
    let window = try months.window(asOf: nil, length: .months(12))
    #expect(window.current == MonthSpan("2024-07", "2025-06"))
    #expect(window.previous == MonthSpan("2023-07", "2024-06"))
  }

  @Test func `months before and after the data, and impossible lengths, are refused in words`() {
    let months = CompleteMonths(lastSaleDays: ["2024-11-04", "2025-06-30"], declared: [])
    #expect(throws: WindowFault.beforeData(asked: "2024-10", first: "2024-11")) {
      try months.window(asOf: "2024-10", length: .months(12))
    }
    #expect(throws: WindowFault.afterData(asked: "2025-07", last: "2025-06")) {
      try months.window(asOf: "2025-07", length: .all)
    }
    for length in [0, -1, 1201, Int.max] {
      #expect(throws: WindowFault.length(asked: length)) { try months.window(asOf: nil, length: .months(length)) }
    }
    #expect(
      WindowFault.afterData(asked: "2025-07", last: "2025-06").sentence(in: .en)
        == "2025-07 lies after the last sale, of 2025-06.")
  }
}
