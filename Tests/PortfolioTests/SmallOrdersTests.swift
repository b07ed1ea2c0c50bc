import Ledger
import Testing
import Units

@testable import Portfolio

private func small(_ books: Books, _ policy: Policy = Policy()) -> SmallOrders {
  SmallOrders(
    books: books, policy: policy,
    margins: Margins(books: books, policy: policy, span: MonthSpan("2025-01", "2025-12")),
    categories: CategoryOf(books: books, policy: policy))
}

@Suite struct SmallOrdersTests {
  /// The company of docs/methods/small-orders.md.
  private let books = TinyBooks(asOf: "2025-12") {
    customer("Dupont", category: "Bakeries") {
      sale("2025-02-01", 600, cost: 420)
      sale("2025-03-01", 40, cost: 28)
    }
    customer("Petit", category: "Bakeries") {
      sale("2024-02-01", 1, cost: 1)
      sale("2025-02-01", 20, cost: 14)
      sale("2025-03-01", 30, cost: 21)
      sale("2025-04-01", 10, cost: 7)
    }
    customer("Lycee", category: "Schools") {
      sale("2025-03-01", 300, cost: 280)
      sale("2025-06-01", 1_000)
    }
  }.books

  private var policy: Policy {
    var policy = Policy()
    policy.costs.handlingPerOrder = .euros(22)
    return policy
  }

  @Test func `the worked example finds five small orders and the minimum of each category`() throws {
    let small = small(books, policy)
    #expect(small.source == .policy)
    #expect(small.orders == 6)
    #expect(small.unknownOrders == 1)
    #expect(small.smallOrders == 5)
    #expect(small.rows.map(\.customer) == [2, 0, 1])
    #expect(small.rows.map(\.smallOrders) == [3, 1, 1])
    #expect(small.rows.map(\.loss) == [.euros(48), .euros(10), .euros(2)])
    #expect(small.loss == .euros(60))
    #expect(small.categories.map(\.category) == ["Bakeries", "Schools"])
    #expect(small.categories.map(\.order) == [.known(.euros(100)), .unknown(.grossRateTooLow)])
    // 230 of gross margin on 1,000 of revenue: 22 ÷ (0.23 − 0.08), rounded up.
    #expect(small.company.order == .known(.euros(146.67)))
  }

  @Test func `an unknown handling cost judges nobody and says why there is no minimum`() {
    let small = small(books)
    #expect(small.handling == nil)
    #expect(small.source == nil)
    #expect(small.rows.isEmpty)
    #expect(small.company.order == .unknown(.costUnknown))
  }

  @Test func `handling is derived from order, delivery and admin services over the orders`() {
    let books = TinyBooks(asOf: "2025-12") {
      customer("Dupont") {
        sale("2025-02-01", 100, cost: 90)
        sale("2025-02-02", 100, cost: 50)
        service(.order, "2025-02", cost: 12)
        service(.delivery, "2025-02", cost: 20)
        visit("2025-02", cost: 500)
      }
    }.books
    let small = small(books)
    #expect(small.handling == .euros(16))
    #expect(small.source == .services)
    #expect(small.loss == .euros(6))
  }

  @Test func `the stand-in's cost of an order is labelled`() {
    var policy = Policy()
    policy.costs.standIn.enabled = true
    let books = TinyBooks(asOf: "2025-12") { customer("A") { sale("2025-02-01", 100, cost: 90, lines: 5) } }.books
    let small = small(books, policy)
    #expect(small.source == .standIn)
    #expect(small.handling == .euros(20))
  }

  @Test func `a dearer handling never makes fewer small orders`() {
    for seed in 0..<20 as Range<UInt64> {
      let books = randomBooks(seed: seed)
      var last = 0
      for euros in 0..<5 {
        var policy = Policy()
        policy.costs.handlingPerOrder = Cents(Int64(euros) * 5_000)
        let count = small(books, policy).smallOrders
        #expect(count >= last)
        last = count
      }
    }
  }
}
