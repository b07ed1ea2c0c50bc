import ArgumentParser
import Desk
import Foundation
import Ledger
import Pages
import Units

struct GroupsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "groups", abstract: "Parent companies and their subsidiaries.",
    subcommands: [List.self, Set.self, Unset.self], defaultSubcommand: List.self)

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "The groups and their customers.")
    @OptionGroup var workspace: WorkspaceOption
    @OptionGroup var language: LanguageOption
    @Option(help: "table or json.") var format = ListFormat.table

    mutating func run() throws {
      let language = language.language
      let desk = try CustomerDesk(Workspace(opening: workspace.folder))
      try desk.show(.groups(desk.customers, revenues: desk.revenues), as: format, in: language, full: true)
    }
  }

  struct Set: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Put customers into a group.")
    @Argument(help: "The group's name, or its parent's identifier.") var group: String
    @Argument(help: "The customers' identifiers.") var customers: [String]
    @OptionGroup var workspace: WorkspaceOption
    @OptionGroup var author: AuthorOption
    @OptionGroup var language: LanguageOption

    mutating func validate() throws {
      guard !group.allSatisfy(\.isWhitespace), !customers.isEmpty else {
        throw ValidationError(
          Language.preferred(fr: "Donnez un groupe et ses clients.", en: "Give a group and its customers."))
      }
    }

    mutating func run() throws {
      let language = language.language
      let desk = try CustomerDesk(Workspace(opening: workspace.folder))
      let changes = try customers.map { FieldChange(try desk.known($0), .group, group) }
      let count = try desk.workspace.write(changes, by: author.now).count
      printOut(
        language(
          fr: count < 2 ? "\(count) client mis dans « \(group) ».\n" : "\(count) clients mis dans « \(group) ».\n",
          en: count == 1 ? "1 customer put into “\(group)”.\n" : "\(count) customers put into “\(group)”.\n"))
    }
  }

  struct Unset: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Take customers out of their group, whatever a file says.")
    @Argument(help: "The customers' identifiers.") var customers: [String]
    @OptionGroup var workspace: WorkspaceOption
    @OptionGroup var author: AuthorOption
    @OptionGroup var language: LanguageOption

    mutating func run() throws {
      let language = language.language
      let desk = try CustomerDesk(Workspace(opening: workspace.folder))
      let changes = try customers.map { FieldChange(try desk.known($0), .group, "") }
      let count = try desk.workspace.write(changes, by: author.now).count
      printOut(
        language(
          fr: count < 2 ? "\(count) client sans groupe désormais.\n" : "\(count) clients sans groupe désormais.\n",
          en: count == 1 ? "1 customer without a group now.\n" : "\(count) customers without a group now.\n"))
    }
  }
}
