import Ledger
import Units

/// Why the revenue of customers changed from P to W: prices, volumes, mix, returns, ranges, customers come and gone; each
/// customer's bridge and the company's close to the cent.
///
/// Per customer and article bought in both years: B = round(P·q₁ ÷ q₀); price = W − B, volume + mix = B − P, the volume
/// being what P would grow by with all quantities of one unit of measure.
///
/// Source: docs/methods/price-volume-mix.md; Horngren, Datar & Rajan, "Cost Accounting", sales-mix and sales-quantity
/// variances.
public struct PriceVolumeMix: Sendable {
  /// Why there is no bridge.
  public enum Unknown: String, CaseIterable, Sendable {
    /// The window is all of history: there is nothing before it.
    case noPreviousMonths
    /// The data begin after P.
    case previousBeforeData
  }

  /// What became of an amount, from P to W: of one customer, or of all.
  public struct Bridge: Hashable, Sendable {
    /// The amount of P.
    public internal(set) var previous = Cents.zero
    /// Other prices for the same goods.
    public internal(set) var price = Cents.zero
    /// Other direct costs of the same goods; zero in a bridge of revenue.
    public internal(set) var cost = Cents.zero
    /// More or less of the same goods.
    public internal(set) var volume = Cents.zero
    /// Dearer or cheaper ones among them.
    public internal(set) var mix = Cents.zero
    /// Returns, credits, and whatever has no quantity.
    public internal(set) var returns = Cents.zero
    /// Articles that customers of both years took up.
    public internal(set) var rangesGained = Cents.zero
    /// Articles that they gave up, not above zero as a rule.
    public internal(set) var rangesLost = Cents.zero
    /// Customers that had never bought before.
    public internal(set) var new = Cents.zero
    /// Customers back after a P without revenue.
    public internal(set) var wonBack = Cents.zero
    /// Customers that buy nothing any more.
    public internal(set) var lost = Cents.zero
    /// The amount of W: the sum of all that stands above.
    public internal(set) var current = Cents.zero

    /// The bridge of nobody.
    public init() {}

    /// Articles taken up and given up.
    public var ranges: Cents { rangesGained + rangesLost }

    /// P and all that was added to it.
    public var sum: Cents {
      [previous, price, cost, volume, mix, returns, rangesGained, rangesLost, new, wonBack, lost].sum
    }

    static func += (left: inout Bridge, right: Bridge) {
      let parts: [WritableKeyPath<Bridge, Cents>] = [
        \.previous, \.price, \.cost, \.volume, \.mix, \.returns, \.rangesGained, \.rangesLost, \.new, \.wonBack, \.lost,
        \.current,
      ]
      for part in parts { left[keyPath: part] += right[keyPath: part] }
    }
  }

  /// One customer that bought in P or W.
  public struct Row: Hashable, Sendable {
    /// The place in the customer file.
    public let customer: Int
    /// Its revenue.
    public let revenue: Bridge
    /// Its margin, of the articles whose direct cost is known in both years.
    public let margin: Bridge
    /// Revenue of P and W that the margin leaves out, its cost being unknown.
    public let uncosted: Cents
  }

  /// The customers, in the order of the customer file.
  public let rows: [Row]
  /// All customers' revenue.
  public let revenue: Bridge
  /// All customers' margin.
  public let margin: Bridge
  /// Revenue of P and W that the margin leaves out.
  public let uncosted: Cents
  /// Whether some quantities count a unit of measure that no source tells: they are taken for the same one.
  public let hasUnknownUnits: Bool

  static func of(
    _ books: Books, _ sales: ProductSales, current: PocketSales
  ) -> Knowable<PriceVolumeMix, Unknown> {
    guard let previous = books.window.previous else { return .unknown(.noPreviousMonths) }
    guard let history = books.history, history.first <= previous.last else { return .unknown(.previousBeforeData) }
    return .known(
      PriceVolumeMix(
        books, sales, from: PocketSales(sales, in: previous), to: current, orderedBefore: previous.first))
  }

  private init(
    _ books: Books, _ sales: ProductSales, from before: PocketSales, to after: PocketSales, orderedBefore first: Month
  ) {
    let units = ArticleUnits(sales.articles)
    var rows: [Row] = []
    for customer in 0..<sales.customers {
      let pairs = ArticlePairs(customer, from: before, to: after)
      guard !pairs.isEmpty else { continue }
      let isKnown = books.orders[customer].first.map { $0.month < first } ?? false
      rows.append(
        Row(
          customer: customer, revenue: pairs.revenue(orderedBefore: isKnown, units),
          margin: pairs.margin(orderedBefore: isKnown, units), uncosted: pairs.uncosted))
    }
    self.rows = rows
    revenue = rows.reduce(into: Bridge()) { $0 += $1.revenue }
    margin = rows.reduce(into: Bridge()) { $0 += $1.margin }
    uncosted = rows.map(\.uncosted).sum
    hasUnknownUnits = after.cells.contains { sales.articles[$0.article].unit == nil }
  }
}

/// The unit of measure of each article as a number.
struct ArticleUnits {
  let places: [Int]

  init(_ articles: [ProductSales.Article]) {
    var known: [String?: Int] = [:]
    places = articles.map { article in
      let place = known[article.unit] ?? known.count
      known[article.unit] = place
      return place
    }
  }
}
