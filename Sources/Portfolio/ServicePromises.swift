import Ledger
import Units

/// What each customer's level promises against what it was given in W.
///
/// Visits and calls are promised over 12 months and counted over the part of W that the customer has lived; reply time,
/// payment term and who serves are promises that service events do not show.
///
/// Source: docs/methods/bands.md.
public struct ServicePromises: Sendable {
  /// One customer's promise and what came of it.
  public struct Row: Hashable, Sendable {
    /// A place in the customer file.
    public let customer: Int
    /// The level it is served at.
    public let level: Policy.ServiceLevel
    /// Months of W since the customer began to buy, the first counted.
    public let months: Int
    /// Visits promised over those months, rounded half up.
    public let promisedVisits: Int
    /// Calls promised over those months, rounded half up.
    public let promisedCalls: Int
    /// Visits given in W.
    public let givenVisits: Int
    /// Calls given in W.
    public let givenCalls: Int

    /// Whether both promises were kept.
    public var kept: Bool { givenVisits >= promisedVisits && givenCalls >= promisedCalls }
  }

  /// One level's customers together.
  public struct Level: Hashable, Sendable {
    /// The level.
    public let level: Policy.ServiceLevel
    /// What it promises over 12 months; nothing when the policy's catalogue does not say.
    public let promise: Policy.LevelPromise?
    /// Its customers.
    public let customers: Int
    /// Those of them whose promises were kept.
    public let kept: Int
    /// Visits promised to them all, and given.
    public let visits: Tally
    /// Calls promised to them all, and given.
    public let calls: Tally
  }

  /// Promised against given.
  public struct Tally: Hashable, Sendable {
    /// How many were promised.
    public let promised: Int
    /// How many were given, beyond the promise included.
    public let given: Int
  }

  /// The customers that have a level and a promise, in the order of the customer file.
  public let rows: [Row]
  /// A line for each level that has customers, the personal one first.
  public let levels: [Level]

  /// Counts what was promised and given in W.
  public init(books: Books, policy: Policy, allotment: ServiceAllotment) {
    let span = books.window.current
    var rows: [Row] = []
    for (customer, level) in allotment.levels.enumerated() {
      guard let level, let promise = policy.service.catalogue[level] else { continue }
      let begun = Beginning(of: customer, in: books).map { max($0.month, span.first) } ?? span.first
      let months = begun.distance(to: span.last) + 1
      var (visits, calls) = (0, 0)
      for cell in books.services[customer] where span.contains(cell.month) {
        if cell.kind == .visit { visits += cell.events }
        if cell.kind == .call { calls += cell.events }
      }
      rows.append(
        Row(
          customer: customer, level: level, months: months, promisedVisits: (promise.visits * months + 6) / 12,
          promisedCalls: (promise.calls * months + 6) / 12, givenVisits: visits, givenCalls: calls))
    }
    self.rows = rows
    levels = Policy.ServiceLevel.allCases.compactMap { level in
      let customers = allotment.levels.count { $0 == level }
      guard customers > 0 else { return nil }
      let own = rows.filter { $0.level == level }
      return Level(
        level: level, promise: policy.service.catalogue[level], customers: customers, kept: own.count(where: \.kept),
        visits: Tally(
          promised: own.reduce(0) { $0 + $1.promisedVisits }, given: own.reduce(0) { $0 + $1.givenVisits }),
        calls: Tally(promised: own.reduce(0) { $0 + $1.promisedCalls }, given: own.reduce(0) { $0 + $1.givenCalls }))
    }
  }
}
