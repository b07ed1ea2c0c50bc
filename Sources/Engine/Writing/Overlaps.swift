import Ledger
import Units

/// Which invoices of earlier imports a new import restates.
public struct Overlap: Hashable, Sendable {
  /// The earlier import.
  public let id: String
  /// How many of its invoices are restated.
  public let invoices: Int
  /// How many of its lines they hold.
  public let lines: Int
}

extension DuckDBEngine {
  /// Finds the invoices that both a new file and earlier ones of its source hold, and lists them in a Parquet file.
  ///
  /// An invoice is its number and the year of its date; lines without a date have the year 0.
  /// - Parameter dated: whether the new file carries dates.
  /// - Returns: what is restated, by earlier import; the file is only written when there is something.
  public func overlaps(
    of parquet: String, dated: Bool, with earlier: [LedgerFile], writingTo list: String
  ) throws(EngineError) -> [Overlap] {
    guard !earlier.isEmpty else { return [] }
    func year(_ dated: Bool) -> String { dated ? "coalesce(cast(extract(year from \"date\") as integer), 0)" : "0" }
    try run(
      .analysing,
      """
      create or replace temp table restated as
      select distinct "invoice" as invoice, \(year(dated)) as year from read_parquet(\(literal(parquet)))
      where "invoice" is not null
      """)
    let unions = earlier.map { file in
      """
      select \(literal(file.id)) as import, e."invoice" as invoice, \(year(file.fields.contains(.date))) as year,
        cast(count(*) as bigint) as lines
      from read_parquet(\(literal(file.path))) e
      where e."invoice" is not null group by 1, 2, 3
      """
    }
    try run(
      .analysing,
      """
      create or replace temp table overlap as
      select e.* from (\(unions.joined(separator: " union all "))) e
      join restated r on r.invoice = e.invoice and r.year = e.year
      """)
    let found = try rows(
      .analysing,
      "select import, cast(count(*) as bigint), cast(sum(lines) as bigint) from overlap group by import order by import"
    ).compactMap { row -> Overlap? in
      guard let id = row[0].text, let invoices = row[1].whole, let lines = row[2].whole else { return nil }
      return Overlap(id: id, invoices: Int(invoices), lines: Int(lines))
    }
    if !found.isEmpty {
      try run(
        .writing,
        "copy (select import, invoice, year from overlap order by 1, 2, 3) to \(literal(list)) (format parquet)")
    }
    try run(.analysing, "drop table restated")
    try run(.analysing, "drop table overlap")
    return found
  }
}
