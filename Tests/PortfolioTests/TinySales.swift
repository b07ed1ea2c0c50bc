import Ledger
import Units

/// Lines of products in the words of a test, for prices.
struct TinySales {
  /// One cell to be.
  struct Line {
    let customer: Int
    var product: String?
    var unit: String?
    let month: Month
    /// Nothing makes a charge or a credit of it, by its sign.
    var quantity: Int64?
    let cents: Int64
    var cost: Int64?
  }

  let customers: Int
  let lines: [Line]

  var sales: ProductSales {
    let codes = Set(lines.compactMap(\.product)).sorted()
    func article(_ line: Line) -> ProductSales.Article {
      ProductSales.Article(
        product: line.product.flatMap(codes.firstIndex), unit: line.unit,
        nature: line.quantity != nil ? .measured : line.cents < 0 ? .credit : .charge)
    }
    func order(_ article: ProductSales.Article) -> (Int, String, Int) {
      (article.product ?? codes.count, article.unit ?? "~", article.nature.rawValue)
    }
    let articles = Set(lines.map(article)).sorted { order($0) < order($1) }
    var merged: [[Int]: Line] = [:]
    for line in lines {
      let key = [line.customer, articles.firstIndex(of: article(line)) ?? 0, Int(line.month.number)]
      guard let known = merged[key] else {
        merged[key] = line
        continue
      }
      merged[key] = Line(
        customer: line.customer, product: line.product, unit: line.unit, month: line.month,
        quantity: line.quantity.map { $0 + (known.quantity ?? 0) }, cents: line.cents + known.cents,
        cost: line.cost.flatMap { cost in known.cost.map { $0 + cost } })
    }
    let cells = merged.sorted { $0.key.lexicographicallyPrecedes($1.key) }
    return ProductSales(
      products: codes.map { ProductSales.Product(code: $0, name: $0) }, articles: articles,
      offsets: (0...customers).map { customer in cells.count { $0.key[0] < customer } },
      cells: cells.map { Int32($0.key[1]) }, months: cells.map(\.value.month),
      quantities: cells.map { ($0.value.quantity ?? 0) * 1_000_000 }, revenues: cells.map { Cents($0.value.cents) },
      directCosts: cells.map { Cents($0.value.cost ?? 0) },
      costedRevenues: cells.map { Cents($0.value.cost == nil ? 0 : $0.value.cents) },
      costsKnown: cells.map { $0.value.cost != nil })
  }
}

/// Random lines of products over two years up to 2025-12, with returns, credits, charges and missing costs.
func randomSales(seed: UInt64, customers: Int = 24) -> TinySales {
  var random = SplitMix64(seed: seed)
  let products: [(String?, String?)] = [
    ("apple", "kg"), ("box", "piece"), ("cake", "piece"), ("cake", "kg"), ("dust", nil), ("egg", nil), (nil, nil),
  ]
  let lines = (0..<customers * 40).map { _ in
    let (product, unit) = products[Int.random(in: 0..<products.count, using: &random)]
    let quantity = Int64.random(in: 1...50, using: &random)
    let amount = quantity * Int64.random(in: 800...1_200, using: &random)
    let cost = Int.random(in: 0..<5, using: &random) == 0 ? nil : amount * 6 / 10
    let customer = Int.random(in: 0..<customers, using: &random)
    let month = Month("2024-01").advanced(by: Int.random(in: 0..<24, using: &random))
    // Some customers come only in the second year, some only in the first.
    let isIn = customer % 5 == 0 ? month >= "2025-01" : customer % 7 == 0 ? month < "2025-01" : true
    let when: Month = isIn ? month : customer % 5 == 0 ? "2025-03" : "2024-03"
    func line(_ quantity: Int64?, _ cents: Int64, _ cost: Int64?) -> TinySales.Line {
      TinySales.Line(
        customer: customer, product: product, unit: unit, month: when, quantity: quantity, cents: cents, cost: cost)
    }
    return switch Int.random(in: 0..<12, using: &random) {
    case 0: line(-quantity, -amount, cost.map { -$0 })
    case 1: line(nil, -amount / 4, nil)
    case 2: line(nil, amount / 3, cost)
    default: line(quantity, amount, cost)
    }
  }
  return TinySales(customers: customers, lines: lines)
}

extension TinySales {
  /// The sum of what a customer's lines come to within a span.
  func revenue(of customer: Int? = nil, in span: MonthSpan) -> Cents {
    lines.filter { (customer == nil || $0.customer == customer) && span.contains($0.month) }.map { Cents($0.cents) }.sum
  }

  /// Books of as many customers, each with an order before P where its place is even.
  var books: Books {
    TinyBooks(asOf: "2025-12") {
      for place in 0..<customers {
        customer("C" + padded(place, 4)) {
          sale(place % 2 == 0 ? "2023-05-05" : "2025-05-05", 1)
          sale("2024-05-05", 1)
        }
      }
    }.books
  }

  /// Every amount and cost times a factor.
  func scaled(by factor: Int64) -> TinySales {
    TinySales(
      customers: customers,
      lines: lines.map {
        Line(
          customer: $0.customer, product: $0.product, unit: $0.unit, month: $0.month, quantity: $0.quantity,
          cents: $0.cents * factor, cost: $0.cost.map { $0 * factor })
      })
  }
}
