import Engine
import Ledger
import Portfolio
import Units

/// The books of a workspace for one window.
public struct Analysis: Sendable {
  /// The facts, reduced.
  public let books: Books
  /// Which months are over.
  public let complete: CompleteMonths
  /// What each sales import brought, oldest first; empty unless asked for.
  public let imports: [Reconciliation.Import]
  /// What people decided.
  public let judgements: Judgements
  /// Everything that was imported.
  let manifest: Manifest
  /// The ledger, open, for what is asked next.
  let reader: LedgerReader

  /// Reads the ledger and reduces it.
  /// - Parameters:
  ///   - policy: the company's rules, of which the calendar and the orders' count here.
  ///   - month: the last month to look at; nothing for the last complete one.
  ///   - day: a day that has to be looked at, in a month that may not be over; nothing where the last complete one will do.
  ///   - length: the length of the window; nothing for the policy's.
  ///   - scope: what counts as one customer.
  ///   - judgements: what people decided; read from the workspace where they are not given.
  ///   - withImports: whether to add up each import's lines as well, which reads them once more.
  /// - Throws: `DeskError`, `StoreError`, `WindowFault` or `EngineError`.
  public init(
    of workspace: Workspace, settings: EngineSettings, policy: Policy, asOf month: Month? = nil,
    reaching day: Day? = nil, length: WindowLength? = nil, per scope: CustomerScope = .company,
    judgements: Judgements? = nil,
    withImports: Bool = false
  ) throws {
    let manifest = try Manifest(of: workspace)
    guard manifest.imports.contains(where: { $0.kind == .sales }) else { throw DeskError.nothingToAnalyse }
    self.manifest = manifest
    let decided = try judgements ?? workspace.judgements()
    self.judgements = decided
    reader = try manifest.reader(
      in: workspace, settings: settings,
      reading: CustomerReading(decided, trusted: policy.file.trusted, scope: scope))
    complete = CompleteMonths(
      lastSaleDays: reader.monthEnds.map(\.lastDay), declared: policy.calendar.completeMonths)
    let usual = try complete.window(asOf: month, length: length ?? policy.usualLength)
    let last = reader.monthEnds.last?.month ?? usual.asOf
    let reached = day.map { min($0.month, last) } ?? usual.asOf
    let window =
      month == nil && usual.asOf < reached
      ? try complete.window(asOf: reached, length: length ?? policy.usualLength) : usual
    books = try reader.books(window, rules: policy.orders)
    imports = withImports ? try Self.imports(of: manifest, reader: reader, books: books) : []
  }

  /// Everything that was imported, oldest first.
  var records: [ImportRecord] { manifest.imports }

  /// What each sales import brought; of a single one the books already tell.
  private static func imports(
    of manifest: Manifest, reader: LedgerReader, books: Books
  ) throws(EngineError) -> [Reconciliation.Import] {
    let sales = manifest.imports.filter { $0.kind == .sales }
    guard sales.count > 1 else {
      let cells = books.activity.cells + books.unattributed.cells
      return sales.map { record in
        Reconciliation.Import(
          id: record.id, file: record.file, revenue: cells.map(\.revenue).sum + books.later.revenue,
          unattributed: books.unattributed.cells.map(\.revenue).sum + books.later.unattributed,
          lines: cells.reduce(books.later.lines) { $0 + $1.lines })
      }
    }
    return try reader.importTotals().map { total in
      let record = sales.first { $0.sequence == total.sequence }
      return Reconciliation.Import(
        id: record?.id ?? "", file: record?.file ?? "", revenue: total.revenue, unattributed: total.unattributed,
        lines: total.lines)
    }
  }
}

extension Manifest {
  /// Opens the ledger.
  /// - Parameter reading: how the customer file is read.
  func reader(
    in workspace: Workspace, settings: EngineSettings, reading: CustomerReading
  ) throws(EngineError) -> LedgerReader {
    try LedgerReader(
      files(in: workspace), covered: coveredByBooks, purchases: purchases,
      engine: try DuckDBEngine(settings.sized(for: rows)), reading: reading)
  }
}
