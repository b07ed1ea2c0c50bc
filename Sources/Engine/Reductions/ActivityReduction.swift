import ADBC
import Ledger
import Units

/// Customer × month: what each customer bought, reduced by SQL into flat columns.
enum ActivityReduction {
  /// Reduces the lines, those of customers and those of nobody as one pseudo-customer; orders are counted from the order
  /// log, which has its own reduction.
  /// - Parameter customers: how many there are.
  static func activity(
    on engine: DuckDBEngine, customers: Int, orders: OrderLog, knowing known: LineKnowledge
  ) throws(EngineError) -> (known: Activity, unknown: Activity) {
    var ofCustomers = Columns(customers: customers)
    var ofNobody = Columns(customers: 1)
    try engine.each(.analysing, sql(known)) { batch in
      // Nobody's rows come last.
      let places = try batch[0].int32s
      let first = (0..<batch.count).first { places.value(at: $0) == nil } ?? batch.count
      try ofCustomers.append(batch, 0..<first)
      try ofNobody.append(batch, first..<batch.count)
    }
    return (
      ofCustomers.activity(countingOrders: orders),
      ofNobody.activity(countingOrders: OrderLog(offsets: [0, 0], orders: []))
    )
  }

  private static func sql(_ known: LineKnowledge) -> String {
    """
    select customer, \(InvoiceTotals.month("day")) as month,
      cast(sum(revenue) as bigint), \(known.cost("cast(sum(direct_cost) as bigint)")),
      \(known.cost("cast(sum(costed_revenue) as bigint)")), \(known.quantity("cast(sum(quantity) as bigint)")),
      cast(sum(lines) as bigint), \(known.cost("cast(sum(costed_lines) as bigint)")),
      cast(sum(case when revenue < 0 then 1 else 0 end) as bigint)
    from invoice_total
    group by 1, 2 order by 1 nulls last, 2
    """
  }

  private struct Columns {
    let customers: Int
    var places: [Int32] = []
    var months: [Month] = []
    var cells: [Activity.Cell] = []

    init(customers: Int) { self.customers = customers }

    mutating func append(_ batch: Batch, _ rows: Range<Int>) throws(ADBCError) {
      let customer = try batch[0].int32s
      let month = try batch[1].int32s
      let revenue = try batch[2].int64s
      let directCost = try batch[3].int64s
      let costedRevenue = try batch[4].int64s
      let quantity = try batch[5].int64s
      let lines = try batch[6].int64s
      let costedLines = try batch[7].int64s
      let creditNotes = try batch[8].int64s
      for row in rows {
        places.append(customer.value(at: row) ?? 0)
        months.append(Month(number: month[row]))
        cells.append(
          Activity.Cell(
            revenue: Cents(revenue[row]), directCost: Cents(directCost[row]), costedRevenue: Cents(costedRevenue[row]),
            quantity: quantity[row], orders: 0, lines: Int(lines[row]), creditNotes: Int(creditNotes[row]),
            costedLines: Int(costedLines[row])))
      }
    }

    /// Both columns are sorted by customer then time, so one walk counts each month's orders.
    func activity(countingOrders log: OrderLog) -> Activity {
      var cells = cells
      let offsets = offsets(of: places, customers: customers)
      guard log.offsets.count == offsets.count else { return Activity(offsets: offsets, months: months, cells: cells) }
      for customer in 0..<customers {
        var cell = offsets[customer]
        for order in log[customer] {
          let month = order.month
          while cell < offsets[customer + 1], months[cell] < month { cell += 1 }
          if cell < offsets[customer + 1], months[cell] == month { cells[cell].orders += 1 }
        }
      }
      return Activity(offsets: offsets, months: months, cells: cells)
    }
  }
}

/// Where each customer's rows begin in a column of places that ascends; one more at the end.
func offsets(of places: [Int32], customers: Int) -> [Int] {
  var offsets = [Int](repeating: 0, count: customers + 1)
  for place in places { offsets[Int(place) + 1] += 1 }
  for customer in 0..<customers { offsets[customer + 1] += offsets[customer] }
  return offsets
}
