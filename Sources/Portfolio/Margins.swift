import Ledger
import Units

/// What one customer brought and cost over a span.
public struct CustomerMargin: Hashable, Sendable {
  /// Net invoicing, tax excluded.
  public let revenue: Cents
  /// The direct cost of the lines whose cost is known.
  public let directCost: Cents
  /// The revenue of the lines whose cost is known.
  public let costedRevenue: Cents
  /// Revenue less direct cost; nothing when too little of the revenue is costed.
  public let grossMargin: Cents?
  /// What services to the customer cost.
  public let serviceCost: Cents
  /// What waiting for its money cost, and what was lost of it.
  public let payments: PaymentCosts.Cost
  /// Service minutes.
  public let minutes: Int
  /// Orders.
  public let orders: Int
  /// Invoice lines.
  public let lines: Int
  /// Invoice lines whose cost is known.
  public let costedLines: Int
  /// What the margin takes uncosted revenue to cost by; nothing where all is costed or the margin is unknown.
  public let estimate: CostEstimate?

  /// What serving the customer cost, as far as it is known: services, time to pay, bad debt.
  public var costToServe: Cents { serviceCost + payments.known }

  /// Gross margin less cost to serve; nothing when the gross margin is unknown.
  public var operatingMargin: Cents? { grossMargin.map { $0 - costToServe } }

  /// Operating margin ÷ revenue; nothing when it is unknown or the revenue is not positive.
  public var rate: Share? { revenue > .zero ? operatingMargin.flatMap { Share($0, of: revenue) } : nil }

  /// The part of the revenue whose cost is known.
  ///
  /// What is uncosted counts against it whatever its sign, so that it lies between 0 and 1. A sum that is not positive
  /// has no part: the share of the lines stands in. Nothing when there is no line.
  public var costedShare: Share? {
    guard revenue > .zero else { return Share(Int64(costedLines), of: Int64(lines)) }
    return Share(max(.zero, revenue - (revenue - costedRevenue).magnitude), of: revenue)
  }

  /// Whether the margin rests in part on revenue whose cost is unknown.
  public var isEstimated: Bool { estimate != nil }

  /// What the lines whose cost is unknown are taken to cost; nothing when the margin is unknown.
  public var supposedCost: Cents? { grossMargin.map { revenue - $0 - directCost } }
}

/// What revenue without a cost is taken to cost by.
public enum CostEstimate: String, CaseIterable, Sendable {
  /// As the customer's own lines whose cost is known.
  case ownLines
  /// As the company's purchases in its accounts.
  case purchases
}

/// Every customer's margin over a span.
///
/// Gross margin is known where all revenue is costed; where policy is content with a share of it, the rest is taken at
/// the rate of the costed part, else, where policy allows it, at that of the company's purchases; it then says so. Cost to
/// serve is taken off; overheads never are.
///
/// Source: seed 000, "marge opérationnelle".
public struct Margins: Sendable {
  /// A row for each customer, in the order of the customer file.
  public let rows: [CustomerMargin]
  /// The lines, services and losses of nobody known.
  public let unattributed: CustomerMargin
  /// Where the cost to serve comes from.
  public let costs: CostToServe
  /// What purchases say that goods cost, where policy lets it stand in for unknown costs.
  public let purchaseRate: Knowable<PurchaseRate, PurchaseRate.Refusal>
  /// The months looked at.
  public var span: MonthSpan { costs.span }

  /// Reckons the margins of a span.
  ///
  /// Linear in the span's activity, O(n log n) in its services.
  public init(books: Books, policy: Policy, span: MonthSpan) {
    self.init(books: books, policy: policy, costs: CostToServe(books: books, policy: policy, span: span))
  }

  /// Reckons the margins of a span whose cost to serve is known already.
  public init(books: Books, policy: Policy, costs: CostToServe) {
    let least = policy.margin.minimumCostedShare
    let span = costs.span
    let activity = books.activity
    let purchaseRate = PurchaseRate.of(span, books: books, policy: policy.margin)
    rows = (0..<books.customers.count).map { customer in
      let (cost, minutes) = costs.costAndMinutes(of: customer)
      return CustomerMargin(
        activity.latest(of: customer, in: span), serviceCost: cost, payments: costs.payments.cost(of: customer),
        minutes: minutes, minimumCostedShare: least, purchases: purchaseRate.value)
    }
    let lines = books.unattributed.customers > 0 ? books.unattributed.latest(of: 0, in: span) : Activity.Cell()
    unattributed = CustomerMargin(
      lines, serviceCost: costs.unattributedCells.reduce(.zero) { $0 + $1.cost }, payments: costs.payments.unattributed,
      minutes: costs.unattributedCells.reduce(0) { $0 + $1.minutes }, minimumCostedShare: least)
    self.costs = costs
    self.purchaseRate = purchaseRate
  }

  /// The customers whose direct cost rests on the company's purchases.
  public var estimatedFromPurchases: Int { rows.count { $0.estimate == .purchases && $0.lines > 0 } }
}

extension CustomerMargin {
  /// The margin of a sum of months.
  init(
    _ cell: Activity.Cell, serviceCost: Cents, payments: PaymentCosts.Cost, minutes: Int,
    minimumCostedShare least: Rate, purchases: PurchaseRate? = nil
  ) {
    revenue = cell.revenue
    directCost = cell.directCost
    costedRevenue = cell.costedRevenue
    let gross = GrossMargin(cell, minimumCostedShare: least, purchases: purchases)
    grossMargin = gross?.amount
    estimate = gross?.estimate
    self.serviceCost = serviceCost
    self.payments = payments
    self.minutes = minutes
    orders = cell.orders
    lines = cell.lines
    costedLines = cell.costedLines
  }
}

/// A gross margin that is known, or known for enough of the revenue, or estimated.
public struct GrossMargin: Sendable {
  /// Revenue less direct cost.
  public let amount: Cents
  /// The margin of the lines whose cost is known.
  let costed: Cents
  /// The revenue it was made on.
  let costedRevenue: Cents
  /// What uncosted revenue is taken to cost by.
  let estimate: CostEstimate?
  /// The company's rate, where it is what stands in.
  private let purchases: PurchaseRate?

  /// Nothing when the margin is unknown: some revenue uncosted, more of it than policy allows, or no line costed; and no
  /// purchases that may stand in.
  public init?(_ cell: Activity.Cell, minimumCostedShare least: Rate, purchases: PurchaseRate? = nil) {
    costed = cell.costedRevenue - cell.directCost
    costedRevenue = cell.costedRevenue
    let uncosted = cell.revenue - cell.costedRevenue
    if uncosted == .zero, cell.costedLines > 0 || cell.lines == 0 {
      (amount, estimate, self.purchases) = (costed, nil, nil)
      return
    }
    let size = uncosted.magnitude
    if cell.revenue > .zero, cell.costedRevenue > .zero, size < cell.revenue,
      Int128((cell.revenue - size).value) * 1_000_000 >= Int128(cell.revenue.value) * Int128(least.millionths)
    {
      amount = costed + costed.times(uncosted.value, over: cell.costedRevenue.value)
      (estimate, self.purchases) = (.ownLines, nil)
      return
    }
    guard let purchases else { return nil }
    amount = costed + uncosted - purchases.cost(of: uncosted)
    (estimate, self.purchases) = (.purchases, purchases)
  }

  /// What uncosted revenue is taken to earn.
  func onUncosted(_ revenue: Cents) -> Cents {
    if let purchases { return revenue - purchases.cost(of: revenue) }
    return revenue == .zero || costedRevenue == .zero ? .zero : costed.times(revenue.value, over: costedRevenue.value)
  }
}

extension Activity {
  /// The same as `total(of:in:)`, but reads back from the last month and no further than the span begins.
  func latest(of customer: Int, in span: MonthSpan) -> Cell {
    var total = Cell()
    var place = offsets[customer + 1]
    while place > offsets[customer], months[place - 1] >= span.first {
      place -= 1
      if months[place] <= span.last { total += cells[place] }
    }
    return total
  }
}
