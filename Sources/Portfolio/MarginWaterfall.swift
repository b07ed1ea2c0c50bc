import Ledger
import Units

/// From revenue to operating margin: what goods cost, what each kind of service costs, what is left.
///
/// Revenue − direct cost − all kinds = operating margin, to the cent.
///
/// Source: docs/methods/profitability.md.
public struct MarginWaterfall: Hashable, Sendable {
  /// What one kind of service cost.
  public struct Part: Hashable, Sendable {
    /// The kind.
    public let kind: ServiceKind
    /// Its cost.
    public let cost: Cents

    /// Makes a part.
    public init(kind: ServiceKind, cost: Cents) {
      self.kind = kind
      self.cost = cost
    }
  }

  /// Revenue of the customers.
  public let revenue: Cents
  /// Their direct cost; where a part of it is extrapolated, that part too.
  public let directCost: Cents
  /// Their cost to serve by kind, in the order of the kinds, those without any left out.
  public let services: [Part]
  /// What is left.
  public let operatingMargin: Cents

  /// Adds up some customers, whose margins must be known; others are passed over.
  public init(margins: Margins, customers: some Sequence<Int>) {
    var costs = [ServiceKind: Cents]()
    var (revenue, gross, operating) = (Cents.zero, Cents.zero, Cents.zero)
    for customer in customers {
      let row = margins.rows[customer]
      guard let grossMargin = row.grossMargin else { continue }
      revenue += row.revenue
      gross += grossMargin
      operating += grossMargin - row.costToServe
      for cell in margins.costs.cells(of: customer) where cell.cost != .zero {
        costs[cell.kind, default: .zero] += cell.cost
      }
    }
    self.revenue = revenue
    directCost = revenue - gross
    services = ServiceKind.allCases.compactMap { kind in
      costs[kind].flatMap { $0 == .zero ? nil : Part(kind: kind, cost: $0) }
    }
    operatingMargin = operating
  }
}
