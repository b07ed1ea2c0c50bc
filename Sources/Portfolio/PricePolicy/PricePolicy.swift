import Ledger
import Units

/// A price policy proposed from tangible criteria, and what it changes for every customer.
///
/// Nobody is left out silently: a customer that cannot be compared says why, and keeps its prices.
///
/// Source: docs/methods/price-policy.md; seed 003, « politique tarifaire selon des critères tangibles ».
public struct PricePolicy: Sendable {
  /// Why there is no grid, or a customer is not compared.
  public enum Unknown: String, CaseIterable, Sendable {
    /// No line tells product and quantity.
    case noProducts
    /// No product is bought by enough customers.
    case nothingCompared
    /// Nobody's goods are costed far enough.
    case noCosts
    /// Its revenue is not above zero.
    case noRevenue
    /// Too little of what it buys is bought by others too.
    case tooLittleCompared
    /// The cost of too little of what it buys is known.
    case tooLittleCosted
  }

  /// One customer with a line in W.
  public struct Row: Hashable, Sendable {
    /// The place in the customer file.
    public let customer: Int
    /// Its revenue of W.
    public let revenue: Cents
    /// What the policy changes, or why that is not known.
    public let effect: Knowable<PriceEffect, Unknown>
  }

  /// The grid, or why there is none.
  public let grid: Knowable<PriceGrid, Unknown>
  /// The customers with a line in W, the biggest revenue first, equal ones in the order of the customer file.
  public let rows: [Row]

  /// What the policy changes for the customers that can be compared.
  public var effects: [PriceEffect] { rows.compactMap(\.effect.value) }

  /// Sums over customers; each closes to the cent because each customer's does.
  public func sum(_ amount: (PriceEffect) -> Cents) -> Cents { effects.map(amount).sum }

  /// The revenue of all customers.
  public var revenue: Cents { rows.map(\.revenue).sum }

  /// What changes each year from the first, summed up, in all.
  public var path: [Cents] {
    effects.reduce(into: []) { sums, effect in
      if sums.isEmpty { sums = effect.path } else { for year in sums.indices { sums[year] += effect.path[year] } }
    }
  }
}

extension PricePolicy {
  /// Proposes a policy.
  ///
  /// O(n log n) in what customers bought of each article.
  /// - Parameter sales: the books' own with their prices; nothing where no line tells a product and a quantity.
  init(_ portfolio: PortfolioAnalysis, sales: (sales: ProductSales, pocket: PocketSales)?, index: PriceIndex?) {
    let margins = portfolio.margins.rows
    let customers = margins.indices.filter { margins[$0].lines > 0 }.sorted {
      margins[$0].revenue == margins[$1].revenue ? $0 < $1 : margins[$0].revenue > margins[$1].revenue
    }
    func without(_ reason: Unknown, but own: [Int: Unknown] = [:]) -> (Knowable<PriceGrid, Unknown>, [Row]) {
      (
        .unknown(reason),
        customers.map { customer in
          let why = margins[customer].revenue > .zero ? own[customer] ?? reason : .noRevenue
          return Row(customer: customer, revenue: margins[customer].revenue, effect: .unknown(why))
        }
      )
    }
    guard let sales else {
      (grid, rows) = without(.noProducts)
      return
    }
    let reader = PriceSubjects(portfolio, sales: sales.sales, pocket: sales.pocket)
    var (subjects, reasons): ([Int: PriceSubject], [Int: Unknown]) = ([:], [:])
    for customer in customers {
      switch reader.subject(customer) {
      case .known(let subject): subjects[customer] = subject
      case .unknown(let reason): reasons[customer] = reason
      }
    }
    guard !subjects.isEmpty else {
      let isPriced = reasons.values.contains(.tooLittleCosted)
      (grid, rows) = without(isPriced ? .noCosts : .nothingCompared, but: reasons)
      return
    }
    let maker = PriceGridMaker(reader, subjects: customers.compactMap { subjects[$0] })
    grid = .known(maker.grid)
    let compared = customers.filter { subjects[$0] != nil }
    let bound = portfolio.books.secured ?? []
    var effects = compared.compactMap { customer in
      subjects[customer].map { subject in
        var effect = maker.effect(on: subject, index: index?[customer]?.index.value)
        effect.isBound = bound.contains(customer)
        return effect
      }
    }
    let paths = PricePaths(
      effects.map { PricePaths.Subject(paid: $0.paid, price: $0.price, cap: $0.cap, isBound: $0.isBound) },
      policy: portfolio.policy)
    for place in effects.indices {
      (effects[place].path, effects[place].years) = (paths.changes[place], paths.years[place])
    }
    let known = Dictionary(uniqueKeysWithValues: zip(compared, effects))
    rows = customers.map { customer in
      Row(
        customer: customer, revenue: margins[customer].revenue,
        effect: known[customer].map { .known($0) } ?? .unknown(reasons[customer] ?? .noRevenue))
    }
  }
}
