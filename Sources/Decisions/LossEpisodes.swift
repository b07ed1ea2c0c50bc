import Ledger
import Units

/// One time a customer was lost: from its last order, over the month it was counted lost, to its return or to the end of the
/// data.
public struct LossEpisode: Hashable, Sendable {
  /// The customer, by place.
  public let customer: Int
  /// The last order before.
  public let lastOrder: Day
  /// The first month in which it was lost.
  public let lost: Month
  /// Months from the last order's to that one.
  public let entry: Int
  /// Months from the last order's to the return's, or to the last month of the data.
  public let exit: Int
  /// Whether it came back.
  public let hasReturned: Bool

  /// Makes an episode.
  public init(customer: Int, lastOrder: Day, lost: Month, entry: Int, exit: Int, hasReturned: Bool) {
    self.customer = customer
    self.lastOrder = lastOrder
    self.lost = lost
    self.entry = entry
    self.exit = exit
    self.hasReturned = hasReturned
  }

  /// Every time that a customer fell silent for too long, customer by customer; relations that the company ended are no losses.
  ///
  /// Linear in customers × months and orders.
  public static func all(_ stages: Stages, orders: OrderLog) -> [LossEpisode] {
    var episodes: [LossEpisode] = []
    let end = stages.months.last.advanced(by: 1)
    let months = stages.months.months + [end]
    for customer in 0..<stages.customers {
      var start: Month?
      for month in months {
        let reason = stages.reason(of: customer, at: month)
        if reason == .silentTooLong {
          start = start ?? month
        } else if let lost = start {
          start = nil
          // A relation ended after it was lost already is not watched any longer.
          let isOver = month == end || reason == .ceased
          let watched = isOver ? month.advanced(by: -1) : month
          guard let last = orders[customer].last(where: { $0.month < lost })?.day else { continue }
          episodes.append(
            LossEpisode(
              customer: customer, lastOrder: last, lost: lost, entry: last.month.distance(to: lost),
              exit: last.month.distance(to: watched), hasReturned: !isOver))
        }
      }
    }
    return episodes
  }
}
