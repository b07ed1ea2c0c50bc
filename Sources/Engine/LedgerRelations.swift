import Ledger
import Units

/// The relations that reductions read: lines and services as views over the ledger's Parquet files, each already clear of
/// what later imports restated; the files that people keep as tables, since they are short and read more than once.
///
/// Reductions only ever name these, so an engine that keeps its facts elsewhere gives the same names to its own tables.
struct LedgerRelations {
  let files: [LedgerFile]
  /// The days that accounts cover.
  var covered: [ClosedRange<Day>] = []
  /// How the customer file is read.
  var reading = CustomerReading.plain

  private func files(of kind: SourceKind) -> [LedgerFile] {
    files.filter { $0.kind == kind }.sorted { $0.sequence < $1.sequence }
  }

  private func any(_ kind: SourceKind, carries fields: Field...) -> Bool {
    files(of: kind).contains { !$0.fields.isDisjoint(with: fields) }
  }

  /// Whether any line says what its product range is.
  var knowsRanges: Bool { any(.sales, carries: .range) || any(.products, carries: .range) }

  /// Whether a line may wait for a product's price or an invoice's header; a file with amounts and dates has neither.
  var mayWait: Bool {
    files(of: .sales).contains { !$0.fields.contains(.date) || $0.fields.isDisjoint(with: [.amount, .unitPrice]) }
  }

  /// What lines can say at all: a sum that is known to be nothing is not worth adding up.
  var knowledge: LineKnowledge {
    LineKnowledge(
      costs: any(.sales, carries: .cost, .unitCost) || any(.products, carries: .cost),
      quantities: any(.sales, carries: .quantity), references: any(.sales, carries: .precedingInvoice),
      names: any(.sales, carries: .customerName))
  }

  /// Whether any file tells when services were promised and done.
  var knowsPromises: Bool { files(of: .services).contains { $0.fields.isSuperset(of: [.promised, .done]) } }
  /// Whether any line tells its product.
  var knowsProducts: Bool { any(.sales, carries: .product, .productName) }
  /// Whether any line or header tells who sold.
  var knowsSellers: Bool { any(.sales, carries: .salesperson) || any(.invoices, carries: .salesperson) }

  /// The statement that makes `product_end`, the day each product was withdrawn; nothing where no file tells.
  var productEnds: String? {
    guard any(.products, carries: .withdrawn) else { return nil }
    return table(
      "product_end",
      "select \"product\" as product, \"withdrawn\" as withdrawn from (\(latest(.products, [.withdrawn]))) where \"withdrawn\" is not null"
    )
  }

  /// The statement that makes `product_word`: the name and the unit of measure that product files give each product.
  var productWords: String {
    table(
      "product_word",
      """
      select "product" as product, "productName" as name, "unit" as unit
      from (\(latest(.products, [.productName, .unit])))
      """)
  }

  /// The query that gives every enquiry up to a day, with the place of the customer who made it; there is none without a file.
  var enquiries: String? {
    guard !files(of: .enquiries).isEmpty else { return nil }
    let who = reading.unification.isEmpty ? "e.\"prospect\"" : "coalesce(u.kept, e.\"prospect\")"
    return """
      select cast(c.place as bigint), e."date", e."handler", e."answered", e."outcome"
      from (\(events(.enquiries))) e
        \(reading.unification.isEmpty ? "" : "left join unified u on u.merged = e.\"prospect\"")
        left join customer_list c on c.customer = \(who)
      where e."date" <= cast(? as date)
      order by e."date", e."prospect", e."handler", e."answered", e."outcome"
      """
  }

  /// The query that gives the contracts and tenders of a customer; there is none without a file.
  var contractsOfOne: String? {
    guard !files(of: .contracts).isEmpty else { return nil }
    return """
      select "kind", "start", "renewal", "noticeMonths", "value"
      from (\(unified(latest(.contracts, [.renewal, .noticeMonths, .value]))))
      where "customer" = ?
      order by "start", "renewal", "kind", "value"
      """
  }

  /// The query that gives the places of customers with a contract that runs on a day; there is none without a file.
  var running: String? {
    guard !files(of: .contracts).isEmpty else { return nil }
    return """
      select distinct cast(c.place as bigint)
      from (\(unified(latest(.contracts, [.renewal])))) r
        join customer_list c on c.customer = r."customer"
        cross join (select cast(? as date) as day) d
      where coalesce(r."start", d.day) <= d.day and coalesce(r."renewal", d.day) >= d.day
      """
  }

  /// Statements that make what the lines need: `sale`, and `products` where lines lack what products tell.
  /// - Parameter keeping: whether lines that take work to read are kept as a table, for they are read several times.
  func ofSales(keeping: Bool) -> [String] {
    let takesWork =
      pricedByProduct || completedByHeaders || !reading.unification.isEmpty
      || files(of: .sales).contains { !$0.overlaps.isEmpty }
    let products = needsProducts ? [table("products", latest(.products, [.range, .price, .cost]))] : []
    guard matchesBooks else {
      return products + [keeping && takesWork ? table("sale", unified(sales())) : view("sale", unified(sales()))]
    }
    // Who is one is one before documents are held against each other, so that merged codes match by customer too.
    let matching = BooksMatching(
      books: unified(sales(\.isBooks)), details: unified(sales { !$0.isBooks }), covered: covered)
    return products + matching.statements
  }

  /// Whether accounts are among the files.
  var hasBooks: Bool { files(of: .sales).contains(where: \.isBooks) }

  /// Whether any source says when invoices were paid.
  var knowsPayments: Bool { !files(of: .payments).isEmpty }

  /// Whether lines of accounts are held against invoices told elsewhere.
  var matchesBooks: Bool { hasBooks && files(of: .sales).contains { !$0.isBooks } }

  /// Statements that make all else: `customers`, `people`, `prospects` and `services`.
  var ofCustomers: [String] {
    [
      customers,
      table("people", latest(.people, [.name, .role, .hoursPerMonth, .costPerHour, .region])),
      table(
        "prospects",
        latest(
          .prospects,
          [.name, .category, .sector, .region, .size, .potential, .interest, .culture, .salesperson, .source])),
      view("services", unified(events(.services))), view("payments", unified(events(.payments))),
    ]
  }

  /// The statement that makes `customers`.
  var customers: String {
    table(
      "customers",
      latest(
        .customers,
        [
          .name, .group, .category, .sector, .region, .size, .salesperson, .risk, .potential, .potentialDate, .since,
          .strategic, .strategicUntil, .sponsor, .interest, .culture,
        ]))
  }

  private func view(_ name: String, _ query: String) -> String {
    "create or replace view \(quoted(name)) as \(query)"
  }

  private func table(_ name: String, _ query: String) -> String {
    "create or replace table \(quoted(name)) as \(query)"
  }

  /// A relation without rows, with the columns of a kind.
  private func nothing(_ kind: SourceKind, also columns: [String] = []) -> String {
    let names = columns + kind.fields.map { "cast(null as \(kind.type(of: $0))) as \(quoted($0.rawValue))" }
    return "select \(names.joined(separator: ", ")) where false"
  }

  /// The rows of one file, with its order and its source; a field that the file does not carry is null.
  private func rows(_ file: LedgerFile, also extra: String = "") -> String {
    let stored = Set(file.kind.stored(mapping: file.fields))
    let columns = file.kind.fields.map { field in
      let name = quoted(field.rawValue)
      return stored.contains(field) ? "f.\(name)" : "cast(null as \(file.kind.type(of: field))) as \(name)"
    }
    return """
      select cast(\(file.sequence) as bigint) as import_order, \(literal(file.source)) as source_name,
        \(columns.joined(separator: ", "))\(extra)
      from read_parquet(\(literal(file.path))\(extra.isEmpty ? "" : ", file_row_number = true")) f
      """
  }

  /// Events and lines: all rows of all files, less the invoices that a later import restated.
  private func events(_ kind: SourceKind, _ chosen: (LedgerFile) -> Bool = { _ in true }) -> String {
    let found = files(of: kind).filter(chosen)
    guard !found.isEmpty else {
      return nothing(kind, also: ["cast(null as bigint) as import_order", "cast(null as varchar) as source_name"])
    }
    return found.map { file in
      let left =
        (file.overlaps.isEmpty ? [] : ["not exists (\(restated(file)))"])
        + (file.kind.day.map { day in file.hidden.map { "not (f.\(quoted(day.rawValue)) \($0.condition))" } } ?? [])
      return rows(file) + (left.isEmpty ? "" : "\nwhere " + left.joined(separator: " and "))
    }.joined(separator: "\nunion all\n")
  }

  private func restated(_ file: LedgerFile) -> String {
    """
    select 1 from read_parquet(\(literal(file.overlaps))) o
    where o.import = \(literal(file.id)) and o.invoice = f.invoice
      and o.year = \(file.fields.contains(.date) ? "cast(extract(year from f.\"date\") as integer)" : "0")
    """
  }

  /// For each key the newest value of some fields that was ever said.
  private func latest(_ kind: SourceKind, _ fields: [Field]) -> String {
    let found = files(of: kind)
    guard !found.isEmpty else { return nothing(kind) }
    let keys = kind.key.map { quoted($0.rawValue) }
    let others = fields.map { field in
      let name = quoted(field.rawValue)
      return "arg_max(\(name), \(precedence)) filter (where \(name) is not null) as \(name)"
    }
    let union = kind == .customers ? customerRows(found) : placed(found)
    return """
      select \((keys + others).joined(separator: ", "))
      from (\(union))
      group by \(keys.joined(separator: ", "))
      """
  }

  /// Rows with their place among all rows of their kind, later ones after earlier ones.
  private func placed(_ files: [LedgerFile]) -> String {
    let all = files.map { rows($0, also: ", f.file_row_number\(trust($0))") }.joined(separator: "\nunion all\n")
    return "select *, import_order * 1099511627776 + file_row_number as place from (\(all))"
  }

  private func customerRows(_ files: [LedgerFile]) -> String { unified(placed(files)) }

  /// What makes one value win over another: how far its source is trusted, then how new it is.
  private var precedence: String { reading.trusted.isEmpty ? "place" : "(trust, place)" }

  private func trust(_ file: LedgerFile) -> String {
    reading.trusted.isEmpty ? "" : ", \(reading.trust(in: file.source)) as trust"
  }

  /// Rows of customers, those of merged ones under the customer that is kept.
  private func unified(_ query: String) -> String {
    guard !reading.unification.isEmpty else { return query }
    return """
      select x.* replace (coalesce(u.kept, x."customer") as "customer")
      from (\(query)) x left join unified u on u.merged = x."customer"
      """
  }

  /// Every name that a source gives to a customer that is merged or that others are merged into, up to a day.
  var namesOfUnified: String {
    var sources = ["select \"customer\", \"name\" from (\(events(.customers)))"]
    if any(.sales, carries: .customerName) {
      sources.append(
        """
        select "customer", "customerName" as "name" from (\(lines { _ in true })) where "date" <= cast(? as date)
        """)
    }
    return """
      select distinct coalesce(u.kept, n."customer") as customer, n."name" as name
      from (\(sources.joined(separator: "\nunion\n"))) n left join unified u on u.merged = n."customer"
      where n."name" is not null and (u.kept is not null or n."customer" in (select kept from unified))
      order by 1, 2
      """
  }

  /// The query that gives, for each customer, the value of every field that any file carries and the import it came with;
  /// there is none without a customer file.
  var customerFacts: (query: String?, fields: [Field]) {
    let found = files(of: .customers)
    let fields = SourceKind.customers.fields.filter { field in
      field != .customer && found.contains { $0.fields.contains(field) }
    }
    guard !found.isEmpty, !fields.isEmpty else { return (nil, []) }
    let columns = fields.map { field in
      let name = quoted(field.rawValue)
      return """
        arg_max(cast(\(name) as varchar), \(precedence)) filter (where \(name) is not null),
          arg_max(import_order, \(precedence)) filter (where \(name) is not null)
        """
    }
    return (
      """
      select "customer", \(columns.joined(separator: ", ")) from (\(customerRows(found))) where "customer" is not null
      group by "customer" order by "customer"
      """, fields
    )
  }

  /// For each invoice number of a source its newest header.
  private var headers: String {
    """
    select * from (
      select *, row_number() over (
        partition by source_name, "invoice" order by import_order desc, "date" desc, "customer") as newest
      from (\(events(.invoices))))
    where newest = 1
    """
  }

  private var completedByHeaders: Bool {
    !files(of: .invoices).isEmpty
      && files(of: .sales).contains { !$0.fields.isSuperset(of: [.date, .customer]) }
  }

  /// Invoice lines, less those whose place another invoice took: an advance that its final invoice bills again, an
  /// invoice that a corrected one restates.
  private func standing(_ chosen: (LedgerFile) -> Bool) -> String {
    let all = events(.sales, chosen)
    func isEInvoice(_ file: LedgerFile) -> Bool { !file.isBooks && file.fields.contains(.nature) }
    guard files(of: .sales).contains(where: { isEInvoice($0) && chosen($0) }) else { return all }
    return """
      select s.* from (\(all)) s
      where not exists (
        select 1 from (\(events(.sales, isEInvoice))) c
        where c.source_name = s.source_name and c."precedingInvoice" = s."invoice" and c."invoice" <> s."invoice"
          and (c."nature" = '\(LineNature.correction.rawValue)'
            or (c."nature" = '\(LineNature.settling.rawValue)' and s."nature" = '\(LineNature.advance.rawValue)')))
      """
  }

  /// Invoice lines, completed by their headers where the file had no date or no customer.
  private func lines(_ chosen: (LedgerFile) -> Bool) -> String {
    guard completedByHeaders else { return standing(chosen) }
    return """
      select l.* replace (
        coalesce(l."date", h."date") as "date", coalesce(l."customer", h."customer") as "customer",
        coalesce(l."salesperson", h."salesperson") as "salesperson")
      from (\(standing(chosen))) l
      left join (\(headers)) h on h.source_name = l.source_name and h."invoice" = l."invoice"
      """
  }

  /// Whether some lines say no price; a file with prices gives every line its amount.
  private var pricedByProduct: Bool {
    files(of: .sales).contains { $0.fields.isDisjoint(with: [.amount, .unitPrice]) }
  }

  private var needsProducts: Bool {
    !files(of: .products).isEmpty
      && (pricedByProduct || any(.products, carries: .cost) || any(.products, carries: .range))
  }

  /// Invoice lines with their money: amount, cost and range completed from the product file where the line says nothing.
  private func sales(_ chosen: (LedgerFile) -> Bool = { _ in true }) -> String {
    let columns = """
      l.import_order, l.source_name, l."customer", l."customerName", l."date", l."invoice", l."product", l."quantity",
      l."salesperson", l."precedingInvoice", l."productName", l."nature", l."unit"
      """
    guard needsProducts else {
      return
        "select \(columns), l.\"amount\" as revenue, l.\"cost\" as direct_cost, l.\"range\" from (\(lines(chosen))) l"
    }
    return """
      select \(columns),
        \(pricedByProduct ? "coalesce(l.\"amount\", \(priced("p.\"price\"")))" : "l.\"amount\"") as revenue,
        coalesce(l."cost", \(product("l.\"quantity\"", "p.\"cost\""))) as direct_cost,
        coalesce(l."range", p."range") as "range"
      from (\(lines(chosen))) l left join products p on p."product" = l."product"
      """
  }

  /// Quantity × the product's price × (1 − discount), in cents.
  private func priced(_ price: String) -> String {
    """
    case when l."discount" is null then \(product("l.\"quantity\"", price))
      else \(Self.rounded("cast(l.\"quantity\" as hugeint) * \(price) * (1000000 - l.\"discount\")", by: "10000000000000000")) end
    """
  }

  /// Two factors in millionths multiplied, in cents.
  private func product(_ first: String, _ second: String) -> String {
    Self.rounded("cast(\(first) as hugeint) * \(second)", by: "10000000000")
  }

  /// A whole number divided, rounded half away from zero.
  static func rounded(_ number: String, by divisor: String) -> String {
    "cast(sign(\(number)) * ((abs(\(number)) + \(divisor) // 2) // \(divisor)) as bigint)"
  }
}

extension ClosedRange<Day> {
  /// What follows a date that lies between these.
  var condition: String { "between date '\(lowerBound.iso)' and date '\(upperBound.iso)'" }
}

extension SourceKind {
  /// When a row happened, in the kinds whose rows are events: a payment on the day the money came, a loss on the day it was
  /// written off, whatever the day of the invoice.
  fileprivate var day: Field? { self == .payments ? .paid : fields.contains(.date) ? .date : nil }

  /// The engine's type of a field's stored values.
  func type(of field: Field) -> String {
    switch storage(of: field) {
    case .day: "date"
    case .cents, .millionths, .whole: "bigint"
    case .flag: "boolean"
    case .text, nil: "varchar"
    }
  }
}

/// What the lines of a ledger can say.
struct LineKnowledge {
  let costs: Bool
  let quantities: Bool
  let references: Bool
  let names: Bool

  /// An expression over costs, or nothing spent where no cost is known.
  func cost(_ expression: String) -> String { costs ? expression : "cast(0 as bigint)" }
  /// An expression over quantities, or none.
  func quantity(_ expression: String) -> String { quantities ? expression : "cast(0 as bigint)" }
}
