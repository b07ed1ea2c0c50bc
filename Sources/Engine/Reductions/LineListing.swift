import ADBC
import Ledger
import Units

/// One invoice line as it stands in the books, behind any figure.
public struct SaleLine: Hashable, Sendable {
  /// The import it came with, by its sequence.
  public let importSequence: Int
  /// The customer, where the line has one.
  public let customer: ID<Customer>?
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

/// Which invoice lines a person wants to see.
public struct LineRequest: Hashable, Sendable {
  /// Whose lines.
  public enum Whose: Hashable, Sendable {
    case everybody
    case customer(ID<Customer>)
    /// Those without a customer.
    case nobody
  }

  /// Whose lines.
  public var whose: Whose
  /// From when to when; nothing for all.
  public var span: MonthSpan?
  /// Of one product range.
  public var range: String?
  /// Of one invoice.
  public var invoice: String?
  /// Of one import, by its sequence.
  public var importSequence: Int?
  /// How many to pass over.
  public var offset: Int
  /// How many to give at the most.
  public var limit: Int

  /// Asks for lines.
  public init(
    _ whose: Whose, span: MonthSpan? = nil, range: String? = nil, invoice: String? = nil, importSequence: Int? = nil,
    offset: Int = 0, limit: Int = 100_000
  ) {
    self.whose = whose
    self.span = span
    self.range = range
    self.invoice = invoice
    self.importSequence = importSequence
    self.offset = offset
    self.limit = limit
  }

  /// What rows must fulfil, with its parameters.
  fileprivate var condition: (sql: String, parameters: [Value]) {
    var conditions = ["true"]
    var parameters: [Value] = []
    switch whose {
    case .everybody: break
    case .nobody: conditions.append("\"customer\" is null")
    case .customer(let id):
      conditions.append("\"customer\" = ?")
      parameters.append(.text(id.text))
    }
    if let span {
      conditions.append("\"date\" between cast(? as date) and cast(? as date)")
      parameters += [.date(span.first.firstDay.number), .date(span.last.lastDay.number)]
    }
    if let range {
      conditions.append("\"range\" = ?")
      parameters.append(.text(range))
    }
    if let invoice {
      conditions.append("\"invoice\" = ?")
      parameters.append(.text(invoice))
    }
    if let importSequence {
      conditions.append("import_order = ?")
      parameters.append(.int(Int64(importSequence)))
    }
    return (conditions.joined(separator: " and "), parameters)
  }
}

/// Some of the lines asked for, and what all of them come to.
public struct LinePage: Hashable, Sendable {
  /// The lines, oldest first.
  public let lines: [SaleLine]
  /// How many there are in all.
  public let count: Int
  /// Their revenue, to the cent.
  public let revenue: Cents
  /// The direct cost of those whose cost is known.
  public let directCost: Cents
}

extension LedgerReader {
  /// The lines that a request asks for, oldest first.
  public func lines(_ request: LineRequest) throws(EngineError) -> LinePage {
    let (condition, parameters) = request.condition
    let totals = try engine.rows(
      .analysing,
      """
      select cast(count(*) as bigint), cast(coalesce(sum(revenue), 0) as bigint),
        cast(coalesce(sum(direct_cost), 0) as bigint)
      from sale where \(condition)
      """, parameters
    ).first
    let lines = try engine.rows(
      .analysing,
      """
      select import_order, "customer", "date", "invoice", "product", "productName", "range", "quantity", revenue,
        direct_cost, "salesperson"
      from sale where \(condition)
      order by "date", "invoice", "product", revenue, "quantity", "customer"
      limit \(request.limit) offset \(request.offset)
      """, parameters
    ).map { row in
      SaleLine(
        importSequence: row[0].whole.map(Int.init) ?? 0, customer: row[1].text.map { ID($0) }, day: row[2].day,
        invoice: row[3].text, product: row[4].text, productName: row[5].text, range: row[6].text,
        quantity: row[7].whole, revenue: row[8].whole.map { Cents($0) }, directCost: row[9].whole.map { Cents($0) },
        salesperson: row[10].text)
    }
    return LinePage(
      lines: lines, count: totals?[0].whole.map(Int.init) ?? lines.count,
      revenue: Cents(totals?[1].whole ?? 0), directCost: Cents(totals?[2].whole ?? 0))
  }

  /// Whether a customer has any line.
  public func knows(_ customer: ID<Customer>) throws(EngineError) -> Bool {
    let found = try engine.rows(
      .analysing, "select cast(count(*) as bigint) from invoice_text where \"customer\" = ?", [.text(customer.text)])
    return found.first?.first?.whole ?? 0 > 0
  }
}
