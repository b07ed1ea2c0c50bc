import Decisions
import Engine
import Foundation
import Ledger
import Portfolio
import Synchronization
import Units

/// The books of a workspace as they stood at one moment, with their analyses: what pages are made of.
///
/// Everything a page shows is in memory; only the lines behind a figure are read from the ledger's files. Safe to share.
public final class BookSnapshot: Sendable {
  /// What tells one state of the workspace from another.
  public let revision: WorkspaceRevision
  /// The company's rules.
  public let policy: Policy
  /// The imports, oldest first.
  public let imports: [ImportRecord]
  /// What people had decided.
  public let judgements: Judgements
  /// Which months are over.
  public let complete: CompleteMonths
  /// The last months up to the last complete one, as many as the policy says.
  public let portfolio: CompanyAnalysis
  private let totals: [Reconciliation.Import]
  /// Whether some customers belong to a group.
  public let hasGroups: Bool
  private let workspace: Workspace
  private let settings: EngineSettings
  private let manifest: Manifest
  private let source: Mutex<LedgerReader>
  /// The same ledger in which the customers of a group are one; opened when somebody asks.
  private let grouped = Mutex<LedgerReader?>(nil)

  /// Reads the ledger and reduces it.
  /// - Throws: `DeskError`, `WindowFault` or `EngineError`.
  public init(of workspace: Workspace, settings: EngineSettings) throws {
    revision = WorkspaceRevision(of: workspace)
    self.workspace = workspace
    self.settings = settings
    policy = try PolicyFile.policy(of: workspace)
    judgements = try workspace.judgements()
    let analysis = try Analysis(
      of: workspace, settings: settings, policy: policy, judgements: judgements, withImports: true)
    manifest = analysis.manifest
    imports = analysis.records
    hasGroups = analysis.books.customers.details.values.contains { $0.group != nil }
    complete = analysis.complete
    totals = analysis.imports
    portfolio = CompanyAnalysis(
      books: analysis.books, policy: policy, imports: totals, facts: try analysis.facts(),
      relations: try analysis.relations(), judge: StageJudging.judge)
    source = Mutex(analysis.reader)
  }

  /// The analyses of other months or per group; without a length, as many as the policy says.
  /// - Throws: `WindowFault` for months that are not there, or `EngineError`.
  public func portfolio(
    asOf month: Month?, length: WindowLength?, per scope: CustomerScope = .company
  ) throws -> CompanyAnalysis {
    let window = try complete.window(asOf: month, length: length ?? policy.usualLength)
    let (books, facts, relations) = try reading(per: scope) {
      [rules = policy.orders, stamps = imports.stamps, judgements, latest = complete.asOf] reader in
      let books = try reader.books(window, rules: rules)
      return (
        books, try reader.facts(of: books.customers, imports: stamps),
        try RelationFacts(reader, books: books, judgements: judgements, latest: latest)
      )
    }
    let found = CompanyAnalysis(
      books: books, policy: policy, imports: totals, facts: facts, relations: relations,
      judge: StageJudging.judge)
    found.life.settle()
    return found
  }

  /// Reads the lines of all products for an analysis of this snapshot, unless somebody had it done before.
  /// - Throws: `EngineError`.
  public func readPrices(of analysis: CompanyAnalysis) throws {
    let books = analysis.books
    try analysis.portfolio.readPrices {
      try reading(per: books.customers.scope) { reader in try reader.productSales(of: books) }
    }
  }

  /// A page of the invoice lines that a person asks for, and what all of them come to.
  /// - Parameter scope: whether a customer of the request may be a group.
  /// - Throws: `EngineError`, also when an import they came with was forgotten since.
  public func lines(_ request: LineRequest, per scope: CustomerScope = .company) throws -> LinePage {
    try reading(per: scope) { reader in try reader.lines(request) }
  }

  /// Reads the ledger, one reader at a time.
  func reading<Result: Sendable>(
    per scope: CustomerScope, _ body: (LedgerReader) throws -> sending Result
  ) throws -> Result {
    switch scope {
    case .company: return try source.withLock { reader in try body(reader) }
    case .group:
      return try grouped.withLock { reader in
        let opened =
          try reader
          ?? manifest.reader(
            in: workspace, settings: settings,
            reading: CustomerReading(judgements, trusted: policy.file.trusted, scope: .group))
        reader = opened
        return try body(opened)
      }
    }
  }

  /// The name of each import's file, by sequence.
  public var files: [Int: String] { sources.mapValues(\.file) }

  /// The imports by the sequence that their lines carry.
  public var sources: [Int: ImportRecord] { imports.reduce(into: [:]) { $0[$1.sequence] = $1 } }
}

/// What tells one state of a workspace's facts and rules from another, without reading them.
public struct WorkspaceRevision: Hashable, Sendable {
  private let stamps: [String]

  /// Looks at the files that every change replaces.
  public init(of workspace: Workspace) {
    // What was decided last may stand in the database's log still; an empty log says nothing.
    stamps = [workspace.manifestFile, workspace.policyFile, workspace.deskFile, workspace.deskFile + "-wal"].map {
      path in
      var status = stat()
      guard stat(path, &status) == 0, status.st_size > 0 else { return "-" }
      #if os(macOS)
        let time = status.st_mtimespec
      #else
        let time = status.st_mtim
      #endif
      return "\(status.st_ino).\(status.st_size).\(time.tv_sec).\(time.tv_nsec)"
    }
  }

  /// The imports and the rules alone, as a word for caches.
  public var facts: String { stamps.prefix(2).joined(separator: "-") }

  /// The revision as a word for caches.
  public var text: String { stamps.joined(separator: "-") }
}
