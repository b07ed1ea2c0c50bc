import Ledger
import Units

/// From which stage to which customers went between two months' ends: a month apart, a year apart, any.
///
/// Source: seed 001, « Si la part de ces clients dans votre portefeuille grandit, il convient de s'inquiéter »;
/// docs/methods/stages.md.
public struct StageTransitions: Sendable {
  /// The customers that went one way, or stayed.
  public struct Row: Hashable, Sendable {
    /// The stage at the end of the first month; nothing for customers without an order by then.
    public let from: Stage?
    /// The stage at the end of the second.
    public let to: Stage
    /// How many.
    public let customers: Int
    /// Their orders' revenue of the twelve months up to the first month's end.
    public let revenueBefore: Cents
    /// The same up to the second's.
    public let revenueAfter: Cents
  }

  /// The first month.
  public let from: Month
  /// The second.
  public let to: Month
  /// All ways that a customer went, in the order of the stages; those without an order first.
  public let rows: [Row]

  /// Counts the ways between two months' ends.
  ///
  /// Linear in the customers and their orders.
  public init(_ stages: Stages, orders: OrderLog, from: Month, to: Month) {
    precondition(from <= to, "time goes forward")
    self.from = from
    self.to = to
    let width = Stage.allCases.count
    var sums = [(customers: Int, before: Cents, after: Cents)](
      repeating: (0, .zero, .zero), count: (width + 1) * width)
    let (yearBefore, yearAfter) = (
      MonthSpan(from.advanced(by: -11), from), MonthSpan(to.advanced(by: -11), to)
    )
    for customer in 0..<stages.customers {
      guard let end = stages.stage(of: customer, at: to) else { continue }
      let start = stages.stage(of: customer, at: from).map { Int($0.rawValue) + 1 } ?? 0
      let place = start * width + Int(end.rawValue)
      sums[place].customers += 1
      for order in orders[customer].reversed() {
        guard order.month >= yearBefore.first else { break }
        if yearBefore.contains(order.month) { sums[place].before += order.revenue }
        if yearAfter.contains(order.month) { sums[place].after += order.revenue }
      }
    }
    rows = sums.indices.compactMap { place in
      let sum = sums[place]
      guard sum.customers > 0, let end = Stage(rawValue: UInt8(place % width)) else { return nil }
      let start = place < width ? nil : Stage(rawValue: UInt8(place / width - 1))
      return Row(
        from: start, to: end, customers: sum.customers, revenueBefore: sum.before, revenueAfter: sum.after)
    }
  }

  /// The part of the customers of a stage that were in another at the end; nothing where the first had none.
  public func share(from: Stage?, to: Stage) -> Share? {
    let all = rows.lazy.filter { $0.from == from }
    return Share(
      Int64(all.filter { $0.to == to }.reduce(0) { $0 + $1.customers }),
      of: Int64(all.reduce(0) { $0 + $1.customers }))
  }
}
