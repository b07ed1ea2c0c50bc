import Units

/// Consecutive months, both ends included.
public struct MonthSpan: Hashable, Sendable {
  /// The first month.
  public let first: Month
  /// The last month.
  public let last: Month

  /// Makes a span.
  public init(_ first: Month, _ last: Month) {
    precondition(first <= last, "a span begins before it ends")
    self.first = first
    self.last = last
  }

  /// How many months.
  public var count: Int { first.distance(to: last) + 1 }
  /// Whether a month lies within.
  public func contains(_ month: Month) -> Bool { first <= month && month <= last }
  /// All months in order.
  public var months: [Month] { (0..<count).map { first.advanced(by: $0) } }
}

/// The months an analysis looks at: W and, unless everything is asked for, the P of equal length before it.
public struct Window: Hashable, Sendable {
  /// W: the months ending at `asOf`.
  public let current: MonthSpan
  /// P: as many months before; nothing when the window is all of history.
  public let previous: MonthSpan?

  /// The window of `months` months that ends at `asOf`.
  public init(asOf: Month, months: Int) {
    precondition(months >= 1, "a window has a month at least")
    current = MonthSpan(asOf.advanced(by: 1 - months), asOf)
    previous = MonthSpan(asOf.advanced(by: 1 - 2 * months), asOf.advanced(by: -months))
  }

  /// The window over everything.
  public init(all span: MonthSpan) {
    current = span
    previous = nil
  }

  /// The last month looked at; nothing after it is ever read.
  public var asOf: Month { current.last }
}
