import Ledger
import Testing
import Units

@testable import Portfolio

extension Books {
  /// The one-offs under a policy.
  func oneOffs(_ policy: Policy = Policy()) -> OneOffs {
    OneOffs(
      books: self, policy: policy,
      gaps: OrderGaps(log: orders, categories: CategoryOf(books: self, policy: policy)))
  }
}

struct OneOffsTests {
  private func names(_ books: Books, _ policy: Policy = Policy()) -> [String] {
    books.oneOffs(policy).rows.map { books.customers.names[$0.customer] }
  }

  @Test func `the worked example: slow trades are given their time`() {
    let books = TinyBooks(asOf: "2025-12") {
      unattributed { sale("2020-01-01", 1) }
      customer("a bakery", category: "Bakeries") {
        for day: Day in ["2023-01-01", "2023-01-31", "2023-04-01", "2024-05-05"] { sale(day, 10) }
      }
      customer("b 396 days", category: "Bakeries") { sale("2024-11-30", 10) }
      customer("c 401 days", category: "Bakeries") { sale("2024-11-25", 10) }
      customer("d school", category: "Schools") {
        sale("2025-01-01", 10)
        sale("2025-01-31", 10)
      }
      customer("e 376 days", category: "Schools") { sale("2024-12-20", 10) }
      customer("f 11 months", category: "Schools") { sale("2025-01-02", 10) }
    }.books
    #expect(names(books) == ["c 401 days", "e 376 days"])
  }

  @Test func `two orders, or one that was credited, are no one-off`() {
    let books = TinyBooks(asOf: "2025-12") {
      customer("once") { sale("2022-05-05", 10) }
      customer("twice") {
        sale("2022-05-05", 10)
        sale("2022-05-06", 10)
      }
      customer("credited") {
        sale("2022-05-05", 10)
        credit("2022-05-10", 10)
      }
      customer("same day") {
        sale("2022-05-05", 10)
        sale("2022-05-05", 20)
      }
    }.books
    #expect(names(books) == ["once", "same day"])
  }

  @Test func `earlier orders may lie before the data`() {
    let books = TinyBooks(asOf: "2025-12") {
      unattributed { sale("2022-01-01", 1) }
      customer("a censored") { sale("2022-05-05", 10) }
      customer("b new then") { sale("2023-05-05", 10) }
      customer("c of old", since: "2010-01-01") { sale("2023-05-05", 10) }
      customer("d said new", since: "2022-05-01") { sale("2022-05-05", 10) }
    }.books
    #expect(books.oneOffs().rows.map(\.maybeEarlierOrders) == [true, false, true, false])
  }

  @Test func `policy says how old a one-off is`() {
    let books = TinyBooks(asOf: "2025-12") { customer("A") { sale("2025-02-05", 10) } }.books
    var policy = Policy()
    #expect(names(books).isEmpty)
    policy.oneOff.months = 6
    #expect(names(books, policy) == ["A"])
  }

  @Test func `a one-off is a customer with one order, before the last twelve months`() {
    for seed in 1...20 {
      let books = randomBooks(seed: UInt64(seed), customers: 60)
      let found = books.oneOffs()
      for row in found.rows {
        #expect(books.orders[row.customer].count == 1 && row.order.day.month <= "2024-12")
        #expect(found.contains(row.customer))
      }
    }
  }
}
