import ADBC
import Ledger
import Units

/// Which product ranges each customer bought from: in the window and the one before it, and month by month.
struct RangeReduction {
  /// In W and P.
  let use: RangeUse
  /// In each month of all of history up to the window's end.
  let months: RangeMonths

  /// Reduces the lines whose range is known.
  init(on engine: DuckDBEngine, window: Window, customers: Int) throws(EngineError) {
    let last = window.current.last
    try engine.run(.analysing, Self.monthTable, [.date(last.lastDay.number)])
    months = try Self.months(on: engine, customers: customers)
    use = try Self.use(on: engine, window: window, customers: customers)
    // The engine stays open as long as the books: it need not hold them twice.
    try engine.run(.analysing, "drop table range_month")
  }

  private static let monthTable = """
    create or replace temp table range_month as
    select c.place as customer, cast(dense_rank() over (order by r.name) - 1 as integer) as number, r.name, r.month,
      r.revenue
    from (
      select "customer" as customer, "range" as name, \(InvoiceTotals.month("\"date\"")) as month,
        cast(sum(revenue) as bigint) as revenue
      from sale
      where "customer" is not null and "range" is not null and revenue is not null and "date" <= cast(? as date)
      group by 1, 2, 3) r
      join customer_list c on c.customer = r.customer
    """

  private static func months(on engine: DuckDBEngine, customers: Int) throws(EngineError) -> RangeMonths {
    var places: [Int32] = []
    var months: [Month] = []
    var ranges: [Int32] = []
    try engine.each(
      .analysing, "select customer, month, number from range_month where revenue > 0 order by 1, 2, 3"
    ) { batch in
      let customer = try batch[0].int32s
      let month = try batch[1].int32s
      let range = try batch[2].int32s
      for row in 0..<batch.count {
        places.append(customer[row])
        months.append(Month(number: month[row]))
        ranges.append(range[row])
      }
    }
    return RangeMonths(offsets: offsets(of: places, customers: customers), months: months, ranges: ranges)
  }

  private static func use(on engine: DuckDBEngine, window: Window, customers: Int) throws(EngineError) -> RangeUse {
    let current = window.current
    let first = (window.previous ?? current).first
    var names: [String] = []
    var places: [Int32] = []
    var cells: [RangeUse.Cell] = []
    try engine.run(
      .analysing,
      """
      create or replace temp table range_use as
      select customer, name, cast(sum(case when month >= ? then revenue else 0 end) as bigint) as now,
        cast(sum(case when month < ? then revenue else 0 end) as bigint) as before
      from range_month where month >= ? group by 1, 2
      """,
      [.int(Int64(current.first.number)), .int(Int64(current.first.number)), .int(Int64(first.number))])
    try engine.each(.analysing, "select distinct name from range_use order by name") { batch in
      let texts = try batch[0].texts
      for row in 0..<batch.count { names.append(texts.string(at: row) ?? "") }
    }
    try engine.each(
      .analysing,
      """
      select u.customer, cast(n.number as integer), u.now, u.before
      from range_use u
        join (select name, row_number() over (order by name) - 1 as number from (select distinct name from range_use)) n
        on n.name = u.name
      order by 1, 2
      """
    ) { batch in
      let customer = try batch[0].int32s
      let range = try batch[1].int32s
      let now = try batch[2].int64s
      let before = try batch[3].int64s
      for row in 0..<batch.count {
        places.append(customer[row])
        cells.append(
          RangeUse.Cell(range: Int(range[row]), current: Cents(now[row]), previous: Cents(before[row])))
      }
    }
    return RangeUse(names: names, offsets: offsets(of: places, customers: customers), cells: cells)
  }
}
