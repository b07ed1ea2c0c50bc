import Decisions
import Foundation
import Ledger
import Units

// Tells the stages of many customers month by month and prints one JSON line: seconds on one core and on all of them.

guard CommandLine.arguments.count == 3, let customers = Int(CommandLine.arguments[1]),
  let runs = Int(CommandLine.arguments[2]), customers > 0, runs > 0
else {
  FileHandle.standardError.write(Data("usage: bench-stages CUSTOMERS RUNS\n".utf8))
  exit(2)
}
let months = MonthSpan(Month(year: 2022, month: 1), Month(year: 2024, month: 12))

/// Orders at each customer's own pace, from twice a month to once in two years, some of them ending on the way.
func drawn() -> OrderLog {
  var random = SplitMix64(seed: 36)
  func below(_ bound: Int) -> Int { Int(random.next() % UInt64(bound)) }
  var (offsets, orders): ([Int], [OrderLog.Order]) = ([0], [])
  offsets.reserveCapacity(customers + 1)
  let days = months.first.firstDay.distance(to: months.last.lastDay)
  for _ in 0..<customers {
    let gap = 15 << below(6)
    let end = below(4) == 0 ? below(days) : days
    var day = below(min(days, 2 * gap))
    while day <= end {
      orders.append(
        OrderLog.Order(day: months.first.firstDay.advanced(by: day), revenue: Cents(Int64(5_000 + below(50_000)))))
      day += max(1, gap / 2 + below(gap))
    }
    offsets.append(orders.count)
  }
  return OrderLog(offsets: offsets, orders: orders)
}

let log = drawn()
let source = StageSource(months: months, orders: log, policy: Policy())

/// The least seconds of the runs, for what else a machine does only adds.
func measured(_ work: () -> Stages) -> (seconds: Double, stages: Stages) {
  let clock = ContinuousClock()
  var (times, stages): ([Double], Stages) = ([], work())
  for _ in 0..<runs {
    let start = clock.now
    stages = work()
    times.append((clock.now - start) / .seconds(1))
  }
  return (times.min() ?? 0, stages)
}

let one = measured { Stages(source) }
let all = measured { StageJudging.judge(source) }
let same = (0..<customers).allSatisfy { one.stages.course(of: $0) == all.stages.course(of: $0) }
let found: [String: Any] = [
  "customers": customers, "months": months.count, "orders": log.orders.count, "oneCore": one.seconds,
  "allCores": all.seconds, "cores": ProcessInfo.processInfo.activeProcessorCount, "same": same,
]
print(String(decoding: try JSONSerialization.data(withJSONObject: found, options: .sortedKeys), as: UTF8.self))
