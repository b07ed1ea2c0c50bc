import Ledger
import Portfolio
import Testing
import Units

struct ServicePromisesTests {
  private func promises(_ books: Books, _ policy: Policy = Policy()) -> ServicePromises {
    let margins = Margins(books: books, policy: policy, span: books.window.current)
    let allotment = ServiceAllotment(
      books: books, policy: policy, bands: Bands(books: books, policy: policy), margins: margins)
    return ServicePromises(books: books, policy: policy, allotment: allotment)
  }

  @Test func `a personal customer is promised twelve visits and twenty-four calls`() {
    let rows = promises(
      TinyBooks(asOf: "2025-12") {
        customer("A") {
          sale("2025-02-03", 900)
          visit("2025-03", events: 12)
          call("2025-04", events: 23)
          visit("2024-12", events: 5)
        }
      }.books
    ).rows
    #expect(rows.map(\.promisedVisits) == [12] && rows.map(\.promisedCalls) == [24])
    #expect(rows.map(\.givenVisits) == [12] && rows.map(\.givenCalls) == [23])
    #expect(rows.map(\.kept) == [false])
  }

  @Test func `a customer of three months is promised a quarter of the year's visits`() {
    let promises = promises(
      TinyBooks(asOf: "2025-12") {
        customer("Big", since: "2019-01-01") {
          sale("2023-02-03", 900)
          sale("2025-02-03", 900)
        }
        customer("New") {
          sale("2025-10-03", 9)
          visit("2025-10")
          call("2025-11", events: 2)
        }
      }.books)
    #expect(promises.rows.map(\.months) == [12, 3])
    #expect(promises.rows[1].level == .delegated)
    #expect(promises.rows[1].promisedVisits == 1 && promises.rows[1].promisedCalls == 2 && promises.rows[1].kept)
    #expect(promises.levels.map(\.level) == [.personal, .delegated])
    #expect(promises.levels.map(\.kept) == [0, 1] && promises.levels[0].visits.promised == 12)
  }

  @Test func `a level that the catalogue does not name promises nothing`() {
    var policy = Policy()
    policy.service.catalogue = [:]
    let promises = promises(TinyBooks(asOf: "2025-12") { customer("A") { sale("2025-02-03", 900) } }.books, policy)
    #expect(promises.rows.isEmpty && promises.levels.map(\.customers) == [1] && promises.levels[0].promise == nil)
  }
}
