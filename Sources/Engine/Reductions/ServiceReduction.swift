import ADBC
import Ledger
import Units

/// What was given to each customer, per month, kind and person.
enum ServiceReduction {
  /// Reduces the events up to `last`: those of customers, and those of nobody known as one pseudo-customer.
  static func services(
    on engine: DuckDBEngine, upTo last: Month, customers: Int, people: [Person]
  ) throws(EngineError) -> (known: ServiceActivity, unknown: ServiceActivity) {
    let medians = try medianMinutes(on: engine, upTo: last)
    let places = Dictionary(uniqueKeysWithValues: people.enumerated().map { ($1.id.text, $0) })
    var ofCustomers = Columns(customers: customers)
    var ofNobody = Columns(customers: 1)
    try engine.each(.analysing, sql, [.date(last.lastDay.number)]) { batch in
      let customer = try batch[0].int32s
      let month = try batch[1].int32s
      let kinds = try batch[2].texts
      let salespeople = try batch[3].texts
      let numbers = try (4..<10).map { try batch[$0].int64s }
      for row in 0..<batch.count {
        guard let kind = kinds.string(at: row).flatMap(ServiceKind.init(rawValue:)) else { continue }
        let cell = ServiceActivity.Cell(
          month: Month(number: month[row]), kind: kind,
          person: salespeople.string(at: row).flatMap { places[$0] }, events: Int(numbers[0][row]),
          costedEvents: Int(numbers[1][row]), ownCost: Cents(numbers[2][row]), timedEvents: Int(numbers[3][row]),
          minutes: Int(numbers[4][row]), costedMinutes: Int(numbers[5][row]))
        if let place = customer.value(at: row) {
          ofCustomers.append(cell, of: place)
        } else {
          ofNobody.append(cell, of: 0)
        }
      }
    }
    return (ofCustomers.services(medianMinutes: medians), ofNobody.services(medianMinutes: medians))
  }

  private struct Columns {
    let customers: Int
    var places: [Int32] = []
    var cells: [ServiceActivity.Cell] = []

    init(customers: Int) { self.customers = customers }

    mutating func append(_ cell: ServiceActivity.Cell, of place: Int32) {
      places.append(place)
      cells.append(cell)
    }

    func services(medianMinutes: [ServiceKind: Int]) -> ServiceActivity {
      ServiceActivity(offsets: offsets(of: places, customers: customers), cells: cells, medianMinutes: medianMinutes)
    }
  }

  private static let sql = """
    select c.place, \(InvoiceTotals.month("s.\"date\"")) as month, s."kind", s."salesperson",
      cast(count(*) as bigint), cast(count(s."cost") as bigint), cast(coalesce(sum(s."cost"), 0) as bigint),
      cast(sum(case when s."cost" is null and s."minutes" is not null then 1 else 0 end) as bigint),
      cast(coalesce(sum(case when s."cost" is null then s."minutes" end), 0) as bigint),
      cast(coalesce(sum(case when s."cost" is not null then s."minutes" end), 0) as bigint)
    from services s left join customer_list c on c.customer = s."customer"
    where s."date" <= cast(? as date)
    group by 1, 2, 3, 4 order by 1 nulls last, 2, 3, 4
    """

  private static func medianMinutes(
    on engine: DuckDBEngine, upTo last: Month
  ) throws(EngineError) -> [ServiceKind: Int] {
    let rows = try engine.rows(
      .analysing,
      """
      select "kind", cast(percentile_disc(0.5) within group (order by "minutes") as bigint)
      from services where "minutes" is not null and "date" <= cast(? as date) group by "kind" order by "kind"
      """, [.date(last.lastDay.number)])
    return rows.reduce(into: [:]) { medians, row in
      guard let kind = row[0].text.flatMap(ServiceKind.init(rawValue:)), let minutes = row[1].whole else { return }
      medians[kind] = Int(minutes)
    }
  }
}
