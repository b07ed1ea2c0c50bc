import Ledger
import Testing
import Units

@testable import Engine

@Suite struct ProductReductionTests {
  private func sales(_ ledger: TinyLedger, _ last: String = "2025-12", months: Int = 12) throws -> ProductSales? {
    let reader = try ledger.reader()
    let books = try reader.books(
      Window(asOf: try #require(Month(iso: last)), months: months), rules: Policy.Orders())
    // Whoever shares the reader may look at other months in between.
    _ = try reader.books(Window(asOf: try #require(Month(iso: "2025-01")), months: 1), rules: Policy.Orders())
    return try reader.productSales(of: books)
  }

  /// A cell in words: customer, product, unit, nature, month, quantity, revenue, cost, costed revenue, known.
  private func words(_ sales: ProductSales) -> [String] {
    (0..<sales.customers).flatMap { customer in
      sales.range(of: customer).map { cell in
        let article = sales.articles[Int(sales.cells[cell])]
        return [
          String(customer), article.product.map { sales.products[$0].code } ?? "-", article.unit ?? "-",
          "\(article.nature)", sales.months[cell].iso, String(sales.quantities[cell]),
          String(sales.revenues[cell].value), String(sales.directCosts[cell].value),
          String(sales.costedRevenues[cell].value), String(sales.costsKnown[cell]),
        ].joined(separator: " ")
      }
    }
  }

  @Test func `lines without a product or a quantity give no prices`() throws {
    let ledger = try TinyLedger()
    try ledger.add(.sales, [.invoice, .date, .customer, .product, .amount], [["F1", "2025-01-10", "A", "P", "100"]])
    #expect(try sales(ledger) == nil)
    let other = try TinyLedger()
    try other.add(.sales, [.invoice, .date, .customer, .quantity, .amount], [["F1", "2025-01-10", "A", "5", "100"]])
    #expect(try sales(other) == nil)
  }

  @Test func `a month's lines of one product, unit and nature are one cell`() throws {
    let ledger = try TinyLedger()
    try ledger.add(
      .sales, [.invoice, .date, .customer, .product, .productName, .quantity, .unit, .amount, .cost],
      [
        ["F1", "2025-01-10", "A", "P", "Pear", "2000000", "kg", "2000", "900"],
        ["F2", "2025-01-20", "A", "P", "Pear", "-1000000", "kg", "-1000", "-450"],
        ["F3", "2025-01-21", "A", "P", "Pear", "1000000", "box", "5000", ""],
        // Money back for a product, and for nothing named: no goods came back.
        ["F4", "2025-02-21", "A", "P", "Pear", "1000000", "kg", "-300", ""],
        ["F5", "2025-02-21", "A", "", "", "", "", "-700", ""], ["F6", "2025-03-01", "A", "Fee", "", "", "", "50", ""],
        ["F7", "2025-01-15", "B", "P", "Pear", "1000000", "kg", "1100", "450"],
        ["F8", "2025-01-15", "", "P", "Pear", "1000000", "kg", "9999", "450"],
      ])
    let found = try #require(try sales(ledger))
    #expect(found.products.map(\.code) == ["Fee", "P"] && found.products.map(\.name) == ["Fee", "Pear"])
    #expect(
      words(found) == [
        "0 Fee - charge 2025-03 0 50 0 0 false", "0 P box measured 2025-01 1000000 5000 0 0 false",
        "0 P kg measured 2025-01 1000000 1000 450 1000 true", "0 P kg credit 2025-02 0 -300 0 0 false",
        "0 - - credit 2025-02 0 -700 0 0 false", "1 P kg measured 2025-01 1000000 1100 450 1100 true",
      ])
  }

  @Test func `product files name products and their units, and cost what lines do not say`() throws {
    let ledger = try TinyLedger()
    try ledger.add(
      .sales, [.invoice, .date, .customer, .product, .quantity, .amount],
      [["F1", "2025-01-10", "A", "P", "2000000", "2000"], ["F2", "2025-01-10", "A", "Q", "1000000", "100"]])
    try ledger.add(
      .products, [.product, .productName, .unit, .cost], [["P", "Pear", "kg", "4000000"], ["Z", "Zest", "g", ""]])
    let found = try #require(try sales(ledger))
    #expect(found.products.map(\.name) == ["Pear", "Q"])
    #expect(
      words(found) == [
        "0 P kg measured 2025-01 2000000 2000 800 2000 true", "0 Q - measured 2025-01 1000000 100 0 0 false",
      ])
  }

  @Test func `only the window and the one before it are read, and nothing after the last month`() throws {
    let ledger = try TinyLedger()
    try ledger.add(
      .sales, [.invoice, .date, .customer, .product, .quantity, .amount],
      [
        ["F1", "2023-12-31", "A", "P", "1000000", "1"], ["F2", "2024-01-01", "A", "P", "1000000", "2"],
        ["F3", "2025-12-31", "A", "P", "1000000", "3"], ["F4", "2026-01-01", "A", "P", "1000000", "4"],
        ["F5", "2026-01-01", "0", "P", "1000000", "5"],
      ])
    let found = try #require(try sales(ledger))
    #expect(found.customers == 1 && found.months.map(\.iso) == ["2024-01", "2025-12"])
    #expect(found.revenues == [Cents(2), Cents(3)] && !found.costsKnown.contains(true))
  }
}
