import Ledger
import Testing
import Units

@testable import Portfolio

struct PriceVolumeMixTests {
  static let example = TinySales(
    customers: 3,
    lines: [
      .init(customer: 0, product: "x", unit: "kg", month: "2024-03", quantity: 100, cents: 100_000, cost: 60_000),
      .init(customer: 0, product: "x", unit: "kg", month: "2025-03", quantity: 120, cents: 132_000, cost: 78_000),
      .init(customer: 0, product: "y", unit: "kg", month: "2024-03", quantity: 50, cents: 20_000, cost: 15_000),
      .init(customer: 0, product: "y", unit: "kg", month: "2025-03", quantity: 45, cents: 18_000, cost: 13_500),
      .init(customer: 0, product: "z", unit: "kg", month: "2025-03", quantity: 1, cents: 7_000, cost: 5_000),
      .init(customer: 1, product: "x", unit: "kg", month: "2024-03", quantity: 30, cents: 30_000, cost: 20_000),
      .init(customer: 2, product: "x", unit: "kg", month: "2025-03", quantity: 9, cents: 9_000, cost: 6_000),
    ])

  private func bridge(_ tiny: TinySales, _ books: Books? = nil) throws -> PriceVolumeMix {
    let (books, sales) = (books ?? tiny.books, tiny.sales)
    let pocket = PocketSales(sales, in: books.window.current)
    return try #require(PriceVolumeMix.of(books, sales, current: pocket).value)
  }

  @Test func `the worked example`() throws {
    let books = TinyBooks(asOf: "2025-12") {
      customer("A") { sale("2024-03-01", 1) }
      customer("B") { sale("2024-03-01", 1) }
      customer("C") { sale("2025-03-01", 1) }
    }.books
    let found = try bridge(Self.example, books)
    let (revenue, margin) = (found.revenue, found.margin)
    #expect(revenue.previous == .euros(1_500) && revenue.price == .euros(120) && revenue.volume == .euros(120))
    #expect(revenue.mix == .euros(60) && revenue.returns == .zero && revenue.ranges == .euros(70))
    #expect(revenue.new == .euros(90) && revenue.wonBack == .zero && revenue.lost == .euros(-300))
    #expect(revenue.current == .euros(1_660) && revenue.sum == .euros(1_660))
    #expect(margin.previous == .euros(550) && margin.price == .euros(120) && margin.cost == .euros(-60))
    #expect(margin.volume == .euros(45) && margin.mix == .euros(30) && margin.ranges == .euros(20))
    #expect(margin.lost == .euros(-100) && margin.new == .euros(30) && margin.current == .euros(635))
    #expect(margin.sum == .euros(635) && found.uncosted == .zero && !found.hasUnknownUnits)
  }

  @Test func `volume and mix are told apart within one unit of measure only`() throws {
    // Twice the crates and as many bottles: no mix between them, for they do not add up.
    func lines(_ unit: String) -> TinySales {
      TinySales(
        customers: 1,
        lines: [
          .init(customer: 0, product: "x", unit: "crate", month: "2024-03", quantity: 10, cents: 10_000),
          .init(customer: 0, product: "x", unit: "crate", month: "2025-03", quantity: 20, cents: 20_000),
          .init(customer: 0, product: "y", unit: unit, month: "2024-03", quantity: 10, cents: 1_000),
          .init(customer: 0, product: "y", unit: unit, month: "2025-03", quantity: 10, cents: 1_000),
        ])
    }
    let apart = try bridge(lines("bottle")).revenue
    #expect(apart.volume == .euros(100) && apart.mix == .zero)
    let together = try bridge(lines("crate")).revenue
    #expect(together.volume == .euros(55) && together.mix == .euros(45))
  }

  @Test func `every case has its own part`() throws {
    func parts(_ lines: [TinySales.Line]) throws -> PriceVolumeMix.Bridge {
      try bridge(TinySales(customers: 1, lines: lines)).revenue
    }
    func line(_ month: Month, _ product: String, _ quantity: Int64?, _ cents: Int64) -> TinySales.Line {
      .init(customer: 0, product: product, month: month, quantity: quantity, cents: cents)
    }
    let base = [line("2024-03", "x", 10, 1_000), line("2025-03", "x", 10, 1_000)]
    let returned = try parts(base + [line("2024-03", "y", 5, 500), line("2025-03", "y", -1, -100)])
    #expect(returned.returns == Cents(-600) && returned.sum == returned.current)
    let gained = try parts(base + [line("2025-03", "y", 5, 500)])
    #expect(gained.rangesGained == Cents(500) && gained.rangesLost == .zero)
    let given = try parts(base + [line("2024-03", "y", 5, 500)])
    #expect(given.rangesLost == Cents(-500))
    let charged = try parts(base + [line("2025-03", "fee", nil, 40)])
    #expect(charged.returns == Cents(40))
    let credited = try parts(base + [line("2025-03", "x", nil, -100)])
    #expect(credited.price == Cents(-100) && credited.returns == .zero)
    // Ordered before P, and nothing in P.
    let back = try parts([line("2025-03", "x", 10, 1_000)])
    #expect(back.wonBack == Cents(1_000) && back.new == .zero)
    let stray = try parts([line("2024-03", "x", -1, -100), line("2025-03", "x", 10, 1_000)])
    #expect(stray.wonBack == Cents(1_000) && stray.returns == Cents(100))
  }

  @Test func `each bridge closes to the cent and the company's is their sum`() throws {
    let (before, now) = (MonthSpan("2024-01", "2024-12"), MonthSpan("2025-01", "2025-12"))
    for seed in 1...60 {
      let tiny = randomSales(seed: UInt64(seed))
      let found = try bridge(tiny)
      for row in found.rows {
        #expect(row.revenue.sum == row.revenue.current && row.margin.sum == row.margin.current)
        #expect(row.revenue.previous == tiny.revenue(of: row.customer, in: before))
        #expect(row.revenue.current == tiny.revenue(of: row.customer, in: now) && row.revenue.cost == .zero)
      }
      #expect(found.revenue.sum == found.revenue.current && found.margin.sum == found.margin.current)
      #expect(found.revenue.current == tiny.revenue(in: now) && found.revenue.previous == tiny.revenue(in: before))
      #expect(found.rows.map(\.revenue.price).sum == found.revenue.price)
    }
  }

  @Test func `with all costs known the margin is revenue less cost, and costs of nothing give the revenue's bridge`()
    throws
  {
    for seed in 1...30 {
      let lines = randomSales(seed: UInt64(seed)).lines.map { line in
        TinySales.Line(
          customer: line.customer, product: line.product, unit: line.unit, month: line.month, quantity: line.quantity,
          cents: line.cents, cost: 0)
      }
      let found = try bridge(TinySales(customers: 24, lines: lines))
      #expect(found.rows.allSatisfy { $0.margin == $0.revenue && $0.uncosted == .zero })
    }
  }

  @Test func `a quantity that grew a thousandfold is another unit of measure, and still closes`() throws {
    let found = try bridge(
      TinySales(
        customers: 1,
        lines: [
          .init(customer: 0, product: "x", month: "2024-03", quantity: 1, cents: 100_000),
          .init(customer: 0, product: "x", month: "2025-03", quantity: 9_000_000, cents: 100_100),
        ])
    ).revenue
    #expect(found.price == .zero && found.returns == Cents(100) && found.sum == found.current)
  }

  @Test func `without anything before W there is no bridge, and it says why`() {
    let sales = Self.example.sales
    let all = TinyBooks.all { customer("A") { sale("2025-05-01", 1) } }.books
    let late = TinyBooks(asOf: "2025-12") { customer("A") { sale("2025-05-01", 1) } }.books
    let pocket = PocketSales(sales, in: late.window.current)
    #expect(PriceVolumeMix.of(all, sales, current: pocket).reason == .noPreviousMonths)
    #expect(PriceVolumeMix.of(late, sales, current: pocket).reason == .previousBeforeData)
  }
}
