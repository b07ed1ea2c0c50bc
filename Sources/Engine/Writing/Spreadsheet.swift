import ADBC
import Units

/// A column of a table to be written as a spreadsheet: real numbers and dates, not texts.
public enum SheetColumn: Sendable {
  case texts(String, [String?])
  case wholes(String, [Int64?])
  /// Money, written in units of the currency with two decimals.
  case money(String, [Cents?])
  case numbers(String, [Double?])
  case days(String, [Day?])
}

extension DuckDBEngine {
  /// Writes columns of equal length as an Excel file, replacing what was there.
  /// - Throws: `EngineError.noSpreadsheets`, or `.refused` when the file cannot be written.
  public func write(_ columns: [SheetColumn], asSpreadsheet file: String) throws(EngineError) {
    try loadSpreadsheets()
    let inputs: [InputColumn] = columns.enumerated().map { index, column in
      // Two columns may carry the same title; the table's own names are their numbers.
      let name = "c\(index)"
      switch column {
      case .texts(_, let values): return .texts(name, values)
      case .wholes(_, let values): return .int64s(name, values)
      case .money(_, let values): return .int64s(name, values.map { $0?.value })
      case .numbers(_, let values): return .float64s(name, values)
      case .days(_, let values): return .dates(name, values.map { $0?.number })
      }
    }
    do {
      try connection.ingest(InputBatch(inputs), into: "sheet", mode: .replace)
    } catch { throw .refused(doing: .writing, error) }
    var used: Set<String> = []
    let selected = columns.enumerated().map { index, column in
      var title = column.title
      while !used.insert(title).inserted { title += " " }
      if case .money = column { return "cast(c\(index) as double) / 100 as \(quoted(title))" }
      return "c\(index) as \(quoted(title))"
    }
    try run(
      .writing,
      """
      copy (select \(selected.joined(separator: ", ")) from sheet) to \(literal(file)) (format xlsx, header true)
      """)
    try run(.writing, "drop table sheet")
  }
}

extension SheetColumn {
  /// The heading.
  public var title: String {
    switch self {
    case .texts(let title, _), .wholes(let title, _), .money(let title, _), .numbers(let title, _),
      .days(let title, _):
      title
    }
  }
}
