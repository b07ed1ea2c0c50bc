import Ledger
import Units

extension ReportGrid {
  /// Invoice lines for programs.
  /// - Parameter file: the name of the file that an import brought, by the import's sequence.
  public static func lines(_ lines: [SaleLine], books: Books, file: [Int: String]) -> ReportGrid {
    let keys = [
      "date", "invoice", "customer", "name", "product", "productName", "range", "quantity", "revenueCents",
      "directCostCents", "salesperson", "file",
    ]
    return ReportGrid(
      columns: keys.map { ReportColumn($0, Phrase(name: $0), .text) },
      rows: ReportRows(count: lines.count) { place in
        let line = lines[place]
        let customer = line.customer.flatMap { books.customers.index(of: $0) }
        return [
          line.day.map { .day($0) } ?? .unknown, .text(line.invoice), .text(line.customer?.text),
          customer.map { books.nameCell($0) } ?? .unknown, .text(line.product), .text(line.productName),
          .text(line.range), .number(line.quantity.map { Double($0) / 1_000_000 }), .cents(line.revenue),
          .cents(line.directCost), .text(line.salesperson?.text), .text(file[line.importSequence]),
        ]
      })
  }
}
