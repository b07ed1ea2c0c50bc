import ADBC
import Ledger
import Units

extension LineRequest {
  /// What rows must fulfil, with its parameters.
  fileprivate func condition(_ unification: Unification) -> (sql: String, parameters: [Value]) {
    var conditions = ["true"]
    var parameters: [Value] = []
    switch whose {
    case .everybody: break
    case .nobody: conditions.append("\"customer\" is null")
    case .customer(let id):
      conditions.append("\"customer\" = ?")
      parameters.append(.text(unification[id].text))
    }
    if let span {
      conditions.append("\"date\" between cast(? as date) and cast(? as date)")
      parameters += [.date(span.first.firstDay.number), .date(span.last.lastDay.number)]
    }
    if let day {
      conditions.append("\"date\" = cast(? as date)")
      parameters.append(.date(day.number))
    }
    switch range {
    case nil: break
    case .some(.none): conditions.append("\"range\" is null")
    case .some(.named(let name)):
      conditions.append("\"range\" = ?")
      parameters.append(.text(name))
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

extension LineRequest {
  /// What the lines are ordered by; equal ones by all that tells them apart, so that pages never overlap.
  fileprivate var order: String {
    let usual = "\"date\", \"invoice\", \"product\", revenue, \"quantity\", \"customer\", import_order"
    return sort.map { "\($0.expression) \(isDescending ? "desc" : "asc") nulls last, \(usual)" } ?? usual
  }
}

extension LineRequest.SortKey {
  fileprivate var expression: String {
    switch self {
    case .date: "\"date\""
    case .invoice: "\"invoice\""
    case .product: "coalesce(\"productName\", \"product\")"
    case .range: "\"range\""
    case .quantity: "\"quantity\""
    case .revenue: "revenue"
    case .directCost: "direct_cost"
    case .margin: "revenue - direct_cost"
    }
  }
}

extension LedgerReader {
  /// The lines that a request asks for.
  public func lines(_ request: LineRequest) throws(EngineError) -> LinePage {
    let (condition, parameters) = request.condition(relations.reading.unification)
    let totals = try engine.rows(
      .analysing,
      """
      select cast(count(*) as bigint), cast(count(*) - count(revenue) as bigint),
        cast(coalesce(sum(revenue), 0) as bigint),
        cast(coalesce(sum(case when revenue is not null then direct_cost end), 0) as bigint),
        cast(coalesce(sum(case when direct_cost is not null then revenue end), 0) as bigint)
      from sale where \(condition)
      """, parameters
    ).first
    let lines = try engine.rows(
      .analysing,
      """
      select import_order, "customer", "date", "invoice", "product", "productName", "range", "quantity", revenue,
        direct_cost, "salesperson"
      from sale where \(condition)
      order by \(request.order)
      limit \(request.limit) offset \(request.offset)
      """, parameters
    ).map { row in
      SaleLine(
        importSequence: row[0].whole.map(Int.init) ?? 0, customer: row[1].text.map { ID($0) }, day: row[2].day,
        invoice: row[3].text, product: row[4].text, productName: row[5].text, range: row[6].text,
        quantity: row[7].whole, revenue: row[8].whole.map { Cents($0) }, directCost: row[9].whole.map { Cents($0) },
        salesperson: row[10].text.map { ID($0) })
    }
    func sum(_ place: Int) -> Int64 { totals?[place].whole ?? 0 }
    return LinePage(
      lines: lines, count: Int(sum(0)), waiting: Int(sum(1)), revenue: Cents(sum(2)), directCost: Cents(sum(3)),
      costedRevenue: Cents(sum(4)))
  }

  /// Whether a customer has any line.
  public func knows(_ customer: ID<Customer>) throws(EngineError) -> Bool {
    let found = try engine.rows(
      .analysing, "select cast(count(*) as bigint) from invoice_text where \"customer\" = ?",
      [.text(relations.reading.unification[customer].text)])
    return found.first?.first?.whole ?? 0 > 0
  }
}
