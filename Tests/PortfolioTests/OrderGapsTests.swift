import Ledger
import Portfolio
import Testing
import Units

struct OrderGapsTests {
  let books = TinyBooks(asOf: "2025-12") {
    customer("Anna", category: "Bakeries") {
      for day: Day in ["2025-01-01", "2025-01-31", "2025-03-02", "2025-06-10"] { sale(day, 10) }
    }
    customer("Bert", category: "Bakeries") {
      sale("2025-01-01", 10)
      sale("2025-01-11", 10)
    }
    customer("Carl", category: "Schools") { sale("2025-01-01", 10) }
    customer("Dora") {
      sale("2025-01-01", 10)
      sale("2025-02-10", 10)
    }
  }.books
  var gaps: OrderGaps { OrderGaps(log: books.orders, categories: CategoryOf(books: books, policy: Policy())) }

  @Test func `the worked example: own gaps, the category's and everybody's`() {
    #expect(Array(gaps.own(0)) == [30, 30, 100] && gaps.own(2).isEmpty)
    #expect(gaps.ownPercentile(Rate(percent: 90), of: 0) == 100)
    #expect(gaps.ownPercentile(Rate(percent: 50), of: 0) == 30)
    #expect(gaps.ownPercentile(Rate(percent: 90), of: 2) == nil)
    // Bakeries: 10, 30, 30, 100.
    #expect(gaps.categoryPercentile(Rate(percent: 75), of: 1) == 30)
    #expect(gaps.categoryPercentile(Rate(percent: 90), of: 1) == 100)
    #expect(gaps.percentile(Rate(percent: 80)) == 40)
  }

  @Test func `customers without a category are a group of their own`() {
    #expect(gaps.categoryPercentile(Rate(percent: 90), of: 3) == 40)
  }

  @Test func `a category where nobody ordered twice takes everybody's gaps`() {
    #expect(gaps.categoryPercentile(Rate(percent: 90), of: 2) == 100)
  }

  @Test func `the nearest rank is always one of the values`() {
    #expect(nearestRank(Rate(percent: 90), of: Array(1...10)) == 9)
    #expect(nearestRank(Rate(percent: 90), of: Array(1...11)) == 10)
    #expect(nearestRank(Rate(percent: 0), of: [4, 5]) == 4)
    #expect(nearestRank(Rate(percent: 100), of: [4, 5]) == 5)
    #expect(nearestRank(Rate(percent: 50), of: [Int]()) == nil)
  }

  @Test func `at least that part of the values does not exceed a percentile, and fewer are below it`() throws {
    var random = SplitMix64(seed: 9)
    for _ in 0..<200 {
      let values = (0..<Int.random(in: 1...30, using: &random)).map { _ in Int.random(in: 1...20, using: &random) }
        .sorted()
      let percent = Int64.random(in: 1...100, using: &random)
      let found = try #require(nearestRank(Rate(percent: percent), of: values))
      #expect(values.count { $0 <= found } * 100 >= Int(percent) * values.count)
      #expect(values.count { $0 < found } * 100 < Int(percent) * values.count)
    }
  }
}
