import Ledger
import Units

/// The way by which a customer came to be lost, or to decline.
///
/// Source: seed 001, « Sont-ils passés par toutes les phases ou sont-ils directement perdus après avoir fait connaissance
/// avec votre entreprise ? ».
public enum LossPath: String, CaseIterable, Sendable {
  /// It ordered for less than a year after its first order, and no more.
  case bornDied
  /// New, developing, mature, declining: it went through all the stages.
  case fullCycle
  /// It declined before its last order.
  case slowDecline
  /// Nothing in what it bought foretold it.
  case sudden

  /// The way of a customer that is lost or declining at a month.
  ///
  /// A lost one is judged by the stage it had when it ordered for the last time. A declining one fell slowly if the first half
  /// of the months compared was already under the year before by the policy's measure, at once if only the second was.
  /// - Parameter reading: that of the month.
  init(_ reading: StageReading, course: [Stage?], months: MonthSpan, orders: ArraySlice<OrderLog.Order>, policy: Policy)
  {
    let end = months.first.distance(to: reading.silence.lastOrder.month)
    let start = months.first.distance(to: reading.beginning.month)
    let life = course[start...end]
    let isLost = reading.stage == .lost
    if isLost, life.contains(.new) || life.contains(.wonBack), end - start < policy.lifeCycle.newMonths {
      self = .bornDied
      return
    }
    let seen = Set((isLost ? course[start...end] : course[start...]).compactMap { $0 })
    let isWhole =
      seen.isSuperset(of: [.developing, .mature]) && (seen.contains(.new) || seen.contains(.wonBack))
    let fellBefore =
      isLost
      ? course[end] == .declining
      : LossPath.fellThroughout(reading, orders, ratio: policy.lifeCycle.declining.slowYearRatio)
    self = !fellBefore ? .sudden : isWhole ? .fullCycle : .slowDecline
  }

  /// Whether both halves of the last twelve months are under the same months a year earlier.
  private static func fellThroughout(
    _ reading: StageReading, _ orders: ArraySlice<OrderLog.Order>, ratio: Rate
  ) -> Bool {
    func sum(_ first: Int, _ last: Int) -> Cents {
      let span = MonthSpan(reading.month.advanced(by: -first), reading.month.advanced(by: -last))
      return orders.lazy.filter { span.contains($0.month) }.map(\.revenue).sum
    }
    let (before, earlier) = (sum(23, 18), sum(17, 12))
    return before > .zero && earlier > .zero && sum(11, 6) <= before.at(ratio) && sum(5, 0) <= earlier.at(ratio)
  }
}
