import Ledger
import Portfolio
import Testing
import Units

struct TenureTests {
  let tiny = TinyBooks(asOf: "2025-12") {
    unattributed { sale("2022-01-05", 1) }
    customer("a early") { sale("2022-12-01", 10) }
    customer("b later") { sale("2023-01-01", 10) }
    customer("c said", since: "2019-05-20") { sale("2022-06-01", 10) }
    customer("d said late", since: "2024-05-20") { sale("2022-06-01", 10) }
    customer("e silent")
    customer("f silent, said", since: "2025-12-01")
    customer("g from the future", since: "2026-02-01") { sale("2022-02-01", 10) }
  }
  var books: Books { tiny.books }

  @Test func `the worked example: a first order in the data's first year may not be the first`() {
    let early = Tenure(of: 0, in: books)
    #expect(early?.since == "2022-12" && early?.months == 36 && early?.censored == true)
    let later = Tenure(of: 1, in: books)
    #expect(later?.months == 35 && later?.censored == false)
    let said = Tenure(of: 2, in: books)
    #expect(said?.months == 79 && said?.censored == false)
  }

  @Test func `the company says how long the beginning of its data hides earlier orders`() {
    var tiny = tiny
    tiny.orderRules.censoredMonths = 11
    #expect(Tenure(of: 0, in: tiny.books)?.censored == false)
    #expect(Beginning(of: 0, in: tiny.books)?.month == "2022-12" && Beginning(of: 0, in: books) == nil)
    tiny.orderRules.censoredMonths = 13
    #expect(Tenure(of: 1, in: tiny.books)?.censored == true)
  }

  @Test func `an order before the day the file says counts as the beginning`() {
    #expect(Tenure(of: 3, in: books)?.since == "2022-06")
  }

  @Test func `who never ordered has the tenure the file says, or none`() {
    #expect(Tenure(of: 4, in: books) == nil)
    #expect(Tenure(of: 5, in: books)?.months == 0)
  }

  @Test func `a beginning after the month looked at says nothing`() {
    let tenure = Tenure(of: 6, in: books)
    #expect(tenure?.since == "2022-02" && tenure?.censored == true)
  }
}
