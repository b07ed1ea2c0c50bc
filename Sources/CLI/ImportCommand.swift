import ArgumentParser
import Desk
import Foundation
import Ledger
import Server
import SourceFiles
import Units

struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Bring in files: sales, products, customers, people, services …")

  @Argument(help: "CSV, TSV, XLSX, Parquet, JSON lines, FEC, electronic invoices, zip archives, folders.") var files:
    [String]
  @OptionGroup var workspace: WorkspaceOption
  @OptionGroup var language: LanguageOption
  @Option(name: .customLong("as"), help: "What the rows are; told from the headers by default.")
  var content: ImportContent?
  @Option(help: "Which column gives which field: FIELD=COLUMN,…") var map: String?
  @Option(help: "What stands between two fields: , ; | or tab.") var delimiter: String?
  @Option(help: "dmy, mdy, ymd or a pattern such as %d/%m/%Y.") var dateFormat: String?
  @Flag(help: "The comma stands before the decimals.") var decimalComma = false
  @Option(help: "utf-8, utf-16le, iso-8859-1, windows-1252, cp850 …") var encoding: String?
  @Option(help: "The sheet of a workbook; the first by default.") var sheet: String?
  @Option(help: "The system the rows come from.") var source = "main"
  @Flag(help: "Add lines without invoice numbers to dates that are there already.") var append = false
  @Flag(help: "Refuse everything when one row is at fault.") var strict = false
  @Flag(help: "Say what would be done, and keep nothing.") var dryRun = false
  @Option(help: "table or json.") var format = ListFormat.table

  mutating func run() throws {
    let language = language.language
    let workspace = try Workspace(opening: workspace.folder)
    let policy = try PolicyFile.policy(of: workspace)
    let options = try SniffOptions(
      kind: content?.kind, format: content?.format, delimiter: delimiter, encoding: encoding, dateFormat: dateFormat,
      decimalComma: decimalComma,
      map: map, sheet: sheet)
    let bar = ProgressBar(language: language)
    let importer = try Importer(workspace, settings: try Installation.settings(), policy: policy, language: language) {
      bar.show($0)
    }
    let outcomes: [ImportOutcome]
    do {
      outcomes = try importer.run(
        ImportRequest(
          files: files, options: options, source: source, append: append, strict: strict, dryRun: dryRun,
          now: Int(Date().timeIntervalSince1970)))
      bar.end()
    } catch {
      bar.end()
      throw error
    }
    switch format {
    case .json: FileHandle.standardOutput.write(Data(ImportJSON.bytes(outcomes, in: language)))
    case .table: printOut(outcomes.map { ImportText.text($0, in: language) }.joined(separator: "\n"))
    }
    if outcomes.contains(where: { $0.record.rejected > 0 && $0.duplicates == 0 }) { throw ExitCode(3) }
  }
}

/// How lists are written.
enum ListFormat: String, ExpressibleByArgument, CaseIterable { case table, json }

/// What `--as` can force.
struct ImportContent: ExpressibleByArgument {
  let kind: SourceKind?
  let format: TableFormat?

  static let allValueStrings = SourceKind.allCases.map(\.rawValue) + [TableFormat.fec, .eInvoice].map(\.rawValue)

  init?(argument: String) {
    kind = SourceKind(rawValue: argument)
    format = [TableFormat.fec, .eInvoice].first { $0.rawValue == argument }
    guard kind != nil || format != nil else { return nil }
  }
}
extension SourceFileError {
  /// Whether what was typed is at fault, and not the file.
  var isUsage: Bool {
    switch self {
    case .unknownField, .unknownColumn, .badOption: true
    default: false
    }
  }
}
