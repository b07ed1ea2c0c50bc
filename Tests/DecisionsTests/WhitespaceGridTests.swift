import Decisions
import Ledger
import Portfolio
import Testing
import Units

struct WhitespaceGridTests {
  /// Five bakers buy flour, three of them yeast for 100, 200 and 900; one hotel alone buys soap.
  private static let books = tradeBooks(
    asOf: "2025-12",
    (0..<5).map { number in
      let baker = Trader("B\(number)", category: "Bakers").buying("2025-03-10", 1_000, range: "Flour")
      return number < 3 ? baker.buying("2025-04-10", [100, 200, 900][number], range: "Yeast") : baker
    } + [Trader("H", category: "Hotels").buying("2025-05-10", 500, range: "Soap").buying("2025-06-10", 50)])

  private func grid(_ books: Books, _ change: (inout Policy) -> Void = { _ in }) -> WhitespaceGrid {
    var policy = Policy()
    change(&policy)
    return RelationAnalysis(PortfolioAnalysis(books: books, policy: policy)).whitespace
  }

  @Test func `the worked example: two bakers miss yeast`() throws {
    let grid = grid(Self.books)
    #expect(grid.ranges == ["Flour", "Soap", "Yeast"])
    #expect(grid.openings.map(\.customer) == [3, 4] && grid.openings.allSatisfy { $0.range == 2 })
    let first = try #require(grid.openings.first)
    #expect(first.buyers == 3 && first.members == 5)
    // Buyers spend 100, 200 and 900: 9.1, 16.7 and 47.4 % of their revenue. At the median 200, but 16.7 % of 1,000 is less.
    #expect(first.expected == Cents(16_667))
    // P75 of three is the third: 900, but 47.4 % of 1,000 is less.
    #expect(first.high == Cents(47_368))
    #expect(grid.totals.map(\.openings) == [0, 0, 2] && grid.totals[2].expected == Cents(33_333 + 1))
  }

  @Test func `nobody is believed to buy more than twice what it buys`() {
    // Each of the four gives a fifth to each of five ranges: six fifths are missed by the one that buys none of them.
    let books = tradeBooks(
      asOf: "2025-12",
      (0..<4).map { number in
        (0..<6).reduce(Trader("B\(number)", category: "Bakers")) { trader, range in
          range == number ? trader : trader.buying("2025-04-10", 1_000, range: "R\(range)")
        }
      } + [Trader("C", category: "Bakers").buying("2025-05-10", 600, range: "R9")])
    let grid = grid(books)
    let expected = grid.openings.filter { $0.customer == 4 }
    #expect(expected.count == 6 && grid.cut == 1)
    #expect(expected.map(\.expected).sum <= Cents(60_000) && expected.map(\.expected).sum > Cents(59_900))
    #expect(expected.allSatisfy { $0.high >= $0.expected })
    #expect(grid.totals.map(\.expected).sum == grid.openings.map(\.expected).sum)
  }

  @Test func `a range that too few buy, or a category of one, is nobody's lack`() {
    #expect(grid(Self.books) { $0.replication.usualShare = Rate(percent: 61) }.openings.isEmpty)
    #expect(grid(Self.books).rows.first { $0.category == "Hotels" }?.expected == .zero)
  }

  @Test func `every euro is in one cell or without a range`() {
    let grid = grid(Self.books)
    for row in grid.rows {
      #expect(row.cells.map(\.bought).sum + row.withoutRange == row.revenue)
      #expect(row.expected == row.cells.map(\.expected).sum)
    }
    #expect(grid.rows.map(\.revenue).sum == Cents(620_000 + 55_000))
    #expect(grid.rows.first { $0.category == "Hotels" }?.withoutRange == Cents(5_000))
    #expect(grid.openings.map(\.expected).sum == grid.totals.map(\.expected).sum)
    #expect(grid.expectedByCustomer.values.reduce(.zero, +) == grid.totals.map(\.expected).sum)
  }

  @Test func `without ranges there is no grid to fill`() {
    let grid = grid(tradeBooks(asOf: "2025-12", [Trader("A").buying("2025-03-10", 10)]))
    #expect(grid.ranges.isEmpty && grid.openings.isEmpty && grid.rows.map(\.revenue) == [Cents(1_000)])
  }
}
