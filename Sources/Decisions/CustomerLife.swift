import Ledger
import Portfolio
import Units

/// One customer's life: its stages since it began, why it is in the one of now, and why it leaves or left.
public struct CustomerLife: Sendable {
  /// Months in one stage without a break.
  public struct Chapter: Hashable, Sendable {
    /// The stage.
    public let stage: Stage
    /// The first month in it.
    public let first: Month
    /// The last one; the month looked at for the stage of now.
    public let last: Month
  }

  /// The chapters, oldest first.
  public let chapters: [Chapter]
  /// Why it is in the stage of now, with the figures.
  public let reading: StageReading
  /// Why it is lost or declines; nothing for others.
  public let loss: Losses.Row?
  /// The chance and worth of its return; nothing for those that are not lost.
  public let winBack: WinBack.Row?

  /// The stage of now.
  public var stage: Stage { reading.stage }
  /// Since when.
  public var since: Month { chapters.last?.first ?? reading.month }
}

extension RelationAnalysis {
  /// A customer's life; nothing for one that never ordered.
  ///
  /// Linear in its months.
  public func life(of customer: Int) -> CustomerLife? {
    guard let stages, let reading = reading(of: customer, at: month) else { return nil }
    var chapters: [CustomerLife.Chapter] = []
    for (month, stage) in zip(stages.months.months, stages.course(of: customer)) {
      guard let stage else { continue }
      if let last = chapters.last, last.stage == stage {
        chapters[chapters.count - 1] = CustomerLife.Chapter(stage: stage, first: last.first, last: month)
      } else {
        chapters.append(CustomerLife.Chapter(stage: stage, first: month, last: month))
      }
    }
    let isLeaving = reading.stage == .lost || reading.stage == .declining
    return CustomerLife(
      chapters: chapters, reading: reading,
      loss: isLeaving ? losses?.row(of: customer) : nil,
      winBack: reading.stage == .lost ? winBack?.row(of: customer) : nil)
  }
}
