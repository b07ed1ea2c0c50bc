import Ledger
import SourceFiles
import Units

/// What a person asks of an import.
public struct ImportRequest: Sendable {
  /// The files, each an import of its own; all of them or none.
  public let files: [SourceFile]
  /// The system the rows come from; invoices of different sources never meet.
  public let source: String
  /// Whether lines without invoice numbers may be added to dates that are there already.
  public let append: Bool
  /// Whether one rejected row refuses the whole import.
  public let strict: Bool
  /// Whether to stop before anything is kept.
  public let dryRun: Bool
  /// The clock's time in seconds since 1970, for the list of imports.
  public let now: Int
  /// Who asks, for what is remembered of forced readings.
  public let author: String

  /// One file, and what is forced about its reading.
  public struct SourceFile: Sendable, Hashable {
    /// Where it is.
    public let path: String
    /// What is forced.
    public let options: SniffOptions
    /// Names a file.
    public init(_ path: String, _ options: SniffOptions = SniffOptions()) {
      self.path = path
      self.options = options
    }
  }

  /// Asks for an import of files that are all read the same way.
  public init(
    files: [String], options: SniffOptions = SniffOptions(), source: String = "main", append: Bool = false,
    strict: Bool = false, dryRun: Bool = false, now: Int, author: String = Authorship.account
  ) {
    self.init(
      files.map { SourceFile($0, options) }, source: source, append: append, strict: strict, dryRun: dryRun, now: now,
      author: author)
  }

  /// Asks for an import.
  public init(
    _ files: [SourceFile], source: String = "main", append: Bool = false, strict: Bool = false, dryRun: Bool = false,
    now: Int, author: String = Authorship.account
  ) {
    self.files = files
    self.source = source
    self.append = append
    self.strict = strict
    self.dryRun = dryRun
    self.now = now
    self.author = author
  }
}

/// What became of one file.
public struct ImportOutcome: Sendable {
  /// The import as it was kept, or would be; for a duplicate the one that is there.
  public let record: ImportRecord
  /// Rows that are there already because the same file was imported before.
  public let duplicates: Int
  /// Where the rejected rows are, for a file that has some.
  public let rejectsFile: String?
  /// What the person should see of the reading.
  public internal(set) var notes: [TableNote]
  /// The commonest faults.
  public let faults: [CleaningSummary.FaultCount]
  /// Whether the ledger changed.
  public let isKept: Bool

  /// Whether nothing of the file could be taken.
  var isRefused: Bool { record.accepted == 0 && record.rejected > 0 && record.completes == nil && duplicates == 0 }
}

/// How far an import is.
public struct ImportProgress: Sendable {
  /// The file, without folders.
  public let file: String
  /// What is being done.
  public let stage: Stage
  /// The part of the stage that is done, 0…1; nothing when it cannot be told.
  public let done: Double?

  /// What is being done.
  public enum Stage: Sendable {
    /// The sample company's files are being written.
    case writing
    case looking, cleaning, storing
  }
}

extension ImportOutcome {
  /// An import of the past.
  public init(kept record: ImportRecord, in workspace: Workspace) {
    self.init(
      record: record, duplicates: 0, rejectsFile: record.rejected > 0 ? workspace.rejectsFile(record.id) : nil,
      notes: [], faults: [], isKept: true)
  }
}
