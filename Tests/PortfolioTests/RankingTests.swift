import Ledger
import Testing
import Units

@testable import Portfolio

extension Books {
  /// The ranking of the window, with all it needs.
  func ranking(_ policy: Policy = Policy(), by criterion: Policy.Criterion? = nil) -> Ranking {
    Ranking(
      books: self, policy: policy, criterion: criterion,
      margins: Margins(books: self, policy: policy, span: window.current),
      previous: window.previous.map { Margins(books: self, policy: policy, span: $0) },
      categories: CategoryOf(books: self, policy: policy))
  }
}

struct RankingTests {
  let books = TinyBooks(asOf: "2025-12") {
    customer("1", name: "Zoe", category: "Schools") {
      sale("2024-03-01", 100, cost: 50)
      sale("2025-02-01", 300, cost: 290, quantity: 3, range: "Flour")
      sale("2025-03-01", 200, cost: 100, quantity: 2, range: "Ovens")
    }
    customer("2", name: "Yves") { sale("2025-05-01", 300, cost: 100, range: "Flour") }
    customer("3", name: "Xena") {
      sale("2024-05-01", 400, cost: 100, range: "Flour")
      sale("2025-05-01", 150)
    }
    customer("4", name: "Will") { sale("2025-06-01", 50, cost: 60) }
    customer("5", name: "Vera") { sale("2024-06-01", 80, cost: 20) }
    customer("6", name: "Ugo") { credit("2025-06-01", 10, cost: 5) }
    customer("7", name: "Tess") { sale("2023-06-01", 10) }
    customer("8", name: "Sam") { visit("2025-06", cost: 20) }
    unattributed { sale("2025-07-01", 30) }
  }.books

  @Test func `the worked example: revenue from the biggest to the smallest`() {
    let ranking = books.ranking()
    let names = ranking.rows.map { books.customers.names[$0.customer] }
    #expect(names == ["Zoe", "Yves", "Xena", "Will", "Sam", "Vera", "Ugo"])
    #expect(ranking.rows.map(\.rank) == Array(1...7))
    #expect(ranking.rows.map(\.abc) == [.a, .a, .b, .c, .d(.inactive), .d(.inactive), .d(.notPositive)])
    #expect(ranking.rows.map { $0.cumulativeShare?.value } == [0.5, 0.8, 0.95, 1, nil, nil, nil])
    #expect(ranking.rows.map { $0.share?.value } == [0.5, 0.3, 0.15, 0.05, 0, 0, 0])
    #expect(ranking.rows.map(\.previousRank) == [2, nil, 1, nil, nil, 3, nil])
    #expect(
      ranking.customers == 5 && ranking.rows.count == 7 && ranking.positiveCustomers == 4
        && ranking.customersForPareto == 2)
    #expect(ranking.revenue == .euros(990) && ranking.unattributed == .euros(30))
    #expect(ranking.topShare?.value == 0.5 && ranking.lorenzTop == 0.4)
    #expect(ranking.top1Share?.value == 0.5 && ranking.top5Share?.value == 1)
  }

  @Test func `a row carries what the customer weighs and how it buys`() throws {
    let zoe = try #require(books.ranking().rows.first)
    #expect(zoe.category == "Schools" && zoe.value == .euros(500) && zoe.previousValue == .euros(100))
    #expect(zoe.orders == 2 && zoe.averageOrder == .euros(250) && zoe.averagePrice == .euros(100))
    #expect(zoe.margin.grossMargin == .euros(110) && zoe.ranges == 2)
    #expect(zoe.tenure?.months == 21 && zoe.tenure?.censored == true)
  }

  @Test func `a credit note without quantity or orders has neither average order nor average price`() throws {
    let ugo = try #require(books.ranking().rows.last)
    #expect(ugo.averageOrder == nil && ugo.averagePrice == nil && ugo.tenure == nil)
  }

  @Test func `customers whose margin is unknown leave a margin ranking and are counted`() {
    let ranking = books.ranking(by: .grossMargin)
    let names = ranking.rows.map { books.customers.names[$0.customer] }
    #expect(names == ["Yves", "Zoe", "Sam", "Vera", "Ugo", "Will"])
    #expect(ranking.unknownMargins == Ranking.Unranked(customers: 1, revenue: .euros(150)))
    #expect(ranking.rows.map(\.value).sum == .euros(295))
    #expect(ranking.revenue == .euros(990))
    #expect(ranking.rows.map(\.abc.letter).joined() == "AADDDD")
  }

  @Test func `cost to serve moves a customer down by operating margin, below those who bring nothing`() {
    let ranking = books.ranking(by: .operatingMargin)
    #expect(ranking.rows.last.map { books.customers.names[$0.customer] } == "Sam")
    #expect(ranking.rows.last?.value == .euros(-20) && ranking.rows.last?.abc == .d(.inactive))
  }

  @Test func `the policy's criterion holds unless another is asked for`() {
    var policy = Policy()
    policy.ranking.criterion = .operatingMargin
    #expect(books.ranking(policy).criterion == .operatingMargin)
    #expect(books.ranking(policy, by: .revenue).criterion == .revenue)
  }

  @Test func `without previous months nothing is compared`() {
    let rows = TinyBooks.all { customer("A") { sale("2025-01-01", 10) } }.books.ranking().rows
    #expect(rows.map(\.previousValue) == [nil] && rows.map(\.previousRank) == [nil])
  }

  @Test func `sales that name no range leave the number of ranges unknown`() {
    let rows = TinyBooks.all { customer("A") { sale("2025-01-01", 10) } }.books.ranking().rows
    #expect(rows.map(\.ranges) == [nil])
  }

  @Test func `equal values stand by name, then by identifier`() {
    let books = TinyBooks.all {
      customer("1", name: "Bob") { sale("2025-01-01", 10) }
      customer("2", name: "Al") { sale("2025-01-01", 10) }
      customer("3", name: "Al") { sale("2025-01-01", 10) }
    }.books
    #expect(books.ranking().rows.map(\.customer) == [1, 2, 0])
  }

  @Test func `empty books rank nobody`() {
    let ranking = TinyBooks(asOf: "2025-12", months: 12, entries: []).books.ranking()
    #expect(ranking.rows.isEmpty && ranking.topShare == nil && ranking.revenue == .zero)
  }

  @Test(arguments: Policy.Criterion.allCases)
  func `shares sum to the whole and reach it at the last positive customer`(criterion: Policy.Criterion) {
    for seed in 1...20 {
      let ranking = randomBooks(seed: UInt64(seed)).ranking(by: criterion)
      let positive = ranking.rows.filter { $0.value > .zero }
      #expect(positive.compactMap(\.share).reduce(0) { $0 + $1.part } == ranking.concentration.total.value)
      #expect(positive.last.map { $0.cumulativeShare?.value == 1 } ?? true)
      #expect(ranking.rows.dropFirst(positive.count).allSatisfy { $0.cumulativeShare == nil && $0.abc.letter == "D" })
      let letters = ranking.rows.map(\.abc.letter)
      #expect(letters == letters.sorted())
      #expect(zip(ranking.rows, ranking.rows.dropFirst()).allSatisfy { $0.value >= $1.value })
      let listed = ranking.rows.map(\.margin.revenue).sum + ranking.unknownMargins.revenue
      #expect(listed == ranking.revenue)
    }
  }

  @Test func `other identifiers change nothing in the ranking of names`() {
    for seed in 1...10 {
      let entries = randomEntries(seed: UInt64(seed))
      let renamed = entries.map { entry in
        guard case .customer(let id, _, let details, let lines) = entry else { return entry }
        return TinyEntry.customer(String(id.reversed()), name: id, details, lines)
      }
      let (first, second) = (
        TinyBooks(asOf: "2025-12", months: 12, entries: entries).books,
        TinyBooks(asOf: "2025-12", months: 12, entries: renamed).books
      )
      let (left, right) = (first.ranking(), second.ranking())
      #expect(
        left.rows.map { first.customers.names[$0.customer] } == right.rows.map { second.customers.names[$0.customer] })
      #expect(left.rows.map(\.abc) == right.rows.map(\.abc))
      #expect(left.rows.map(\.previousRank) == right.rows.map(\.previousRank))
      #expect(left.concentration.gini == right.concentration.gini)
    }
  }
}
