import ADBC
import Ledger
import Units

/// What accounts tell beside sales: lines without a customer and why, what matches invoices, and how customers pay.
enum BooksReduction {
  /// The lines without a customer up to a month, by month and nature.
  static func strays(on engine: DuckDBEngine, upTo last: Month) throws(EngineError) -> [StrayTotal] {
    try engine.rows(
      .analysing,
      """
      select \(InvoiceTotals.month("\"date\"")) as month, "nature", cast(sum(revenue) as bigint),
        cast(count(*) as bigint)
      from sale where "customer" is null and revenue is not null and "date" <= cast(? as date)
      group by 1, 2 order by 1, 2
      """, [.date(last.lastDay.number)]
    ).compactMap { row in
      guard let month = row[0].whole, let revenue = row[2].whole, let lines = row[3].whole else { return nil }
      return StrayTotal(
        month: Month(number: Int32(month)), nature: row[1].text.flatMap(LineNature.init(rawValue:)),
        revenue: Cents(revenue), lines: Int(lines))
    }
  }

  /// How many documents of a list are shown.
  private static let shown = 200

  /// Accounts against invoices, over the months that both tell.
  static func comparison(on engine: DuckDBEngine) throws(EngineError) -> BooksAgainstInvoices {
    let byNumber = try engine.rows(
      .analysing, "select cast(count(*) as bigint) from document_match where how = 'number'")
    let matches =
      "document_match m join book_document b on b.document = m.book join detail_document d on d.document = m.detail"
    let known = "coalesce(b.name, d.name, b.customer, d.customer)"
    return BooksAgainstInvoices(
      matched: try group(on: engine, "b.invoice, b.day, \(known), b.total", from: matches),
      byNumber: Int(byNumber.first?.first?.whole ?? 0),
      differing: try group(
        on: engine, "b.invoice, b.day, \(known), b.total - d.total", from: matches + " where b.total <> d.total"),
      onlyBooks: try group(
        on: engine, "b.invoice, b.day, coalesce(b.name, b.customer), b.total",
        from: """
          book_document b where b.document not in (select book from document_match)
            and date_trunc('month', b.day) >= (select date_trunc('month', min(day)) from detail_document)
            and date_trunc('month', b.day) <= (select date_trunc('month', max(day)) from detail_document)
          """),
      onlyInvoices: try group(
        on: engine, "d.invoice, d.day, coalesce(d.name, d.customer), d.total",
        from: """
          detail_document d where d.document not in (select detail from document_match)
            and not exists (select 1 from sale s where s.import_order = d.import_order
              and s."date" = d.day and s."invoice" is not distinct from d.invoice)
          """), oneCustomer: try oneCustomer(on: engine))
  }

  /// Customers of accounts and of invoices who share most of their documents of one number and amount.
  ///
  /// They are probably one; a collective account shares its documents with many.
  private static func oneCustomer(on engine: DuckDBEngine) throws(EngineError) -> [CustomerPair: Int] {
    try engine.rows(
      .analysing,
      """
      with shared as (
        select b.customer as book, d.customer as detail, cast(count(*) as bigint) as documents
        from document_match m join book_document b on b.document = m.book
          join detail_document d on d.document = m.detail
        where m.how = 'number' and b.total = d.total and b.total <> 0
          and b.customer is not null and d.customer is not null
        group by 1, 2),
      whole as (
        select *, sum(documents) over (partition by book) as of_book, sum(documents) over (partition by detail) as of_detail
        from shared)
      select book, detail, documents from whole
      where book <> detail and 2 * documents > of_book and 2 * documents > of_detail
      """
    ).reduce(into: [:]) { pairs, row in
      guard let one = row[0].text, let other = row[1].text, let count = row[2].whole else { return }
      pairs[CustomerPair(ID(one), ID(other)), default: 0] += Int(count)
    }
  }

  private static func group(
    on engine: DuckDBEngine, _ columns: String, from relation: String
  ) throws(EngineError) -> BooksAgainstInvoices.Group {
    let rows = try engine.rows(
      .analysing,
      """
      select invoice, day, customer, amount, cast(count(*) over () as bigint),
        cast(sum(amount) over () as bigint)
      from (select \(columns) from \(relation)) listed(invoice, day, customer, amount)
      order by abs(amount) desc, day, invoice, customer limit \(shown)
      """)
    return BooksAgainstInvoices.Group(
      count: Int(rows.first?[4].whole ?? 0), amount: Cents(rows.first?[5].whole ?? 0),
      biggest: rows.compactMap { row in
        guard let day = row[1].day, let amount = row[3].whole else { return nil }
        return BooksAgainstInvoices.Document(
          invoice: row[0].text, day: day, customer: row[2].text, amount: Cents(amount))
      })
  }

  /// What customers paid and what was lost, month by month up to `last`; what names nobody known comes apart.
  static func payments(
    on engine: DuckDBEngine, upTo last: Month, customers: Int
  ) throws(EngineError) -> PaymentActivity {
    let paid = "p.\"nature\" is distinct from '\(PaymentNature.badDebt.rawValue)'"
    let dated = "\(paid) and p.\"date\" is not null"
    var places: [Int32] = []
    var (cells, strays): ([PaymentActivity.Cell], [PaymentActivity.Cell]) = ([], [])
    try engine.each(
      .analysing,
      """
      select c.place, \(InvoiceTotals.month("p.\"paid\"")) as month,
        cast(coalesce(sum(case when \(paid) then p."amount" end), 0) as bigint),
        cast(coalesce(sum(case when \(dated) then p."amount" end), 0) as bigint),
        cast(coalesce(sum(case when \(dated)
          then cast(p."amount" as hugeint) * date_diff('day', p."date", p."paid") end), 0) as bigint),
        cast(coalesce(sum(case when not (\(paid)) then p."amount" end), 0) as bigint)
      from payments p left join customer_list c on c.customer = p."customer"
      where p."paid" <= cast(? as date)
      group by 1, 2 order by 1 nulls last, 2
      """, [.date(last.lastDay.number)]
    ) { batch in
      let (customer, month) = (try batch[0].int32s, try batch[1].int32s)
      let amounts = try (2..<6).map { try batch[$0].int64s }
      for row in 0..<batch.count {
        let cell = PaymentActivity.Cell(
          month: Month(number: month[row]), paid: Cents(amounts[0][row]), dated: Cents(amounts[1][row]),
          centDays: amounts[2][row], lost: Cents(amounts[3][row]))
        if let place = customer.value(at: row) {
          places.append(place)
          cells.append(cell)
        } else {
          strays.append(cell)
        }
      }
    }
    return PaymentActivity(offsets: offsets(of: places, customers: customers), cells: cells, unattributed: strays)
  }
}
