import Ledger
import Units

/// Everything that is told of prices: made from the lines of all products at once, which are then forgotten.
public struct Prices: Sendable {
  /// What customers pay against each other; nothing where no line tells a product and a quantity.
  public let index: PriceIndex?
  /// How far apart prices are; nothing without them.
  public let disparity: PriceDisparity?
  /// Why revenue and margin changed; nothing without products and quantities.
  public let bridge: Knowable<PriceVolumeMix, PriceVolumeMix.Unknown>?
  /// Whose price should rise.
  public let revaluation: Revaluation
  /// Prices by volume, level of service and payment, and what they would change.
  public let policy: PricePolicy

  /// Works everything out.
  /// - Parameter sales: the books' own; nothing where no line tells a product and a quantity.
  init(_ portfolio: PortfolioAnalysis, sales: ProductSales?) {
    let (books, policy) = (portfolio.books, portfolio.policy)
    var read: (sales: ProductSales, pocket: PocketSales)?
    if let sales {
      let pocket = PocketSales(sales, in: books.window.current)
      let index = PriceIndex(pocket, articles: sales.articles, policy: policy)
      self.index = index
      disparity = PriceDisparity(
        pocket, sales: sales, index: index, categories: portfolio.categories, policy: policy)
      bridge = PriceVolumeMix.of(books, sales, current: pocket)
      read = (sales, pocket)
    } else {
      (index, disparity, bridge) = (nil, nil, nil)
    }
    revaluation = Revaluation(portfolio, index: index)
    self.policy = PricePolicy(portfolio, sales: read, index: index)
  }
}
