import Ledger
import Units

/// What each customer paid for each article in each quarter of a span, once amounts given back are set against it.
///
/// Pocket price = revenue net of discounts and of its share of the credits that carry no quantity: a credit lowers what
/// the customer paid for the product it names, one that names none lowers all that the customer bought in the span, by
/// revenue, to the cent.
///
/// Source: docs/methods/price-index.md; Marn & Rosiello, "Managing Price, Gaining Profit", Harvard Business Review, 1992.
struct PocketSales: Sendable {
  /// One article's purchases by a customer in a calendar quarter.
  struct Cell: Hashable, Sendable {
    /// A place in `ProductSales.articles`.
    let article: Int
    /// Year × 4 + quarter − 1.
    let quarter: Int
    /// Millionths of a unit; not above zero where more came back than went out.
    var quantity: Int64
    /// What was paid.
    var revenue: Cents
    /// Direct cost of what is costed.
    var directCost: Cents
    /// Whether all of it is costed.
    var isCosted: Bool
  }

  /// What has no quantity, of one customer.
  struct Rest: Hashable, Sendable {
    /// Amounts without a quantity or a product, whose direct cost is known.
    var costedCharges = Cents.zero
    /// Their direct cost.
    var chargesCost = Cents.zero
    /// Those whose direct cost is not known.
    var uncostedCharges = Cents.zero
    /// Credits that nothing bought in the span can carry.
    var credits = Cents.zero
    /// Direct cost that credits carry.
    var creditsCost = Cents.zero

    var charges: Cents { costedCharges + uncostedCharges }
    var revenue: Cents { charges + credits }
  }

  /// Where each customer's cells begin; one more at the end.
  let offsets: [Int]
  /// Sorted by customer, article, quarter.
  let cells: [Cell]
  /// By customer.
  let rest: [Rest]

  /// Gathers a span.
  ///
  /// Linear in the cells.
  init(_ sales: ProductSales, in span: MonthSpan) {
    var (offsets, cells): ([Int], [Cell]) = ([0], [])
    var rest = [Rest](repeating: Rest(), count: sales.customers)
    for customer in 0..<sales.customers {
      let first = cells.count
      var credits: [(product: Int?, amount: Cents)] = []
      for place in sales.range(of: customer) where span.contains(sales.months[place]) {
        let article = Int(sales.cells[place])
        let (product, nature) = (sales.articles[article].product, sales.articles[article].nature)
        let (revenue, cost) = (sales.revenues[place], sales.directCosts[place])
        switch nature {
        case .credit:
          credits.append((product, revenue))
          rest[customer].creditsCost += cost
        case .measured where product != nil:
          let cell = Cell(
            article: article, quarter: Int(sales.months[place].number) / 3, quantity: sales.quantities[place],
            revenue: revenue, directCost: cost, isCosted: sales.costsKnown[place])
          if cells.count > first, let last = cells.last, last.article == article, last.quarter == cell.quarter {
            cells[cells.count - 1] += cell
          } else {
            cells.append(cell)
          }
        case .charge, .measured:
          if sales.costsKnown[place] {
            rest[customer].costedCharges += revenue
            rest[customer].chargesCost += cost
          } else {
            rest[customer].uncostedCharges += revenue
          }
        }
      }
      rest[customer].credits = Self.share(credits, over: &cells, from: first, sales.articles)
      offsets.append(cells.count)
    }
    (self.offsets, self.cells, self.rest) = (offsets, cells, rest)
  }

  /// Sets credits against what was bought, never more than it came to.
  /// - Returns: what is left of them.
  private static func share(
    _ credits: [(product: Int?, amount: Cents)], over cells: inout [Cell], from first: Int,
    _ articles: [ProductSales.Article]
  ) -> Cents {
    guard !credits.isEmpty else { return .zero }
    var left = Cents.zero
    // Credits that name a product come first: their articles are sorted by product, those that name none last.
    var place = 0
    while place < credits.count {
      let product = credits[place].product
      var amount = Cents.zero
      while place < credits.count, credits[place].product == product {
        amount += credits[place].amount
        place += 1
      }
      let bought = (first..<cells.count).filter { cell in
        cells[cell].quantity > 0 && cells[cell].revenue > .zero
          && (product == nil || articles[cells[cell].article].product == product)
      }
      let weights = bought.map { cells[$0].revenue.value }
      let carried = -min(-amount, Cents(weights.reduce(0, +)))
      left += amount - carried
      for (cell, part) in zip(bought, carried.split(by: weights)) { cells[cell].revenue += part }
    }
    return left
  }
}

extension PocketSales.Cell {
  static func += (left: inout Self, right: Self) {
    left.quantity += right.quantity
    left.revenue += right.revenue
    left.directCost += right.directCost
    left.isCosted = left.isCosted && right.isCosted
  }
}

/// An amount × numerator ÷ denominator to the cent; nothing where it is beyond what the amounts around it can mean.
///
/// A quantity that grew a thousandfold is another unit of measure, not a price.
func scaled(_ amount: Cents, by numerator: Int64, over denominator: Int64, near others: Cents) -> Cents? {
  guard denominator != 0 else { return nil }
  let found = divided(Int128(amount.value) * Int128(numerator), by: Int128(denominator))
  let most = (Int128(amount.value.magnitude) + Int128(others.value.magnitude)) * 1_000
  return found.magnitude <= most.magnitude ? Int64(exactly: found).map { Cents($0) } : nil
}
