import Engine
import Foundation
import Ledger
import SourceFiles
import Store
import Units

/// How files of a source with the same headers were read when a person last corrected it.
public struct MappingMemory: Sendable {
  /// What is remembered, by source and age.
  public let mappings: [Mapping]

  /// One reading that is remembered.
  public struct Mapping: Sendable {
    /// The source, the headers, the file it was made for, who made it.
    public let remembered: RememberedMapping
    /// What the person forced.
    public let options: SniffOptions
  }

  /// Reads what is remembered in a workspace.
  /// - Throws: `StoreError`.
  public init(of workspace: Workspace) throws(StoreError) {
    mappings = try JudgementStore.mappings(at: workspace.deskFile).compactMap { remembered in
      StoredOptions(text: remembered.options).map { Mapping(remembered: remembered, options: $0.options) }
    }
  }

  /// What is remembered for files with a file's headers; nothing for a file that cannot be looked at.
  func recall(_ path: String, source: String, engine: @autoclosure () -> DuckDBEngine?) -> Mapping? {
    guard mappings.contains(where: { $0.remembered.source == source }),
      let signature = Self.signature(of: path, engine: engine())
    else { return nil }
    return mappings.first { $0.remembered.source == source && $0.remembered.signature == signature }
  }

  /// What tells a file's headers from others: the first line of a text, the columns of other tables.
  ///
  /// It does not hang on how the file is read, since that is what is to be remembered.
  static func signature(of path: String, engine: @autoclosure () -> DuckDBEngine?) -> String? {
    guard let sample = try? FileSample(path: path), let format = try? tableFormat(of: sample) else { return nil }
    switch format {
    case .csv:
      if RejectsFile.isRejectsFile(sample) { return nil }
      let line = sample.head.prefix { $0 != 0x0A && $0 != 0x0D }
      return line.isEmpty ? nil : ContentDigest.of(Array(line))
    case .xlsx, .parquet:
      let table = SourceTable(file: path, format: format, sheet: nil)
      return (try? engine()?.columns(of: table)).map { ContentDigest.of(Array($0.joined(separator: "\u{1F}").utf8)) }
    case .jsonLines, .fec, .eInvoice: return nil
    }
  }
}

extension MappingMemory.Mapping {
  /// What the person should see of it.
  var note: TableNote { .asLastTime(file: remembered.file, options) }

  /// The reading in a few words.
  public func words(in language: Language) -> String { options.words(in: language) }
}

extension Workspace {
  /// Forgets how files of a source with some headers are read.
  /// - Returns: whether anything was remembered.
  /// - Throws: `DeskError.locked` or `StoreError`.
  public func forgetMapping(_ mapping: RememberedMapping, by made: Authorship) throws -> Bool {
    try deciding("mapping") {
      try $0.forgetMapping(source: mapping.source, signature: mapping.signature, by: made)
    }
  }

  /// Remembers what was forced about files that were kept; needs the lock.
  func remember(_ files: [ImportRequest.SourceFile], _ request: ImportRequest, engine: DuckDBEngine) throws {
    let forced = files.filter { $0.options != SniffOptions() }
    guard !forced.isEmpty else { return }
    var store: JudgementStore?
    for file in forced {
      guard let signature = MappingMemory.signature(of: file.path, engine: engine) else { continue }
      let open = try store ?? JudgementStore(opening: deskFile)
      store = open
      try open.remember(
        RememberedMapping(
          source: request.source, signature: signature, options: StoredOptions(file.options).text,
          file: (file.path as NSString).lastPathComponent, made: Authorship(request.author, at: request.now)))
    }
  }
}

/// What a person forced, as the database keeps it.
private struct StoredOptions: Codable {
  var kind: SourceKind?
  var format: TableFormat?
  var delimiter: Delimiter?
  var encoding: TextEncoding?
  var dateOrder: DateOrder?
  var decimalMark: DecimalMark?
  var map: [[String]]
  var sheet: String?

  init(_ options: SniffOptions) {
    kind = options.kind
    format = options.format
    delimiter = options.delimiter
    encoding = options.encoding
    dateOrder = options.dateOrder
    decimalMark = options.decimalMark
    map = options.map.map { [$0.field, $0.column] }
    sheet = options.sheet
  }

  init?(text: String) {
    guard let read = try? JSONDecoder().decode(StoredOptions.self, from: Data(text.utf8)) else { return nil }
    self = read
  }

  var options: SniffOptions {
    SniffOptions(
      kind: kind, format: format, delimiter: delimiter, encoding: encoding, dateOrder: dateOrder,
      decimalMark: decimalMark,
      map: map.filter { $0.count == 2 }.map { SniffOptions.Mapping(field: $0[0], column: $0[1]) }, sheet: sheet)
  }

  var text: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(self) else { preconditionFailure("options are always JSON") }
    return String(decoding: data, as: UTF8.self)
  }
}
