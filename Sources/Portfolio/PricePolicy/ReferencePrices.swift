import Ledger
import Units

/// A reference price for each article that enough customers bought in W, and what each of them bought of it.
///
/// The reference is the price at or under which a given part of the article's revenue was paid, the median by default: a
/// price that somebody pays, which neither one bargain nor one dear sale moves.
///
/// Source: docs/methods/price-policy.md; Edgeworth's weighted median, "On Observations Relating to Several Quantities",
/// Hermathena, 1887.
struct ReferencePrices: Sendable {
  /// One article with a reference price.
  struct Article: Hashable, Sendable {
    /// A place in `ProductSales.articles`.
    let place: Int
    /// What the buyer at the reference price paid.
    let paid: Cents
    /// Millionths of a unit that it bought; above zero.
    let quantity: Int64
    /// How many customers bought it.
    let buyers: Int
    /// What all of them paid.
    let revenue: Cents
    /// What all of them bought, in millionths of a unit.
    let sold: Int64
  }

  /// One customer's purchases of one of the articles.
  struct Purchase: Hashable, Sendable {
    /// A place in `articles`.
    let article: Int
    /// Millionths of a unit.
    let quantity: Int64
    /// What it paid.
    let paid: Cents
    /// What the same comes to at the reference price, which is no farther from it than policy allows.
    let reference: Cents
  }

  /// In the order of the articles of the books.
  let articles: [Article]
  /// For each customer what it bought of them, in their order.
  let purchases: [[Purchase]]

  /// Finds the prices.
  ///
  /// O(n log n).
  init(_ pocket: PocketSales, sales: ProductSales, policy: Policy) {
    let buyers = PriceDisparity.buyers(pocket, articles: sales.articles.count)
    var articles: [Article] = []
    var purchases = [[Purchase]](repeating: [], count: pocket.rest.count)
    for (place, own) in buyers.enumerated() where own.count > policy.prices.otherBuyers {
      let revenue = own.map(\.revenue).sum
      let reference = Self.reference(own, revenue: revenue, at: policy.pricePolicy.reference)
      // Below a ten-thousandth of the currency a unit, a price cannot be written on a list.
      guard Int128(reference.revenue.value) * 10_000_000_000 >= Int128(reference.quantity) * 100 else { continue }
      for buyer in own {
        guard
          let due = scaled(reference.revenue, by: buyer.quantity, over: reference.quantity, near: buyer.revenue),
          due > .zero, Self.isLike(buyer.revenue, due, within: policy.pricePolicy.oddPrice)
        else { continue }
        purchases[buyer.customer].append(
          Purchase(article: articles.count, quantity: buyer.quantity, paid: buyer.revenue, reference: due))
      }
      articles.append(
        Article(
          place: place, paid: reference.revenue, quantity: reference.quantity, buyers: own.count, revenue: revenue,
          sold: own.reduce(0) { $0 + $1.quantity }))
    }
    self.articles = articles
    self.purchases = purchases
  }

  /// Whether a price is for the same goods: another unit of measure, a sample or a slip of the pen is not.
  private static func isLike(_ paid: Cents, _ reference: Cents, within factor: Rate) -> Bool {
    let (low, high) = (min(paid, reference), max(paid, reference))
    return Int128(high.value) * 1_000_000 <= Int128(low.value) * Int128(factor.millionths)
  }

  /// The first buyer, from the lowest price, with whom the part of the revenue is reached.
  private static func reference(
    _ buyers: [PriceDisparity.Buyer], revenue: Cents, at part: Rate
  ) -> PriceDisparity.Buyer {
    let sorted = buyers.sorted { $0.paysLess(than: $1) }
    let enough = Int128(revenue.value) * Int128(part.millionths)
    var sum = Int128(0)
    for buyer in sorted {
      sum += Int128(buyer.revenue.value) * 1_000_000
      if sum >= enough { return buyer }
    }
    return sorted[sorted.count - 1]
  }
}

extension ReferencePrices.Article {
  /// The reference price × a level, in millionths of the currency a unit: what a price list is printed from.
  /// - Parameter level: in parts per billion.
  func listPrice(at level: Int64) -> Int64 {
    // Cents × 10⁴ are millionths of the currency; quantities are millionths of a unit.
    Int64(clamping: divided(Int128(paid.value) * 10 * Int128(level), by: Int128(quantity)))
  }
}

extension Cents {
  /// A quantity at a list price.
  /// - Parameters:
  ///   - listPrice: millionths of the currency a unit.
  ///   - quantity: millionths of a unit.
  init(listPrice: Int64, quantity: Int64) {
    self.init(Int64(clamping: divided(Int128(listPrice) * Int128(quantity), by: 10_000_000_000)))
  }
}
