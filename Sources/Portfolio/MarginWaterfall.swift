import Ledger
import Units

/// From revenue to operating margin: what goods cost, what each kind of service, waiting for money and losing it cost, what is
/// left.
///
/// Revenue − direct cost − all kinds = operating margin, to the cent.
///
/// Source: docs/methods/profitability.md.
public struct MarginWaterfall: Hashable, Sendable {
  /// Revenue of the customers.
  public let revenue: Cents
  /// Their direct cost; where a part of it is extrapolated, that part too.
  public let directCost: Cents
  /// Their cost to serve by kind, in the order of the kinds, those without any left out.
  public let costs: [CostPart]
  /// What is left.
  public let operatingMargin: Cents

  /// Adds up some customers, whose margins must be known; others are passed over.
  public init(margins: Margins, customers: some Sequence<Int>) {
    var costs = [CostKind: Cents]()
    var (revenue, gross, operating) = (Cents.zero, Cents.zero, Cents.zero)
    for customer in customers {
      let row = margins.rows[customer]
      guard let grossMargin = row.grossMargin else { continue }
      revenue += row.revenue
      gross += grossMargin
      operating += grossMargin - row.costToServe
      for cell in margins.costs.cells(of: customer) where cell.cost != .zero {
        costs[.service(cell.kind), default: .zero] += cell.cost
      }
      for part in row.payments.parts { costs[part.kind, default: .zero] += part.cost }
    }
    self.revenue = revenue
    directCost = revenue - gross
    self.costs = CostKind.allCases.compactMap { kind in
      costs[kind].flatMap { $0 == .zero ? nil : CostPart(kind: kind, cost: $0) }
    }
    operatingMargin = operating
  }
}
