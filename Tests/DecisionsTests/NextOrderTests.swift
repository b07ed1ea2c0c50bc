import Ledger
import Portfolio
import Testing
import Units

@testable import Decisions

@Suite struct NextOrderTests {
  private let end = Month(year: 2025, month: 6).lastDay

  private func orders(_ days: [Day]) -> ArraySlice<OrderLog.Order> {
    days.map { OrderLog.Order(day: $0, revenue: Cents(10_000)) }[...]
  }

  /// Orders at gaps, the last of them so many days before the end.
  private func orders(gaps: [Int], silence: Int) -> ArraySlice<OrderLog.Order> {
    var days = [end.advanced(by: -silence - gaps.reduce(0, +))]
    for gap in gaps { days.append(days[days.count - 1].advanced(by: gap)) }
    return orders(days)
  }

  private func told(
    _ orders: ArraySlice<OrderLog.Order>, category: [Int] = [], end: Day? = nil
  ) -> NextOrder? {
    let policy = Policy()
    return NextOrder(
      of: orders, category: category, rule: policy.prediction, rhythm: policy.growth.rhythm, end: end ?? self.end)
  }

  @Test func `the worked example: of five gaps two are longer than the silence`() throws {
    let next = try #require(told(orders(gaps: [45, 28, 30, 20, 28], silence: 29)))
    #expect(next.basis == .own(gaps: 5))
    #expect(next.typicalGap == 28 && next.usualGap == 20...45)
    #expect(next.day == end.advanced(by: 1) && next.earliest == end.advanced(by: 1))
    #expect(next.latest == end.advanced(by: 16))
    #expect(!next.isLate)
    #expect(next.value == Cents(10_000))
  }

  @Test func `a silence longer than nine gaps in ten is late, longer than all is overdue`() throws {
    let gaps = [Int](repeating: 30, count: 9) + [60, 30]
    let late = try #require(told(orders(gaps: gaps, silence: 40)))
    #expect(late.isLate && late.latest == late.lastOrder.advanced(by: 60) && late.day > end)
    let overdue = try #require(told(orders(gaps: gaps, silence: 61)))
    #expect(overdue.isLate && overdue.latest == nil && overdue.day == overdue.lastOrder.advanced(by: 60))
  }

  @Test func `under five own gaps those of the category tell the rhythm, and without any there is none`() throws {
    let few = orders(gaps: [10, 12], silence: 5)
    let next = try #require(told(few, category: [20, 30, 40]))
    #expect(next.basis == .category(gaps: 3) && next.typicalGap == 30)
    #expect(next.day == next.lastOrder.advanced(by: 30))
    #expect(told(few) == nil)
  }

  @Test func `only the last gaps count`() throws {
    let next = try #require(
      told(orders(gaps: [Int](repeating: 90, count: 30) + [Int](repeating: 7, count: 24), silence: 2)))
    #expect(next.basis == .own(gaps: 24) && next.typicalGap == 7)
  }

  @Test func `a seasonal customer is expected when its season begins`() throws {
    let days = (2021...2024).flatMap { year in
      [(4, 10), (5, 2), (5, 20), (6, 15), (7, 1)].compactMap { Day(year: year, month: $0.0, day: $0.1) }
    }
    let winter = try #require(Day(iso: "2024-12-31"))
    let next = try #require(told(orders(days), category: [30], end: winter))
    #expect(next.basis == .season(from: 4, years: 4))
    #expect(next.day == Day(iso: "2025-04-10") && !next.isLate)
    let late = try #require(told(orders(days), category: [30], end: Day(iso: "2025-04-30")!))
    #expect(late.isLate && late.latest == nil && late.day == Day(iso: "2025-04-10"))
    let within = try #require(
      told(
        orders(days + [Day(iso: "2025-04-10")!, Day(iso: "2025-05-02")!]), category: [30], end: Day(iso: "2025-05-03")!)
    )
    #expect(within.day > Day(iso: "2025-05-03")! && within.day <= Day(iso: "2025-06-30")!)
    let over = try #require(
      told(orders(days), category: [30], end: Day(iso: "2024-07-31")!))
    #expect(over.day == Day(iso: "2025-04-10"))
  }

  @Test func `nothing is expected of the lost and of who never ordered`() {
    let log = OrderLog(
      offsets: [0, 0, 3, 6],
      orders: [Int](repeating: 0, count: 2).indices.flatMap { _ in Array(orders(gaps: [30, 30], silence: 10)) })
    let gaps = OrderGaps(
      log: log,
      categories: CategoryOf(
        books: tradeBooks(asOf: Month(year: 2025, month: 6), [Trader("A"), Trader("B"), Trader("C")]), policy: Policy())
    )
    let next = NextOrders(log: log, gaps: gaps, policy: Policy(), end: end) { $0 == 2 }
    #expect(next[0] == .unknown(.neverOrdered))
    #expect(next[1].value?.day == end.advanced(by: 20))
    #expect(next[2] == .unknown(.lost))
    #expect(next.places == [1])
    #expect(next.due(within: 19).orders == 0 && next.due(within: 20).orders == 1)
  }

  @Test func `about four in five orders of simulated customers come between the earliest and the latest day`() throws {
    let simulated = SimulatedCustomers(each: 120, seed: 11)
    let origin = SimulatedCustomers.months.first.advanced(by: 29).lastDay
    var table = "next orders of simulated customers: kind, foretold, within, median miss in days\n"
    var (all, inside) = (0, 0)
    for kind in SimulatedKind.allCases where kind.isStable {
      var (count, within, misses) = (0, 0, [Int]())
      for customer in simulated.kinds.indices where simulated.kinds[customer] == kind {
        let known = simulated.log[customer].prefix { $0.day <= origin }
        guard known.count >= 6, let actual = simulated.log[customer].first(where: { $0.day > origin }),
          let next = told(known, end: origin)
        else { continue }
        count += 1
        if next.earliest <= actual.day, actual.day <= next.latest ?? actual.day { within += 1 }
        misses.append(Swift.abs(next.day.distance(to: actual.day)))
      }
      (all, inside) = (all + count, inside + within)
      table += "\(kind): \(count), \(within), \(misses.sorted().dropFirst(misses.count / 2).first ?? -1)\n"
    }
    print(table)
    #expect(all > 300)
    #expect((0.7...0.9).contains(Double(inside) / Double(all)))
  }
}
