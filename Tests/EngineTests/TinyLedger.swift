import Foundation
import Ledger
import Testing
import Units

@testable import Engine

/// The engine that set-up installed, or nothing where it is not.
enum Installed {
  static let settings: EngineSettings? = {
    let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let folder =
      ProcessInfo.processInfo.environment["CLIENTELE_ENGINES"] ?? package.appendingPathComponent(".engines").path
    return try? EngineSettings(lookingIn: [folder])
  }()

  static func engine() throws -> DuckDBEngine {
    try DuckDBEngine(try #require(settings, "run `make setup` first"))
  }
}

/// A ledger on disk written line by line, in a folder of its own.
final class TinyLedger {
  let folder: String
  let engine: DuckDBEngine
  private(set) var files: [LedgerFile] = []
  /// The months of the accounts among them.
  private var covered: [ClosedRange<Day>] = []

  init() throws {
    folder = NSTemporaryDirectory() + "tiny-ledger-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    engine = try Installed.engine()
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  /// Adds an import whose rows carry these fields, in this order; an empty text is unknown.
  @discardableResult
  func add(
    _ kind: SourceKind, _ fields: [Field], source: String = "main", restating: Bool = true,
    isBooks: Bool = false, hidden: [ClosedRange<Day>] = [], _ rows: [[String]]
  ) throws -> LedgerFile {
    let sequence = files.count + 1
    let lines = rows.map { row in
      kind.fields.map { field in
        guard let place = fields.firstIndex(of: field), !row[place].isEmpty else { return "" }
        return kind.storage(of: field) == .text ? "\"\(row[place])\"" : row[place]
      }.joined(separator: ",")
    }
    let csv = "\(folder)/\(sequence).csv"
    try ([kind.fields.map(\.rawValue).joined(separator: ",")] + lines).joined(separator: "\n").appending("\n").write(
      toFile: csv, atomically: true, encoding: .utf8)
    let parquet = "\(folder)/\(sequence).parquet"
    try engine.store(canonical: csv, as: kind, mapping: Set(fields), to: parquet)
    if kind == .sales, restating {
      let list = "\(folder)/\(sequence).superseded.parquet"
      let earlier = files.filter { $0.kind == kind && $0.source == source }
      let overlaps = try engine.overlaps(
        of: parquet, dated: fields.contains(.date), with: earlier, writingTo: list)
      files = files.map { file in
        guard overlaps.contains(where: { $0.id == file.id }) else { return file }
        return LedgerFile(
          id: file.id, sequence: file.sequence, kind: file.kind, source: file.source, path: file.path,
          overlaps: file.overlaps + [list], fields: file.fields)
      }
    }
    let file = LedgerFile(
      id: String(sequence), sequence: sequence, kind: kind, source: source, path: parquet, overlaps: [],
      fields: Set(fields), isBooks: isBooks, hidden: hidden)
    if isBooks { covered.append(coveredDays(rows.compactMap { row in fields.firstIndex(of: .date).map { row[$0] } })) }
    files.append(file)
    return file
  }

  func reader() throws -> LedgerReader { try LedgerReader(files, covered: covered, engine: engine) }

  private func coveredDays(_ days: [String]) -> ClosedRange<Day> {
    let days = days.compactMap { Day(iso: $0) }.sorted()
    return days[0].month.firstDay...days[days.count - 1].month.lastDay
  }

  func books(_ first: String, _ last: String, rules: Policy.Orders = Policy.Orders()) throws -> Books {
    let span = MonthSpan(try #require(Month(iso: first)), try #require(Month(iso: last)))
    return try reader().books(Window(asOf: span.last, months: span.count), rules: rules)
  }
}
