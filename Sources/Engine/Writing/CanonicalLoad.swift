import Ledger
import Units

extension DuckDBEngine {
  /// Stores a canonical file (UTF-8, commas, a header, quoted texts, whole cents and millionths, ISO days) as Parquet,
  /// rows in their order, with the columns that a file which maps some fields gives.
  /// - Throws: `EngineError.refused` when the disk is full or the file is not canonical.
  public func store(
    canonical file: String, as kind: SourceKind, mapping mapped: Set<Field>, to parquet: String
  ) throws(EngineError) {
    let stored = kind.stored(mapping: mapped).map { quoted($0.rawValue) }
    let columns = kind.fields.map { "\(literal($0.rawValue)): \(literal(kind.type(of: $0)))" }
    try run(
      .writing,
      """
      copy (select \(stored.joined(separator: ", ")) from read_csv(\(literal(file)), auto_detect = false, header = true, delim = ',', quote = '"',
        escape = '"', new_line = '\\n', nullstr = '', max_line_size = 8388608, strict_mode = true,
        columns = {\(columns.joined(separator: ", "))}))
      to \(literal(parquet)) (format parquet)
      """)
  }

  /// What a stored file holds, for the import's summary.
  public func summary(
    of parquet: String, kind: SourceKind, mapping mapped: Set<Field>
  ) throws(EngineError) -> StoredSummary {
    let stored = Set(kind.stored(mapping: mapped))
    func column(_ field: Field) -> String {
      stored.contains(field) ? quoted(field.rawValue) : "cast(null as \(kind.type(of: field)))"
    }
    let (date, customer, invoice) = (column(.date), column(.customer), column(.invoice))
    let amount = kind == .sales ? column(.amount) : "cast(null as bigint)"
    let rows = try rows(
      .reading,
      """
      select cast(count(*) as bigint), min(\(date)), max(\(date)), cast(coalesce(sum(\(amount)), 0) as bigint),
        cast(coalesce(sum(case when \(customer) is null then \(amount) end), 0) as bigint),
        cast(count(*) - count(\(customer)) as bigint), cast(count(*) - count(\(amount)) as bigint),
        cast(count(*) - count(\(date)) as bigint), cast(count(\(invoice)) as bigint)
      from read_parquet(\(literal(parquet)))
      """)
    guard let row = rows.first else { preconditionFailure("an aggregate gives one row") }
    func whole(_ index: Int) -> Int { row[index].whole.map(Int.init) ?? 0 }
    return StoredSummary(
      rows: whole(0), from: row[1].day, to: row[2].day, revenue: Cents(Int64(whole(3))),
      unattributed: Cents(Int64(whole(4))), unattributedLines: whole(5), withoutAmount: whole(6), withoutDate: whole(7),
      withInvoice: whole(8))
  }
}

/// What a stored file holds.
public struct StoredSummary: Hashable, Sendable {
  /// Rows.
  public let rows: Int
  /// The first day, where the kind has dates.
  public let from: Day?
  /// The last day.
  public let to: Day?
  /// The sum of the lines' amounts.
  public let revenue: Cents
  /// The part of it without a customer.
  public let unattributed: Cents
  /// Rows without a customer.
  public let unattributedLines: Int
  /// Rows without an amount.
  public let withoutAmount: Int
  /// Rows without a date.
  public let withoutDate: Int
  /// Rows with an invoice number.
  public let withInvoice: Int
}
