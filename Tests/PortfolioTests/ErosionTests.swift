import Ledger
import Portfolio
import Testing
import Units

extension Erosion.Bridge {
  /// P and all that was added to it.
  fileprivate var sum: Cents { previous + new + wonBack + expansion + contraction + lost + corrections }
}

struct ErosionTests {
  @Test func `the worked example`() throws {
    let books = TinyBooks(asOf: "2025-12") {
      customer("A") {
        sale("2024-05-01", 100)
        sale("2025-05-01", 120)
      }
      customer("B") {
        sale("2024-05-01", 100)
        sale("2025-05-01", 60)
      }
      customer("C") { sale("2024-05-01", 50) }
      customer("D") { sale("2025-05-01", 40) }
      customer("E") {
        sale("2023-05-01", 10)
        sale("2025-05-01", 30)
      }
      customer("F") {
        sale("2023-05-01", 10)
        credit("2024-05-01", 10, of: "2023-05-01")
      }
    }.books
    let found = try #require(Erosion.of(books).value)
    #expect(found.grr.value == 0.64 && found.nrr.value == 0.72 && found.previousMonthsKnown == 12)
    let bridge = found.bridge
    #expect(bridge.previous == .euros(240) && bridge.new == .euros(40) && bridge.wonBack == .euros(30))
    #expect(bridge.expansion == .euros(20) && bridge.contraction == .euros(-40) && bridge.lost == .euros(-50))
    #expect(bridge.corrections == .euros(10) && bridge.current == .euros(250) && bridge.sum == .euros(250))
    #expect(found.counts.previous == 3 && found.counts.new == 1 && found.counts.wonBack == 1)
  }

  @Test func `without anything before W erosion is unknown, and says why`() {
    #expect(Erosion.of(TinyBooks.all { customer("A") { sale("2025-05-01", 1) } }.books).reason == .noPreviousMonths)
    let late = TinyBooks(asOf: "2025-12") { customer("A") { sale("2025-05-01", 1) } }.books
    #expect(Erosion.of(late).reason == .previousBeforeData)
    let stray = TinyBooks(asOf: "2025-12") {
      customer("A") { sale("2025-05-01", 1) }
      unattributed { sale("2024-05-01", 1) }
    }.books
    #expect(Erosion.of(stray).reason == .noPreviousRevenue)
    #expect(Erosion.of(TinyBooks(asOf: "2025-12") { customer("A") }.books).reason == .previousBeforeData)
  }

  @Test func `a P that the data cover in part says how many months are known`() throws {
    let books = TinyBooks(asOf: "2025-12") { customer("A") { sale("2024-10-01", 1) } }.books
    #expect(try #require(Erosion.of(books).value).previousMonthsKnown == 3)
  }

  @Test func `the bridge closes to the cent, and the legs are what the counts say`() {
    for seed in 1...50 {
      let books = randomBooks(seed: UInt64(seed))
      guard let found = Erosion.of(books).value else { continue }
      let bridge = found.bridge
      let window = books.window
      let total = books.customers.ids.indices.map { books.activity.total(of: $0, in: window.current).revenue }.sum
      #expect(bridge.sum == bridge.current && bridge.current == total)
      #expect(bridge.expansion >= .zero && bridge.contraction <= .zero && bridge.lost <= .zero)
      #expect(bridge.new >= .zero && bridge.wonBack >= .zero)
      let counts = found.counts
      #expect(counts.previous == counts.expansion + counts.contraction + counts.lost)
      #expect(found.grr.part - found.grr.whole == (bridge.contraction + bridge.lost).value)
      #expect(found.nrr.part - found.grr.part == bridge.expansion.value)
      #expect(found.grr.value <= 1 && found.grr.value <= found.nrr.value)
    }
  }
}
