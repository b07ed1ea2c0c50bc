import Ledger
import Testing
import Units

@testable import Portfolio

@Suite struct FullCostTests {
  private func allocation(
    _ key: Policy.OverheadKey, overheads: Cents?, _ books: Books, months: Int = 12
  ) -> Knowable<FullCost, FullCost.Refusal> {
    var policy = Policy()
    policy.margin.overheads = overheads
    policy.margin.overheadKey = key
    let span = MonthSpan(Month("2025-12").advanced(by: 1 - months), "2025-12")
    return FullCost.allocation(margins: Margins(books: books, policy: policy, span: span), policy: policy.margin)
  }

  private let books = TinyBooks(asOf: "2025-12") {
    customer("A") { sale("2025-12-01", 300, lines: 1) }
    customer("B") { sale("2025-12-01", 100, lines: 4) }
    customer("C") { credit("2025-12-01", 50) }
    unattributed { sale("2025-12-01", 100) }
  }.books

  @Test func `overheads go by revenue, nobody known taking its part`() throws {
    let full = try #require(allocation(.revenue, overheads: .euros(1_000), books).value)
    #expect(full.parts == [.euros(600), .euros(200), .zero])
    #expect(full.unattributed == .euros(200))
  }

  @Test func `a quarter bears a quarter of the year's overheads`() throws {
    let full = try #require(allocation(.orders, overheads: .euros(1_200), books, months: 3).value)
    #expect(full.overheads == .euros(300))
    #expect(full.parts == [.euros(100), .euros(100), .zero])
  }

  @Test func `without overheads or without anything to go by there is a reason instead`() {
    #expect(allocation(.revenue, overheads: nil, books).reason == .overheadsUnknown)
    #expect(allocation(.hours, overheads: .euros(10), books).reason == .nothingToAllocateBy)
  }

  @Test func `the parts sum to the overheads whatever the key`() throws {
    for seed in 0..<40 as Range<UInt64> {
      for key in Policy.OverheadKey.allCases {
        let books = randomBooks(seed: seed)
        guard let full = allocation(key, overheads: Cents(1_000_003), books).value else { continue }
        #expect(full.parts.sum + full.unattributed == Cents(1_000_003))
      }
    }
  }
}
