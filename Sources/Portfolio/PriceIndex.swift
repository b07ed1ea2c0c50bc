import Ledger
import Units

/// What each customer pays against what the others pay for the same goods in the same quarter.
///
/// Index = Σ p·q ÷ Σ p̄·q over the customer's articles and quarters of W that enough others bought too, p̄ the mean price
/// of all other customers: below 1 it pays less than they. Customers are ranked among those of like volume.
///
/// Source: docs/methods/price-index.md; seed 003, "disparité des prix".
public struct PriceIndex: Sendable {
  /// Why a customer has no index.
  public enum Unknown: String, CaseIterable, Sendable {
    /// It bought nothing in a quantity.
    case nothingBought
    /// Too few others bought the same for too much of its revenue.
    case tooLittleCompared
  }

  /// One customer that bought in W.
  public struct Row: Hashable, Sendable {
    /// The place in the customer file.
    public let customer: Int
    /// Its revenue of W, of all its lines.
    public let revenue: Cents
    /// What it paid for what can be compared.
    public let compared: Cents
    /// What the same would have come to at the mean price of the others.
    public let expected: Cents
    /// What can be compared ÷ all that it bought; nothing when that is not above zero.
    public let coverage: Share?
    /// What it pays against the others, or why that is unknown.
    public let index: Knowable<Share, Unknown>
    /// What a unit cost it on average; nothing where it buys in several units of measure or in none.
    public let averagePrice: Cents?
    /// The unit that the average price is of; nothing where no source tells it.
    public let unit: String?
    /// Its place among customers of like volume; nothing without an index.
    public internal(set) var place: Place?

    /// How far prices may rise to reach the others': 1 ÷ index − 1, not below zero; nothing without an index.
    public var room: Share? {
      guard let index = index.value, index.part > 0 else { return nil }
      return Share(max(0, index.whole - index.part), of: index.part)
    }
  }

  /// A customer among those of like volume: volume is what it bought, at the others' prices.
  public struct Place: Hashable, Sendable {
    /// 1 pays least for the same goods.
    public let rank: Int
    /// How many customers there are of like volume, itself among them.
    public let members: Int
    /// The median index of the others; nothing where they are too few.
    public let median: Share?
    /// What it would pay more at that median: zero where it pays as much, nothing where there is none.
    public let gap: Cents?
  }

  /// The customers that bought in W, in the order of the customer file.
  public let rows: [Row]
  /// How many of them have an index.
  public let known: Int
  private let places: [Int: Int]

  /// A customer's row; nothing for one that bought nothing in W.
  public subscript(customer: Int) -> Row? { places[customer].map { rows[$0] } }

  init(_ pocket: PocketSales, articles: [ProductSales.Article], policy: Policy) {
    let market = Self.market(pocket)
    var rows: [Row] = []
    for customer in pocket.rest.indices {
      let cells = pocket.cells[pocket.offsets[customer]..<pocket.offsets[customer + 1]]
      guard !cells.isEmpty || pocket.rest[customer].revenue != .zero else { continue }
      rows.append(
        Row(customer, cells, pocket.rest[customer], market: market, articles: articles, rules: policy.prices))
    }
    Self.rank(&rows, policy.prices)
    self.rows = rows
    known = rows.count { $0.index.value != nil }
    places = Dictionary(uniqueKeysWithValues: rows.enumerated().map { ($1.customer, $0) })
  }

  /// What everybody bought of an article in a quarter.
  fileprivate struct Market {
    var quantity: Int64 = 0
    var revenue = Cents.zero
    var buyers = 0
  }

  fileprivate struct Key: Hashable {
    let article: Int
    let quarter: Int
  }

  private static func market(_ pocket: PocketSales) -> [Key: Market] {
    var market: [Key: Market] = [:]
    for cell in pocket.cells where cell.quantity > 0 {
      market[Key(article: cell.article, quarter: cell.quarter), default: Market()].add(cell)
    }
    return market
  }

  /// Ranks those that have an index among those of like volume.
  private static func rank(_ rows: inout [Row], _ rules: Policy.Prices) {
    let known = rows.indices.filter { rows[$0].index.value != nil }
    let indexes = known.compactMap { rows[$0].index.value }
    let like = LikeVolume(
      known.map { rows[$0].expected.value }, factor: rules.volumeFactor, others: rules.otherBuyers
    ) { indexes[$0].isBelow(indexes[$1]) }
    for (member, place) in like.places.enumerated() {
      let row = rows[known[member]]
      let median = place.median.map { indexes[$0] }
      let due = median.flatMap { scaled(row.expected, by: $0.part, over: $0.whole, near: row.expected) }
      rows[known[member]].place = Place(
        rank: place.rank, members: place.members, median: median, gap: due.map { max(.zero, $0 - row.compared) })
    }
  }
}

extension PriceIndex.Market {
  mutating func add(_ cell: PocketSales.Cell) {
    quantity += cell.quantity
    revenue += cell.revenue
    buyers += 1
  }

  /// What a cell would have come to at the mean price of the others; nothing where they are too few.
  func expected(_ cell: PocketSales.Cell, others: Int) -> Cents? {
    let (theirs, sold) = (revenue - cell.revenue, quantity - cell.quantity)
    guard buyers > others, sold > 0, theirs > .zero else { return nil }
    return scaled(theirs, by: cell.quantity, over: sold, near: cell.revenue)
  }
}

extension PriceIndex.Row {
  fileprivate init(
    _ customer: Int, _ cells: ArraySlice<PocketSales.Cell>, _ rest: PocketSales.Rest,
    market: [PriceIndex.Key: PriceIndex.Market], articles: [ProductSales.Article], rules: Policy.Prices
  ) {
    var (compared, expected, bought, quantity) = (Cents.zero, Cents.zero, Cents.zero, Int64(0))
    var units: Set<String?> = []
    for cell in cells where cell.quantity > 0 {
      bought += cell.revenue
      quantity += cell.quantity
      units.insert(articles[cell.article].unit)
      let key = PriceIndex.Key(article: cell.article, quarter: cell.quarter)
      guard let due = market[key]?.expected(cell, others: rules.otherBuyers) else { continue }
      compared += cell.revenue
      expected += due
    }
    self.customer = customer
    self.compared = compared
    self.expected = expected
    revenue = cells.reduce(rest.revenue) { $0 + $1.revenue }
    let whole = bought + max(.zero, rest.charges)
    coverage = whole > .zero ? Share(max(.zero, min(compared, whole)), of: whole) : nil
    averagePrice =
      units.count == 1
      ? Int64(exactly: divided(Int128(bought.value) * 1_000_000, by: Int128(quantity))).map { Cents($0) } : nil
    unit = units.count == 1 ? units.first ?? nil : nil
    place = nil
    guard !units.isEmpty, let coverage else {
      index = .unknown(.nothingBought)
      return
    }
    let least = rules.leastCoverage
    guard let found = Share(compared, of: expected), expected > .zero, compared > .zero,
      Int128(coverage.part) * 1_000_000 >= Int128(least.millionths) * Int128(coverage.whole)
    else {
      index = .unknown(.tooLittleCompared)
      return
    }
    index = .known(found)
  }
}
