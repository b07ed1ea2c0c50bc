import Decisions
import Ledger
import Units

/// Customers that behave in a known way over 48 months, from a seed; what an analysis ought to say of them is known.
enum SimulatedKind: String, CaseIterable {
  case yearly, halfYearly, quarterly, monthly, looseMonthly, seasonal, lumpy, sparse
  case downOne, downTwo, upThree, stop, oneOff, backAfter18

  /// Whether the customer goes on as it is for good.
  var isStable: Bool {
    switch self {
    case .yearly, .halfYearly, .quarterly, .monthly, .looseMonthly, .seasonal, .lumpy: true
    default: false
    }
  }

  /// Mean days between two orders.
  var gap: Double {
    switch self {
    case .yearly: 365.25
    case .halfYearly: 182.6
    case .quarterly: 91.3
    case .sparse: 270
    case .lumpy: 60
    case .seasonal: 14
    default: 30.4
    }
  }

  /// How far a gap strays from the mean, either way.
  var jitter: Double {
    switch self {
    case .yearly, .halfYearly, .quarterly: 0.12
    case .lumpy, .sparse: 0.8
    case .looseMonthly: 0.3
    // Within five days of the day, every month.
    default: 0.16
    }
  }

  /// How far a value strays from the mean, either way.
  var spread: Double { self == .lumpy ? 0.9 : 0.3 }
}

struct SimulatedCustomers {
  static let months = MonthSpan(Month(year: 2022, month: 1), Month(year: 2025, month: 12))
  /// Months after which a stopping customer stops and a leaving one leaves.
  static let end = 30

  let kinds: [SimulatedKind]
  let log: OrderLog

  /// So many customers of each kind.
  init(each count: Int, seed: UInt64) {
    var random = SplitMix64(seed: seed)
    var offsets = [0]
    var orders: [OrderLog.Order] = []
    var kinds: [SimulatedKind] = []
    for kind in SimulatedKind.allCases {
      for _ in 0..<count {
        kinds.append(kind)
        orders += SimulatedCustomers.orders(of: kind, &random)
        offsets.append(orders.count)
      }
    }
    self.kinds = kinds
    log = OrderLog(offsets: offsets, orders: orders)
  }

  /// The places of a kind's customers.
  func places(of kind: SimulatedKind) -> [Int] { kinds.indices.filter { kinds[$0] == kind } }

  private static func orders(of kind: SimulatedKind, _ random: inout SplitMix64) -> [OrderLog.Order] {
    let start = months.first.firstDay
    let days = start.distance(to: months.last.lastDay)
    let size = Double(Int64.random(in: 20_000...400_000, using: &random))
    var orders: [OrderLog.Order] = []
    if kind == .oneOff {
      let day = Int.random(in: 0...days - 500, using: &random)
      return [OrderLog.Order(day: start.advanced(by: day), revenue: Cents(Int64(size)))]
    }
    // Where in its rhythm the data meet it.
    var at = Double.random(in: 0..<kind.gap, using: &random)
    while Int(at) <= days {
      let day = start.advanced(by: Int(at))
      let month = months.first.distance(to: day.month)
      at += max(1, kind.gap * (1 + Double.random(in: -kind.jitter...kind.jitter, using: &random)))
      if kind == .seasonal, !(4...7).contains(day.month.monthOfYear) { continue }
      if kind == .stop, month >= end { break }
      if kind == .backAfter18, (12..<30).contains(month) { continue }
      let noise = 1 + Double.random(in: -kind.spread...kind.spread, using: &random)
      let value = size * noise * trend(of: kind, at: month)
      orders.append(OrderLog.Order(day: day, revenue: Cents(max(1, Int64(value)))))
    }
    return orders
  }

  /// What a month's orders are worth against those of the first month.
  private static func trend(of kind: SimulatedKind, at month: Int) -> Double {
    switch kind {
    case .downOne: exponential(Double(month) * naturalLogarithm(0.99))
    case .downTwo: exponential(Double(month) * naturalLogarithm(0.98))
    case .upThree: exponential(Double(month) * naturalLogarithm(1.03))
    default: 1
    }
  }
}
