import Ledger
import Units

/// A least revenue that a category's own figures suggest: what its customers are entitled to ÷ (gross rate − floor).
///
/// Proposed, never applied silently.
///
/// Source: docs/methods/floors.md.
public struct FloorProposal: Hashable, Sendable {
  /// The category, or nothing for the customers in none.
  public let category: String?
  /// The customers of the category with an invoice line or a service in the span and a known margin.
  public let customers: Int
  /// The yearly cost of the service one customer is entitled to; nothing when unknown.
  public let entitledCost: Cents?
  /// Their revenue.
  public let revenue: Cents
  /// Their gross margin.
  public let grossMargin: Cents
  /// The operating margin rate that must be left.
  public let floorRate: Rate
  /// The least revenue over 12 months, or why there is none.
  public let leastRevenue: Knowable<Cents, LeastRevenue.Refusal>

  /// The gross rate; nothing without revenue.
  public var grossRate: Share? { Share(grossMargin, of: revenue) }

  /// A proposal for each category that has customers, in byte order, those in none last.
  /// - Parameter entitledCost: the yearly cost of the service that one customer of a category is entitled to.
  public static func proposals(
    margins: Margins, categories: CategoryOf, floors: Policy.Floors, entitledCost: (String?) -> Cents?
  ) -> [FloorProposal] {
    var sums = [(customers: Int, revenue: Cents, margin: Cents)](
      repeating: (0, .zero, .zero), count: categories.names.count + 1)
    for customer in margins.activeCustomers {
      guard let margin = margins.rows[customer].grossMargin else { continue }
      let place = categories.place(of: customer) ?? categories.names.count
      sums[place].customers += 1
      sums[place].revenue += margins.rows[customer].revenue
      sums[place].margin += margin
    }
    let all = categories.names.map { Optional($0) } + [nil]
    return zip(all, sums).filter { $1.customers > 0 }.map { category, sum in
      let (cost, floor) = (entitledCost(category), floors.floor(of: category).rate ?? Rate(millionths: 0))
      return FloorProposal(
        category: category, customers: sum.customers, entitledCost: cost, revenue: sum.revenue,
        grossMargin: sum.margin, floorRate: floor,
        leastRevenue: LeastRevenue.paying(cost, grossMargin: sum.margin, on: sum.revenue, floor: floor))
    }
  }
}
