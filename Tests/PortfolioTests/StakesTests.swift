import Ledger
import Portfolio
import Testing
import Units

struct StakesTests {
  @Test func `the report binds the four stakes of one window`() throws {
    let books = TinyBooks(asOf: "2025-12") { customer("A") { monthly("2024-01", "2025-12", 100, cost: 60) } }.books
    let policy = Policy()
    let stakes = Stakes(
      books: books, policy: policy, margins: Margins(books: books, policy: policy, span: books.window.current))
    #expect(stakes.erosion.value?.grr.value == 1 && stakes.volatility.company == .known(0))
    #expect(stakes.dependence.top1Share?.value == 1)
    #expect(stakes.marginRates.years.map { $0.grossRate?.value } == [0.4, 0.4])
  }
}
