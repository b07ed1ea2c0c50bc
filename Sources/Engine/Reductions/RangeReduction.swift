import ADBC
import Ledger
import Units

/// Which product ranges each customer bought from, in the window and in the one before it.
enum RangeReduction {
  /// Reduces the lines of W and P whose range is known.
  static func ranges(on engine: DuckDBEngine, window: Window, customers: Int) throws(EngineError) -> RangeUse {
    let current = window.current
    let first = (window.previous ?? current).first
    var names: [String] = []
    var places: [Int32] = []
    var cells: [RangeUse.Cell] = []
    try engine.run(
      .analysing,
      """
      create or replace temp table range_use as
      select "customer" as customer, "range" as name,
        cast(sum(case when "date" >= cast(? as date) then revenue else 0 end) as bigint) as now,
        cast(sum(case when "date" < cast(? as date) then revenue else 0 end) as bigint) as before
      from sale
      where "customer" is not null and "range" is not null and revenue is not null
        and "date" between cast(? as date) and cast(? as date)
      group by 1, 2
      """,
      [
        .date(current.first.firstDay.number), .date(current.first.firstDay.number), .date(first.firstDay.number),
        .date(current.last.lastDay.number),
      ])
    try engine.each(.analysing, "select distinct name from range_use order by name") { batch in
      let texts = try batch[0].texts
      for row in 0..<batch.count { names.append(texts.string(at: row) ?? "") }
    }
    try engine.each(
      .analysing,
      """
      select c.place, cast(n.number as integer), u.now, u.before
      from range_use u join customer_list c on c.customer = u.customer
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
