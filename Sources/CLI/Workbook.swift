import Engine
import Pages
import Units

/// A report's sheet as columns of real numbers and dates.
enum Workbook {
  static func columns(of sheet: ReportSheet) -> [SheetColumn] {
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
