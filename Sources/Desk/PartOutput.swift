import Engine
import Foundation
import Ledger
import SourceFiles
import Units

/// Facts of one kind on their way into the ledger: rows that are values already, to canonical CSV and then to Parquet.
final class PartOutput {
  let rows: CanonicalRows
  private let engine: DuckDBEngine
  private let fields: Set<Field>
  private let canonical: String
  private let facts: String
  private let sink: FileSink

  /// - Parameter fields: those that some row may carry.
  init(_ kind: SourceKind, _ fields: Set<Field>, engine: DuckDBEngine, folder: String, id: String) throws {
    self.engine = engine
    self.fields = fields
    canonical = "\(folder)/\(id).\(kind.rawValue).csv"
    facts = "\(folder)/\(id).\(kind.rawValue).parquet"
    let sink = try FileSink(path: canonical)
    self.sink = sink
    rows = CanonicalRows(kind) { try sink.write($0) }
  }

  /// What was stored.
  struct Stored {
    let facts: String
    let summary: StoredSummary
    let part: ImportRecord.Part
  }

  /// Ends the rows and stores them.
  func stored() throws -> Stored {
    try rows.flush()
    try sink.close()
    let summary = try engine.stored(canonical, as: rows.kind, mapping: fields, rows: rows.count, to: facts)
    return Stored(
      facts: facts, summary: summary, part: ImportRecord.Part(kind: rows.kind, fields: fields, rows: rows.count))
  }
}

extension DuckDBEngine {
  /// Turns a canonical file into Parquet, throws it away and says what is stored.
  func stored(
    _ canonical: String, as kind: SourceKind, mapping fields: Set<Field>, rows: Int, to facts: String
  ) throws -> StoredSummary {
    try store(canonical: canonical, as: kind, mapping: fields, to: facts)
    let summary = try summary(of: facts, kind: kind, mapping: fields)
    precondition(summary.rows == rows, "every row is stored")
    try? FileManager.default.removeItem(atPath: canonical)
    return summary
  }
}
