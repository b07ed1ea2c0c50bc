import Ledger
import Units

/// Who makes money, who loses it, and how far that is known: the report `profitability`.
///
/// Source: seed 000, "certains clients de ton porte-feuille courent à ta perte".
public struct Profitability: Sendable {
  /// Customers that are in the books but not on the curve.
  public struct Unjudged: Hashable, Sendable {
    /// How many.
    public let customers: Int
    /// Their revenue.
    public let revenue: Cents
    /// What serving them cost.
    public let costToServe: Cents
  }

  /// Everybody's margin, and where the cost to serve comes from.
  public let margins: Margins
  /// The customers on the whale curve, best first.
  public let whale: WhaleCurve
  /// The customers whose margin is unknown, by revenue, then name and identifier.
  public let unknown: [Int]
  /// Revenue of the customers that cost more than they bring.
  public let toxic: ToxicRevenue
  /// The same by category.
  public let toxicByCategory: [ToxicRevenue]
  /// Orders that do not pay their handling.
  public let smallOrders: SmallOrders
  /// Overheads allocated by the policy's key, or why they are not.
  public let fullCost: Knowable<FullCost, FullCost.Refusal>

  /// Makes the report from margins that are reckoned already.
  ///
  /// O(n log n).
  public init(books: Books, policy: Policy, margins: Margins, categories: CategoryOf) {
    let names = books.customers.names
    self.margins = margins
    whale = WhaleCurve(margins: margins, customers: books.customers)
    unknown = margins.activeCustomers.filter { margins.rows[$0].operatingMargin == nil }.sorted {
      let (first, second) = (margins.rows[$0].revenue, margins.rows[$1].revenue)
      if first != second { return first > second }
      return names[$0] == names[$1] ? $0 < $1 : precedes(names[$0], names[$1])
    }
    toxic = ToxicRevenue(margins: margins)
    toxicByCategory = ToxicRevenue.byCategory(margins: margins, categories: categories)
    smallOrders = SmallOrders(books: books, policy: policy, margins: margins, categories: categories)
    fullCost = FullCost.allocation(margins: margins, policy: policy.margin)
  }

  /// Makes the report of the books' window W.
  public init(books: Books, policy: Policy) {
    self.init(
      books: books, policy: policy,
      margins: Margins(books: books, policy: policy, span: books.window.current),
      categories: CategoryOf(books: books, policy: policy))
  }

  /// The customers in the order of the report: those on the curve, then those whose margin is unknown.
  public var order: [Int] { whale.customers + unknown }

  /// The customers whose margin is unknown, together.
  public var unjudged: Unjudged {
    Unjudged(
      customers: unknown.count, revenue: unknown.map { margins.rows[$0].revenue }.sum,
      costToServe: unknown.map { margins.rows[$0].costToServe }.sum)
  }

  /// Revenue of all customers; with that of `margins.unattributed` it is the revenue of the books.
  public var revenue: Cents { margins.rows.reduce(.zero) { $0 + $1.revenue } }
  /// Direct cost of all customers, as far as it is known.
  public var directCost: Cents { margins.rows.reduce(.zero) { $0 + $1.directCost } }
  /// What the lines without a cost are taken to cost by the company's purchases; zero where policy does not ask for it.
  public var supposedCost: Cents {
    margins.rows.reduce(.zero) { $1.estimate == .purchases ? $0 + ($1.supposedCost ?? .zero) : $0 }
  }
  /// Cost to serve of all customers.
  public var costToServe: Cents { margins.rows.reduce(.zero) { $0 + $1.costToServe } }
  /// Operating margin of the customers on the curve.
  public var operatingMargin: Cents { whale.total }
  /// Paid time that no customer was charged, of all pools whose cost is known.
  public var unusedCapacity: Cents { margins.costs.pools.reduce(.zero) { $0 + ($1.unused ?? .zero) } }
}
