import Desk
import Ledger
import Pages
import SourceFiles
import Units

/// The files of one bringing as a person wants them read, looked at.
struct Brought: Sendable {
  private let looks: [Look]
  /// What was chosen, without what only says how the page was reached.
  let items: [Link.Item]

  private struct Look: Sendable {
    let path: String
    let choice: ReadingChoice
    let preview: FilePreview
  }

  /// Looks at the first bytes of every file.
  init(_ upload: Upload, items: [Link.Item], office: Office) async throws {
    self.items = items.filter { $0.name != "done" && $0.name != "lang" }
    let source = Brought.source(self.items)
    looks = try await offload {
      try upload.files.enumerated().map { place, path in
        let choice = ReadingChoice(items, place: place)
        let file = ImportRequest.SourceFile(path, SniffOptions(choice))
        return Look(path: path, choice: choice, preview: try Brought.preview(file, source: source, office: office))
      }
    }
  }

  /// What a file seems to be; a page that follows a trial asks again every second.
  private static func preview(
    _ file: ImportRequest.SourceFile, source: String, office: Office
  ) throws -> FilePreview {
    let key = Office.PreviewKey(file: file, source: source, revision: WorkspaceRevision(of: office.workspace))
    return try office.previews.value(key) {
      // Rules that cannot be read are told above the page, and stop the import itself.
      let policy = (try? PolicyFile.policy(of: office.workspace)) ?? Policy()
      return try FilePreview(
        file.path, options: file.options, policy: policy, settings: office.settings,
        memory: try MappingMemory(of: office.workspace), source: source)
    }
  }

  /// The system the rows come from.
  var source: String { Brought.source(items) }

  private static func source(_ items: [Link.Item]) -> String {
    items.first { $0.name == "source" && !$0.value.isEmpty }?.value ?? "main"
  }

  /// Whether lines without invoice numbers may be added to dates that are there already.
  var append: Bool { items.contains { $0.name == "append" && $0.value == "true" } }

  /// Whether every file that is wanted can be read.
  var isReady: Bool { !wanted.isEmpty && looks.allSatisfy { $0.choice.isLeftOut || !$0.preview.isUnreadable } }

  /// The files to import, sales first.
  var wanted: [ImportRequest.SourceFile] {
    let wanted = looks.filter { !$0.choice.isLeftOut }
    return (wanted.filter(\.preview.isSales) + wanted.filter { !$0.preview.isSales }).map {
      ImportRequest.SourceFile($0.path, SniffOptions($0.choice))
    }
  }

  /// The files as a page shows them.
  func files(in language: Language) -> [BroughtFile] {
    looks.map { look in
      let content: BroughtFile.Content =
        switch look.preview.content {
        case .table(let table, let rows):
          .table(table.reading, notes: look.preview.notes.map { $0.sentence(in: language) }, firstRows: rows)
        case .mendedRejects: .mendedRejects
        case .unreadable(let fault, let format):
          .unreadable(
            .init(
              fault.sentence(in: language), headers: (fault as? SourceFileError)?.headers ?? [],
              kind: (fault as? SourceFileError)?.kind, format: format,
              isHopeless: (fault as? SourceFileError)?.isHopeless ?? false))
        }
      return BroughtFile(name: look.preview.name, size: look.preview.size, choice: look.choice, content: content)
    }
  }
}

extension FilePreview {
  fileprivate var isSales: Bool {
    if case .table(let table, _) = content { table.reading.kind == .sales } else { false }
  }
  fileprivate var isUnreadable: Bool { if case .unreadable = content { true } else { false } }
}

extension SourceFileError {
  /// The columns of a file that was read that far.
  fileprivate var headers: [String] {
    switch self {
    case .unknownKind(_, let headers), .missingColumns(_, _, _, let headers), .unknownColumn(_, let headers): headers
    default: []
    }
  }

  /// Whether no other reading will help.
  fileprivate var isHopeless: Bool {
    switch self {
    case .empty, .notATable, .truncatedGzip, .damagedGzip, .unreadable: true
    default: false
    }
  }

  /// What its rows were taken for.
  fileprivate var kind: SourceKind? {
    switch self {
    case .missingColumns(_, let kind, _, _), .unknownField(_, let kind): kind
    default: nil
    }
  }
}

extension SniffOptions {
  /// What a person chose on the page; fields that the kind does not have are passed over.
  init(_ choice: ReadingChoice) {
    self.init(
      kind: choice.kind, delimiter: choice.delimiter, encoding: choice.encoding, dateOrder: choice.dateOrder,
      decimalMark: choice.decimalMark,
      map: Field.allCases.compactMap { field in
        guard let column = choice.columns[field], choice.kind?.fields.contains(field) ?? true else { return nil }
        return Mapping(field: field.rawValue, column: column == ReadingChoice.unread ? "" : column)
      }, sheet: choice.sheet.isEmpty ? nil : choice.sheet)
  }
}
