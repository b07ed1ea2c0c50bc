import Ledger
import Units

/// The orders of a span whose gross margin does not pay their handling, and the minimum order that would close the gap.
///
/// Source: seed 000, "tu perdais de l'argent à chaque fois que tu réalises une vente".
public struct SmallOrders: Sendable {
  /// Where the cost of handling an order comes from.
  public enum HandlingSource: String, CaseIterable, Sendable {
    /// The policy says it.
    case policy
    /// The cost of order, delivery and admin services of the span ÷ its orders.
    case services
    /// The stand-in time equation's cost of the span ÷ its orders: an estimate.
    case standIn
  }

  /// The small orders of one customer.
  public struct Row: Hashable, Sendable {
    /// The place in the customer file.
    public let customer: Int
    /// All orders of the span whose margin is known.
    public let orders: Int
    /// Those that do not pay their handling.
    public let smallOrders: Int
    /// What these lack, above zero.
    public let loss: Cents
  }

  /// The order below which a company or category loses money.
  public struct Minimum: Hashable, Sendable {
    /// The category; nothing for the whole company, and for those in no category.
    public let category: String?
    /// The revenue of the orders whose margin is known.
    public let revenue: Cents
    /// Their gross margin.
    public let grossMargin: Cents
    /// The operating margin rate that must be left.
    public let floor: Rate
    /// The least order that pays its handling and leaves the floor, or why there is none.
    public let order: Knowable<Cents, LeastRevenue.Refusal>

    /// The gross rate; nothing without revenue.
    public var grossRate: Share? { Share(grossMargin, of: revenue) }
  }

  /// What handling one order costs, rounded to the cent; nothing when unknown, and then no order is judged.
  public let handling: Cents?
  /// Where that comes from; nothing when it is unknown.
  public let source: HandlingSource?
  /// The customers with a small order, the greatest loss first, then by name and identifier.
  public let rows: [Row]
  /// Orders of the span whose margin is known.
  public let orders: Int
  /// Orders whose margin is unknown.
  public let unknownOrders: Int
  /// For the company as a whole.
  public let company: Minimum
  /// For each category with such orders, as people read them, customers in no category last.
  public let categories: [Minimum]

  /// Orders that do not pay their handling.
  public var smallOrders: Int { rows.reduce(0) { $0 + $1.smallOrders } }
  /// What they lack.
  public var loss: Cents { rows.reduce(.zero) { $0 + $1.loss } }

  /// Judges the orders of the margins' span.
  ///
  /// Linear in the orders.
  public init(books: Books, policy: Policy, margins: Margins, categories: CategoryOf) {
    let (handling, source) = Self.handling(policy: policy, margins: margins)
    let least = policy.margin.minimumCostedShare
    var sums = [(revenue: Cents, margin: Cents)](repeating: (.zero, .zero), count: categories.names.count + 1)
    var rows: [Row] = []
    var (known, unknown) = (0, 0)
    for customer in 0..<books.customers.count {
      var (orders, small, loss) = (0, 0, Cents.zero)
      let place = categories.place(of: customer) ?? categories.names.count
      for order in books.orders[customer] where margins.span.contains(order.month) {
        guard
          let margin = GrossMargin(
            order.cell, minimumCostedShare: least, purchases: margins.purchaseRate.value)?.amount
        else {
          unknown += 1
          continue
        }
        orders += 1
        sums[place].revenue += order.revenue
        sums[place].margin += margin
        if let handling, margin < handling {
          small += 1
          loss += handling - margin
        }
      }
      known += orders
      if small > 0 { rows.append(Row(customer: customer, orders: orders, smallOrders: small, loss: loss)) }
    }
    let names = books.customers.names
    self.rows = rows.sorted {
      if $0.loss != $1.loss { return $0.loss > $1.loss }
      let (name, other) = (names[$0.customer], names[$1.customer])
      return name == other ? $0.customer < $1.customer : precedes(name, other)
    }
    (self.handling, self.source, orders, unknownOrders) = (handling, source, known, unknown)
    func minimum(_ category: String?, _ revenue: Cents, _ margin: Cents) -> Minimum {
      let floor = policy.floors.floor(of: category).rate ?? Rate(millionths: 0)
      return Minimum(
        category: category, revenue: revenue, grossMargin: margin, floor: floor,
        order: LeastRevenue.paying(handling, grossMargin: margin, on: revenue, floor: floor))
    }
    company = minimum(nil, sums.map(\.revenue).sum, sums.map(\.margin).sum)
    let all = categories.names.map { Optional($0) } + [nil]
    self.categories = zip(all, sums).filter { $1.revenue > .zero }.map { minimum($0, $1.revenue, $1.margin) }
  }

  /// The policy's word, else the cost of the kinds that handle orders, spread over the orders.
  ///
  /// Nothing when no such event was costed; services and sales of nobody known stay out of both.
  private static func handling(policy: Policy, margins: Margins) -> (Cents?, HandlingSource?) {
    if let stated = policy.costs.handlingPerOrder { return (stated, .policy) }
    let handles: Set<ServiceKind> = [.order, .delivery, .admin]
    let orders = margins.rows.reduce(0) { $0 + $1.orders }
    let nobodys = margins.costs.unattributedCells.filter { handles.contains($0.kind) }.map(\.cost).sum
    let cost = margins.costs.kinds.filter { handles.contains($0.kind) }.map(\.cost).sum - nobodys
    guard orders > 0, cost > .zero else { return (nil, nil) }
    return (cost.times(1, over: Int64(orders)), margins.costs.knowledge == .standIn ? .standIn : .services)
  }
}

extension OrderLog.Order {
  /// The order as a sum of lines.
  var cell: Activity.Cell {
    Activity.Cell(
      revenue: revenue, directCost: directCost, costedRevenue: costedRevenue, orders: 1, lines: lines,
      costedLines: costedLines)
  }
}
