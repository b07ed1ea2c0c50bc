import ADBC
import Ledger
import Units

/// A table inside a file that the engine opens: its columns and, row by row, their texts.
public struct SourceTable: Sendable {
  /// The file.
  public let file: String
  /// What holds the table: a workbook or Parquet.
  public let format: TableFormat
  /// The sheet of a workbook; nothing is the first.
  public let sheet: String?

  /// Names a table.
  public init(file: String, format: TableFormat, sheet: String? = nil) {
    self.file = file
    self.format = format
    self.sheet = sheet
  }
}

extension DuckDBEngine {
  /// The names of a Parquet file's columns; nothing for a workbook, whose header is a row like any other.
  public func columns(of table: SourceTable) throws(EngineError) -> [String]? {
    guard table.format == .parquet else { return nil }
    return try rows(.reading, "describe select * from read_parquet(\(literal(table.file)))").compactMap { $0[0].text }
  }

  /// The first rows, for sniffing.
  public func firstRows(of table: SourceTable, count: Int) throws(EngineError) -> [[String?]] {
    try rows(.reading, try query(table) + " limit \(count)").map { row in row.map(\.text) }
  }

  /// Hands over every row in order, its line counted from 1, its fields as bytes of UTF-8 or nothing.
  ///
  /// The bytes are valid only during the call. What `body` throws stops the reading and comes out.
  public func eachRow(
    of table: SourceTable, _ body: (_ line: Int, _ fields: [UnsafeRawBufferPointer?]) throws -> Void
  ) throws {
    let query = try query(table)
    var line = 0
    var fields: [UnsafeRawBufferPointer?] = []
    do {
      try connection.query(query) { batch in
        let columns = try batch.columns.map { try $0.texts }
        for row in 0..<batch.count {
          line += 1
          fields.removeAll(keepingCapacity: true)
          for column in columns {
            // The batch outlives the loop, and its memory with it.
            fields.append(column.validity[row] ? column.withBytes(at: row) { $0 } : nil)
          }
          try withExtendedLifetime(batch) { try body(line, fields) }
        }
      }
    } catch let error as ADBCError { throw EngineError.refused(doing: .reading, error) }
  }

  private func query(_ table: SourceTable) throws(EngineError) -> String {
    switch table.format {
    case .xlsx:
      try loadSpreadsheets()
      let sheet = table.sheet.map { ", sheet = \(literal($0))" } ?? ""
      return """
        select * from read_xlsx(\(literal(table.file)), header = false, all_varchar = true, stop_at_empty = false\(sheet))
        """
    default:
      let names = try columns(of: table) ?? []
      let texts = names.map { "cast(\(quoted($0)) as varchar)" }
      return "select \(texts.joined(separator: ", ")) from read_parquet(\(literal(table.file)))"
    }
  }
}
