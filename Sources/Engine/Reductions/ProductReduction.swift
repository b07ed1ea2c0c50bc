import ADBC
import Ledger
import Units

extension LedgerReader {
  /// What each customer bought of each product in each month of the window and the one before it.
  ///
  /// Reads all their lines once more: only for those who ask for prices.
  /// - Parameter books: books of this ledger, whichever it gave last.
  /// - Returns: nothing where no line tells a product and a quantity.
  public func productSales(of books: Books) throws(EngineError) -> ProductSales? {
    guard relations.knowsProducts, relations.knowledge.quantities else { return nil }
    return try ProductReduction(engine: engine, relations: relations, books: books).sales()
  }
}

/// Lines reduced to customer × product × month.
struct ProductReduction {
  let engine: DuckDBEngine
  let relations: LedgerRelations
  let books: Books

  func sales() throws(EngineError) -> ProductSales {
    let window = books.window
    let (first, last) = ((window.previous ?? window.current).first.firstDay, window.asOf.lastDay)
    // Its own list: whoever shares the engine may have looked at other months since.
    try engine.run(
      .analysing, InvoiceTotals.customers(as: "product_customer"), [.date(last.number), .date(last.number)])
    try engine.run(.analysing, relations.productWords)
    try engine.run(.analysing, months, [.date(first.number), .date(last.number)])
    try engine.run(.analysing, Self.articles)
    let (products, articles) = try named()
    var columns = Columns()
    try engine.each(.analysing, Self.cells) { batch in try columns.append(batch) }
    // The engine stays open as long as the books: it need not hold them twice.
    for table in ["product_customer", "product_word", "product_month", "product_article"] {
      try engine.run(.analysing, "drop table \(table)")
    }
    return columns.sales(products: products, articles: articles, customers: books.customers.count)
  }

  /// The sign of a line says more than its quantity: goods are never sold at a price below zero.
  private var months: String {
    let known = relations.knowledge
    return """
      create or replace temp table product_month as
      select l.customer, l.product, coalesce(l.unit, w.unit) as unit, l.nature, l.month,
        cast(sum(l.quantity) as bigint) as quantity, cast(sum(l.revenue) as bigint) as revenue,
        cast(sum(l.cost) as bigint) as cost, cast(sum(l.costed) as bigint) as costed, bool_and(l.known) as known,
        min(l.name) as name
      from (
        select c.place as customer, coalesce(s."product", s."productName") as product, s."unit" as unit,
          \(Self.nature) as nature, \(InvoiceTotals.month("s.\"date\"")) as month,
          sum(case when \(Self.nature) = 0 then s."quantity" else 0 end) as quantity, sum(s.revenue) as revenue,
          \(known.cost("coalesce(sum(s.direct_cost), 0)")) as cost,
          \(known.cost("coalesce(sum(case when s.direct_cost is not null then s.revenue end), 0)")) as costed,
          \(known.costs ? "count(s.direct_cost) = count(*)" : "false") as known, min(s."productName") as name
        from sale s join product_customer c on c.customer = s."customer"
        where s.revenue is not null and s."date" between cast(? as date) and cast(? as date)
        group by 1, 2, 3, 4, 5) l
        left join product_word w on w.product = l.product
      group by 1, 2, 3, 4, 5
      """
  }

  private static let nature = """
    (case when coalesce(s."quantity", 0) <> 0 and not (s."quantity" > 0 and s.revenue < 0) then 0
      when s.revenue < 0 then 2 else 1 end)
    """

  private static let articles = """
    create or replace temp table product_article as
    select cast(row_number() over (order by product nulls last, unit nulls last, nature) - 1 as integer) as number,
      cast(dense_rank() over (order by product nulls last) - 1 as integer) as rank, *
    from (select product, unit, nature, min(name) as name from product_month group by 1, 2, 3)
    """

  private static let cells = """
    select m.customer, a.number, m.month, m.quantity, m.revenue, m.cost, m.costed, cast(m.known as integer)
    from product_month m join product_article a
      on a.product is not distinct from m.product and a.unit is not distinct from m.unit and a.nature = m.nature
    order by 1, 2, 3
    """

  private func named() throws(EngineError) -> (products: [ProductSales.Product], articles: [ProductSales.Article]) {
    var products: [ProductSales.Product] = []
    var articles: [ProductSales.Article] = []
    try engine.each(
      .analysing,
      """
      select a.product, coalesce(w.name, min(a.name) over (partition by a.product), a.product), a.unit,
        cast(a.nature as integer), a.rank
      from product_article a left join product_word w on w.product = a.product order by a.number
      """
    ) { batch in
      let (code, name, unit) = (try batch[0].texts, try batch[1].texts, try batch[2].texts)
      let (nature, rank) = (try batch[3].int32s, try batch[4].int32s)
      for row in 0..<batch.count {
        let place = Int(rank[row])
        let product = code.string(at: row)
        if let product, place == products.count {
          products.append(ProductSales.Product(code: product, name: name.string(at: row) ?? product))
        }
        articles.append(
          ProductSales.Article(
            product: product == nil ? nil : place, unit: unit.string(at: row),
            nature: ProductSales.Nature(rawValue: Int(nature[row])) ?? .charge))
      }
    }
    return (products, articles)
  }

  private struct Columns {
    var places: [Int32] = []
    var articles: [Int32] = []
    var months: [Month] = []
    var quantities: [Int64] = []
    var revenues: [Cents] = []
    var costs: [Cents] = []
    var costed: [Cents] = []
    var known: [Bool] = []

    mutating func append(_ batch: Batch) throws(ADBCError) {
      let (customer, article, month) = (try batch[0].int32s, try batch[1].int32s, try batch[2].int32s)
      let (quantity, revenue) = (try batch[3].int64s, try batch[4].int64s)
      let (cost, ofCosted, isKnown) = (try batch[5].int64s, try batch[6].int64s, try batch[7].int32s)
      for row in 0..<batch.count {
        places.append(customer[row])
        articles.append(article[row])
        months.append(Month(number: month[row]))
        quantities.append(quantity[row])
        revenues.append(Cents(revenue[row]))
        costs.append(Cents(cost[row]))
        costed.append(Cents(ofCosted[row]))
        known.append(isKnown[row] != 0)
      }
    }

    func sales(
      products: [ProductSales.Product], articles names: [ProductSales.Article], customers: Int
    ) -> ProductSales {
      ProductSales(
        products: products, articles: names, offsets: offsets(of: places, customers: customers), cells: articles,
        months: months, quantities: quantities, revenues: revenues, directCosts: costs, costedRevenues: costed,
        costsKnown: known)
    }
  }
}
