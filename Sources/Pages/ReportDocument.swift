import Ledger
import Units

/// A report ready to be shown: plain values that every renderer reads, in no language yet.
public struct ReportDocument: Equatable, Sendable {
  /// Which report.
  public let name: ReportName
  /// The months it looks at.
  public let window: Window
  /// The finding: a sentence that states what the report shows, computed from the data.
  public let title: Phrase
  /// How it is computed, in one line.
  public let subtitle: Phrase
  /// The report's own figures, in order.
  public let totals: [ReportTotal]
  /// The rows of the contract, for programs.
  public let grid: ReportGrid
  /// What people read where that is not the contract's rows.
  public let reading: ReportGrid?
  /// What limits the figures or explains them.
  public let notes: [Phrase]

  /// Makes a document.
  public init(
    name: ReportName, window: Window, title: Phrase, subtitle: Phrase, totals: [ReportTotal] = [],
    grid: ReportGrid = .none, reading: ReportGrid? = nil, notes: [Phrase] = []
  ) {
    self.name = name
    self.window = window
    self.title = title
    self.subtitle = subtitle
    self.totals = totals
    self.grid = grid
    self.reading = reading
    self.notes = notes
  }

  /// The same report with one more note.
  func adding(_ note: Phrase) -> ReportDocument {
    ReportDocument(
      name: name, window: window, title: title, subtitle: subtitle, totals: totals, grid: grid, reading: reading,
      notes: notes + [note])
  }

  /// The last month looked at.
  public var asOf: Month { window.asOf }
  /// The table that people read.
  public var table: ReportGrid { reading ?? grid }
}

/// One of a report's own figures.
public struct ReportTotal: Equatable, Sendable {
  /// The name in JSON.
  public let key: String
  /// What people read before the figure; nothing keeps it for programs.
  public let label: Phrase?
  /// The figure.
  public let cell: ReportCell

  /// Makes a figure.
  public init(_ key: String, _ cell: ReportCell, _ label: Phrase? = nil) {
    self.key = key
    self.cell = cell
    self.label = label
  }
}

/// Columns and the rows under them.
public struct ReportGrid: Equatable, Sendable {
  /// The columns in order.
  public let columns: [ReportColumn]
  /// The rows; each has a cell for each column.
  public let rows: ReportRows

  /// Makes a grid.
  public init(columns: [ReportColumn], rows: ReportRows) {
    self.columns = columns
    self.rows = rows
  }

  /// The same table with more columns at its end.
  func adding(_ more: [(column: ReportColumn, cell: @Sendable (Int) -> ReportCell)]) -> ReportGrid {
    guard !more.isEmpty else { return self }
    return ReportGrid(
      columns: columns + more.map(\.column),
      rows: ReportRows(count: rows.count) { [rows] place in rows[place] + more.map { $0.cell(place) } })
  }

  /// No table at all.
  public static let none = ReportGrid(columns: [], rows: ReportRows([]))
}

/// Rows made when they are read: a million customers never stand in memory as cells.
public struct ReportRows: RandomAccessCollection, Equatable, Sendable {
  private let make: @Sendable (Int) -> [ReportCell]
  /// How many rows.
  public let endIndex: Int
  /// The first row's place.
  public var startIndex: Int { 0 }

  /// Rows out of a function of their place.
  public init(count: Int, _ make: @escaping @Sendable (Int) -> [ReportCell]) {
    endIndex = count
    self.make = make
  }

  /// Rows that are there already.
  public init(_ rows: [[ReportCell]]) { self.init(count: rows.count) { rows[$0] } }

  /// The cells of one row, made now.
  public subscript(place: Int) -> [ReportCell] { make(place) }

  /// Whether all cells are equal; makes every row of both.
  public static func == (left: ReportRows, right: ReportRows) -> Bool {
    left.count == right.count && left.indices.allSatisfy { left[$0] == right[$0] }
  }
}
