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
        fr: "Espace de travail prêt dans \(folder) ; les règles sont dans \(folder)/policy.yaml.\n",
        en: "Workspace ready in \(folder); the rules are in \(folder)/policy.yaml.\n"))
  }
}

struct ImportsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "imports", abstract: "What was imported.")

  @OptionGroup var workspace: WorkspaceOption
  @OptionGroup var language: LanguageOption
  @Option(help: "table or json.") var format = ListFormat.table

  mutating func run() throws {
    let language = language.language
    let workspace = try Workspace(opening: workspace.folder)
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
