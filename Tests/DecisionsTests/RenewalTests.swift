import Decisions
import Ledger
import Portfolio
import Testing
import Units

/// The worked example of docs/methods/renewal.md.
struct RenewalTests {
  private let books = tradeBooks(
    asOf: "2025-12",
    [
      Trader("A").monthly("2023-01", "2025-12", 5_000),
      Trader("B").monthly("2023-01", "2024-11", 3_000).buying("2024-12-10", 1_000).monthly("2025-01", "2025-12", 2_000),
      Trader("C").buying("2025-06-10", 10_000), Trader("D").monthly("2024-07", "2025-12", 500),
    ])

  private func renewal(_ change: (inout Policy) -> Void = { _ in }) throws -> Renewal {
    var policy = Policy()
    change(&policy)
    return try #require(
      Renewal.of(books, policy: policy, bands: Bands(books: books, policy: policy)).value)
  }

  @Test func `a tenth goes in a year: two customers like the last new ones, or one of a higher band`() throws {
    let renewal = try renewal()
    #expect(renewal.eroded == Share(Cents(1_000_000), of: Cents(9_700_000)))
    #expect(renewal.revenue == Cents(10_000_000) && renewal.expected == Cents(1_030_928))
    #expect(renewal.rows.map(\.meanRevenue) == [Cents(6_000_000), Cents(2_400_000), Cents(800_000)])
    #expect(renewal.rows.map(\.needed) == [1, 1, 2] && renewal.rows.map(\.newcomers) == [0, 0, 1])
    #expect(
      renewal.newcomers?.customers == 1 && renewal.newcomers?.meanRevenue == Cents(600_000)
        && renewal.newcomers?.needed == 2)
  }

  @Test func `half the months take half the erosion, and as many customers`() throws {
    let half = try renewal { $0.prediction.renewalMonths = 6 }
    #expect(half.expected == Cents(515_464) && half.rows.map(\.needed) == [1, 1, 2])
  }

  @Test func `without a year before there is no erosion to replace`() {
    let young = tradeBooks(asOf: "2025-12", [Trader("A").monthly("2025-01", "2025-12", 100)])
    let renewal = Renewal.of(young, policy: Policy(), bands: Bands(books: young, policy: Policy()))
    #expect(renewal.reason == .previousBeforeData)
  }
}
