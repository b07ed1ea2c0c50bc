import Ledger
import Units

/// Who changed stage in a month, from which to which, and why.
///
/// Source: seed 000, « un tableau de bord mensuel que tu analyseras tous les mois »; docs/methods/stages.md.
public struct StageChanges: Sendable {
  /// One customer's change.
  public struct Row: Hashable, Sendable {
    /// The stage at the end of the month before; nothing for a first order.
    public let from: Stage?
    /// Why it is in the stage of now, with the figures.
    public let reading: StageReading
    /// Orders' revenue of the twelve months before the change, that month left out: what is at stake.
    public let revenueBefore: Cents

    /// The customer, by place.
    public var customer: Int { reading.customer }
    /// The stage now.
    public var to: Stage { reading.stage }
  }

  /// The month.
  public let month: Month
  /// The changes, the most revenue first, then in the order of the customer file.
  public let rows: [Row]

  /// Compares a month's end with the end of the month before.
  ///
  /// O(n log n) in the customers.
  public init(_ stages: Stages, _ source: StageSource, month: Month) {
    self.month = month
    let before = month.advanced(by: -1)
    let year = MonthSpan(month.advanced(by: -12), before)
    let changed = (0..<stages.customers).filter {
      stages.stage(of: $0, at: month) != stages.stage(of: $0, at: before)
    }
    rows = source.readings(of: changed, at: month).map { reading in
      let orders = source.orders[reading.customer]
      return Row(
        from: stages.stage(of: reading.customer, at: before), reading: reading,
        revenueBefore: orders.lazy.filter { year.contains($0.month) }.map(\.revenue).sum)
    }.sorted {
      $0.revenueBefore == $1.revenueBefore ? $0.customer < $1.customer : $0.revenueBefore > $1.revenueBefore
    }
  }
}
