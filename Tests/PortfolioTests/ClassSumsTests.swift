import Ledger
import Portfolio
import Testing
import Units

struct ClassSumsTests {
  @Test func `the example of the method page`() {
    // In thousands: 50, 30, 15, 5 and one that bought nothing this year.
    let analysis = PortfolioAnalysis(
      books: TinyBooks(asOf: "2025-12") {
        for (name, amount) in [("A", 50), ("B", 30), ("C", 15), ("D", 5)] as [(String, Euros)] {
          customer(name) { sale("2025-03-03", amount, cost: 1) }
        }
        customer("E") { sale("2024-03-03", 7) }
      }.books, policy: Policy())
    let classes = analysis.ranking.classes
    #expect(classes.map(\.letter) == ["A", "B", "C", "D"])
    #expect(classes.map(\.customers) == [2, 1, 1, 1])
    #expect(classes.map(\.value) == [.euros(80), .euros(15), .euros(5), .zero])
    #expect(classes.map(\.revenue).sum == analysis.ranking.revenue)
  }

  @Test func `margins cumulate in the order of the ranking and unknown ones add nothing`() {
    let ranking = PortfolioAnalysis(
      books: TinyBooks(asOf: "2025-12") {
        customer("A") { sale("2025-03-03", 100, cost: 40) }
        customer("B") { sale("2025-03-03", 50) }
        customer("C") { sale("2025-03-03", 20, cost: 50) }
      }.books, policy: Policy()
    ).ranking
    #expect(ranking.cumulatedMargins == [.euros(60), .euros(60), .euros(30)])
  }
}
