import Ledger
import Portfolio
import Units

/// What customers buy of each range, and what they do not buy though customers like them do.
///
/// A range is missed by a customer whose category buys it often enough; what it would bring is an estimate from those who buy.
///
/// Source: seed 000; docs/methods/white-space.md.
public struct WhitespaceGrid: Sendable {
  /// A range that a customer does not buy, though enough of its category do.
  public struct Opening: Hashable, Sendable {
    /// A place in the customer file.
    public let customer: Int
    /// A place in the books' range names.
    public let range: Int
    /// Customers of its category that buy the range in W, and all its active customers.
    public let (buyers, members): (Int, Int)
    /// An estimate of a year's purchases: the median of what buyers spend, at most their median part of the customer's own
    /// revenue; of all it misses never more than its budget is believed to bear.
    public fileprivate(set) var expected: Cents
    /// The same at the policy's percentile (P75), at least `expected`.
    public fileprivate(set) var high: Cents
  }

  /// One category's revenue in one range.
  public struct Cell: Hashable, Sendable {
    /// Active customers that buy it.
    public var buyers = 0
    /// What its active customers spent on it in W; credit notes count against it.
    public var bought = Cents.zero
    /// Customers that miss it.
    public var openings = 0
    /// What is expected of these.
    public var expected = Cents.zero

    static func += (left: inout Cell, right: Cell) {
      left.buyers += right.buyers
      left.bought += right.bought
      left.openings += right.openings
      left.expected += right.expected
    }
  }

  /// One category's line of the grid.
  public struct Row: Hashable, Sendable {
    /// The category; nothing for the customers in none.
    public let category: String?
    /// Its active customers.
    public let members: Int
    /// A cell for each range, in the order of the books' range names.
    public let cells: [Cell]
    /// Their revenue in W that names no range.
    public let withoutRange: Cents
    /// Their revenue in W: all cells and what names no range, to the cent.
    public let revenue: Cents

    /// What is expected in all.
    public var expected: Cents { cells.map(\.expected).sum }
  }

  /// The ranges' names.
  public let ranges: [String]
  /// The categories as people read them, customers in none last; only those with an active customer.
  public let rows: [Row]
  /// Every opening, the most expected first, then by customer and range.
  public let openings: [Opening]
  /// Customers whose estimates together were more than is believed, and were cut down to it.
  public let cut: Int

  /// Goes through the ranges of all active customers, O(n log n).
  init(_ portfolio: PortfolioAnalysis) {
    let (books, policy) = (portfolio.books, portfolio.policy)
    let categories = portfolio.categories
    ranges = books.ranges.names
    var members = [[Int]](repeating: [], count: categories.names.count + 1)
    for customer in books.customers.ids.indices where portfolio.margins.rows[customer].orders > 0 {
      members[categories.place(of: customer) ?? categories.names.count].append(customer)
    }
    var (rows, openings, cut): ([Row], [Opening], Int) = ([], [], 0)
    let facts = CategoryFacts(books: books, categories: categories, policy: policy)
    // Nobody is believed to buy more than twice what it buys today, nor beyond its potential where somebody judged one.
    func most(_ customer: Int) -> Cents {
      let revenue = portfolio.margins.rows[customer].revenue
      let room = facts.headroom(of: customer, revenue: revenue).flatMap { $0.isEstimate ? nil : $0.amount }
      return min(revenue, room ?? revenue)
    }
    for (place, own) in members.enumerated() where !own.isEmpty {
      var group = RangeGroup(own, books: books, margins: portfolio.margins, policy: policy)
      cut += group.cut(to: most)
      rows.append(group.row(place < categories.names.count ? categories.names[place] : nil))
      openings += group.openings
    }
    self.rows = rows
    self.cut = cut
    self.openings = openings.sorted { left, right in
      if left.expected != right.expected { return left.expected > right.expected }
      return (left.customer, left.range) < (right.customer, right.range)
    }
  }

  /// The sums of each range over all categories.
  public var totals: [Cell] {
    ranges.indices.map { range in rows.reduce(into: Cell()) { $0 += $1.cells[range] } }
  }

  /// What is expected of each customer that misses something.
  public var expectedByCustomer: [Int: Cents] {
    openings.reduce(into: [:]) { $0[$1.customer, default: .zero] += $1.expected }
  }
}

/// The active customers of one category, and what they buy.
private struct RangeGroup {
  private(set) var openings: [WhitespaceGrid.Opening] = []
  private var cells: [WhitespaceGrid.Cell]
  private let members: Int
  private let revenue: Cents

  init(_ customers: [Int], books: Books, margins: Margins, policy: Policy) {
    let rule = policy.replication
    members = customers.count
    revenue = customers.map { margins.rows[$0].revenue }.sum
    cells = .init(repeating: WhitespaceGrid.Cell(), count: books.ranges.names.count)
    var spent = [[Cents]](repeating: [], count: cells.count)
    var parts = [[Rate]](repeating: [], count: cells.count)
    var bought = [Set<Int>](repeating: [], count: cells.count)
    for customer in customers {
      let revenue = margins.rows[customer].revenue
      for cell in books.ranges[customer] {
        cells[cell.range].bought += cell.current
        guard cell.current > .zero else { continue }
        cells[cell.range].buyers += 1
        bought[cell.range].insert(customer)
        spent[cell.range].append(cell.current)
        if revenue > .zero {
          parts[cell.range].append(
            Rate(millionths: multiplied(min(cell.current, revenue).value, by: 1_000_000, over: revenue.value)))
        }
      }
    }
    guard members >= rule.leastMembers else { return }
    for range in cells.indices {
      let buyers = cells[range].buyers
      guard buyers > 1, Int128(buyers) * 1_000_000 >= Int128(members) * Int128(rule.usualShare.millionths) else {
        continue
      }
      let (amounts, shares) = (spent[range].sorted(), parts[range].sorted())
      func estimate(_ percentile: Rate, of revenue: Cents) -> Cents {
        guard let amount = nearestRank(percentile, of: amounts), let share = nearestRank(percentile, of: shares) else {
          return .zero
        }
        return min(amount, revenue.at(share))
      }
      for customer in customers where !bought[range].contains(customer) {
        let own = margins.rows[customer].revenue
        let expected = estimate(Rate(percent: 50), of: own)
        guard own > .zero, expected > .zero else { continue }
        openings.append(
          WhitespaceGrid.Opening(
            customer: customer, range: range, buyers: buyers, members: members, expected: expected,
            high: max(expected, estimate(policy.verdict.develop.whiteSpacePercentile, of: own))))
        cells[range].openings += 1
        cells[range].expected += expected
      }
    }
  }

  /// Cuts what is expected of each customer in all down to the most that is believed, every range by as much.
  /// - Returns: how many customers were cut.
  mutating func cut(to most: (Int) -> Cents) -> Int {
    var sums: [Int: (expected: Cents, high: Cents)] = [:]
    for opening in openings {
      let sum = sums[opening.customer] ?? (.zero, .zero)
      sums[opening.customer] = (sum.expected + opening.expected, sum.high + opening.high)
    }
    var bounds: [Int: Cents] = [:]
    for (customer, sum) in sums {
      let bound = most(customer)
      if sum.high > bound { bounds[customer] = bound }
    }
    guard !bounds.isEmpty else { return 0 }
    for range in cells.indices { (cells[range].openings, cells[range].expected) = (0, .zero) }
    for place in openings.indices {
      let customer = openings[place].customer
      if let bound = bounds[customer], let sum = sums[customer] {
        let (expected, high) = (openings[place].expected, openings[place].high)
        openings[place].expected =
          sum.expected > bound ? expected.times(bound.value, over: sum.expected.value) : expected
        openings[place].high = max(openings[place].expected, high.times(bound.value, over: sum.high.value))
      }
    }
    // Who buys all that it is believed to could not buy more.
    openings.removeAll { $0.expected == .zero }
    for opening in openings {
      cells[opening.range].openings += 1
      cells[opening.range].expected += opening.expected
    }
    return sums.count { customer, sum in bounds[customer].map { sum.expected > $0 } ?? false }
  }

  func row(_ category: String?) -> WhitespaceGrid.Row {
    WhitespaceGrid.Row(
      category: category, members: members, cells: cells, withoutRange: revenue - cells.map(\.bought).sum,
      revenue: revenue)
  }
}
