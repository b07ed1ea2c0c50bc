import ADBC
import Ledger
import Units

extension LedgerReader {
  /// What happened around customers before they left: deliveries, prices, sellers, withdrawals, enquiries.
  ///
  /// Reads lines and services once more: only for those who ask why customers were lost.
  /// - Parameter books: those that this reader gave last.
  public func lossFacts(of books: Books) throws(EngineError) -> LossFacts {
    let reduction = LossReduction(engine: engine, relations: relations, books: books)
    return LossFacts(
      deliveries: try reduction.deliveries(), prices: try reduction.prices(), sellers: try reduction.sellers(),
      withdrawals: try reduction.withdrawals(), enquiries: try reduction.enquiries())
  }
}

/// Lines and services reduced to what may explain a loss, customer by customer and month by month.
struct LossReduction {
  let engine: DuckDBEngine
  let relations: LedgerRelations
  let books: Books

  private var last: Value { .date(books.window.asOf.lastDay.number) }

  /// Deliveries promised for a day and done; nothing where no file tells both.
  func deliveries() throws(EngineError) -> CustomerMonths<LossFacts.Deliveries>? {
    guard relations.knowsPromises else { return nil }
    return try columns(Self.deliveries, [last]) { batch throws(ADBCError) in
      let (timed, late) = (try batch[2].int64s, try batch[3].int64s)
      return { LossFacts.Deliveries(timed: Int(timed[$0]), late: Int(late[$0])) }
    }
  }

  /// What was paid against the prices of the twelve months before; nothing where lines tell no product or quantity.
  func prices() throws(EngineError) -> CustomerMonths<LossFacts.PricePaid>? {
    guard relations.knowsProducts, relations.knowledge.quantities else { return nil }
    return try columns(Self.prices, [last]) { batch throws(ADBCError) in
      let (revenue, before) = (try batch[2].int64s, try batch[3].int64s)
      return { LossFacts.PricePaid(revenue: Cents(revenue[$0]), atEarlierPrices: Cents(before[$0])) }
    }
  }

  /// Who made the most of each month's sales; nothing where no line tells.
  func sellers() throws(EngineError) -> CustomerMonths<Int>? {
    guard relations.knowsSellers else { return nil }
    let people = Dictionary(books.people.enumerated().map { ($1.id.text, $0) }, uniquingKeysWith: { first, _ in first })
    let found: CustomerMonths<Int> = try columns(Self.sellers, [last]) { batch throws(ADBCError) in
      let names = try batch[2].texts
      return { names.string(at: $0).flatMap { people[$0] } ?? -1 }
    }
    // Somebody whom the people's file does not name is nobody one could speak of.
    let kept = found.values.indices.filter { found.values[$0] >= 0 }
    var offsets = [Int](repeating: 0, count: found.offsets.count)
    for customer in 0..<found.customers {
      let range = found.offsets[customer]..<found.offsets[customer + 1]
      offsets[customer + 1] = offsets[customer] + found.values[range].count { $0 >= 0 }
    }
    return CustomerMonths(
      offsets: offsets, months: kept.map { found.months[$0] }, values: kept.map { found.values[$0] })
  }

  /// What customers bought of products that were withdrawn; nothing where no product file tells.
  func withdrawals() throws(EngineError) -> CustomerMonths<LossFacts.Withdrawal>? {
    guard let ends = relations.productEnds, relations.knowsProducts else { return nil }
    try engine.run(.analysing, ends)
    return try columns(Self.withdrawals, [last, last]) { batch throws(ADBCError) in
      let (revenue, whole) = (try batch[2].int64s, try batch[3].int64s)
      return { LossFacts.Withdrawal(revenue: Cents(revenue[$0]), whole: Cents(whole[$0])) }
    }
  }

  /// Everything that was asked before anything was bought; nothing where no file tells.
  func enquiries() throws(EngineError) -> [Enquiry]? {
    guard let query = relations.enquiries else { return nil }
    let people = Dictionary(books.people.enumerated().map { ($1.id.text, $0) }, uniquingKeysWith: { first, _ in first })
    return try engine.rows(.analysing, query, [last]).compactMap { row in
      guard let asked = row[1].day else { return nil }
      return Enquiry(
        customer: row[0].whole.map(Int.init), asked: asked, handler: row[2].text.flatMap { people[$0] },
        answered: row[3].day, outcome: row[4].text.flatMap(Enquiry.Outcome.init(spoken:)))
    }
  }

  /// Columns by customer and month out of a query whose first two columns these are, in order.
  private func columns<Value: Sendable>(
    _ query: String, _ values: [ADBC.Value],
    _ read: (Batch) throws(ADBCError) -> (Int) -> Value
  ) throws(EngineError) -> CustomerMonths<Value> {
    var places: [Int32] = []
    var months: [Month] = []
    var found: [Value] = []
    try engine.each(.analysing, query, values) { batch in
      let customer = try batch[0].int32s
      let month = try batch[1].int32s
      let value = try read(batch)
      for row in 0..<batch.count {
        places.append(customer[row])
        months.append(Month(number: month[row]))
        found.append(value(row))
      }
    }
    return CustomerMonths(
      offsets: offsets(of: places, customers: books.customers.count), months: months, values: found)
  }

  private static let deliveries = """
    select c.place, \(InvoiceTotals.month("s.\"done\"")) as month, cast(count(*) as bigint),
      cast(sum(case when s."done" > s."promised" then 1 else 0 end) as bigint)
    from services s join customer_list c on c.customer = s."customer"
    where s."kind" = 'delivery' and s."promised" is not null and s."done" is not null and s."done" <= cast(? as date)
    group by 1, 2 order by 1, 2
    """

  /// A month's lines of one product share their past, so months stand in for lines.
  private static let prices = """
    with bought as (
      select c.place, coalesce(s."product", s."productName") as product, \(InvoiceTotals.month("s.\"date\"")) as month,
        sum(s."quantity") as quantity, sum(s.revenue) as revenue
      from sale s join customer_list c on c.customer = s."customer"
      where s."quantity" > 0 and s.revenue > 0 and coalesce(s."product", s."productName") is not null
        and s."date" <= cast(? as date)
      group by 1, 2, 3),
    past as (
      select *, sum(quantity) over before as earlier_quantity, sum(revenue) over before as earlier_revenue
      from bought
      window before as (partition by place, product order by month range between 12 preceding and 1 preceding))
    select place, month, cast(sum(revenue) as bigint),
      cast(sum(\(LedgerRelations.rounded("cast(quantity as hugeint) * earlier_revenue", by: "earlier_quantity"))) as bigint)
    from past where earlier_quantity > 0
    group by 1, 2 order by 1, 2
    """

  private static let sellers = """
    with sold as (
      select c.place, \(InvoiceTotals.month("s.\"date\"")) as month, s."salesperson" as seller, sum(s.revenue) as revenue
      from sale s join customer_list c on c.customer = s."customer"
      where s."salesperson" is not null and s.revenue is not null and s."date" <= cast(? as date)
      group by 1, 2, 3),
    best as (
      select *, row_number() over (partition by place, month order by revenue desc, seller) as turn from sold)
    select place, month, seller from best where turn = 1 order by 1, 2
    """

  private static let withdrawals = """
    with bought as (
      select c.place, s."product" as product, \(InvoiceTotals.month("s.\"date\"")) as month, sum(s.revenue) as revenue
      from sale s join customer_list c on c.customer = s."customer"
      where s.revenue is not null and s."date" <= cast(? as date)
      group by 1, 2, 3),
    gone as (
      select product, \(InvoiceTotals.month("withdrawn")) as month from product_end
      where withdrawn <= cast(? as date)),
    part as (
      select b.place, g.month, sum(b.revenue) as revenue
      from gone g join bought b on b.product = g.product and b.month between g.month - 12 and g.month - 1
      group by 1, 2),
    year as (select place, month, sum(revenue) as revenue from bought group by 1, 2)
    select p.place, p.month, cast(min(p.revenue) as bigint), cast(sum(y.revenue) as bigint)
    from part p join year y on y.place = p.place and y.month between p.month - 12 and p.month - 1
    where p.revenue > 0
    group by 1, 2 order by 1, 2
    """
}
