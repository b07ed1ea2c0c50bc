import Foundation
import Ledger
import SourceFiles
import Units

/// The rows an import set aside: how many for each reason, and some of them.
///
/// Read from the rejects file in one pass, in constant memory but for the rows asked for.
public struct RejectedRows: Sendable {
  /// One row that was set aside.
  public typealias Row = RejectsFile.Row

  /// How many rows were set aside for a reason in a column.
  public struct Count: Hashable, Sendable {
    /// The stable code of the reason.
    public let code: String
    /// The column's header, or nothing when rows as a whole are at fault.
    public let column: String?
    /// The first row's line.
    public let firstLine: Int
    /// How many.
    public fileprivate(set) var rows: Int
  }

  /// The reasons, the commonest first; at most 200 of them.
  public let counts: [Count]
  /// The rows asked for, in the file's order.
  public let rows: [Row]
  /// How many rows have the reason asked for.
  public let matching: Int

  /// Reads a stretch of an import's rejected rows.
  /// - Parameters:
  ///   - code: the reason whose rows are wanted; nothing for any.
  ///   - places: which of these rows, 0 the first.
  /// - Throws: `SourceFileError` when the file is gone or is none.
  public init(of record: ImportRecord, in workspace: Workspace, code: String?, places: Range<Int>) throws {
    struct Key: Hashable {
      let code: String
      let column: String
    }
    var found: [Key: Count] = [:]
    var rows: [Row] = []
    var matching = 0
    if record.rejected > 0 {
      let path = workspace.rejectsFile(record.id)
      try RejectsFile.read(
        try FileBytes(path: path), sample: try FileSample(path: path),
        rows: { row in
          let key = Key(code: row.code, column: row.column)
          if found[key] != nil || found.count < 200 {
            found[
              key,
              default: Count(
                code: row.code, column: row.column.isEmpty ? nil : row.column, firstLine: row.line, rows: 0)
            ].rows += 1
          }
          guard code == nil || code == row.code else { return }
          if places.contains(matching) { rows.append(row) }
          matching += 1
        }, faults: { _ in })
    }
    counts = found.values.sorted { ($1.rows, $0.firstLine) < ($0.rows, $1.firstLine) }
    self.rows = rows
    self.matching = matching
  }
}

extension ImportRecord {
  /// What the reading of the file tells a person who looks at it later.
  public var notes: [TableNote] {
    // Accounts and invoices are read as a whole; what there was to say of them was kept.
    guard reading.format.isTable else { return [] }
    var notes: [TableNote] = []
    if reading.format == .csv, reading.encoding != .utf8 { notes.append(.encoding(reading.encoding)) }
    if let line = reading.headerLine, line > 1 { notes.append(.linesAboveHeader(count: line - 1)) }
    if reading.discountIsPercent { notes.append(.discountInPercent) }
    let read = Set(reading.columns.flatMap { $0.sources.joined() })
    let unread = reading.headers.indices.filter { !read.contains($0) && !reading.headers[$0].isEmpty }
    if !unread.isEmpty { notes.append(.unread(headers: unread.map { reading.headers[$0] })) }
    return notes
  }

  /// The same in words, and what was kept of them.
  public func sentences(in language: Language) -> [String] {
    notes.map { $0.sentence(in: language) } + (told?.sentences(in: language) ?? [])
  }
}

extension Workspace {
  /// Where the rows an import set aside are; nothing when it set none aside.
  public func rejects(of record: ImportRecord) -> String? {
    record.rejected > 0 ? rejectsFile(record.id) : nil
  }
}
