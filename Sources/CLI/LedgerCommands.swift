import ArgumentParser
import Desk
import Foundation
import Ledger
import Pages
import Server
import Units

struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init", abstract: "Make an empty workspace with a commented policy.yaml.")

  @Argument(help: "The folder.") var folder: String
  @OptionGroup var language: LanguageOption

  mutating func run() throws {
    let language = language.language
    _ = try Workspace(creating: folder, language: language)
    printOut(
      language(
        fr: "Espace de travail prêt dans \(folder) ; les règles sont dans \(folder)/policy.yaml.\n",
        en: "Workspace ready in \(folder); the rules are in \(folder)/policy.yaml.\n"))
  }
}

struct ImportsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "imports", abstract: "What was imported.")

  @OptionGroup var workspace: WorkspaceOption
  @OptionGroup var language: LanguageOption
  @Option(help: "table or json.") var format = ListFormat.table
  @Flag(help: "How files are read that look like earlier ones, by what you forced then.") var mappings = false
  @Option(help: "Forget one of these readings, by its number in --mappings.") var forgetMapping: Int?
  @OptionGroup var author: AuthorOption

  mutating func run() throws {
    let language = language.language
    let workspace = try Workspace(opening: workspace.folder)
    if let forgetMapping { return try forget(forgetMapping, workspace, language) }
    if mappings { return try list(workspace, language) }
    let outcomes = try workspace.imports().map { ImportOutcome(kept: $0, in: workspace) }
    switch format {
    case .json: FileHandle.standardOutput.write(Data(ImportJSON.bytes(outcomes, in: language)))
    case .table:
      guard !outcomes.isEmpty else {
        return printOut(language(fr: "Aucun import encore.\n", en: "No import yet.\n"))
      }
      for outcome in outcomes { printOut(ImportText.text(outcome, in: language)) }
    }
  }
}

extension ImportsCommand {
  /// The readings that are remembered.
  private func list(_ workspace: Workspace, _ language: Language) throws {
    let policy = try PolicyFile.policy(of: workspace)
    ListDocument.mappings(try MappingMemory(of: workspace).mappings.map { ($0.remembered, $0.words(in: language)) })
      .show(as: format, in: Voice(language, currency: policy.company.currency), full: true)
  }

  private func forget(_ number: Int, _ workspace: Workspace, _ language: Language) throws {
    let mappings = try MappingMemory(of: workspace).mappings
    guard mappings.indices.contains(number - 1) else { throw MappingFault.none(number, of: mappings.count) }
    let mapping = mappings[number - 1]
    _ = try workspace.forgetMapping(mapping.remembered, by: author.now)
    printOut(
      language(
        fr: "La lecture retenue de « \(mapping.remembered.file) » est oubliée.\n",
        en: "The remembered reading of “\(mapping.remembered.file)” is forgotten.\n"))
  }
}

/// What was wrong with how a remembered reading was asked for.
enum MappingFault: UsageFault {
  case none(Int, of: Int)

  func sentence(in language: Language) -> String {
    switch self {
    case .none(let number, let count):
      language(
        fr: "Il n’y a pas de lecture retenue \(number) : il y en a \(count).",
        en: "There is no remembered reading \(number): there are \(count).")
    }
  }
}

struct ForgetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "forget", abstract: "Undo one import; what it had restated comes back.")

  @Argument(help: "The import's number, as `imports` lists it.") var id: String
  @OptionGroup var workspace: WorkspaceOption
  @OptionGroup var language: LanguageOption

  mutating func run() throws {
    let language = language.language
    let record = try Workspace(opening: workspace.folder).forget(id)
    printOut(
      language(
        fr: "L’import \(record.id) (\(record.file)) est oublié.\n",
        en: "Import \(record.id) (\(record.file)) is forgotten.\n"))
  }
}

struct PolicyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "policy", abstract: "The company's rules as they stand.",
    subcommands: [List.self, Check.self], defaultSubcommand: List.self)

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Every rule with its value and what it does.")
    @OptionGroup var workspace: WorkspaceOption
    @OptionGroup var language: LanguageOption

    mutating func run() throws {
      let language = language.language
      let policy = try PolicyFile.policy(of: Workspace(opening: workspace.folder))
      printOut(PolicyFile.commented(policy, in: language))
    }
  }

  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Whether policy.yaml can be read.")
    @OptionGroup var workspace: WorkspaceOption
    @OptionGroup var language: LanguageOption

    mutating func run() throws {
      let language = language.language
      let policy = try PolicyFile.policy(of: Workspace(opening: workspace.folder))
      printOut(language(fr: "policy.yaml est lisible.\n", en: "policy.yaml can be read.\n"))
      let waiting = policy.changedToCome.map(\.path).joined(separator: ", ")
      if !waiting.isEmpty {
        printOut(
          language(
            fr: "Rien ne lit encore ce que vous avez changé dans : \(waiting).\n",
            en: "Nothing reads yet what you changed in: \(waiting).\n"))
      }
    }
  }
}
