import Ledger
import Portfolio
import Testing
import Units

struct DependenceTests {
  private func dependence(_ books: Books, fixed: Euros? = nil) -> Dependence {
    var policy = Policy()
    policy.company.fixedCosts = fixed?.cents
    return Dependence(
      books: books, policy: policy, margins: Margins(books: books, policy: policy, span: books.window.current))
  }

  let books = TinyBooks(asOf: "2025-12") {
    customer("a") { sale("2025-01-05", 60_000, cost: 40_000) }
    customer("b") { sale("2025-01-05", 25_000, cost: 15_000) }
    customer("c") { sale("2025-01-05", 10_000, cost: 12_000) }
    customer("d") { sale("2025-01-05", 5_000) }
    customer("e") { credit("2025-01-05", 100, cost: 0) }
  }.books

  @Test func `the worked example`() {
    let found = dependence(books, fixed: 17_900)
    #expect(found.top1Share?.value == 0.6 && found.top5Share?.value == 1 && found.customers == 4)
    // The credit note of 100 lowers the margins as the fixed costs are lower: 27,900 − 17,900 = 10,000.
    #expect(found.result == .euros(10_000))
    #expect(found.single.map(\.result) == [.euros(-10_000), .zero, .euros(12_000), nil])
    #expect(found.single.map(\.margin) == [.euros(20_000), .euros(10_000), .euros(-2_000), nil])
    #expect(found.single.map(\.share.value) == [0.6, 0.25, 0.1, 0.05])
  }

  @Test func `losing several at once takes all their revenue and margin`() {
    let found = dependence(
      TinyBooks(asOf: "2025-12") {
        for index in 1...12 {
          customer("C" + padded(index, 2)) { sale("2025-01-05", Euros(cents: Int64(index) * 100), cost: 0.50) }
        }
      }.books, fixed: 10)
    #expect(found.together.map { $0.customers.count } == [1, 5, 10])
    #expect(found.together.map(\.revenue) == [.euros(12), .euros(50), .euros(75)])
    #expect(found.together.map(\.result) == [.euros(50.50), .euros(14.50), .euros(-8)])
    #expect(found.single.count == 10 && found.together[0].customers == [11])
  }

  @Test func `without fixed costs or known margins the result is unknown`() {
    #expect(dependence(books).result == nil && dependence(books).single[0].margin == .euros(20_000))
    let uncosted = TinyBooks(asOf: "2025-12") { customer("a") { sale("2025-01-05", 10) } }.books
    #expect(dependence(uncosted, fixed: 10).result == nil)
  }

  @Test func `nobody to depend on`() {
    let found = dependence(TinyBooks(asOf: "2025-12") { customer("a") }.books, fixed: 10)
    #expect(found.single.isEmpty && found.together.isEmpty && found.top1Share == nil)
  }

  @Test func `single shares descend, and the biggest ten's sum is the share of ten`() {
    for seed in 1...20 {
      let found = dependence(randomBooks(seed: UInt64(seed)), fixed: 1_000)
      #expect(zip(found.single, found.single.dropFirst()).allSatisfy { $0.revenue >= $1.revenue })
      #expect(found.single.map(\.revenue).sum.value == found.top10Share?.part ?? 0)
      for loss in found.single {
        guard let margin = loss.margin, let after = loss.result, let result = found.result else { continue }
        #expect(after + margin == result)
      }
    }
  }
}
