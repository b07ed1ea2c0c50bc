import Ledger
import Testing
import Units

@testable import Portfolio

private let year = MonthSpan("2025-01", "2025-12")

private func whale(_ books: Books) -> WhaleCurve {
  WhaleCurve(margins: Margins(books: books, policy: Policy(), span: year), customers: books.customers)
}

@Suite struct WhaleCurveTests {
  /// The company of docs/methods/whale-curve.md.
  @Test func `the worked example climbs to 800 at the second customer and gives back 200`() {
    let books = TinyBooks(asOf: "2025-12") {
      customer("Durand") { sale("2025-02-01", 900, cost: 600) }
      customer("Dupont") { sale("2025-02-01", 2_000, cost: 1_500) }
      customer("Petit") {
        sale("2025-02-01", 400, cost: 390)
        visit("2025-02", cost: 210)
      }
      customer("Moreau") { sale("2025-02-01", 5_000) }
    }.books
    let whale = whale(books)
    #expect(whale.customers.map { books.customers.names[$0] } == ["Dupont", "Durand", "Petit"])
    #expect(whale.cumulated == [.euros(500), .euros(800), .euros(600)])
    #expect(whale.peak == .euros(800))
    #expect(whale.peakCustomers == 2)
    #expect(whale.destroyed == .euros(200))
    #expect(whale.total == .euros(600))
    #expect(whale.height(at: 3)?.value == 0.75)
  }

  @Test func `with nobody above zero the peak is the start`() {
    let whale = whale(
      TinyBooks(asOf: "2025-12") { customer("A") { sale("2025-02-01", 10, cost: 15) } }.books)
    #expect(whale.peak == .zero)
    #expect(whale.peakCustomers == 0)
    #expect(whale.destroyed == .euros(5))
    #expect(whale.height(at: 1) == nil)
  }

  @Test func `an empty book draws an empty curve`() {
    let whale = whale(TinyBooks(asOf: "2025-12") { customer("A") }.books)
    #expect(whale.customers.isEmpty)
    #expect(whale.total == .zero)
  }

  @Test func `equal margins go by name`() {
    let books = TinyBooks(asOf: "2025-12") {
      customer("1", name: "Zoo") { sale("2025-02-01", 10, cost: 5) }
      customer("2", name: "Ark") { sale("2025-02-01", 10, cost: 5) }
    }.books
    #expect(whale(books).customers == [1, 0])
  }

  @Test func `the curve rises to its peak, falls to its end and ends at the total`() {
    for seed in 0..<60 as Range<UInt64> {
      let books = randomBooks(seed: seed)
      let margins = Margins(books: books, policy: Policy(), span: year)
      let whale = WhaleCurve(margins: margins, customers: books.customers)
      let known = margins.activeCustomers.compactMap { margins.rows[$0].operatingMargin }
      #expect(whale.total == known.sum)
      #expect(whale.peak == known.filter { $0 > .zero }.sum)
      #expect(whale.destroyed == -known.filter { $0 < .zero }.sum)
      #expect(whale.peak == max(.zero, whale.cumulated.max() ?? .zero))
      #expect(whale.customers.sorted() == margins.activeCustomers.filter { margins.rows[$0].operatingMargin != nil })
    }
  }
}
