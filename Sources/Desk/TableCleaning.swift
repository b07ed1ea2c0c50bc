import Engine
import Foundation
import Ledger
import SourceFiles
import Units

/// Reads one table into Parquet: by the engine alone when the file is clean, else row by row through the cleaner.
struct TableCleaning {
  let look: SourceLook
  let engine: DuckDBEngine
  /// Makes the place the rows go to; made again when a reading has to begin anew.
  let output: () throws -> CleaningOutput
  let progress: (ImportProgress.Stage, Double?) throws -> Void

  func run() throws -> CleanedTable {
    let output = try output()
    if let table = try direct(to: output.facts) { return table }
    do { return try byRow(look.sniffed.reading, output) } catch SourceFileError.dateOrderContradicted(
      _, _, _, _, let other)
    {
      // The guess was wrong: every row is read again, the right way round.
      return try byRow(look.sniffed.reading.withDateOrder(other), try self.output())
    }
  }

  private func direct(to facts: String) throws -> CleanedTable? {
    let reading = look.sniffed.reading
    guard look.isCleanText, look.sniffed.hasPlainNumbers else { return nil }
    try progress(.storing, nil)
    guard
      let stored = try engine.store(
        sales: look.path, reading: reading, datePattern: look.sniffed.datePattern, to: facts)
    else { return nil }
    return CleanedTable(
      reading: reading, facts: facts, rejects: nil,
      summary: TableSummary(rows: stored.rows, accepted: stored.rows, rejected: 0, stored: stored), faults: [])
  }

  private func byRow(_ reading: TableReading, _ output: CleaningOutput) throws -> CleanedTable {
    let cleaner = try output.cleaner(reading: reading, file: look.name)
    switch reading.format {
    case .csv:
      let size = Double(max(1, look.size))
      try cleaner.clean(try FileBytes(path: look.path)) { try progress(.cleaning, Double($0) / size) }
    case .xlsx, .parquet: try pushTable(reading, into: cleaner)
    case .jsonLines: try pushLines(reading, into: cleaner, output)
    case .fec, .eInvoice: preconditionFailure("these are no tables")
    }
    try progress(.storing, nil)
    return try output.stored(cleaner, reading: reading)
  }

  private func pushTable(_ reading: TableReading, into cleaner: RowCleaner) throws {
    let table = SourceTable(file: look.path, format: reading.format, sheet: reading.sheet)
    let firstRow = reading.format == .parquet ? 1 : (reading.headerLine ?? 0) + 1
    var slices: [FieldSlice] = []
    try engine.eachRow(of: table) { line, fields in
      // A workbook's header is a row like any other.
      guard line >= firstRow else { return }
      slices.removeAll(keepingCapacity: true)
      for field in fields {
        slices.append(FieldSlice(start: field?.bindMemory(to: UInt8.self).baseAddress, count: field?.count ?? 0))
      }
      try slices.withUnsafeBufferPointer { try cleaner.push(line: line, fields: $0) }
      if line % 8192 == 0 { try progress(.cleaning, nil) }
    }
  }

  private func pushLines(_ reading: TableReading, into cleaner: RowCleaner, _ output: CleaningOutput) throws {
    try JSONLines(path: look.path).eachRow { line, texts, raw in
      guard let texts else {
        return try output.reject(
          RowFault(
            file: look.name, line: line, column: nil, reason: .notAnObject,
            raw: String(decoding: raw.prefix(64 << 10), as: UTF8.self)))
      }
      try withSlices(texts.map { $0.map { Array($0.utf8) } }) { try cleaner.push(line: line, fields: $0) }
    }
  }
}

/// Calls `body` with fields as slices that live as long as the call.
func withSlices(_ fields: [[UInt8]?], _ body: (UnsafeBufferPointer<FieldSlice>) throws -> Void) throws {
  let bytes: [UInt8] = fields.flatMap { $0 ?? [] } + [0]
  try bytes.withUnsafeBufferPointer { all in
    var slices: [FieldSlice] = []
    var start = 0
    for field in fields {
      slices.append(
        FieldSlice(start: field == nil ? nil : all.baseAddress.map { $0 + start }, count: field?.count ?? 0))
      start += field?.count ?? 0
    }
    try slices.withUnsafeBufferPointer(body)
  }
}
