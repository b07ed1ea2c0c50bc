import Ledger
import Units

/// How far apart the prices are that customers pay for one product, and the indexes of the customers of one category.
///
/// Source: docs/methods/price-disparity.md; seed 003, "disparité des prix".
public struct PriceDisparity: Sendable {
  /// How far apart some prices or indexes are.
  public struct Spread: Hashable, Sendable {
    /// How many there are.
    public let count: Int
    /// Standard deviation ÷ mean.
    public let variation: Double
    /// The tenth part pays this or less.
    public let low: Double
    /// The median.
    public let median: Double
    /// The tenth part pays this or more.
    public let high: Double
  }

  /// One product in one unit of measure that enough customers bought in W.
  public struct Product: Hashable, Sendable {
    /// The product.
    public let product: ProductSales.Product
    /// The unit of measure; nothing where no source tells it.
    public let unit: String?
    /// Prices by customer, in cents a unit.
    public let spread: Spread
    /// What was sold of it in W.
    public let revenue: Cents
    /// Σ (median price of the others of like volume − own price) × quantity, over those who pay less.
    public let left: Cents
    /// How many pay less than this median.
    public let below: Int
    /// Who of them leaves most; nothing where nobody does.
    public let first: Int?
  }

  /// The customers of one category that have an index.
  public struct Category: Hashable, Sendable {
    /// The category; nothing for customers in none.
    public let category: String?
    /// Their indexes.
    public let spread: Spread
    /// What they would pay more at the median index of the others of like volume.
    public let left: Cents
  }

  /// The products, most money left first, then by code and unit.
  public let products: [Product]
  /// The categories of two customers or more, most money left first, then by name.
  public let categories: [Category]
  /// Money left in all products.
  public let left: Cents

  init(_ pocket: PocketSales, sales: ProductSales, index: PriceIndex, categories of: CategoryOf, policy: Policy) {
    let buyers = Self.buyers(pocket, articles: sales.articles.count)
    products = sales.articles.indices.compactMap { article -> (place: Int, product: Product)? in
      guard let product = sales.articles[article].product, buyers[article].count > policy.prices.otherBuyers else {
        return nil
      }
      let unit = sales.articles[article].unit
      return (article, Product(sales.products[product], unit: unit, buyers[article], rules: policy.prices))
    }.sorted { ($1.product.left, $0.place) < ($0.product.left, $1.place) }.map(\.product)
    left = products.map(\.left).sum
    categories = Dictionary(grouping: index.rows.filter { $0.index.value != nil }) { of[$0.customer] }
      .filter { $0.value.count > 1 }
      .map { name, rows in
        Category(
          category: name, spread: Spread(rows.compactMap { $0.index.value?.value }),
          left: rows.compactMap { $0.place?.gap }.sum)
      }.sorted {
        $0.left == $1.left ? readsBefore($0.category ?? "", $1.category ?? "") : $0.left > $1.left
      }
  }

  /// One customer's purchases of one article over the span.
  struct Buyer {
    let customer: Int
    var quantity: Int64
    var revenue: Cents

    /// What a unit cost it, in cents.
    var price: Double { Double(revenue.value) * 1_000_000 / Double(quantity) }

    func paysLess(than other: Buyer) -> Bool {
      Int128(revenue.value) * Int128(other.quantity) < Int128(other.revenue.value) * Int128(quantity)
    }
  }

  /// The customers that bought each article, in the order of the customer file.
  static func buyers(_ pocket: PocketSales, articles: Int) -> [[Buyer]] {
    var buyers = [[Buyer]](repeating: [], count: articles)
    for customer in pocket.rest.indices {
      for cell in pocket.cells[pocket.offsets[customer]..<pocket.offsets[customer + 1]] where cell.quantity > 0 {
        let last = buyers[cell.article].count - 1
        if last >= 0, buyers[cell.article][last].customer == customer {
          buyers[cell.article][last].quantity += cell.quantity
          buyers[cell.article][last].revenue += cell.revenue
        } else {
          buyers[cell.article].append(Buyer(customer: customer, quantity: cell.quantity, revenue: cell.revenue))
        }
      }
    }
    return buyers.map { $0.filter { $0.revenue > .zero } }
  }
}

extension PriceDisparity.Spread {
  /// Measures some numbers above zero.
  ///
  /// O(n log n).
  init(_ values: [Double]) {
    let sorted = values.sorted()
    let count = sorted.count
    let mean = sorted.reduce(0, +) / Double(count)
    let variance = sorted.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(count)
    self.count = count
    variation = mean > 0 ? variance.squareRoot() / mean : 0
    // Nearest rank: each is a price that somebody pays.
    low = sorted[(count + 9) / 10 - 1]
    median = sorted[(count + 1) / 2 - 1]
    high = sorted[count - (count + 9) / 10]
  }
}

extension PriceDisparity.Product {
  fileprivate init(
    _ product: ProductSales.Product, unit: String?, _ buyers: [PriceDisparity.Buyer], rules: Policy.Prices
  ) {
    let like = LikeVolume(buyers.map(\.quantity), factor: rules.volumeFactor, others: rules.otherBuyers) {
      buyers[$0].paysLess(than: buyers[$1])
    }
    var (left, below, worst): (Cents, Int, (customer: Int, amount: Cents)?) = (.zero, 0, nil)
    for (own, place) in zip(buyers, like.places) {
      guard let other = place.median.map({ buyers[$0] }), own.paysLess(than: other),
        let due = scaled(other.revenue, by: own.quantity, over: other.quantity, near: own.revenue),
        due > own.revenue
      else { continue }
      left += due - own.revenue
      below += 1
      if due - own.revenue > worst?.amount ?? .zero { worst = (own.customer, due - own.revenue) }
    }
    self.product = product
    self.unit = unit
    spread = PriceDisparity.Spread(buyers.map(\.price))
    revenue = buyers.map(\.revenue).sum
    self.left = left
    self.below = below
    first = worst?.customer
  }
}
