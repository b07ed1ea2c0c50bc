import Engine
import Foundation
import Ledger
import SourceFiles
import Units

/// Brings source files into a workspace: all of a request's files or none, readers never kept waiting.
///
/// Facts and rejects are written aside and synced; the manifest's rename is the commit. Killed at any instant, the workspace
/// is as before or after.
public final class Importer {
  private let workspace: Workspace
  private let policy: Policy
  private let engine: DuckDBEngine
  private let language: Language
  private let progress: (ImportProgress) throws -> Void
  private let lock: WorkspaceLock
  private var manifest: Manifest
  private var parties = InvoiceParties()

  /// Takes the workspace's lock and starts the engine.
  /// - Parameters:
  ///   - language: of the reasons in rejects files.
  ///   - progress: told now and then how far the import is; what it throws stops the import, nothing changed.
  /// - Throws: `DeskError.locked`, `EngineError`.
  public init(
    _ workspace: Workspace, settings: EngineSettings, policy: Policy, language: Language = .en,
    progress: @escaping (ImportProgress) throws -> Void = { _ in }
  ) throws {
    self.workspace = workspace
    self.policy = policy
    self.language = language
    self.progress = progress
    lock = try WorkspaceLock(workspace, purpose: "import")
    manifest = try Manifest(of: workspace)
    workspace.sweep(manifest)
    for folder in [workspace.staging, workspace.scratch, workspace.rejects] { try makeFolder(folder) }
    var settings = settings
    settings.scratch = workspace.scratch
    engine = try DuckDBEngine(settings)
  }

  /// Imports the files of a request.
  /// - Throws: `SourceFileError`, `EngineError` or `DeskError`; then nothing was changed.
  public func run(_ request: ImportRequest) throws -> [ImportOutcome] {
    defer {
      for folder in [workspace.staging, workspace.scratch] { try? FileManager.default.removeItem(atPath: folder) }
    }
    var staged: [StagedImport] = []
    var outcomes: [ImportOutcome] = []
    let items = try ImportItem.all(of: request.files)
    var kept: [ImportItem] = []
    var passedOver: [TableNote] = []
    for item in items {
      do {
        outcomes.append(try bring(item, request, &staged))
        kept.append(item)
      } catch let error as SourceFileError where item.isOfFolder && items.count > 1 && error.isNoKnownTable {
        passedOver.append(.filePassedOver(item.name, error))
      }
    }
    if kept.isEmpty, case .filePassedOver(_, let error)? = passedOver.first { throw error }
    if !passedOver.isEmpty { outcomes[outcomes.count - 1].notes += passedOver }
    if policy.company.sirens.isEmpty, let buyer = parties.onlyBuyer {
      throw DeskError.purchaseInvoices(buyer: buyer.name ?? buyer.tradingName ?? "?", siren: buyer.siren)
    }
    // Among several, a document that is no invoice is told, and the rest goes on.
    if let refused = outcomes.first, let fault = refused.faults.first, outcomes.allSatisfy(\.isRefused) {
      throw DeskError.allRejected(
        file: refused.record.file, rows: refused.record.rows, firstLine: fault.firstLine, fault.reason)
    }
    guard !request.dryRun, !staged.isEmpty else { return outcomes }
    try commit(staged)
    let tables = zip(kept, outcomes).filter(\.1.isKept).compactMap(\.0.table)
    try workspace.remember(tables, request, engine: engine)
    return outcomes
  }

  private func bring(
    _ item: ImportItem, _ request: ImportRequest, _ staged: inout [StagedImport]
  ) throws -> ImportOutcome {
    switch item.content {
    case .table(let options): try bring(table: item, options, request, &staged)
    case .accounts(let options): try bring(accounts: item, options, request, &staged)
    case .invoices(let paths): try bring(invoices: item, paths, request, &staged)
    }
  }

  private func bring(
    table item: ImportItem, _ options: SniffOptions, _ request: ImportRequest, _ staged: inout [StagedImport]
  ) throws -> ImportOutcome {
    let name = item.name
    if let mended = try MendedRejects(item.path, among: manifest) {
      return try stage(mended: mended, name, request, &staged)
    }
    let recalled =
      options == SniffOptions()
      ? try MappingMemory(of: workspace).recall(item.path, source: request.source, engine: engine) : nil
    let look = try SourceLook(item.path, options: recalled?.options ?? options, engine: engine) { done in
      try progress(ImportProgress(file: name, stage: .looking, done: done))
    }
    let key = ImportRecord.key(digest: look.digest, source: request.source, reading: look.sniffed.reading)
    let notes = item.notes + (recalled.map { [$0.note] } ?? []) + look.sniffed.notes
    if let known = known(key, staged, notes: notes) { return known }
    let id = String(manifest.next + staged.count)
    let cleaned = try TableCleaning(
      look: look, engine: engine, output: { try self.output(id) }, progress: progress(of: name)
    ).run()
    return try keep(cleaned, id: id, key: key, name: name, request, &staged, notes: notes)
  }

  private func bring(
    accounts item: ImportItem, _ options: SniffOptions, _ request: ImportRequest, _ staged: inout [StagedImport]
  ) throws -> ImportOutcome {
    let look = try AccountsLook(item.path, options: options) { [name = item.name] done in
      try progress(ImportProgress(file: name, stage: .looking, done: done))
    }
    let key = ImportRecord.key(digest: look.digest, source: request.source, reading: look.tableReading)
    if let known = known(key, staged, notes: item.notes) { return known }
    let id = String(manifest.next + staged.count)
    let cleaned = try AccountsCleaning(
      look: look, output: try output(id), progress: progress(of: item.name)
    ).run()
    let siren =
      policy.company.sirens.isEmpty && !staged.contains { $0.record.reading.format == .fec }
      ? FECFileName(item.name).siren : nil
    return try keep(
      cleaned, id: id, key: key, name: item.name, request, &staged,
      notes: item.notes + (siren.map { [.sirenOfFile($0)] } ?? []))
  }

  private func bring(
    invoices item: ImportItem, _ paths: [String], _ request: ImportRequest, _ staged: inout [StagedImport]
  ) throws -> ImportOutcome {
    let key = ImportRecord.key(
      digest: try digest(of: paths, below: item.path), source: request.source, reading: InvoicesCleaning.reading)
    if let known = known(key, staged, notes: item.notes) { return known }
    let id = String(manifest.next + staged.count)
    let cleaned = try InvoicesCleaning(
      paths: paths, output: try output(id), policy: policy, progress: progress(of: item.name)
    ).run()
    if let found = cleaned.parties { parties.add(found) }
    return try keep(cleaned, id: id, key: key, name: item.name, request, &staged, notes: item.notes)
  }

  /// The outcome for a file that is there already.
  private func known(_ key: String, _ staged: [StagedImport], notes: [TableNote]) -> ImportOutcome? {
    (manifest.imports + staged.map(\.record)).first { $0.key == key }.map { record in
      ImportOutcome(
        record: record, duplicates: record.rows, rejectsFile: rejectsFile(of: record), notes: notes, faults: [],
        isKept: false)
    }
  }

  private func progress(of name: String) -> (ImportProgress.Stage, Double?) throws -> Void {
    { try self.progress(ImportProgress(file: name, stage: $0, done: $1)) }
  }

  private func stage(
    mended: MendedRejects, _ name: String, _ request: ImportRequest, _ staged: inout [StagedImport]
  ) throws -> ImportOutcome {
    let key = ImportRecord.key(digest: mended.digest, source: mended.parent.source, reading: mended.parent.reading)
    if let known = known(key, staged, notes: []) { return known }
    let id = String(manifest.next + staged.count)
    let cleaned = try mended.cleaned(try output(id))
    return try keep(
      cleaned, id: id, key: key, name: name, request, &staged, notes: [], completing: mended.parent)
  }

  private func output(_ id: String) throws -> CleaningOutput {
    try CleaningOutput(engine: engine, policy: policy, language: language, folder: workspace.staging, id: id)
  }

  private func rejectsFile(of record: ImportRecord) -> String? {
    record.rejected > 0 ? workspace.rejectsFile(record.id) : nil
  }

  /// Checks what was read against what is there, and notes it for the commit.
  private func keep(
    _ cleaned: CleanedTable, id: String, key: String, name: String, _ request: ImportRequest,
    _ staged: inout [StagedImport], notes: [TableNote], completing parent: ImportRecord? = nil
  ) throws -> ImportOutcome {
    let (summary, stored) = (cleaned.summary, cleaned.summary.stored)
    let isSales = cleaned.reading.kind == .sales
    guard !request.strict || summary.rejected == 0 else {
      throw DeskError.strictRejects(file: name, rejected: summary.rejected)
    }
    let isTable = cleaned.reading.format.isTable
    if summary.accepted == 0, summary.rejected > 0, parent == nil, isTable,
      let first = cleaned.faults.min(by: { $0.firstLine < $1.firstLine })
    {
      throw DeskError.allRejected(file: name, rows: summary.rows, firstLine: first.firstLine, first.reason)
    }
    let source = parent?.source ?? request.source
    let earlier = (manifest.imports + staged.map(\.record)).filter {
      $0.kind == cleaned.reading.kind && $0.source == source && $0.reading.format != .fec
    }
    if !request.append, parent == nil { try refuseOverlappingDates(cleaned, name, earlier) }
    let paths = Dictionary(uniqueKeysWithValues: staged.map { ($0.record.id, $0.facts) })
    let overlapFile = "\(workspace.staging)/\(id).superseded.parquet"
    let overlaps =
      isSales && parent == nil && stored.withInvoice > 0 && cleaned.reading.format != .fec
      ? try engine.overlaps(
        of: cleaned.facts, dated: cleaned.reading.column(of: .date) != nil,
        with: earlier.filter { $0.withInvoice > 0 }.map { record in
          LedgerFile(
            id: record.id, sequence: record.sequence, kind: record.kind, source: record.source,
            path: paths[record.id] ?? workspace.factsFile(record), overlaps: [], fields: record.fields)
        }, writingTo: overlapFile) : []
    var record = ImportRecord(
      id: id, sequence: manifest.next + staged.count, source: source, kind: cleaned.reading.kind, file: name,
      importedAt: request.now, key: key, reading: cleaned.reading, rows: summary.rows, accepted: summary.accepted,
      rejected: summary.rejected, from: (cleaned.days?.lowerBound ?? stored.from)?.iso,
      to: (cleaned.days?.upperBound ?? stored.to)?.iso,
      revenueCents: isSales ? stored.revenue.value : 0, unattributedCents: isSales ? stored.unattributed.value : 0,
      unattributedLines: isSales ? stored.unattributedLines : 0, withInvoice: stored.withInvoice,
      waitingForPrice: isSales ? stored.withoutAmount : 0, waitingForInvoice: isSales ? stored.withoutDate : 0,
      supersedes: overlaps.map { .init(id: $0.id, invoices: $0.invoices, lines: $0.lines) }, completes: parent?.id,
      completedLines: cleaned.completedLines)
    if stored.rows != summary.accepted { record.stored = stored.rows }
    if !cleaned.notes.isEmpty { record.told = ImportRecord.Told(cleaned.notes) }
    if !cleaned.also.isEmpty { record.also = cleaned.also.map(\.part) }
    if !cleaned.purchases.isEmpty {
      record.purchases = Dictionary(uniqueKeysWithValues: cleaned.purchases.map { ($0.iso, $1.value) })
    }
    let replaced = replacements(by: record, among: manifest.imports + staged.map(\.record))
    if !replaced.isEmpty { record.replaces = replaced }
    staged.append(
      StagedImport(
        record: record, facts: cleaned.facts, also: cleaned.also, rejects: cleaned.rejects,
        overlaps: overlaps.isEmpty ? nil : overlapFile))
    let met = try workspace.doorNotes(
      record.kind, facts: cleaned.facts, carrying: record.fields, engine: engine)
    return ImportOutcome(
      record: record, duplicates: cleaned.duplicates, rejectsFile: rejectsFile(of: record),
      notes: notes + cleaned.notes + met,
      faults: cleaned.faults, isKept: !request.dryRun)
  }

  /// Rows without a number of their own cannot be told from those of an earlier export, so their dates must not meet.
  private func refuseOverlappingDates(_ cleaned: CleanedTable, _ name: String, _ earlier: [ImportRecord])
    throws(DeskError)
  {
    let kinds: [SourceKind] = [.sales, .services, .enquiries]
    guard kinds.contains(cleaned.reading.kind), cleaned.summary.stored.withInvoice == 0,
      let from = cleaned.summary.stored.from, let to = cleaned.summary.stored.to
    else { return }
    for record in earlier where record.withInvoice == 0 && record.completes == nil {
      guard let first = record.from.flatMap({ Day(iso: $0) }), let last = record.to.flatMap({ Day(iso: $0) }) else {
        continue
      }
      if from <= last, first <= to { throw .datesOverlap(file: name, earlier: record.id, from: from, to: to) }
    }
  }

  /// The days of a company's earlier books that these tell anew.
  private func replacements(by record: ImportRecord, among earlier: [ImportRecord]) -> [ImportRecord.Replacement] {
    guard record.reading.format == .fec, let from = record.from, let to = record.to else { return [] }
    let company = FECFileName(record.file).siren
    return earlier.compactMap { other in
      guard other.reading.format == .fec, other.source == record.source, FECFileName(other.file).siren == company,
        let first = other.from, let last = other.to, first <= to, from <= last
      else { return nil }
      return ImportRecord.Replacement(id: other.id, from: max(from, first), to: min(to, last))
    }
  }

  private func commit(_ staged: [StagedImport]) throws(DeskError) {
    for item in staged {
      let place = workspace.factsFile(item.record)
      try makeFolder((place as NSString).deletingLastPathComponent)
      try moveDurably(item.facts, to: place)
      for part in item.also {
        let place = workspace.factsFile(item.record, part.part.kind)
        try makeFolder((place as NSString).deletingLastPathComponent)
        try moveDurably(part.facts, to: place)
      }
      if let overlaps = item.overlaps {
        try makeFolder(workspace.ledger + "/superseded")
        try moveDurably(overlaps, to: workspace.overlapFile(item.record.id))
      }
      if let rejects = item.rejects { try moveDurably(rejects, to: workspace.rejectsFile(item.record.id)) }
    }
    manifest.imports += staged.map(\.record)
    manifest.next += staged.count
    try manifest.commit(to: workspace)
  }
}

/// An import that waits for the commit, its files aside.
struct StagedImport {
  let record: ImportRecord
  let facts: String
  let also: [PartOutput.Stored]
  let rejects: String?
  let overlaps: String?
}

extension ImportRecord {
  /// Content and mapping, as one text.
  static func key(digest: String, source: String, reading: TableReading) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    guard let data = try? encoder.encode(reading) else { preconditionFailure("a reading is always JSON") }
    let mapping = ContentDigest()
    data.withUnsafeBytes { mapping.feed($0) }
    return "\(digest):\(mapping.finish().prefix(16)):\(source)"
  }
}
