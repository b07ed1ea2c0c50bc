import ADBC
import Ledger
import Units

/// Lines reduced to one row an invoice: the table all other reductions of sales begin from.
///
/// An invoice is a customer's number and day; lines without a number make one invoice a day.
enum InvoiceTotals {
  /// Makes the table `invoice_text`: all invoices with the identifiers their lines carry.
  static func make(on engine: DuckDBEngine, knowing known: LineKnowledge) throws(EngineError) {
    try engine.run(
      .analysing,
      """
      create or replace table invoice_text as
      select "customer", "date", "invoice",
        cast(sum(revenue) as bigint) as revenue,
        \(known.cost("cast(coalesce(sum(direct_cost), 0) as bigint)")) as direct_cost,
        \(known.cost("cast(coalesce(sum(case when direct_cost is not null then revenue end), 0) as bigint)"))
          as costed_revenue,
        \(known.quantity("cast(coalesce(sum(\"quantity\"), 0) as bigint)")) as quantity,
        cast(count(*) as bigint) as lines,
        \(known.cost("cast(count(direct_cost) as bigint)")) as costed_lines,
        \(known.references ? "max(\"precedingInvoice\")" : "cast(null as varchar)") as preceding
        \(known.names ? ", min(\"customerName\") as customer_name" : "")
      from sale
      where revenue is not null and "date" is not null
      group by "customer", "date", "invoice"
      """)
  }

  /// Makes the tables `customer_list` (customers in byte order, `place` from 0) and `invoice_total`, of what is known at the
  /// end of a month: who only comes later is not there yet.
  /// - Returns: how many customers there are.
  static func number(on engine: DuckDBEngine, upTo last: Month) throws(EngineError) -> Int {
    let day = Value.date(last.lastDay.number)
    try engine.run(.analysing, customers(as: "customer_list"), [day, day])
    try engine.run(
      .analysing,
      """
      create or replace table invoice_total as
      select c.place as customer, i."date" as day, i."invoice" as invoice, i.revenue, i.direct_cost, i.costed_revenue,
        i.quantity, i.lines, i.costed_lines, i.preceding
      from invoice_text i left join customer_list c on c.customer = i."customer"
      where i."date" <= cast(? as date)
      """, [day])
    let counted = try engine.rows(.analysing, "select cast(count(*) as bigint) from customer_list")
    return counted.first?.first?.whole.map(Int.init) ?? 0
  }

  /// The statement that lists who is a customer at the end of a day, given twice: in byte order, `place` from 0.
  static func customers(as table: String) -> String {
    """
    create or replace table \(table) as
    select cast(row_number() over (order by customer) - 1 as integer) as place, customer
    from (select "customer" as customer from invoice_text where "date" <= cast(? as date)
      union select "customer" from customers
      union select "customer" from services where "date" <= cast(? as date))
    where customer is not null
    """
  }

  /// The last day with a sale line in each month, months ascending.
  static func monthEnds(on engine: DuckDBEngine) throws(EngineError) -> [(month: Month, lastDay: Day)] {
    try engine.rows(
      .analysing,
      """
      select max("date") from invoice_text group by \(month("\"date\"")) order by 1
      """
    )
    .compactMap { $0[0].day }.map { ($0.month, $0) }
  }

  /// The lines dated after a month.
  static func later(on engine: DuckDBEngine, than last: Month) throws(EngineError) -> Books.Later {
    let rows = try engine.rows(
      .analysing,
      """
      select cast(coalesce(sum(lines), 0) as bigint), cast(coalesce(sum(revenue), 0) as bigint),
        cast(coalesce(sum(case when "customer" is null then revenue end), 0) as bigint)
      from invoice_text where "date" > cast(? as date)
      """, [.date(last.lastDay.number)])
    guard let row = rows.first, let lines = row[0].whole, let revenue = row[1].whole, let unattributed = row[2].whole
    else { return .none }
    return Books.Later(lines: Int(lines), revenue: Cents(revenue), unattributed: Cents(unattributed))
  }

  /// Lines that wait for a product's price or an invoice's header.
  static func waitingLines(on engine: DuckDBEngine) throws(EngineError) -> Int {
    let rows = try engine.rows(
      .analysing,
      "select cast(count(*) as bigint) from sale where revenue is null or \"date\" is null")
    return rows.first?.first?.whole.map(Int.init) ?? 0
  }

  /// A day's month as year × 12 + month − 1.
  static func month(_ day: String) -> String {
    "(cast(extract(year from \(day)) as integer) * 12 + cast(extract(month from \(day)) as integer) - 1)"
  }
}
