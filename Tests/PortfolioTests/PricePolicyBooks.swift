import Ledger
import Units

@testable import Portfolio

/// Books and lines of products that tell the same, for price policies.
struct PricedTrade {
  let entries: [TinyEntry]
  let sales: TinySales
  var policy = Policy()

  /// All analyses, prices read.
  var portfolio: PortfolioAnalysis {
    let books = TinyBooks(asOf: "2025-12", months: 12, entries: entries).books
    let portfolio = PortfolioAnalysis(books: books, policy: policy)
    let known = Dictionary(uniqueKeysWithValues: books.customers.ids.enumerated().map { ($1, $0) })
    let places = entries.compactMap { entry in
      if case .customer(let id, _, _, _) = entry { known[ID(id)] } else { nil }
    }
    portfolio.readPrices {
      TinySales(
        customers: sales.customers,
        lines: sales.lines.map {
          TinySales.Line(
            customer: places[$0.customer], product: $0.product, unit: $0.unit, month: $0.month, quantity: $0.quantity,
            cents: $0.cents, cost: $0.cost)
        }
      ).sales
    }
    return portfolio
  }

  /// The price policy.
  var proposal: PricePolicy { portfolio.prices.policy }

  /// The flour of docs/methods/price-policy.md: three small customers, three big ones, and what each pays a kilo.
  static var example: PricedTrade {
    let prices: [(kilos: Int64, cents: Int64)] = [
      (10_000, 180), (10_000, 185), (10_000, 190), (1_000, 200), (1_000, 200), (1_000, 210),
    ]
    var policy = Policy()
    policy.bands.method = .bounds
    policy.bands.bounds = [.euros(10_000)]
    policy.pricePolicy.leastMembers = 3
    return PricedTrade(
      entries: prices.enumerated().map { place, sold in
        customer("C\(place)", since: "2020-01-01") {
          sale(
            "2025-02-05", Euros(cents: sold.kilos * sold.cents), cost: Euros(cents: sold.kilos * 140),
            quantity: sold.kilos)
        }
      },
      sales: TinySales(
        customers: prices.count,
        lines: prices.enumerated().map { place, sold in
          .init(
            customer: place, product: "flour", unit: "kg", month: "2025-02", quantity: sold.kilos,
            cents: sold.kilos * sold.cents, cost: sold.kilos * 140)
        }), policy: policy)
  }

  /// Random trade over two years, with services, payments, returns, credits, charges and missing costs.
  static func random(seed: UInt64, customers: Int = 30) -> PricedTrade {
    var random = SplitMix64(seed: seed)
    let sales = randomSales(seed: seed, customers: customers)
    var entries: [TinyEntry] = []
    for place in 0..<customers {
      let lines: [TinyLine] = sales.lines.filter { $0.customer == place }.map { line in
        let day = line.month.firstDay.advanced(by: 4)
        let cost = line.cost.map { Euros(cents: abs($0)) }
        return line.cents < 0
          ? credit(day, Euros(cents: -line.cents), cost: cost) : sale(day, Euros(cents: line.cents), cost: cost)
      }
      let given = (0..<Int.random(in: 0...20, using: &random)).map { _ -> TinyLine in
        let month = Month("2025-01").advanced(by: Int.random(in: 0..<12, using: &random))
        return Bool.random(using: &random) ? visit(month, cost: 70) : call(month, cost: 12)
      }
      let days = Int.random(in: 0...90, using: &random)
      let isOld = place % 3 != 0
      let pays = Bool.random(using: &random)
      entries.append(
        customer("C" + padded(place, 4), since: isOld ? "2019-01-01" : nil) {
          lines
          given
          if pays { paid("2025-06-30", 100, invoiced: Day("2025-06-30").advanced(by: -days)) }
        })
    }
    var policy = Policy()
    policy.costs.financingRate = Rate(percent: 6)
    policy.margin.minimumCostedShare = Rate(percent: seed % 2 == 0 ? 100 : 60)
    policy.floors.company.rate = Rate(percent: Int64(seed % 5) * 10)
    policy.pricePolicy.target = Rate(percent: Int64(seed % 3) * 2)
    policy.pricePolicy.leastMembers = 1 + Int(seed % 4)
    return PricedTrade(entries: entries, sales: sales, policy: policy)
  }

  /// The same customers in another order and under other names.
  func relabelled(seed: UInt64) -> (trade: PricedTrade, places: [Int]) {
    var random = SplitMix64(seed: seed)
    let customers = entries.compactMap { entry -> (Customer, [TinyLine])? in
      if case .customer(_, _, let details, let lines) = entry { (details, lines) } else { nil }
    }
    let others = entries.filter { if case .customer = $0 { false } else { true } }
    let order = customers.indices.shuffled(using: &random)
    var places = [Int](repeating: 0, count: order.count)
    for (new, old) in order.enumerated() { places[old] = new }
    let moved = order.enumerated().map { new, old in
      TinyEntry.customer("Z" + padded(new, 4), name: nil, customers[old].0, customers[old].1)
    }
    let lines = sales.lines.map {
      TinySales.Line(
        customer: places[$0.customer], product: $0.product, unit: $0.unit, month: $0.month, quantity: $0.quantity,
        cents: $0.cents, cost: $0.cost)
    }
    return (
      PricedTrade(
        entries: others + moved, sales: TinySales(customers: sales.customers, lines: lines), policy: policy), places
    )
  }
}
