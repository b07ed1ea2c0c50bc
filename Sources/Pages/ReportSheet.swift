import Units

/// A report as a spreadsheet: real numbers and dates under localized headers, ready for a writer of workbooks.
public struct ReportSheet: Sendable {
  /// What a column's cells are formatted as.
  public enum Kind: Hashable, Sendable { case text, euros, number, percent, date }

  /// A column.
  public struct Column: Hashable, Sendable {
    /// The header, with its unit.
    public let title: String
    /// How the cells are formatted.
    public let kind: Kind
  }

  /// A value a spreadsheet can hold.
  public enum Value: Hashable, Sendable {
    case empty
    case text(String)
    case euros(Cents)
    case number(Double)
    /// 1 is the whole.
    case percent(Double)
    case date(Day)
    case flag(Bool)
  }

  /// The sheet's name, at most 31 characters.
  public let name: String
  /// The columns.
  public let columns: [Column]
  /// The finding, to stand above the table.
  public let title: String
  private let rows: ReportRows
  private let voice: Voice

  /// Makes the sheet of a report: its rows, or its figures as label and value where it has no rows.
  public init(_ document: ReportDocument, in voice: Voice) {
    self.voice = voice
    name = String(document.name.label.text(in: voice).prefix(31))
    title = document.title.text(in: voice)
    let grid = document.grid.columns.isEmpty ? document.table : document.grid
    rows = grid.rows
    columns = grid.columns.map { Column(title: voice.header(of: $0), kind: ReportSheet.kind(of: $0)) }
  }

  /// How many rows.
  public var count: Int { rows.count }

  /// The values of one row, one for each column.
  public subscript(row: Int) -> [Value] { rows[row].map(value) }

  private static func kind(of column: ReportColumn) -> Kind {
    switch column.kind {
    case .euros, .cents: .euros
    case .integer, .number, .hours: .number
    case .percent: .percent
    case .month, .day: .date
    case .text, .flag, .trend, .mixed: .text
    }
  }

  private func value(_ cell: ReportCell) -> Value {
    switch cell {
    case .unknown: .empty
    case .text(let text): .text(text)
    case .phrase(let phrase): .text(phrase.text(in: voice))
    case .tag(let tag): .text(tag.label.text(in: voice))
    case .integer(let number): .number(Double(number))
    case .cents(let money): .euros(money)
    case .share(let share): .percent(share)
    case .number(let number): .number(number)
    case .minutes(let minutes): .number(Double(minutes) / 60)
    case .month(let month): .date(month.firstDay)
    case .day(let day): .date(day)
    case .flag(let flag): .flag(flag)
    case .trend, .list, .object: .text(voice.text(of: cell, digits: 1))
    }
  }
}
