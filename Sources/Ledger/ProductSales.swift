import Units

/// What each customer bought of each product, month by month: flat columns sorted by customer, article, month.
///
/// Read only for those who ask for prices: with all lines behind, it is the largest value there is.
public struct ProductSales: Sendable {
  /// A product as lines and product files name it.
  public struct Product: Hashable, Sendable {
    /// Its code; its name where lines carry none.
    public let code: String
    /// Its name; its code where no source names it.
    public let name: String

    /// Makes a product.
    public init(code: String, name: String) {
      self.code = code
      self.name = name
    }
  }

  /// What the lines of a cell are.
  public enum Nature: Int, CaseIterable, Sendable {
    /// Goods in a quantity: bought, or returned where it is below zero.
    case measured
    /// An amount without a quantity.
    case charge
    /// An amount given back without goods coming back: below zero, without a quantity or with one above zero.
    case credit
  }

  /// What prices can be compared of: one product in one unit of measure.
  public struct Article: Hashable, Sendable {
    /// The product, a place in `products`; nothing for lines that name none.
    public let product: Int?
    /// The unit of measure that its quantities count; nothing where no source tells it.
    public let unit: String?
    /// What its lines are.
    public let nature: Nature

    /// Makes an article.
    public init(product: Int?, unit: String?, nature: Nature) {
      self.product = product
      self.unit = unit
      self.nature = nature
    }
  }

  /// The products, by code.
  public let products: [Product]
  /// The articles, by product, unit and nature.
  public let articles: [Article]
  /// Where each customer's cells begin; one more at the end.
  public let offsets: [Int]
  /// The article of each cell, a place in `articles`, ascending within a customer.
  public let cells: [Int32]
  /// The month of each cell, ascending within an article.
  public let months: [Month]
  /// Millionths of a unit; zero in cells that are not measured.
  public let quantities: [Int64]
  /// Net of discounts, tax excluded.
  public let revenues: [Cents]
  /// The direct cost of the lines whose cost is known.
  public let directCosts: [Cents]
  /// The revenue of the lines whose cost is known.
  public let costedRevenues: [Cents]
  /// Whether no line of the cell lacks its cost.
  public let costsKnown: [Bool]

  /// Makes the columns.
  /// - Parameter offsets: ascending, the first 0, the last the number of cells.
  public init(
    products: [Product], articles: [Article], offsets: [Int], cells: [Int32], months: [Month], quantities: [Int64],
    revenues: [Cents], directCosts: [Cents], costedRevenues: [Cents], costsKnown: [Bool]
  ) {
    let count = cells.count
    precondition(
      offsets.first == 0 && offsets.last == count
        && [months.count, quantities.count, revenues.count, directCosts.count, costedRevenues.count, costsKnown.count]
          .allSatisfy { $0 == count },
      "columns agree")
    self.products = products
    self.articles = articles
    self.offsets = offsets
    self.cells = cells
    self.months = months
    self.quantities = quantities
    self.revenues = revenues
    self.directCosts = directCosts
    self.costedRevenues = costedRevenues
    self.costsKnown = costsKnown
  }

  /// How many customers there are.
  public var customers: Int { offsets.count - 1 }

  /// The places of one customer's cells in the columns.
  public func range(of customer: Int) -> Range<Int> { offsets[customer]..<offsets[customer + 1] }
}
