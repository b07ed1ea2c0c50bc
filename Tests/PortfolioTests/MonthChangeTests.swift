import Ledger
import Portfolio
import Testing
import Units

struct MonthChangeTests {
  private var example: Books {
    TinyBooks(asOf: "2025-12") {
      customer("Ann") {
        sale("2024-12-03", 1_000)
        sale("2025-12-03", 700)
      }
      customer("Bob") { sale("2024-12-10", 600) }
      customer("Cid") {
        sale("2024-12-11", 400)
        sale("2025-12-11", 900)
      }
      customer("Dan") { sale("2025-12-15", 250) }
      customer("Eve") {
        sale("2023-05-02", 80)
        sale("2025-12-16", 120)
      }
      unattributed {
        sale("2024-12-20", 50)
        sale("2025-12-20", 20)
      }
    }.books
  }

  @Test func `the worked example: who made the difference`() throws {
    let change = try #require(MonthChange(books: example))
    #expect(change.before == .euros(2_050) && change.now == .euros(1_990))
    #expect(change.change(.absent) == .euros(-600) && change.customers(.absent) == 1)
    #expect(change.change(.less) == .euros(-300))
    #expect(change.change(.more) == .euros(500))
    #expect(change.change(.back) == .euros(120))
    #expect(change.change(.new) == .euros(250))
    #expect(change.unattributed == .euros(-30))
    #expect(change.rows.map(\.customer) == [1, 0, 4, 3, 2])
  }

  @Test func `the bridge closes to the cent on any books`() throws {
    for seed in 1...40 as ClosedRange<UInt64> {
      guard
        let change = MonthChange(
          books: TinyBooks(asOf: "2025-12", months: 12, entries: randomEntries(seed: seed)).books)
      else { continue }
      let parts = MonthChange.Part.allCases.map { change.change($0) }.sum
      #expect(change.before + parts + change.unattributed == change.now)
    }
  }

  @Test func `without a year of data there is nothing to compare`() {
    let books = TinyBooks(asOf: "2025-12") { customer("Ann") { monthly("2025-02", "2025-12", 100) } }.books
    #expect(MonthChange(books: books) == nil)
  }
}
