import Units

/// A moment as the machine's own clock and calendar tell it.
public struct Moment: Hashable, Sendable {
  /// The day.
  public let day: Day
  /// The hour, 0…23.
  public let hour: Int
  /// The minute, 0…59.
  public let minute: Int

  /// Makes a moment.
  public init(day: Day, hour: Int, minute: Int) {
    self.day = day
    self.hour = hour
    self.minute = minute
  }
}

extension Voice {
  /// `3 octobre 2026, 14 h 05`, `3 October 2026, 14:05`.
  public func moment(_ moment: Moment) -> String { day(moment.day) + ", " + time(of: moment) }

  /// `3 oct. 2026, 14 h 05`, `3 Oct 2026, 14:05`, on one line.
  public func shortMoment(_ moment: Moment) -> String {
    shortDay(moment.day) + "," + Mark.noBreak + time(of: moment)
  }

  private func time(of moment: Moment) -> String {
    let minute = padded(moment.minute, 2)
    return language == .fr
      ? String(moment.hour) + Mark.noBreak + "h" + Mark.noBreak + minute : padded(moment.hour, 2) + ":" + minute
  }
}
