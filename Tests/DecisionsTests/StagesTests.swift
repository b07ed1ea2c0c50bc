import Decisions
import Ledger
import Testing
import Units

struct StagesTests {
  private let months = MonthSpan(Month(year: 2022, month: 1), Month(year: 2025, month: 12))

  /// Random customers of all sorts: regular, seasonal, lumpy, with pauses of any length.
  private func randomOrders(_ random: inout SplitMix64) -> [OrderLog.Order] {
    let start = months.first.firstDay
    let days = start.distance(to: months.last.lastDay)
    let gap = [10, 31, 60, 91, 182, 365][Int.random(in: 0..<6, using: &random)]
    let jitter = Int.random(in: 0...90, using: &random)
    let isSeasonal = Int.random(in: 0..<4, using: &random) == 0
    let season = Int.random(in: 0..<12, using: &random)
    let trend = Int64.random(in: 97...103, using: &random)
    let spread = Int64.random(in: 0...50, using: &random)
    var value = Int64.random(in: 1_000...1_000_000, using: &random)
    var at = Int.random(in: 0...700, using: &random)
    var orders: [OrderLog.Order] = []
    while at <= days {
      let day = start.advanced(by: at)
      if !isSeasonal || (Int(day.month.number) - season) % 12 < 4 {
        orders.append(
          OrderLog.Order(
            day: day,
            revenue: Cents(max(1, value * Int64.random(in: 100 - spread...100 + spread, using: &random) / 100))))
      }
      value = max(100, value * trend / 100)
      at += max(1, gap * Int.random(in: 100 - jitter...100 + jitter, using: &random) / 100)
      if Int.random(in: 0..<25, using: &random) == 0 { at += Int.random(in: 60...800, using: &random) }
    }
    return orders
  }

  private func source(
    _ columns: [[OrderLog.Order]], upTo last: Month? = nil, since: [Int: Month] = [:], ceased: [Int: Month] = [:],
    ranges: RangeMonths? = nil, lateCredits: LateCredits = .none
  ) -> StageSource {
    let end = last ?? months.last
    let kept = columns.map { $0.filter { $0.month <= end } }
    return StageSource(
      months: MonthSpan(months.first, end),
      orders: OrderLog(
        offsets: kept.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.count) }, orders: kept.flatMap { $0 }),
      policy: Policy(), since: since, ceased: ceased, ranges: ranges, lateCredits: lateCredits)
  }

  private func randomRanges(_ columns: [[OrderLog.Order]], _ random: inout SplitMix64) -> RangeMonths {
    var offsets = [0]
    var (cellMonths, cellRanges): ([Month], [Int32]) = ([], [])
    for orders in columns {
      for month in Set(orders.map(\.month)).sorted() {
        for range in 0..<4 where Int.random(in: 0..<5, using: &random) == 0 {
          cellMonths.append(month)
          cellRanges.append(Int32(range))
        }
      }
      offsets.append(cellMonths.count)
    }
    return RangeMonths(offsets: offsets, months: cellMonths, ranges: cellRanges)
  }

  @Test func `the fast walk says what the plain rules say`() {
    var random = SplitMix64(seed: 5)
    let columns = (0..<1_500).map { _ in randomOrders(&random) }
    let ranges = randomRanges(columns, &random)
    var (since, ceased): ([Int: Month], [Int: Month]) = ([:], [:])
    for customer in stride(from: 0, to: 1_500, by: 7) {
      since[customer] = months.first.advanced(by: Int.random(in: -24...20, using: &random))
      ceased[customer + 3] = months.first.advanced(by: Int.random(in: 10...40, using: &random))
    }
    let stages = Stages(source(columns, since: since, ceased: ceased, ranges: ranges))
    var seen: Set<StageReason> = []
    for (customer, orders) in columns.enumerated() {
      let reference = ReferenceStages(
        months: months, policy: Policy(), since: since[customer], ceased: ceased[customer], ranges: ranges,
        customer: customer
      ).course(of: orders)
      let course = months.months.map { stages.reason(of: customer, at: $0) }
      #expect(course == reference, "customer \(customer)")
      seen.formUnion(course.compactMap { $0 })
    }
    #expect(seen == Set(StageReason.allCases))
  }

  @Test func `lines that come later change nothing of what was said before`() {
    var random = SplitMix64(seed: 11)
    let columns = (0..<300).map { _ in randomOrders(&random) }
    let whole = Stages(source(columns))
    for last in [5, 13, 24, 31, 40].map({ months.first.advanced(by: $0) }) {
      let cut = Stages(source(columns, upTo: last))
      for customer in columns.indices {
        for month in MonthSpan(months.first, last).months {
          #expect(cut.reason(of: customer, at: month) == whole.reason(of: customer, at: month))
        }
      }
    }
  }

  @Test func `a credit note of a later month changes nothing of the months before it`() {
    var random = SplitMix64(seed: 17)
    for customer in 0..<200 {
      let before = randomOrders(&random)
      guard before.count > 6 else { continue }
      // An order in the middle is credited in full three months later, the next one by half.
      let (gone, halved) = (before[before.count / 2], before[before.count / 2 + 1])
      let known = gone.month.advanced(by: 3)
      guard months.contains(known), halved.month < known else { continue }
      let after = before.filter { $0 != gone }.map {
        $0 == halved ? OrderLog.Order(day: $0.day, revenue: Cents(max(1, $0.revenue.value / 2))) : $0
      }
      let late = LateCredits(entries: [
        0: [
          LateCredits.Entry(day: gone.day, known: known, before: gone.revenue),
          LateCredits.Entry(day: halved.day, known: known, before: halved.revenue),
        ]
      ])
      let stages = Stages(source([after], lateCredits: late))
      let (old, new) = (Stages(source([before])), Stages(source([after])))
      for month in months.months {
        let expected = month < known ? old.reason(of: 0, at: month) : new.reason(of: 0, at: month)
        #expect(stages.reason(of: 0, at: month) == expected, "customer \(customer), \(month.iso)")
      }
    }
  }

  @Test func `parts judged apart and put together are the whole`() {
    var random = SplitMix64(seed: 23)
    let columns = (0..<50).map { _ in randomOrders(&random) }
    let source = source(columns)
    let parts = [0..<20, 20..<20, 20..<50].map { Stages.Part(source, customers: $0) }
    let (joined, whole) = (Stages(source, joining: parts), Stages(source))
    for customer in columns.indices { #expect(joined.course(of: customer) == whole.course(of: customer)) }
  }

  @Test func `a stay tells since when and what was before`() {
    let monthly = months.months.filter { $0 < months.first.advanced(by: 20) }.map {
      OrderLog.Order(day: $0.firstDay.advanced(by: 9), revenue: Cents(10_000))
    }
    let stages = Stages(source([monthly]))
    let stay = stages.stay(of: 0, at: months.last)
    // The last order is of August 2023: lost a year later, at the end of August 2024.
    #expect(stay?.stage == .lost && stay?.since == Month(year: 2024, month: 8) && stay?.previous == .declining)
    #expect(stages.stay(of: 0, at: months.first)?.previous == nil)
    #expect(stages.stage(of: 0, at: months.last.advanced(by: 1)) == nil)
  }
}
