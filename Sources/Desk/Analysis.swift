import Engine
import Ledger
import Portfolio
import Units

/// The books of a workspace for one window, with the rules to read them by.
public struct Analysis: Sendable {
  public let books: Books
  public let policy: Policy
  public let complete: CompleteMonths
  /// The imports the books come from, oldest first.
  public let imports: [ImportRecord]

  /// Reads the ledger and reduces it.
  /// - Parameters:
  ///   - month: the last month to look at; nothing for the last complete one.
  ///   - length: the length of the window.
  /// - Throws: `DeskError`, `WindowFault` or `EngineError`.
  public init(
    of workspace: Workspace, settings: EngineSettings, asOf month: Month? = nil, length: WindowLength = .months(12)
  ) throws {
    policy = try PolicyFile.policy(of: workspace)
    let manifest = try Manifest(of: workspace)
    imports = manifest.imports
    guard imports.contains(where: { $0.kind == .sales }) else { throw DeskError.nothingToAnalyse }
    let reader = try LedgerReader(manifest.files(in: workspace), engine: try DuckDBEngine(settings))
    complete = CompleteMonths(
      lastSaleDays: try reader.monthEnds().map(\.lastDay), declared: policy.calendar.completeMonths)
    books = try reader.books(try complete.window(asOf: month, length: length))
  }
}
