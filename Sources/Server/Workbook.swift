import Engine
import Foundation
import Pages
import Units

/// A report's sheet as a workbook of real numbers and dates.
public enum Workbook {
  /// The workbook's bytes, written by the engine to a file of ours and taken back.
  /// - Throws: `EngineError`, or `ServerError.internalFault` where the system has no room for the file.
  static func bytes(of sheet: ReportSheet, settings: EngineSettings) throws -> [UInt8] {
    let files = FileManager.default
    // A folder that nobody else can read: the file holds the company's figures.
    let folder = files.temporaryDirectory.appendingPathComponent("clientele-" + UUID().uuidString)
    try files.createDirectory(at: folder, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
    defer { try? files.removeItem(at: folder) }
    let file = folder.appendingPathComponent("report.xlsx").path
    try DuckDBEngine(settings).write(columns(of: sheet), asSpreadsheet: file)
    guard let data = files.contents(atPath: file) else { throw ServerError.internalFault }
    return Array(data)
  }

  /// The columns as the engine writes them.
  public static func columns(of sheet: ReportSheet) -> [SheetColumn] {
    let rows = (0..<sheet.count).map { sheet[$0] }
    return sheet.columns.enumerated().map { place, column in
      let values = rows.map { $0[place] }
      switch column.kind {
      case .euros: return .money(column.title, values.map { if case .euros(let money) = $0 { money } else { nil } })
      case .date: return .days(column.title, values.map { if case .date(let day) = $0 { day } else { nil } })
      case .number, .percent: return .numbers(column.title, values.map(\.number))
      case .text: return .texts(column.title, values.map(\.text))
      }
    }
  }
}

extension ReportSheet.Value {
  /// The value as a number, where it is one.
  fileprivate var number: Double? {
    switch self {
    case .number(let number), .percent(let number): number
    default: nil
    }
  }

  /// The value as a text.
  fileprivate var text: String? {
    switch self {
    case .empty: nil
    // XML has no way to write control characters.
    case .text(let text): String(text.unicodeScalars.filter { $0.value >= 0x20 && $0.value != 0x7F })
    case .number(let number), .percent(let number): "\(number)"
    case .euros(let money): "\(Double(money.value) / 100)"
    case .date(let day): day.iso
    case .flag(let flag): flag ? "1" : "0"
    }
  }
}
