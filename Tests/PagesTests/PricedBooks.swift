import Decisions
import Ledger
import Portfolio
import Units

/// Eight customers that buy flour and ovens in two years, each at its own price, whose lines of products were read.
///
/// The first pays least; the last is new, the one before it lost, and one got money back.
/// - Parameters:
///   - unit: the unit of measure that the lines tell.
///   - costed: whether the lines tell a cost.
func pricedBooks(unit: String? = "kg", costed: Bool = true, naming name: String = "Flour") -> CompanyAnalysis {
  let customers = 8
  let books = TinyBooks(asOf: "2025-12") {
    for place in 0..<customers {
      customer("C\(place)", category: place % 2 == 0 ? "Shops" : "Inns") {
        if place != 7 { sale("2024-02-05", Euros(cents: Int64(10_000 + place * 500)), cost: costed ? 60 : nil) }
        if place != 6 { sale("2025-02-05", Euros(cents: Int64(9_000 + place * 700)), cost: costed ? 66 : nil) }
      }
    }
  }.books
  var offsets = [0]
  var (cells, months, quantities): ([Int32], [Month], [Int64]) = ([], [], [])
  var (revenues, costs): ([Cents], [Cents]) = ([], [])
  func add(_ article: Int32, _ month: Month, _ quantity: Int64, _ cents: Int, _ cost: Int64) {
    cells.append(article)
    months.append(month)
    quantities.append(quantity * 1_000_000)
    revenues.append(Cents(Int64(cents)))
    costs.append(Cents(costed ? cost : 0))
  }
  for place in 0..<customers {
    if place != 7 { add(0, "2024-02", 10, 10_000 + place * 500, 6_000) }
    if place != 6 { add(0, "2025-02", 10, 9_000 + place * 700, 6_600) }
    if place == 2 { add(1, "2025-03", 1, 3_000, 2_000) }
    if place == 3 { add(2, "2025-03", 0, -250, 0) }
    offsets.append(cells.count)
  }
  let analysis = CompanyAnalysis(books: books, policy: tradingPolicy())
  analysis.portfolio.readPrices {
    ProductSales(
      products: [.init(code: "F", name: name), .init(code: "O", name: "Oven")],
      articles: [
        .init(product: 0, unit: unit, nature: .measured), .init(product: 1, unit: unit, nature: .measured),
        .init(product: nil, unit: nil, nature: .credit),
      ],
      offsets: offsets, cells: cells, months: months, quantities: quantities, revenues: revenues, directCosts: costs,
      costedRevenues: costed ? revenues : revenues.map { _ in .zero }, costsKnown: revenues.map { _ in costed })
  }
  return analysis
}
