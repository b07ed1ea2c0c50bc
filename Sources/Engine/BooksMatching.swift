import Ledger
import Units

/// Accounts and invoices told elsewhere, held against each other so that nothing counts twice.
///
/// The invoice gives the detail, the accounts the total, the difference is a line of its own; what accounts do not know of
/// the days they cover does not count. Source: docs/methods/accounts-and-invoices.md.
struct BooksMatching {
  /// The lines of accounts, and those of all other sources.
  let books: String
  let details: String
  /// The days that accounts cover.
  let covered: [ClosedRange<Day>]

  /// Statements that make `sale`, and beside it what matched: `book_document`, `detail_document`, `document_match`.
  var statements: [String] {
    [
      "create or replace table book_line as \(keyed(books))",
      "create or replace table detail_line as \(keyed(details))",
      "create or replace table book_document as \(documents("book_line"))",
      "create or replace table detail_document as \(documents("detail_line"))",
      "create or replace table document_match as \(byNumber)",
      "insert into document_match \(byAmount)",
      "create or replace table sale as \(sale)",
    ]
  }

  /// Lines with the key of their document: its number without marks, and its year; without a number their customer's day.
  private func keyed(_ lines: String) -> String {
    """
    select l.*,
      coalesce(l.source_name, '') || '|' || coalesce(\(Self.number("l.\"invoice\"")), '-' || coalesce(l."customer", '')
        || '-' || cast(l."date" as varchar)) || '|' || cast(extract(year from l."date") as varchar) as document
    from (\(lines)) l
    """
  }

  /// A document's number as it can be compared: letters and digits alone.
  private static func number(_ text: String) -> String {
    "nullif(upper(regexp_replace(\(text), '[^0-9A-Za-z]', '', 'g')), '')"
  }

  /// A name as it can be compared: folded, without legal forms, letters and digits alone.
  private static func name(_ text: String) -> String {
    """
    nullif(regexp_replace(regexp_replace(lower(strip_accents(\(text))),
      '\\b(sarl|sas|sasu|sa|eurl|sci|snc|scop|selarl|gmbh|ltd|limited|inc|bv|nv|spa|srl)\\b', '', 'g'),
      '[^0-9a-z]', '', 'g'), '')
    """
  }

  private func documents(_ lines: String) -> String {
    """
    select document, min(\(Self.number("\"invoice\""))) as number, min("invoice") as invoice, min("date") as day,
      case when count(distinct "customer") = 1 then min("customer") end as customer,
      case when count(distinct "customer") = 1 then min("customerName") end as name,
      cast(sum(revenue) as bigint) as total, min(import_order) as import_order
    from \(lines)
    where "date" is not null and revenue is not null and "nature" is distinct from '\(LineNature.accrual.rawValue)'
    group by document
    """
  }

  /// The same number within three months; a short number may be another series, so that more must agree.
  private var byNumber: String {
    """
    select book, detail, 'number' as how from (
      select b.document as book, d.document as detail,
        row_number() over (partition by b.document
          order by abs(b.total - d.total), abs(date_diff('day', b.day, d.day)), d.document) as of_book,
        row_number() over (partition by d.document
          order by abs(b.total - d.total), abs(date_diff('day', b.day, d.day)), b.document) as of_detail
      from book_document b join detail_document d on b.number = d.number
      where abs(date_diff('day', b.day, d.day)) <= 92
        and (length(b.number) >= 4 or b.day = d.day or b.total = d.total))
    where of_book = 1 and of_detail = 1
    """
  }

  /// The same day and amount, alone of their kind on both sides, for customers that may be the same.
  private var byAmount: String {
    """
    select book, detail, 'amount' as how from (
      select b.document as book, d.document as detail,
        count(*) over (partition by b.document) as of_book, count(*) over (partition by d.document) as of_detail
      from book_document b join detail_document d on b.day = d.day and b.total = d.total
      where b.total <> 0
        and b.document not in (select book from document_match)
        and d.document not in (select detail from document_match)
        and (b.customer is null or d.customer is null or b.customer = d.customer
          or \(Self.name("b.name")) = \(Self.name("d.name"))))
    where of_book = 1 and of_detail = 1
    """
  }

  private var isCovered: String {
    covered.isEmpty ? "false" : covered.map { "l.\"date\" \($0.condition)" }.joined(separator: " or ")
  }

  private var sale: String {
    let columns = [
      "import_order", "source_name", "customer", "customerName", "date", "invoice", "product", "quantity",
      "salesperson",
      "precedingInvoice", "productName", "nature", "unit", "revenue", "direct_cost", "range",
    ]
    func select(_ values: [String: String], else other: (String) -> String) -> String {
      columns.map { "\(values[$0] ?? other($0)) as \(quoted($0))" }.joined(separator: ", ")
    }
    let ofBooks = [
      "customer": "coalesce(b.customer, l.\"customer\")",
      "customerName": "coalesce(case when b.customer is not null then b.name end, l.\"customerName\")",
    ]
    return """
      select \(select([:]) { "l." + quoted($0) })
      from book_line l
      where l."nature" is not distinct from '\(LineNature.accrual.rawValue)' or l."date" is null or l.revenue is null
        or l.document not in (select book from document_match)
      union all
      select \(select(ofBooks.merging(["date": "b.day"]) { $1 }) { "l." + quoted($0) })
      from detail_line l
      join document_match m on m.detail = l.document join book_document b on b.document = m.book
      where l."date" is not null and l.revenue is not null
      union all
      select \(select(
        [
          "import_order": "b.import_order", "customer": "coalesce(b.customer, d.customer)",
          "customerName": "coalesce(case when b.customer is not null then b.name end, d.name)", "date": "b.day",
          "invoice": "b.invoice", "nature": "'\(LineNature.difference.rawValue)'", "revenue": "b.total - d.total",
        ]) { "cast(null as \(Self.type(of: $0)))" })
      from document_match m join book_document b on b.document = m.book join detail_document d on d.document = m.detail
      where b.total <> d.total
      union all
      select \(select([:]) { "l." + quoted($0) })
      from detail_line l
      where l."date" is null or l.revenue is null
        or (l.document not in (select detail from document_match) and not (\(isCovered)))
      """
  }

  private static func type(of column: String) -> String {
    ["import_order", "quantity", "revenue", "direct_cost"].contains(column) ? "bigint" : "varchar"
  }
}
