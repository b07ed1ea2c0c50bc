import Units

/// The kinds of service given to a customer that cost time or money.
public enum ServiceKind: String, CaseIterable, Sendable {
  case visit, call, order, delivery, complaint, `return`, support, maintenance, admin, collection, mailing, gesture
}

/// What was given to each customer, per month, kind and person: flat columns, customers in the order of the customer file.
///
/// The events of a cell are told apart by how they can be costed: with a cost of their own, with minutes and no cost,
/// with neither.
public struct ServiceActivity: Sendable {
  /// One customer's, month's, kind's and person's events.
  public struct Cell: Hashable, Sendable {
    /// The month the events took place.
    public let month: Month
    /// What was given.
    public let kind: ServiceKind
    /// Who gave it: a place in `Books.people`, or nothing when unknown.
    public let person: Int?
    /// All events.
    public let events: Int
    /// Events that carry a cost of their own, and the sum of it.
    public let costedEvents: Int
    /// The sum of the costs that events carry themselves.
    public let ownCost: Cents
    /// Events without a cost of their own that carry minutes, and their sum.
    public let timedEvents: Int
    /// The minutes of the timed events.
    public let minutes: Int
    /// The minutes of the events that carry a cost of their own: hours served, but not costed twice.
    public let costedMinutes: Int

    /// Events with neither cost nor minutes.
    public var bareEvents: Int { events - costedEvents - timedEvents }

    /// Makes a cell.
    public init(
      month: Month, kind: ServiceKind, person: Int?, events: Int, costedEvents: Int, ownCost: Cents, timedEvents: Int,
      minutes: Int, costedMinutes: Int
    ) {
      self.month = month
      self.kind = kind
      self.person = person
      self.events = events
      self.costedEvents = costedEvents
      self.ownCost = ownCost
      self.timedEvents = timedEvents
      self.minutes = minutes
      self.costedMinutes = costedMinutes
    }
  }

  /// Where each customer's cells begin; one more at the end.
  public let offsets: [Int]
  /// All cells, sorted by customer, month, kind, person.
  public let cells: [Cell]
  /// The median of the minutes that events of a kind carry, for kinds where some do.
  public let medianMinutes: [ServiceKind: Int]

  /// Makes the columns.
  /// - Parameter offsets: ascending, the first 0, the last the number of cells.
  public init(offsets: [Int], cells: [Cell], medianMinutes: [ServiceKind: Int]) {
    precondition(offsets.first == 0 && offsets.last == cells.count, "offsets span the cells")
    self.offsets = offsets
    self.cells = cells
    self.medianMinutes = medianMinutes
  }

  /// One customer's cells.
  public subscript(customer: Int) -> ArraySlice<Cell> { cells[offsets[customer]..<offsets[customer + 1]] }
}
