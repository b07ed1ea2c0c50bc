import Ledger
import Units

/// The customers whose operating margin rate or revenue is under its floor, by how much, and what would lift them.
///
/// Source: seed 000, "Fixe-toi une limite de marge opérationnelle et une limite de chiffre d'affaire par client".
public struct Floors: Sendable {
  /// One customer under a floor.
  public struct Row: Hashable, Sendable {
    /// The place in the customer file.
    public let customer: Int
    /// Its category, or nothing.
    public let category: String?
    /// What it brought and cost over the span.
    public let margin: CustomerMargin
    /// The least operating margin rate; nothing when there is no such floor.
    public let floorRate: Rate?
    /// The least revenue of the tested months; nothing when there is no such floor.
    public let floorRevenue: Cents?
    /// What the operating margin lacks to its floor, f × R − M rounded up; zero when it lacks nothing, nothing when the
    /// margin or the floor is unknown.
    public let marginShortfall: Cents?
    /// What the revenue lacks to its floor; zero when it lacks nothing, nothing when there is no floor.
    public let revenueShortfall: Cents?
    /// What would lift it, each by itself.
    public let remedies: [FloorRemedy]

    /// Whether the margin is under its floor.
    public var missesMargin: Bool { marginShortfall.map { $0 > .zero } ?? false }
    /// Whether the revenue is under its floor.
    public var missesRevenue: Bool { revenueShortfall.map { $0 > .zero } ?? false }
    /// The shortfall to show: of margin where the margin is missed, else of revenue.
    public var shortfall: Cents { missesMargin ? marginShortfall ?? .zero : revenueShortfall ?? .zero }
  }

  /// The customers under a floor, the greatest lack of margin first, then of revenue, then by name and identifier.
  public let rows: [Row]
  /// The months tested.
  public let span: MonthSpan
  /// Customers tested: old enough, with an invoice line or a service in the span; in the order of the customer file.
  public let testedCustomers: [Int]
  /// Customers with an invoice line or a service in the span that are too young to be tested.
  public let tooYoung: Int
  /// Customers with a line or a service in the span that never ordered, and of whom the file says nothing: not tested.
  public let neverOrdered: Int
  /// Tested customers whose margin is unknown: only their revenue was tested.
  public let unknownMargins: Int

  /// How many customers were tested.
  public var tested: Int { testedCustomers.count }

  /// Tests every customer.
  ///
  /// O(n log n).
  ///
  /// A customer whose first order may be older than the data is tested: it is never new.
  public init(books: Books, policy: Policy, margins: Margins, categories: CategoryOf) {
    var rows: [Row] = []
    var tested: [Int] = []
    var (tooYoung, neverOrdered, unknown) = (0, 0, 0)
    for customer in margins.activeCustomers {
      guard let tenure = Tenure(of: customer, in: books) else {
        neverOrdered += 1
        continue
      }
      let months = tenure.censored ? Int.max : tenure.months
      guard months >= policy.floors.testedFromMonths else {
        tooYoung += 1
        continue
      }
      tested.append(customer)
      let margin = margins.rows[customer]
      if margin.operatingMargin == nil { unknown += 1 }
      let row = Row(
        customer: customer, category: categories[customer], margin: margin,
        floor: policy.floors.floor(of: categories[customer]), rebates: policy.ladder.rebates,
        months: min(margins.span.count, max(1, months)))
      if row.missesMargin || row.missesRevenue { rows.append(row) }
    }
    let names = books.customers.names
    self.rows = rows.sorted {
      let (first, second) = ($0.marginShortfall ?? .zero, $1.marginShortfall ?? .zero)
      if first != second { return first > second }
      if $0.shortfall != $1.shortfall { return $0.shortfall > $1.shortfall }
      let (name, other) = (names[$0.customer], names[$1.customer])
      return name == other ? $0.customer < $1.customer : precedes(name, other)
    }
    span = margins.span
    (testedCustomers, self.tooYoung, self.neverOrdered, unknownMargins) = (tested, tooYoung, neverOrdered, unknown)
  }
}

extension Floors.Row {
  /// Tests one customer.
  /// - Parameters:
  ///   - rebates: rebates and commissions, as a part of revenue: a rise pays them too.
  ///   - months: the months of the span that the customer's relation covers, for the yearly revenue floor.
  init(customer: Int, category: String?, margin: CustomerMargin, floor: Policy.Floor, rebates: Rate, months: Int) {
    self.customer = customer
    self.category = category
    self.margin = margin
    floorRate = floor.rate
    floorRevenue = floor.revenue.map { $0.times(Int64(months), over: 12) }
    marginShortfall = floor.rate.flatMap { rate in
      margin.operatingMargin.map { max(.zero, max(.zero, margin.revenue).roundedUp(at: rate) - $0) }
    }
    revenueShortfall = floorRevenue.map { max(.zero, $0 - margin.revenue) }
    if let gap = marginShortfall, gap > .zero, let rate = floor.rate {
      remedies = Self.remedies(of: margin, gap: gap, floor: rate, rebates: rebates)
    } else {
      remedies = [.automatedService, .minimumOrder]
    }
  }

  private static func remedies(
    of margin: CustomerMargin, gap: Cents, floor: Rate, rebates: Rate
  ) -> [FloorRemedy] {
    var remedies: [FloorRemedy] = []
    if margin.serviceCost >= gap { remedies.append(.serveLeaner(saving: gap)) }
    if let rise = riseClosing(gap, on: margin.revenue, rebates: rebates, floor: floor) {
      remedies.append(.reprice(by: rise))
    }
    // Waiting for its money costs more the more it buys; services and losses do not.
    let waiting = margin.payments.timeToPay.value ?? .zero
    let earned = margin.grossMargin.map { $0 - waiting }
    let needed = LeastRevenue.paying(
      margin.costToServe - waiting, grossMargin: earned, on: margin.revenue, floor: floor)
    // Nobody comes to buy twice as much by being asked.
    if let needed = needed.value, needed > margin.revenue, needed <= margin.revenue.times(2) {
      remedies.append(.sellMore(revenue: needed - margin.revenue))
    }
    return remedies
  }
}

extension Policy.Floors {
  /// The floors of a category, each one the category does not set being the company's.
  public func floor(of category: String?) -> Policy.Floor {
    let own = category.flatMap { byCategory[$0] }
    return Policy.Floor(rate: own?.rate ?? company.rate, revenue: own?.revenue ?? company.revenue)
  }
}
