import Ledger
import Units

/// Visits and calls beyond those that a customer's service level promises: what they cost, over one span.
///
/// Of each kind the part beyond the promise costs as much as the rest.
///
/// Source: docs/methods/verdicts.md.
public struct ServiceExcess: Hashable, Sendable {
  /// What they cost in money.
  public let cash: Cents
  /// What their time costs.
  public let time: Cents
  /// The time.
  public let minutes: Int

  /// Both costs.
  public var cost: Cents { cash + time }

  /// Weighs a customer's.
  /// - Parameter promise: its level's, over the same span; without one nothing is beyond it.
  public init(of customer: Int, beyond promise: ServicePromises.Row?, in costs: CostToServe) {
    var (cash, time, minutes) = (Cents.zero, Cents.zero, 0)
    let kinds =
      promise.map {
        [(ServiceKind.visit, $0.promisedVisits, $0.givenVisits), (.call, $0.promisedCalls, $0.givenCalls)]
      } ?? []
    for (kind, promised, given) in kinds where given > promised {
      var (kindCash, kindTime, kindMinutes) = (Cents.zero, Cents.zero, 0)
      for cell in costs.cells(of: customer) where cell.kind == kind {
        kindCash += cell.own + cell.unit
        kindTime += cell.time
        kindMinutes += cell.chargedMinutes
      }
      cash += kindCash.times(Int64(given - promised), over: Int64(given))
      time += kindTime.times(Int64(given - promised), over: Int64(given))
      minutes += kindMinutes * (given - promised) / given
    }
    (self.cash, self.time, self.minutes) = (cash, time, minutes)
  }
}
