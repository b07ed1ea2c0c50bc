import Engine
import Foundation
import Ledger
import SourceFiles
import Units

/// What the cleaning of one table left aside, ready to be kept.
struct CleanedTable {
  let reading: TableReading
  /// The Parquet file of accepted rows.
  let facts: String
  /// The file of rejected rows, when there are any.
  let rejects: String?
  let summary: TableSummary
  let faults: [CleaningSummary.FaultCount]
  /// Rows that are there already.
  var duplicates = 0
  /// For mended rejects, the source file's lines they bring.
  var completedLines: [Int]?
  /// Facts of other kinds that came with the rows.
  var also: [PartOutput.Stored] = []
  /// The days that are told, where these are more than those of the rows.
  var days: ClosedRange<Day>?
  /// What was bought in each month that accounts cover.
  var purchases: [Month: Cents] = [:]
  /// Who sells and who buys, in electronic invoices.
  var parties: InvoiceParties?
  /// What the person should see of the reading, beside what the first look said.
  var notes: [TableNote] = []
}

/// The figures of one table, whichever way it was read.
struct TableSummary {
  let rows: Int
  let accepted: Int
  let rejected: Int
  let stored: StoredSummary
}

/// Where the rows of one table go: accepted ones to canonical CSV and then to Parquet, the others to a rejects file.
final class CleaningOutput {
  private let engine: DuckDBEngine
  private let policy: Policy
  private let folder: String
  private let id: String
  private let canonical: String
  private let rejectsPath: String
  let facts: String
  private let rows: FileSink
  private let rejectsSink: FileSink
  private let rejects: RejectsWriter

  init(engine: DuckDBEngine, policy: Policy, language: Language, folder: String, id: String) throws {
    self.engine = engine
    self.policy = policy
    self.folder = folder
    self.id = id
    canonical = "\(folder)/\(id).csv"
    rejectsPath = "\(folder)/\(id).rejects.csv"
    facts = "\(folder)/\(id).parquet"
    rows = try FileSink(path: canonical)
    let sink = try FileSink(path: rejectsPath)
    rejectsSink = sink
    rejects = RejectsWriter(language: language) { try sink.write($0) }
  }

  /// A cleaner that writes here.
  func cleaner(
    reading: TableReading, file: String, faults: @escaping (RowFault) -> Void = { _ in }
  ) throws -> RowCleaner {
    RowCleaner(
      reading: reading, file: file, currency: policy.company.currency, rates: policy.company.rates,
      rows: { [rows] in try rows.write($0) },
      faults: { [rejects] fault in
        faults(fault)
        try rejects.write(fault)
      })
  }

  /// A place for facts of some kind that are values already.
  /// - Parameter fields: those that some row may carry.
  func part(_ kind: SourceKind, _ fields: Set<Field>) throws -> PartOutput {
    try PartOutput(kind, fields, engine: engine, folder: folder, id: id)
  }

  /// Ends a reading whose rows were values already, and were stored elsewhere.
  /// - Parameter read: how many rows or documents the source holds.
  func stored(
    _ main: PartOutput.Stored, also: PartOutput.Stored..., reading: TableReading, read: Int, faults: [RowFault],
    notes: [TableNote], days: ClosedRange<Day>? = nil, purchases: [Month: Cents] = [:],
    parties: InvoiceParties? = nil
  ) throws -> CleanedTable {
    try rejects.finish()
    try rows.close()
    try rejectsSink.close()
    try? FileManager.default.removeItem(atPath: canonical)
    return CleanedTable(
      reading: reading, facts: main.facts, rejects: rejects.count > 0 ? rejectsPath : nil,
      summary: TableSummary(
        rows: read, accepted: read - rejects.count, rejected: rejects.count, stored: main.summary),
      faults: CleaningSummary.FaultCount.counts(of: faults), also: also.filter { $0.part.rows > 0 }, days: days,
      purchases: purchases, parties: parties, notes: notes)
  }

  /// Sets a row aside that never reached the cleaner.
  func reject(_ fault: RowFault) throws { try rejects.write(fault) }

  /// Ends the cleaning and stores what was accepted.
  func stored(_ cleaner: RowCleaner, reading: TableReading) throws -> CleanedTable {
    let cleaned = try cleaner.finish()
    try rejects.finish()
    try rows.close()
    try rejectsSink.close()
    let stored = try engine.stored(
      canonical, as: reading.kind, mapping: Set(reading.columns.map(\.field)), rows: cleaned.accepted, to: facts)
    return CleanedTable(
      reading: reading, facts: facts, rejects: rejects.count > 0 ? rejectsPath : nil,
      summary: TableSummary(
        rows: cleaned.accepted + rejects.count, accepted: cleaned.accepted, rejected: rejects.count, stored: stored),
      faults: cleaned.faults)
  }
}
