import ADBC
import Ledger
import Units

/// Every order of every customer: days with positive net invoicing, once each credit note is set against its invoice.
///
/// A credit note belongs to the invoice it names, else to the latest invoice of the same amount within the days before that the
/// policy gives (30); an invoice takes at most one credit note of the second sort. A credit note without an invoice keeps its own day.
enum OrderReduction {
  /// Reduces the numbered invoices.
  static func orders(
    on engine: DuckDBEngine, customers: Int, knowing known: LineKnowledge, rules: Policy.Orders
  ) throws(EngineError) -> OrderLog {
    try engine.run(.analysing, credits, [.int(Int64(rules.creditNoteDays))])
    var places: [Int32] = []
    var orders: [OrderLog.Order] = []
    try engine.each(.analysing, days(known)) { batch in
      let customer = try batch[0].int32s
      let day = try batch[1].dates
      let revenue = try batch[2].int64s
      let directCost = try batch[3].int64s
      let costedRevenue = try batch[4].int64s
      let lines = try batch[5].int64s
      let costedLines = try batch[6].int64s
      for row in 0..<batch.count {
        places.append(customer[row])
        orders.append(
          OrderLog.Order(
            day: Day(number: day[row]), revenue: Cents(revenue[row]), directCost: Cents(directCost[row]),
            costedRevenue: Cents(costedRevenue[row]), lines: Int(lines[row]), costedLines: Int(costedLines[row])))
      }
    }
    return OrderLog(offsets: offsets(of: places, customers: customers), orders: orders)
  }

  /// The orders that credit notes of a later month made smaller or undid, from the table that `orders` made.
  static func lateCredits(on engine: DuckDBEngine) throws(EngineError) -> LateCredits {
    var entries: [Int: [LateCredits.Entry]] = [:]
    try engine.each(.analysing, late) { batch in
      let customer = try batch[0].int32s
      let day = try batch[1].dates
      let known = try batch[2].int32s
      let before = try batch[3].int64s
      for row in 0..<batch.count {
        entries[Int(customer[row]), default: []].append(
          LateCredits.Entry(
            day: Day(number: day[row]), known: Month(number: known[row]), before: Cents(before[row])))
      }
    }
    return LateCredits(entries: entries)
  }

  private static let late = """
    with late as (
      select customer, day, known, sum(revenue) as credited
      from credit where known > \(InvoiceTotals.month("day")) group by customer, day, known),
    first as (
      select customer, day, sum(revenue) as net
      from (
        select customer, day, revenue from invoice_total where revenue >= 0 and customer is not null
        union all
        select customer, day, revenue from credit where known = \(InvoiceTotals.month("day")))
      where customer in (select customer from late) group by customer, day)
    select l.customer, l.day, l.known, cast(coalesce(f.net, 0) + coalesce(
      sum(l.credited) over (
        partition by l.customer, l.day order by l.known rows between unbounded preceding and 1 preceding), 0) as bigint)
    from late l left join first f on f.customer = l.customer and f.day = l.day
    order by 1, 2, 3
    """

  private static let credits = """
    create or replace temp table credit as
    with note as (
      select *, row_number() over (order by customer, day, invoice) as number
      from invoice_total where revenue < 0 and customer is not null),
    named as (
      select n.number, i.day as invoice_day, i.invoice, n.customer, n.day, 0 as rule
      from note n join invoice_total i
        on i.customer = n.customer and i.invoice = n.preceding and i.revenue > 0 and i.day <= n.day),
    alike as (
      select n.number, i.day as invoice_day, i.invoice, n.customer, n.day, 1 as rule
      from note n join invoice_total i
        on i.customer = n.customer and i.revenue = -n.revenue and i.day between n.day - cast(? as integer) and n.day
      where n.number not in (select number from named)),
    best as (
      select *, row_number() over (partition by number order by invoice_day desc, invoice desc) as choice
      from (select * from named union all select * from alike)),
    single as (
      select *, row_number() over (
        partition by rule, customer, invoice_day, invoice order by day, number) as turn
      from best where choice = 1)
    select n.customer, coalesce(s.invoice_day, n.day) as day, n.revenue, n.direct_cost, n.costed_revenue, n.lines,
      n.costed_lines, \(InvoiceTotals.month("n.day")) as known
    from note n left join single s on s.number = n.number and (s.rule = 0 or s.turn = 1)
    """

  private static func days(_ known: LineKnowledge) -> String {
    """
    select customer, day, cast(sum(revenue) as bigint), \(known.cost("cast(sum(direct_cost) as bigint)")),
      \(known.cost("cast(sum(costed_revenue) as bigint)")), cast(sum(lines) as bigint),
      \(known.cost("cast(sum(costed_lines) as bigint)"))
    from (
      select customer, day, revenue, direct_cost, costed_revenue, lines, costed_lines
      from invoice_total where revenue >= 0 and customer is not null
      union all
      select customer, day, revenue, direct_cost, costed_revenue, lines, costed_lines from credit)
    group by customer, day having sum(revenue) > 0
    order by customer, day
    """
  }
}
