import Units

/// A column of a report: what it holds and how people read it.
public struct ReportColumn: Hashable, Sendable {
  /// The name in JSON and CSV.
  public let key: String
  /// The header.
  public let title: Phrase
  /// What the cells hold.
  public let kind: Kind
  /// Whether and how long it is kept where room is short.
  public let place: Place

  /// What the cells of a column hold.
  public enum Kind: Hashable, Sendable {
    /// Text of the data or a word of ours.
    case text
    case integer
    /// Money in whole units.
    case euros
    /// Money with its cents.
    case cents
    /// A share, shown with so many decimals of a percent.
    case percent(digits: Int)
    /// A number with so many decimals.
    case number(digits: Int)
    case hours
    case month
    case day
    case flag
    case trend
    /// Figures of several kinds in one column: each cell carries its own unit.
    case mixed
  }

  /// How a column fares where room is short.
  public enum Place: Hashable, Sendable {
    /// Always shown.
    case essential
    /// Dropped where room is short, higher numbers first.
    case optional(Int)
    /// Only for programs and spreadsheets.
    case hidden
  }

  /// Makes a column.
  public init(_ key: String, _ title: Phrase, _ kind: Kind, _ place: Place = .essential) {
    self.key = key
    self.title = title
    self.kind = kind
    self.place = place
  }

  /// Whether cells stand at the right, on the decimal mark.
  public var isNumeric: Bool {
    switch kind {
    case .integer, .euros, .cents, .percent, .number, .hours, .mixed: true
    case .text, .month, .day, .flag, .trend: false
    }
  }
}

extension Voice {
  /// The header of a column with its unit: `Marge, €`.
  public func header(of column: ReportColumn) -> String {
    let title = column.title.text(in: self)
    switch column.kind {
    case .euros, .cents: return title + "," + Mark.noBreak + symbol
    case .percent: return title + "," + Mark.noBreak + "%"
    case .hours: return title + "," + Mark.noBreak + "h"
    case .text, .integer, .number, .month, .day, .flag, .trend, .mixed: return title
    }
  }
}
