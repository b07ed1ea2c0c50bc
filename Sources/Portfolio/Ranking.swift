import Ledger
import Units

/// The customers from the biggest to the smallest by a criterion, with what each weighs.
///
/// Listed are the customers with an invoice line or a service in W or in P. Under a margin criterion those whose margin
/// of W is unknown leave the list and are counted. Descending by value, equal values by name then identifier.
///
/// Source: docs/methods/ranking.md; seed 002, "un classement en hit-parade, des plus gros aux plus petits".
public struct Ranking: Sendable {
  /// One customer's line.
  public struct Row: Hashable, Sendable {
    /// 1 for the biggest.
    public let rank: Int
    /// The place in the customer file.
    public let customer: Int
    /// The category, or nothing.
    public let category: String?
    /// The criterion's amount in W.
    public let value: Cents
    /// The criterion's amount in P; nothing without a P, or when the margin of P is unknown.
    public let previousValue: Cents?
    /// The rank among those with an invoice line in P; nothing for the others.
    public let previousRank: Int?
    /// Revenue, gross and operating margin in W.
    public let margin: CustomerMargin
    /// The part of all values above zero: 0 for a value of zero or less, nothing when no value is above zero.
    public let share: Share?
    /// The part of this customer and all bigger ones; exactly 1 at the last value above zero, nothing after it.
    public let cumulativeShare: Share?
    /// A, B, C or D.
    public let abc: ABCClass
    /// Revenue ÷ orders in W, rounded half away from zero; nothing without an order.
    public let averageOrder: Cents?
    /// Revenue ÷ quantity in W, for one unit, rounded half away from zero; nothing when either is not above zero.
    public let averagePrice: Cents?
    /// How long it has been a customer; nothing for one that never ordered and of whom the file says nothing.
    public let tenure: Tenure?
    /// Product ranges with revenue in W; nothing when the sales name no range at all.
    public let ranges: Int?

    /// Orders in W.
    public var orders: Int { margin.orders }
  }

  /// What customers are ranked by.
  public let criterion: Policy.Criterion
  /// The months looked at.
  public let window: Window
  /// The customers, biggest first.
  public let rows: [Row]
  /// How the values above zero are spread.
  public let concentration: Concentration
  /// Customers that would be listed but whose margin of W is unknown, and their revenue in W; none under revenue.
  public let unknownMargins: Unranked
  /// The revenue in W of all customers, listed or not.
  public let revenue: Cents
  /// The revenue in W of the lines without a customer.
  public let unattributed: Cents
  /// Share of the top ⌈20 %⌉ of those with a value above zero, or of the part that policy names.
  public let topShare: Share?
  /// The same, read off the Lorenz curve.
  public let lorenzTop: Double?
  /// The fewest customers that bring 80 %, or the part that policy names.
  public let customersForPareto: Int?

  /// Customers outside a ranking.
  public struct Unranked: Hashable, Sendable {
    /// How many.
    public let customers: Int
    /// Their revenue in W.
    public let revenue: Cents
  }

  /// How many of the listed customers have an invoice line in W.
  public var customers: Int { rows.count { $0.abc != .d(.inactive) } }
  /// How many of them have a value above zero.
  public var positiveCustomers: Int { concentration.count }
  /// The part of the biggest one.
  public var top1Share: Share? { concentration.share(ofTop: 1) }
  /// The part of the biggest five.
  public var top5Share: Share? { concentration.share(ofTop: 5) }
  /// The part of the biggest ten.
  public var top10Share: Share? { concentration.share(ofTop: 10) }

  /// Ranks the customers.
  ///
  /// O(n log n).
  /// - Parameters:
  ///   - criterion: nothing for the policy's.
  ///   - margins: those of W.
  ///   - previous: those of P; nothing when the window has none.
  public init(
    books: Books, policy: Policy, criterion: Policy.Criterion? = nil, margins: Margins, previous: Margins?,
    categories: CategoryOf
  ) {
    precondition(margins.span == books.window.current && previous?.span == books.window.previous, "margins of W and P")
    let criterion = criterion ?? policy.ranking.criterion
    let listed = books.customers.ids.indices.filter { isListed($0, margins: margins, previous: previous, books: books) }
    let order = ranked(listed, by: criterion, in: margins, books: books)
    let positive = order.prefix { $0.value > .zero }.map(\.value)
    let concentration = Concentration(of: positive)
    let classes = ABCClass.classes(of: positive, cutA: policy.ranking.cutA, cutB: policy.ranking.cutB)
    let previousRanks = previous.map { margins in
      let active = listed.filter { margins.rows[$0].lines > 0 }
      let ranks = ranked(active, by: criterion, in: margins, books: books)
      return Dictionary(uniqueKeysWithValues: ranks.enumerated().map { ($1.customer, $0 + 1) })
    }
    var running = Cents.zero
    rows = order.enumerated().map { index, entry in
      let (customer, value) = entry
      let margin = margins.rows[customer]
      let isPositive = value > .zero
      if isPositive { running += value }
      return Row(
        rank: index + 1, customer: customer, category: categories[customer], value: value,
        previousValue: previous.flatMap { $0.rows[customer].amount(of: criterion) },
        previousRank: previousRanks?[customer], margin: margin,
        share: Share(isPositive ? value : .zero, of: concentration.total),
        cumulativeShare: isPositive ? Share(running, of: concentration.total) : nil,
        abc: isPositive ? classes[index] : .d(margin.lines == 0 ? .inactive : .notPositive),
        averageOrder: margin.averageOrder,
        averagePrice: averagePrice(books.activity.latest(of: customer, in: books.window.current)),
        tenure: Tenure(of: customer, in: books),
        ranges: books.ranges.names.isEmpty ? nil : books.ranges[customer].count { $0.current > .zero })
    }
    let unknown = listed.filter { margins.rows[$0].amount(of: criterion) == nil }
    unknownMargins = Unranked(customers: unknown.count, revenue: unknown.map { margins.rows[$0].revenue }.sum)
    self.criterion = criterion
    self.concentration = concentration
    window = books.window
    revenue = margins.rows.map(\.revenue).sum
    unattributed = margins.unattributed.revenue
    topShare = concentration.share(ofTop: policy.ranking.topShare)
    lorenzTop = concentration.lorenz(ofTop: policy.ranking.topShare)
    customersForPareto = concentration.fewest(reaching: policy.ranking.paretoShare)
  }
}

extension CustomerMargin {
  /// The amount of a criterion; nothing when it is a margin that is unknown.
  public func amount(of criterion: Policy.Criterion) -> Cents? {
    switch criterion {
    case .revenue: revenue
    case .grossMargin: grossMargin
    case .operatingMargin: operatingMargin
    }
  }
}

/// Whether a customer has an invoice line or a service in W or in P.
private func isListed(_ customer: Int, margins: Margins, previous: Margins?, books: Books) -> Bool {
  if margins.rows[customer].lines > 0 || previous.map({ $0.rows[customer].lines > 0 }) ?? false { return true }
  return books.services[customer].contains {
    books.window.current.contains($0.month) || books.window.previous?.contains($0.month) ?? false
  }
}

/// Those of the customers whose value is known, biggest first, equal values by name then identifier.
func ranked(
  _ customers: [Int], by criterion: Policy.Criterion, in margins: Margins, books: Books
) -> [(customer: Int, value: Cents)] {
  customers.compactMap { customer in margins.rows[customer].amount(of: criterion).map { (customer, $0) } }.sorted {
    if $0.value != $1.value { return $0.value > $1.value }
    let (name, other) = (books.customers.names[$0.customer], books.customers.names[$1.customer])
    return name == other ? $0.customer < $1.customer : precedes(name, other)
  }
}

/// The price of one unit, or nothing when revenue or quantity is not above zero or the price is beyond all bounds.
func averagePrice(_ cell: Activity.Cell) -> Cents? {
  guard cell.revenue > .zero, cell.quantity > 0 else { return nil }
  return Int64(exactly: divided(Int128(cell.revenue.value) * 1_000_000, by: Int128(cell.quantity))).map(Cents.init)
}
