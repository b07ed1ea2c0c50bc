import Units

/// Orders that a credit note of a later month made smaller, or undid: what was not known yet when their month ended.
///
/// The order log holds orders as they are known at its end. With these, it can be read as it stood at any month before.
/// One entry for each order day that has a credit note of a later month set against it, and each such month: the day's net
/// invoicing before the credit notes of that month, those of earlier months set off already.
public struct LateCredits: Sendable {
  /// What a day's invoicing came to before a month's credit notes.
  public struct Entry: Hashable, Sendable {
    /// The day of the order.
    public let day: Day
    /// The month of the credit notes, after the day's own.
    public let known: Month
    /// The day's net invoicing until then.
    public let before: Cents

    /// Makes an entry.
    public init(day: Day, known: Month, before: Cents) {
      precondition(known > day.month, "a late credit note is of a later month")
      self.day = day
      self.known = known
      self.before = before
    }
  }

  /// The entries of each customer that has any, by place, the earliest credit notes first.
  public let entries: [Int: [Entry]]

  /// Makes the list.
  public init(entries: [Int: [Entry]] = [:]) {
    self.entries = entries.mapValues { $0.sorted { ($0.known, $0.day) < ($1.known, $1.day) } }
  }

  /// No order was credited later.
  public static let none = LateCredits()
}
