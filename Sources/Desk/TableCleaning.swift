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
  let notes: [TableNote]
}

/// The figures of one table, whichever way it was read.
struct TableSummary {
  var rows: Int
  var accepted: Int
  var rejected: Int
  var from: Day?
  var to: Day?
  var revenue: Cents
  var unattributed: Cents
  var unattributedLines: Int
  var withInvoice: Int
  var waitingForPrice: Int
  var waitingForInvoice: Int
}

/// Reads one table into Parquet: by the engine alone when the file is clean, else row by row through the cleaner.
struct TableCleaning {
  let look: SourceLook
  let engine: DuckDBEngine
  let policy: Policy
  let folder: String
  let id: String
  let progress: (ImportProgress.Stage, Double?) throws -> Void

  private var facts: String { "\(folder)/\(id).parquet" }

  func run() throws -> CleanedTable {
    if let table = try direct() { return table }
    do { return try byRow(look.sniffed.reading) } catch SourceFileError.dateOrderContradicted(_, _, _, _, let other) {
      // The guess was wrong: every row is read again, the right way round.
      return try byRow(look.sniffed.reading.withDateOrder(other))
    }
  }

  private func direct() throws -> CleanedTable? {
    let reading = look.sniffed.reading
    guard look.isCleanText, look.sniffed.hasPlainNumbers else { return nil }
    try progress(.storing, nil)
    guard let stored = try engine.store(
      sales: look.path, reading: reading, datePattern: look.sniffed.datePattern, to: facts)
    else { return nil }
    return CleanedTable(
      reading: reading, facts: facts, rejects: nil,
      summary: TableSummary(stored, reading: reading, accepted: stored.rows, rejected: 0), faults: [], notes: [])
  }

  private func byRow(_ reading: TableReading) throws -> CleanedTable {
    let aside = "\(folder)/\(id).csv"
    let rejects = "\(folder)/\(id).rejects.csv"
    let output = try FileOutput(aside)
    let rejected = try RejectsOutput(rejects, header: RejectsFile.header)
    let cleaner = RowCleaner(
      reading: reading, file: look.name, currency: policy.company.currency, rates: policy.company.rates,
      rows: { try output.write($0) }, faults: { try rejected.write($0) })
    switch reading.format {
    case .csv:
      let file = try FileBytes(path: look.path)
      let source: any ByteSource = reading.isGzip ? try InflatedBytes(file, file: look.name) : file
      try cleaner.clean(source) { taken in try progress(.cleaning, Double(taken) / Double(max(1, look.size))) }
    case .xlsx, .parquet: try pushTable(reading, into: cleaner)
    case .jsonLines: try pushLines(into: cleaner)
    }
    let summary = try cleaner.finish()
    try output.close()
    try rejected.close()
    try progress(.storing, nil)
    try engine.store(canonical: aside, as: reading.kind, to: facts)
    let stored = try engine.summary(of: facts, kind: reading.kind)
    precondition(stored.rows == summary.accepted, "every accepted row is stored")
    try? FileManager.default.removeItem(atPath: aside)
    return CleanedTable(
      reading: reading, facts: facts, rejects: summary.rejected > 0 ? rejects : nil,
      summary: TableSummary(stored, reading: reading, accepted: summary.accepted, rejected: summary.rejected),
      faults: summary.faults, notes: [])
  }

  private func pushTable(_ reading: TableReading, into cleaner: RowCleaner) throws {
    let table = SourceTable(file: look.path, format: reading.format, sheet: reading.sheet)
    var slices: [FieldSlice] = []
    try engine.eachRow(of: table) { line, fields in
      // A workbook's header is a row like any other.
      guard line > (reading.headerLine ?? 0) || reading.format == .parquet else { return }
      slices.removeAll(keepingCapacity: true)
      for field in fields {
        slices.append(
          FieldSlice(start: field?.bindMemory(to: UInt8.self).baseAddress, count: field?.count ?? 0))
      }
      try slices.withUnsafeBufferPointer { try cleaner.push(line: line, fields: $0) }
    }
  }

  private func pushLines(into cleaner: RowCleaner) throws {
    try JSONLines(path: look.path).eachRow { line, texts, _ in
      let fields = (texts ?? []).map { $0.map { Array($0.utf8) } }
      try withSlices(fields) { try cleaner.push(line: line, fields: $0) }
    }
  }
}

/// Calls `body` with fields as slices that live as long as the call.
func withSlices(_ fields: [[UInt8]?], _ body: (UnsafeBufferPointer<FieldSlice>) throws -> Void) throws {
  let bytes = fields.flatMap { $0 ?? [] }
  try bytes.withUnsafeBufferPointer { all in
    var slices: [FieldSlice] = []
    var start = 0
    for field in fields {
      // An empty text has a place as well, or it would be null.
      slices.append(
        FieldSlice(start: field == nil ? nil : all.baseAddress.map { $0 + start }, count: field?.count ?? 0))
      start += field?.count ?? 0
    }
    try slices.withUnsafeBufferPointer(body)
  }
}

extension TableSummary {
  init(_ stored: StoredSummary, reading: TableReading, accepted: Int, rejected: Int) {
    let isSales = reading.kind == .sales
    self.init(
      rows: accepted + rejected, accepted: accepted, rejected: rejected, from: stored.from, to: stored.to,
      revenue: isSales ? stored.revenue : .zero, unattributed: isSales ? stored.unattributed : .zero,
      unattributedLines: isSales ? stored.unattributedLines : 0, withInvoice: stored.withInvoice,
      waitingForPrice: isSales ? stored.withoutAmount : 0, waitingForInvoice: isSales ? stored.withoutDate : 0)
  }
}
