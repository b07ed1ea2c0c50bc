import Ledger
import Units

extension CustomerSheet {
  /// From what a customer was invoiced to what is left of it: revenue, direct cost, every kind of service, time to pay, bad debt,
  /// operating margin.
  ///
  /// Closes to the cent.
  ///
  /// Source: docs/methods/customer-sheet.md.
  public struct Waterfall: Hashable, Sendable {
    /// Net invoicing.
    public let revenue: Cents
    /// The direct cost of the lines whose cost is known.
    public let directCost: Cents
    /// What the other lines are taken to cost, at the rate of those whose cost is known.
    public let estimatedCost: Cents
    /// What is left before services.
    public let grossMargin: Cents
    /// What each kind of service cost.
    public let services: [ServiceUse]
    /// What waiting for its money cost, and what was lost of it, where that is known.
    public let payments: [CostPart]
    /// What is left.
    public let operatingMargin: Cents

    /// Why there is none.
    public enum Unknown: Hashable, Sendable {
      /// Nothing was invoiced.
      case noLine
      /// No line's cost is known.
      case noCost
      /// The cost is known for too little of the revenue.
      case partlyCosted(Share)
    }

    /// The waterfall of a margin, or why there is none.
    static func of(_ margin: CustomerMargin, services: [ServiceUse]) -> Knowable<Waterfall, Unknown> {
      guard let gross = margin.grossMargin, let left = margin.operatingMargin else {
        guard margin.costedLines > 0, let share = margin.costedShare else { return .unknown(.noCost) }
        return .unknown(.partlyCosted(share))
      }
      guard margin.lines > 0 || margin.costToServe != .zero else { return .unknown(.noLine) }
      return .known(
        Waterfall(
          revenue: margin.revenue, directCost: margin.directCost,
          estimatedCost: margin.revenue - gross - margin.directCost, grossMargin: gross,
          services: services.filter { $0.cost != .zero }, payments: margin.payments.parts, operatingMargin: left))
    }
  }
}

/// One kind of service given to a customer over W, and what was promised of it.
public struct ServiceUse: Hashable, Sendable {
  /// The kind.
  public let kind: ServiceKind
  /// How many were given.
  public internal(set) var events = 0
  /// The time they took.
  public internal(set) var minutes = 0
  /// What they cost.
  public internal(set) var cost = Cents.zero
  /// The part of the cost that is an estimate.
  public internal(set) var estimated = Cents.zero
  /// Events that nothing allows to cost.
  public internal(set) var uncostedEvents = 0
  /// How many the customer's level of service promises over W; nothing where it promises none of the kind.
  public internal(set) var promised: Int?

  init(_ kind: ServiceKind) { self.kind = kind }

  /// The kinds given to a customer or promised to it, in their own order.
  static func all(_ cells: ArraySlice<CostToServe.Cell>, promise: ServicePromises.Row?) -> [ServiceUse] {
    var uses = ServiceKind.allCases.map { ServiceUse($0) }
    for cell in cells {
      let place = cell.kind.place
      uses[place].events += cell.events
      uses[place].minutes += cell.minutes
      uses[place].cost += cell.cost
      uses[place].estimated += cell.estimated
      uses[place].uncostedEvents += cell.uncostedEvents
    }
    if let promise {
      uses[ServiceKind.visit.place].promised = promise.promisedVisits
      uses[ServiceKind.call.place].promised = promise.promisedCalls
    }
    return uses.filter { $0.events > 0 || $0.cost != .zero || $0.promised ?? 0 > 0 }
  }
}
