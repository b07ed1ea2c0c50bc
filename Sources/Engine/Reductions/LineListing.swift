import ADBC
import Ledger
import Units

/// One invoice line as it stands in the books, behind any figure.
public struct SaleLine: Hashable, Sendable {
  /// The import it came with, by its sequence.
  public let importSequence: Int
  /// The invoice's date.
  public let day: Day?
  /// The invoice's number.
  public let invoice: String?
  /// The product's code.
  public let product: String?
  /// What the line says the product is.
  public let productName: String?
  /// The product's range.
  public let range: String?
  /// In millionths of a unit.
  public let quantity: Int64?
  /// Nothing while the line waits for a price.
  public let revenue: Cents?
  /// Its direct cost, where known.
  public let directCost: Cents?
  /// Who sold it.
  public let salesperson: String?
}

extension LedgerReader {
  /// The lines of a customer within some months, oldest first; nothing as customer lists the unattributed ones.
  public func lines(
    of customer: ID<Customer>?, in span: MonthSpan?, limit: Int = 100_000
  ) throws(EngineError) -> [SaleLine] {
    var conditions = [customer == nil ? "\"customer\" is null" : "\"customer\" = ?"]
    var parameters: [Value] = customer.map { [.text($0.text)] } ?? []
    if let span {
      conditions.append("\"date\" between cast(? as date) and cast(? as date)")
      parameters += [.date(span.first.firstDay.number), .date(span.last.lastDay.number)]
    }
    return try engine.rows(
      .analysing,
      """
      select import_order, "date", "invoice", "product", "productName", "range", "quantity", revenue, direct_cost,
        "salesperson"
      from sale where \(conditions.joined(separator: " and "))
      order by "date", "invoice", "product", revenue limit \(limit)
      """, parameters
    ).map { row in
      SaleLine(
        importSequence: row[0].whole.map(Int.init) ?? 0, day: row[1].day, invoice: row[2].text, product: row[3].text,
        productName: row[4].text, range: row[5].text, quantity: row[6].whole, revenue: row[7].whole.map { Cents($0) },
        directCost: row[8].whole.map { Cents($0) }, salesperson: row[9].text)
    }
  }

  /// Whether a customer has any line.
  public func knows(_ customer: ID<Customer>) throws(EngineError) -> Bool {
    let found = try engine.rows(
      .analysing, "select cast(count(*) as bigint) from invoice_text where \"customer\" = ?", [.text(customer.text)])
    return found.first?.first?.whole ?? 0 > 0
  }
}
