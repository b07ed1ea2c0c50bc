import Ledger
import Testing
import Units

@testable import SourceFiles

private func read(_ text: String, _ order: DateOrder, serials: Bool = false) -> String {
  var text = text
  let parser = DayParser(order: order, hasSerials: serials)
  return text.withUTF8 { bytes in
    switch parser.day(FieldSlice(start: bytes.baseAddress, count: bytes.count)) {
    case .day(let day): day.iso
    case .notADay(let fits): fits ? "other order" : "?"
    case .outOfRange: "!"
    }
  }
}

@Test(arguments: [
  ("2021-03-04", "2021-03-04"), ("2021/3/4", "2021-03-04"), ("20210304", "2021-03-04"), ("04032021", "2021-03-04"),
  ("04/03/2021", "2021-03-04"), ("4.3.21", "2021-03-04"), ("04-03-1999", "1999-03-04"), ("4/3/75", "1975-03-04"),
  ("2021-03-04 08:26:00", "2021-03-04"), ("2021-03-04T08:26:00.123Z", "2021-03-04"), ("04/03/2021 8:26", "2021-03-04"),
  ("4 mars 2021", "2021-03-04"), ("4-Mar-21", "2021-03-04"), ("Mar 4, 2021", "2021-03-04"),
  ("04-févr.-2021", "2021-02-04"), ("20210304082600", "2021-03-04"), ("29/02/2020", "2020-02-29"),
]) func `a date is read in the day-first order`(text: String, expected: String) {
  #expect(read(text, .dayFirst) == expected)
}

@Test(arguments: [
  "31/02/2021", "29/02/2021", "00/01/2021", "32/01/2021", "1/1/1", "2021", "hier", "1/2", "04/03/2021 x", "2021-13-01",
  "1er mars", "45000",
])
func `what is no day is refused`(text: String) { #expect(read(text, .dayFirst) == "?") }

@Test func `a year far away is out of range`() {
  #expect(read("01/01/1899", .dayFirst) == "!")
  #expect(read("9999-12-31", .dayFirst) == "!")
}

@Test func `the month comes first where the reading says so`() {
  #expect(read("9/21/2001", .monthFirst) == "2001-09-21")
  #expect(read("9/21/2001", .dayFirst) == "other order")
  #expect(read("21/9/2001", .monthFirst) == "other order")
  #expect(read("9/2/2001 12:00:00 AM", .monthFirst) == "2001-09-02")
}

@Test func `a file of years in front does not guess at other dates`() {
  #expect(read("04/03/2021", .yearFirst) == "?")
  #expect(read("21-03-04", .yearFirst) == "2021-03-04")
}

@Test func `a workbook's serial numbers are days, elsewhere they are not`() {
  #expect(read("44197", .dayFirst, serials: true) == "2021-01-01")
  #expect(read("44197.75", .dayFirst, serials: true) == "2021-01-01")
  #expect(read("12345", .dayFirst, serials: true) == "?")
  #expect(read("44197", .dayFirst) == "?")
}

@Test func `every day of two centuries is read back in every order`() throws {
  let first = try #require(Day(year: 1900, month: 1, day: 1))
  let last = try #require(Day(year: 2100, month: 12, day: 31))
  for number in stride(from: first.number, through: last.number, by: 13) {
    let day = Day(number: number)
    let (year, month, dayOfMonth) = day.civil
    #expect(read(day.iso, .yearFirst) == day.iso)
    #expect(read("\(dayOfMonth)/\(month)/\(year)", .dayFirst) == day.iso)
    #expect(read("\(month)/\(dayOfMonth)/\(year)", .monthFirst) == day.iso)
  }
}
