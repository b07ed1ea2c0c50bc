import Ledger
import Units

/// What each level of service costs over a year by its promise, and the level each customer really uses.
///
/// A level costs its promised visits and calls at what one of each cost on average in W. A customer uses the level whose
/// cost is nearest to that of the visits and calls it was given; of two as near the cheaper one.
///
/// Source: docs/methods/price-policy.md.
public struct ServiceSteps: Sendable {
  /// Why there are no steps.
  public enum Unknown: Hashable, Sendable {
    /// No service was logged.
    case noLog
    /// Nothing tells what one visit, or one call, costs.
    case noCost(ServiceKind)
    /// Policy promises nothing at any level.
    case noPromise
  }

  /// A level and its yearly cost.
  public struct Level: Hashable, Sendable {
    /// The level.
    public let level: Policy.ServiceLevel
    /// What it promises.
    public let promise: Policy.LevelPromise
    /// Promised visits and calls at what they cost.
    public let cost: Cents
  }

  /// What one customer uses.
  struct Use: Hashable, Sendable {
    /// A place in `levels`.
    let level: Int
    /// What the visits and calls given cost by the same measure.
    let given: Cents
    /// The months that they were given in.
    let months: Int
  }

  /// The levels, the cheapest first.
  public let levels: [Level]
  /// What a visit cost on average.
  public let visit: Cents
  /// What a call cost.
  public let call: Cents
  private let uses: [Int: Use]

  /// The steps, or why there are none.
  static func of(_ costs: CostToServe, promises: ServicePromises, policy: Policy) -> Knowable<ServiceSteps, Unknown> {
    guard costs.knowledge == .partly || costs.knowledge == .fully else { return .unknown(.noLog) }
    let catalogue = policy.service.catalogue
    let asked = Policy.ServiceLevel.allCases.compactMap { level in catalogue[level].map { (level, $0) } }
    guard asked.contains(where: { $1.visits > 0 || $1.calls > 0 }) else { return .unknown(.noPromise) }
    func mean(_ kind: ServiceKind) -> Cents? {
      let events = costs.kinds.first { $0.kind == kind }
      guard let events, events.events > events.uncostedEvents else { return policy.costs.kinds[kind]?.unitCost }
      return events.cost.times(1, over: Int64(events.events - events.uncostedEvents))
    }
    let (visit, call) = (mean(.visit), mean(.call))
    if visit == nil, asked.contains(where: { $1.visits > 0 }) { return .unknown(.noCost(.visit)) }
    if call == nil, asked.contains(where: { $1.calls > 0 }) { return .unknown(.noCost(.call)) }
    return .known(ServiceSteps(asked, visit: visit ?? .zero, call: call ?? .zero, promises: promises))
  }

  private init(
    _ asked: [(Policy.ServiceLevel, Policy.LevelPromise)], visit: Cents, call: Cents, promises: ServicePromises
  ) {
    // The catalogue goes from the most personal level down: of two that cost as much the plainer one comes first.
    let levels = asked.reversed().map { level, promise in
      Level(
        level: level, promise: promise,
        cost: visit.times(Int64(promise.visits)) + call.times(Int64(promise.calls)))
    }.enumerated().sorted { ($0.element.cost, $0.offset) < ($1.element.cost, $1.offset) }.map(\.element)
    self.levels = levels
    self.visit = visit
    self.call = call
    uses = Dictionary(
      promises.rows.map { row in
        let given = visit.times(Int64(row.givenVisits)) + call.times(Int64(row.givenCalls))
        let far = levels.map { ($0.cost.times(Int64(row.months), over: 12) - given).magnitude }
        let nearest = far.indices.min { (far[$0], $0) < (far[$1], $1) } ?? 0
        return (row.customer, Use(level: nearest, given: given, months: row.months))
      }, uniquingKeysWith: { $1 })
  }

  /// What a customer uses; nothing where it has no level.
  func use(of customer: Int) -> Use? { uses[customer] }

  /// What a customer was given beyond a level.
  /// - Parameter level: a place in `levels`.
  func excess(_ use: Use, beyond level: Int) -> Cents {
    max(.zero, use.given - levels[level].cost.times(Int64(use.months), over: 12))
  }
}
