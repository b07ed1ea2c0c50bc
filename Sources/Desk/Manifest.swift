import Engine
import Foundation
import Ledger
import SourceFiles
import Units

/// The list of imports: the truth about what the ledger holds.
public struct Manifest: Codable, Hashable, Sendable {
  /// The layout's version.
  public static let currentVersion = 1
  var version = Manifest.currentVersion
  /// The number the next import takes; never used twice.
  var next = 1
  /// The imports, oldest first.
  public internal(set) var imports: [ImportRecord] = []

  /// Reads a workspace's manifest; one without any import yet has none.
  init(of workspace: Workspace) throws(DeskError) {
    guard let data = FileManager.default.contents(atPath: workspace.manifestFile) else {
      guard !FileManager.default.fileExists(atPath: workspace.manifestFile) else {
        throw .noPermission(workspace.manifestFile)
      }
      self.init()
      return
    }
    guard let read = try? JSONDecoder().decode(Manifest.self, from: data) else {
      throw .damagedManifest(workspace.manifestFile)
    }
    guard read.version <= Manifest.currentVersion else { throw .newerManifest(workspace.manifestFile) }
    self = read
  }

  init() {}

  /// Replaces the manifest: the commit of every change to the ledger.
  func commit(to workspace: Workspace) throws(DeskError) {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(self) else { preconditionFailure("a manifest is always JSON") }
    try writeDurably(Array(data), to: workspace.manifestFile)
  }

  /// The ledger's files as the engine reads them, each with the lists of later imports that restate some of it.
  func files(in workspace: Workspace) -> [LedgerFile] {
    imports.flatMap { record in
      let overlaps = imports.filter { later in later.supersedes.contains { $0.id == record.id } }
        .map { workspace.overlapFile($0.id) }
      let hidden = daysToldAnew(of: record)
      return record.parts.map { part in
        LedgerFile(
          id: record.id, sequence: record.sequence, kind: part.kind, source: record.source,
          path: workspace.factsFile(record, part.kind), overlaps: part.kind == record.kind ? overlaps : [],
          fields: part.fields, isBooks: record.reading.format == .fec, hidden: hidden)
      }
    }
  }

  /// The days of an import that later ones tell anew.
  private func daysToldAnew(of record: ImportRecord) -> [ClosedRange<Day>] {
    imports.flatMap { later in (later.replaces ?? []).filter { $0.id == record.id }.compactMap(\.days) }
  }

  /// The days that the books of accounts cover: what other sources say of them is held against these.
  var coveredByBooks: [ClosedRange<Day>] {
    imports.filter { $0.reading.format == .fec }.compactMap(\.months)
  }

  /// What was bought in each month that accounts cover, those told anew by later accounts only once.
  ///
  /// A month of which later accounts tell only a part is nobody's to add up: it is left out.
  var purchases: [Month: Cents] {
    var sums: [Month: Cents] = [:]
    var torn: Set<Month> = []
    for record in imports {
      guard let bought = record.purchases, let told = record.days else { continue }
      let hidden = daysToldAnew(of: record)
      for (text, amount) in bought {
        guard let month = Month(iso: text) else { continue }
        let days = (month.firstDay...month.lastDay).clamped(to: told)
        if hidden.contains(where: { $0.lowerBound <= days.lowerBound && days.upperBound <= $0.upperBound }) { continue }
        if hidden.contains(where: { $0.overlaps(days) }) { torn.insert(month) }
        sums[month, default: .zero] += Cents(amount)
      }
    }
    return sums.filter { !torn.contains($0.key) }
  }

  /// The rows that all files hold together.
  var rows: Int { imports.reduce(0) { $0 + ($1.stored ?? $1.accepted) } }

  subscript(id: String) -> ImportRecord? { imports.first { $0.id == id } }
}

/// One import as the manifest keeps it.
public struct ImportRecord: Codable, Hashable, Sendable {
  /// The import's name, unique in the workspace for ever.
  public let id: String
  let sequence: Int
  /// The system the rows came from.
  public let source: String
  /// What the rows are.
  public let kind: SourceKind
  /// The file's name, without folders.
  public let file: String
  /// When it was imported, in seconds since 1970.
  public let importedAt: Int
  /// Content and mapping: the same again changes nothing.
  let key: String
  /// How the file was read.
  public let reading: TableReading
  /// Rows read: accepted and rejected.
  public let rows: Int
  /// Rows kept.
  public let accepted: Int
  /// Rows set aside.
  public let rejected: Int
  /// The first and last dates as `YYYY-MM-DD`, where rows have dates.
  public let from: String?
  /// The last date as `YYYY-MM-DD`.
  public let to: String?
  /// The sum of the sale lines' amounts, in cents.
  public let revenueCents: Int64
  /// The part of it without a customer, in cents.
  public let unattributedCents: Int64
  /// Sale lines without a customer.
  public let unattributedLines: Int
  /// Rows that carry an invoice number.
  let withInvoice: Int
  /// Lines that wait for a product's price.
  public let waitingForPrice: Int
  /// Lines that wait for an invoice header.
  public let waitingForInvoice: Int
  /// Earlier imports of which this one restates invoices.
  public internal(set) var supersedes: [Supersession]
  /// The import whose mended rejects these rows are.
  public let completes: String?
  /// The source file's lines they bring.
  let completedLines: [Int]?
  /// How many rows of its kind are kept, where the source counts otherwise: documents, or lines of accounts.
  var stored: Int?
  /// What else the file told, beside the rows of its kind; nothing for a plain table.
  var also: [Part]?
  /// What accounts say was bought in each month they cover, in cents by `YYYY-MM`; nothing for other files.
  ///
  /// A number a month is no relation to query: it stands here, and goes with its import.
  var purchases: [String: Int64]?
  /// Days of earlier books that this one tells anew.
  public internal(set) var replaces: [Replacement]?

  /// What the reading had to say, where the file cannot be asked again without reading it whole.
  public internal(set) var told: Told?

  /// Sentences in each language.
  public struct Told: Codable, Hashable, Sendable {
    let fr: [String]
    let en: [String]

    init(_ notes: [TableNote]) {
      fr = notes.map { $0.sentence(in: .fr) }
      en = notes.map { $0.sentence(in: .en) }
    }

    /// Those of a language.
    public func sentences(in language: Language) -> [String] { language == .fr ? fr : en }
  }

  /// Facts of another kind that came with an import, in a file of their own.
  public struct Part: Codable, Hashable, Sendable {
    /// What they are.
    public let kind: SourceKind
    /// The fields that they carry.
    let fields: Set<Field>
    /// How many.
    public let rows: Int
  }

  /// The days of an earlier import that a later one tells anew, all of them.
  public struct Replacement: Codable, Hashable, Sendable {
    /// The earlier import.
    public let id: String
    /// The first day, as `YYYY-MM-DD`.
    public let from: String
    /// The last.
    public let to: String

    var days: ClosedRange<Day>? {
      guard let first = Day(iso: from), let last = Day(iso: to), first <= last else { return nil }
      return first...last
    }
  }

  /// How much of an earlier import a later one restates.
  public struct Supersession: Codable, Hashable, Sendable {
    /// The earlier import.
    public let id: String
    /// Its invoices that are restated.
    public let invoices: Int
    /// The lines these hold.
    public let lines: Int
  }
}

extension ImportRecord {
  /// The fields that the source file carried.
  var fields: Set<Field> {
    reading.format == .fec ? AccountsCleaning.saleFields : Set(reading.columns.map(\.field))
  }

  /// What the file is, as `--as` names it.
  public var content: String {
    switch reading.format {
    case .fec, .eInvoice: reading.format.rawValue
    default: kind.rawValue
    }
  }

  /// All facts of the import, those of its own kind first.
  var parts: [Part] { [Part(kind: kind, fields: fields, rows: stored ?? accepted)] + (also ?? []) }

  /// The days its rows are of.
  var days: ClosedRange<Day>? {
    guard let first = from.flatMap({ Day(iso: $0) }), let last = to.flatMap({ Day(iso: $0) }), first <= last else {
      return nil
    }
    return first...last
  }

  /// The whole months its rows are of.
  var months: ClosedRange<Day>? { days.map { $0.lowerBound.month.firstDay...$0.upperBound.month.lastDay } }
}

extension Workspace {
  func factsFile(_ record: ImportRecord, _ kind: SourceKind? = nil) -> String {
    "\(ledger)/\((kind ?? record.kind).rawValue)/\(record.id).parquet"
  }
  func overlapFile(_ id: String) -> String { "\(ledger)/superseded/\(id).parquet" }
  func rejectsFile(_ id: String) -> String { "\(rejects)/\(id).csv" }

  /// Removes what no manifest names: what an import left that was killed before its commit.
  ///
  /// Needs the lock.
  func sweep(_ manifest: Manifest) {
    let files = FileManager.default
    for folder in [staging, scratch] { try? files.removeItem(atPath: folder) }
    let kept = Set(
      manifest.imports.flatMap { record in
        record.parts.map { factsFile(record, $0.kind) } + [overlapFile(record.id)]
      } + manifest.imports.map { rejectsFile($0.id) })
    for folder in SourceKind.allCases.map({ "\(ledger)/\($0.rawValue)" }) + ["\(ledger)/superseded", rejects] {
      for name in (try? files.contentsOfDirectory(atPath: folder)) ?? [] {
        let path = "\(folder)/\(name)"
        // Only what an import wrote: a number that is not listed, and in `rejects` one that was never reached.
        let parts = name.split(separator: ".").map(String.init)
        guard parts.count == 2, let number = Int(parts[0]), !kept.contains(path) else { continue }
        if parts[1] == "parquet" || (parts[1] == "csv" && number >= manifest.next) {
          try? files.removeItem(atPath: path)
        }
      }
    }
  }
}
